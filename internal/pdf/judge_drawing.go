package pdf

// A CoveredDrawing is a dark box with the outlines that lie wholly below it.
type CoveredDrawing struct {
	Cover  int   // of [Canvas.Paints]
	Paints []int // below it
}

// What makes shapes below a box look like writing: several small pieces, each no wider than a letter.
const (
	leastPieces  = 6
	letterAspect = 1.6 // of the box's height
	boxHeight    = 60  // points: taller boxes cover drawings of all kinds
	boxDark      = 0.35
	maxBoxes     = 2000 // of one page that are looked at
)

// CoveredDrawings finds the boxes that cover outlines like letters.
func (c *Canvas) CoveredDrawings() []CoveredDrawing {
	var out []CoveredDrawing
	boxes := 0
	for k := range c.Paints {
		q := &c.Paints[k]
		plain := q.shape.first == q.shape.last && q.mask == nil
		if q.Kind != Fill || !q.Opaque || !plain || !q.Color.Known || q.Color.Luminance() > boxDark || q.Box.H() > boxHeight || q.Box.H() < 5 || q.Box.W() < 10 {
			continue
		}
		if boxes++; boxes > maxBoxes {
			break
		}
		if d := c.below(k); len(d.Paints) > 0 {
			out = append(out, d)
		}
	}
	return out
}

// below collects the outlines wholly below a box, if they look like writing.
func (c *Canvas) below(cover int) CoveredDrawing {
	const slack = 0.5
	q := &c.Paints[cover]
	area := Rect{q.Box.X0 - slack, q.Box.Y0 - slack, q.Box.X1 + slack, q.Box.Y1 + slack}
	d := CoveredDrawing{Cover: cover}
	pieces := 0
	for i := range cover {
		p := &c.Paints[i]
		inside := p.Box.X0 >= area.X0 && p.Box.X1 <= area.X1 && p.Box.Y0 >= area.Y0 && p.Box.Y1 <= area.Y1
		if p.Kind != Fill || p.First < 0 || p.shape.first == p.shape.last || !inside || p.Annot >= 0 {
			continue
		}
		d.Paints = append(d.Paints, i)
		pieces += c.pieces(&p.shape, letterAspect*q.Box.H())
	}
	if pieces < leastPieces {
		return CoveredDrawing{}
	}
	return d
}

// pieces counts the closed outlines of a shape that are no wider than that.
func (c *Canvas) pieces(s *shape, most float64) int {
	n := 0
	for i := s.first; i < s.last; {
		l := c.lines[i]
		box := Rect{l.x0, l.y0, l.x0, l.y0}
		k := i
		for ; k < s.last && (k == i || c.lines[k].x0 == c.lines[k-1].x1 && c.lines[k].y0 == c.lines[k-1].y1); k++ {
			box = box.add(c.lines[k].x1, c.lines[k].y1)
		}
		if box.W() <= most && k-i > 2 {
			n++
		}
		i = k
	}
	return n
}
