package xlsx

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// readTables notes of each sheet's tables their names, which structured references use, the rows that their filters hide and the cells
// that their styles paint; of its pivot tables the cells.
func (d *document) readTables(ctx context.Context) error {
	ignore := func(inspect.Item) error { return nil }
	for _, sh := range d.sheets {
		if sh.Part == nil {
			continue
		}
		for _, rel := range sh.Part.Rels {
			var err error
			switch {
			case rel.Part == nil:
			case ooxml.TypeIs(rel, "table"):
				t := tableReader{sh: sh}
				err = d.pkg.Scan(ctx, rel.Part, nil, nil, ignore, t.token)
				t.paint()
			case ooxml.TypeIs(rel, "pivotTable"):
				err = d.pkg.Scan(ctx, rel.Part, nil, nil, ignore, func(s *xmlscan.Scanner) error {
					if s.Kind() == xmlscan.Start && s.Is("location") {
						if a, ok := areaAttr(s, "ref"); ok {
							sh.frame.painted.Add(a, 0)
						}
					}
					return nil
				})
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// A tableReader reads a table part (18.5.1.2).
type tableReader struct {
	sh     *sheet
	area   sml.Area
	heads  int
	totals int
	style  string
	filter sml.Area
}

func (t *tableReader) token(s *xmlscan.Scanner) error {
	switch {
	case s.Kind() != xmlscan.Start:
	case s.Is("table"):
		name, _ := s.Attr("displayName")
		t.sh.tables = append(t.sh.tables, string(name))
		t.area, _ = areaAttr(s, "ref")
		t.heads = 1
		if v, ok := s.Attr("headerRowCount"); ok && string(v) == "0" {
			t.heads = 0
		}
		if v, ok := s.Attr("totalsRowCount"); ok && string(v) != "0" {
			t.totals = 1
		}
	case s.Is("autoFilter"):
		t.filter, _ = areaAttr(s, "ref")
	case s.Is("filterColumn") && t.filter.Row1 > 0:
		t.sh.frame.filters = append(t.sh.frame.filters, t.filter)
		t.filter = sml.Area{}
	case s.Is("tableStyleInfo"):
		v, _ := s.Attr("name")
		t.style = string(v)
	}
	return nil
}

// paint notes where the table's style may paint the ground: its heads and totals, and all of it if the style is a dark one or one that
// nobody knows. The light ones and most medium ones leave the rows white or nearly.
func (t *tableReader) paint() {
	if t.area.Row1 == 0 || t.style == "" {
		return
	}
	painted := &t.sh.frame.painted
	a := t.area
	if !lightStyle(t.style) {
		painted.Add(a, 0)
		return
	}
	if t.heads > 0 {
		painted.Add(sml.Area{Col1: a.Col1, Col2: a.Col2, Row1: a.Row1, Row2: a.Row1}, 0)
	}
	if t.totals > 0 {
		painted.Add(sml.Area{Col1: a.Col1, Col2: a.Col2, Row1: a.Row2, Row2: a.Row2}, 0)
	}
}

// lightStyle reports whether a built-in style leaves the rows of a table white or nearly.
func lightStyle(name string) bool {
	if strings.HasPrefix(name, "TableStyleLight") {
		return true
	}
	switch strings.TrimPrefix(name, "TableStyleMedium") {
	case "1", "2", "3", "4", "5", "6", "7", "15", "16", "17", "18", "19", "20", "21":
		return true
	}
	return false
}
