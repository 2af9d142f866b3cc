package pdf

import (
	"image"
	"image/color"
	"math"
	"strings"
	"unicode"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// fill paints over the pixels of the areas that are blacked out, and of redactions that are applied.
func (d *drawing) fill() {
	for _, a := range d.p.areas {
		c := rgb(a.fix.Fill[:])
		d.fillQuad(a.area, c)
		d.fillQuad(a.drawn, c)
	}
	for i := range d.c.Annots {
		a := &d.c.Annots[i]
		if a.Subtype != "Redact" || !d.drops(a) {
			continue
		}
		for _, r := range areas(d.f, a) {
			d.fillQuad(inspect.Upright(r.X0, r.Y0, r.X1, r.Y1), rgb(d.f.Numbers(a.Dict["IC"])))
		}
	}
}

// rgb returns a colour of one or three components; others are black.
func rgb(v []float64) color.RGBA {
	switch len(v) {
	case 1:
		v = []float64{v[0], v[0], v[0]}
	case 3:
	default:
		v = []float64{0, 0, 0}
	}
	part := func(f float64) uint8 { return uint8(math.Round(255 * max(0, min(f, 1)))) }
	return color.RGBA{part(v[0]), part(v[1]), part(v[2]), 0xFF}
}

// fillQuad paints every pixel that an area touches.
func (d *drawing) fillQuad(q inspect.Quad, c color.RGBA) {
	p := d.picture
	var on inspect.Quad
	for i := 0; i < 8; i += 2 {
		on[i], on[i+1] = p.to.Apply(q[i], q[i+1])
	}
	b := on.Bounds()
	r := pixels(pdf.Rect{X0: b[0], Y0: b[1], X1: b[2], Y1: b[3]}, 0, p.img.Bounds().Dx(), p.img.Bounds().Dy())
	whole := upright(q)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if whole || touches(on, float64(x), float64(y)) {
				p.img.SetRGBA(x, y, c)
			}
		}
	}
}

func upright(q inspect.Quad) bool {
	b := q.Bounds()
	return q == inspect.Upright(b[0], b[1], b[2], b[3])
}

// touches reports whether an area reaches into a pixel: by its middle or a corner.
func touches(q inspect.Quad, x, y float64) bool {
	for _, c := range [...][2]float64{{0.5, 0.5}, {0, 0}, {1, 0}, {0, 1}, {1, 1}} {
		if q.Contains(x+c[0], y+c[1]) {
			return true
		}
	}
	return false
}

// inked reports whether the characters that a reader is to see are there as pixels: without the fonts that the file leaves to the
// reader's machine, they may not be.
func (d *drawing) inked() bool {
	all, blank := 0, 0
	for i := range d.c.Glyphs {
		g := &d.c.Glyphs[i]
		if g.Cause != pdf.Seen || !d.layered(g) || strings.IndexFunc(g.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
			continue
		}
		all++
		if even(d.picture.img, d.pixels(g.Box, 1)) {
			blank++
		}
	}
	return blank <= max(blankMost, int(blankShare*float64(all))) && blank < max(1, all)
}

// drawnPictures reports whether pictures in codings that are not read here are there as pixels: of one that is damaged, readers show more
// or less, each in its own way.
func (d *drawing) drawnPictures() bool {
	for i := range d.c.Paints {
		q := &d.c.Paints[i]
		if q.Kind != pdf.Image || q.Annot >= 0 && !d.burnt(q.Annot) {
			continue
		}
		r := d.pixels(q.Box, 0)
		if _, err := d.f.Raster(d.f.Object(q.Obj)); err != nil && !r.Empty() && even(d.picture.img, r) {
			return false
		}
	}
	return true
}

func (d *drawing) pixels(box pdf.Rect, edge int) image.Rectangle {
	b := d.picture.img.Bounds()
	return pixels(d.picture.to.Box(box), edge, b.Dx(), b.Dy())
}

// even reports whether an area is of one colour.
func even(img *image.RGBA, r image.Rectangle) bool {
	lo, hi := [3]uint8{255, 255, 255}, [3]uint8{}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			at := img.PixOffset(x, y)
			for k := range 3 {
				lo[k], hi[k] = min(lo[k], img.Pix[at+k]), max(hi[k], img.Pix[at+k])
			}
		}
	}
	sum := 0
	for k := range 3 {
		sum += max(0, int(hi[k])-int(lo[k]))
	}
	return sum <= leastInk
}

// inkArea returns the part of the page that is not blank paper, with all characters of the text layer.
func (d *drawing) inkArea() image.Rectangle {
	img := d.picture.img
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	r := image.Rectangle{}
	for y := range h {
		line := img.Pix[y*img.Stride : y*img.Stride+4*w]
		for x := range w {
			if line[4*x] != 0xFF || line[4*x+1] != 0xFF || line[4*x+2] != 0xFF {
				r = r.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	for i := range d.c.Glyphs {
		if g := &d.c.Glyphs[i]; d.layered(g) {
			r = r.Union(d.pixels(g.Box, 1))
		}
	}
	return r
}

// samples returns the pixels of the picture as an image's data: one component each if there is no colour.
func (p *raster) samples() (data []byte, space string) {
	gray := true
	each := func(f func(at int)) {
		for y := p.area.Min.Y; y < p.area.Max.Y; y++ {
			for x := p.area.Min.X; x < p.area.Max.X; x++ {
				f(p.img.PixOffset(x, y))
			}
		}
	}
	each(func(at int) { gray = gray && p.img.Pix[at] == p.img.Pix[at+1] && p.img.Pix[at] == p.img.Pix[at+2] })
	if gray {
		each(func(at int) { data = append(data, p.img.Pix[at]) })
		return data, "DeviceGray"
	}
	each(func(at int) { data = append(data, p.img.Pix[at:at+3]...) })
	return data, "DeviceRGB"
}
