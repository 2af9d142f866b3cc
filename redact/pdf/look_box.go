package pdf

import (
	"bytes"
	"context"
	"errors"
	"image"
	"iter"
	"maps"
	"math"
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

var (
	errBelow = errors.New("pixels are left below a box")
	errShine = errors.New("a box shows more than its colour")
)

// blankBelow reads the copy anew and holds that no picture has a pixel left below a box: to blank it once more would change nothing. It
// returns the page that fails.
func (j *job) blankBelow(ctx context.Context, copied []byte) (page int, err error) {
	var f *pdf.File
	for _, n := range slices.Sorted(maps.Keys(j.pages)) {
		p := j.pages[n]
		if len(p.areas) == 0 {
			continue
		}
		if f == nil {
			if f, err = pdf.Read(ctx, copied); err != nil {
				return n, err
			}
		}
		if n > len(f.Pages) {
			return n, errPages
		}
		c, err := f.Draw(ctx, f.Pages[n-1], nil)
		if err != nil {
			return n, err
		}
		d := &drawing{job: newJob(ctx, f), p: &pageJob{page: f.Pages[n-1], areas: p.areas}, c: c}
		if err := d.picturesBlank(); err != nil {
			return n, err
		}
	}
	return 0, nil
}

// picturesBlank holds that the pictures of a page are blank below its boxes.
func (d *drawing) picturesBlank() error {
	areas := d.erasedAreas()
	for k := range d.c.Paints {
		q := &d.c.Paints[k]
		if q.Kind != pdf.Image && q.Kind != pdf.InlineImage {
			continue
		}
		hit := d.hits(q, areas)
		if len(hit) == 0 {
			continue
		}
		if q.Obj == 0 {
			return errBelow // an inline picture that is touched becomes an object
		}
		r, err := d.decode(q.Obj)
		if err != nil {
			return err
		}
		was := bytes.Clone(r.data)
		for _, area := range hit {
			if err := d.blank(r, q.Matrix, area); err != nil {
				return err
			}
		}
		if !bytes.Equal(was, r.data) {
			return errBelow
		}
	}
	return nil
}

// How a box is compared with its colour.
const (
	boxEdge   = 2.0  // pixels at the edge of a box where it blends with what stands beside it
	boxShade  = 40.0 // difference of a channel below which colours are the same
	boxOthers = 0.1  // share of its pixels that may be others: the frame of a link, a box of another colour on top
)

// painted holds that nothing but the colour of each box, and what is written on it, is seen where it stands.
func (j *job) painted(p *pageJob, im *image.RGBA) error {
	if p == nil {
		return nil
	}
	shown, _ := p.page.Shown()
	s := float64(im.Bounds().Dx()) / shown
	m := p.page.Screen().Mul(pdf.Matrix{s, 0, 0, s, 0, 0})
	for _, a := range p.areas {
		var q inspect.Quad
		for i := 0; i < 8; i += 2 {
			q[i], q[i+1] = m.Apply(a.drawn[i], a.drawn[i+1])
		}
		all, others := 0, 0
		for at := range inner(q, im.Bounds()) {
			all++
			if !slices.ContainsFunc(p.areas, func(b *blackout) bool { return b.shows(im.Pix[im.PixOffset(at.X, at.Y):]) }) {
				others++
			}
		}
		if float64(others) > boxOthers*float64(all) {
			return errShine
		}
	}
	return nil
}

// inner yields the pixels that lie in an area and not at its edge.
func inner(q inspect.Quad, in image.Rectangle) iter.Seq[image.Point] {
	return func(yield func(image.Point) bool) {
		b := q.Bounds()
		r := pixels(pdf.Rect{X0: b[0], Y0: b[1], X1: b[2], Y1: b[3]}, 0, in.Dx(), in.Dy())
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				u, v := float64(x), float64(y)
				const near, far = -boxEdge, 1 + boxEdge
				if !q.Contains(u+near, v+near) || !q.Contains(u+far, v+near) || !q.Contains(u+far, v+far) || !q.Contains(u+near, v+far) {
					continue
				}
				if !yield(image.Pt(x, y)) {
					return
				}
			}
		}
	}
}

// shows reports whether a pixel is of the colour of the box, or between that and what is written on it.
func (a *blackout) shows(pix []byte) bool {
	ink := 255.0
	if light(a.fix.Fill) {
		ink = 0
	}
	low, high := 0.0, 1.0 // shares of ink that give this pixel
	for i, fill := range a.fix.Fill {
		from, v := 255*fill, float64(pix[i])
		if math.Abs(ink-from) < 1 {
			if math.Abs(v-from) > boxShade {
				return false
			}
			continue
		}
		x, y := (v-boxShade-from)/(ink-from), (v+boxShade-from)/(ink-from)
		low, high = max(low, min(x, y)), min(high, max(x, y))
	}
	return low <= high
}
