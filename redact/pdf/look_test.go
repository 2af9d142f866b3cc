package pdf

import (
	"bytes"
	"context"
	"errors"
	"image"
	"strings"
	"testing"
	"time"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

const (
	textAndBox = "BT /F 20 Tf 40 300 Td (secret name) Tj 0 -100 Td (visible) Tj ET 0 g 30 290 200 30 re f"
	sliver     = "q 40 290 45 30 re W n BT /F 20 Tf 40 300 Td (seen) Tj 41 0 Td 2 Tr 3 w (M) Tj (mm) Tj ET Q"
	hairline   = " 0.5 w 40 100 m 360 100 l S"
)

// looked compares a source whose hidden text goes with some other copy of it.
func looked(t *testing.T, source, copied string) error {
	t.Helper()
	f := open(t, pageOf([]byte(source), nil))
	j := newJob(context.Background(), f)
	if err := j.sort(pageFixes(f)); err != nil {
		t.Fatal(err)
	}
	if err := j.editPages(); err != nil {
		t.Fatal(err)
	}
	n, err := j.look(context.Background(), pageOf([]byte(copied), nil))
	if err == nil && n != 1 {
		t.Errorf("%d pages were compared", n)
	}
	return err
}

func TestLook(t *testing.T) {
	for name, c := range map[string]struct{ source, copied, want string }{
		"hidden text went":         {textAndBox, strings.Replace(textAndBox, "secret name", "", 1), ""},
		"visible text went too":    {textAndBox, strings.Replace(textAndBox, "visible", "", 1), "differ"},
		"a letter is another":      {textAndBox, strings.Replace(textAndBox, "visible", "visibly", 1), "differ"},
		"the box went":             {textAndBox, strings.Split(textAndBox, "0 g")[0], "gone"},
		"a thin line went":         {textAndBox + hairline, textAndBox, "differ"},
		"a line has moved":         {textAndBox + hairline, textAndBox + strings.ReplaceAll(hairline, " 100 ", " 101 "), "differ"},
		"a colour is another":      {textAndBox + " 1 0 0 rg 300 20 20 20 re f", textAndBox + " 0 0 1 rg 300 20 20 20 re f", "differ"},
		"a reader saw what went":   {"BT /F 20 Tf 40 300 Td (secret name) Tj ET 30 290 200 30 re f", "", "differ"},
		"what sticks out may go":   {"BT /F 20 Tf 40 300 Td (gypsy) Tj ET 0 g 30 298 200 30 re f", "0 g 30 298 200 30 re f", ""},
		"a sliver at an edge goes": {sliver, strings.Replace(sliver, "(M) Tj (mm)", "()", 1), ""},
		"but not all of a letter":  {sliver, strings.Replace(sliver, "(seen)", "(see)", 1), "differ"},
		"the page has other sides": {textAndBox, "BT ET", "gone"},
	} {
		err := looked(t, c.source, c.copied)
		var look *LookError
		switch {
		case c.want == "" && err != nil, c.want != "" && (!errors.As(err, &look) || look.Unseen || look.Page != 1 || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLook_NotAPage(t *testing.T) {
	f := open(t, pageOf([]byte(textAndBox), nil))
	j := newJob(context.Background(), f)
	var look *LookError
	if _, err := j.look(context.Background(), []byte("no document")); !errors.As(err, &look) || !look.Unseen {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := j.look(ctx, f.Data); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestLook_OtherPages(t *testing.T) {
	j := newJob(context.Background(), open(t, pageOf(nil, nil)))
	for range 99 {
		j.f.Pages = append(j.f.Pages, &pdf.Page{})
	}
	j.pages[7] = &pageJob{}
	if got := j.looked(); len(got) != 5 || got[0] != 7 || got[1] != 1 || got[4] != 100 {
		t.Error(got)
	}
}

// TestLook_Time holds that the comparison fits into what is left before the process is ended, and of very many pages takes a sample.
func TestLook_Time(t *testing.T) {
	for left, want := range map[time.Duration]time.Duration{
		time.Hour: lookTime, 12 * time.Second: 12*time.Second - lookAfter, time.Second: lookSpare, -time.Second: lookSpare,
	} {
		got := patience(limits.WithEnd(context.Background(), time.Now().Add(left)))
		if got > want || got < want-time.Second {
			t.Errorf("%v before the end: %v, want %v", left, got, want)
		}
	}
	if got := patience(context.Background()); got != lookTime {
		t.Error("without an end:", got)
	}
	for left, want := range map[time.Duration]bool{lookTime: false, lookSpare - time.Second: true} {
		ctx, cancel := context.WithTimeout(context.Background(), left)
		if late(ctx) != want {
			t.Errorf("%v left: not %t", left, want)
		}
		cancel()
	}
}

// TestLook_Swift holds that pages are compared in the same way where the process is ended from outside.
func TestLook_Swift(t *testing.T) {
	f := open(t, pageOf([]byte(textAndBox), nil))
	ctx := limits.WithEnd(context.Background(), time.Now().Add(time.Minute))
	j := newJob(ctx, f)
	if n, err := j.look(ctx, f.Data); n != 1 || err != nil {
		t.Error(n, err)
	}
	var look *LookError
	if _, err := j.look(ctx, pageOf([]byte(textAndBox+hairline), nil)); !errors.As(err, &look) || look.Unseen || look.Page != 1 {
		t.Error(err)
	}
}

// TestDifferences holds that pixels are told apart by the sum over their channels, and that nothing is left in a mask that is used again.
func TestDifferences(t *testing.T) {
	a, b := image.NewRGBA(image.Rect(0, 0, 3, 2)), image.NewRGBA(image.Rect(0, 0, 3, 2))
	for i, v := range []byte{20, 20, 20, 0, 20, 20, 21, 0, 0, 61, 0, 0} { // of the second row
		a.Pix[a.Stride+i] = v
	}
	got := differences(a, b, bytes.Repeat(mask{1}, 100))
	if want := (mask{0, 0, 0, 0, 1, 1}); !bytes.Equal(got, want) {
		t.Error(got)
	}
	if n := count(got, 3, image.Rect(1, 0, 3, 2)); n != 2 || !differ(got) || differ(got[:4]) {
		t.Error(n)
	}
	clearBox(got, 3, image.Rect(1, 1, 3, 2))
	if differ(got) {
		t.Error(got)
	}
}

// TestRewrite_Ink holds that the line that is drawn for an annotation without an appearance is as thick and as faint as before.
func TestRewrite_Ink(t *testing.T) {
	data := bytes.Replace(pageOf(nil, nil), []byte("/MediaBox [0 0 400 400]"),
		[]byte("/MediaBox [0 0 400 400] /Annots [<</Type/Annot/Subtype/Ink/Rect[50 50 250 150]/Border[0 0 8]/CA 0.5/C[1 0 0]/F 4/Contents(memo)/InkList[[60 60 240 140]]>>]"), 1)
	fix := inspect.DropAnnotation{Page: 1, N: 0}
	c := canvas(t, rewrite(t, data, fix))
	if len(c.Paints) != 1 || c.Paints[0].Kind != pdf.Stroke || c.Paints[0].Opaque || c.Paints[0].Box.H() < 80 {
		t.Errorf("%+v", c.Paints)
	}
}

func canvas(t *testing.T, data []byte) *pdf.Canvas {
	t.Helper()
	f := open(t, data)
	c, err := f.Draw(context.Background(), f.Pages[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
