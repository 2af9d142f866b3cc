package sumikeshi_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/redact"
)

// Whatever the bytes: no panic, a verdict that holds with what was unread, and a copy of a copy that is the same bytes.
func FuzzClean(f *testing.F) {
	for _, pattern := range []string{"testdata/xlsx/*/dirty.xlsx", "testdata/ooxml/*/dirty.xlsx", "testdata/variants/*.csv", "testdata/zip/*/dirty.zip"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			f.Fatalf("no seeds in %s: %v", pattern, err)
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	o := sumikeshi.Options{Limits: limits.Limits{Inflated: 8 << 20}}
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		res, err := sumikeshi.Check(ctx, named(data), o)
		if err != nil {
			t.Fatal("the check did not end: ", err)
		}
		if res.Verdict == inspect.OK && len(res.Unread) > 0 {
			t.Fatal("ok with unread parts")
		}
		var one, two bytes.Buffer
		if _, err := sumikeshi.Clean(ctx, named(data), &one, o, redact.Options{}); err != nil {
			if one.Len() > 0 {
				t.Fatal("a copy was written although cleaning failed: ", err)
			}
			return
		}
		if _, err := sumikeshi.Clean(ctx, named(one.Bytes()), &two, o, redact.Options{}); err != nil {
			t.Fatal("the copy can't be cleaned again: ", err)
		}
		if !bytes.Equal(one.Bytes(), two.Bytes()) {
			t.Fatal("a copy of the copy differs")
		}
	})
}

func named(data []byte) *inspect.Source {
	return &inspect.Source{Name: "file", ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
}
