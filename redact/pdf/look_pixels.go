package pdf

import (
	"bytes"
	"image"
	"math"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// A mask says of each pixel, row by row, whether it differs: 1 or 0.
type mask []byte

// holds compares two pictures of a page, of the same size, that differ in these pixels. It clears those that may.
func (e *expectation) holds(p *pdf.Page, was, is *image.RGBA, differs mask) error {
	w, h := was.Bounds().Dx(), was.Bounds().Dy()
	shown, _ := p.Shown()
	s := float64(w) / shown
	m := p.Screen().Mul(pdf.Matrix{s, 0, 0, s, 0, 0})
	free := func(boxes []pdf.Rect) {
		for _, box := range boxes {
			clearBox(differs, w, pixels(m.Box(box), looseEdge, w, h))
		}
	}
	free(e.loose)
	for _, box := range e.moved {
		clearMoved(differs, was, is, pixels(m.Box(box), looseEdge, w, h))
	}
	for _, run := range e.runs {
		if e.seen(m, differs, w, h, run) {
			return errSeenText
		}
	}
	for _, run := range e.runs {
		free(run)
	}
	total := 0
	for y := 0; y < h; y += tileSide {
		if strip := differs[y*w : min(y+tileSide, h)*w]; !differ(strip) {
			continue
		}
		for x := 0; x < w; x += tileSide {
			n := count(differs, w, image.Rect(x, y, min(x+tileSide, w), min(y+tileSide, h)))
			if total += n; n > tileDiffers {
				return errPixels
			}
		}
	}
	if total > max(tileDiffers, w*h/pageDiffers) {
		return errPixels
	}
	return nil
}

// seen reports whether glyphs that went were there to be read: most of them changed as much of the page as a letter does.
func (e *expectation) seen(m pdf.Matrix, differs mask, w, h int, run []pdf.Rect) bool {
	inked, all := 0, 0
	for _, box := range run {
		area := pixels(m.Box(box), 0, w, h)
		if size := area.Dx() * area.Dy(); size > 0 {
			all++
			if float64(count(differs, w, area)) > inkShare*float64(size) {
				inked++
			}
		}
	}
	return inked > 0 && 2*inked > all
}

// pixels returns the pixels of a box, with an edge around it.
func pixels(b pdf.Rect, edge, w, h int) image.Rectangle {
	whole := func(v float64) int { return int(max(-1e6, min(v, 1e6))) }
	r := image.Rect(whole(math.Floor(b.X0))-edge, whole(math.Floor(b.Y0))-edge, whole(math.Ceil(b.X1))+edge, whole(math.Ceil(b.Y1))+edge)
	return r.Intersect(image.Rect(0, 0, w, h))
}

// differences returns which pixels of two pictures of one size are not the same, in the memory of a mask that nobody needs any more.
func differences(a, b *image.RGBA, into mask) mask {
	w, h := a.Rect.Dx(), a.Rect.Dy()
	into = append(into[:0], make(mask, w*h)...)
	for y := range h {
		p, q := a.Pix[y*a.Stride:][:4*w], b.Pix[y*b.Stride:][:4*w]
		if bytes.Equal(p, q) {
			continue
		}
		row := into[y*w:][:w]
		for x := range row {
			p, q := p[4*x:4*x+3:4*x+3], q[4*x:4*x+3:4*x+3]
			if abs(int(p[0])-int(q[0]))+abs(int(p[1])-int(q[1]))+abs(int(p[2])-int(q[2])) > sameColor {
				row[x] = 1
			}
		}
	}
	return into
}

func differ(differs mask) bool { return bytes.IndexByte(differs, 1) >= 0 }

func count(differs mask, w int, r image.Rectangle) int {
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		n += bytes.Count(differs[y*w+r.Min.X:max(y*w+r.Min.X, y*w+r.Max.X)], one)
	}
	return n
}

var one = []byte{1}

func clearBox(differs mask, w int, r image.Rectangle) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		clear(differs[y*w+r.Min.X : max(y*w+r.Min.X, y*w+r.Max.X)])
	}
}

func abs(n int) int { return max(n, -n) }
