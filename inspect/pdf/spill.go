package pdf

import (
	"context"
	"math"
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// Prints of sheets that are wider than the paper draw a line of text on every page that it touches, cut at the edge: what is hidden on one
// page is seen on the next. Such text is no secret. What no page shows is.

// Bounds.
const (
	maxSpills   = 2000 // lines of a file that run over an edge
	maxSpilled  = 100_000
	mostCut     = 2       // glyphs at the end of a line that are not worth telling
	leastAgree  = 4       // glyphs that two pages have in common, if they draw one line
	spillWork   = 4 << 20 // glyphs that are compared
	maxSearched = 64      // pages that are drawn once more
	spillGap    = 1.5     // ems between the glyphs of a line
)

// A spill is a line of text as one page draws it, cut.
type spill struct {
	texts []string // of its glyphs
	seen  []bool   // on this page or, once they were looked at together, on another
	done  bool
	at    mark // its first glyph
}

// A spot is a glyph of a spill.
type spot struct{ spill, at int }

// A kept is an item that waits for what the other pages show.
type kept struct {
	item  inspect.Item
	spots []spot
}

// spills are the lines of a file that run over the edges of its pages.
type spills struct {
	all   []spill
	kept  []kept
	size  int                 // glyphs
	work  int                 // steps taken
	spots map[*pdf.Glyph]spot // of the page
}

// gather notes the lines of a page that are cut.
func (s *spills) gather(c *pdf.Canvas) {
	s.spots = map[*pdf.Glyph]spot{}
	setLines(c, func(line []*pdf.Glyph, at mark) {
		if !slices.ContainsFunc(line, cut) || len(s.all) == maxSpills || s.size+len(line) > maxSpilled {
			return
		}
		sp := spill{make([]string, len(line)), make([]bool, len(line)), false, at}
		for i, g := range line {
			sp.texts[i], sp.seen[i] = g.Text, g.Cause == pdf.Seen
			s.spots[g] = spot{len(s.all), i}
		}
		s.all, s.size = append(s.all, sp), s.size+len(line)
	})
}

// setLines calls fn for glyphs that were set one after the other on a line, and for where it begins. The slice is valid until fn returns.
func setLines(c *pdf.Canvas, fn func([]*pdf.Glyph, mark)) {
	var line []*pdf.Glyph
	var first, last mark
	for i := range c.Glyphs {
		g := &c.Glyphs[i]
		if g.Text == "" || g.Space() || g.Cause != pdf.Seen && !cut(g) {
			continue
		}
		along := lineOf(&c.Shows[g.Show])
		m := mark{g: g, size: along.size, dir: along.dir}
		along.place(&m)
		if len(line) > 0 && (m.dir != last.dir || math.Abs(m.v-last.v) > lineReach*m.size || m.u0 < last.u0 || m.u0-last.u1 > spillGap*m.size) {
			fn(line, first)
			line = line[:0]
		}
		if len(line) == 0 {
			first = m
		}
		line, last = append(line, g), m
	}
	fn(line, first)
}

func cut(g *pdf.Glyph) bool { return g.Cause == pdf.Clipped || g.Cause == pdf.OffPage }

// keep holds an item back until all pages were drawn; false if it is to be told at once.
func (s *spills) keep(it inspect.Item, p *page, l *layout, c *piece) bool {
	var spots []spot
	for _, st := range c.stretches {
		for _, set := range l.set[st.from:st.to] {
			at, ok := s.spots[set.g]
			if !ok {
				return false
			}
			spots = append(spots, at)
		}
	}
	it.Glyphs = slices.Values(slices.Collect(l.glyphs(p, c)))
	s.kept = append(s.kept, kept{it, spots})
	return true
}

// spilled emits what was held back.
func (d *document) spilled(ctx context.Context) error {
	s := &d.spills
	if err := d.searchWhole(ctx); err != nil {
		return err
	}
	for i := range s.kept {
		k := &s.kept[i]
		k.item.Empty = k.item.Empty || s.known(k)
		if err := d.emit(k.item); err != nil {
			return err
		}
	}
	*s = spills{}
	return nil
}

// searchWhole draws pages once more to look for lines that another page shows whole.
func (d *document) searchWhole(ctx context.Context) error {
	s := &d.spills
	missing := map[string][]*spill{}
	for i := range s.kept {
		if k := &s.kept[i]; !s.known(k) {
			sp := &s.all[k.spots[0].spill]
			missing[strings.Join(sp.texts, "")] = append(missing[strings.Join(sp.texts, "")], sp)
		}
	}
	var canvas *pdf.Canvas
	for i := 0; len(missing) > 0 && i < min(len(d.f.Pages), maxSearched); i++ {
		var err error
		if canvas, err = d.f.Draw(ctx, d.f.Pages[i], canvas); err != nil {
			return err
		}
		canvas.Judge(d.f)
		showWhole(canvas, missing)
	}
	return nil
}

// showWhole notes which of the missing lines a page shows whole. Short ones have to stand as they did on the other page, only moved with
// others of them: labels of one chart.
func showWhole(c *pdf.Canvas, missing map[string][]*spill) {
	type match struct {
		*spill
		by float64
	}
	var all []match
	setLines(c, func(line []*pdf.Glyph, at mark) {
		if slices.ContainsFunc(line, cut) {
			return
		}
		var b strings.Builder
		for _, g := range line {
			b.WriteString(g.Text)
		}
		for _, sp := range missing[b.String()] {
			if len(sp.texts) >= leastAgree {
				sp.showAll()
			}
			if sp.at.dir == at.dir && math.Abs(sp.at.v-at.v) < samePlace {
				all = append(all, match{sp, at.u0 - sp.at.u0})
			}
		}
	})
	for i, a := range all {
		for k, b := range all {
			if i != k && a.spill != b.spill && math.Abs(a.by-b.by) < samePlace {
				a.showAll()
			}
		}
	}
}

func (sp *spill) showAll() {
	for i := range sp.seen {
		sp.seen[i] = true
	}
}

// known reports whether the pages together show a text, or all but its last letters: a cell of a sheet ends in the middle of a word.
func (s *spills) known(k *kept) bool {
	sp := &s.all[k.spots[0].spill]
	cut, digits := 0, false
	for i, seen := range sp.seen {
		if !seen {
			cut++
			digits = digits || strings.ContainsAny(sp.texts[i], "0123456789０１２３４５６７８９")
		}
	}
	if cut <= mostCut && !digits && 2*cut <= len(sp.seen) {
		return true
	}
	return !slices.ContainsFunc(k.spots, func(at spot) bool { return !s.shown(at) })
}

// shown reports whether some page shows a glyph. One that the edge halves on both pages counts if those beside it are seen.
func (s *spills) shown(at spot) bool {
	sp := &s.all[at.spill]
	if !sp.done {
		s.compare(at.spill)
	}
	return sp.seen[at.at] || at.at > 0 && at.at+1 < len(sp.seen) && sp.seen[at.at-1] && sp.seen[at.at+1]
}

// compare looks for the other spills that are part of one text with a spill, and notes what they show of it.
func (s *spills) compare(n int) {
	a := &s.all[n]
	a.done = true
	for i := range s.all {
		b := &s.all[i]
		for by := leastAgree - len(b.texts); by <= len(a.texts)-leastAgree && i != n && s.work < spillWork; by++ {
			from, to := max(0, by), min(len(a.texts), by+len(b.texts))
			k := from
			for k < to && a.texts[k] == b.texts[k-by] {
				k++
			}
			s.work += 1 + k - from
			if k < to || to-from < leastAgree {
				continue
			}
			for k := from; k < to; k++ {
				a.seen[k] = a.seen[k] || b.seen[k-by]
			}
		}
	}
}
