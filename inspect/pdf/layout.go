package pdf

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// A mark is a glyph with its place along the direction of writing: from u0 to u1 on the line v, which grows from line to line.
type mark struct {
	u0, u1, v, size float64
	g               *pdf.Glyph
	dir             int32 // directions are laid out one by one
	n               int32 // in the order of painting
}

// A piece is text on one line that belongs together: a line of a paragraph, or the text of a cell.
type piece struct {
	u0, u1, v, size float64
	box             pdf.Rect
	text            string
	cause           pdf.Cause
	dir             int32
	spaced          bool // a space follows
	glyphs          int
	cover           int32
	from, to        int32 // of the text that was read with it, in [layout.text]
	stretches       []stretch
}

// A stretch is the glyphs that a part of a piece's text was put together from: those of one line.
type stretch struct {
	at       int // where in the text it begins
	from, to int // of [layout.set]
}

// A setGlyph is a glyph with where it begins in the text of its line.
type setGlyph struct {
	g  *pdf.Glyph
	at int
}

// A layout turns the glyphs of pages into pieces. It keeps its memory from page to page.
type layout struct {
	marks    []mark
	pieces   []piece
	columns  []edge // where cells begin
	starts   []edge // of pieces behind others
	inner    int    // starts of the page, for all causes
	loose    []edge // gaps that may lead to a column
	tight    bool   // there are gaps that may lead to a column, sure or not
	text     []byte // of the pieces that are being put together
	page     *pdf.Page
	set      []setGlyph // of the page, line by line
	parts    []stretch  // of the page: one for each piece
	run      []*piece
	hidden   []*piece
	laid     []piece  // of the page, before they are joined
	joined   []piece  // of the page
	free     []piece  // of the page, outside ruled tables
	readings []piece  // of the page, above lines of prose
	penned   []penned // of the page
	order    []*piece
	table    []row
	cells    []cell
	sample   []inspect.TableCell
	placed   []cell // of the page, in reading order
	segments []segment
	rules    []pdf.Rule
	rulings  map[int32]*ruling // by the direction of text
	walls    []float64         // across the line that is being cut
}

// Distances in ems, tried on what common producers write.
const (
	lineReach  = 0.45 // glyphs whose lines are nearer stand on one
	wordGap    = 0.2  // a space between words in Latin letters
	mixedGap   = 0.45 // a space between Latin and Japanese: word processors set them a quarter of an em apart
	wideGap    = 0.6  // a space between kana or kanji, which are set loose to fill a line
	cellGap    = 1.2  // the next cell, if nothing stands between
	spacedGap  = 2.6  // the next cell, if there are spaces
	wallGap    = 0.08 // on both sides of a wall together, that the text may be said to end before it
	overlap    = 0.6  // of the narrower glyph: it stands on the other, not beside it
	doubleMark = 0.3  // the same letter again: printed twice to be bold
)

// lay returns the pieces of the glyphs with one cause, in reading order.
func (l *layout) lay(c *pdf.Canvas, cause pdf.Cause) []piece {
	if l.page != c.Page {
		l.page, l.set, l.parts, l.laid, l.joined = c.Page, l.set[:0], l.parts[:0], l.laid[:0], l.joined[:0]
		l.cells, l.segments, l.rules, l.rulings = l.cells[:0], l.segments[:0], c.Rules, nil
		l.inner = 0
	}
	l.gather(c, cause)
	l.columns, l.starts, l.loose, l.tight = l.columns[:0], l.starts[:0], l.loose[:0], false
	if l.cut(cause); l.findColumns() {
		l.sortLines()
		l.cut(cause)
	}
	l.inner += len(l.starts)
	from, all := len(l.laid), string(l.text)
	for i := range l.pieces {
		p := &l.pieces[i]
		p.text = all[p.from:p.to]
	}
	l.laid = append(l.laid, l.pieces...)
	return l.laid[from:len(l.laid):len(l.laid)]
}

