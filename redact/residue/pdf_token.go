package residue

import (
	"bytes"
	"iter"
	"strings"
)

// A pdfPiece is what matters of PDF code for a search: a string, the choice of a font, or a move to another position.
type pdfPiece struct {
	data  []byte
	font  string // the operand of Tf
	name  []byte // a name that spells bytes as hexadecimal (7.3.5): only text needs that
	moved bool
	line  bool // the move leaves the line
}

// moves are the operators after which text stands elsewhere.
const moves = " Td TD Tm T* ' \" BT ET BI "

// pdfStrings yields the strings in PDF code, in order, with the fonts and moves between them. It reads anything: what is no PDF code
// is passed over.
func pdfStrings(b []byte) iter.Seq[pdfPiece] {
	return func(yield func(pdfPiece) bool) {
		name, last := "", "" // the last name, which Tf takes, and the last operand, which says how far Td goes down
		for i := 0; i < len(b); {
			switch c := b[i]; {
			case c == '(':
				s, n := literal(b[i:])
				if !yield(pdfPiece{data: s}) {
					return
				}
				i += n
			case c == '<' && i+1 < len(b) && b[i+1] == '<', c == '>':
				i += 1 + bytes.Count(b[i+1:min(i+2, len(b))], b[i:i+1])
			case c == '<':
				n := bytes.IndexByte(b[i:], '>')
				if n < 0 {
					n = len(b) - i - 1
				}
				if !yield(pdfPiece{data: unhex(b[i+1 : i+n])}) {
					return
				}
				i += n + 1
			case c == '%':
				n := bytes.IndexAny(b[i:], "\r\n")
				if n < 0 {
					return
				}
				i += n
			case c == '/':
				n := 1 + word(b[i+1:])
				name = unescapeName(b[i+1 : i+n])
				if len(name) < n-1 && !yield(pdfPiece{name: []byte(name)}) {
					return
				}
				i += n
			case c <= ' ':
				i++
			default:
				n := max(word(b[i:]), 1)
				w := string(b[i : i+n])
				i += n
				level := (w == "Td" || w == "TD") && strings.Trim(last, "0.-") == ""
				if w == "Tf" && !yield(pdfPiece{font: name}) || strings.Contains(moves, " "+w+" ") && !yield(pdfPiece{moved: true, line: !level}) {
					return
				}
				last = w
			}
		}
	}
}

// word returns the length of a run of regular characters (7.2.3).
func word(b []byte) int {
	n := bytes.IndexAny(b, "\x00\t\n\f\r ()<>[]{}/%")
	if n < 0 {
		return len(b)
	}
	return n
}

func unescapeName(b []byte) string {
	if bytes.IndexByte(b, '#') < 0 {
		return string(b)
	}
	var out []byte
	for i := 0; i < len(b); i++ {
		if b[i] == '#' && i+2 < len(b) {
			if h := unhex(b[i+1 : i+3]); len(h) == 1 {
				out = append(out, h[0])
				i += 2
				continue
			}
		}
		out = append(out, b[i])
	}
	return string(out)
}

// literal reads a string in parentheses (7.3.4.2) and returns how many bytes it takes. One that is never closed takes the bracket
// alone: then it is none.
func literal(b []byte) (out []byte, n int) {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch c := b[i]; c {
		case '(':
			if depth++; depth > 1 {
				out = append(out, c)
			}
		case ')':
			if depth--; depth == 0 {
				return out, i + 1
			}
			out = append(out, c)
		case '\\':
			var used int
			out, used = escape(out, b[i+1:])
			i += used
		default:
			out = append(out, c)
		}
	}
	return nil, 1
}

// escape appends what stands behind a backslash and returns its length.
func escape(out, b []byte) ([]byte, int) {
	if len(b) == 0 {
		return out, 0
	}
	if i := strings.IndexByte("nrtbf", b[0]); i >= 0 {
		return append(out, "\n\r\t\b\f"[i]), 1
	}
	switch {
	case b[0] == '\r' && len(b) > 1 && b[1] == '\n':
		return out, 2
	case b[0] == '\r', b[0] == '\n':
		return out, 1
	case b[0] < '0' || b[0] > '7':
		return append(out, b[0]), 1
	}
	v, n := 0, 0
	for n < 3 && n < len(b) && b[n] >= '0' && b[n] <= '7' {
		v = v<<3 | int(b[n]-'0')
		n++
	}
	return append(out, byte(v)), n
}
