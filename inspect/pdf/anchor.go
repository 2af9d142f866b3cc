package pdf

import (
	"cmp"
	"math"
	"slices"
)

// Most tables have a column whose cells are never wrapped: a number, a date. Its lines are the anchors of the rows, and what stands in the
// other columns belongs to the anchor above it, below it, or in its middle.

// Bounds of the columns that are tried, and one in how many lines may end otherwise than its row says.
const (
	maxAnchors = 12
	mostStray  = 3
	shortLine  = 1.5 // ems beside what follows: so much room is surely left on purpose
)

// anchored puts the lines of columns into the rows that the lines of one of them make. That column, and the side on which the lines of
// cells stand by it, are those with which the fewest lines go on in another row, or do not go on in their own. It returns nil if that are
// too many.
func anchored(slots []*slot) *ruled {
	var best *ruled
	least, tried := math.MaxInt, 0
	for _, by := range slots {
		if len(by.units) < len(by.lines) || len(by.lines) < leastRows || tried == maxAnchors {
			continue
		}
		tried++
		anchors := make([]float64, len(by.lines))
		for i, p := range by.lines {
			anchors[i] = p.v
		}
		var ts [len(anchorSides)]*ruled
		var n [len(anchorSides)]int
		for i, side := range anchorSides {
			ts[i], n[i] = byAnchor(slots, anchors, side)
		}
		side, other := 0, math.MaxInt
		for i := 1; i < len(n); i++ {
			if n[i] < n[side] {
				side, other = i, n[side]
			} else {
				other = min(other, n[i])
			}
		}
		if n[side] < least && 2*n[side] <= other {
			best, least = ts[side], n[side]
		}
	}
	if best == nil || least*mostStray > len(best.slots) {
		return nil
	}
	return best
}

// An anchorSide tells to which anchor a line belongs, and how far the lines of a cell, from first to last, stand off the place that
// they should have beside it.
type anchorSide struct {
	of  func(anchors []float64, v, near float64) int
	off func(anchor, first, last float64) float64
}

var anchorSides = [...]anchorSide{
	{
		of:  func(anchors []float64, v, near float64) int { return after(anchors, v+near) - 1 },
		off: func(anchor, first, _ float64) float64 { return first - anchor },
	},
	{
		of: func(anchors []float64, v, _ float64) int {
			i := after(anchors, v)
			if i == len(anchors) || i > 0 && v-anchors[i-1] <= anchors[i]-v {
				i--
			}
			return i
		},
		off: func(anchor, first, last float64) float64 { return (first+last)/2 - anchor },
	},
	{
		of:  func(anchors []float64, v, near float64) int { return after(anchors, v-near) },
		off: func(anchor, _, last float64) float64 { return last - anchor },
	},
}

// after returns the first anchor behind a place.
func after(anchors []float64, v float64) int {
	i, _ := slices.BinarySearchFunc(anchors, v, func(a, v float64) int {
		if a <= v {
			return -1
		}
		return 1
	})
	return i
}

// byAnchor puts the lines of the columns into rows, and counts the cells that do not stand as they should.
func byAnchor(slots []*slot, anchors []float64, side anchorSide) (t *ruled, stray int) {
	t = &ruled{done: true}
	for _, s := range slots {
		cells := map[int]*slot{}
		c := column{left: s.left, right: s.right, pitch: cellPitch}
		for _, p := range s.lines {
			i := side.of(anchors, p.v, sameHeight*p.size)
			cell := cells[i]
			if cell == nil {
				part := *s
				cell = &part
				cell.lines, cell.units, cell.top, cell.row = nil, nil, p.v, p.v
				if i >= 0 && i < len(anchors) {
					cell.row = anchors[i]
				}
				cells[i] = cell
				c.slots = append(c.slots, cell)
			}
			cell.lines = append(cell.lines, p)
		}
		stray += s.astray(c.slots)
		c.weld()
		for i, cell := range cells {
			first, last := cell.lines[0], cell.lines[len(cell.lines)-1]
			if i < 0 || i >= len(anchors) || math.Abs(side.off(anchors[i], first.v, last.v)) > sameHeight*first.size {
				stray++
			}
		}
		t.slots = append(t.slots, c.slots...)
	}
	slices.SortStableFunc(t.slots, func(a, b *slot) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) })
	return t, stray
}

// astray counts the lines of a column that go on in another cell, or after which something else begins in theirs.
func (s *slot) astray(cells []*slot) (n int) {
	within := map[*piece]*slot{}
	for _, cell := range cells {
		for _, p := range cell.lines {
			within[p] = cell
		}
	}
	c := column{left: s.left, right: s.right, pitch: cellPitch}
	c.chains(s.lines, func(a, b *piece) {
		switch k := c.seam(a, b); {
		case k == full && within[a] != within[b], k == broken && within[a] == within[b] && c.room(a) > unit(b.text)+shortLine:
			n++
		}
	})
	return n
}
