package pdf

import (
	"math"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// A piece is an element of the array that a TJ operator takes: a string of codes, or a number that moves.
type piece struct {
	codes []byte
	hex   bool
	move  float64
}

// unshow rewrites one operation that shows text (9.4.3) so that the glyphs for which gone holds are not shown and nothing else moves.
// code is the operation with its operands, glyphs are those that it shows, in order.
//
// Where a glyph was stands a number that moves as far as the glyph did, with its character and word spacing; several numbers become
// one, so that the copy tells the width of what was taken out but not that of its single characters. If nothing behind it on the
// line depends on that width (free), not even the width is left.
func unshow(code []byte, op string, glyphs []pdf.Glyph, gone func(*pdf.Glyph) bool, free bool) []byte {
	lex := pdf.Lexer{Data: code}
	var head []byte // operands before the string: word and character spacing of "
	var pieces []piece
	elem, inArray := int32(0), false
	for t := lex.Next(); t.Kind != pdf.EOF; t = lex.Next() {
		switch t.Kind {
		case pdf.ArrayOpen:
			inArray = true
		case pdf.ArrayClose:
			inArray = false
		case pdf.Number:
			if !inArray {
				head = append(appendNumber(head, t.Num, 6), ' ')
				continue
			}
			pieces = move(pieces, t.Num)
			elem++
		case pdf.String:
			pieces = cut(pieces, t, elem, glyphs, gone)
			elem++
		}
	}
	return compose(op, head, pieces, free)
}

// cut adds what remains of one string.
func cut(pieces []piece, t pdf.Token, elem int32, glyphs []pdf.Glyph, gone func(*pdf.Glyph) bool) []piece {
	at := 0
	for i := range glyphs {
		g := &glyphs[i]
		if g.Elem != elem || !gone(g) || int(g.Pos) < at || int(g.Pos)+int(g.N) > len(t.Bytes) {
			continue
		}
		pieces = keep(pieces, t.Bytes[at:g.Pos], t.Hex)
		pieces = move(pieces, g.Kern)
		at = int(g.Pos) + int(g.N)
	}
	return keep(pieces, t.Bytes[at:], t.Hex)
}

func keep(pieces []piece, codes []byte, hex bool) []piece {
	if len(codes) == 0 {
		return pieces
	}
	if n := len(pieces); n > 0 && pieces[n-1].codes != nil {
		pieces[n-1].codes = append(pieces[n-1].codes, codes...)
		return pieces
	}
	return append(pieces, piece{codes: append([]byte{}, codes...), hex: hex})
}

func move(pieces []piece, by float64) []piece {
	if math.IsNaN(by) || math.IsInf(by, 0) {
		by = 0
	}
	if n := len(pieces); n > 0 && pieces[n-1].codes == nil {
		pieces[n-1].move += by
		return pieces
	}
	return append(pieces, piece{move: by})
}

// compose writes the operation. ' and " are spelt out as what they stand for, since they take no array.
func compose(op string, head []byte, pieces []piece, free bool) []byte {
	var out []byte
	switch op {
	case "'":
		out = append(out, "T* "...)
	case `"`:
		out = append(append(out, spacing(head)...), "T* "...)
	}
	if n := len(pieces); free && n > 0 && pieces[n-1].codes == nil {
		pieces = pieces[:n-1]
	}
	if len(pieces) == 0 {
		return out
	}
	out = append(out, '[')
	for _, p := range pieces {
		switch {
		case p.codes == nil:
			out = append(appendNumber(out, p.move, 4), ' ')
		case p.hex:
			out = appendHex(out, p.codes)
		default:
			out = appendString(out, p.codes)
		}
	}
	return append(out, "] TJ"...)
}

// spacing turns the two numbers before a " into the operators that they stand for.
func spacing(head []byte) []byte {
	lex := pdf.Lexer{Data: head}
	a, b := lex.Next(), lex.Next()
	out := append(appendNumber(nil, a.Num, 6), " Tw "...)
	return append(appendNumber(out, b.Num, 6), " Tc "...)
}

func appendHex(b, s []byte) []byte {
	const digits = "0123456789ABCDEF"
	b = append(b, '<')
	for _, c := range s {
		b = append(b, digits[c>>4], digits[c&15])
	}
	return append(b, '>')
}

// free reports whether the position is set anew, or the text object ends, before anything else is shown behind an operation: then it
// does not matter how far the operation moved.
func free(data []byte, end int) bool {
	lex := pdf.Lexer{Data: data, Pos: end}
	for range 64 {
		switch t := lex.Next(); {
		case t.Kind == pdf.EOF:
			return true
		case t.Kind != pdf.Operator:
		default:
			switch string(t.Bytes) {
			case "Td", "TD", "Tm", "T*", "'", `"`, "ET":
				return true
			case "Tj", "TJ", "Do", "BI", "q", "Q":
				return false
			}
		}
		lex.Reset()
	}
	return false
}
