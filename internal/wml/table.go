package wml

import (
	"strconv"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A Table is an open table (17.4.37).
type Table struct {
	Row, Col int // of the cell that is open or was last, from 1; columns count those of the grid

	outer  *Cell   // the cell that the table stands in
	flat   bool    // the row that is open
	height float64 // of it, if it is exact
	last   bool    // it is said to be the last one
	style  *style
	look   look
	merges []merge // by column

	indent  float64   // twips
	place   *[2]axis  // nil if it stands in the text
	grid    []float64 // widths of the columns in twips
	fixed   bool      // they are as wide as they say
	outside bool      // of the page
}

// A Cell is a cell of a table (17.4.65).
type Cell struct {
	Table    *Table
	Row, Col int

	shade  paint
	span   int
	flat   bool    // no line of text fits into the height of its row
	height float64 // exact, of its row in twips; 0 if it grows with the text
	used   float64 // by the paragraphs so far, at least
	merges bool    // vertically, with others
	joined bool    // to the cell above it, which is the one that is shown
	looks  []scenario
	narrow bool // nothing fits between its edges
}

// A look says which conditional formats of its style a table uses (17.4.55).
type look struct{ firstRow, lastRow, firstColumn, lastColumn, noRows, noColumns bool }

// readLook reads tblLook: attributes by name, or the bits of older files.
func readLook(s *xmlscan.Scanner) look {
	v, _ := Attr(s, "val")
	bits, _ := strconv.ParseUint(v, 16, 16)
	flag := func(name string, bit uint64) bool {
		if v, ok := Attr(s, name); ok {
			return truth(v)
		}
		return bits&bit != 0
	}
	return look{
		flag("firstRow", 0x20), flag("lastRow", 0x40), flag("firstColumn", 0x80), flag("lastColumn", 0x100),
		flag("noHBand", 0x200), flag("noVBand", 0x400),
	}
}

// grounds returns the colours that the cell may have, and whether one of them covers what lies below for certain. Which row is the
// last is not known before its end, so a table style may leave more than one, unless it is said which look is meant.
func (c *Cell) grounds(table *scenario) (list []paint, whole bool) {
	switch c.shade.kind {
	case solid, blurred:
		return []paint{c.shade}, true
	case auto:
		return nil, false
	}
	t := c.Table
	switch {
	case t.style == nil:
		return nil, false
	case table != nil:
		if k := table.ground.kind; k == solid || k == blurred {
			return []paint{table.ground}, true
		}
		return nil, false
	}
	add := func(cond string) bool {
		p := t.style.cells[cond]
		if p.kind == solid || p.kind == blurred {
			list = append(list, p)
		}
		return p.kind == solid || p.kind == blurred
	}
	if t.look.firstRow && c.Row == 1 && add("firstRow") {
		return list, true
	}
	whole = add("wholeTable")
	whole = add("") || whole
	for cond, used := range map[string]bool{
		"lastRow": t.look.lastRow, "firstCol": t.look.firstColumn && c.Col == 1, "lastCol": t.look.lastColumn,
		"band1Horz": !t.look.noRows, "band2Horz": !t.look.noRows, "band1Vert": !t.look.noColumns, "band2Vert": !t.look.noColumns,
		"nwCell": true, "neCell": true, "swCell": true, "seCell": true,
	} {
		if used {
			add(cond)
		}
	}
	return list, whole
}

// table returns the innermost open table of the container, or nil.
func (w *walker) table() *Table {
	b := w.box()
	if len(b.tables) == 0 {
		return nil
	}
	return b.tables[len(b.tables)-1]
}

// cell returns the cell that is open, or nil.
func (w *walker) cell() *Cell {
	b := w.box()
	if len(b.cells) == 0 {
		return nil
	}
	return b.cells[len(b.cells)-1]
}

// startTable takes the elements of tables.
func (w *walker) startTable(s *xmlscan.Scanner, local string) {
	b := w.box()
	switch local {
	case "tbl":
		b.tables = append(b.tables, &Table{outer: w.cell(), style: w.styles.get(w.styles.table)})
		return
	case "tr":
		if t := w.table(); t != nil {
			if t.Row++; t.Row == 1 {
				t.outside = w.tableOutside(t)
			}
			t.Col, t.flat, t.height, t.last = 1, false, 0, false
		}
		return
	case "tc":
		if t := w.table(); t != nil {
			b.cells = append(b.cells, &Cell{Table: t, Row: t.Row, Col: t.Col, span: 1, flat: t.flat, height: t.height})
		}
		return
	}
	t := w.table()
	if t == nil || w.changes > 0 {
		return
	}
	switch w.parent() {
	case "tblPr":
		switch local {
		case "tblStyle":
			id, _ := Attr(s, "val")
			t.style = w.styles.get(id)
		case "tblLook":
			t.look = readLook(s)
		case "tblInd":
			t.indent = float64(measure(s, "w", 20))
		case "tblpPr":
			place := placed(s, tablePlace)
			t.place = &place
		case "tblLayout":
			v, _ := Attr(s, "type")
			t.fixed = v == "fixed"
		}
	case "tblGrid":
		if local == "gridCol" && len(t.grid) < maxSpan {
			t.grid = append(t.grid, float64(measure(s, "w", 20)))
		}
	case "trPr":
		switch local {
		case "gridBefore":
			t.Col += number(s)
		case "trHeight":
			t.flat = flatRow(s)
			if rule, _ := Attr(s, "hRule"); rule == "exact" {
				t.height = float64(measure(s, "val", 20))
			}
		case "cnfStyle":
			v, _ := Attr(s, "lastRow")
			bits, _ := Attr(s, "val")
			t.last = truth(v) || len(bits) == 12 && bits[1] == '1'
		}
	case "tcPr":
		c := w.cell()
		switch {
		case c == nil:
		case local == "shd":
			c.shade = w.styles.theme.shade(s)
		case local == "gridSpan":
			c.span = max(1, number(s))
		case local == "tcW":
			kind, _ := Attr(s, "type")
			c.narrow = t.fixed && kind == "dxa" && measure(s, "w", 20) <= tinyLine
		case local == "vMerge":
			v, _ := Attr(s, "val")
			c.merges = true
			c.joined = v != "restart" && c.Table.above(c.Col) > 0
		}
	}
}

const maxSpan = 1 << 14 // columns

func number(s *xmlscan.Scanner) int {
	v, _ := Attr(s, "val")
	n, err := strconv.Atoi(v)
	if err != nil {
		return 0
	}
	return min(max(n, 0), maxSpan)
}

// endTable takes the end of a table, a row or a cell.
func (w *walker) endTable(local string) error {
	b, t := w.box(), w.table()
	if t == nil {
		return nil
	}
	switch local {
	case "tc":
		if c := w.cell(); c != nil && c.Table == t {
			t.merge(c)
			t.Col = min(t.Col+c.span, maxSpan)
			b.cells = b.cells[:len(b.cells)-1]
		}
	case "tr":
		return call(w.v.Row, t)
	case "tbl":
		b.tables = b.tables[:len(b.tables)-1]
		return call(w.v.Table, t)
	}
	return nil
}

// call calls a visitor's function if there is one.
func call[T any](fn func(T) error, v T) error {
	if fn == nil {
		return nil
	}
	return fn(v)
}