// gather collects the marks of the glyphs with one cause, in the order of their lines. Most pages are written in that order.
func (l *layout) gather(c *pdf.Canvas, cause pdf.Cause) {
	marks, sorted, below := l.marks[:0], true, false
	show, along := int32(-1), line{}
	for i := range c.Glyphs {
		g := &c.Glyphs[i]
		if g.Cause != cause || g.Text == "" {
			continue
		}
		next := g.Show != show
		if next {
			show, along = g.Show, lineOf(&c.Shows[g.Show])
		}
		n := len(marks)
		marks = slices.Grow(marks, 1)[:n+1]
		m := &marks[n]
		m.g, m.size, m.dir, m.n = g, along.size, along.dir, int32(n)
		along.place(m)
		below = below || next && n > 0 && stacked(&marks[n-1], m)
		sorted = sorted && (len(marks) == 1 || byLine(&marks[len(marks)-2], m) < 0)
	}
	if l.marks = marks; below && l.upright() || !sorted {
		l.sortLines()
	}
}

func (l *layout) sortLines() {
	slices.SortFunc(l.marks, func(a, b mark) int { return byLine(&a, &b) })
}

// cut makes pieces of the marks, which are in order.
func (l *layout) cut(cause pdf.Cause) {
	l.pieces, l.text = l.pieces[:0], l.text[:0]
	for start := 0; start < len(l.marks); {
		first := l.marks[start]
		end := start + 1
		for end < len(l.marks) && l.marks[end].dir == first.dir && l.marks[end].v-l.marks[end-1].v <= lineReach*min(first.size, l.marks[end].size) &&
			l.marks[end].v-first.v <= 1.2*lineReach*first.size {
			end++
		}
		line := l.marks[start:end]
		l.wallsOf(&first)
		sortAlong(line)
		for len(line) > 0 {
			under, top := apart(line)
			line = l.line(under, cause)
			if len(top) > 0 {
				line = append(line, top...)
				sortAlong(line)
			}
		}
		start = end
	}
}

// byLine orders marks by their lines, and on a line as they were painted.
func byLine(a, b *mark) int {
	switch {
	case a.dir != b.dir:
		return int(a.dir - b.dir)
	case a.v < b.v:
		return -1
	case a.v > b.v:
		return 1
	}
	return int(a.n - b.n)
}

// sortAlong puts a line in order. Most are.
func sortAlong(line []mark) {
	for i := 1; i < len(line); i++ {
		if alongLine(&line[i-1], &line[i]) > 0 {
			slices.SortFunc(line, func(a, b mark) int { return alongLine(&a, &b) })
			return
		}
	}
}

// alongLine orders the marks of a line.
func alongLine(a, b *mark) int {
	switch {
	case a.u0 < b.u0:
		return -1
	case a.u0 > b.u0:
		return 1
	}
	return int(a.n - b.n)
}

// line cuts a line into pieces at its gaps. Glyphs that stand on others are returned: they are a line of their own, printed over
// this one.
func (l *layout) line(line []mark, cause pdf.Cause) (over []mark) {
	var p piece
	space, start, wall := false, len(l.set), 0
	flush := func() {
		if p.glyphs > 0 {
			n := len(l.parts)
			l.parts = append(l.parts, stretch{0, start, len(l.set)})
			p.to, p.spaced, p.stretches = int32(len(l.text)), space, l.parts[n:n+1:n+1]
			l.pieces = append(l.pieces, p)
		}
		p.glyphs, space, start = 0, false, len(l.set)
	}
	var last *mark
	var before float64 // the last gap
	for i := range line {
		m := &line[i]
		if m.g.Space() {
			space = p.glyphs > 0
			continue
		}
		if p.glyphs > 0 {
			gap := (m.u0 - last.u1) / max(last.size, m.size)
			if m.u0-last.u0 < doubleMark*(last.u1-last.u0) && m.g.Text == last.g.Text {
				continue
			}
			if m.u0 < last.u1-overlap*min(last.u1-last.u0, m.u1-m.u0) && m.u1 > m.u0 {
				over = append(over, *m)
				continue
			}
			switch {
			case l.parted(&wall, last, m), gap > spacedGap, gap > cellGap && !space, gap > tightGap && l.column(last, m, gap, before, space):
				flush()
				if len(l.starts) < maxStarts {
					l.starts = append(l.starts, edge{m.u0, m.size, m.dir, true})
				}
			case space, gap > wideGap, gap > wordGap && !wideEnd(last.g.Text) && !wideStart(m.g.Text), gap > mixedGap && !(wideEnd(last.g.Text) && wideStart(m.g.Text)):
				l.text = append(l.text, ' ')
			}
			before = gap
		}
		if p.glyphs == 0 {
			before = math.Inf(1)
			p = piece{u0: m.u0, u1: m.u1, v: m.v, size: m.size, cause: cause, dir: m.dir, cover: m.g.Cover, box: m.g.Box, from: int32(len(l.text))}
		}
		l.set = append(l.set, setGlyph{m.g, len(l.text) - int(p.from)})
		l.text = append(l.text, m.g.Text...)
		p.u1, p.size, p.glyphs = max(p.u1, m.u1), max(p.size, m.size), p.glyphs+1
		p.box = p.box.Union(m.g.Box)
		space, last = false, m
	}
	flush()
	return over
}

