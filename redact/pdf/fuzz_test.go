package pdf

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// canary is the letter that is hidden on the pages of the fuzz target.
const canary = "Z"

// pageOf is a file of one page with that content. The content may draw a form /X, whose code is given too.
func pageOf(content, form []byte) []byte {
	var b bytes.Buffer
	var offsets []int
	add := func(format string, args ...any) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(offsets)}, args...)...)
	}
	b.WriteString("%PDF-1.7\n")
	add("<< /Type /Catalog /Pages 2 0 R >>")
	add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
	add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> /XObject << /X 6 0 R >> >> >>")
	add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	add("<< /Length %d >>\nstream\n%s\nendstream", len(content), content)
	add("<< /Type /XObject /Subtype /Form /BBox [0 0 400 400] /Resources << /Font << /F 4 0 R >> >> /Length %d >>\nstream\n%s\nendstream", len(form), form)
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, off := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", off)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, at)
	return b.Bytes()
}

// glyphs returns the glyphs of the page.
func glyphs(f *pdf.File) []pdf.Glyph {
	if len(f.Pages) == 0 {
		return nil
	}
	c, err := f.Draw(context.Background(), f.Pages[0], nil)
	if err != nil {
		return nil
	}
	c.Judge(f)
	return c.Glyphs
}

// FuzzRewrite holds for any content: if what is hidden can be taken out there is a copy without it, in which everything else stands where it
// stood; otherwise there is an error.
func FuzzRewrite(f *testing.F) {
	for _, s := range [][2]string{
		{"BT /F 12 Tf 50 300 Td (AZB) Tj ET 0 g 40 290 200 30 re f", ""},
		{"BT /F 12 Tf 50 300 Td [(A) -20 (ZZ) 40 (B)] TJ (C) ' 1 2 (ZD) \" ET 0 g 40 290 200 30 re f", ""},
		{"q /X Do Q q 1 0 0 1 0 100 cm /X Do Q 0 g 40 90 200 30 re f", "BT 1 Tc 3 Tw 80 Tz /F 12 Tf 50 100 Td (A Z B) Tj T* (C) Tj ET"},
		{"0 g 40 290 200 30 re f BT /F 12 Tf 50 300 Td (Z) Tj 1 g (A) Tj ET", ""},
		{"BT 3 Tr /F 12 Tf 50 300 Td (ZZZ) Tj ET", ""},
		{"BT /F 12 Tf 0 1 -1 0 200 100 Tm <415A42> Tj ET q 0 g 180 90 40 100 re f Q", ""},
		{"/Span <</ActualText (Z)>> BDC BT /F 12 Tf 50 300 Td (Z) Tj ET EMC 0 g 40 290 200 30 re f", ""},
		{"BI /W 1 /H 1 /BPC 8 /CS /G ID Z EI Q Q BT /F 12 Tf 50 300 Td (AZ) Tj ET 0 g 40 290 200 30 re f q q", ""},
	} {
		f.Add([]byte(s[0]), []byte(s[1]))
	}
	f.Fuzz(func(t *testing.T, content, form []byte) {
		if len(content)+len(form) > 4096 {
			return
		}
		data := pageOf(content, form)
		src, err := pdf.Open(context.Background(), bytes.NewReader(data), int64(len(data)))
		if err != nil || len(src.Pages) != 1 {
			return
		}
		before := glyphs(src)
		var out bytes.Buffer
		in := &inspect.Source{Name: "a.pdf", ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
		if _, err := Rewrite(context.Background(), in, pageFixes(src), nil, nil, &out); err != nil {
			return
		}
		copied, err := pdf.Open(context.Background(), bytes.NewReader(out.Bytes()), int64(out.Len()))
		if err != nil {
			t.Fatalf("the copy does not open: %v", err)
		}
		compare(t, before, glyphs(copied))
	})
}

// compare holds that what was seen is in the copy, at its place, and that the canary is not unless it was seen.
func compare(t *testing.T, before, after []pdf.Glyph) {
	seen, shows := 0, false
	at := 0
	for i := range before {
		g := &before[i]
		if g.Cause != pdf.Seen {
			continue
		}
		seen++
		shows = shows || strings.Contains(g.Text, canary)
		if at >= len(after) || after[at].Text != g.Text || math.Hypot(after[at].X-g.X, after[at].Y-g.Y) > 0.01*(1+math.Hypot(g.X, g.Y)) {
			t.Fatalf("glyph %d of %d: %q is lost or moved", i, len(before), g.Text)
		}
		at++
	}
	if len(after) != seen {
		t.Fatalf("%d glyphs are left, %d were seen", len(after), seen)
	}
	for i := range after {
		if !shows && strings.Contains(after[i].Text, canary) {
			t.Fatal("the canary is still there")
		}
	}
}
