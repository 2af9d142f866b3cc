package xlsx

import (
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// A cellContext is what cells of one column have in common: the tab, the hiding place, what stands beside them. It is what a
// detector needs besides the text, so that a shared string is looked at once for each context and not for each cell.
type cellContext struct {
	sh     *sheet
	col    int
	place  *inspect.Place
	fix    inspect.Fix
	inside bool
	labels []string
	record record
	shade  sml.Shade // of the ground that the text stands on
	fits   int       // how many halfwidth characters can be read in a cell that shrinks its text; 0 if it does not
}

// A record tells how the record number of a cell follows from its row.
type record struct {
	space int
	add   int  // 0: no record
	fixed bool // add is the record; else it is added to the row
}

func (r record) number(row int) int64 {
	switch {
	case r.space == 0:
		return 0
	case r.fixed:
		return inspect.Record(r.space, r.add)
	}
	return inspect.Record(r.space, row+r.add)
}

// uses remembers in which cells each shared string stands. Most strings stand in one cell, which is kept in four bytes; a cell of a string
// that stands in more takes eight.
type uses struct {
	first [][]uint32 // by string: its only cell, or with the high bit 1 + the number of its last link; 0 is none
	links [][]link
	n     int   // links
	wide  []use // cells that do not fit into four bytes
}

// A use is a cell, by its context and row.
type use struct{ context, row uint32 }

// A link is a cell of a string, and the link before: 1 + its number.
type link struct{ before, cell uint32 }

const (
	usesChunk = 1 << 12
	usesLeast = 1 << 6
	rowBits   = 20 // a sheet has 2^20 rows
	highBit   = 1 << 31
)

// pack puts a cell into 31 bits; with the high bit it is the number of a wide one.
func (u *uses) pack(context uint32, row int) uint32 {
	if context < highBit>>rowBits && row >= 1 && row <= 1<<rowBits {
		return context<<rowBits | uint32(row-1)
	}
	u.wide = append(u.wide, use{context, uint32(row)})
	return highBit | uint32(len(u.wide)-1)
}

func (u *uses) unpack(cell uint32) use {
	if cell&highBit != 0 {
		return u.wide[cell&^highBit]
	}
	return use{cell >> rowBits, cell&(1<<rowBits-1) + 1}
}

// add enters a cell, whose context is not 0.
func (u *uses) add(id int, context uint32, row int) {
	for id/usesChunk >= len(u.first) {
		u.first = append(u.first, nil)
	}
	chunk := &u.first[id/usesChunk]
	if id%usesChunk >= len(*chunk) {
		*chunk = u.longer(*chunk, id)
	}
	slot, cell := &(*chunk)[id%usesChunk], u.pack(context, row)
	switch before := *slot; {
	case before == 0 && cell&highBit == 0:
		*slot = cell
	case before == 0:
		*slot = u.link(0, cell)
	case before&highBit == 0:
		*slot = u.link(u.link(0, before)&^highBit, cell)
	default:
		*slot = u.link(before&^highBit, cell)
	}
}

// longer returns the chunk of a string with room for it: little in the first one, since most fields of pivot caches have few items.
func (u *uses) longer(chunk []uint32, id int) []uint32 {
	size := usesChunk
	if id < usesChunk {
		for size = usesLeast; size <= id; {
			size *= 2
		}
	}
	out := make([]uint32, size)
	copy(out, chunk)
	return out
}

func (u *uses) link(before, cell uint32) uint32 {
	if u.n%usesChunk == 0 {
		size := usesChunk
		if u.n == 0 {
			size = 64 // most workbooks are small
		}
		u.links = append(u.links, make([]link, 0, size))
	}
	last := &u.links[len(u.links)-1]
	*last = append(*last, link{before, cell})
	u.n++
	return highBit | uint32(u.n)
}

// of returns the cells of a string in the order in which they were added, in buf.
func (u *uses) of(id int, buf []use) []use {
	buf = buf[:0]
	if id/usesChunk >= len(u.first) || id%usesChunk >= len(u.first[id/usesChunk]) {
		return buf
	}
	at := u.first[id/usesChunk][id%usesChunk]
	if at&highBit == 0 {
		if at != 0 {
			buf = append(buf, u.unpack(at))
		}
		return buf
	}
	for at &^= highBit; at != 0; {
		l := u.links[(at-1)/usesChunk][(at-1)%usesChunk]
		buf = append(buf, u.unpack(l.cell))
		at = l.before
	}
	slices.Reverse(buf)
	return buf
}
