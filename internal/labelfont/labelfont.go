// Package labelfont holds the outlines of the characters that reasons are written with on the boxes of a redacted page: ASCII, kana,
// signs and the kanji of the first level of JIS X 0208, from BIZ UDPGothic (SIL Open Font License 1.1, see OFL.txt). It is read when the first label is
// written.
package labelfont

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

//go:generate go run ./gen FONT.ttf

//go:embed glyphs.bin
var packed []byte

// Units are the units of an em: advances and outlines count in them.
const Units = 512

// Ascent and Descent are how far kanji reach above and below the line, in units.
const (
	Ascent  = 450
	Descent = 62
)

// A Glyph is a character's outline.
type Glyph struct {
	Advance int
	Path    []byte // as operators of a PDF content stream (ISO 32000-2, 8.5.2), without the one that paints
}

// entry is a glyph as the table holds it.
type entry struct {
	advance int
	ops     int
	code    []byte
}

var load = sync.OnceValue(func() map[rune]entry {
	data, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		panic("labelfont: the table is damaged")
	}
	table := map[rune]entry{}
	in := bytes.NewReader(data)
	for in.Len() > 0 {
		r, e, err := readEntry(in, data)
		if err != nil {
			panic("labelfont: the table is damaged")
		}
		table[r] = e
	}
	return table
})

// points are how many points the operations of the table have: move, line, quadratic curve, cubic curve.
var points = [...]int{1, 1, 2, 3}

func readEntry(in *bytes.Reader, data []byte) (rune, entry, error) {
	var n [3]uint64
	for i := range n {
		v, err := binary.ReadUvarint(in)
		if err != nil {
			return 0, entry{}, err
		}
		n[i] = v
	}
	start := len(data) - in.Len()
	for range n[2] {
		op, err := in.ReadByte()
		if err != nil || int(op) >= len(points) {
			return 0, entry{}, errors.New("an unknown operation")
		}
		for range 2 * points[op] {
			if _, err := binary.ReadVarint(in); err != nil {
				return 0, entry{}, err
			}
		}
	}
	return rune(n[0]), entry{int(n[1]), int(n[2]), data[start : len(data)-in.Len()]}, nil
}

// Has reports whether every character of a text can be written.
func Has(text string) bool {
	for _, r := range text {
		if _, ok := load()[r]; !ok && r != ' ' && r != '　' {
			return false
		}
	}
	return true
}

// Of returns the glyph of a character; a blank for what the table does not have.
func Of(r rune) Glyph {
	e, ok := load()[r]
	switch {
	case ok:
		return Glyph{e.advance, e.path()}
	case r == ' ':
		return Glyph{Advance: Units / 3}
	}
	return Glyph{Advance: Units}
}

// path spells an outline out. Quadratic curves become cubic ones.
func (e entry) path() []byte {
	in := bytes.NewReader(e.code)
	var out []byte
	var x, y float64
	for range e.ops {
		op, _ := in.ReadByte()
		var p [6]float64
		px, py := x, y
		for i := range points[op] {
			dx, _ := binary.ReadVarint(in)
			dy, _ := binary.ReadVarint(in)
			px, py = px+float64(dx), py+float64(dy)
			p[2*i], p[2*i+1] = px, py
		}
		switch op {
		case 0:
			if len(out) > 0 {
				out = append(out, "h "...)
			}
			out = fmt.Appendf(out, "%g %g m ", px, py)
		case 1:
			out = fmt.Appendf(out, "%g %g l ", px, py)
		case 2:
			third := func(a, b float64) float64 { return float64(int((a+2*b)/3*10)) / 10 }
			out = fmt.Appendf(out, "%g %g %g %g %g %g c ", third(x, p[0]), third(y, p[1]), third(p[2], p[0]), third(p[3], p[1]), px, py)
		default:
			out = fmt.Appendf(out, "%g %g %g %g %g %g c ", p[0], p[1], p[2], p[3], px, py)
		}
		x, y = px, py
	}
	return out
}
