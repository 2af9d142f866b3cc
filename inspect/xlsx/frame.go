package xlsx

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A frame is what stands around the cells of a sheet and decides whether a reader sees them. Most of it stands behind the cells, so it is
// read before them in a pass of its own.
type frame struct {
	merges   sml.Areas  // 18.3.1.55
	filters  []sml.Area // whose rows a filter hides
	rules    sml.Areas  // conditional formats, numbered as in ruled
	ruled    []rule
	painted  sml.Areas  // tables and pivots, whose styles paint the ground
	covers   []cover    // opaque shapes and pictures
	print    []sml.Area // 18.2.5, _xlnm.Print_Area
	database []sml.Area // _xlnm._FilterDatabase
	filtered bool       // the sheet says that a filter is on
	lastRef  sml.Area   // of the autoFilter being read
	refs     string     // of the conditional formats being read
	pending  int        // rules from this one on wait for their areas
}

// A framer is the visitor that reads a frame.
type framer struct{ sh *sheet }

func (framer) Columns(sml.Columns) error { return nil }
func (framer) Row(sml.Row) error         { return nil }
func (framer) Cell(*sml.Cell) error      { return nil }

func (v framer) Element(s *xmlscan.Scanner) error {
	if s.Is("formula") {
		v.sh.frame.formula(sml.ElementText(s))
		return nil
	}
	v.sh.frame.element(s)
	return nil
}

// readFrames reads the frames of the sheets that the survey did not read to their end. What can't be read of a part, the pass over the
// cells reports; it also counts its bytes, so that here they have a budget of their own.
func (d *document) readFrames(ctx context.Context) error {
	apart := limits.With(ctx, limits.NewBudget(limits.From(ctx).Limits))
	for _, sh := range d.sheets {
		if sh.Part == nil || sh.whole || sh.State != sml.Visible {
			continue
		}
		rc, err := sh.Part.Open(apart)
		if err != nil {
			continue
		}
		err = sml.ScanAround(apart, rc, framer{sh})
		rc.Close()
		if err != nil && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

// element notes one element that stands around the cells.
func (f *frame) element(s *xmlscan.Scanner) {
	switch string(s.LocalBytes()) {
	case "mergeCell":
		if a, ok := areaAttr(s, "ref"); ok {
			f.merges.Add(a, 0)
		}
	case "sheetPr":
		f.filtered = boolAttr(s, "filterMode")
	case "autoFilter":
		f.lastRef, _ = areaAttr(s, "ref")
	case "filterColumn":
		if f.lastRef.Row1 > 0 {
			f.filters = append(f.filters, f.lastRef)
			f.lastRef = sml.Area{}
		}
	case "customSheetViews": // has filters of its own
		s.Skip()
	case "conditionalFormatting", "cfRule", "sqref":
		f.rule(s)
	}
}

func areaAttr(s *xmlscan.Scanner, name string) (sml.Area, bool) {
	ref, _ := s.Attr(name)
	return sml.ParseArea(string(ref))
}

// named notes the ranges that the workbook's names give to a sheet.
func (d *document) named() {
	for _, n := range d.wb.Names {
		if n.Sheet < 0 || n.Sheet >= len(d.sheets) {
			continue
		}
		f := &d.sheets[n.Sheet].frame
		into := &f.database
		switch {
		case strings.EqualFold(n.Name, "_xlnm.Print_Area"):
			into = &f.print
		case !strings.EqualFold(n.Name, "_xlnm._FilterDatabase"):
			continue
		}
		for ref := range sml.Refs(n.Text) {
			if a, ok := sml.ParseArea(ref.Area); ok && ref.Book == "" {
				*into = append(*into, a)
			}
		}
	}
}

// inFilter reports whether a filter is what hides a row.
func (f *frame) inFilter(row int) bool {
	hides := func(list []sml.Area) bool {
		for _, a := range list {
			if a.Row1 < row && row <= a.Row2 { // the first row holds the heads
				return true
			}
		}
		return false
	}
	return hides(f.filters) || f.filtered && hides(f.database)
}

// reaches reports whether anything of the frame can hide a cell of a row.
func (f *frame) reaches(row int) bool {
	merged, ruled, painted := f.merges.Row(row), f.rules.Row(row), f.painted.Row(row)
	return merged || ruled || painted || len(f.print) > 0
}

// mergedAway reports whether a merged area holds the cell, of the row gone to last, and shows another one.
func (f *frame) mergedAway(row, col int) bool {
	away := false
	f.merges.At(col, func(a sml.Area, _ int) bool {
		away = a.Row1 != row || a.Col1 != col
		return !away
	})
	return away
}
