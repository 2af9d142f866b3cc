package witness

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// file makes a PDF file of one page, 400 by 200 points. F1 is Helvetica; F2 is Japanese and has no font file.
func file(content, entries string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	picture := strings.Repeat("\xFF\xFF\xFF", 4)
	for i, o := range []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]" + entries + "/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>" +
			"/XObject<</White 7 0 R/Form 8 0 R>>/ExtGState<</Half<</ca 0.5>>/Light<</BM/Lighten>>>>>>>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		"<</Type/Font/Subtype/Type0/BaseFont/Nowhere/Encoding/90ms-RKSJ-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2" +
			"/BaseFont/Nowhere/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/DW 1000>>]>>",
		fmt.Sprintf("<</Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceRGB/BitsPerComponent 8/Length %d>>stream\n%s\nendstream", len(picture), picture),
		"<</Type/XObject/Subtype/Form/BBox[0 0 400 200]/Resources<</Font<</F1 5 0 R>>>>/Length 52>>stream\nBT /F1 14 Tf 1 0 0 1 20 100 Tm (hidden form) Tj ET    \nendstream",
	} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, off := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", off)
	}
	fmt.Fprintf(&b, "trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return b.Bytes()
}

func canvas(t *testing.T, data []byte) *pdf.Canvas {
	t.Helper()
	f, err := pdf.Open(context.Background(), bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	c, err := f.Draw(context.Background(), f.Pages[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	c.Judge(f)
	return c
}

// unseen returns the text that the witness does not see.
func unseen(t *testing.T, data []byte) (string, bool) {
	t.Helper()
	c := canvas(t, data)
	w := New(data)
	defer w.Close()
	n, err := w.Look(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	text, marked := "", 0
	for i := range c.Glyphs {
		if c.Glyphs[i].Cause == pdf.Unseen {
			text += c.Glyphs[i].Text
			if c.Glyphs[i].Text != " " {
				marked++
			}
		}
	}
	if n != marked {
		t.Errorf("%d marked, %d said", marked, n)
	}
	return text, c.Doubtful
}

const (
	hidden = "BT /F1 14 Tf 20 100 Td (hidden words) Tj ET "
	other  = "BT 0 g /F1 14 Tf 20 30 Td (other words) Tj ET "
	box    = "18 96 120 18 re f "
)

func Test_what_leaves_no_mark_is_unseen(t *testing.T) {
	half := strings.Repeat("/Half gs 0 g "+box, 9)
	for name, c := range map[string]struct{ content, want string }{
		"layers of half a cover":   {hidden + "q " + half + "Q " + other, "hidden words"},
		"lightened":                {hidden + "q /Light gs 0.4 g " + box + "Q " + other, "hidden words"}, // to the grey of the box
		"white on a white picture": {"q 300 0 0 40 10 90 cm /White Do Q 1 g " + hidden + other, "hidden words"},
		"black on a white picture": {"q 300 0 0 40 10 90 cm /White Do Q 0 g " + hidden + other, ""},
		"in a form":                {"q /Form Do " + half + "Q " + other, "hidden form"},
		"with a label on the box":  {hidden + "q " + half + "Q 1 g BT /F1 14 Tf 20 100 Td (a white label) Tj ET " + other, "hidden words"},
		"half a cover":             {hidden + "q /Half gs 0 g " + box + "Q " + other, ""},
		"twice at the same place":  {hidden + "q " + half + "Q 0 g " + hidden + other, ""},
		"a sliver":                 {"BT /F1 14 Tf 20 100 Td (i) Tj ET q " + half + "Q " + other, ""},
		"part of a line":           {"BT /F1 14 Tf 20 100 Td (hidden) Tj 200 0 Td (seen) Tj ET q " + half + "Q " + other, "hidden"},
	} {
		for _, turn := range []string{"", "/Rotate 90", "/Rotate 180", "/Rotate 270", "/CropBox[10 10 390 190]"} {
			got, doubtful := unseen(t, file(c.content, turn))
			if got != c.want || !doubtful {
				t.Errorf("%s %s: %q, doubtful: %v", name, turn, got, doubtful)
			}
		}
	}
}

func Test_text_without_a_font_gets_no_word(t *testing.T) {
	if got, _ := unseen(t, file("q /Half gs BT /F2 14 Tf 20 100 Td <8E5293639195985920> Tj ET Q "+other, "")); got != "" {
		t.Errorf("%q", got)
	}
}

func Test_plain_pages_are_not_doubtful(t *testing.T) {
	for name, content := range map[string]string{
		"text":             hidden + other,
		"covered":          hidden + "0 g " + box,
		"on a dark ground": "0 g " + box + "1 g " + hidden,
		"beside a picture": "q 20 0 0 20 300 10 cm /White Do Q " + hidden,
		"ground repainted": "q 300 0 0 40 10 90 cm /White Do Q 0.9 g " + box + "0 g " + hidden,
	} {
		if canvas(t, file(content, "")).Doubtful {
			t.Error(name)
		}
	}
}

func Test_a_page_that_both_read_differently_gets_no_word(t *testing.T) {
	c := canvas(t, file(hidden+other, ""))
	w := New(file("BT /F1 14 Tf 300 5 Td (elsewhere) Tj ET", ""))
	defer w.Close()
	if _, err := w.Look(context.Background(), c); !errors.Is(err, ErrNoWord) {
		t.Error(err)
	}
	w.spent = maxTime + 1
	if _, err := w.Look(context.Background(), c); !errors.Is(err, ErrTime) {
		t.Error(err)
	}
}
