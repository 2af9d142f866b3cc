package pdf

import (
	"fmt"
	"math"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// WidthLeak is a black box in a line of text that is exactly as wide as a number of full-width characters: it tells how long the name
// below was, even when nothing is left of it. So a box that still hides text counts as one that did: the copy keeps the box.
var WidthLeak = &inspect.Place{
	ID:     "pdf/width-leak",
	Title:  inspect.Words{JA: "字数の分かる黒塗り", EN: "box that tells the number of characters"},
	Why:    inspect.Words{JA: "四角の長さが文字の幅ちょうどなので、何文字の名前かが分かります。", EN: "The box is exactly as wide as the characters were: it tells how many there were."},
	Advice: inspect.Words{JA: "字数も秘密にしたいときは、長さをそろえた四角で塗り直してください。", EN: "If the number matters, cover with boxes of one length."},
	Weight: inspect.Note, Action: inspect.Report,
}

// Sizes of boxes that stand for a word, in ems of the line.
const (
	leakLeast = 1.5
	leakMost  = 12.5
	leakFit   = 0.12 // how far the width may be from a whole number of characters
	leakNear  = 1.5  // how far off the neighbour on the line may be
)

// widthLeaks emits the boxes in lines of full-width text.
func (d *document) widthLeaks(p *page) error {
	bars := d.bars[:0]
	for i := range p.Paints {
		q := &p.Paints[i]
		if q.Kind == pdf.Fill && q.Opaque && deep(q.Color) && q.Box.H() >= minBoxHeight && q.Box.H() <= weakHeight {
			bars = append(bars, bar{box: q.Box})
		}
	}
	if d.bars = bars; len(bars) == 0 {
		return nil
	}
	levels := levelsOf(bars, p.Page.CropBox)
	for i := range p.Glyphs {
		if g := &p.Glyphs[i]; g.Cause == pdf.Seen && !g.Space() && levels.meet(g.Box) {
			beside(bars, g, p)
		}
	}
	for i := range bars {
		if n := bars[i].leak(); n > 0 {
			it := inspect.Item{Where: p.where(bars[i].box), Labels: []string{fmt.Sprintf("%d em", n)}, Place: WidthLeak, Inside: d.leaks > 0}
			d.leaks++
			if err := d.emit(it); err != nil {
				return err
			}
		}
	}
	return nil
}

// A bar is a box that may stand for a word.
type bar struct {
	box     pdf.Rect
	em      float64 // of the full-width characters next to it on its line; 0: there are none
	written bool    // something is written on it
}

// levels are the heights of a page, in 64 steps, at which there are bars: most lines have none.
type levels struct {
	bottom, perPoint float64
	bits             uint64
}

func levelsOf(bars []bar, page pdf.Rect) levels {
	l := levels{bottom: page.Y0, perPoint: 64 / max(page.H(), 1)}
	for i := range bars {
		for k := l.step(bars[i].box.Y0); k <= l.step(bars[i].box.Y1); k++ {
			l.bits |= 1 << k
		}
	}
	return l
}

func (l *levels) step(y float64) int {
	switch s := (y - l.bottom) * l.perPoint; {
	case s >= 63:
		return 63
	case s > 0:
		return int(s)
	}
	return 0 // also of what is no number
}

// meet reports whether there may be a bar on the line through the middle of a box.
func (l *levels) meet(box pdf.Rect) bool { return l.bits>>l.step((box.Y0+box.Y1)/2)&1 != 0 }

// beside notes at the bars on whose line a glyph stands what it tells about them.
func beside(bars []bar, g *pdf.Glyph, p *page) {
	x, y := g.Box.Center()
	for i := range bars {
		b := &bars[i]
		if y < b.box.Y0 || y > b.box.Y1 {
			continue
		}
		size := p.ShowOf(g).Size
		switch gap := max(b.box.X0-g.Box.X1, g.Box.X0-b.box.X1); {
		case b.box.Contains(x, y):
			b.written = true
		case gap < leakNear*size && gap > -0.5*size && b.box.H() < 2.2*size && wideStart(g.Text):
			b.em = size
		}
	}
}

// leak returns how many characters a bar fits exactly; 0 if it is none in a line, or something is written on it.
func (b *bar) leak() int {
	if b.em == 0 || b.written {
		return 0
	}
	w := b.box.W() / b.em
	if n := math.Round(w); w > leakLeast && w < leakMost && math.Abs(w-n) < leakFit {
		return int(n)
	}
	return 0
}
