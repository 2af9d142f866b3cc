package pdf

import (
	"context"
	"errors"
	"hash/maphash"
	"maps"
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// errReread says that our own engine does not read on a page of the copy what it should.
var errReread = errors.New("the text that can be read is another")

// A spot is a character and the point where it stands; of a page that became a picture the character alone.
type spot struct {
	text string
	x, y int32
}

// A reading is what can be read of a page: what a reader sees, and how many characters are hidden in which way. A document has many
// pages and they have many characters: of those that are seen only their number is kept, and sums over them in any order.
type reading struct {
	seen   sums
	hidden map[pdf.Cause]int
}

// sums are equal for equal collections of spots, and for no others that anybody could name.
type sums struct {
	n    int
	a, b uint64
}

var seeds = [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}

func (s *sums) add(at spot) {
	s.n++
	s.a += maphash.Comparable(seeds[0], at)
	s.b += maphash.Comparable(seeds[1], at)
}

// reads returns what can be read of a page, but for characters that pass does not let through.
func reads(c *pdf.Canvas, picture bool, boxes []inspect.Quad, pass func(*pdf.Glyph) bool) reading {
	r := reading{hidden: map[pdf.Cause]int{}}
	o := c.Page.CropBox
	for i := range c.Glyphs {
		g := &c.Glyphs[i]
		if g.Text == "" || g.Space() || !pass(g) {
			continue
		}
		layer := picture && g.Cause == pdf.OCR
		if g.Cause != pdf.Seen && !layer {
			r.hidden[g.Cause]++
			continue
		}
		q := inspect.Quad(c.Quad(g))
		if slices.ContainsFunc(boxes, func(b inspect.Quad) bool { return b.Covers(q) }) {
			continue
		}
		at := spot{text: g.Text}
		if !picture {
			at.x, at.y = inspect.Point(q[0]-o.X0), inspect.Point(q[1]-o.Y0)
		}
		r.seen.add(at)
	}
	return r
}

// boxes returns the areas of a page that are blacked out.
func (p *pageJob) boxes() []inspect.Quad {
	var out []inspect.Quad
	for _, a := range p.areas {
		out = append(out, a.drawn)
	}
	return out
}

// reread reads the pages of the copy that were touched. What was to stay must be read as before, and nothing may be hidden in a way in
// which nothing was left: taking text out can change how that beside it is judged.
func (j *job) reread(ctx context.Context, copied []byte) error {
	f, err := pdf.Read(ctx, copied)
	if err != nil || len(f.Pages) != len(j.f.Pages) {
		return errors.Join(&LookError{Unseen: true, Err: errPages}, ctx.Err())
	}
	var failed []int
	var c *pdf.Canvas
	for _, n := range slices.Sorted(maps.Keys(j.pages)) {
		p := j.pages[n]
		if c, err = f.Draw(ctx, f.Pages[n-1], c); err != nil {
			return err
		}
		c.Judge(f)
		if !p.expect.read.holds(reads(c, j.pictures[n], p.boxes(), func(*pdf.Glyph) bool { return true })) {
			failed = append(failed, n)
		}
	}
	if len(failed) > 0 {
		return &LookError{Page: failed[0], Also: failed[1:], Err: errReread}
	}
	return nil
}

// holds reports whether a copy reads as it should.
func (r reading) holds(copied reading) bool {
	for cause := range copied.hidden {
		if r.hidden[cause] == 0 {
			return false
		}
	}
	return r.seen == copied.seen
}
