package ooxml

import (
	"fmt"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A table is a table part (ECMA-376 part 1, 18.5.1.2).
type table struct {
	part    *opc.Part
	id      string
	name    string
	sheet   int
	goes    bool // by itself; its cells stay
	area    sml.Area
	head    int      // rows of heads
	columns []string // names, from the left

	// renamed are the columns whose head is emptied or masked. A head and the name of its column must be equal, so the table then leaves its
	// heads to the sheet and names these columns anew.
	renamed map[int]string
}

// readTables reads the tables of all sheets.
func (j *job) readTables() error {
	for i, sh := range j.wb.Sheets {
		if sh.Part == nil {
			continue
		}
		for _, r := range sh.Part.ByType("table") {
			if r.Part == nil {
				continue
			}
			t := &table{part: r.Part, sheet: i, head: 1, goes: j.drop[r.Part]}
			if err := j.scan(r.Part, t.read); err != nil {
				return err
			}
			if !j.gone[i] {
				t.rename(j.blank[sh.Part])
				t.renameMasked(j.mask, inspect.Sheet{Sheet: sh.Name})
			}
			j.tables = append(j.tables, t)
		}
	}
	return nil
}

func (t *table) read(s *xmlscan.Scanner) error {
	switch {
	case s.Kind() != xmlscan.Start:
	case s.Depth() == 1:
		t.id, t.name = attr(s, "id"), attr(s, "displayName")
		t.area, _ = sml.ParseArea(attr(s, "ref"))
		if attr(s, "headerRowCount") == "0" {
			t.head = 0
		}
	case s.Is("tableColumn"):
		t.columns = append(t.columns, attr(s, "name"))
	}
	return nil
}

// rename finds the columns whose head is emptied.
func (t *table) rename(blanks []sml.Area) {
	empty := newCover(blanks)
	for i := range t.columns {
		if t.head > 0 && empty.has(t.area.Col1+i, t.area.Row1) {
			t.renameColumn(i)
		}
	}
}

// renameMasked finds the columns whose head is masked. Two heads may be masked alike, and names of columns must differ.
func (t *table) renameMasked(mask Mask, where inspect.Location) {
	for i, name := range t.columns {
		if t.head > 0 && mask != nil && mask(where, name) != name {
			t.renameColumn(i)
		}
	}
}

func (t *table) renameColumn(i int) {
	if t.renamed == nil {
		t.renamed = map[int]string{}
	}
	t.renamed[i] = t.fresh(i + 1)
}

// fresh returns a name like those that Excel gives to columns without a head, and that no other column has.
func (t *table) fresh(n int) string {
	name := fmt.Sprintf("列%d", n)
	for i := 0; i < len(t.columns); i++ {
		if sml.EqualName(t.columns[i], name) && i != n-1 {
			name, i = name+"_", -1
		}
	}
	return name
}

// editTables takes formulas that read what goes out of the tables that stay, and what tied them to queries and maps; it gives columns
// the names that their heads have in the copy.
func (j *job) editTables() error {
	if j.wb == nil {
		return nil
	}
	for _, t := range j.tables {
		if !j.kept[t.part] || j.gone[t.sheet] {
			continue
		}
		hooks := []hook{j.tableHook(t), dropReferences(j.dangling(t.part))}
		if err := j.spliceSmall(t.part, hooks...); err != nil {
			return err
		}
	}
	return nil
}

func (j *job) tableHook(t *table) hook {
	query := j.dropsOwn(t.part, "queryTable")
	maps := j.dropsType("xmlMaps", "tableSingleCells")
	column := -1
	at := origin{sheet: t.sheet, rows: t.area.Row2 - t.area.Row1}
	where := &inspect.Sheet{Sheet: j.wb.Sheets[t.sheet].Name}
	return func(p *splicer) (action, error) {
		switch {
		case len(p.open) == 0:
			if t.renamed != nil {
				area := t.area
				area.Row1++
				p.with("ref", areaRef(area))
				p.with("headerRowCount", "0")
			}
			if typ := attr(p.s, "tableType"); query && typ == "queryTable" || maps && typ == "xml" {
				p.without("tableType")
				p.without("connectionId")
			}
		case p.s.Is("tableColumn"):
			column++
			j.editColumn(p, t, column, *where)
			if query {
				p.without("queryTableFieldId")
			}
		case (p.s.Is("autoFilter") || p.s.Is("sortState")) && t.renamed != nil:
			return drop, nil // has its buttons in the heads
		case p.s.Is("filterColumn") && len(j.show[j.wb.Sheets[t.sheet].Part]) > 0:
			return drop, nil
		case p.s.Is("xmlColumnPr") && maps:
			return drop, nil
		case p.s.Is("calculatedColumnFormula"), p.s.Is("totalsRowFormula"):
			return j.dropFormula(p, at)
		}
		return keep, nil
	}
}

// editColumn renames a column as its head.
func (j *job) editColumn(p *splicer, t *table, column int, where inspect.Location) {
	old := attr(p.s, "name")
	if now, ok := t.renamed[column]; ok {
		p.with("name", now)
	} else if j.mask != nil && j.mask(where, old) != old { // a name that no head shows
		p.with("name", t.fresh(column+1))
	}
	if label := attr(p.s, "totalsRowLabel"); label != "" && j.judge.blanks[t.sheet].has(t.area.Col1+column, t.area.Row2) {
		p.without("totalsRowLabel")
	} else if label != "" && j.mask != nil {
		if masked := j.mask(where, label); masked != label {
			p.with("totalsRowLabel", masked)
		}
	}
}

// dropFormula reads an element that holds a formula and leaves it out if the formula reads what goes.
func (j *job) dropFormula(p *splicer, at origin) (action, error) {
	start := len(p.buf)
	p.buf = append(p.buf, p.s.Raw()...)
	text := p.readRaw()
	if j.judge.formula(text, at) == safe && !j.tells(text) {
		return done, nil
	}
	p.buf = p.buf[:start]
	return done, nil
}

// areaRef writes an area as a reference.
func areaRef(a sml.Area) string {
	return inspect.Cell{Row: a.Row1, Col: a.Col1}.Ref() + ":" + inspect.Cell{Row: a.Row2, Col: a.Col2}.Ref()
}

// readRaw copies what is left of an element up to its end, and returns its text.
func (p *splicer) readRaw() string {
	depth := p.s.Depth()
	var text strings.Builder
	for p.s.Next() {
		if p.s.Kind() == xmlscan.Text {
			text.Write(p.s.Text())
		}
		p.buf = append(p.buf, p.s.Raw()...)
		if p.s.Kind() == xmlscan.End && p.s.Depth() == depth {
			break
		}
	}
	return text.String()
}
