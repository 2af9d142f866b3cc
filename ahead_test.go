package sumikeshi_test

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"sync/atomic"
	"testing"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

// reads counts the bytes that are read.
type reads struct {
	*bytes.Reader
	n atomic.Int64
}

func (r *reads) ReadAt(b []byte, off int64) (int, error) {
	n, err := r.Reader.ReadAt(b, off)
	r.n.Add(int64(n))
	return n, err
}

// Whatever was collected while a source was checked, the copy and its promise are those of a source that was inspected again.
func Test_what_is_collected_ahead_is_what_collecting_comes_to(t *testing.T) {
	in := sumikeshi.NewInspector(sumikeshi.Options{})
	ctx := context.Background()
	files, spared := 0, 0
	err := filepath.WalkDir("testdata", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) == ".pdf" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		r := &reads{Reader: bytes.NewReader(data)}
		src := &inspect.Source{Name: path, ReaderAt: r, Size: int64(len(data))}
		res, ahead := redact.Check(ctx, in, src, redact.Options{})
		plan, err := redact.NewPlan(res, redact.Options{})
		if err != nil {
			return nil // nothing to make a copy of
		}
		var early, late bytes.Buffer
		before := r.n.Load()
		got, gotErr := ahead.Build(ctx, in, src, plan, &early)
		between := r.n.Load()
		want, wantErr := redact.Build(ctx, in, src, plan, &late)
		if !reflect.DeepEqual(gotErr, wantErr) || !bytes.Equal(early.Bytes(), late.Bytes()) || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: another copy or promise, %v, %v", path, gotErr, wantErr)
		}
		if files++; between-before < r.n.Load()-between {
			spared++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if t.Logf("%d of %d files were inspected once", spared, files); files < 100 || spared < files/4 {
		t.Errorf("%d of %d files were inspected once", spared, files)
	}
}

// What was collected for one plan is of no use for another.
func Test_a_plan_that_was_not_guessed_is_collected_anew(t *testing.T) {
	in, ctx := sumikeshi.NewInspector(sumikeshi.Options{}), context.Background()
	src := named(roster(t, 200))
	res, ahead := redact.Check(ctx, in, src, redact.Options{})
	plan, err := redact.NewPlan(res, redact.Options{KeepSheets: []string{"名簿"}})
	if err != nil {
		t.Fatal(err)
	}
	var early, late bytes.Buffer
	got, err := ahead.Build(ctx, in, src, plan, &early)
	if err != nil {
		t.Fatal(err)
	}
	want, err := redact.Build(ctx, in, src, plan, &late)
	if err != nil || !bytes.Equal(early.Bytes(), late.Bytes()) || !reflect.DeepEqual(got, want) {
		t.Errorf("another copy or promise: %v", err)
	}
	if plan, err = redact.NewPlan(res, redact.Options{}); err != nil {
		t.Fatal(err)
	}
	if got, err = redact.Build(ctx, in, src, plan, io.Discard); err != nil || reflect.DeepEqual(got, want) {
		t.Errorf("both plans come to the same: %v", err)
	}
}
