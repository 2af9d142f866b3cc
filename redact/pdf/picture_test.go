package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// scan is a file with a picture of 40 by 40 points at 100, 100, and a redaction over its lower left quarter.
func scan(entries string, data []byte) []byte {
	var b bytes.Buffer
	var offsets []int
	add := func(body string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	content := "q 40 0 0 40 100 100 cm /I Do Q"
	b.WriteString("%PDF-1.7\n")
	add("<< /Type /Catalog /Pages 2 0 R >>")
	add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
	add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R /Annots [5 0 R] /Resources << /XObject << /I 6 0 R >> >> >>")
	add(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content))
	add("<< /Type /Annot /Subtype /Redact /Rect [100 100 120 120] /F 4 >>")
	add(fmt.Sprintf("<< /Type /XObject /Subtype /Image %s /Length %d >>\nstream\n%s\nendstream", entries, len(data), data))
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, off := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", off)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, at)
	return b.Bytes()
}

// TestRewrite_Picture holds that pixels under an applied redaction are gone from the picture, and that the others stay.
func TestRewrite_Picture(t *testing.T) {
	white := bytes.Repeat([]byte{0xFF}, 8*8*3)
	im := image.NewGray(image.Rect(0, 0, 8, 8))
	for i := range im.Pix {
		im.Pix[i] = 0xFF
	}
	rgb := image.NewRGBA(image.Rect(0, 0, 8, 8))
	for i := range 64 {
		rgb.Set(i%8, i/8, color.White)
	}
	var gray, colour bytes.Buffer
	if err := errors.Join(jpeg.Encode(&gray, im, nil), jpeg.Encode(&colour, rgb, nil)); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		entries string
		data    []byte
		size    int // bits of a pixel
	}{
		"RGB":       {"/Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceRGB", white, 24},
		"gray":      {"/Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray", white[:64], 8},
		"bilevel":   {"/Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray", white[:8], 1},
		"hex":       {"/Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /ASCIIHexDecode", []byte("FFFFFFFFFFFFFFFF>"), 1},
		"gray JPEG": {"/Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /DCTDecode", gray.Bytes(), 8},
		"JPEG":      {"/Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode", colour.Bytes(), 24},
	} {
		t.Run(name, func(t *testing.T) {
			copied := open(t, rewrite(t, scan(tt.entries, tt.data), inspect.EraseBox{Page: 1, Of: "redact"}))
			pixels := picture(t, copied)
			for y := range 8 {
				for x := range 8 {
					bit := x * tt.size
					v := pixels[y*len(pixels)/8+bit/8] >> (7 - bit%8) & 1
					if erased := x < 4 && y >= 4; (v == 0) != erased {
						t.Fatalf("pixel %d, %d: erased %v", x, y, v == 0)
					}
				}
			}
		})
	}
}

// picture returns the samples of the only picture that is left.
func picture(t *testing.T, f *pdf.File) []byte {
	t.Helper()
	c, err := f.Draw(context.Background(), f.Pages[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	var found []byte
	for _, n := range f.Objects() {
		if f.Name(f.Dict(f.Object(n))["Subtype"]) != "Image" {
			continue
		}
		if found != nil || len(c.Paints) < 2 || c.Paints[0].Obj != n {
			t.Fatalf("another picture is left, or it is not drawn: %v", c.Paints)
		}
		for _, ref := range f.Dict(c.Contents[0].Resources["XObject"]) {
			if pdf.ObjectNumber(ref) != n {
				continue
			}
			if found, err = f.Stream(ref); err != nil {
				t.Fatal(err)
			}
		}
	}
	return found
}

// TestRewrite_PictureRefused holds that there is no copy when pixels can't be taken out.
func TestRewrite_PictureRefused(t *testing.T) {
	data := scan("/Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode", []byte("xxxx"))
	src := &inspect.Source{Name: "a.pdf", ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
	_, err := Rewrite(context.Background(), src, []inspect.Fix{inspect.EraseBox{Page: 1, Of: "redact"}}, nil, nil, &bytes.Buffer{})
	if !errors.Is(err, ErrDraw) {
		t.Errorf("%v", err)
	}
}
