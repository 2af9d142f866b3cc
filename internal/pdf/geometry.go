package pdf

import "math"

// A Matrix is a transformation [a b c d e f] (ISO 32000-2, 8.3.3): x' = ax + cy + e, y' = bx + dy + f.
type Matrix [6]float64

// Identity changes nothing.
var Identity = Matrix{1, 0, 0, 1, 0, 0}

// Mul returns the transformation that applies m first and then n.
func (m Matrix) Mul(n Matrix) Matrix {
	return Matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// Apply transforms a point.
func (m Matrix) Apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// Box returns the bounding box of a transformed rectangle.
func (m Matrix) Box(r Rect) Rect {
	if m[1] == 0 && m[2] == 0 {
		return Rect{m[0]*r.X0 + m[4], m[3]*r.Y0 + m[5], m[0]*r.X1 + m[4], m[3]*r.Y1 + m[5]}.ordered()
	}
	x0, y0 := m.Apply(r.X0, r.Y0)
	out := Rect{x0, y0, x0, y0}
	for _, p := range [...][2]float64{{r.X1, r.Y0}, {r.X1, r.Y1}, {r.X0, r.Y1}} {
		out = out.add(m.Apply(p[0], p[1]))
	}
	return out
}

// Inverse returns the transformation back; false if there is none.
func (m Matrix) Inverse() (Matrix, bool) {
	det := m[0]*m[3] - m[1]*m[2]
	if math.Abs(det) < 1e-12 || math.IsNaN(det) {
		return m, false
	}
	return Matrix{
		m[3] / det, -m[1] / det, -m[2] / det, m[0] / det,
		(m[2]*m[5] - m[3]*m[4]) / det, (m[1]*m[4] - m[0]*m[5]) / det,
	}, true
}

// scale returns how much the transformation enlarges, as the root of the area's change.
func (m Matrix) scale() float64 { return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2])) }

// A Rect is a rectangle in points, X0 <= X1 and Y0 <= Y1.
type Rect struct{ X0, Y0, X1, Y1 float64 }

// everywhere is a rectangle that contains any page.
var everywhere = Rect{-1e7, -1e7, 1e7, 1e7}

// W returns the width.
func (r Rect) W() float64 { return r.X1 - r.X0 }

// H returns the height.
func (r Rect) H() float64 { return r.Y1 - r.Y0 }

// Area returns the area, 0 if the rectangle is empty.
func (r Rect) Area() float64 {
	if r.Empty() {
		return 0
	}
	return r.W() * r.H()
}

// Empty reports whether nothing lies in the rectangle. A value that is no number makes it empty.
func (r Rect) Empty() bool { return !(r.X1 > r.X0 && r.Y1 > r.Y0) }

// Contains reports whether a point lies in the rectangle.
func (r Rect) Contains(x, y float64) bool { return x >= r.X0 && x <= r.X1 && y >= r.Y0 && y <= r.Y1 }

// holds reports whether a rectangle lies in this one.
func (r Rect) holds(o Rect) bool { return o.X0 >= r.X0 && o.X1 <= r.X1 && o.Y0 >= r.Y0 && o.Y1 <= r.Y1 }

// Intersect returns what both have in common; it may be empty.
func (r Rect) Intersect(o Rect) Rect {
	return Rect{max(r.X0, o.X0), max(r.Y0, o.Y0), min(r.X1, o.X1), min(r.Y1, o.Y1)}
}

// meets reports whether both have something in common.
func (r Rect) meets(o Rect) bool {
	if r.X1 <= o.X0 || o.X1 <= r.X0 || r.Y1 <= o.Y0 || o.Y1 <= r.Y0 { // nearly all do not
		return false
	}
	return !r.Intersect(o).Empty()
}

// Union returns the smallest rectangle around both; an empty one adds nothing.
func (r Rect) Union(o Rect) Rect {
	switch {
	case r.Empty():
		return o
	case o.Empty():
		return r
	}
	return Rect{min(r.X0, o.X0), min(r.Y0, o.Y0), max(r.X1, o.X1), max(r.Y1, o.Y1)}
}

// Center returns the middle.
func (r Rect) Center() (x, y float64) { return (r.X0 + r.X1) / 2, (r.Y0 + r.Y1) / 2 }

func (r Rect) add(x, y float64) Rect {
	return Rect{min(r.X0, x), min(r.Y0, y), max(r.X1, x), max(r.Y1, y)}
}

// ordered puts the corners in order: PDF allows any two opposite ones.
func (r Rect) ordered() Rect {
	if r.X0 <= r.X1 && r.Y0 <= r.Y1 { // nearly all are
		return r
	}
	return Rect{min(r.X0, r.X1), min(r.Y0, r.Y1), max(r.X0, r.X1), max(r.Y0, r.Y1)}
}
