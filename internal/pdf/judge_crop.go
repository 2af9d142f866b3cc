package pdf

import (
	"math"
	"slices"
)

// A CroppedPicture is a picture of which the page shows the smaller part: the rest lies outside the clip or the page.
type CroppedPicture struct {
	Picture int  // of [Canvas.Paints]
	Seen    Rect // what of the page the picture may be seen in; where it is not empty
}

// What tells a picture that somebody cropped from a bleed, a background or a photo whose edges were cut off.
const (
	croppedShare = 0.5 // of the picture that is not seen, at least
	leastCropped = 32  // samples of a side that is worth a look
)

// CroppedPictures finds the pictures that are mostly not seen because of a clip made of rectangles, or of the page's edge. One that the
// page draws more than once is a sheet of symbols or a pattern, of which each use shows another part. What is of one colour outside is no
// finding; where pixels can't be decoded, something may be there.
func (c *Canvas) CroppedPictures(f *File) []CroppedPicture {
	var out []CroppedPicture
	for i := range c.Paints {
		q := &c.Paints[i]
		if !q.picture() || q.Annot >= 0 {
			continue
		}
		whole := q.Matrix.Box(Rect{X1: 1, Y1: 1})
		window, ok := c.window(q.clip)
		seen := whole.Intersect(window)
		if !ok || seen.Empty() || whole.Area() <= 0 || seen.Area() > (1-croppedShare)*whole.Area() || c.drawnAgain(i) {
			continue
		}
		if w, h := f.size(q.Obj); q.Obj > 0 && (w < leastCropped || h < leastCropped) {
			continue
		}
		if f.evenAround(q, whole, seen) {
			continue
		}
		out = append(out, CroppedPicture{Picture: i, Seen: seen})
	}
	return out
}

// MostlySeen tells the numbers of the pictures of which the page shows the better part.
func (c *Canvas) MostlySeen(tell func(obj int)) {
	for i := range c.Paints {
		q := &c.Paints[i]
		if q.picture() && q.Obj > 0 && q.Box.Intersect(c.Page.CropBox).Area() > (1-croppedShare)*q.Matrix.Box(Rect{X1: 1, Y1: 1}).Area() {
			tell(q.Obj)
		}
	}
}

func (f *File) size(obj int) (w, h int) {
	d := f.Dict(f.Object(obj))
	return f.Int(d["Width"]), f.Int(d["Height"])
}

// drawnAgain reports whether the page draws the same picture elsewhere too.
func (c *Canvas) drawnAgain(at int) bool {
	obj := c.Paints[at].Obj
	for i := range c.Paints {
		if i != at && obj > 0 && c.Paints[i].Obj == obj {
			return true
		}
	}
	return false
}

// Around returns the four strips of a box that lie beside another one within it. Some may be empty.
func Around(whole, seen Rect) [4]Rect {
	return [4]Rect{
		{whole.X0, whole.Y0, seen.X0, whole.Y1},
		{seen.X1, whole.Y0, whole.X1, whole.Y1},
		{seen.X0, whole.Y0, seen.X1, seen.Y0},
		{seen.X0, seen.Y1, seen.X1, whole.Y1},
	}
}

// evenAround reports whether a picture is of one colour in each of the strips beside what is seen of it.
func (f *File) evenAround(q *Paint, whole, seen Rect) bool {
	for _, strip := range Around(whole, f.Grown(q, seen)) {
		if strip.Empty() {
			continue
		}
		if even, known := f.evenIn(q, strip); !even || !known {
			return false
		}
	}
	return true
}

// evenIn reports whether a picture is of one colour in an area of the page. Known is false if that can't be told.
func (f *File) evenIn(q *Paint, area Rect) (even, known bool) {
	inv, ok := q.Matrix.Inverse()
	if q.Kind != Image || q.Obj == 0 || !ok {
		return false, false
	}
	r := f.scanRaster(q.Obj)
	if r == nil {
		return false, false
	}
	box := inv.Box(area)
	w, h := float64(r.W), float64(r.H)
	x0, x1 := int(max(0, math.Ceil(box.X0*w))), int(min(w, math.Floor(box.X1*w)))
	y0, y1 := int(max(0, math.Ceil((1-box.Y1)*h))), int(min(h, math.Floor((1-box.Y0)*h)))
	low, high := byte(255), byte(0)
	for y := y0; y < y1 && x0 < x1; y++ {
		line := r.Gray[y*r.W+x0 : y*r.W+x1]
		low, high = min(low, slices.Min(line)), max(high, slices.Max(line))
	}
	return int(high)-int(low) < evenSpread, true
}

// Grown returns a part of a picture with those samples beside it that readers mix into its edge when they smooth the picture.
func (f *File) Grown(q *Paint, seen Rect) Rect {
	const smooth, points = 2, 1.0
	dx, dy := points, points
	if w, h := f.size(q.Obj); q.Obj > 0 && w > 0 && h > 0 {
		sample := q.Matrix.Box(Rect{X1: smooth / float64(w), Y1: smooth / float64(h)})
		dx, dy = dx+sample.W(), dy+sample.H()
	}
	return Rect{seen.X0 - dx, seen.Y0 - dy, seen.X1 + dx, seen.Y1 + dy}
}
