package sumikeshi_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"path/filepath"
	"sync"
	"testing"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/samples"
	"github.com/sumikeshi/sumikeshi/redact"
)

// What costs time and memory is held here without a clock; bench_test.go has the figures.

func roster(t *testing.T, rows int) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := samples.BigRoster(&buf, rows); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// Nothing is allocated for a row: what is kept of rows and strings comes in blocks of hundreds.
func Test_allocations_do_not_grow_with_rows(t *testing.T) {
	in := sumikeshi.NewInspector(sumikeshi.Options{})
	count := func(rows int) float64 {
		data := roster(t, rows)
		return testing.AllocsPerRun(2, func() {
			if res := in.Check(context.Background(), named(data)); res.Rows != rows {
				t.Fatalf("%d rows with people, want %d", res.Rows, rows)
			}
		})
	}
	small, large := count(1_000), count(10_000)
	if more := large - small; more > 9_000/50 || small > 15_000 {
		t.Errorf("1,000 rows cost %.0f allocations, 9,000 more rows %.0f", small, more)
	}
}

// Neither a check nor a cleaning writes a file of its own: personal data would stay in it when the program is killed.
func Test_no_temporary_file(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing")
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		t.Setenv(name, missing)
	}
	data := roster(t, 40_000) // 19 MB inflated: others write that to disk
	res, err := sumikeshi.Check(context.Background(), named(data), sumikeshi.Options{})
	if err != nil || res.Rows != 40_000 {
		t.Fatalf("%d rows with people: %v", res.Rows, err)
	}
	out, err := sumikeshi.Clean(context.Background(), named(data), io.Discard, sumikeshi.Options{}, redact.Options{})
	if err != nil || out.After.Rows != 0 {
		t.Fatalf("%+v: %v", out, err)
	}
}

// A counter counts how often each kilobyte is read.
type counter struct {
	io.ReaderAt
	mu    sync.Mutex
	bytes []int // by kilobyte
}

func (c *counter) ReadAt(b []byte, off int64) (int, error) {
	n, err := c.ReaderAt.ReadAt(b, off)
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := range n {
		c.bytes[(int(off)+i)>>10]++
	}
	return n, err
}

// A check reads no part more than four times, however large: for its start, its cells, its texts, and once for the sum of the file.
func Test_each_part_is_read_a_few_times(t *testing.T) {
	const most = 4
	data := roster(t, 20_000)
	c := &counter{ReaderAt: bytes.NewReader(data), bytes: make([]int, len(data)>>10+1)}
	src := &inspect.Source{Name: "a.xlsx", ReaderAt: c, Size: int64(len(data))}
	if res, err := sumikeshi.Check(context.Background(), src, sumikeshi.Options{}); err != nil || res.Rows != 20_000 {
		t.Fatalf("%d rows with people: %v", res.Rows, err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		from, err := f.DataOffset()
		if err != nil {
			t.Fatal(err)
		}
		if f.CompressedSize64 < 100<<10 {
			continue
		}
		total := 0
		for _, n := range c.bytes[from>>10 : (uint64(from)+f.CompressedSize64)>>10] {
			total += n
		}
		if times := float64(total) / float64(f.CompressedSize64); times > most {
			t.Errorf("%s: read %.1f times", f.Name, times)
		} else {
			t.Logf("%s: read %.1f times", f.Name, times)
		}
	}
}
