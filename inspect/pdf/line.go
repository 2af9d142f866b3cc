package pdf

import (
	"math"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// A line is how the glyphs of one operation stand: their direction of writing and their size.
type line struct {
	dx, dy, size float64
	dir          int32
	vertical     bool
}

// columnsDown is the direction of vertical text, beside those in steps of two degrees.
const columnsDown = 1000

func lineOf(s *pdf.Show) line {
	l := line{size: max(s.Size, 0.1), dx: s.Dir[0], dy: s.Dir[1]}
	if s.Font.Vertical && math.Abs(l.dx) > 0.9 {
		l.dir, l.vertical = columnsDown, true
		return l
	}
	if l.dx == 0 && l.dy == 0 {
		l.dx = 1
	}
	l.dir = int32(math.Round(math.Atan2(l.dy, l.dx) * 90 / math.Pi)) // steps of two degrees
	return l
}

// place computes where a glyph stands along its line.
func (l *line) place(m *mark) {
	g := m.g
	if l.vertical {
		x, _ := g.Box.Center()
		m.u0, m.u1, m.v = -g.Box.Y1, -g.Box.Y0, -x
		return
	}
	m.v = g.X*l.dy - g.Y*l.dx
	switch {
	case l.dx > 0.999:
		m.u0, m.u1 = g.Box.X0, g.Box.X1
	case l.dx < -0.999:
		m.u0, m.u1 = -g.Box.X1, -g.Box.X0
	case l.dy > 0.999:
		m.u0, m.u1 = g.Box.Y0, g.Box.Y1
	case l.dy < -0.999:
		m.u0, m.u1 = -g.Box.Y1, -g.Box.Y0
	default:
		m.u0 = g.X*l.dx + g.Y*l.dy
		m.u1 = m.u0 + 0.6*m.size
	}
}
