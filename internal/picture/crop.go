package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"
)

// A Crop says how much of a picture a frame cuts off on each side, as parts of the whole from 0 to 1. Negative sides are margins
// that the frame adds.
type Crop struct{ Left, Top, Right, Bottom float64 }

// Union returns the crop that cuts off what both cut off.
func (c Crop) Union(d Crop) Crop {
	return Crop{min(c.Left, d.Left), min(c.Top, d.Top), min(c.Right, d.Right), min(c.Bottom, d.Bottom)}
}

// Box returns the pixels that are left of a picture, whole ones; false if that is all of them, or makes no sense.
func (c Crop) Box(width, height int) (image.Rectangle, bool) {
	near := func(part float64, n int) int { return int(math.Floor(max(part, 0)*float64(n) + 0.01)) }
	box := image.Rect(near(c.Left, width), near(c.Top, height), width-near(c.Right, width), height-near(c.Bottom, height))
	ok := box.Min.X < box.Max.X && box.Min.Y < box.Max.Y && (c.Left+c.Right < 1 && c.Top+c.Bottom < 1)
	return box, ok && (box.Dx() < width || box.Dy() < height)
}

// Within returns the crop that shows the same of the pixels in box as c does of the whole.
func (c Crop) Within(box image.Rectangle, width, height int) Crop {
	w, h := float64(box.Dx()), float64(box.Dy())
	return Crop{
		(c.Left*float64(width) - float64(box.Min.X)) / w, (c.Top*float64(height) - float64(box.Min.Y)) / h,
		(c.Right*float64(width) - float64(width-box.Max.X)) / w, (c.Bottom*float64(height) - float64(height-box.Max.Y)) / h,
	}
}

// Size returns the pixels of a picture that can be cropped, without decoding it.
func Size(data []byte) (width, height int, err error) {
	var c image.Config
	r := bytes.NewReader(data)
	switch Sniff(data) {
	case JPEG:
		c, err = jpeg.DecodeConfig(r)
	case PNG:
		c, err = png.DecodeConfig(r)
	case GIF:
		c, err = gif.DecodeConfig(r)
	case BMP:
		c, err = bmp.DecodeConfig(r)
	case TIFF:
		c, err = tiff.DecodeConfig(r)
	default:
		return 0, 0, ErrKind
	}
	switch {
	case err != nil:
		return 0, 0, ErrBroken
	case c.Width <= 0 || c.Height <= 0 || c.Width > MaxPixels/c.Height:
		return 0, 0, ErrPixels
	}
	return c.Width, c.Height, nil
}

// Cut returns the pixels of the box as a picture of the same kind. Its colour profile and the way up stay.
func Cut(data []byte, box image.Rectangle) ([]byte, error) {
	if _, _, err := Size(data); err != nil {
		return nil, err
	}
	data, _, err := Strip(data)
	if err != nil {
		return nil, err
	}
	r, w := bytes.NewReader(data), &bytes.Buffer{}
	kind := Sniff(data)
	if kind == GIF {
		return cutGIF(r, box)
	}
	m, err := decoders[kind](r)
	if err != nil {
		return nil, ErrBroken
	}
	m = part(m, box.Add(m.Bounds().Min))
	switch kind {
	case JPEG:
		if err = jpeg.Encode(w, m, &jpeg.Options{Quality: 95}); err == nil {
			_, cmyk := m.(*image.CMYK)
			return withSegments(w.Bytes(), data, !cmyk), nil
		}
	case PNG:
		if err = png.Encode(w, m); err == nil {
			return withChunks(w.Bytes(), data), nil
		}
	case BMP:
		err = bmp.Encode(w, m)
	case TIFF:
		err = tiff.Encode(w, m, &tiff.Options{Compression: tiff.Deflate, Predictor: true})
	}
	if err != nil {
		return nil, ErrBroken
	}
	return w.Bytes(), nil
}

// decoders are those of the pictures that are cut. Those of frames are not among them.
var decoders = map[Kind]func(io.Reader) (image.Image, error){JPEG: jpeg.Decode, PNG: png.Decode, BMP: bmp.Decode, TIFF: tiff.Decode}

