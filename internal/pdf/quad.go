package pdf

import "math"

// Heights of what a line of writing may fill, in ems over and under the line: fonts claim more, up to the lines beside.
const (
	overLine  = 0.92
	underLine = 0.22
)

// Quad returns the corners of a glyph's cell on the page, in default user space: the first side runs under it in the direction of
// writing, the others follow counter-clockwise.
func (c *Canvas) Quad(g *Glyph) [8]float64 {
	s := c.ShowOf(g)
	dx, dy := s.Dir[0], s.Dir[1]
	x, y := g.Box.Center()
	w, h := g.Box.W(), g.Box.H()
	vertical := s.Font.Vertical && math.Abs(dx) > 0.9
	switch {
	case vertical:
		dx, dy, w, h = 0, -1, h, w
	case math.Abs(dx) > 0.999 || dx == 0 && dy == 0:
		dx, dy = math.Copysign(1, dx), 0
	case math.Abs(dy) > 0.999:
		dx, dy, w, h = 0, math.Copysign(1, dy), h, w
	default:
		// The box stands around a turned cell: its sides are w|dx|+h|dy| and w|dy|+h|dx|.
		h = min(1.1*s.Size, w/math.Abs(dy), h/math.Abs(dx))
		w = max((w+g.Box.H())/(math.Abs(dx)+math.Abs(dy))-h, 0)
	}
	if !vertical && s.Size > 0 {
		// The line runs through the glyph's origin; v grows to the left of the direction of writing.
		base := -(g.X-x)*dy + (g.Y-y)*dx
		low, high := max(-h/2, base-underLine*s.Size), min(h/2, base+overLine*s.Size)
		if high > low {
			x, y, h = x-dy*(low+high)/2, y+dx*(low+high)/2, high-low
		}
	}
	ax, ay, nx, ny := dx*w/2, dy*w/2, -dy*h/2, dx*h/2
	return [8]float64{x - ax - nx, y - ay - ny, x + ax - nx, y + ay - ny, x + ax + nx, y + ay + ny, x - ax + nx, y - ay + ny}
}
