package sumikeshi_test

import (
	"context"
	"io"
	"testing"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/internal/samples"
	"github.com/sumikeshi/sumikeshi/redact"
)

// Files of 500 pages with five black boxes each, in an embedded Japanese font and in Helvetica. The peer is pdftotext.
var bigPDFs = []struct {
	name  string
	latin bool
}{{"ja", false}, {"lat", true}}

const benchPages = 500

func BenchmarkCheckPDF(b *testing.B) {
	for _, kind := range bigPDFs {
		b.Run(kind.name, func(b *testing.B) {
			data := samples.BigPDF(benchPages, kind.latin)
			b.ReportAllocs()
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				res, err := sumikeshi.Check(context.Background(), named(data), sumikeshi.Options{})
				if err != nil || res.Counts.Places["pdf/covered-text"] != 5*benchPages {
					b.Fatalf("%v: %v", res.Counts, err)
				}
			}
		})
	}
}

func BenchmarkCleanPDF(b *testing.B) {
	data := samples.BigPDF(benchPages/10, false)
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		out, err := sumikeshi.Clean(context.Background(), named(data), io.Discard, sumikeshi.Options{}, redact.Options{})
		if err != nil || out.After.Counts.Places["pdf/covered-text"] != 0 {
			b.Fatal(err)
		}
	}
}
