package sml

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"strconv"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// Nearly all cells of a large sheet, and nearly all of its strings, are written in one and the same way. They are read here, as whole
// elements out of the scanner's window. What is written in any other way is left to the scanner, which reads every way: this may
// refuse, but never guess.

// ahead reads the cells and rows that follow, as far as they are plain. It is called inside of a row.
func (sc *sheetScan) ahead() error {
	parent, b := sc.s.Ahead()
	if string(parent) != "row" || sc.thorough || sc.s.Depth() < 3 && !(sc.s.Kind() == xmlscan.Start && sc.s.Depth() == 2) {
		return nil // also a row that is the root, which no other one may follow
	}
	at := 0
	for {
		n := sc.plainCell(b[at:])
		if n > 0 {
			at += n
			if err := sc.v.Cell(&sc.cell); err != nil {
				return err
			}
			continue
		}
		row, n := sc.plainRow(b[at:])
		if n == 0 {
			sc.s.Take(at)
			return nil
		}
		at += n
		sc.row, sc.col = row.N, 0
		if err := sc.v.Row(row); err != nil {
			return err
		}
	}
}

// plainCell reads a cell of references, formats and types, a formula without attributes, and a value without markup. It returns its
// length in bytes, 0 for anything else.
func (sc *sheetScan) plainCell(b []byte) int {
	if len(b) < len("<c/>") || b[0] != '<' || b[1] != 'c' {
		return 0
	}
	c := &sc.cell
	if sc.dirty {
		sc.dirty, *c = false, Cell{}
	}
	c.Row, c.Col, c.Style, c.Type, c.Shared, c.HasFormula = sc.row, sc.col+1, 0, TypeNumber, 0, false
	c.Value, c.Formula = nil, nil
	at := sc.plainAttrs(b)
	if at == 0 {
		return 0
	}
	if b[at-2] != '/' {
		n := plainContent(c, b[at:])
		if n == 0 {
			return 0
		}
		at += n
	}
	sc.col = c.Col
	if c.Type == TypeShared {
		c.Shared = atoi(c.Value, -1)
	}
	return at
}

// plainAttrs reads the tag of a cell. It returns its length, 0 if it is not plain.
func (sc *sheetScan) plainAttrs(b []byte) int {
	c, seen := &sc.cell, 0
	at := len("<c")
	for at+len(` r="1"`) < len(b) && b[at] == ' ' {
		if b[at+2] != '=' || b[at+3] != '"' {
			return 0
		}
		name, n := b[at+1], 0
		at += len(` r="`)
		bit := 1 << (name - 'r')
		switch name {
		case 'r':
			c.Row, c.Col, n = plainRef(b[at:])
		case 's':
			c.Style, n = plainInt(b[at:])
		case 't':
			c.Type, n = plainType(b[at:])
		default:
			return 0
		}
		if at += n; n == 0 || seen&bit != 0 || at >= len(b) || b[at] != '"' {
			return 0
		}
		seen |= bit
		at++
	}
	switch {
	case at+1 >= len(b):
	case b[at] == '>':
		return at + 1
	case b[at] == '/' && b[at+1] == '>':
		return at + 2
	}
	return 0
}

// plainRef reads a reference such as AB12, and returns its length.
func plainRef(b []byte) (row, col, n int) {
	for n < len(b) && n <= 3 && b[n] >= 'A' && b[n] <= 'Z' {
		col = col*26 + int(b[n]-'A') + 1
		n++
	}
	if n == 0 || n > 3 {
		return 0, 0, 0
	}
	row, digits := plainInt(b[n:])
	if row == 0 {
		return 0, 0, 0
	}
	return row, col, n + digits
}

// plainInt reads a number of one to nine digits, and returns how many.
func plainInt(b []byte) (v, n int) {
	for n < len(b) && n < 9 && b[n]-'0' <= 9 {
		v = v*10 + int(b[n]-'0')
		n++
	}
	return v, n
}

func plainType(b []byte) (string, int) {
	if hasPrefix(b, `s"`) {
		return TypeShared, 1
	}
	for _, t := range [...]string{TypeShared, TypeNumber, TypeString, TypeInline, TypeBool, TypeError, TypeDate} {
		if len(b) > len(t) && b[len(t)] == '"' && string(b[:len(t)]) == t {
			return t, len(t)
		}
	}
	return "", 0
}

// plainContent reads what a cell holds, up to its end.
func plainContent(c *Cell, b []byte) (n int) {
	if hasPrefix(b, "<f>") {
		n = len("<f>")
		to := n + plainLen(b[n:])
		if !hasPrefix(b[to:], "</f>") {
			return 0
		}
		c.HasFormula, c.Formula, n = true, b[n:to], to+len("</f>")
	}
	switch {
	case hasPrefix(b[n:], "<v>"):
		n += len("<v>")
		to := n + plainLen(b[n:])
		if !hasPrefix(b[to:], "</v></c>") {
			return 0
		}
		c.Value = b[n:to]
		return to + len("</v></c>")
	case hasPrefix(b[n:], "</c>"):
		return n + len("</c>")
	case c.Type == TypeInline && hasPrefix(b[n:], "<is><t>"):
		n += len("<is><t>")
		to := n + plainLen(b[n:])
		if !hasPrefix(b[to:], "</t></is></c>") {
			return 0
		}
		c.Value = b[n:to]
		return to + len("</t></is></c>")
	}
	return 0
}

