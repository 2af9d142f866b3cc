package pdf

import (
	"math"
	"slices"
)

// CoverEdge is how many samples inside the edge of a cover stay as they are: readers that smooth a picture mix them into what is seen
// beside the cover.
const CoverEdge = 1

// maxCrossings bounds the work of finding what lies below a cover, in pieces of outline looked at.
const maxCrossings = 50_000_000

// A span is a range of samples in a row, or of the points between them.
type span struct{ from, to int }

// Below calls fn for the samples of a picture that lie wholly below a paint, row by row, with those that belong: from one up to another.
// Samples within [CoverEdge] of its outline are left out. The picture has w by h samples, and m places the unit square that it fills;
// rows run from its top. False is returned, and fn not called, if the exact shape is not known or too costly.
func (c *Canvas) Below(paint int, m Matrix, w, h int, fn func(y, from, to int)) bool {
	q := &c.Paints[paint]
	inv, ok := m.Inverse()
	if !ok || w <= 0 || h <= 0 || q.shape.vague || q.mask != nil || c.vagueClip(q.clip) {
		return false
	}
	in := outlines{c: c, m: inv, w: float64(w), h: float64(h)}
	in.add(&q.shape)
	for at := q.clip; at >= 0; at = c.clips[at].parent {
		in.add(&c.clips[at].shape)
	}
	top, bottom := in.reach()
	if (bottom-top)*float64(in.pieces) > maxCrossings {
		return false
	}
	// A sample is below if all points at the corners of those around it are.
	const points = 2 + 2*CoverEdge
	var rows [points][]span
	for y := int(max(0, top)) - CoverEdge; y < min(h, int(bottom)+1)+CoverEdge+1; y++ {
		copy(rows[:], rows[1:])
		rows[points-1] = in.at(float64(y))
		both := rows[0]
		for _, r := range rows[1:] {
			both = common(both, r)
		}
		row := y - CoverEdge - 1
		if row < 0 || row >= h {
			continue
		}
		for _, s := range both {
			if from, to := max(0, s.from+CoverEdge), min(w, s.to-CoverEdge); from < to {
				fn(row, from, to)
			}
		}
	}
	return true
}

// Outlines are shapes one within the other, as lines in samples of a picture.
type outlines struct {
	c      *Canvas
	m      Matrix // from the page to the unit square
	w, h   float64
	shapes []outline
	pieces int
}

type outline struct {
	lines   []segment
	evenOdd bool
}

func (o *outlines) add(s *shape) {
	lines := o.c.lines[s.first:s.last]
	if s.first == s.last {
		b := s.box
		lines = []segment{{b.X0, b.Y0, b.X1, b.Y0}, {b.X1, b.Y0, b.X1, b.Y1}, {b.X1, b.Y1, b.X0, b.Y1}, {b.X0, b.Y1, b.X0, b.Y0}}
	}
	out := make([]segment, len(lines))
	for i, l := range lines {
		x0, y0 := o.m.Apply(l.x0, l.y0)
		x1, y1 := o.m.Apply(l.x1, l.y1)
		out[i] = segment{x0 * o.w, (1 - y0) * o.h, x1 * o.w, (1 - y1) * o.h}
	}
	o.shapes = append(o.shapes, outline{out, s.evenOdd})
	o.pieces += len(out)
}

// reach returns the rows that the innermost shape touches.
func (o *outlines) reach() (top, bottom float64) {
	top, bottom = math.Inf(1), math.Inf(-1)
	for _, l := range o.shapes[0].lines {
		top, bottom = min(top, l.y0, l.y1), max(bottom, l.y0, l.y1)
	}
	if !(top < bottom) {
		return 0, 0
	}
	return math.Floor(max(top, 0)), math.Ceil(max(0, min(bottom, o.h)))
}

// at returns the points between samples that lie in all shapes, at the upper edge of a row.
func (o *outlines) at(y float64) []span {
	out := []span{{math.MinInt32, math.MaxInt32}}
	for i := range o.shapes {
		out = common(out, o.shapes[i].at(y))
	}
	return out
}

// hair is what is lost in rounding, in samples.
const hair = 0.01

// at returns the points of a shape at a row's edge. A side that runs along it counts as inside.
func (o *outline) at(y float64) []span {
	out := o.along(y - hair)
	if other := o.along(y + hair); len(out) == 0 || len(other) > 0 && other[0].to-other[0].from > out[0].to-out[0].from {
		out = other
	}
	return out
}

func (o *outline) along(y float64) []span {
	type crossing struct {
		x   float64
		dir int
	}
	var cross []crossing
	for _, l := range o.lines {
		if (l.y0 <= y) == (l.y1 <= y) {
			continue
		}
		dir := 1
		if l.y1 < l.y0 {
			dir = -1
		}
		cross = append(cross, crossing{l.x0 + (y-l.y0)*(l.x1-l.x0)/(l.y1-l.y0), dir})
	}
	slices.SortFunc(cross, func(a, b crossing) int {
		switch {
		case a.x < b.x:
			return -1
		case a.x > b.x:
			return 1
		}
		return 0
	})
	var out []span
	winding, start := 0, 0.0
	inside := func(n int) bool { return n != 0 && (!o.evenOdd || n&1 != 0) }
	for _, x := range cross {
		was := inside(winding)
		winding += x.dir
		switch is := inside(winding); {
		case is && !was:
			start = x.x
		case was && !is:
			from, to := math.Ceil(start-hair), math.Floor(x.x+hair)
			if from < to {
				out = append(out, span{int(max(from, math.MinInt32)), int(min(to, math.MaxInt32))})
			}
		}
	}
	return out
}

// common returns what two ordered lists share.
func common(a, b []span) []span {
	var out []span
	for len(a) > 0 && len(b) > 0 {
		s := span{max(a[0].from, b[0].from), min(a[0].to, b[0].to)}
		if s.from < s.to {
			out = append(out, s)
		}
		if a[0].to < b[0].to {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return out
}
