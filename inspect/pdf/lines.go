package pdf

import (
	"math"
	"strings"
	"unicode/utf8"
)

// How lines of a cell follow each other.
const (
	mostPitch = 2.2  // ems from line to line
	sameSize  = 0.15 // that their sizes may differ
)

// A seam says whether a line goes on in the next one.
type seam uint8

const (
	broken seam = iota // a new line begins because somebody wanted it to
	full               // nothing more fitted
	exact              // the line is just as wide as the cell: the cell may be made for it
	loose              // what follows would have fitted, but not with a space before it
)

// A column is the cells below each other that have the same walls.
type column struct {
	slots            []*slot
	left, right, pad float64
	pitch            float64 // ems that lines of a cell may be apart
	n                [4]int  // how many lines end in which way
	short            int     // of the exact ones: what follows is shorter, and the last
}

// weld tells which lines of the cells belong together. What is not clear of one cell is decided by the others: cells as wide as their
// longest line are not wrapped.
func (c *column) weld() {
	for _, s := range c.slots {
		var end *piece // of an exact line, if nothing goes on there
		count := func() {
			if end != nil && c.room(end) > thinRoom {
				c.short++
			}
			end = nil
		}
		c.chains(s.lines, func(a, b *piece) {
			k := c.seam(a, b)
			if a == end && k != broken {
				end = nil
			}
			count()
			c.n[k]++
			if k == exact {
				end = b
			}
		})
		count()
	}
	for _, s := range c.slots {
		next, follows := map[*piece]*piece{}, map[*piece]bool{}
		c.chains(s.lines, func(a, b *piece) {
			if c.goesOn(c.seam(a, b)) {
				next[a], follows[b] = b, true
			}
		})
		s.units = s.units[:0]
		for _, p := range s.lines {
			if follows[p] {
				continue
			}
			unit := []*piece{p}
			for q := next[p]; q != nil; q = next[q] {
				unit = append(unit, q)
			}
			s.units = append(s.units, unit)
		}
	}
}

// sureExact is how many lines that just fill their cells tell, without any other, that they are wrapped.
const sureExact = 3

// goesOn reports whether a line that ends in this way goes on in the next one.
func (c *column) goesOn(k seam) bool {
	switch k {
	case exact:
		return c.n[full] > c.n[broken] || c.n[full] == c.n[broken] && c.n[exact] >= sureExact && 2*c.short > c.n[exact]
	case loose:
		return c.n[full] > c.n[broken]
	}
	return k == full
}

// chains calls fn for the lines with one cause that follow each other.
func (c *column) chains(lines []*piece, fn func(a, b *piece)) {
	for i, a := range lines {
		for _, b := range lines[i+1:] {
			if b.cause != a.cause {
				continue
			}
			if step := b.v - a.v; step > 0.5*a.size && step < c.pitch*a.size && math.Abs(a.size-b.size) < sameSize*a.size {
				fn(a, b)
			}
			break
		}
	}
}

// seam tells how the first line of two ends.
func (c *column) seam(a, b *piece) seam {
	room, next := c.room(a), unit(b.text)
	switch {
	case math.Abs(room) < exactRoom && !halved(a.text, b.text):
		return exact
	case room < next+spareRoom:
		return full
	case room < next+spareRoom+thinRoom && wideStart(b.text):
		return loose
	}
	return broken
}

// halved reports whether two lines hold the halves of one mail address, link or number.
func halved(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if joint(last) || joint(first) {
		return true
	}
	return address(lastWord([]byte(a))) && first < utf8.RuneSelf && !strings.Contains(firstWord(b), "@")
}

// room returns how much room a line leaves in its cell, in ems.
func (c *column) room(p *piece) float64 {
	before, after := p.u0-c.left, c.right-p.u1
	if math.Abs(before-after) < 0.3*p.size && before > c.pad+0.3*p.size { // in the middle
		return (before + after - 2*c.pad) / p.size
	}
	return (after - c.pad) / p.size
}

// welded calls fn for what stands in a cell, each part as one piece.
func (s *slot) welded(pad float64, fn func(piece)) {
	c := column{left: s.left, right: s.right, pad: pad}
	for _, unit := range s.units {
		w := weld{whole: *unit[0]}
		for i, p := range unit[1:] {
			if c.seam(unit[i], p) == loose {
				w.whole.spaced = true
			}
			if !w.add(p, c.room(unit[i])) {
				fn(w.piece())
				w = weld{whole: *p}
			}
		}
		fn(w.piece())
	}
}
