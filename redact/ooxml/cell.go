package ooxml

import (
	"strconv"

	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A cell is a c element (ECMA-376 part 1, 18.3.1.4) as it was read. It is borrowed until the next one.
type cell struct {
	row, col int
	lean     bool   // raw, name and style are not wanted
	raw      []byte // all of it, as written
	name     []byte // of the element, with its prefix
	style    []byte // the attributes that an emptied cell keeps, as written
	typ      string
	cm       bool
	vm       int // the number of its rich value, from 1; 0 if it has none

	hasFormula bool
	formula    []byte
	kind       string   // of the formula: shared, array, dataTable
	group      int      // of a shared formula
	ref        sml.Area // of the master of a shared or array formula
	master     bool
	f, fEnd    int // where the f element stands in raw

	hasValue bool
	value    []byte // v, or the text of an inline string
}

// A cellReader reads the cells of one sheet, counting what has no reference (18.3.1.4: r is optional).
type cellReader struct {
	cell
	lastRow, lastCol int
}

// A pass that only reads needs no bytes of a cell as written.
func newCellReader(reads bool) *cellReader { return &cellReader{cell: cell{lean: reads}} }

// startRow notes a row element.
func (r *cellReader) startRow(s *xmlscan.Scanner) {
	r.lastRow++
	if v, ok := s.Attr("r"); ok {
		if n, err := strconv.Atoi(string(v)); err == nil {
			r.lastRow = n
		}
	}
	r.lastCol = 0
}

// read reads the cell that has just started, up to its end.
func (r *cellReader) read(s *xmlscan.Scanner) *cell {
	c := &r.cell
	*c = cell{
		raw: c.raw[:0], name: c.name[:0], style: c.style[:0], formula: c.formula[:0], value: c.value[:0], lean: c.lean,
		row: r.lastRow, col: r.lastCol + 1, typ: sml.TypeNumber, group: -1,
	}
	if !c.lean {
		c.name = append(c.name, s.Name()...)
	}
	c.copy(s)
	s.Attrs(c.attr)
	r.lastCol = c.col
	depth := s.Depth()
	for s.Next() {
		switch {
		case s.Kind() == xmlscan.Start && s.Is("f"):
			c.readFormula(s)
			continue
		case s.Kind() == xmlscan.Start && (s.Is("v") || s.Is("is")):
			c.readValue(s)
			continue
		}
		c.copy(s)
		if s.Kind() == xmlscan.End && s.Depth() == depth {
			break
		}
	}
	return c
}

// copy appends the token as written.
func (c *cell) copy(s *xmlscan.Scanner) {
	if !c.lean {
		c.raw = append(c.raw, s.Raw()...)
	}
}

func (c *cell) attr(space string, local, value []byte) bool {
	if space != "" {
		return true
	}
	switch string(local) {
	case "r":
		if row, col, ok := sml.ParseRef(value); ok {
			c.row, c.col = row, col
		}
	case "t":
		c.typ = cellType(value)
	case "cm":
		c.cm = true
	case "vm":
		c.vm, _ = strconv.Atoi(string(value))
	}
	if k := string(local); !c.lean && (k == "r" || k == "s") {
		c.style = append(append(append(append(append(c.style, ' '), local...), `="`...), value...), '"')
	}
	return true
}

// cellType returns a constant for the types that matter here.
func cellType(t []byte) string {
	for _, k := range [...]string{sml.TypeShared, sml.TypeNumber, sml.TypeString, sml.TypeInline, sml.TypeBool, sml.TypeError, sml.TypeDate} {
		if string(t) == k {
			return k
		}
	}
	return sml.TypeNumber
}

// readFormula reads an f element (18.3.1.40).
func (c *cell) readFormula(s *xmlscan.Scanner) {
	c.hasFormula, c.f = true, len(c.raw)
	if v, ok := s.Attr("t"); ok {
		c.kind = string(v)
	}
	if v, ok := s.Attr("si"); ok && c.kind == "shared" {
		if n, err := strconv.Atoi(string(v)); err == nil {
			c.group = n
		}
	}
	if v, ok := s.Attr("ref"); ok {
		c.ref, c.master = sml.ParseArea(string(v))
	}
	c.text(s, &c.formula, nil)
	c.fEnd = len(c.raw)
}

// readValue reads a v element, or an inline string without its reading (18.3.1.96, 18.3.1.53, 18.4.6).
func (c *cell) readValue(s *xmlscan.Scanner) {
	c.hasValue = true
	c.text(s, &c.value, func(s *xmlscan.Scanner) bool { return s.Is("rPh") })
}

// text copies the element that has just started to raw and its text to into, without that of elements that skip says.
func (c *cell) text(s *xmlscan.Scanner, into *[]byte, skip func(*xmlscan.Scanner) bool) {
	depth, hidden := s.Depth(), 0
	c.copy(s)
	inline := s.Is("is")
	inText := !inline
	for s.Next() {
		c.copy(s)
		switch s.Kind() {
		case xmlscan.Start:
			if hidden == 0 && skip != nil && skip(s) {
				hidden = s.Depth()
			}
			inText = !inline || s.Is("t")
		case xmlscan.Text:
			if hidden == 0 && inText {
				*into = append(*into, s.Text()...)
			}
		case xmlscan.End:
			if s.Depth() == depth {
				return
			}
			if s.Depth() == hidden {
				hidden = 0
			}
			inText = !inline
		}
	}
}

// cached reports whether the formula's value is stored. Programs that never calculate leave v out, or empty; a text may be empty.
func (c *cell) cached() bool { return c.hasValue && (len(c.value) > 0 || c.typ == sml.TypeString) }

// maxStrings bounds the index of a shared string. No part within the bounds on size holds that many.
const maxStrings = 1 << 27

// shared returns the index of the cell's shared string, or -1.
func (c *cell) shared() int {
	if c.typ != sml.TypeShared || len(c.value) == 0 {
		return -1
	}
	n := 0
	for _, d := range c.value {
		if n = n*10 + int(d-'0'); d < '0' || d > '9' || n >= maxStrings {
			return -1
		}
	}
	return n
}

// appendBlank appends the cell without its content: reference and format stay.
func (c *cell) appendBlank(b []byte) []byte {
	b = append(append(b, '<'), c.name...)
	return append(append(b, c.style...), "/>"...)
}

// appendText appends the cell with a text of its own in place of what it held.
func (c *cell) appendText(b []byte, text string) []byte {
	prefix := c.name[:len(c.name)-1] // "c" or "x:c"
	tag := func(b []byte, open, local string) []byte {
		return append(append(append(append(b, open...), prefix...), local...), '>')
	}
	b = append(append(b, '<'), c.name...)
	b = append(append(b, c.style...), ` t="inlineStr">`...)
	b = tag(b, "<", "is")
	b = append(append(append(b, '<'), prefix...), `t xml:space="preserve">`...)
	b = xmlscan.Escape(b, text)
	b = tag(tag(b, "</", "t"), "</", "is")
	return append(append(append(b, "</"...), c.name...), '>')
}

// appendFrozen appends the cell without its formula. The value stays byte for byte, a text result with t="str": the standard
// describes that type for formulas, but Excel and every other reader take it as a text, and nothing has to be encoded anew. The mark
// of a dynamic array (cm) goes with the formula.
func (c *cell) appendFrozen(b []byte, keepVM bool) []byte {
	rest := append(append([]byte(nil), c.raw[:c.f]...), c.raw[c.fEnd:]...)
	end := tagEnd(rest)
	head := rest[:end]
	if c.cm {
		head = setAttr(head, "cm", "", false)
	}
	if c.vm > 0 && !keepVM {
		head = setAttr(head, "vm", "", false)
	}
	return append(append(b, head...), rest[end:]...)
}

// appendPlain appends the cell without its references to metadata, or without that to a rich value alone.
func (c *cell) appendPlain(b []byte, keepCM bool) []byte {
	end := tagEnd(c.raw)
	head := setAttr(c.raw[:end], "vm", "", false)
	if !keepCM {
		head = setAttr(head, "cm", "", false)
	}
	return append(append(b, head...), c.raw[end:]...)
}

// tagEnd returns the end of the tag that b begins with.
func tagEnd(b []byte) int {
	var quote byte
	for i, c := range b {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return len(b)
}
