package inspect

import "math"

// A Quad is an area of a page with four straight sides, as x, y of its corners, in points from the lower left corner of what is shown
// of the page, before the page is turned. Of a character the first side runs along the line, under it; the corners go around.
type Quad [8]float64

// Upright returns the quad of a rectangle.
func Upright(x0, y0, x1, y1 float64) Quad { return Quad{x0, y0, x1, y0, x1, y1, x0, y1} }

// Bounds returns the rectangle around the quad, as [Box] holds it.
func (q Quad) Bounds() [4]float64 {
	return [4]float64{
		min(q[0], q[2], q[4], q[6]), min(q[1], q[3], q[5], q[7]),
		max(q[0], q[2], q[4], q[6]), max(q[1], q[3], q[5], q[7]),
	}
}

// Shift returns the quad moved by that much.
func (q Quad) Shift(dx, dy float64) Quad {
	for i := 0; i < 8; i += 2 {
		q[i], q[i+1] = q[i]+dx, q[i+1]+dy
	}
	return q
}

// Contains reports whether a point lies in the area, its edge included.
func (q Quad) Contains(x, y float64) bool {
	left, right := false, false
	for i := 0; i < 8; i += 2 {
		k := (i + 2) % 8
		side := (q[k]-q[i])*(y-q[i+1]) - (q[k+1]-q[i+1])*(x-q[i])
		left, right = left || side > 1e-6, right || side < -1e-6
	}
	return !left || !right
}

// tooMuch is how many of the 25 points of a character may not lie under a box: a line that is merely touched stays.
const tooMuch = 6

// Covers reports whether so much of a character's cell lies in the area that the character is to go with what lies there: its middle,
// or about a quarter.
func (q Quad) Covers(cell Quad) bool {
	b, c := q.Bounds(), cell.Bounds()
	if b[0] > c[2] || b[2] < c[0] || b[1] > c[3] || b[3] < c[1] {
		return false
	}
	n := 0
	for _, u := range [...]float64{0.1, 0.3, 0.5, 0.7, 0.9} {
		for _, v := range [...]float64{0.1, 0.3, 0.5, 0.7, 0.9} {
			x := cell[0] + u*(cell[2]-cell[0]) + v*(cell[6]-cell[0])
			y := cell[1] + u*(cell[3]-cell[1]) + v*(cell[7]-cell[1])
			if !q.Contains(x, y) {
				continue
			}
			if n++; n == tooMuch || u == 0.5 && v == 0.5 {
				return true
			}
		}
	}
	return false
}

// Join returns the area of two characters, or runs of them, that follow each other on one line; false if b is not on the line of q.
func (q Quad) Join(b Quad) (Quad, bool) {
	w, h := math.Hypot(q[2]-q[0], q[3]-q[1]), math.Hypot(q[6]-q[0], q[7]-q[1])
	if w == 0 || h == 0 {
		return q, false
	}
	dx, dy := (q[2]-q[0])/w, (q[3]-q[1])/w
	along := func(i int) float64 { return (b[i]-q[0])*dx + (b[i+1]-q[1])*dy }
	across := func(i int) float64 { return (b[i+1]-q[1])*dx - (b[i]-q[0])*dy }
	if math.Abs(across(0)) > h/2 || along(2) < 0 {
		return q, false
	}
	from, to := min(0, along(0)), max(w, along(2))
	low, high := min(0, across(0)), max(h, across(6))
	var out Quad
	for i, c := range [...][2]float64{{from, low}, {to, low}, {to, high}, {from, high}} {
		out[2*i], out[2*i+1] = q[0]+c[0]*dx-c[1]*dy, q[1]+c[0]*dy+c[1]*dx
	}
	return out, true
}

// Point rounds a coordinate to whole points, for comparing where characters stand: numbers that stand for what was taken out are rounded,
// and may shift what follows by a hair. The offset keeps the common values, whole and half points, away from the edges.
func Point(v float64) int32 { return int32(math.Floor(v + 0.29)) }
