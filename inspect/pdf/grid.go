package pdf

import (
	"cmp"
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// A cell is a piece in the grid of its page.
type cell struct {
	*piece
	row, col int
}

// grid gives each piece a row and a column, so that the table pass can tell heads and records. Lines with several pieces that
// follow each other are a table; its columns are where their pieces overlap. A piece alone in its row is text, unless it stands
// between the rows of a table.
func (l *layout) grid(pieces []piece) []cell {
	rs := l.rows(pieces)
	out := l.cells[:0]
	at := 1
	for i := 0; i < len(rs); {
		end := i
		for end < len(rs) && (len(rs[end].pieces) > 1 || inTable(rs, i, end)) && (end == i || near(rs[end-1], rs[end])) {
			end++
		}
		if end == i {
			out = append(out, cell{rs[i].pieces[0], at, 1})
			at += 2
			i++
			continue
		}
		cols := columns(rs[i:end])
		for _, r := range rs[i:end] {
			out = assign(out, r, cols, at)
			at++
		}
		at++ // a blank row ends the table
		i = end
	}
	l.cells = out
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

// A column is where cells of a table stand, along the line.
type column struct{ u0, u1 float64 }

// columns finds the columns of a table by the rows with the usual number of cells.
func columns(rs []row) []column {
	count := map[int]int{}
	for _, r := range rs {
		if n := len(r.pieces); n > 1 {
			count[n]++
		}
	}
	usual, most := 0, 0
	for n, c := range count {
		if c*n > most || c*n == most && n > usual {
			usual, most = n, c*n
		}
	}
	var all []column
	for _, r := range rs {
		if len(r.pieces) == usual {
			for _, p := range r.pieces {
				all = append(all, column{p.u0, p.u1})
			}
		}
	}
	slices.SortFunc(all, func(a, b column) int { return cmp.Compare(a.u0, b.u0) })
	var out []column
	for _, c := range all {
		if n := len(out); n > 0 && c.u0 < out[n-1].u1 {
			out[n-1].u1 = max(out[n-1].u1, c.u1)
			continue
		}
		out = append(out, c)
	}
	return out
}

// assign puts the pieces of a row into the columns they overlap most; each column takes one.
func assign(out []cell, r row, cols []column, at int) []cell {
	next := 0
	for _, p := range r.pieces {
		best, overlap := next, -1e9
		for k := next; k < len(cols); k++ {
			if o := min(p.u1, cols[k].u1) - max(p.u0, cols[k].u0); o > overlap {
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
		sample = append(sample, inspect.TableCell{Row: c.row, Col: c.col, Text: c.text})
	}
	slices.SortStableFunc(sample, func(a, b inspect.TableCell) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) })
	d.layout.sample = sample
	return d.tables.Layout(sample)
}
