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

// framed puts the pieces that stand in cells between rules into tables. It returns those that stand in none.
func (l *layout) framed(all []piece) (tables []*ruled, rest []piece) {
	type key struct {
		pen
		dir int32
	}
	boxes := map[key][]*piece{}
	var order []key
	held := make([]bool, len(all))
	at := map[*piece]int{}
	for i := range all {
		p := &all[i]
		r := l.ruling(p.dir)
		if r == nil {
			continue
		}
		box, ok := r.around(p)
		if !ok {
			continue
		}
		held[i], at[p] = true, i
		k := key{box, p.dir}
		if boxes[k] == nil {
			order = append(order, k)
		}
		boxes[k] = append(boxes[k], p)
	}
	slices.SortStableFunc(order, func(a, b key) int {
		return cmp.Or(cmp.Compare(a.dir, b.dir), cmp.Compare(a.top, b.top), cmp.Compare(a.left, b.left))
	})
	var t *ruled
	bottom := 0.0
	for _, k := range order {
		slots := split(k.pen, k.dir, boxes[k])
		if slots == nil {
			for _, p := range boxes[k] {
				held[at[p]] = false
			}
			continue
		}
		if t == nil || t.slots[0].dir != k.dir || k.top > bottom+tableGap {
			t, bottom = &ruled{}, k.bottom
			tables = append(tables, t)
		}
		bottom = max(bottom, k.bottom)
		t.slots = append(t.slots, slots...)
	}
	rest = l.free[:0]
	for i := range all {
		if !held[i] {
			rest = append(rest, all[i])
		}
	}
	l.free = rest
	return tables, rest
}

// split parts what stands in a pen into cells: one, or, if no walls stand in it, one for each column. It returns nil if the pen is no
// cell: a frame around a page or a form.
func split(at pen, dir int32, pieces []*piece) []*slot {
	order := slices.Clone(pieces)
	slices.SortStableFunc(order, func(a, b *piece) int { return cmp.Compare(a.u0, b.u0) })
	var out []*slot
	for _, p := range order {
		if n := len(out); n > 0 && p.u0 < out[n-1].u1 {
			s := out[n-1]
			s.lines, s.u1 = append(s.lines, p), max(s.u1, p.u1)
			continue
		}
		out = append(out, &slot{pen: at, dir: dir, u0: p.u0, u1: p.u1, lines: []*piece{p}})
	}
	if at.open && len(out) == 1 {
		return nil
	}
	for _, s := range out {
		slices.SortStableFunc(s.lines, func(a, b *piece) int { return cmp.Compare(a.v, b.v) })
		for i := 1; i < len(s.lines); i++ {
			a, b := s.lines[i-1], s.lines[i]
			if b.v-a.v < lineReach*min(a.size, b.size) && (a.u1 <= b.u0 || b.u1 <= a.u0) {
				return nil
			}
		}
		s.solid, s.row = len(out) == 1, at.top
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
