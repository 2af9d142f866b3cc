package pdf

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// A slot is what stands in one cell of a table.
type slot struct {
	pen
	dir   int32
	u0    float64 // of its text
	u1    float64
	lines []*piece // by their lines
	units [][]*piece
	solid bool // walls, or the ends of the rules, stand before and behind it
	col   int
	row   float64 // where its row begins
}

// A ruled is a table that rules make.
type ruled struct {
	slots []*slot
	pad   float64 // between a wall and the text
	done  bool    // it is read already
}

// Distances in a ruled table, in points unless said otherwise.
const (
	samePlace = 3.0 // starts of cells so near to each other are one column, or one row
	tableGap  = 8.0 // between the rows of one table
)

// A penned is a piece with the pen that it stands in.
type penned struct {
	pen
	*piece
	at int // of the pieces of the page
}

// framed puts the pieces that stand in cells between rules into tables. It returns those that stand in none.
func (l *layout) framed(all []piece) (tables []*ruled, rest []piece) {
	in := l.penned[:0]
	for i := range all {
		p := &all[i]
		if r := l.ruling(p.dir); r != nil {
			if at, ok := r.around(p); ok {
				in = append(in, penned{at, p, i})
			}
		}
	}
	l.penned = in
	slices.SortFunc(in, byPen)
	held := make([]bool, len(all))
	lines, slots := make([]*piece, 0, len(in)), make([]slot, 0, len(in))
	var t *ruled
	bottom := 0.0
	for len(in) > 0 {
		n := 1
		for n < len(in) && in[n].pen == in[0].pen && in[n].dir == in[0].dir {
			n++
		}
		from, first := len(slots), in[0]
		if slots = split(slots, lines, in[:n]); len(slots) > from {
			lines = lines[:len(lines)+n]
			if t == nil || t.slots[0].dir != first.dir || first.top > bottom+tableGap {
				t, bottom = &ruled{}, first.bottom
				tables = append(tables, t)
			}
			bottom = max(bottom, first.bottom)
			for i := range slots[from:] {
				t.slots = append(t.slots, &slots[from+i])
			}
			for _, p := range in[:n] {
				held[p.at] = true
			}
		}
		in = in[n:]
	}
	tables = slices.DeleteFunc(tables, func(t *ruled) bool { return t.fields(all, held) })
	rest = l.free[:0]
	for i := range all {
		if !held[i] {
			rest = append(rest, all[i])
		}
	}
	l.free = rest
	return tables, rest
}

// fields reports whether the cells are the fields of a form, one below the other, with labels beside them: those are no table. It gives
// back what stands in them.
func (t *ruled) fields(all []piece, held []bool) bool {
	labelled := false
	for _, s := range t.slots {
		if len(s.lines) > 1 || math.Abs(s.left-t.slots[0].left) > samePlace {
			return false
		}
		for i := range all {
			p := &all[i]
			labelled = labelled || !held[i] && p.dir == s.dir && p.u1 <= s.left && math.Abs(p.v-s.lines[0].v) < lineReach*p.size
		}
	}
	if !labelled {
		return false
	}
	for i := range all {
		for _, s := range t.slots {
			if s.lines[0] == &all[i] {
				held[i] = false
			}
		}
	}
	return true
}

// byPen orders pieces by where their cells stand, and in a cell along the lines.
func byPen(a, b penned) int {
	for _, c := range [...][2]float64{{a.top, b.top}, {a.left, b.left}, {a.bottom, b.bottom}, {a.right, b.right}, {a.u0, b.u0}} {
		switch {
		case a.dir != b.dir:
			return int(a.dir - b.dir)
		case c[0] < c[1]:
			return -1
		case c[0] > c[1]:
			return 1
		}
	}
	return a.at - b.at
}

// split parts what stands in a pen into cells: one, or, if no walls stand in it, one for each column. It adds none if the pen is no cell:
// a frame around a page or a form. Lines has room for the pieces.
func split(out []slot, lines []*piece, in []penned) []slot {
	from := len(out)
	for _, p := range in {
		lines = append(lines, p.piece)
		n := len(lines)
		if len(out) > from && p.u0 < out[len(out)-1].u1 {
			s := &out[len(out)-1]
			s.lines, s.u1 = lines[n-1-len(s.lines):n:n], max(s.u1, p.u1)
			continue
		}
		out = append(out, slot{pen: p.pen, dir: p.dir, u0: p.u0, u1: p.u1, lines: lines[n-1 : n : n]})
	}
	if in[0].open && len(out) == from+1 {
		return out[:from]
	}
	for i := range out[from:] {
		s := &out[from+i]
		if len(s.lines) > 1 {
			slices.SortStableFunc(s.lines, func(a, b *piece) int { return cmp.Compare(a.v, b.v) })
		}
		for k := 1; k < len(s.lines); k++ {
			a, b := s.lines[k-1], s.lines[k]
			if b.v-a.v < lineReach*min(a.size, b.size) && (a.u1 <= b.u0 || b.u1 <= a.u0) {
				return out[:from]
			}
		}
		s.solid, s.row = len(out) == from+1, s.top
	}
	return out
}

