package pdf

import (
	"math"
	"slices"
)

// A CoveredPicture is a box that was drawn over a part of the picture that fills a page, and below which the picture goes on.
type CoveredPicture struct {
	Cover, Picture int  // of [Canvas.Paints]
	Area           Rect // of the picture below the box
	Plain          bool // the cover is a rectangle without a mask or an uncommon clip, and the pixels can be told
}

// CoverEdge is how many samples inside the edge of a cover stay as they are: readers that smooth a picture mix them into what is seen
// beside the cover.
const CoverEdge = 1

// Sizes of boxes that cover something on a scan: from a word to half a page, in points.
const (
	minCoverWidth  = 10
	minCoverHeight = 5
	maxCoverShare  = 0.5 // of the picture
	scanShare      = 0.6 // of the page, that the picture of a scanned page fills
	fewGlyphs      = 20  // text beside a scan: a page number, a stamp
	evenSpread     = 24  // brightness: pixels that differ less are of one colour, but for the noise of a scan
)

// CoveredPictures finds dark and white boxes over the picture of a scanned page, unless what lies below them is of one colour. On other
// pages boxes over pictures are captions and drawings. Where pixels can't be decoded, something may be below.
func (c *Canvas) CoveredPictures(f *File) []CoveredPicture {
	scan := c.scan()
	if scan < 0 || c.written() >= fewGlyphs {
		return nil
	}
	under := &c.Paints[scan]
	var out []CoveredPicture
	for i := scan + 1; i < len(c.Paints); i++ {
		q := &c.Paints[i]
		box := q.Box.Intersect(under.Box)
		drawn := q.Kind == Fill || q.Kind == Stroke
		if !drawn || !q.Opaque || !q.Color.conceals() || box.W() < minCoverWidth || box.H() < minCoverHeight || box.Area() > maxCoverShare*under.Box.Area() {
			continue
		}
		d := CoveredPicture{Cover: i, Picture: scan, Area: box, Plain: q.Kind == Fill && q.shape.first == q.shape.last && !q.shape.vague && c.plainly(q.clip, q.Box)}
		even, known := f.even(under, box)
		if even {
			continue
		}
		d.Plain = d.Plain && known
		out = append(out, d)
	}
	return out
}

// conceals reports the colours in which people cover things.
func (c Color) conceals() bool { return c.Known && (c.Luminance() < 0.35 || c.Luminance() > 0.95) }

// scan returns the last paint of a picture that fills the page, -1 if there is none.
func (c *Canvas) scan() int {
	for i := len(c.Paints) - 1; i >= 0; i-- {
		q := &c.Paints[i]
		if (q.Kind == Image || q.Kind == InlineImage) && q.Box.Intersect(c.Page.CropBox).Area() >= scanShare*c.Page.CropBox.Area() {
			return i
		}
	}
	return -1
}

// written counts the glyphs that a reader sees, but for those on boxes over the picture, up to [fewGlyphs].
func (c *Canvas) written() int {
	n := 0
	for i := range c.Glyphs {
		if g := &c.Glyphs[i]; n < fewGlyphs && g.Cause == Seen && g.Text != " " && !c.OnBox(g) {
			n++
		}
	}
	return n
}

// OnBox reports whether a glyph stands on a box that was drawn over a picture: a reason, a number. It says nothing of what the picture
// shows.
func (c *Canvas) OnBox(g *Glyph) bool {
	order, picture := c.Shows[g.Show].Order, false
	x, y := g.Box.Center()
	for i := range c.Paints {
		q := &c.Paints[i]
		if q.Order > order {
			return false
		}
		switch {
		case !q.Box.Contains(x, y):
		case q.Kind == Image || q.Kind == InlineImage:
			picture = true
		case picture && q.Kind == Fill && q.Opaque && q.Box.Area() < maxCoverShare*c.Page.CropBox.Area():
			return true
		}
	}
	return false
}

// even reports whether a picture is of one colour in an area of the page, at its edge left out what lies beside it in part. Known is
// false if that can't be told.
func (f *File) even(q *Paint, area Rect) (even, known bool) {
	inv, ok := q.Matrix.Inverse()
	if q.Kind != Image || q.Obj == 0 || !ok {
		return false, false
	}
	r := f.scanRaster(q.Obj)
	if r == nil {
		return false, false
	}
	const hair = 0.01
	box := inv.Box(area)
	w, h := float64(r.W), float64(r.H)
	x0, x1 := int(max(0, math.Ceil(box.X0*w-hair)+CoverEdge)), int(min(w, math.Floor(box.X1*w+hair)-CoverEdge))
	y0, y1 := int(max(0, math.Ceil((1-box.Y1)*h-hair)+CoverEdge)), int(min(h, math.Floor((1-box.Y0)*h+hair)-CoverEdge))
	low, high := byte(255), byte(0)
	for y := y0; y < y1 && x0 < x1; y++ {
		line := r.Gray[y*r.W+x0 : y*r.W+x1]
		low, high = min(low, slices.Min(line)), max(high, slices.Max(line))
	}
	return int(high)-int(low) < evenSpread, true
}
