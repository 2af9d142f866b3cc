package pdf

import (
	"cmp"
	"math"
	"slices"
)

// An edge is where a piece begins behind another one on its line, or may begin.
type edge struct {
	u, size float64 // along the line
	dir     int32
	sure    bool // the gap before it is that of a cell
}

// Columns are where the cells of other lines begin.
const (
	columnLines = 3    // so many of them make a column
	manyLines   = 8    // so many do if all of them may, and no others run through it
	columnReach = 0.15 // ems that their starts may differ
	tightGap    = 0.12 // ems in front of a column, where Japanese runs up to it
	thinGap     = 0.45 // where Latin does
	moreGap     = 0.1  // ems that the gap is wider than the one before it: lines that are set loose have gaps all over
	maxColumns  = 200  // of a page
	maxStarts   = 5000
)

// findColumns finds where several lines begin a cell: a name or an address that nearly fills its cell comes so near to the next one
// that only the lines around tell them apart. It reports whether there are gaps that may lead to such a place.
func (l *layout) findColumns() bool {
	l.columns = l.columns[:0]
	if !l.tight {
		return false
	}
	all := append(l.starts, l.loose...)
	slices.SortFunc(all, func(a, b edge) int { return cmp.Or(cmp.Compare(a.dir, b.dir), cmp.Compare(a.u, b.u)) })
	for i := 0; i < len(all) && len(l.columns) < maxColumns; {
		first := all[i]
		n, sure := 0, 0
		for i+n < len(all) && all[i+n].dir == first.dir && all[i+n].u-first.u < columnReach*first.size {
			if all[i+n].sure {
				sure++
			}
			n++
		}
		last := all[i+n-1].u
		if first.u = (first.u + last) / 2; sure >= columnLines || n >= manyLines && l.crossing(first)-(n-sure) <= n/10 {
			l.columns = append(l.columns, first)
		}
		i += n
	}
	l.starts = all[:0]
	return len(l.columns) > 0
}

// crossing counts the pieces that run through a place, whether they have a gap there or not.
func (l *layout) crossing(at edge) (n int) {
	for i := range l.pieces {
		if p := &l.pieces[i]; p.dir == at.dir && p.u0 < at.u-thinGap*at.size && p.u1 > at.u+thinGap*at.size {
			n++
		}
	}
	return n
}

// column reports whether a cell begins at a mark, so far behind the last one as gap says, in ems.
func (l *layout) column(last, m *mark, gap, before float64, space bool) bool {
	if gap <= wideGap && (space || gap < before+moreGap || gap < thinGap && !wideEnd(last.g.Text) && !wideStart(m.g.Text)) {
		return false
	}
	l.tight = true
	// Spaced names stand below each other too, and what is set apart from Latin letters.
	japanese := wideEnd(last.g.Text) && wideStart(m.g.Text)
	if len(l.columns) == 0 && len(l.loose) < maxStarts && !space && (japanese || gap > mixedGap) {
		l.loose = append(l.loose, edge{m.u0, m.size, m.dir, false})
	}
	at, _ := slices.BinarySearchFunc(l.columns, m, func(c edge, m *mark) int {
		return cmp.Or(cmp.Compare(c.dir, m.dir), cmp.Compare(c.u+columnReach*c.size, m.u0))
	})
	return at < len(l.columns) && l.columns[at].dir == m.dir && math.Abs(l.columns[at].u-m.u0) < columnReach*l.columns[at].size
}
