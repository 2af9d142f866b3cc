package pdf

import "math"

// A segment is a straight piece of an outline, in page space.
type segment struct{ x0, y0, x1, y1 float64 }

// A shape is an area: an axis-parallel rectangle, or what an outline encloses.
type shape struct {
	box         Rect
	first, last int32 // of [Canvas.lines]; equal: the shape is the box
	evenOdd     bool
	vague       bool // only known to lie within its box
}

// A clip is a clipping path within its parent's.
type clip struct {
	shape
	parent  int  // -1: the page
	painted bool // something was painted through it
}

// inShape reports whether a point lies in a shape. Work is counted against the page's budget.
func (c *Canvas) inShape(s *shape, x, y float64, work *int) bool {
	if !s.box.Contains(x, y) {
		return false
	}
	if s.first == s.last {
		return !s.vague
	}
	*work += int(s.last - s.first)
	winding := 0
	for i := s.first; i < s.last; i++ {
		l := &c.lines[i]
		if (l.y0 <= y) == (l.y1 <= y) {
			continue
		}
		if l.x0+(y-l.y0)*(l.x1-l.x0)/(l.y1-l.y0) <= x {
			continue
		}
		if l.y1 > l.y0 {
			winding++
		} else {
			winding--
		}
	}
	if s.evenOdd {
		return winding&1 != 0
	}
	return winding != 0
}

// inClip reports whether a point lies within a clip and all that enclose it. A vague clip is taken at its box: what is within may
// be seen.
func (c *Canvas) inClip(at int, x, y float64, work *int) bool {
	for ; at >= 0; at = c.clips[at].parent {
		s := &c.clips[at].shape
		if s.vague {
			if !s.box.Contains(x, y) {
				return false
			}
			continue
		}
		if !c.inShape(s, x, y, work) {
			return false
		}
	}
	return true
}

// plainly reports whether a box lies within a clip that consists of rectangles: what most text does.
func (c *Canvas) plainly(at int, box Rect) bool {
	for ; at >= 0; at = c.clips[at].parent {
		s := &c.clips[at].shape
		if s.first != s.last || box.X0 < s.box.X0 || box.X1 > s.box.X1 || box.Y0 < s.box.Y0 || box.Y1 > s.box.Y1 {
			return false
		}
	}
	return true
}

// Edge returns what the clip and the page leave to see of a glyph that they cut: empty if it is nothing, or if the clip is not made of
// rectangles and so can't be told by its box.
func (c *Canvas) Edge(g *Glyph) Rect {
	window, ok := c.window(c.Shows[g.Show].clip)
	if box := g.Box.Intersect(window); ok && !box.Empty() {
		return box
	}
	return Rect{}
}

// window returns what of the page a clip lets see, if it is made of rectangles.
func (c *Canvas) window(clip int) (box Rect, ok bool) {
	box = c.Page.CropBox
	for at := clip; at >= 0; at = c.clips[at].parent {
		s := &c.clips[at].shape
		if s.vague || s.first != s.last {
			return Rect{}, false
		}
		box = box.Intersect(s.box)
	}
	return box, true
}

// vagueClip reports whether some part of a clip is only known by its box.
func (c *Canvas) vagueClip(at int) bool {
	for ; at >= 0; at = c.clips[at].parent {
		if c.clips[at].vague {
			return true
		}
	}
	return false
}

// clipBox returns the box of a clip.
func (c *Canvas) clipBox(at int) Rect {
	if at < 0 {
		return everywhere
	}
	return c.clips[at].box
}

// A path is the path under construction (8.5.2), in page space.
type path struct {
	lines  []segment
	box    Rect
	any    bool
	x, y   float64 // current point
	sx, sy float64 // start of the subpath
	rects  int     // rectangles by re
	others int     // other subpaths
	curved bool
}

func (p *path) reset() { *p = path{lines: p.lines[:0]} }

func (p *path) grow(x, y float64) {
	if !p.any {
		p.box, p.any = Rect{x, y, x, y}, true
		return
	}
	p.box = p.box.add(x, y)
}

func (p *path) move(x, y float64) {
	p.x, p.y, p.sx, p.sy = x, y, x, y
	p.others++
}

