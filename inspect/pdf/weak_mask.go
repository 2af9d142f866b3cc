package pdf

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// WeakMask is dark paint that lets the text below it through (11.3.7): a marker pen at half strength, taken for a redaction.
var WeakMask = &inspect.Place{
	ID:    "pdf/weak-mask",
	Title: inspect.Words{JA: "すけて読める黒塗り", EN: "see-through redaction"},
	Why: inspect.Words{
		JA: "半透明の色を重ねただけなので、明るさを変えたりコピーしたりすると下の文字が読めます。",
		EN: "The paint is translucent: with more brightness, or by copying, the text below can be read.",
	},
	Advice: inspect.Words{JA: "消すつもりの文字なら、消してから作り直してください。", EN: "If the text was to be hidden, remove it and make the file again."},
	Weight: inspect.Warn, Action: inspect.Ask,
}

// What makes translucent paint look like a redaction and not like a tint: it is dark, and strong enough to be meant.
const (
	weakDark   = 0.3
	weakLeast  = 0.5
	weakHeight = 60 // points: taller areas are panels and pictures

	minBoxWidth  = 10 // points: a word
	minBoxHeight = 5
)

// deep reports the colours in which a redaction is drawn: black and what is near it. Red is that of seals.
func deep(c pdf.Color) bool { return c.Known && max(c.R, c.G, c.B) < weakDark+0.1 }

// weakMasks emits the text below such paint, one item for each paint.
func (d *document) weakMasks(p *page) error {
	for i := range p.Paints {
		q := &p.Paints[i]
		if q.Kind != pdf.Fill && q.Kind != pdf.Stroke || q.Opaque || q.Alpha >= 0.95 || q.Alpha < weakLeast ||
			!deep(q.Color) || q.Box.H() > weakHeight || q.Box.H() < minBoxHeight || q.Box.W() < minBoxWidth {
			continue
		}
		var text string
		for k := range p.Glyphs {
			g := &p.Glyphs[k]
			s := p.ShowOf(g)
			x, y := g.Box.Center()
			if g.Cause == pdf.Seen && s.Order < q.Order && q.Box.Contains(x, y) && s.Fill.Near(pdf.Color{Known: true}) && len(text) < maxParagraph {
				text += g.Text
			}
		}
		if says(text) < 2 {
			continue
		}
		if err := d.emit(inspect.Item{Where: p.where(q.Box), Text: text, Place: WeakMask}); err != nil {
			return err
		}
	}
	return nil
}
