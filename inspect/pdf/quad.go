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
				g := inspect.Glyph{Start: at, End: at + len(s.g.Text), Quad: p.quad(s.g)}
				g.OnLine = g.Quad
				if c.dir >= columnsDown/2 && !p.ShowOf(s.g).Font.Vertical {
					g.OnLine = p.onLine(s.g, c.dir)
				}
				if !yield(g) {
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

// onLine returns the cell of a glyph that was set by itself on a vertical line, upright or turned.
func (p *page) onLine(g *pdf.Glyph, dir int32) inspect.Quad {
	s := p.ShowOf(g)
	m := mark{g: g, size: s.Size, dir: lineOf(s).dir, v: g.X*s.Dir[1] - g.Y*s.Dir[0]}
	half := m.size / 2 // lines may follow each other without a gap
	along, across, _ := axes(dir)
	if m.dir == dir-columnsDown {
		from, to, _ := extent(g.Box, across[0], across[1])
		half = (to - from) / 2
	}
	m.lie(dir - columnsDown)
	var q inspect.Quad
	for i, c := range [...][2]float64{{m.u0, m.v + half}, {m.u1, m.v + half}, {m.u1, m.v - half}, {m.u0, m.v - half}} {
		q[2*i], q[2*i+1] = c[0]*along[0]+c[1]*across[0], c[0]*along[1]+c[1]*across[1]
	}
	return q.Shift(-p.Page.CropBox.X0, -p.Page.CropBox.Y0)
}
