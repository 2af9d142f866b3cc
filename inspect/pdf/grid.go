package pdf

import (
	"cmp"
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// A cell is a piece in the grid of its page.
type cell struct {
	*piece
	row, col int
}

// A segment is a table of a page, or a text that stands alone: cells with rows from 1.
type segment struct {
	dir      int32
	v        float64
	from, to int // of [layout.cells], and of [layout.placed] once they are
	rows     int
}

// grid gives each piece a row and a column, so that the table pass can tell heads and records. Lines with several pieces that
// follow each other are a table; its columns are where their pieces overlap. A piece alone in its row is text, unless it stands
// between the rows of a table.
func (l *layout) grid(pieces []piece) {
	rs := l.rows(pieces)
	for i := 0; i < len(rs); {
		end := i
		for end < len(rs) && (len(rs[end].pieces) > 1 || inTable(rs, i, end)) && (end == i || near(rs[end-1], rs[end])) {
			end++
		}
		from, first := len(l.cells), rs[i].pieces[0]
		if end == i {
			l.cells = append(l.cells, cell{first, 1, 1})
			end = i + 1
		} else {
			cols := columns(rs[i:end])
			for k, r := range rs[i:end] {
				l.cells = assign(l.cells, r, cols, k+1)
			}
		}
		l.segments = append(l.segments, segment{first.dir, first.v, from, len(l.cells), end - i})
		i = end
	}
}

// tables adds the cells of the tables that rules make.
func (l *layout) tables(ts []*ruled) {
	for _, t := range ts {
		t.read()
		from, first := len(l.cells), t.slots[0]
		at := ranks(t.slots, func(s *slot) float64 { return s.row })
		rows := 0
		order := make([]int, len(t.slots))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int {
			return cmp.Or(cmp.Compare(at[a], at[b]), cmp.Compare(t.slots[a].col, t.slots[b].col))
		})
		for _, i := range order {
			s := t.slots[i]
			s.welded(t.pad, func(p piece) { l.cells = append(l.cells, cell{&p, at[i] + 1, s.col}) })
			rows = max(rows, at[i]+1)
		}
		l.segments = append(l.segments, segment{first.dir, first.top, from, len(l.cells), rows})
	}
}

// arranged returns the cells of the page in reading order, each table with a blank row behind it.
func (l *layout) arranged() []cell {
	slices.SortStableFunc(l.segments, func(a, b segment) int { return cmp.Or(cmp.Compare(a.dir, b.dir), cmp.Compare(a.v, b.v)) })
	out := l.placed[:0]
	at := 0
	for i := range l.segments {
		s := &l.segments[i]
		from := len(out)
		for _, c := range l.cells[s.from:s.to] {
			c.row += at
			out = append(out, c)
		}
		s.from, s.to = from, len(out)
		at += s.rows + 1
	}
	l.placed = out
	return out
}

// inTable reports whether a lone piece is the continuation of a cell: a table goes on below it.
func inTable(rs []row, start, at int) bool {
	return at > start && at+1 < len(rs) && len(rs[at+1].pieces) > 1 && rs[at].pieces[0].u0 > rs[start].pieces[0].u1
}

// near reports whether two rows may belong to one table.
func near(a, b row) bool {
	return a.pieces[0].dir == b.pieces[0].dir && b.pieces[0].v-a.pieces[0].v < 5*max(a.pieces[0].size, b.pieces[0].size)
}

// columns finds the columns of a table by the rows with the usual number of cells.
func columns(rs []row) []reach {
	rows := make([][]reach, 0, len(rs))
	for _, r := range rs {
		if len(r.pieces) < 2 {
			continue
		}
		cells := make([]reach, len(r.pieces))
		for i, p := range r.pieces {
			cells[i] = reach{p.u0, p.u1}
		}
		rows = append(rows, cells)
	}
	return reaches(rows)
}

// reaches finds the columns of rows with the usual number of cells: where those reach.
func reaches(rows [][]reach) []reach {
	count := map[int]int{}
	for _, r := range rows {
		count[len(r)]++
	}
	usual, most := 0, 0
	for n, c := range count {
		if c*n > most || c*n == most && n > usual {
			usual, most = n, c*n
		}
	}
	var all []reach
	for _, r := range rows {
		if len(r) == usual {
			all = append(all, r...)
		}
	}
	return united(all)
}

// assign puts the pieces of a row into the columns they overlap most; each column takes one.
func assign(out []cell, r row, cols []reach, at int) []cell {
	next := 0
	for _, p := range r.pieces {
		best, overlap := next, -1e9
		for k := next; k < len(cols); k++ {
			if o := min(p.u1, cols[k].to) - max(p.u0, cols[k].from); o > overlap {
				best, overlap = k, o
			}
		}
		out = append(out, cell{p, at, best + 1})
		next = best + 1
	}
	return out
}

// sampleCells bounds what the table pass sees of a page.
const sampleCells = 4096

// layOut asks the table pass what stands beside the cells of a page.
func (d *document) layOut(cells []cell) *inspect.Layout {
	sample := d.layout.sample[:0]
	for _, c := range cells {
		if len(sample) == sampleCells {
			break
		}
		if n := len(sample); n > 0 && sample[n-1].Row == c.row && sample[n-1].Col == c.col { // more lines of a cell
			sample[n-1].Text += " " + c.text
			continue
		}
		sample = append(sample, inspect.TableCell{Row: c.row, Col: c.col, Text: c.text})
	}
	slices.SortStableFunc(sample, func(a, b inspect.TableCell) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) })
	d.layout.sample = sample
	return d.tables.Layout(sample)
}

// read puts the pieces of the page together: those that stand in cells between rules, and then the others, whose paragraphs are joined
// for each cause alone.
func (l *layout) read() []cell {
	rest := l.laid
	if len(l.rules) > 0 {
		var tables []*ruled
		tables, rest = l.framed(l.laid)
		l.tables(tables)
	}
	rest = l.ruby(rest)
	folds := l.unfold(rest)
	for i := range l.segments {
		s := &l.segments[i]
		_, dv := moved(folds, s.dir, l.cells[s.from].u0, s.v)
		s.v += dv
	}
	if tables, free := l.ruleless(rest); tables != nil {
		l.tables(tables)
		rest = free
	}
	from := len(l.joined)
	var seen []piece
	for len(rest) > 0 { // they are in the order of their causes
		n := 1
		for n < len(rest) && rest[n].cause == rest[0].cause {
			n++
		}
		l.paragraphs(rest[:n], seen)
		if rest[0].cause == pdf.Seen {
			seen = rest[:n]
		}
		rest = rest[n:]
	}
	l.grid(l.joined[from:])
	for i := range l.readings {
		p := &l.readings[i]
		_, dv := moved(folds, p.dir, p.u0, p.v)
		l.segments = append(l.segments, segment{p.dir, p.v + dv, len(l.cells), len(l.cells) + 1, 1})
		l.cells = append(l.cells, cell{p, 1, 1})
	}
	return l.arranged()
}