// read tells the columns and rows of the table, and which lines of a cell belong together.
func (t *ruled) read() {
	if t.done {
		return
	}
	t.columns()
	t.pad = math.Inf(1)
	for _, s := range t.slots {
		if s.solid {
			t.pad = min(t.pad, max(0, s.u0-s.left), s.lines[0].size)
		}
	}
	if !slices.ContainsFunc(t.slots, func(s *slot) bool { return len(s.lines) > 1 }) {
		for _, s := range t.slots {
			s.units = [][]*piece{s.lines}
		}
		return
	}
	columns := map[[2]float64]*column{}
	for _, s := range t.slots {
		k := [2]float64{s.left, s.right}
		if columns[k] == nil {
			columns[k] = &column{left: s.left, right: s.right, pad: t.pad, pitch: mostPitch}
		}
		columns[k].slots = append(columns[k].slots, s)
	}
	for _, c := range columns {
		c.weld()
	}
	t.rows()
}

// columns numbers the cells along their rows: by the walls that they begin at, or, where some have none, by where their text stands.
func (t *ruled) columns() {
	if !slices.ContainsFunc(t.slots, func(s *slot) bool { return !s.solid }) {
		at := ranks(t.slots, func(s *slot) float64 { return s.left })
		for i, s := range t.slots {
			s.col = at[i] + 1
		}
		return
	}
	rows := map[float64][]reach{}
	for _, s := range t.slots {
		rows[s.top] = append(rows[s.top], reach{s.u0, s.u1})
	}
	cols := reaches(slices.Collect(maps.Values(rows)))
	for _, s := range t.slots {
		best, most := 0, math.Inf(-1)
		for k, c := range cols {
			if o := min(s.u1, c.to) - max(s.u0, c.from); o > most {
				best, most = k, o
			}
		}
		s.col = best + 1
		if !s.solid {
			s.left, s.right = cols[best].from, cols[best].to
		}
	}
}

// ranks numbers the places of slots from 0; places that nearly agree have one number.
func ranks(slots []*slot, at func(*slot) float64) []int {
	order := make([]int, len(slots))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(at(slots[a]), at(slots[b])) })
	out := make([]int, len(slots))
	n := 0
	for i, k := range order {
		if i > 0 && at(slots[k])-at(slots[order[i-1]]) > samePlace {
			n++
		}
		out[k] = n
	}
	return out
}

// rows parts rows that no rule parts: where most cells of a row begin something at the same lines.
func (t *ruled) rows() {
	bands := map[[2]float64][]*slot{}
	for _, s := range t.slots {
		k := [2]float64{s.top, s.bottom}
		bands[k] = append(bands[k], s)
	}
	var extra []*slot
	for _, band := range bands {
		starts := common(band)
		if len(starts) < 2 {
			continue
		}
		for _, s := range band {
			extra = append(extra, s.part(starts)...)
		}
	}
	t.slots = append(t.slots, extra...)
}

// common returns the lines at which more than half of the cells of a row begin something.
func common(band []*slot) []float64 {
	var all []float64
	for _, s := range band {
		for _, u := range s.units {
			all = append(all, u[0].v)
		}
	}
	if len(band) < 2 || len(all) < 2*len(band)-len(band)/2 {
		return nil
	}
	slices.Sort(all)
	var out []float64
	near := lineReach * band[0].lines[0].size
	for i := 0; i < len(all); {
		n := 1
		for i+n < len(all) && all[i+n]-all[i] < near {
			n++
		}
		if 2*n > len(band) {
			out = append(out, all[i])
		}
		i += n
	}
	return out
}

// part cuts a cell at the starts of rows; the first part stays, the others are returned.
func (s *slot) part(starts []float64) []*slot {
	var out []*slot
	rest := s.units
	cut := func(from, to int) *slot {
		part := *s
		part.units = rest[from:to]
		return &part
	}
	from, row, first := 0, s.top, true
	flush := func(to int) {
		if to == from {
			return
		}
		part := cut(from, to)
		part.row = row
		if first {
			*s, first = *part, false
		} else {
			out = append(out, part)
		}
		from = to
	}
	for _, at := range starts[1:] {
		i := from
		for i < len(rest) && rest[i][0].v < at-0.1 {
			i++
		}
		flush(i)
		row = at
	}
	flush(len(rest))
	return out
}
