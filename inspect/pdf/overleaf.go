package pdf

import (
	"math"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// A table that goes on over the page break has its heads on the page before, unless they are repeated. What stands between its parts is
// page furniture: the same lines on every page, page numbers.

// Bounds of what may stand between the parts of a table.
const (
	mostFurniture  = 4   // lines above a table, and under it
	furnitureSize  = 40  // ems that such a line is long at most
	titleGap       = 2.5 // ems above a table: nearer is a title, unless it stood on the page before
	furnitureBytes = 200
)

// An overleaf is what the next page may go on with.
type overleaf struct {
	dir    int32
	cols   []reach    // of the last table of the page; nil if it ends there
	labels [][]string // of its columns
	lines  []string   // that stand alone on the page, without their digits
}

// goesOn gives the first table of the page the labels of the last one of the page before, if it is its continuation, and remembers the last
// one for the next page.
func (d *document) goesOn(cells []cell, lay *inspect.Layout) {
	l := &d.layout
	if next := l.firstTable(cells, d.over.lines); next != nil && next.dir == d.over.dir {
		if labels := d.over.match(reached(cells[next.from:next.to])); labels != nil {
			lay.Continue(cells[next.from].row, cells[next.to-1].row, labels)
		}
	}
	d.over = overleaf{lines: l.alone(cells)}
	if last := l.lastTable(cells); last != nil {
		d.over.remember(cells[last.from:last.to], lay)
	}
}

// firstTable returns the first table of a page if nothing but furniture stands above it.
func (l *layout) firstTable(cells []cell, before []string) *segment {
	for i := range l.segments {
		s := &l.segments[i]
		if s.table(cells) {
			return s
		}
		c := &cells[s.from]
		if i == mostFurniture || !c.furniture() {
			return nil
		}
		if contains(before, c.text) || strings.Contains(c.text, "続") || strings.Contains(c.text, "つづ") || i+1 == len(l.segments) {
			continue
		}
		if next := &cells[l.segments[i+1].from]; next.v-c.v < titleGap*c.size {
			return nil
		}
	}
	return nil
}

// lastTable returns the last table of a page if nothing but furniture stands below it.
func (l *layout) lastTable(cells []cell) *segment {
	for n := range l.segments {
		s := &l.segments[len(l.segments)-1-n]
		if s.table(cells) {
			return s
		}
		if c := &cells[s.from]; n == mostFurniture || !c.furniture() || strings.TrimSpace(c.text) == "以上" {
			return nil
		}
	}
	return nil
}

// table reports whether cells stand side by side.
func (s *segment) table(cells []cell) bool {
	return cells[s.from].col != cells[s.to-1].col || s.rows > 1
}

// furniture reports whether a line that stands alone may belong to the page rather than to its text.
func (c *cell) furniture() bool {
	return len(c.stretches) == 1 && c.u1-c.u0 < furnitureSize*c.size && len(c.text) < furnitureBytes && !strings.HasSuffix(c.text, "。")
}

// alone returns the lines of the page that stand alone.
func (l *layout) alone(cells []cell) (lines []string) {
	for i := range l.segments {
		s := &l.segments[i]
		if c := &cells[s.from]; (i < mostFurniture || i >= len(l.segments)-mostFurniture) && !s.table(cells) && c.furniture() {
			lines = append(lines, undated(c.text))
		}
	}
	return lines
}

func contains(lines []string, text string) bool {
	text = undated(text)
	for _, l := range lines {
		if l == text {
			return true
		}
	}
	return false
}

// undated leaves out the digits: those of page numbers differ.
func undated(text string) string {
	return strings.Map(func(r rune) rune {
		if digit(r) || r >= '０' && r <= '９' {
			return -1
		}
		return r
	}, text)
}

// reached returns from where to where the columns of a table reach.
func reached(cells []cell) (out []reach) {
	for i := range cells {
		c := &cells[i]
		for len(out) < c.col {
			out = append(out, reach{math.Inf(1), math.Inf(-1)})
		}
		r := &out[c.col-1]
		r.from, r.to = min(r.from, c.u0), max(r.to, c.u1)
	}
	return out
}

// match returns the labels for the columns of a table that stand where those of the last page stood; nil if some do not.
func (o *overleaf) match(cols []reach) [][]string {
	labels := make([][]string, len(cols))
	at, several := 0, 0
	for i, c := range cols {
		if c.from > c.to {
			continue // nothing stands in it
		}
		best, most := -1, 0.0
		for k := at; k < len(o.cols); k++ {
			if both := min(c.to, o.cols[k].to) - max(c.from, o.cols[k].from); both > most {
				best, most = k, both
			}
		}
		if best < 0 {
			return nil
		}
		labels[i], at = o.labels[best], best+1
		several++
	}
	if several < 2 {
		return nil
	}
	return labels
}

// remember notes the columns of a table.
func (o *overleaf) remember(cells []cell, lay *inspect.Layout) {
	cols := reached(cells)
	labels := make([][]string, len(cols))
	known := false
	for i := range cells {
		c := &cells[i]
		if labels[c.col-1] == nil {
			labels[c.col-1] = lay.Column(c.row, c.col)
			known = known || labels[c.col-1] != nil
		}
	}
	if known {
		o.dir, o.cols, o.labels = cells[0].dir, cols, labels
	}
}
