package docx

import (
	"slices"

	"github.com/sumikeshi/sumikeshi/detectors"
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

	said   []int           // columns of the open row that say something
	merged map[int]joining // by row
}

// A joining is a row into which merged cells reach: the columns that say something of their own in it, and those that say what the cell
// in another row does, the one of the same number in first.
type joining struct{ own, cols, first []int }

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
	g.said = append(g.said, c.Col)
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

// hold keeps the item of a cell until its row has ended and the layout of its table is known, and others for the order of the document.
func (r *story) hold(it inspect.Item, c *wml.Cell) error {
	q := queued{Item: it}
	if c != nil {
		q.grid, q.row, q.col = r.gridOf(c), c.Row, c.Col
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
		if first := q.grid.person(q.row); first < q.row && rec != 0 {
			if _, named := q.grid.layout.At(first, q.col); named != 0 {
				rec = named
			}
		}
		if rec != 0 {
			q.Record = inspect.Record(q.grid.space, rec)
		}
	}
	return r.out(q.Item)
}

// person returns the row in which the person of an item's row is named: the row itself, or the first one of those that the cell with the
// name is merged over. Where another name stands in the row, as those of brothers and sisters do beside their parent's, it is about that one.
func (g *grid) person(row int) int {
	j := g.merged[row]
	first := row
	for i, col := range j.cols {
		if g.names(j.first[i], col) {
			first = j.first[i]
		}
	}
	if first < row && slices.ContainsFunc(j.own, func(col int) bool { return g.names(row, col) }) {
		return row
	}
	return first
}

// names reports whether a cell stands in a column of people's names.
func (g *grid) names(row, col int) bool {
	labels, _ := g.layout.At(row, col)
	for _, l := range labels {
		if c, ok := detectors.ParseColumn(l); ok && c.Kind == "name" && c.Against == "" {
			return true
		}
	}
	return false
}

func (r *story) lay(g *grid) {
	if g.layout == nil {
		g.layout = r.d.tables.Layout(g.cells)
		g.cells = nil
		r.waiting--
	}
}

// drain emits what waits, if no layout has to be waited for.
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
	for _, g := range r.grids {
		clear(g.merged)
	}
	return nil
}

// row lays a table out once enough rows of it were seen.
func (r *story) row(t *wml.Table) error {
	g := r.grids[t]
	if g != nil {
		g.merge(t)
		if t.Row >= sampleRows {
			r.lay(g)
		}
	}
	if t.Inner() {
		return nil
	}
	return r.drain()
}

// merge notes the cells that reach into the row that has ended.
func (g *grid) merge(t *wml.Table) {
	var j joining
	t.Merged(func(col, first int) {
		j.cols, j.first = append(j.cols, col), append(j.first, first)
	})
	if len(j.cols) > 0 {
		if g.merged == nil {
			g.merged = map[int]joining{}
		}
		j.own = slices.Clone(g.said)
		g.merged[t.Row] = j
	}
	g.said = g.said[:0]
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
