package xlsx

import (
	"iter"

	"github.com/sumikeshi/sumikeshi/inspect"
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

// uses remembers in which cells each shared string stands: a linked list per string through one array of cells.
type uses struct {
	head  []uint32 // by string: 1 + the index of its last cell
	cells [][]use
	n     int
}

type use struct {
	next    uint32
	context uint32
	row     uint32
}

const useChunk = 1 << 14

func (u *uses) add(id int, context uint32, row int) {
	if id >= len(u.head) {
		u.head = append(u.head, make([]uint32, max(id+1-len(u.head), len(u.head)/4))...)
	}
	if u.n%useChunk == 0 {
		size := useChunk
		if u.n == 0 {
			size = 256 // most workbooks are small
		}
		u.cells = append(u.cells, make([]use, 0, size))
	}
	last := len(u.cells) - 1
	u.cells[last] = append(u.cells[last], use{u.head[id], context, uint32(row)})
	u.n++
	u.head[id] = uint32(u.n)
}

// of returns the cells of a string in the order in which they were added, in buf.
func (u *uses) of(id int, buf []use) []use {
	buf = buf[:0]
	if id >= len(u.head) {
		return buf
	}
	for at := u.head[id]; at != 0; {
		c := u.cells[(at-1)/useChunk][(at-1)%useChunk]
		buf = append(buf, c)
		at = c.next
	}
	for i, j := 0, len(buf)-1; i < j; i, j = i+1, j-1 {
		buf[i], buf[j] = buf[j], buf[i]
	}
	return buf
}

// each yields the uses of a string in one context.
func (d *document) each(list []use, context uint32, cell *inspect.Cell) iter.Seq[inspect.Use] {
	ctx := &d.contexts[context]
	return func(yield func(inspect.Use) bool) {
		for _, u := range list {
			if u.context != context {
				continue
			}
			*cell = inspect.Cell{Sheet: ctx.sh.Name, Row: int(u.row), Col: ctx.col}
			if !yield(inspect.Use{Where: cell, Record: ctx.record.number(int(u.row))}) {
				return
			}
		}
	}
}
