package pdf

import "math"

// A loose gap is one inside a line that is wide, but not so wide that a new cell must begin behind it.
type looseGap struct {
	u, size float64 // where the text goes on, along the line
	dir     int32
}

// Columns are where the cells of other lines begin.
const (
	columnLines = 3    // so many of them make a column
	columnReach = 0.15 // ems that their starts may differ
)

// findColumns keeps of the loose gaps those that lead to where several other lines begin a cell: a name or an address that nearly fills
// its cell comes so near to the next one that only the lines around tell them apart. It reports whether there are any.
func (l *layout) findColumns() bool {
	l.columns = l.columns[:0]
	for _, g := range l.loose {
		n := 0
		for i := range l.pieces {
			p := &l.pieces[i]
			if p.dir == g.dir && math.Abs(p.u0-g.u) < columnReach*g.size {
				n++
			}
		}
		if n >= columnLines {
			l.columns = append(l.columns, g)
		}
		if len(l.columns) == maxColumns {
			break
		}
	}
	return len(l.columns) > 0
}

// maxColumns bounds the columns that are looked for on one page, and the gaps that may lead to one.
const maxColumns = 200

// column reports whether a cell begins at a mark.
func (l *layout) column(m *mark) bool {
	for _, c := range l.columns {
		if c.dir == m.dir && math.Abs(c.u-m.u0) < columnReach*c.size {
			return true
		}
	}
	return false
}
