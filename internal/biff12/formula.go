package biff12

import (
	"strings"
)

// formula reads a parsed formula (2.2.2): the length of its tokens, the tokens, and what they keep beside. It returns what the formula
// names, which is cells, names and texts, as the arguments of a function that is not told; ok is false if a token is not known.
func (b *Book) formula(f *fields) (text string, ok bool) {
	tokens := f.take(f.u32())
	beside := f.take(f.u32())
	if f.short {
		return "", false
	}
	t := tokenReader{book: b, f: fields{b: tokens}}
	for len(t.f.b) > 0 {
		if !t.next() || t.f.short {
			return "", false
		}
	}
	for _, text := range constants(beside) {
		t.say(literal(text))
	}
	return strings.Join(t.said, ","), true
}

func literal(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

type tokenReader struct {
	book *Book
	f    fields
	said []string
}

func (t *tokenReader) say(s string) {
	if s != "" {
		t.said = append(t.said, s)
	}
}

// sizes of tokens that name nothing, without their first byte (2.5.97). The class of an operand (value, reference, array) is masked out.
var sizes = map[int]int{
	0x01: 4, 0x02: 4, 0x15: 0, 0x16: 0, 0x1C: 1, 0x1D: 1, 0x1E: 2, 0x1F: 8,
	0x20: 14, 0x21: 2, 0x22: 3, 0x26: 6, 0x27: 6, 0x28: 6, 0x29: 2, 0x2A: 6, 0x2B: 12, 0x2C: 6, 0x2D: 12, 0x3C: 8, 0x3D: 14,
}

func (t *tokenReader) next() bool {
	id := t.f.u8()
	if id >= 0x20 {
		id = id&0x1F | 0x20
	}
	if n, ok := sizes[id]; ok {
		t.f.take(n)
		return true
	}
	switch {
	case id >= 0x03 && id <= 0x14: // operators
	case id == 0x17:
		t.say(literal(wide(t.f.take(2 * t.f.u16()))))
	case id == 0x18:
		return t.extended()
	case id == 0x19:
		return t.attribute()
	case id == 0x23:
		t.say(t.book.name(t.f.u32()))
	case id == 0x24:
		t.say(t.cell())
	case id == 0x25:
		t.say(t.cells())
	case id == 0x39:
		t.f.take(2)
		t.say(t.book.name(t.f.u32()))
	case id == 0x3A:
		sheet := t.book.sheetsOf(t.f.u16())
		t.say(sheet + t.cell())
	case id == 0x3B:
		sheet := t.book.sheetsOf(t.f.u16())
		t.say(sheet + t.cells())
	default:
		return false
	}
	return true
}

// extended reads a PtgList or a PtgSxName.
func (t *tokenReader) extended() bool {
	switch t.f.u8() {
	case 0x19:
		t.f.take(12)
	case 0x1D:
		t.f.take(4)
	default:
		return false
	}
	return true
}

// attribute reads a PtgAttr… token.
func (t *tokenReader) attribute() bool {
	if kind := t.f.u8(); kind == 0x04 {
		t.f.take(2 * (t.f.u16() + 1))
		return true
	}
	t.f.take(2)
	return true
}

const columnBits = maxCol - 1 // beside them stands what is relative

func (t *tokenReader) cell() string {
	row, col := t.f.u32(), t.f.u16()
	return ref(row, col&columnBits)
}

func (t *tokenReader) cells() string {
	row1, row2, col1, col2 := t.f.u32(), t.f.u32(), t.f.u16(), t.f.u16()
	return span(row1, row2, col1&columnBits, col2&columnBits)
}
