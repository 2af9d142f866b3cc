package pdf

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// halfHidden is text in blue that runs over a blue curve: what lies on the curve can't be seen, and once it is gone, what stands beside it
// is judged in another way.
const halfHidden = "0 0 1 rg 80 290 m 240 360 80 360 v 240 300 240 290 y f BT /F 20 Tf 100 310 Td (Curve Secret) Tj 0 -100 Td (open) Tj ET"

// TestRewrite_Raster holds that a page which can't be rewritten glyph by glyph becomes a picture, with the text that a reader saw.
func TestRewrite_Raster(t *testing.T) {
	for name, page := range map[string]string{
		"as it is": "", "turned": "/Rotate 90", "upside down": "/Rotate 180", "cropped": "/CropBox [50.3 100.7 350 390]",
		"turned and cropped": "/Rotate 270 /CropBox [50 100 350 390]",
	} {
		t.Run(name, func(t *testing.T) {
			data := bytes.Replace(pageOf([]byte(halfHidden), nil), []byte("/MediaBox [0 0 400 400]"), []byte("/MediaBox [0 0 400 400] "+page), 1)
			f := open(t, data)
			var out bytes.Buffer
			src := &inspect.Source{Name: "a.pdf", ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
			notes, err := Rewrite(context.Background(), src, pageFixes(f), nil, nil, &out)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(notes.Pictures, []int{1}) || notes.Looked != 1 {
				t.Fatalf("%+v", notes)
			}
			want, got := textOf(t, f, pdf.Seen), textOf(t, open(t, out.Bytes()), pdf.OCR)
			if got != want || strings.Contains(got, "v") || !strings.Contains(got, "open") {
				t.Errorf("%q, want %q", got, want)
			}
			if again := rewrite(t, out.Bytes()); !bytes.Equal(again, out.Bytes()) {
				t.Error("a copy of the copy is another")
			}
			path := file(t, "copy.pdf", out.Bytes())
			if said := string(run(t, "qpdf", "--check", path)); !strings.Contains(said, "No syntax or stream encoding errors") {
				t.Error(said)
			}
			if text := string(run(t, "pdftotext", path, "-")); !strings.Contains(text, "open") || strings.Contains(text, "Secret") {
				t.Errorf("%q", text)
			}
		})
	}
}

// textOf returns what stands on the first page with a cause, in order.
func textOf(t *testing.T, f *pdf.File, cause pdf.Cause) string {
	t.Helper()
	c, err := f.Draw(context.Background(), f.Pages[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	c.Judge(f)
	var b strings.Builder
	for i := range c.Glyphs {
		if g := &c.Glyphs[i]; g.Cause == cause && !g.Space() {
			b.WriteString(g.Text)
		}
	}
	return b.String()
}

// TestRewrite_RasterStruck holds that nothing is left of the pixels and the text under a box on a page that becomes a picture.
func TestRewrite_RasterStruck(t *testing.T) {
	f := open(t, pageOf([]byte(halfHidden), nil))
	box := inspect.BlackOut{Page: 1, Area: inspect.Quad{98, 205, 150, 215, 146, 235, 94, 225}}
	src := &inspect.Source{Name: "a.pdf", ReaderAt: bytes.NewReader(f.Data), Size: int64(len(f.Data))}
	var out bytes.Buffer
	notes, err := Rewrite(context.Background(), src, append(pageFixes(f), box), nil, nil, &out)
	if err != nil {
		t.Fatal(err)
	}
	copied := open(t, out.Bytes())
	if got := textOf(t, copied, pdf.OCR); len(notes.Pictures) != 1 || strings.Contains(got, "open") || got == "" {
		t.Errorf("%q %+v", got, notes)
	}
	c := canvas(t, out.Bytes())
	for i := range c.Paints {
		q := &c.Paints[i]
		if q.Kind != pdf.Image {
			continue
		}
		r, err := copied.Raster(copied.Object(q.Obj))
		inv, ok := q.Matrix.Inverse()
		if err != nil || !ok {
			t.Fatal(err)
		}
		for _, at := range [][2]float64{{100, 207}, {122, 220}, {145, 233}} {
			if v := r.At(inv.Apply(at[0], at[1])); v != 0 {
				t.Errorf("the pixel at %v is %d", at, v)
			}
		}
		return
	}
	t.Error("no picture")
}

func TestTiers_Fall(t *testing.T) {
	tt := &tiers{f: open(t, pageOf(nil, nil)), pictures: map[int]bool{}}
	for range 2 {
		tt.f.Pages = append(tt.f.Pages, tt.f.Pages[0])
	}
	for i, step := range []struct {
		err  error
		want string
	}{
		{&LookError{Unseen: true, Page: 1}, "false map[]"},
		{ErrDraw, "false map[]"},
		{&LookError{Page: 2}, "true map[2:true]"},
		{&PagesError{Pages: []int{1}, Err: ErrDraw}, "true map[1:true 2:true 3:true]"},
		{&LookError{Page: 3}, "false map[1:true 2:true 3:true]"},
	} {
		if got := fmt.Sprint(tt.fall(step.err), tt.pictures); got != step.want {
			t.Errorf("%d: %s, want %s", i, got, step.want)
		}
	}
}

func TestSpread(t *testing.T) {
	if got := spread([]int{1, 2, 3, 4, 5, 6}); !slices.Equal(got, []int{1, 5, 3, 2, 4, 6}) {
		t.Error(got)
	}
	if got := spread(nil); len(got) != 0 {
		t.Error(got)
	}
}
