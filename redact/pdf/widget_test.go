package pdf

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
	"github.com/sumikeshi/sumikeshi/internal/pdfium"
)

// formPage is a page with two text fields. The appearance of the first does not say that it is a form: readers draw it all the same.
func formPage() []byte {
	const look = "/Tx BMC q BT /F 20 Tf 2 7 Td (%s) Tj ET Q EMC"
	first := fmt.Sprintf(look, "World Health")
	data := pageOf([]byte("BT /F 20 Tf 40 300 Td (Donation) Tj ET"), []byte(fmt.Sprintf(look, "kept 1000")))
	field := func(name, at string, ap int) string {
		return fmt.Sprintf("<< /Type /Annot /Subtype /Widget /FT /Tx /T (%s) /F 4 /Rect [%s] /DA (/F 20 Tf 0 g) /AP << /N %d 0 R >> >>", name, at, ap)
	}
	for _, r := range [][2]string{
		{"/Type /Catalog", "/Type /Catalog /AcroForm << /Fields [8 0 R 9 0 R] >>"},
		{"/Contents 5 0 R", "/Annots [8 0 R 9 0 R] /Contents 5 0 R"},
		{"xref\n0 7", fmt.Sprintf("7 0 obj\n<< /BBox [0 0 200 24] /Resources << /Font << /F 4 0 R >> >> /Length %d >>\nstream\n%s\nendstream\nendobj\n", len(first), first) +
			"8 0 obj\n" + field("a", "40 200 240 224", 7) + "\nendobj\n9 0 obj\n" + field("b", "40 100 240 124", 6) + "\nendobj\nxref\n0 7"},
		{"/BBox [0 0 400 400]", "/BBox [0 0 200 24]"},
	} {
		data = bytes.Replace(data, []byte(r[0]), []byte(r[1]), 1)
	}
	return data[:bytes.LastIndex(data, []byte("xref\n0 7"))] // readers find the objects by themselves
}

func withTrailer(data []byte) []byte {
	return append(data, "trailer\n<< /Size 10 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"...)
}

// Test_a_field_that_a_box_touches holds that the rest of what a form field shows stays to be seen, and that other fields stay as they are,
// also on a page that becomes a picture.
func Test_a_field_that_a_box_touches(t *testing.T) {
	data := withTrailer(formPage())
	f := open(t, data)
	c := canvas(t, data)
	var box inspect.Fix
	for i := range c.Glyphs {
		if g := &c.Glyphs[i]; g.Text == "H" {
			box = inspect.BlackOut{Page: 1, Area: inspect.Upright(g.Box.X0, g.Box.Y0, g.Box.X0+70, g.Box.Y1)}
		}
	}
	for _, picture := range []bool{false, true} {
		tt := &tiers{f: f, fixes: []inspect.Fix{box}, pictures: map[int]bool{}}
		if picture {
			tt.pictures[1] = true
		}
		out, notes, err := tt.attempt(context.Background())
		if err != nil || len(notes.Pictures) != len(tt.pictures) {
			t.Fatal(picture, notes, err)
		}
		copied := canvas(t, out)
		var seen strings.Builder
		for i := range copied.Glyphs {
			seen.WriteString(copied.Glyphs[i].Text)
		}
		if got := seen.String(); strings.Contains(got, "Health") || !strings.Contains(got, "World") || !strings.Contains(got, "kept 1000") {
			t.Errorf("picture %t: %q", picture, got)
		}
	}
}

// Test_what_moved holds that a picture may be off by less than a pixel, and that nothing may be missing.
func Test_what_moved(t *testing.T) {
	was, moved, gone := stroke(0, 255, 255), stroke(128, 128, 255), stroke(255, 255, 255)
	for name, c := range map[string]struct {
		is   *image.RGBA
		want int
	}{"moved": {moved, 0}, "gone": {gone, 10}} {
		differs := differences(was, c.is, nil)
		clearMoved(differs, was, c.is, was.Bounds())
		if got := count(differs, 10, was.Bounds()); got != c.want {
			t.Errorf("%s: %d pixels", name, got)
		}
	}
}

// stroke is a picture of an upright line over three columns.
func stroke(shades ...uint8) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, 10, 10))
	for i := range m.Pix {
		m.Pix[i] = 255
	}
	for y := range 10 {
		for i, v := range shades {
			at := m.PixOffset(4+i, y)
			m.Pix[at], m.Pix[at+1], m.Pix[at+2] = v, v, v
		}
	}
	return m
}

// Test_form_fields_are_drawn holds that the second eye sees fields, unless annotations are not asked for.
func Test_form_fields_are_drawn(t *testing.T) {
	doc, err := pdfium.Open(context.Background(), withTrailer(formPage()))
	if err != nil {
		t.Fatal(err)
	}
	defer doc.Close()
	ink := func(o pdfium.Look) bool {
		pic, err := doc.Render(context.Background(), 1, o)
		if err != nil {
			t.Fatal(err)
		}
		box := pdf.Rect{X0: 40 * pic.Scale, X1: 140 * pic.Scale, Y0: (400 - 124) * pic.Scale, Y1: (400 - 100) * pic.Scale}
		return !even(pic.RGBA, pixels(box, 0, pic.Bounds().Dx(), pic.Bounds().Dy()))
	}
	if !ink(pdfium.Look{}) || ink(pdfium.Look{Bare: true}) {
		t.Error("the field is not drawn, or always")
	}
}
