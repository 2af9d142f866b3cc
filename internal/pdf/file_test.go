package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// file writes a file with one page.
func file(content string, more ...string) []byte {
	objs := append([]string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 500 500] /Rotate 90 /Resources << /Font << /F << /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> /XObject << /X 5 0 R >> >> >>",
		"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content),
	}, more...)
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, o := range objs {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objs)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objs)+1, start)
	return b.Bytes()
}

func open(t testing.TB, data []byte) (*File, error) {
	t.Helper()
	return Open(t.Context(), bytes.NewReader(data), int64(len(data)))
}

func draw(t testing.TB, data []byte) *Canvas {
	t.Helper()
	f, err := open(t, data)
	if err != nil {
		t.Fatal(err)
	}
	c, err := f.Draw(t.Context(), f.Pages[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	c.Judge(f)
	return c
}

func Test_inherited_attributes(t *testing.T) {
	f, err := open(t, file("q Q"))
	if err != nil {
		t.Fatal(err)
	}
	p := f.Pages[0]
	if p.Rotate != 90 || p.MediaBox.X1 != 500 || p.Resources == nil || p.Own || p.Obj != 3 {
		t.Errorf("%+v", p)
	}
}

// Each glyph tells where its code stands, so that it can be cut out.
func Test_glyphs_know_their_operands(t *testing.T) {
	content := "BT /F 10 Tf 20 TL 1 0 0 1 50 400 Tm [(A\\102) -500 <43>] TJ (D) ' 1 2 (E) \" ET"
	c := draw(t, file(content))
	var got []string
	for i := range c.Glyphs {
		g := &c.Glyphs[i]
		s := c.ShowOf(g)
		got = append(got, fmt.Sprintf("%s %s %d %d", g.Text, s.Op, g.Elem, g.Pos))
		op := content[s.Start:s.End]
		if !strings.HasSuffix(op, s.Op) || strings.Contains(op[:len(op)-len(s.Op)], "T") {
			t.Errorf("%s: operation %q", g.Text, op)
		}
	}
	if want := "A TJ 0 0, B TJ 0 1, C TJ 2 0, D ' 0 0, E \" 0 0"; strings.Join(got, ", ") != want {
		t.Error(got)
	}
	if c.Glyphs[3].Y != 380 || c.Glyphs[4].Y != 360 {
		t.Error("lines", c.Glyphs[3].Y, c.Glyphs[4].Y)
	}
}

// The number that stands for a glyph moves what follows exactly as far as the glyph does, whatever spacing and scaling are on.
func Test_kern_moves_as_far_as_the_glyph(t *testing.T) {
	for _, state := range []string{"", "3 Tc", "5 Tw", "3 Tc 5 Tw 150 Tz 4 Ts"} {
		whole := draw(t, file("BT "+state+" /F 10 Tf 50 400 Td [(a b) -120 (cd)] TJ ET"))
		kern := whole.Glyphs[0].Kern + whole.Glyphs[1].Kern + whole.Glyphs[2].Kern
		cut := draw(t, file(fmt.Sprintf("BT %s /F 10 Tf 50 400 Td [%f -120 (cd)] TJ ET", state, kern)))
		if a, b := whole.Glyphs[3], cut.Glyphs[0]; math.Abs(a.X-b.X) > 1e-3 || a.Box != b.Box && math.Abs(a.Box.X1-b.Box.X1) > 1e-3 {
			t.Errorf("%q: %v, %v", state, a.X, b.X)
		}
	}
}

func Test_forms_are_uses(t *testing.T) {
	form := "<< /Type /XObject /Subtype /Form /BBox [0 0 500 500] /Length 31 >>\nstream\nBT /F 10 Tf 50 400 Td (x) Tj ET\nendstream"
	c := draw(t, file("/X Do q 1 0 0 1 100 0 cm /X Do Q", form))
	if len(c.Contents) != 3 || c.Contents[2].Name != "X" || c.Contents[2].Obj != 5 || !c.Contents[2].Inherited || c.Contents[2].Start != 25 {
		t.Errorf("%+v", c.Contents)
	}
	if len(c.Glyphs) != 2 || c.Glyphs[1].X != c.Glyphs[0].X+100 {
		t.Errorf("%+v", c.Glyphs)
	}
}

func Test_inline_images_end_by_their_length(t *testing.T) {
	for name, content := range map[string]string{
		"EI in the data": "BI /W 4 /H 2 /CS /G /BPC 8 ID  EI EI  EI BT /F 10 Tf 50 400 Td (x) Tj ET",
		"hex":            "BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 00> EI BT /F 10 Tf 50 400 Td (x) Tj ET",
		"chain":          "BI /W 1 /H 1 /CS /G /BPC 8 /F [/A85 /Fl] ID GhQ~> EI BT /F 10 Tf 50 400 Td (x) Tj ET",
		"indexed":        "BI /W 4 /H 1 /CS [/I /RGB 1 <000000FFFFFF>] /BPC 1 ID \x50\nEI BT /F 10 Tf 50 400 Td (x) Tj ET",
	} {
		if c := draw(t, file(content)); len(c.Glyphs) != 1 || len(c.Problems) > 0 {
			t.Errorf("%s: %d glyphs, %v", name, len(c.Glyphs), c.Problems)
		}
	}
}

func Test_scan_accounts_for_every_byte(t *testing.T) {
	data := file("q (endobj) Q")
	s := scanFile(data)
	if len(s.Gaps) != 0 || len(s.Defs) != 4 || len(s.EOFs) != 1 || len(s.Revisions) != 0 {
		t.Errorf("%+v", s)
	}
	s = scanFile(append(append([]byte("junk\n"), data...), "more junk"...))
	if len(s.Gaps) != 2 || s.Header != 5 {
		t.Errorf("gaps %v, header %d", s.Gaps, s.Header)
	}
	s = scanFile(append(data, "3 0 obj << /New true >> endobj xref 0 0 trailer << >> startxref 9 %%EOF"...))
	if len(s.Revisions) != 1 || !s.Defs[2].Superseded {
		t.Errorf("%+v", s)
	}
}

func Test_declared_sizes_are_refused(t *testing.T) {
	data := string(file("q Q"))
	for name, bad := range map[string]string{
		"object number": strings.Replace(data, "4 0 obj", "2147483647 0 obj", 1),
		"size":          strings.Replace(data, "/Size 5", "/Size 2147483647", 1),
		"xref section":  strings.Replace(data, "xref\n0 5", "xref\n0 99999999", 1),
	} {
		_, err := open(t, []byte(bad))
		var lim *limits.Error
		if !errors.As(err, &lim) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func Test_knots_end(t *testing.T) {
	self := "<< /Type /XObject /Subtype /Form /BBox [0 0 500 500] /Resources << /XObject << /X 5 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream"
	c := draw(t, file("/X Do", self))
	if len(c.Contents) != 2 {
		t.Errorf("%d contents", len(c.Contents))
	}
	bomb := strings.Repeat("/X Do ", 2000)
	form := fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox [0 0 500 500] /Length %d >>\nstream\n%s\nendstream", 2000, strings.Repeat("q Q ", 500))
	c = draw(t, file(bomb, form))
	if len(c.Problems) != 1 || c.Problems[0].Kind != OverLimit {
		t.Errorf("%v", c.Problems)
	}
	tree := strings.Replace(string(file("q Q")), "/Kids [3 0 R]", "/Kids [2 0 R 3 0 R]", 1)
	if f, err := open(t, []byte(tree)); err != nil || len(f.Pages) != 1 || len(f.Damage) == 0 {
		t.Error("a knotted page tree", err)
	}
}

func Test_cancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	f, err := open(t, file(strings.Repeat("q Q ", 10000)))
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := f.Draw(ctx, f.Pages[0], nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func FuzzPage(f *testing.F) {
	f.Add([]byte("q 1 0 0 1 9 9 cm BT /F 10 Tf 50 400 Td [(ab) -120 (c)] TJ ET 0 g 0 0 99 99 re f Q"))
	f.Add([]byte("BI /W 4 /H 2 /CS /G /BPC 8 ID 12345678 EI /X Do W n 1 0 m 2 2 3 3 4 4 c b* /OC /L BDC EMC"))
	f.Fuzz(func(t *testing.T, content []byte) {
		if bytes.Contains(content, []byte("endstream")) {
			t.Skip("the content would end its own stream")
		}
		data := file(string(content))
		file, err := Open(t.Context(), bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		c, err := file.Draw(t.Context(), file.Pages[0], nil)
		if err != nil {
			t.Fatal(err)
		}
		c.Judge(file)
		for i := range c.Glyphs {
			s := c.ShowOf(&c.Glyphs[i])
			if s.Start < 0 || s.End > len(c.Contents[s.Content].Data) || s.Start >= s.End {
				t.Fatalf("a show at %d to %d", s.Start, s.End)
			}
		}
	})
}

func FuzzScan(f *testing.F) {
	f.Add(file("q Q"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := scanFile(data)
		if s.guard() != nil {
			return
		}
		last := 0
		for _, d := range s.Defs {
			if d.Start < last || d.End < d.Start || d.End > len(data) {
				t.Fatalf("definition %+v", d)
			}
			last = d.End
		}
	})
}
