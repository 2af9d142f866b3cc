package docx

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/wml"
)

// What of a table the table pass sees, and how many items wait for it at most.
const (
	sampleRows  = 64
	sampleCells = 4096
	sampleBytes = 512 // of a cell
	maxQueued   = 1 << 15
)

// A grid is what is known of an open table.
type grid struct {
	space  int // of its records
	cells  []inspect.TableCell
	layout *inspect.Layout // nil until the sample is complete
}

// A queued item waits for the layout of its table; cell is nil if it only waits for its turn.
type queued struct {
	inspect.Item
	grid     *grid
	row, col int
}

// gridOf returns the grid of the table that a cell belongs to.
func (r *story) gridOf(c *wml.Cell) *grid {
	g := r.grids[c.Table]
	if g == nil {
		r.d.spaces++
		g = &grid{space: r.d.spaces}
		r.grids[c.Table] = g
		r.waiting++
	}
	return g
}

// sample adds a text to the sample of its table. Paragraphs of one cell are one text there.
func (r *story) sample(c *wml.Cell, text string) {
	if c == nil || !says(text) {
		return
	}
	g := r.gridOf(c)
	if g.layout != nil || len(g.cells) >= sampleCells {
		return
	}
	text = text[:min(len(text), sampleBytes)]
	if n := len(g.cells); n > 0 && g.cells[n-1].Row == c.Row && g.cells[n-1].Col == c.Col {
		if len(g.cells[n-1].Text) < sampleBytes {
			g.cells[n-1].Text += "\n" + text
		}
		return
	}
	g.cells = append(g.cells, inspect.TableCell{Row: c.Row, Col: c.Col, Text: text})
}

// hold emits the item of a cell as soon as the layout of its table is known, in the order of the document.
func (r *story) hold(it inspect.Item, c *wml.Cell) error {
	q := queued{Item: it}
	if c != nil {
		q.grid, q.row, q.col = r.gridOf(c), c.Row, c.Col
	}
	if r.waiting == 0 {
		return r.release(&q)
	}
	r.queue = append(r.queue, q)
	if len(r.queue) >= maxQueued {
		for _, g := range r.grids {
			r.lay(g)
		}
		return r.drain()
	}
	return nil
}

// release emits an item with the labels and the record of its cell.
func (r *story) release(q *queued) error {
	if q.grid != nil && q.grid.layout != nil {
		labels, rec := q.grid.layout.At(q.row, q.col)
		q.Labels = labels
		if rec != 0 {
			q.Record = inspect.Record(q.grid.space, rec)
		}
	}
	return r.out(q.Item)
}

func (r *story) lay(g *grid) {
	if g.layout == nil {
		g.layout = r.d.tables.Layout(g.cells)
		g.cells = nil
		r.waiting--
	}
}

// drain emits what waits, if nothing has to wait any more.
func (r *story) drain() error {
	if r.waiting > 0 {
		return nil
	}
	for i := range r.queue {
		if err := r.release(&r.queue[i]); err != nil {
			return err
		}
	}
	r.queue = r.queue[:0]
	return nil
}

// row lays a table out once enough rows of it were seen.
func (r *story) row(t *wml.Table) error {
	if g := r.grids[t]; g != nil && t.Row >= sampleRows {
		r.lay(g)
	}
	return r.drain()
}

// table lays a table out at its end.
func (r *story) table(t *wml.Table) error {
	if g := r.grids[t]; g != nil {
		r.lay(g)
		delete(r.grids, t)
	}
	return r.drain()
}

// flush emits what waits at the end of a story, also of one that broke off.
func (r *story) flush() {
	for _, g := range r.grids {
		r.lay(g)
	}
	_ = r.drain() // r.err says it
}
