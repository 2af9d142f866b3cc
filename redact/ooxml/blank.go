package ooxml

import (
	"slices"

	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// A cover is a set of areas that are emptied. There may be as many as cells: text in the colour of its ground is found cell by cell.
type cover struct {
	areas  []sml.Area // by first row
	reach  []int      // the last row of any area up to here
	row    int        // the row that active belongs to
	next   int        // the first area that begins below it
	active []sml.Area
}

func newCover(areas []sml.Area) *cover {
	c := &cover{areas: slices.Clone(areas)}
	slices.SortFunc(c.areas, func(a, b sml.Area) int { return a.Row1 - b.Row1 })
	last := 0
	for _, a := range c.areas {
		last = max(last, a.Row2)
		c.reach = append(c.reach, last)
	}
	return c
}

// has reports whether a cell is emptied. It is quick for cells in the order of their rows.
func (c *cover) has(col, row int) bool {
	if len(c.areas) == 0 {
		return false
	}
	if row != c.row {
		c.move(row)
	}
	for _, a := range c.active {
		if a.Col1 <= col && col <= a.Col2 {
			return true
		}
	}
	return false
}

// move goes to another row.
func (c *cover) move(row int) {
	if row < c.row {
		c.next, c.active = 0, c.active[:0]
	}
	c.row = row
	c.active = slices.DeleteFunc(c.active, func(a sml.Area) bool { return a.Row2 < row })
	for ; c.next < len(c.areas) && c.areas[c.next].Row1 <= row; c.next++ {
		if a := c.areas[c.next]; a.Row2 >= row {
			c.active = append(c.active, a)
		}
	}
}

// touches reports whether any cell of an area is emptied.
func (c *cover) touches(a sml.Area) bool {
	end, _ := slices.BinarySearchFunc(c.areas, a.Row2+1, func(b sml.Area, row int) int { return b.Row1 - row })
	for i := end - 1; i >= 0 && c.reach[i] >= a.Row1; i-- {
		if c.areas[i].Overlaps(a) {
			return true
		}
	}
	return false
}
