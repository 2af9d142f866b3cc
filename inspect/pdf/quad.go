package pdf

import (
	"iter"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// glyphs yields where the characters of a piece stand on its page.
func (l *layout) glyphs(p *page, c *piece) iter.Seq[inspect.Glyph] {
	return func(yield func(inspect.Glyph) bool) {
		for _, st := range c.stretches {
			for _, s := range l.set[st.from:st.to] {
				at := st.at + s.at
				if !yield(inspect.Glyph{Start: at, End: at + len(s.g.Text), Quad: p.quad(s.g)}) {
					return
				}
			}
		}
	}
}

// quad returns the cell of a glyph as a reader counts.
func (p *page) quad(g *pdf.Glyph) inspect.Quad {
	return inspect.Quad(p.Quad(g)).Shift(-p.Page.CropBox.X0, -p.Page.CropBox.Y0)
}
