package pdf

import (
	"cmp"
	"math"
	"slices"
)

// Tables without rules: the columns are where nothing stands between them, a cell is lines that go on in one column, and a row is cells
// that stand at one height, by their first lines, their middles or their last lines.

// How such a table is made, in ems.
const (
	cellPitch  = 1.8 // from line to line in a cell
	cellMargin = 1.2 // in front of the next column
	sameHeight = 0.3 // that cells of a row may differ
	leastRows  = 3   // with several cells
)

// ruleless finds the tables without rules in which cells have several lines. The others are left: each of their lines is a row.
func (l *layout) ruleless(all []piece) (tables []*ruled, rest []piece) {
	if l.inner < leastRows { // hardly anything stands beside something else
		return nil, all
	}
	rs := slices.Clone(l.rows(all))
	held := map[*piece]bool{}
	for i := 0; i < len(rs); {
		end, cols := region(rs[i:])
		if cols == nil {
			i++
			continue
		}
		from := i
		for p := rs[i].pieces[0]; from < i+end-1 && len(rs[from].pieces) == 1 && (spans(cols, p) > 1 || rs[from+1].pieces[0].v-p.v > cellPitch*p.size); p = rs[from].pieces[0] {
			from++ // a title
		}
		if t := rowless(rs[from:i+end], cols); t != nil {
			tables = append(tables, t)
			for _, s := range t.slots {
				for _, p := range s.lines {
					held[p] = true
				}
			}
		}
		i += end
	}
	if len(held) == 0 {
		return nil, all
	}
	for i := range all {
		if !held[&all[i]] {
			rest = append(rest, all[i])
		}
	}
	return tables, rest
}

// region returns how many of the rows may be one table, and its columns; nil if the first of them begins none.
func region(rs []row) (end int, cols []reach) {
	several := 0
	var all []reach
	for end < len(rs) && (end == 0 || near(rs[end-1], rs[end])) {
		if r := rs[end]; len(r.pieces) > 1 {
			several++
			for _, p := range r.pieces {
				all = append(all, reach{p.u0, p.u1})
			}
		} else if spans(all, r.pieces[0]) > 1 {
			break // a heading
		}
		end++
	}
	if several < leastRows {
		return max(end, 1), nil
	}
	cols = united(all)
	for _, r := range rs[:end] {
		if p := r.pieces[0]; len(r.pieces) == 1 && spans(cols, p) == 0 {
			all = append(all, reach{p.u0, p.u1})
		}
	}
	if cols = united(all); len(cols) < 2 {
		cols = nil
	}
	return end, cols
}

// united joins reaches that overlap, and puts them in order.
func united(all []reach) []reach {
	order := slices.Clone(all)
	slices.SortFunc(order, func(a, b reach) int { return cmp.Compare(a.from, b.from) })
	out := order[:0]
	for _, r := range order {
		if n := len(out); n > 0 && r.from < out[n-1].to {
			out[n-1].to = max(out[n-1].to, r.to)
			continue
		}
		out = append(out, r)
	}
	return out
}

// spans counts the reaches, or groups of them that overlap, under a piece.
func spans(all []reach, p *piece) int {
	n, end := 0, math.Inf(-1)
	for _, r := range united(all) {
		if r.from < p.u1 && r.to > p.u0 && r.from >= end {
			n, end = n+1, r.to
		}
	}
	return n
}

// rowless reads the rows as a table; nil if each of its lines is a row.
func rowless(rs []row, cols []reach) *ruled {
	slots := make([]*slot, len(cols))
	for _, r := range rs {
		for _, p := range r.pieces {
			k, _ := slices.BinarySearchFunc(cols, p.u0, func(c reach, at float64) int { return cmp.Compare(c.to, at) })
			k = min(k, len(cols)-1)
			if slots[k] == nil {
				slots[k] = &slot{dir: p.dir, col: k + 1}
				slots[k].left, slots[k].right = cols[k].from, cols[k].to
				if k+1 < len(cols) {
					slots[k].right = max(cols[k].to, cols[k+1].from-cellMargin*p.size)
				}
			}
			slots[k].lines = append(slots[k].lines, p)
		}
	}
	slots = slices.DeleteFunc(slots, func(s *slot) bool { return s == nil })
	whole := 0
	for _, r := range rs {
		if len(r.pieces) >= len(slots) {
			whole++
		}
	}
	if 10*whole >= 9*len(rs) {
		return nil // nothing is wrapped
	}
	wrapped := false
	for _, s := range slots {
		c := column{slots: []*slot{s}, left: s.left, right: s.right, pitch: cellPitch}
		c.weld()
		wrapped = wrapped || c.n[full]+c.n[exact] > 0
	}
	if !wrapped {
		return nil
	}
	return anchored(slots)
}
