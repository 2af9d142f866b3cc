package report

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"html/template"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"math"
	"slices"
	"strconv"

	scale "golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/basicfont"
	"golang.org/x/image/math/fixed"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// htmlPicture is a page of a PDF file with a numbered box on each finding, and the same as a list.
type htmlPicture struct {
	Page int
	Data template.URL
	Rows []htmlFinding
	More int // findings that are not in the list
}

// Bounds of the pictures in a report, and their resolution. Values are masked in a report, so a page is drawn so coarsely that its text
// can't be read, with the boxes filled, and then enlarged: the numbers need room.
const (
	maxPictures      = 4  // of a file
	maxPicturesInAll = 24 // of a report
	dpiMasked        = 24 // a letter of 12 points is four pixels high
	dpiShown         = 72
	enlarged         = 3  // pixels for each of a coarse one
	maxNumbered      = 24 // findings of a page in the list beside it
)

// pictures draws the pages of a PDF file on which something was found, as far as they can be drawn.
func (h *htmlWriter) pictures(f *File) []htmlPicture {
	if h.o.Picture == nil || f.Format != "pdf" {
		return nil
	}
	byPage := map[int][]*inspect.Listed{}
	for i := range f.Findings {
		l := &f.Findings[i]
		if l.Where.Box != nil && len(l.Within) == 0 {
			byPage[l.Where.Page] = append(byPage[l.Where.Page], l)
		}
	}
	var out []htmlPicture
	for _, page := range slices.Sorted(maps.Keys(byPage)) {
		if len(out) == maxPictures || h.pictured == maxPicturesInAll {
			break
		}
		if p, ok := h.picture(f, page, byPage[page]); ok {
			out = append(out, p)
			h.pictured++
		}
	}
	return out
}

func (h *htmlWriter) picture(f *File, page int, list []*inspect.Listed) (htmlPicture, bool) {
	dpi := dpiMasked
	if h.o.ShowValues {
		dpi = dpiShown
	}
	raw, err := h.o.Picture(f, page, dpi)
	if err != nil {
		return htmlPicture{}, false // the list below says the same
	}
	slices.SortStableFunc(list, func(a, b *inspect.Listed) int {
		return cmp.Or(cmp.Compare(b.Where.Box[3], a.Where.Box[3]), cmp.Compare(a.Where.Box[0], b.Where.Box[0]))
	})
	drawn, err := boxed(raw, dpi, list, h.o.ShowValues)
	if err != nil {
		return htmlPicture{}, false
	}
	p := htmlPicture{Page: page, Data: template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(drawn))}
	for _, l := range list[:min(len(list), maxNumbered)] {
		row := h.finding(l)
		row.Where = h.text.say(sayVisible)
		if l.Place != "" {
			row.Where = h.text.say(h.o.place(l.Place))
		}
		p.Rows = append(p.Rows, row)
	}
	p.More = len(list) - len(p.Rows)
	return p, true
}

var boxColour = color.RGBA{0x9f, 0x2a, 0x24, 0xff}

// boxed draws a numbered box on each finding; unless values are shown, it is filled and the picture coarse.
func boxed(raw []byte, dpi int, list []*inspect.Listed, shown bool) ([]byte, error) {
	pic, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	times := enlarged
	if shown {
		times = 1
	}
	size := pic.Bounds().Size().Mul(times)
	img := image.NewRGBA(image.Rectangle{Max: size})
	scale.NearestNeighbor.Scale(img, img.Bounds(), pic, pic.Bounds(), scale.Src, nil)
	for i, l := range list {
		r := onPicture(*l.Where.Box, dpi*times, img.Bounds())
		if shown {
			outline(img, r)
		} else {
			draw.Draw(img, r, image.NewUniform(boxColour), image.Point{}, draw.Src)
		}
		numbered(img, r, i+1)
	}
	var out bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	err = enc.Encode(&out, img)
	return out.Bytes(), err
}

// onPicture turns a box in points from the lower left into pixels from the upper left.
func onPicture(box [4]float64, dpi int, bounds image.Rectangle) image.Rectangle {
	k, high := float64(dpi)/72, float64(bounds.Dy())
	return image.Rect(
		int(math.Floor(box[0]*k))-1, int(math.Floor(high-box[3]*k))-1, int(math.Ceil(box[2]*k))+1, int(math.Ceil(high-box[1]*k))+1,
	).Intersect(bounds)
}

func outline(img draw.Image, r image.Rectangle) {
	for _, side := range []image.Rectangle{
		image.Rect(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+2), image.Rect(r.Min.X, r.Max.Y-2, r.Max.X, r.Max.Y),
		image.Rect(r.Min.X, r.Min.Y, r.Min.X+2, r.Max.Y), image.Rect(r.Max.X-2, r.Min.Y, r.Max.X, r.Max.Y),
	} {
		draw.Draw(img, side.Intersect(r), image.NewUniform(boxColour), image.Point{}, draw.Src)
	}
}

// numbered puts the number of a box on a ground of its own at the box's left side.
func numbered(img draw.Image, r image.Rectangle, n int) {
	face, text := basicfont.Face7x13, strconv.Itoa(n)
	ground := image.Rect(0, 0, face.Advance*len(text)+2, 11).Add(image.Pt(max(r.Min.X-face.Advance*len(text)-3, 0), (r.Min.Y+r.Max.Y)/2-6))
	draw.Draw(img, ground.Intersect(img.Bounds()), image.White, image.Point{}, draw.Src)
	d := font.Drawer{Dst: img, Src: image.NewUniform(boxColour), Face: face, Dot: fixed.P(ground.Min.X+1, ground.Min.Y+10)}
	d.DrawString(text)
}
