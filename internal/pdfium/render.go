package pdfium

import (
	"context"
	"encoding/binary"
	"fmt"
	"image"
	"math"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// Look says how a page is drawn. The zero value draws at 100 dpi on white paper, with annotations.
type Look struct {
	DPI       float64 // pixels for each 72 points; 0: 100
	MaxPixels int     // the resolution is lowered until the page has no more; 0: 16 million
	Paper     uint32  // 0xRRGGBB; 0: white
	Bare      bool    // without annotations

	Into *Picture // one that nobody needs any more, whose memory is used again; may be nil
}

const (
	defaultDPI    = 100
	defaultPixels = 16_000_000
	maxSide       = 16_000 // pixels
	white         = 0xFFFFFF
)

// A Picture is a page as pixels. Scale is in pixels for each point: what stands at (x, y) in points from the upper left corner of the
// page as it is shown (cropped and turned) is at (x·Scale, y·Scale).
type Picture struct {
	*image.RGBA
	Scale float64
}

// Render draws a page, counted from 1. The errors are [ErrRefused], [ErrUnavailable] and the context's.
func (d *Doc) Render(ctx context.Context, page int, o Look) (*Picture, error) {
	if err := d.hold(ctx, page); err != nil {
		return nil, err
	}
	var pic *Picture
	err := guard(func() error {
		size, err := d.inst.GetPageSize(&requests.GetPageSize{Page: d.handle()})
		if err != nil {
			return err
		}
		w, h, scale, err := o.pixels(size.Width, size.Height)
		if err != nil {
			return err
		}
		img, err := d.draw(w, h, o)
		pic = &Picture{img, scale}
		return err
	})
	if err != nil {
		return nil, d.failure(ctx, err)
	}
	return pic, nil
}

// pixels returns the size of a picture of a page with that size in points.
func (o Look) pixels(width, height float64) (w, h int, scale float64, err error) {
	if !(width > 0 && height > 0) || width > 1e6 || height > 1e6 {
		return 0, 0, 0, fmt.Errorf("%w: a page without a size", ErrRefused)
	}
	scale = o.DPI / 72
	if o.DPI <= 0 {
		scale = defaultDPI / 72.0
	}
	limit := float64(o.MaxPixels)
	if o.MaxPixels <= 0 {
		limit = defaultPixels
	}
	scale = min(scale, math.Sqrt(limit/(width*height)), maxSide/width, maxSide/height)
	return max(1, int(width*scale)), max(1, int(height*scale)), scale, nil
}

// draw draws the page that is held.
func (d *Doc) draw(w, h int, o Look) (*image.RGBA, error) {
	bmp, err := d.inst.FPDFBitmap_Create(&requests.FPDFBitmap_Create{Width: w, Height: h, Alpha: 0})
	if err != nil {
		return nil, err
	}
	defer func() { _, _ = d.inst.FPDFBitmap_Destroy(&requests.FPDFBitmap_Destroy{Bitmap: bmp.Bitmap}) }()
	paper := o.Paper
	if paper == 0 {
		paper = white
	}
	fill := &requests.FPDFBitmap_FillRect{Bitmap: bmp.Bitmap, Width: w, Height: h, Color: 0xFF000000 | uint64(paper)}
	if _, err := d.inst.FPDFBitmap_FillRect(fill); err != nil {
		return nil, err
	}
	flags := enums.FPDF_RENDER_FLAG_ANNOT
	if o.Bare {
		flags = 0
	}
	req := &requests.FPDF_RenderPageBitmap{Bitmap: bmp.Bitmap, Page: d.handle(), SizeX: w, SizeY: h, Flags: flags}
	if _, err := d.inst.FPDF_RenderPageBitmap(req); err != nil {
		return nil, err
	}
	if !o.Bare {
		if err := d.drawFields(bmp.Bitmap, w, h); err != nil {
			return nil, err
		}
	}
	return d.take(bmp.Bitmap, w, h, o.Into)
}

// take copies a bitmap out of the module's memory, from blue-green-red to red-green-blue.
func (d *Doc) take(bmp references.FPDF_BITMAP, w, h int, into *Picture) (*image.RGBA, error) {
	buf, err := d.inst.FPDFBitmap_GetBuffer(&requests.FPDFBitmap_GetBuffer{Bitmap: bmp})
	if err != nil {
		return nil, err
	}
	stride := len(buf.Buffer) / h
	if stride < 4*w {
		return nil, ErrUnavailable
	}
	img := into.image(w, h)
	for y := range h {
		swap(img.Pix[y*img.Stride:][:4*w], buf.Buffer[y*stride:][:4*w])
	}
	return img, nil
}

// swap turns opaque pixels from blue-green-red to red-green-blue, two at a time. Both are of the same length.
func swap(dst, src []byte) {
	const (
		opaque = 0xFF000000_FF000000
		green  = 0x0000FF00_0000FF00
		low    = 0x000000FF_000000FF
	)
	for len(src) >= 8 && len(dst) >= 8 {
		v := binary.LittleEndian.Uint64(src) | opaque
		if v != math.MaxUint64 { // paper
			v = opaque | v&green | v>>16&low | v&low<<16
		}
		binary.LittleEndian.PutUint64(dst, v)
		src, dst = src[8:], dst[8:]
	}
	if len(src) == 4 && len(dst) == 4 {
		dst[0], dst[1], dst[2], dst[3] = src[2], src[1], src[0], 0xFF
	}
}

// image returns a picture of that size, in the memory of p if it is large enough. What it shows is to be painted over as a whole.
func (p *Picture) image(w, h int) *image.RGBA {
	if p == nil || cap(p.Pix) < 4*w*h {
		return image.NewRGBA(image.Rect(0, 0, w, h))
	}
	return &image.RGBA{Pix: p.Pix[:4*w*h], Stride: 4 * w, Rect: image.Rect(0, 0, w, h)}
}
