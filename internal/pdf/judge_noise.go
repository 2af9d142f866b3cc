package pdf

import (
	"math"
	"strings"
	"unicode"
)

// A spot is a character at a place, in steps of two points.
type spot struct {
	text string
	x, y int32
}

func spotOf(g *Glyph, dx, dy int32) spot {
	return spot{g.Text, int32(math.Floor(g.X/2)) + dx, int32(math.Floor(g.Y/2)) + dy}
}

// redrawn makes hidden glyphs seen that are drawn once more where a reader sees them: writers paint a white box and the same text
// again, and print letters twice to make them bold.
func (j *judge) redrawn() {
	chain := j.chain[:0]  // of hidden glyphs whose spots fold to the same place, from 1
	var heights [256]bool // steps, folded, at which there are such spots: most lines have none
	for i := range j.c.Glyphs {
		g := &j.c.Glyphs[i]
		if !g.covered() || g.white {
			continue
		}
		for dx := int32(-1); dx <= 1; dx++ {
			for dy := int32(-1); dy <= 1; dy++ {
				at := spotOf(g, dx, dy)
				bit := at.fold()
				chain = append(chain, hiddenSpot{at, int32(i), j.near[bit]})
				heights[uint8(at.y)] = true
				j.near[bit] = int32(len(chain))
			}
		}
	}
	j.chain = chain
	if len(chain) == 0 {
		return
	}
	y, near := math.NaN(), false // of the last glyph: a line's are at one height
	for i := range j.c.Glyphs {
		g := &j.c.Glyphs[i]
		if g.Y != y {
			y, near = g.Y, heights[uint8(int32(math.Floor(g.Y/2)))]
		}
		if !near || g.Cause != Seen || g.white || g.again {
			continue
		}
		at := spotOf(g, 0, 0)
		for k := j.near[at.fold()]; k > 0; k = chain[k-1].next {
			if h := &chain[k-1]; h.x == at.x && h.y == at.y && h.text == at.text {
				o := &j.c.Glyphs[h.glyph]
				o.Cause, o.Cover, o.again = Seen, -1, true
			}
		}
	}
}

// A hiddenSpot is a spot where a hidden glyph would be drawn again.
type hiddenSpot struct {
	spot
	glyph, next int32
}

// fold gives places that are near each other different numbers below nearSpots.
func (s spot) fold() uint32 { return (uint32(s.x)*31 + uint32(s.y)*1009) % nearSpots }

const nearSpots = 1 << 12

// covered reports the causes that are found by comparing boxes and colours, and that may be wrong by a sliver.
func (g *Glyph) covered() bool {
	return g.Cause == Covered || g.Cause == UnderAnnot || g.Cause == Invisible || g.Cause == Unseen
}

// cut reports the causes by which a single glyph at the edge of a visible word can be hidden.
func (g *Glyph) cut() bool { return g.covered() || g.Cause == Clipped || g.Cause == OffPage }

// slivers makes hidden runs seen that say nothing: rules that hit a thin letter, dots and dashes under a line. A run counts if it
// holds a letter, digit, kana or kanji; a lone thin one only if the word around it is hidden too.
func (j *judge) slivers() {
	glyphs := j.c.Glyphs
	for i := 0; i < len(glyphs); {
		if !glyphs[i].cut() {
			i++
			continue
		}
		end := i + 1
		for end < len(glyphs) && (glyphs[end].Cause == glyphs[i].Cause || glyphs[end].white) {
			end++
		}
		for end > i+1 && glyphs[end-1].white {
			end--
		}
		if !j.says(i, end) {
			for k := i; k < end; k++ {
				if glyphs[k].cut() {
					glyphs[k].Cause, glyphs[k].Cover = Seen, -1
				}
			}
		}
		i = end
	}
}

// says reports whether a hidden run tells a reader something.
func (j *judge) says(from, to int) bool {
	letters, thin := 0, 0
	for k := from; k < to; k++ {
		text := j.c.Glyphs[k].Text
		switch {
		case text == "":
			letters++ // unknown: it may say anything
		case wide(text):
			return true
		case strings.Trim(text, "lI1ijtfr|.,'’:;!") == "":
			thin++
		case strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0:
			letters++
		}
	}
	switch {
	case letters > 1, letters == 1 && thin > 0, thin > 2 && letters == 0 && j.alnum(from, to):
		return true
	case letters == 0:
		return false
	}
	return !j.seenBeside(from, -1) && !j.seenBeside(to-1, 1)
}

func (j *judge) alnum(from, to int) bool {
	n := 0
	for k := from; k < to; k++ {
		if strings.IndexFunc(j.c.Glyphs[k].Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			n++
		}
	}
	return n > 2
}

// wide reports kana, kanji and other letters of which one alone can be a name.
func wide(s string) bool {
	for _, r := range s {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			return true
		}
	}
	return false
}

// seenBeside reports whether the next glyph on the line is one that a reader sees: then the hidden one is a part of a visible word.
func (j *judge) seenBeside(at, step int) bool {
	g := &j.c.Glyphs[at]
	k := at + step
	if k < 0 || k >= len(j.c.Glyphs) {
		return false
	}
	o := &j.c.Glyphs[k]
	return o.Cause == Seen && !o.white && math.Abs(o.Y-g.Y) < g.Box.H()/2 && math.Abs(o.X-g.X) < 1.5*g.Box.H()
}

// redact marks what lies under Redact annotations that were never applied (12.5.6.23): it is visible, and should have been removed.
func (j *judge) redact(f *File) {
	for i := range j.c.Annots {
		a := &j.c.Annots[i]
		if a.Subtype != "Redact" {
			continue
		}
		for _, box := range f.quads(a) {
			j.mark(box)
		}
	}
}

func (j *judge) mark(box Rect) {
	for i := range j.c.Glyphs {
		g := &j.c.Glyphs[i]
		x, y := g.Box.Center()
		if (g.Cause == Seen || g.Cause == UnderAnnot) && !g.white && box.Contains(x, y) {
			g.Cause, g.Cover = UnderRedact, -1
		}
	}
}

// quads returns the boxes of an annotation's quadrilaterals, or its rectangle.
func (f *File) quads(a *Annot) []Rect {
	var out []Rect
	for q := f.Numbers(a.Dict["QuadPoints"]); len(q) >= 8; q = q[8:] {
		out = append(out, Rect{q[0], q[1], q[0], q[1]}.add(q[2], q[3]).add(q[4], q[5]).add(q[6], q[7]))
	}
	if len(out) == 0 {
		out = append(out, a.Rect)
	}
	return out
}
