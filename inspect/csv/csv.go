// Package csv reads tables of separated values: CSV and TSV as Excel writes and reads them. Every field is an item; a reader sees
// all of them.
package csv

import (
	"context"
	"io"
	"iter"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/text"
	"github.com/sumikeshi/sumikeshi/internal/plain"
)

// Format is a table of values that are separated by commas, semicolons or tabs.
type Format struct {
	Tables inspect.Tables // tells heads and types of columns
}

// Name returns "csv".
func (Format) Name() string { return "csv" }

// Places returns nothing: separated values hide nothing.
func (Format) Places() []*inspect.Place { return nil }

// Recognize reports whether src is text and a table: by its name, or because its first lines have the same number of fields.
func (Format) Recognize(src *inspect.Source) bool {
	look, ok := plain.Sniff(src.Name, src, src.Size)
	return ok && look.Markup == "" && look.Sep != 0
}

// Open decides how the table is encoded.
func (f Format) Open(_ context.Context, src *inspect.Source) (inspect.Document, error) {
	t, err := plain.Open(src.Name, src, src.Size)
	if err != nil {
		return nil, text.Unread(err)
	}
	return document{t, f.Tables}, nil
}

type document struct {
	*plain.Text
	tables inspect.Tables
}

func (document) Close() error { return nil }

// Bounds of the sample from which the layout of the table is read.
const (
	sampleRows  = 64
	sampleCells = 16 << 10
	sampleBytes = 4 << 20
)

// Items yields the fields that are not blank. The first rows are held until the layout is known; the rest streams.
func (d document) Items(ctx context.Context) iter.Seq2[*inspect.Item, error] {
	return func(yield func(*inspect.Item, error) bool) {
		s := d.Scan()
		held, err := sample(s)
		r := row{layout: d.tables.Layout(cells(held))}
		for i := range held {
			if !yield(r.item(&held[i]), nil) {
				return
			}
		}
		for n := 0; err == nil; n++ {
			var p plain.Piece
			if p, err = s.Next(); err != nil {
				break
			}
			if n%1024 == 0 && ctx.Err() != nil {
				err = ctx.Err()
				break
			}
			if !blank(p) && !yield(r.item(&p), nil) {
				return
			}
		}
		if err != io.EOF {
			yield(nil, text.Unread(err))
		}
	}
}

func blank(p plain.Piece) bool { return strings.TrimSpace(p.Text) == "" }

// sample returns the fields of the first rows, and the error that ended them.
func sample(s *plain.Scanner) ([]plain.Piece, error) {
	var held []plain.Piece
	for size := 0; len(held) < sampleCells && size < sampleBytes; {
		p, err := s.Next()
		if err != nil {
			return held, err
		}
		if !blank(p) {
			held = append(held, p)
			size += len(p.Text)
		}
		if p.Row > sampleRows {
			break
		}
	}
	return held, nil
}

// cells returns the fields as the table pass takes them. Of a very long field that came in several pieces it gets the first.
func cells(held []plain.Piece) []inspect.TableCell {
	out := make([]inspect.TableCell, 0, len(held))
	for i, p := range held {
		if i == 0 || p.Row != held[i-1].Row || p.Col != held[i-1].Col {
			out = append(out, inspect.TableCell{Row: p.Row, Col: p.Col, Text: p.Text})
		}
	}
	return out
}

// A row lends itself to one item after the other.
type row struct {
	layout *inspect.Layout
	where  inspect.Line
	it     inspect.Item
}

func (r *row) item(p *plain.Piece) *inspect.Item {
	r.where = inspect.Line{Line: p.Line, Col: p.Col}
	it := &r.it
	*it = inspect.Item{Where: &r.where, Text: p.Text}
	var n int
	if it.Labels, n = r.layout.At(p.Row, p.Col); n > 0 {
		it.Record = inspect.Record(1, n)
	}
	return it
}