func wideEnd(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return wide(r)
}

func wideStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return wide(r)
}

// wide reports characters of scripts that are written without spaces.
func wide(r rune) bool {
	return r >= 0x2E80 && (r < 0xAC00 || r > 0xD7AF && r < 0xFB00) || r >= 0xFF01 && r <= 0xFF60
}

// A row is the pieces that stand side by side.
type row struct{ pieces []*piece }

// rows groups pieces into rows, from the top. They are valid until the next call.
func (l *layout) rows(pieces ...[]piece) []row {
	order := l.order[:0]
	for _, some := range pieces {
		for i := range some {
			order = append(order, &some[i])
		}
	}
	l.order = order
	slices.SortStableFunc(order, func(a, b *piece) int { return cmp.Or(cmp.Compare(a.dir, b.dir), cmp.Compare(a.v, b.v)) })
	out := l.table[:0]
	for start := 0; start < len(order); {
		end := start + 1
		for end < len(order) && order[end].dir == order[start].dir && order[end].v-order[start].v <= lineReach*min(order[start].size, order[end].size) {
			end++
		}
		r := order[start:end:end]
		slices.SortStableFunc(r, func(a, b *piece) int { return cmp.Compare(a.u0, b.u0) })
		out = append(out, row{r})
		start = end
	}
	l.table = out
	return out
}

const (
	maxParagraph = 8 << 10 // bytes of one item's text
	minLine      = 15      // ems that a line of a paragraph is long; what is shorter is a list
)

// paragraphs joins lines that run on: a full line alone in its row, and the line below it in the same size. Beside are pieces that
// make a row a table's though they are not joined themselves. What is returned is valid until the next page.
func (l *layout) paragraphs(pieces, beside []piece) []piece {
	rs := l.rows(pieces, beside)
	out, from := l.joined, len(l.joined)
	for i := 0; i < len(rs); {
		r := rs[i]
		i++
		if len(beside) > 0 {
			r.pieces = l.onlyHidden(r.pieces)
		}
		if len(r.pieces) != 1 || len(rs[i-1].pieces) != 1 {
			for _, p := range r.pieces {
				out = append(out, *p)
			}
			continue
		}
		run := append(l.run[:0], r.pieces[0])
		for i < len(rs) && len(rs[i].pieces) == 1 && rs[i].pieces[0].cause == r.pieces[0].cause && follows(run[len(run)-1], rs[i].pieces[0]) {
			run = append(run, rs[i].pieces[0])
			i++
		}
		out = join(out, run)
		l.run = run
	}
	l.joined = out
	return out[from:]
}

// onlyHidden leaves out what a reader sees. The result is valid until the next call.
func (l *layout) onlyHidden(pieces []*piece) []*piece {
	l.hidden = l.hidden[:0]
	for _, p := range pieces {
		if p.cause != pdf.Seen {
			l.hidden = append(l.hidden, p)
		}
	}
	return l.hidden
}

// follows reports whether b may be the next line of a's paragraph.
func follows(a, b *piece) bool {
	return a.dir == b.dir && a.u1-a.u0 > minLine*a.size && b.v-a.v < 2.2*a.size && math.Abs(a.size-b.size) < 0.1*a.size && a.u0 > b.u0-2.2*a.size && b.u0 > a.u0-2.2*a.size
}

// join puts lines together where they are full up to the right edge of the run.
func join(out []piece, run []*piece) []piece {
	right := run[0].u1
	for _, p := range run {
		right = max(right, p.u1)
	}
	w := weld{whole: *run[0], end: run[0].u1}
	for _, p := range run[1:] {
		if room := (right - w.end) / p.size; room > max(1.5, unit(p.text)) || !w.add(p, room) {
			out = append(out, w.piece())
			w = weld{whole: *p, text: w.text[:0], end: p.u1}
		}
	}
	return append(out, w.piece())
}
