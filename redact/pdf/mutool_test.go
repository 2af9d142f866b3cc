package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// mutool draws the first page of a file.
func mutool(t *testing.T, data []byte) image.Image {
	t.Helper()
	out := run(t, "mutool", "draw", "-q", "-r", strconv.Itoa(mutoolDPI), "-F", "png", "-o", "-", file(t, "a.pdf", data), "1")
	im, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return im
}

const (
	mutoolDPI = 72 // a pixel a point
	letter    = 20 // points around a marked area in which letters go that stand on its edge
)

// unlike counts the pixels that differ outside of an area.
func unlike(a, b image.Image, but image.Rectangle) int {
	n := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			r, g, bl, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if !image.Pt(x, y).In(but) && abs(int(r>>8)-int(r2>>8))+abs(int(g>>8)-int(g2>>8))+abs(int(bl>>8)-int(b2>>8)) > sameColor {
				n++
			}
		}
	}
	return n
}

// Test_another_renderer_sees_the_same holds copies to what MuPDF draws, which shares nothing with PDFium: what was hidden goes without a
// trace, and of a marked area nothing beside it changes.
func Test_another_renderer_sees_the_same(t *testing.T) {
	tool(t, "mutool")
	places := []string{"pdf/covered-text", "pdf/covered-image", "pdf/invisible-text", "pdf/clipped-text", "pdf/off-page-text", "pdf/covered-drawing"}
	const hatched = "dirty-hatching.pdf" // specks of its letters are seen between the lines, and go with them
	const oneLetter = "dirty-glyph.pdf"  // its bar is one letter: an area that cuts it takes it whole, and what it covered shows; lock 4 refuses that
	done := 0
	for _, c := range cases(t) {
		if !slices.Contains(places, c.Dir) {
			continue
		}
		t.Run(c.Dir+"/"+filepath.Base(c.File), func(t *testing.T) {
			data := read(t, c.Path)
			fixes := append(pageFixes(open(t, data)), inspect.EraseBox{Page: 1, Of: "picture"}, inspect.EraseBox{Page: 1, Of: "drawing"})
			was := mutool(t, data)
			if n := unlike(was, mutool(t, rewrite(t, data, fixes...)), image.Rectangle{}); n > tileDiffers && c.File != hatched {
				t.Errorf("%d pixels differ", n)
			}
			area := inspect.Upright(100, 500, 300, 620)
			marked := mutool(t, rewrite(t, data, inspect.BlackOut{Page: 1, Area: area, Number: "1", Label: noLabel}))
			h := was.Bounds().Dy()
			box := image.Rect(100, h-620, 300, h-500).Inset(-letter)
			if n := unlike(was, marked, box); n > tileDiffers && c.File != oneLetter {
				t.Errorf("%d pixels differ beside a marked area", n)
			}
			if fmt.Sprint(marked.At(200, h-560)) != fmt.Sprint(marked.At(110, h-510)) {
				t.Error("the marked area is not of one colour")
			}
		})
		done++
	}
	if done < len(places) {
		t.Errorf("only %d samples", done)
	}
}