// plainLen returns how many bytes of b are themselves in a text and do not end it.
func plainLen(b []byte) int {
	n := 0
	for len(b)-n >= 8 { // eight at a time: a byte that is looked for is made 0, which alone borrows from its high bit
		const ones, highs = 0x0101010101010101, 0x8080808080808080
		v := binary.LittleEndian.Uint64(b[n:])
		angle, amp, cr := (v|2*ones)^'>'*ones, v^'&'*ones, v^'\r'*ones // '<' is '>' without 2
		if found := ((angle-ones)&^angle | (amp-ones)&^amp | (cr-ones)&^cr) & highs; found != 0 {
			return n + bits.TrailingZeros64(found)/8
		}
		n += 8
	}
	for n < len(b) && !needsLook[b[n]] {
		n++
	}
	return n
}

// needsLook holds the characters that are not themselves in a text, or end it.
var needsLook = [256]bool{'<': true, '>': true, '&': true, '\r': true}

func hasPrefix(b []byte, s string) bool { return len(b) >= len(s) && string(b[:len(s)]) == s }

// rowNames are the attributes of a row that a plain one may have. Those with quiet set only with a value that says nothing.
var rowNames = [...]struct {
	name  string
	quiet bool
}{
	{"r", false},
	{"spans", false},
	{"ht", false},
	{"s", false},
	{"customFormat", false},
	{"customHeight", false},
	{"hidden", true},
	{"outlineLevel", true},
	{"collapsed", true},
	{"x14ac:dyDescent", false},
}

// plainRow reads the end of a row and the start tag of the next one. It returns their length in bytes, 0 for anything else.
func (sc *sheetScan) plainRow(b []byte) (Row, int) {
	at := len("</row>")
	if !hasPrefix(b, "</row>") {
		return Row{}, 0
	}
	for at < len(b) && (b[at] == '\n' || b[at] == ' ') {
		at++
	}
	if !hasPrefix(b[at:], "<row") {
		return Row{}, 0
	}
	at += len("<row")
	row, seen := Row{N: sc.row + 1, Height: -1}, 0
	for at < len(b) && b[at] == ' ' {
		name, value, n := plainAttr(b[at:])
		bit := sc.rowAttr(&row, name, value)
		if n == 0 || bit == 0 || seen&bit != 0 {
			return Row{}, 0
		}
		seen |= bit
		at += n
	}
	if at >= len(b) || b[at] != '>' {
		return Row{}, 0
	}
	return row, at + 1
}

// rowAttr takes an attribute of a row. It returns a bit that stands for its name, 0 if it is not plain.
func (sc *sheetScan) rowAttr(row *Row, name, value []byte) int {
	for i, k := range rowNames {
		if string(name) != k.name {
			continue
		}
		switch k.name {
		case "r":
			row.N = atoi(value, row.N)
		case "ht":
			if f, err := strconv.ParseFloat(string(value), 64); err == nil {
				row.Height = f
			}
		case "x14ac:dyDescent":
			if !sc.s.Bound("x14ac") {
				return 0
			}
		}
		if k.quiet && string(value) != "0" && string(value) != "false" {
			return 0
		}
		return 1 << i
	}
	return 0
}

// plainAttr reads a blank and an attribute whose value needs no decoding, and returns their length.
func plainAttr(b []byte) (name, value []byte, n int) {
	eq := bytes.IndexByte(b, '=')
	if eq < 2 || eq+1 >= len(b) || b[eq+1] != '"' {
		return nil, nil, 0
	}
	value = b[eq+2:]
	end := bytes.IndexByte(value, '"')
	if end < 0 {
		return nil, nil, 0
	}
	for _, c := range value[:end] {
		if needsLook[c] || c < ' ' {
			return nil, nil, 0
		}
	}
	return b[1:eq], value[:end], eq + 2 + end + 1
}

// ahead reads the strings that follow, as far as each is one run of text. It is called between strings.
func (sc *stringScan) ahead() error {
	parent, b := sc.s.Ahead()
	if string(parent) != "sst" || sc.thorough {
		return nil
	}
	at := 0
	for {
		text, n := PlainString(b[at:])
		if n == 0 {
			sc.s.Take(at)
			return nil
		}
		at += n
		sc.str.ID, sc.str.Text, sc.str.Phonetic, sc.str.Runs = sc.str.ID+1, text, nil, nil
		if err := sc.fn(&sc.str); err != nil {
			return err
		}
	}
}

// PlainString reads an si element at the start of b that is one run of text without references. It returns the text and the length of
// the element in bytes, which is 0 for anything else, or if b ends inside it.
func PlainString(b []byte) ([]byte, int) {
	n := 0
	switch {
	case hasPrefix(b, "<si><t>"):
		n = len("<si><t>")
	case hasPrefix(b, `<si><t xml:space="preserve">`):
		n = len(`<si><t xml:space="preserve">`)
	case hasPrefix(b, "<si><t/></si>"):
		return nil, len("<si><t/></si>")
	default:
		return nil, 0
	}
	to := n + plainLen(b[n:])
	if !hasPrefix(b[to:], "</t></si>") {
		return nil, 0
	}
	return b[n:to], to + len("</t></si>")
}
