package ooxml

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// rules are what stands on a sheet beside its cells and can depend on what goes: conditional formats (ECMA-376 part 1, 18.3.1.18),
// data validations (18.3.1.33), sparklines (MS-XLSX 2.6), hyperlinks (18.3.1.47), controls (18.3.1.19), consolidation (18.3.1.29).
// What points at a sheet that goes is left out; a list is never written out in its place, since that would publish it again.
type rules struct {
	j     *job
	at    origin
	where inspect.Sheet
	on    inspect.Location // the part, nil for what hangs on a sheet
	text  []byte
	areas []sml.Area // of the conditional format or the validation being read
}

func (j *job) rules(sheet int) *rules {
	return &rules{j: j, at: origin{sheet: sheet}, where: inspect.Sheet{Sheet: j.wb.Sheets[sheet].Name}, on: partAt(j.wb.Sheets[sheet].Part)}
}

// judge reports whether what holds a formula goes: it names what goes, or it is a rule for cells that a reader sees and reads cells that
// are emptied, so that its answer would change with them, or it says what is masked.
func (r *rules) judge(formula string) bool {
	return r.j.judge.formula(formula, r.at) == sure || r.j.tells(formula) || len(r.areas) > 0 && r.readsEmptied(formula)
}

// readsEmptied reports whether a rule for some cells reads cells of its sheet that are emptied. A formula is written for the first of
// the cells; one that stays in its row reads for an emptied row what nobody sees.
func (r *rules) readsEmptied(formula string) bool {
	empty := r.j.judge.blanks[r.at.sheet]
	if len(empty.areas) == 0 {
		return false
	}
	for ref := range sml.Refs(formula) {
		read, ok := sml.ParseArea(ref.Area)
		if !ok || ref.Sheet != "" || ref.Book != "" {
			continue
		}
		for _, a := range r.areas {
			if r.reaches(ref.Area, read, a, empty) {
				return true
			}
		}
	}
	return false
}

// reaches judges one reference for one area of the rule.
func (r *rules) reaches(ref string, read, a sml.Area, empty *cover) bool {
	home := r.areas[0]
	inRow := read.Row1 == read.Row2 && read.Row1 == home.Row1 && !strings.Contains(strings.TrimPrefix(ref, "$"), "$")
	if !inRow {
		return empty.touches(read.Widen(a.Col2-home.Col1, a.Row2-home.Row1))
	}
	for _, e := range empty.areas {
		if e.Col1 > read.Col2+a.Col2-home.Col1 || e.Col2 < read.Col1 {
			continue
		}
		first, last := max(e.Row1, a.Row1), min(e.Row2, a.Row2)
		if first <= last && !(empty.has(a.Col1, first) && empty.has(a.Col1, last)) {
			return true
		}
	}
	return false
}

// over notes the cells that the rules being read are for.
func (r *rules) over(s *xmlscan.Scanner) {
	refs, _ := s.Attr("sqref")
	r.areas = r.areas[:0]
	for _, ref := range strings.Fields(string(refs)) {
		if a, ok := sml.ParseArea(ref); ok {
			r.areas = append(r.areas, a)
		}
	}
}

// points reports whether an attribute holds a formula that reads what goes.
func (r *rules) points(s *xmlscan.Scanner, name string) bool {
	v, ok := s.Attr(name)
	return ok && len(v) > 0 && r.judge(string(v))
}

// links are attributes of controls that name cells (18.3.1.20 controlPr; MS-XLSX 2.6 formControlPr).
var links = [...]string{"linkedCell", "listFillRange", "fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup"}

// of says what becomes of an element by its name and attributes alone.
func (r *rules) of(s *xmlscan.Scanner) action {
	switch string(s.LocalBytes()) {
	case "conditionalFormatting":
		r.over(s)
	case "dataValidation":
		r.over(s)
		return item
	case "sparkline":
		r.areas = r.areas[:0]
		return item
	case "cfRule":
		return item
	case "formula", "formula1", "formula2", "f":
		return formula
	case "customSheetViews":
		if r.j.goneAny { // the workbook's list of views goes, too: it names sheets
			return drop
		}
	case "hyperlink":
		if r.points(s, "location") {
			return drop
		}
	case "cfvo":
		if r.points(s, "val") {
			return dropAround
		}
	case "oleObject":
		if r.points(s, "link") {
			return drop
		}
	case "dataRef":
		if v, ok := s.Attr("sheet"); ok {
			if i, known := r.j.judge.tab(string(v)); known && r.j.gone[i] {
				return drop
			}
		}
	}
	return keep
}

// hook changes the rules of a sheet.
func (r *rules) hook(p *splicer) (action, error) {
	act := r.of(p.s)
	r.j.maskAttrs(r.on, p)
	if act != keep {
		return act, nil
	}
	switch string(p.s.LocalBytes()) {
	case "conditionalFormatting":
		if r.j.judge.pivots {
			p.without("pivot")
		}
	case "controlPr", "formControlPr":
		for _, name := range links {
			if r.points(p.s, name) {
				p.without(name)
			}
		}
		if r.j.judge.macros {
			p.without("macro")
		}
	case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter":
		return r.j.maskElement(p, r.header), nil
	}
	return keep, nil
}

// concerns reports, in the first pass, whether the hook would change anything at an element. It may read on.
func (r *rules) concerns(s *xmlscan.Scanner) bool {
	if len(r.j.toldAttrs(r.on, s)) > 0 {
		return true
	}
	switch act := r.of(s); act {
	case keep, item:
	case formula:
		return r.judge(r.read(s))
	default:
		return true
	}
	switch string(s.LocalBytes()) {
	case "conditionalFormatting":
		_, ok := s.Attr("pivot")
		return ok && r.j.judge.pivots
	case "controlPr", "formControlPr":
		for _, name := range links {
			if r.points(s, name) {
				return true
			}
		}
		_, ok := s.Attr("macro")
		return ok && r.j.judge.macros
	case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter":
		if r.j.mask != nil {
			text := r.read(s)
			return r.header(text) != text
		}
	}
	return false
}

// read returns the text of the element that has just started.
func (r *rules) read(s *xmlscan.Scanner) string {
	depth := s.Depth()
	r.text = r.text[:0]
	for s.Next() && !(s.Kind() == xmlscan.End && s.Depth() == depth) {
		if s.Kind() == xmlscan.Text {
			r.text = append(r.text, s.Text()...)
		}
	}
	return string(r.text)
}

// header masks a header or footer, whose texts codes part.
func (r *rules) header(text string) string {
	return sml.JoinHeader(text, func(s string) string { return r.j.mask(r.where, s) })
}

// maskElement masks an element that holds one text and nothing else.
func (j *job) maskElement(p *splicer, mask func(string) string) action {
	if j.mask == nil {
		return keep
	}
	p.buf = append(p.buf, p.s.Raw()...)
	n := len(p.buf)
	old := p.readRaw()
	if text := mask(old); text != old {
		end := append([]byte(nil), p.s.Raw()...)
		p.buf = append(xmlscan.Escape(p.buf[:n], text), end...)
	}
	return done
}
