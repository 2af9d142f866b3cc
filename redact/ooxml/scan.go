package ooxml

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// facts are what one pass over a sheet that stays has found out. They do not grow with the sheet.
type facts struct {
	touched  bool         // a cell changes
	freezes  bool         // a formula goes
	metadata bool         // a cell that stays names metadata
	values   map[int]bool // rich values that cells which stay name
	groups   map[int]bool // shared formulas that are frozen, by group
	view     bool         // the sheet says how it is viewed
	selected bool         // and that its tab is selected
	rules    bool         // something other than a cell changes
}

// scanSheets reads the sheets that stay, if any of their cells may have to change or if the use of shared strings has to be known.
func (j *job) scanSheets() error {
	if j.wb == nil {
		return nil
	}
	j.readRich()
	if !j.takes() && !j.strings && j.mask == nil && !j.rich && j.cards == nil && j.freeze == nil {
		return nil
	}
	for i, sh := range j.wb.Sheets {
		if sh.Part == nil || j.gone[i] || sh.Kind != "worksheet" && sh.Kind != "xlMacrosheet" && sh.Kind != "dialogsheet" {
			continue
		}
		if err := j.scanSheet(i, sh.Part); err != nil {
			return err
		}
	}
	return nil
}

func (j *job) scanSheet(i int, part *opc.Part) error {
	f := &facts{groups: map[int]bool{}, values: map[int]bool{}}
	j.facts[part] = f
	cells := newCellReader(true)
	rules := j.rules(i)
	d := &decider{j: j, sheet: i, facts: f, freeze: j.freeze[part], where: inspect.Cell{Sheet: j.wb.Sheets[i].Name}, scanning: true}
	err := j.scan(part, func(s *xmlscan.Scanner) error {
		if s.Kind() != xmlscan.Start {
			return nil
		}
		switch {
		case s.Is("c"):
			d.scan(cells.read(s))
		case s.Is("row"):
			cells.startRow(s)
		case s.Is("sheetView"):
			f.view = true
			f.selected = f.selected || attrBool(s, "tabSelected")
		default:
			f.rules = f.rules || rules.concerns(s)
		}
		return nil
	})
	return err
}

// A decider decides what becomes of each cell of a sheet. It is asked twice for the same cells: once to learn which groups of formulas
// are frozen as a whole, and once, with that known, for the rewriting.
type decider struct {
	j        *job
	sheet    int
	facts    *facts
	freeze   map[[2]int]bool
	where    inspect.Cell
	scanning bool
}

// A fate is what becomes of a cell.
type fate uint8

const (
	stays fate = iota
	plain      // loses its references to metadata
	frozen
	masked
	blanked
)

// scan notes what the first pass has to know of a cell.
func (d *decider) scan(c *cell) {
	j, f := d.j, d.facts
	what, _ := d.decide(c)
	j.computed = j.computed || c.hasFormula && len(c.value) > 0
	if what != stays {
		f.touched = true
	}
	if c.hasFormula && (what == frozen || what == masked || what == blanked) {
		f.freezes = true
		if what == frozen {
			j.wants(c, d.where.Sheet)
		}
		if c.group >= 0 && (what != blanked || len(c.formula) > 0) {
			f.groups[c.group] = true
		}
	}
	if what <= frozen {
		if n := c.shared(); n >= 0 {
			j.used.set(n)
			j.uses++
		}
	}
	if c.cm && (what == stays || what == plain) {
		f.metadata = true
	}
	if c.vm > 0 && what <= frozen && j.cards == nil {
		f.metadata, f.values[c.vm] = true, true
	}
}

// decide says what becomes of a cell, and with which text if it is masked.
func (d *decider) decide(c *cell) (fate, string) {
	j := d.j
	if j.judge.blanks[d.sheet].has(c.col, c.row) {
		if !c.hasFormula && !c.hasValue {
			return stays, ""
		}
		return blanked, ""
	}
	freeze := c.hasFormula && d.frozen(c)
	if text, ok := d.card(c); ok {
		return masked, text
	}
	if text, ok := d.mask(c); ok {
		return masked, text
	}
	switch {
	case freeze:
		return frozen, ""
	case j.rich && (c.cm || c.vm > 0), j.cards != nil && c.vm > 0:
		return plain, ""
	}
	return stays, ""
}

// frozen reports whether a cell's formula goes. Shared formulas are judged by their master, for all cells of the group, and frozen as a
// whole: a follower without its master is broken. The range of an array formula hangs on the cell that holds it.
func (d *decider) frozen(c *cell) bool {
	j := d.j
	named := d.freeze[[2]int{c.col, c.row}] || j.mask != nil && j.tells(string(c.formula)) || j.cards != nil && readsFields(c.formula)
	if c.group >= 0 {
		if len(c.formula) > 0 && (named || j.takes() && d.reads(c)) {
			d.facts.groups[c.group] = true
		}
		return d.facts.groups[c.group]
	}
	if named {
		return true
	}
	if !j.takes() {
		return false
	}
	switch c.kind {
	case "dataTable":
		return true // recalculates from formulas that may be frozen
	case "array":
		if c.master && j.judge.blanks[d.sheet].touches(c.ref) {
			return true
		}
	}
	return d.reads(c)
}

func (d *decider) reads(c *cell) bool {
	if d.j.values {
		return true
	}
	at := origin{sheet: d.sheet}
	if c.group >= 0 && c.master {
		at.cols, at.rows = c.ref.Col2-c.ref.Col1, c.ref.Row2-c.ref.Row1
	}
	return d.j.judge.formula(string(c.formula), at) > safe
}

// mask asks the mask for what a cell shows, and returns another text if it gives one.
func (d *decider) mask(c *cell) (string, bool) {
	if d.j.mask == nil || !c.hasValue || len(c.value) == 0 {
		return "", false
	}
	switch c.typ {
	case sml.TypeNumber, sml.TypeString, sml.TypeInline, sml.TypeDate:
	default:
		return "", false
	}
	if d.scanning && d.facts.touched && c.group < 0 {
		return "", false // the second pass will ask
	}
	d.where.Row, d.where.Col = c.row, c.col
	old := string(c.value)
	text := d.j.mask(&d.where, old)
	return text, text != old
}
