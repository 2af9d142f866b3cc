package wml

import (
	"math"
	"slices"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// startWord takes what tells where text stands: rows, cells, breaks of pages.
func (fl *flow) startWord(s *xmlscan.Scanner, local string) {
	at := fl.frame()
	switch local {
	case "tbl":
		fl.tables = append(fl.tables, flowTable{x: at.x, top: at.y, bottom: at.y})
	case "lastRenderedPageBreak", "pageBreakBefore":
		fl.pageTop = at.y
	case "br":
		if kind, _ := Attr(s, "type"); kind == "page" {
			fl.pageTop = at.y
		}
	}
	if len(fl.tables) == 0 {
		return
	}
	t := &fl.tables[len(fl.tables)-1]
	switch local {
	case "gridCol":
		last := 0.0
		if n := len(t.columns); n > 0 {
			last = t.columns[n-1]
		}
		t.columns = append(t.columns, last+float64(measure(s, "w", 20)))
	case "tr":
		t.height = 0
		t.bottom = t.top
	case "trHeight":
		t.height = float64(measure(s, "val", 20))
	case "tc":
		fl.frames = append(fl.frames, fl.cellFrame(t))
	case "gridSpan":
		if c := fl.w.cell(); c != nil && len(fl.frames) > 1 {
			at.width = t.column(c.Col-1+c.span) - t.column(c.Col-1) - 2*cellMargin
		}
	}
}

const cellMargin = 108 // twips, at both sides of a cell if nothing else is said (17.4.42)

// column returns where a column ends, 0 for the edge of the table.
func (t *flowTable) column(n int) float64 {
	if n <= 0 || len(t.columns) == 0 {
		return 0
	}
	return t.columns[min(n, len(t.columns))-1]
}

// cellFrame returns the frame of the cell that has begun.
func (fl *flow) cellFrame(t *flowTable) frame {
	f := frame{x: t.x, width: fl.page.text(), y: t.top}
	if c := fl.w.cell(); c != nil {
		f.x = t.x + t.column(c.Col-1)
		f.width = t.column(c.Col) - t.column(c.Col-1) - 2*cellMargin
	}
	return f
}

// endWord takes the ends of cells, rows and tables, and of sections.
func (fl *flow) endWord(local string) {
	if local == "sectPr" && fl.w.index("pPr") >= 0 {
		fl.turn()
		fl.frames[0].width = fl.page.text()
	}
	if len(fl.tables) == 0 {
		return
	}
	t := &fl.tables[len(fl.tables)-1]
	switch local {
	case "tc":
		if n := len(fl.frames); n > 1 {
			t.bottom = max(t.bottom, fl.frames[n-1].y)
			fl.frames = fl.frames[:n-1]
		}
	case "tr":
		t.top = max(t.bottom, t.top+t.height)
	case "tbl":
		fl.frame().y = t.top
		fl.tables = fl.tables[:len(fl.tables)-1]
	}
}

func (fl *flow) spaced(p *Para) line {
	return p.line.over(fl.w.styleOf(p).line).over(fl.w.styles.line)
}

func (fl *flow) before(p *Para) float64 { return float64(fl.spaced(p).before) }

// set places the letters of a paragraph and moves on below it.
func (fl *flow) set(p *Para) {
	at := fl.frame()
	how := fl.spaced(p)
	pl := &placedPara{n: p.N, y0: at.y + float64(how.before), already: map[Patch]bool{}}
	y, first := pl.y0, 0
	x := at.x + float64(p.ind.left+p.ind.first)
	edge := at.x + at.width - float64(p.ind.right)
	tall := 0.0
	feed := func() {
		h := fl.lineHeight(how, tall)
		fl.settle(pl.glyphs[first:], p, y, h, at.x, edge-x)
		y, first, tall = y+h, len(pl.glyphs), 0
		x = at.x + float64(p.ind.left)
	}
	for i := range p.Pieces {
		pc := &p.Pieces[i]
		if pc.Class != Shown && pc.Class != Blacked {
			continue
		}
		em := letterSize(pc.Run)
		for from, r := range pc.Text {
			width := em * advance(r)
			switch {
			case r == '\n':
				tall = max(tall, em)
				feed()
				continue
			case r == '\t':
				x = at.x + (math.Floor((x-at.x)/840)+1)*840
				continue
			case x+width > edge+em/2 && len(pl.glyphs) > first:
				feed()
			}
			tall = max(tall, em)
			if pc.Class == Shown {
				pl.glyphs = append(pl.glyphs, glyph{Patch{i, from, from + utf8.RuneLen(r)}, x, x + width, 0, em})
			}
			x += width
		}
	}
	feed()
	pl.y1 = y
	at.y = y + float64(how.after)
	if at.y-fl.pageTop > fl.page.body() && len(fl.frames) == 1 {
		fl.pageTop = pl.y0
	}
	fl.keep(pl)
}

// letterSize returns the height of a run's letters in twips.
func letterSize(r *Run) float64 {
	if r == nil || r.size.letters == 0 {
		return plainSize * 10
	}
	return float64(r.size.letters) * 10
}

func advance(r rune) float64 {
	if r < 0x1100 || r >= 0xFF61 && r <= 0xFFDC {
		return 0.5
	}
	return 1
}

// lineHeight returns the height of a line whose largest letter is that tall.
func (fl *flow) lineHeight(how line, tall float64) float64 {
	if tall == 0 {
		tall = plainSize * 10
	}
	switch {
	case how.exact:
		return float64(how.height)
	case fl.page.pitch > 0:
		return math.Ceil(tall*1.3/fl.page.pitch-0.1) * fl.page.pitch * how.times()
	}
	return tall * 1.3 * how.times()
}

// settle gives the letters of a line their heights, and moves them to where the paragraph is aligned; room is what is left of the line.
func (fl *flow) settle(line []glyph, p *Para, y, h, _, room float64) {
	shift := 0.0
	switch p.jc {
	case "center":
		shift = max(room, 0) / 2
	case "right", "end":
		shift = max(room, 0)
	}
	for i := range line {
		g := &line[i]
		em := g.y1
		g.y0 = y + (h-em)/2
		g.y1 = g.y0 + em
		g.x0, g.x1 = g.x0+shift, g.x1+shift
	}
}

// keep holds a placed paragraph against the covers, and keeps it for those to come.
func (fl *flow) keep(pl *placedPara) {
	for _, c := range fl.covers {
		fl.under(pl, c)
	}
	fl.covers = slices.DeleteFunc(fl.covers, func(c rect) bool { return c.y1 < pl.y0-fl.page.height })
	if len(pl.glyphs) == 0 {
		return
	}
	if fl.placed = append(fl.placed, pl); len(fl.placed) > maxPlaced {
		fl.placed = slices.Delete(fl.placed, 0, maxPlaced/2)
	}
}

// cover takes an object.
func (fl *flow) cover(c rect) {
	fl.covers = append(fl.covers, c)
	for _, pl := range fl.placed {
		if c.sure || pl.y0 >= fl.pageTop {
			fl.under(pl, c)
		}
	}
}

// How much of a letter must be covered so that it is not read.
const (
	coveredWide = 0.4
	coveredHigh = 0.6
)

// under notes what an object covers of a paragraph.
func (fl *flow) under(pl *placedPara, c rect) {
	if c.y1 < pl.y0 || c.y0 > pl.y1 {
		return
	}
	for _, g := range pl.glyphs {
		if pl.already[g.Patch] || min(g.x1, c.x1)-max(g.x0, c.x0) < coveredWide*(g.x1-g.x0) || min(g.y1, c.y1)-max(g.y0, c.y0) < coveredHigh*(g.y1-g.y0) {
			continue
		}
		pl.already[g.Patch] = true
		out := fl.out[pl.n]
		if out == nil {
			out = &patches{}
			fl.out[pl.n] = out
		}
		if c.sure {
			out.sure = append(out.sure, g.Patch)
		} else {
			out.perhaps = append(out.perhaps, g.Patch)
		}
	}
}
