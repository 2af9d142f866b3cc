package pdfium

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/color"
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"
)

// file makes a PDF file of one page, 200 by 100 points, with this content. F1 is Helvetica, F2 a Japanese font that is not embedded.
func file(content string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>/XObject<</X 7 0 R>>>>>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
		"<</Type/Font/Subtype/Type0/BaseFont/MS-Gothic/Encoding/90ms-RKSJ-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2" +
			"/BaseFont/MS-Gothic/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/DW 1000>>]>>",
		"<</Type/XObject/Subtype/Form/BBox[0 0 200 100]/Matrix[1 0 0 1 10 0]/Length 44>>stream\nBT /F1 10 Tf 1 0 0 1 20 30 Tm (form) Tj ET     \nendstream",
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

func open(t *testing.T, content string) *Doc {
	t.Helper()
	d, err := Open(context.Background(), file(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	return d
}

func render(t *testing.T, d *Doc, o Look) *Picture {
	t.Helper()
	p, err := d.Render(context.Background(), 1, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// ink counts the pixels that are not paper.
func ink(p *Picture) int {
	n := 0
	for i := 0; i < len(p.Pix); i += 4 {
		if p.Pix[i] < 0xF0 || p.Pix[i+1] < 0xF0 || p.Pix[i+2] < 0xF0 {
			n++
		}
	}
	return n
}

func Test_a_page_is_drawn(t *testing.T) {
	d := open(t, "1 0 0 rg 0 0 100 100 re f")
	if d.Pages() != 1 {
		t.Error("pages", d.Pages())
	}
	p := render(t, d, Look{DPI: 144})
	if p.Bounds().Dx() != 400 || p.Bounds().Dy() != 200 || p.Scale != 2 {
		t.Error(p.Bounds(), p.Scale)
	}
	if left, right := p.RGBAAt(50, 100), p.RGBAAt(350, 100); left != (color.RGBA{255, 0, 0, 255}) || right != (color.RGBA{255, 255, 255, 255}) {
		t.Error(left, right)
	}
	if p := render(t, d, Look{DPI: 300, MaxPixels: 5000}); p.Bounds().Dx()*p.Bounds().Dy() > 5000 || p.Scale > 0.51 {
		t.Error("bound", p.Bounds())
	}
	if p := render(t, d, Look{Paper: 0x804020}); p.RGBAAt(p.Bounds().Dx()-2, 50) != (color.RGBA{0x80, 0x40, 0x20, 255}) {
		t.Error("paper")
	}
	if _, err := d.Render(context.Background(), 2, Look{}); !errors.Is(err, ErrRefused) {
		t.Error("page 2:", err)
	}
	if p := render(t, d, Look{}); ink(p) == 0 {
		t.Error("nothing is drawn after a page that does not exist")
	}
}

func Test_texts_are_switched_off_and_on(t *testing.T) {
	d := open(t, "BT /F1 20 Tf 10 60 Td (one) Tj ET 0 0 5 5 re f q 2 0 0 2 0 0 cm /X Do Q")
	texts, err := d.Texts(context.Background(), 1)
	if err != nil || len(texts) != 2 || texts[0] != (Text{10, 60}) || texts[1] != (Text{60, 60}) {
		t.Fatal(texts, err)
	}
	all := ink(render(t, d, Look{}))
	sums := 0
	for i := range texts {
		if err := d.Switch(context.Background(), func(k int) bool { return k != i }); err != nil {
			t.Fatal(err)
		}
		sums += all - ink(render(t, d, Look{}))
	}
	if err := d.Switch(context.Background(), func(int) bool { return false }); err != nil {
		t.Fatal(err)
	}
	square := ink(render(t, d, Look{}))
	if square == 0 || all != square+sums {
		t.Errorf("all %d, square %d, texts %d", all, square, sums)
	}
	if err := d.SwitchRest(context.Background(), false); err != nil {
		t.Fatal(err)
	}
	if n := ink(render(t, d, Look{})); n != 0 {
		t.Error("left:", n)
	}
}

func Test_japanese_text_without_its_font(t *testing.T) {
	if len(fonts().(fontFS)) == 0 {
		if os.Getenv("CI") != "" {
			t.Fatal("no Japanese font, and CI says that everything is there")
		}
		t.Skip("this system has no Japanese font")
	}
	d := open(t, "BT /F2 20 Tf 10 40 Td <8E5293639195985920> Tj ET") // 山田太郎, in Shift_JIS
	if n := ink(render(t, d, Look{})); n < 100 {
		t.Error("kanji are not drawn:", n)
	}
}

func Test_what_is_no_document_is_refused(t *testing.T) {
	for name, data := range map[string][]byte{"empty": nil, "text": []byte("名簿"), "cut": file("")[:40]} {
		if d, err := Open(context.Background(), data); !errors.Is(err, ErrRefused) {
			t.Error(name, d, err)
		}
	}
}

func Test_a_context_ends_what_takes_too_long(t *testing.T) {
	d := open(t, "") // the module is compiled
	_ = d
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	slow, err := Open(ctx, file(strings.Repeat("0 0 200 100 re 3 3 190 90 re f* ", 200_000)))
	if err == nil {
		defer slow.Close()
		for err == nil {
			_, err = slow.Render(ctx, 1, Look{DPI: 600})
		}
	}
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	if n := ink(render(t, open(t, "0 0 9 9 re f"), Look{})); n == 0 {
		t.Error("the next document is not drawn")
	}
}

// Test_swift_code_draws_the_same holds that swift and patient code give the same pixels, also into used memory, and that swift code
// is not called after its time.
func Test_swift_code_draws_the_same(t *testing.T) {
	content := "1 0 0 rg 0 0 100 100 re f 0 0 1 rg 33 10 71 13 re f BT /F1 20 Tf 10 60 Td (one) Tj ET"
	want := render(t, open(t, content), Look{})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	d, err := OpenSwift(ctx, file(content))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	for _, o := range []Look{{}, {Lent: true}, {Lent: true, Paper: 0x804020}, {Lent: true}, {DPI: 150, Lent: true}, {}} {
		got := render(t, d, o)
		if same := bytes.Equal(got.Pix, want.Pix); same != (o.Paper == 0 && o.DPI == 0) {
			t.Errorf("%+v: %v", o, same)
		}
	}
	cancel()
	if _, err := d.Render(ctx, 1, Look{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := OpenSwift(ctx, file(content)); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func Test_a_document_is_saved_anew(t *testing.T) {
	data := append(file("BT /F1 20 Tf 10 60 Td (one) Tj ET"), "junk after the end"...)
	d, err := Open(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	before := render(t, d, Look{})
	saved, err := d.Save(context.Background(), 1<<20)
	if err != nil || bytes.Contains(saved, []byte("junk")) || bytes.Count(saved, []byte("%%EOF")) != 1 {
		t.Fatalf("%d bytes, %v", len(saved), err)
	}
	again, err := Open(context.Background(), saved)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if after := render(t, again, Look{}); !bytes.Equal(after.Pix, before.Pix) {
		t.Error("it looks different")
	}
	if _, err := again.Save(context.Background(), 10); err == nil {
		t.Error("the bound does not hold")
	}
}

func Test_the_module_sees_fonts_and_nothing_else(t *testing.T) {
	f := fonts().(fontFS)
	for _, name := range []string{"etc/passwd", "usr/share/fonts/truetype", "usr/share/fonts/../../../etc/passwd", "/etc/passwd", "home"} {
		if _, err := f.Open(name); !errors.Is(err, fs.ErrNotExist) {
			t.Error(name, err)
		}
	}
	list, err := fs.ReadDir(f, fontFolder)
	if err != nil || len(list) != len(f) {
		t.Error(list, err)
	}
	for _, e := range list {
		r, err := f.Open(fontFolder + "/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		if info, err := r.Stat(); err != nil || info.Name() != e.Name() || info.IsDir() {
			t.Error(info, err)
		}
		_ = r.Close()
	}
}
