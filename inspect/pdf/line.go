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

// columnsDown is the direction of vertical text whose characters stand upright on the page, beside those in steps of two degrees; of
// vertical text on a page that is turned the direction of its characters is added.
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
	var ok bool
	if m.u0, m.u1, ok = extent(g.Box, l.dx, l.dy); !ok {
		m.u0 = g.X*l.dx + g.Y*l.dy
		m.u1 = m.u0 + 0.6*m.size
	}
}

// extent returns from where to where a box reaches in a direction that is parallel to an edge of the page; false for others.
func extent(r pdf.Rect, dx, dy float64) (from, to float64, ok bool) {
	switch {
	case dx > 0.999:
		return r.X0, r.X1, true
	case dx < -0.999:
		return -r.X1, -r.X0, true
	case dy > 0.999:
		return r.Y0, r.Y1, true
	case dy < -0.999:
		return -r.Y1, -r.Y0, true
	}
	return 0, 0, false
}

// axes returns the directions, on the page, along the lines of a direction and from line to line; false if they are not parallel to the
// edges of the page.
func axes(dir int32) (along, across [2]float64, ok bool) {
	down := dir >= columnsDown/2
	if down {
		dir -= columnsDown
	}
	switch dir {
	case 0:
		along = [2]float64{1, 0}
	case quarter:
		along = [2]float64{0, 1}
	case -quarter:
		along = [2]float64{0, -1}
	case 2 * quarter, -2 * quarter:
		along = [2]float64{-1, 0}
	default:
		return along, across, false
	}
	across = [2]float64{along[1], -along[0]}
	if down { // the characters stand upright: their lines run down, and follow each other to the left
		along, across = across, [2]float64{-along[0], -along[1]}
	}
	return along, across, true
}

// quarter is a quarter turn in the steps of directions.
const quarter = 45
