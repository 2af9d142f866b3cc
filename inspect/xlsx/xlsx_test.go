package xlsx

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/samples"
)

// Whatever the bytes: no panic, an end, and a file that breaks off is never ok.
func FuzzOpen(f *testing.F) {
	files, err := filepath.Glob("../../testdata/xlsx/*/dirty.xlsx")
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
		f.Add(data[:len(data)*2/3])
	}
	set := detectors.NewSet(detectors.All())
	in := &inspect.Inspector{Detectors: set, Formats: []inspect.Format{Format{Tables: inspect.Tables{Detectors: set}}}, Limits: limits.Limits{Inflated: 8 << 20}}
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		res := in.Check(ctx, &inspect.Source{Name: "a.xlsx", ReaderAt: bytes.NewReader(data), Size: int64(len(data))})
		if ctx.Err() != nil {
			t.Fatal("the check did not end")
		}
		if len(res.Unread) > 0 && (res.Verdict == inspect.OK || res.Verdict == inspect.Review) {
			t.Fatalf("%s with unread parts", res.Verdict)
		}
	})
}

// What is held must not grow with the rows: fewer than one allocation for five rows of eight cells.
func TestCheck_allocations(t *testing.T) {
	set := detectors.NewSet(detectors.All())
	in := &inspect.Inspector{Detectors: set, Formats: []inspect.Format{Format{Tables: inspect.Tables{Detectors: set}}}}
	count := func(rows int) float64 {
		var buf bytes.Buffer
		if err := samples.BigRoster(&buf, rows); err != nil {
			t.Fatal(err)
		}
		src := &inspect.Source{Name: "a.xlsx", ReaderAt: bytes.NewReader(buf.Bytes()), Size: int64(buf.Len())}
		return testing.AllocsPerRun(1, func() {
			if res := in.Check(context.Background(), src); res.Rows != rows {
				t.Fatalf("%d rows with people, want %d", res.Rows, rows)
			}
		})
	}
	small, large := count(10_000), count(40_000)
	if more := large - small; more > 30_000/5 {
		t.Errorf("30,000 more rows cost %.0f more allocations (%.0f, %.0f)", more, small, large)
	}
}
