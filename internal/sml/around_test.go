package sml

import (
	"context"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// An outliner writes down the elements around the cells, and the cells that it should not see.
type outliner struct{ names, cells []string }

func (o *outliner) Columns(Columns) error { o.names = append(o.names, "col"); return nil }
func (o *outliner) Row(Row) error         { o.cells = append(o.cells, "row"); return nil }
func (o *outliner) Cell(*Cell) error      { o.cells = append(o.cells, "c"); return nil }
func (o *outliner) Element(s *xmlscan.Scanner) error {
	o.names = append(o.names, s.Local())
	return nil
}

func Test_the_elements_around_the_cells(t *testing.T) {
	const head, tail = `<worksheet><sheetFormatPr/><cols><col min="1" max="2"/></cols>`, `<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells><x a="sheetData"/></worksheet>`
	rows := strings.Repeat(`<row><c r="A1"><v>1</v></c><c t="str"><v>&lt;/sheetData&gt;</v></c></row>`, 1000)
	for name, part := range map[string]string{
		"plain":    head + "<sheetData>" + rows + "</sheetData>" + tail,
		"empty":    head + "<sheetData/>" + tail,
		"spaced":   head + "<sheetData\n>" + rows + "</sheetData >" + tail,
		"prefixed": strings.NewReplacer("</", "</x:", "<", "<x:").Replace(`<worksheet xmlns:x="u"` + head[len("<worksheet"):] + "<sheetData>" + rows + "</sheetData>" + tail),
		"none":     head + tail,
	} {
		want := &outliner{}
		if err := ScanSheet(context.Background(), strings.NewReader(part), want); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, r := range []io.Reader{strings.NewReader(part), iotest.HalfReader(strings.NewReader(part)), iotest.OneByteReader(strings.NewReader(part)), iotest.DataErrReader(strings.NewReader(part))} {
			got := &outliner{}
			if err := ScanAround(context.Background(), r, got); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if len(got.cells) > 0 || !slices.Equal(got.names, want.names) {
				t.Errorf("%s: %q and %d cells, want %q", name, got.names, len(got.cells), want.names)
			}
		}
	}
	if err := ScanAround(context.Background(), strings.NewReader(head+"<sheetData>"+rows), &outliner{}); err == nil {
		t.Error("a sheet that is cut off was read without an error")
	}
}

func Test_areas_by_row(t *testing.T) {
	var a Areas
	a.AddRefs("B2:C4 E3 A10:A10", 7)
	a.Add(Area{1, 3, 2, 3}, 8)
	a.AddRefs("nonsense", 9)
	for _, tt := range []struct {
		row, col int
		want     []int
	}{{1, 2, nil}, {2, 2, []int{7}}, {3, 2, []int{7, 8}}, {3, 5, []int{7}}, {3, 4, nil}, {4, 3, []int{7}}, {10, 1, []int{7}}, {3, 1, []int{8}}, {5, 2, nil}} {
		var got []int
		a.Row(tt.row)
		a.At(tt.col, func(_ Area, n int) bool { got = append(got, n); return true })
		if !slices.Equal(got, tt.want) || a.Has(tt.col) != (len(tt.want) > 0) {
			t.Errorf("row %d, column %d: %v, want %v", tt.row, tt.col, got, tt.want)
		}
	}
}