// part returns a part of a picture as one of its own: not every encoder knows that rows can be longer than what is shown of them.
func part(m image.Image, box image.Rectangle) image.Image {
	to := image.Rect(0, 0, box.Dx(), box.Dy())
	var out draw.Image
	switch m := m.(type) {
	case *image.YCbCr:
		return m.SubImage(box) // of JPEG, whose encoder does
	case *image.Paletted:
		return index(m, box, to)
	case *image.Gray:
		out = image.NewGray(to)
	case *image.Gray16:
		out = image.NewGray16(to)
	case *image.RGBA:
		out = image.NewRGBA(to)
	case *image.RGBA64:
		out = image.NewRGBA64(to)
	case *image.NRGBA64:
		out = image.NewNRGBA64(to)
	case *image.CMYK:
		out = image.NewCMYK(to)
	default:
		out = image.NewNRGBA(to)
	}
	draw.Draw(out, to, m, box.Min, draw.Src)
	return out
}

// index copies colours by their numbers, since a palette may hold one twice.
func index(m *image.Paletted, from, to image.Rectangle) *image.Paletted {
	out := image.NewPaletted(to, m.Palette)
	for y := range to.Dy() {
		at := m.PixOffset(from.Min.X, from.Min.Y+y)
		copy(out.Pix[y*out.Stride:], m.Pix[at:at+to.Dx()])
	}
	return out
}

// cutGIF cuts every frame. One of which nothing is left becomes a single pixel that shows nothing.
func cutGIF(r *bytes.Reader, box image.Rectangle) ([]byte, error) {
	g, err := gif.DecodeAll(r)
	if err != nil {
		return nil, ErrBroken
	}
	for i, frame := range g.Image {
		left := frame.Bounds().Intersect(box)
		if left.Empty() {
			g.Image[i] = image.NewPaletted(image.Rect(0, 0, 1, 1), color.Palette{color.Transparent})
			continue
		}
		m := index(frame, left, left.Sub(box.Min))
		g.Image[i] = m
	}
	g.Config.Width, g.Config.Height = box.Dx(), box.Dy()
	var w bytes.Buffer
	if err := gif.EncodeAll(&w, g); err != nil {
		return nil, ErrBroken
	}
	return w.Bytes(), nil
}

// withSegments puts the segments that say how a stripped JPEG is to be shown into another one: its head, the way up and, if the colours
// are of the same kind, their profile. The one that Adobe's programs write is left out, since the encoder chooses the colours anew.
func withSegments(out, from []byte, profile bool) []byte {
	var keep []byte
	for at := 2; at+4 <= len(from) && from[at] == 0xFF && from[at+1] != mSOS; {
		end := at + 2 + int(binary.BigEndian.Uint16(from[at+2:]))
		if end > len(from) {
			break
		}
		if m := from[at+1]; m == mAPP0 || m == mAPP0+1 || m == mAPP0+2 && profile {
			keep = append(keep, from[at:end]...)
		}
		at = end
	}
	return append(append(append([]byte(nil), out[:2]...), keep...), out[2:]...)
}

// withChunks does the same for PNG.
func withChunks(out, from []byte) []byte {
	const head = len(pngSignature) + 25 // with IHDR
	if len(out) < head || len(from) < head {
		return out
	}
	var keep []byte
	for at := len(pngSignature); at+12 <= len(from); {
		end := at + 12 + int(binary.BigEndian.Uint32(from[at:]))
		if end > len(from) {
			break
		}
		switch kind := string(from[at+4 : at+8]); kind {
		case "cHRM", "gAMA", "iCCP", "sRGB", "pHYs", "eXIf", "cICP":
			if kind != "iCCP" || coloured(out) == coloured(from) {
				keep = append(keep, from[at:end]...)
			}
		}
		at = end
	}
	return append(append(append([]byte(nil), out[:head]...), keep...), out[head:]...)
}

// coloured reports whether the head of a PNG file says that there are colours, not shades of grey.
func coloured(b []byte) bool { return b[25]&2 != 0 }
