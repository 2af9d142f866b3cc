package ooxml

import (
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// showHook shows rows of a sheet and takes the criteria of its filter away; the buttons of the filter stay (ECMA-376 part 1, 18.3.2.7,
// 18.3.1.82 filterMode, 18.3.1.73).
func showHook(rows []sml.Area) hook {
	shown := newCover(rows)
	row, zero := 0, false
	return func(p *splicer) (action, error) {
		switch {
		case p.s.Is("sheetPr"):
			p.without("filterMode")
		case p.s.Is("sheetFormatPr"):
			zero = attrBool(p.s, "zeroHeight") || zeroed(p.s, "defaultRowHeight")
		case p.s.Is("row"):
			row++
			if n := attrInt(p.s, "r"); n > 0 {
				row = n
			}
			if shown.has(1, row) {
				showRow(p, zero)
			}
		case p.s.Is("filterColumn"):
			return dropCriteria(p), nil
		}
		return keep, nil
	}
}

// showRow shows the row whose tag is read; zero says that rows without a height are hidden.
func showRow(p *splicer, zero bool) {
	p.without("hidden")
	if _, ok := p.s.Attr("ht"); zeroed(p.s, "ht") || !ok && zero {
		p.with("ht", strconv.Itoa(sml.ShownHeight))
		p.with("customHeight", "1")
	}
}

// zeroed reports whether an attribute is there and is 0.
func zeroed(s *xmlscan.Scanner, name string) bool {
	v, ok := s.Attr(name)
	f, err := strconv.ParseFloat(string(v), 64)
	return ok && err == nil && f == 0
}

// dropCriteria leaves out what a filter looks for. Saved views have filters of their own, in their own element.
func dropCriteria(p *splicer) action {
	if p.parent() != "autoFilter" || p.above(2) == "customSheetView" {
		return keep
	}
	return drop
}

// filterNames are the names that an advanced filter leaves (18.2.5): where it looked, for what, and where it copied to.
var filterNames = [...]string{"_xlnm._FilterDatabase", "_xlnm.Criteria", "_xlnm.Extract"}

// leftover reports whether a defined name belongs to an advanced filter that is taken away: the sheet shows rows and has no filter of its
// own, which would need its name.
func (j *job) leftover(nm *sml.Name, own map[int]bool) (bool, error) {
	if nm.Sheet < 0 || nm.Sheet >= len(j.wb.Sheets) {
		return false, nil
	}
	part := j.wb.Sheets[nm.Sheet].Part
	if part == nil || len(j.show[part]) == 0 {
		return false, nil
	}
	for _, name := range filterNames {
		if !strings.EqualFold(nm.Name, name) {
			continue
		}
		has, known := own[nm.Sheet]
		if !known {
			var err error
			if has, err = j.hasFilter(part); err != nil {
				return false, err
			}
			own[nm.Sheet] = has
		}
		return !has, nil
	}
	return false, nil
}

// hasFilter reports whether a sheet has a filter with buttons.
func (j *job) hasFilter(part *opc.Part) (bool, error) {
	r, err := j.open(part)
	if err != nil {
		return false, err
	}
	defer r.Close()
	v := filterSeeker{}
	err = sml.ScanAround(j.ctx, r, &v)
	return v.found, err
}

// A filterSeeker is the visitor that looks for a filter.
type filterSeeker struct{ found bool }

func (*filterSeeker) Columns(sml.Columns) error { return nil }
func (*filterSeeker) Row(sml.Row) error         { return nil }
func (*filterSeeker) Cell(*sml.Cell) error      { return nil }

func (v *filterSeeker) Element(s *xmlscan.Scanner) error {
	if s.Is("customSheetViews") {
		s.Skip()
	}
	v.found = v.found || s.Is("autoFilter")
	return nil
}
