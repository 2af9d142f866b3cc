package pdfium

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
)

// A Coded is a picture as PDF codes it (8.9.5), in a coding that only PDFium reads here.
type Coded struct {
	W, H    int    // samples
	Filter  string // JBIG2Decode, JPXDecode, CCITTFaxDecode
	Parms   string // what stands in its DecodeParms, but for Globals
	Globals []byte // of JBIG2: its global segments; nil: none
	Data    []byte
}

// maxCoded bounds the samples of a picture that is decoded: each takes four bytes of the module's memory, twice.
const maxCoded = 40_000_000

// Decode returns the samples of a picture, one pixel each: black and white, gray, or in colour. The errors are those of [Open] and
// [Doc.Render]; a picture of one colour is refused, since that
// is how PDFium draws what it can't decode.
func Decode(ctx context.Context, c Coded) (*image.RGBA, error) {
	if c.W <= 0 || c.H <= 0 || c.W > maxSide || c.H > maxSide || c.W > maxCoded/c.H {
		return nil, fmt.Errorf("%w: a picture of that size", ErrRefused)
	}
	doc, err := Open(ctx, c.document())
	if err != nil {
		return nil, err
	}
	defer doc.Close()
	pic, err := doc.Render(ctx, 1, Look{DPI: 72, MaxPixels: maxCoded})
	if err != nil {
		return nil, err
	}
	if pic.Bounds() != image.Rect(0, 0, c.W, c.H) || even(pic.RGBA) {
		return nil, errors.Join(ErrRefused, errors.New("the picture is of one colour"))
	}
	return pic.RGBA, nil
}

// even reports whether a picture is of one colour all over: so PDFium draws what it can't decode.
func even(m *image.RGBA) bool {
	for i := 4; i < len(m.Pix); i += 4 {
		if !bytes.Equal(m.Pix[i:i+4], m.Pix[:4]) {
			return false
		}
	}
	return true
}

// document returns a file whose only page is the picture, a sample to a point.
func (c *Coded) document() []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(dict string, data []byte) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n<<%s", len(offsets), dict)
		if data != nil {
			fmt.Fprintf(&b, "/Length %d>>\nstream\n", len(data))
			b.Write(data)
			b.WriteString("\nendstream\nendobj\n")
			return
		}
		b.WriteString(">>\nendobj\n")
	}
	b.WriteString("%PDF-1.7\n")
	object("/Type/Catalog/Pages 2 0 R", nil)
	object("/Type/Pages/Kids[3 0 R]/Count 1", nil)
	object(fmt.Sprintf("/Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>", c.W, c.H), nil)
	object("", fmt.Appendf(nil, "q %d 0 0 %d 0 0 cm /X Do Q", c.W, c.H))
	dict := fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/Filter/%s", c.W, c.H, c.Filter)
	if c.Filter != "JPXDecode" {
		dict += "/BitsPerComponent 1/ColorSpace/DeviceGray"
	}
	parms := c.Parms
	if c.Globals != nil {
		parms += "/JBIG2Globals 6 0 R"
	}
	object(dict+"/DecodeParms<<"+parms+">>", c.Data)
	if c.Globals != nil {
		object("", c.Globals)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, off := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", off)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, at)
	return b.Bytes()
}
