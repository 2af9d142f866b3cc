package sumikeshi_test

import (
	"bytes"
	"context"
	"io"
	"sync"
	"testing"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/internal/samples"
	"github.com/sumikeshi/sumikeshi/internal/strictzip"
	"github.com/sumikeshi/sumikeshi/redact"
)

const benchRows = 100_000

// big is a workbook of 100,000 rows and 8 columns: a visible summary over a hidden roster.
var big = sync.OnceValues(func() ([]byte, error) {
	var buf bytes.Buffer
	err := samples.BigRoster(&buf, benchRows)
	return buf.Bytes(), err
})

func bench(b *testing.B, run func(data []byte) error) {
	data, err := big()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if err := run(data); err != nil {
			b.Fatal(err)
		}
	}
}

// The yardstick: inflating and checking every part of the same file, as the program does, and nothing else.
func BenchmarkInflate(b *testing.B) {
	ctx := context.Background()
	bench(b, func(data []byte) error {
		a, err := strictzip.Open(ctx, bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return err
		}
		for _, e := range a.Entries {
			r, err := e.Open(ctx)
			if err != nil {
				return err
			}
			if _, err := io.Copy(io.Discard, r); err != nil {
				return err
			}
			if err := r.Close(); err != nil {
				return err
			}
		}
		return nil
	})
}

// A figure counts only when the findings are right.
func BenchmarkCheck(b *testing.B) {
	bench(b, func(data []byte) error {
		res, err := sumikeshi.Check(context.Background(), named(data), sumikeshi.Options{})
		if err == nil && (res.People != benchRows || res.Rows != benchRows) {
			b.Fatalf("%d people in %d rows, want %d", res.People, res.Rows, benchRows)
		}
		return err
	})
}

func BenchmarkClean(b *testing.B) {
	bench(b, func(data []byte) error {
		out, err := sumikeshi.Clean(context.Background(), named(data), io.Discard, sumikeshi.Options{}, redact.Options{})
		if err == nil && out.After.People != 0 {
			b.Fatalf("%d people are left", out.After.People)
		}
		return err
	})
}