func (p *path) line(x, y float64) {
	if len(p.lines) < maxSegments {
		p.lines = append(p.lines, segment{p.x, p.y, x, y})
	}
	p.grow(p.x, p.y)
	p.grow(x, y)
	p.x, p.y = x, y
}

// curve flattens a Bézier curve: eight pieces are exact enough for what covers a character.
func (p *path) curve(x1, y1, x2, y2, x3, y3 float64) {
	const pieces = 8
	p.curved = true
	x0, y0 := p.x, p.y
	for i := 1; i <= pieces; i++ {
		t := float64(i) / pieces
		u := 1 - t
		a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		p.line(a*x0+b*x1+c*x2+d*x3, a*y0+b*y1+c*y2+d*y3)
	}
}

func (p *path) close() {
	if p.x != p.sx || p.y != p.sy {
		p.line(p.sx, p.sy)
	}
}

// rect reports whether the path is one rectangle parallel to the axes.
func (p *path) rect() bool {
	if p.curved || len(p.lines) < 3 || len(p.lines) > 5 || p.rects+p.others > 1 {
		return false
	}
	area := 0.0
	for _, l := range p.lines {
		if math.Abs(l.x0-l.x1) > 0.01 && math.Abs(l.y0-l.y1) > 0.01 {
			return false
		}
		area += l.x0*l.y1 - l.x1*l.y0
	}
	last := p.lines[len(p.lines)-1]
	area += last.x1*p.lines[0].y0 - p.lines[0].x0*last.y1
	return math.Abs(math.Abs(area/2)-p.box.Area()) <= 0.02*p.box.Area()+1e-9
}

// Bounds of what is kept of a page's outlines.
const (
	maxSegments = 200_000   // of one path
	maxLines    = 2_000_000 // of a page
)

// shapeOf turns a path into the area that it fills.
func (c *Canvas) shapeOf(p *path, evenOdd bool) shape {
	s := shape{box: p.box, evenOdd: evenOdd}
	if p.rect() {
		return s
	}
	if len(c.lines)+len(p.lines) > maxLines {
		s.vague = true
		return s
	}
	s.first = int32(len(c.lines))
	c.lines = append(c.lines, p.lines...)
	c.closeSubpaths(int(s.first))
	s.last = int32(len(c.lines))
	return s
}

// closeSubpaths adds the lines that filling closes open subpaths with.
func (c *Canvas) closeSubpaths(first int) {
	end := len(c.lines)
	for start := first; start < end; {
		i := start
		for i+1 < end && c.lines[i+1].x0 == c.lines[i].x1 && c.lines[i+1].y0 == c.lines[i].y1 {
			i++
		}
		if a, b := c.lines[start], c.lines[i]; a.x0 != b.x1 || a.y0 != b.y1 {
			c.lines = append(c.lines, segment{b.x1, b.y1, a.x0, a.y0})
		}
		start = i + 1
	}
}

// strokeOf turns the lines of a path into the area that a thick pen paints: a box around each piece.
func (c *Canvas) strokeOf(p *path, width float64, square bool) shape {
	s := shape{first: int32(len(c.lines))}
	if len(c.lines)+4*len(p.lines) > maxLines {
		s.last, s.vague, s.box = s.first, true, p.box
		return s
	}
	for i, l := range p.lines {
		dx, dy := l.x1-l.x0, l.y1-l.y0
		n := math.Hypot(dx, dy)
		if n == 0 {
			continue
		}
		dx, dy = dx/n*width/2, dy/n*width/2
		if square {
			l.x0, l.y0, l.x1, l.y1 = l.x0-dx, l.y0-dy, l.x1+dx, l.y1+dy
		}
		q := [4][2]float64{{l.x0 + dy, l.y0 - dx}, {l.x1 + dy, l.y1 - dx}, {l.x1 - dy, l.y1 + dx}, {l.x0 - dy, l.y0 + dx}}
		for k := range q {
			a, b := q[k], q[(k+1)%4]
			c.lines = append(c.lines, segment{a[0], a[1], b[0], b[1]})
			if i == 0 && k == 0 {
				s.box = Rect{a[0], a[1], a[0], a[1]}
			}
			s.box = s.box.add(a[0], a[1])
		}
	}
	s.last = int32(len(c.lines))
	if s.first == s.last {
		s.vague = true
	}
	return s
}
