package redact

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact/pdf"
)

// onPages takes a finding whose characters have a place on a page and that is not taken out as a whole.
func (b *build) onPages(f *inspect.Finding) {
	if !b.strikes.on() {
		if open(f.Holder) {
			b.promise.seen.glyphs(f, nil)
		}
		return
	}
	if f.Place == nil {
		b.masks.count(f, b.masks.of(f.Where, f.Text))
	}
	b.finishPage(b.strikes.turn(f))
	b.strikes.line(f)
}

// besidePages takes a finding that has a place on a page but is not written there, if something may be struck where it stands.
func (b *build) besidePages(f *inspect.Finding) bool {
	at, ok := f.Where.(inspect.Box)
	if !ok || !b.strikes.on() || f.Place != nil {
		return false
	}
	b.finishPage(b.strikes.turn(f))
	b.strikes.other(f, at.Box)
	return true
}

// finishPage notes what of a page goes and what stays to be seen.
func (b *build) finishPage(p *struckPage) {
	if p == nil {
		return
	}
	areas := b.strikes.strike(p)
	b.struck = append(b.struck, areas...)
	for _, o := range p.others {
		if held(areas, o.box) {
			b.promise.gone.Add(o.text, false)
		} else if !o.loose {
			b.promise.seen.join(o.seen)
		}
	}
	for _, l := range p.lines {
		var gone strings.Builder
		flush := func() {
			b.promise.gone.Add(gone.String(), false)
			gone.Reset()
		}
		for i := range l.cells {
			switch c := &l.cells[i]; {
			case c.struck:
				gone.WriteString(c.text)
				continue
			case (l.seen || l.scan) && !l.loose:
				b.promise.seen.glyph(pageScope(p.within, p.n), c.text, c.quad, l.seen)
			}
			flush()
		}
		flush()
	}
}

// blackOut turns what is struck into fixes, numbered from the top of the first page on.
func (b *build) blackOut() {
	if b.strikes.page != nil {
		b.finishPage(b.strikes.page)
		b.strikes.page = nil
	}
	b.wholeBoxes()
	slices.SortStableFunc(b.struck, func(x, y struck) int {
		p, q := x.area.Bounds(), y.area.Bounds()
		return cmp.Or(slices.Compare(x.within, y.within), cmp.Compare(x.page, y.page), cmp.Compare(q[3], p[3]), cmp.Compare(p[0], q[0]))
	})
	n := 0
	for i := range b.struck {
		x := &b.struck[i]
		fix := inspect.BlackOut{Page: x.page, Area: x.area, Roomy: !x.drawn}
		if x.mark >= 0 {
			m := &b.strikes.marks[x.mark]
			n++
			fix.Fill, fix.Label, fix.Number, fix.Roomy = m.Fill, m.Label, strconv.Itoa(n), fix.Roomy && !m.Tight
			b.promise.struck = append(b.promise.struck, Struck{N: n, Page: x.page, Reason: m.Reason, fix: fix})
		}
		b.job(x.within).add(fix)
	}
	for i := range b.strikes.values {
		if v := &b.strikes.values[i]; !v.public && len(v.runes) > 0 {
			b.promise.gone.Add(string(v.runes), v.name && v.mark < 0)
			if !v.open && !v.within && (v.mark < 0 || b.strikes.marks[v.mark].Page == 0) {
				b.promise.never.Add(string(v.runes), false)
			}
		}
	}
}

// wholeBoxes adds the boxes that a person drew on pages without any text.
func (b *build) wholeBoxes() {
	for i := range b.strikes.marks {
		m := &b.strikes.marks[i]
		if m.Words != "" || slices.ContainsFunc(b.struck, func(x struck) bool { return x.mark == i }) {
			continue
		}
		b.struck = append(b.struck, struck{page: m.Page, area: m.area(), mark: i, drawn: true})
	}
}

// drawn notes where the boxes came to be: nothing but their labels may be seen there.
func (b *build) drawn(within []string, n *pdf.Notes) {
	for _, d := range n.Boxes {
		scope := pageScope(within, d.Fix.Page)
		b.promise.boxes[scope] = append(b.promise.boxes[scope], box{d.Area, d.Label})
		for i := range b.promise.struck {
			if s := &b.promise.struck[i]; s.fix == d.Fix {
				s.Box, s.Label = d.Area.Bounds(), d.Label
			}
		}
	}
	if n.Tight > 0 {
		b.promise.notes = append(b.promise.notes, Note{
			Where: strings.Join(append(slices.Clone(within), "PDF"), " > "),
			JA:    "となりに文字があるため、黒い四角を広げられない所が" + strconv.Itoa(n.Tight) + "か所あります。四角の幅から、もとの文字数が分かることがあります。",
			EN:    strconv.Itoa(n.Tight) + " boxes could not be made wider, as text stands beside them: their width may tell how long the text was.",
		})
	}
	if n.Outlines > 0 {
		b.promise.notes = append(b.promise.notes, Note{
			Where: strings.Join(append(slices.Clone(within), "PDF"), " > "),
			JA:    "文字は消しましたが、消した文字の「字の形」がフォントに残っているものが" + strconv.Itoa(n.Outlines) + "個あります。どの字が使われていたかが分かることがあります。文の並びは分かりません。",
			EN:    strconv.Itoa(n.Outlines) + " fonts keep the shapes of characters that were removed: they may tell which characters were used, not in what order.",
		})
	}
}
