package pdf

import (
	"slices"
	"strings"
)

// A CoveredPicture is a box that was drawn over a part of the picture that fills a page, and below which the picture goes on.
type CoveredPicture struct {
	Cover, Picture int  // of [Canvas.Paints]
	Area           Rect // of the picture around what lies below the cover
	Known          bool // the exact shape of the cover is known, and the pixels can be told; see [Canvas.Below]
}

// Sizes of boxes that cover something on a scan: from a word to half a page, in points.
const (
	minCoverWidth  = 10
	minCoverHeight = 5
	maxCoverShare  = 0.5 // of the picture
	scanShare      = 0.6 // of the page, that the picture of a scanned page fills
	fewGlyphs      = 20  // text beside a scan: a page number, a stamp
	minPartWidth   = 60  // of a picture that is a part of a page, in points
	minPartHeight  = 40
	blackest       = 0.12 // luminance of the boxes that count there
	whitest        = 0.95
	withinShare    = 0.95 // of such a box, that lies on the picture
	edgeShare      = 0.8  // of the edge around such a box, that is the box
	evenSpread     = 24   // brightness: pixels that differ less are of one colour, but for the noise of a scan
)

// CoveredPictures finds dark and white boxes over the picture of a scanned page, and black, white and labelled ones over smaller
// pictures, unless what lies below them is of one colour. Where pixels can't be decoded, something may be below.
func (c *Canvas) CoveredPictures(f *File) []CoveredPicture {
	scan := c.scan()
	if scan < 0 {
		return c.coveredParts(f)
	}
	if c.written() >= fewGlyphs { // the ground of a slide
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
		if even, known := c.even(f, i, scan); !even {
			out = append(out, CoveredPicture{Cover: i, Picture: scan, Area: box, Known: known})
		}
	}
	return out
}

// coveredParts finds boxes over photos and drawings that are a part of a page, unless they reach beyond the picture.
func (c *Canvas) coveredParts(f *File) []CoveredPicture {
	var out []CoveredPicture
	for k := range c.Paints {
		under := &c.Paints[k]
		if under.Kind != Image || under.Box.W() < minPartWidth || under.Box.H() < minPartHeight {
			continue
		}
		for i := k + 1; i < len(c.Paints); i++ {
			q := &c.Paints[i]
			box := q.Box.Intersect(under.Box)
			if q.Kind != Fill || !q.Opaque || !q.Color.Known || box.W() < minCoverWidth || box.H() < minCoverHeight ||
				box.Area() < withinShare*q.Box.Area() || box.Area() > maxCoverShare*under.Box.Area() || !c.coversPart(i) {
				continue
			}
			if even, known := c.even(f, i, k); !even {
				out = append(out, CoveredPicture{Cover: i, Picture: k, Area: box, Known: known})
			}
		}
	}
	return out
}

// coversPart tells a box over a part of a picture from captions, frames and marks: words of withholding stand on it in any colour, or
// nothing does and it is black, or it is white and nothing but its edge is drawn on it.
func (c *Canvas) coversPart(cover int) bool {
	q := &c.Paints[cover]
	said := c.saidOn(q)
	switch light := q.Color.Luminance(); {
	case said != "":
		return withheld(said)
	case light > whitest:
		return !slices.ContainsFunc(c.Paints[cover+1:], func(over Paint) bool {
			box := over.Box.Intersect(q.Box)
			edge := over.Kind == Stroke && box.Area() >= withinShare*q.Box.Area() && q.Box.Area() >= edgeShare*over.Box.Area()
			return box.W() > 0 && box.H() > 0 && !edge
		})
	default:
		return light <= blackest
	}
}

// saidOn returns what is written on a box, without spaces.
func (c *Canvas) saidOn(q *Paint) string {
	var said strings.Builder
	for i := range c.Glyphs {
		g := &c.Glyphs[i]
		if x, y := g.Box.Center(); g.Cause == Seen && g.Text != " " && c.ShowOf(g).Order > q.Order && q.Box.Contains(x, y) {
			said.WriteString(g.Text)
		}
	}
	return said.String()
}

// withholding are the words that offices write on what they cover.
var withholding = strings.Fields("非公開 不開示 非開示 非公表 不公表 個人情報保護 個人情報のため 黒塗 墨塗 墨消 マスキング 伏せ字 秘匿 redacted confidential withheld")

// withheld reports whether a box says that something was taken away. 個人情報 says so by itself only: forms ask for it, and pictures of
// them explain where.
func withheld(said string) bool {
	said = strings.ToLower(said)
	return said == "個人情報" || slices.ContainsFunc(withholding, func(word string) bool { return strings.Contains(said, word) })
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

// even reports whether a picture is of one colour below a cover, at its edge left out what lies beside it in part. Known is false if
// that can't be told.
func (c *Canvas) even(f *File, cover, picture int) (even, known bool) {
	q := &c.Paints[picture]
	if q.Kind != Image || q.Obj == 0 {
		return false, false
	}
	r := f.scanRaster(q.Obj)
	if r == nil {
		return false, false
	}
	low, high := byte(255), byte(0)
	known = c.Below(cover, q.Matrix, r.W, r.H, func(y, from, to int) {
		line := r.Gray[y*r.W+from : y*r.W+to]
		low, high = min(low, slices.Min(line)), max(high, slices.Max(line))
	})
	return known && int(high)-int(low) < evenSpread, known
}
