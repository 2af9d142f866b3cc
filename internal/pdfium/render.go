package pdfium

import (
	"bytes"
	"context"
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

	// Lent leaves the picture in the memory of PDFium, where it is good until the next call of a method of the document. A page of an
	// office's paper has four megabytes of pixels.
	Lent bool
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
	bmp, err := d.blank(w, h, o.Paper)
	if err != nil {
		return nil, err
	}
	flags := enums.FPDF_RENDER_FLAG_REVERSE_BYTE_ORDER // in that of [image.RGBA]
	if !o.Bare {
		flags |= enums.FPDF_RENDER_FLAG_ANNOT
	}
	req := &requests.FPDF_RenderPageBitmap{Bitmap: bmp, Page: d.handle(), SizeX: w, SizeY: h, Flags: flags}
	if _, err := d.inst.FPDF_RenderPageBitmap(req); err != nil {
		return nil, err
	}
	if !o.Bare {
		if err := d.drawFields(bmp, w, h); err != nil {
			return nil, err
		}
	}
	buf, err := d.inst.FPDFBitmap_GetBuffer(&requests.FPDFBitmap_GetBuffer{Bitmap: bmp})
	if err != nil {
		return nil, err
	}
	img := &image.RGBA{Pix: buf.Buffer, Stride: len(buf.Buffer) / h, Rect: image.Rect(0, 0, w, h)}
	if img.Stride < 4*w {
		return nil, ErrUnavailable
	}
	if !o.Lent {
		img.Pix = bytes.Clone(img.Pix)
		d.discard()
	}
	return img, nil
}

// blank returns a bitmap of a colour, 0xRRGGBB, for the page that is held: the last one that was lent, if it is of that size.
func (d *Doc) blank(w, h int, paper uint32) (references.FPDF_BITMAP, error) {
	if size := image.Pt(w, h); d.size != size {
		d.discard()
		r, err := d.inst.FPDFBitmap_Create(&requests.FPDFBitmap_Create{Width: w, Height: h, Alpha: 0})
		if err != nil {
			return "", err
		}
		d.bitmap, d.size = r.Bitmap, size
	}
	if paper == 0 {
		paper = white
	}
	paper = paper&0xFF<<16 | paper&0xFF00 | paper>>16&0xFF // it fills in its own order, blue-green-red
	_, err := d.inst.FPDFBitmap_FillRect(&requests.FPDFBitmap_FillRect{Bitmap: d.bitmap, Width: w, Height: h, Color: 0xFF000000 | uint64(paper)})
	return d.bitmap, err
}

// discard frees the bitmap.
func (d *Doc) discard() {
	if d.size != (image.Point{}) {
		_, _ = d.inst.FPDFBitmap_Destroy(&requests.FPDFBitmap_Destroy{Bitmap: d.bitmap})
		d.size = image.Point{}
	}
}
