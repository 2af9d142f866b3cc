package pdf

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// Test_boxes_are_held_to_their_pixels spoils what a box promises: pixels in the picture below it, and what is seen where it stands.
func Test_boxes_are_held_to_their_pixels(t *testing.T) {
	ctx := context.Background()
	data := scan("/Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray", bytes.Repeat([]byte{0xAA}, 64))
	fix := inspect.BlackOut{Page: 1, Area: inspect.Upright(100, 100, 120, 120), Fill: [3]float64{1, 1, 1}, Label: "2号", Number: "1"}
	copied := rewrite(t, data, fix)
	j := newJob(ctx, open(t, data))
	if err := j.sort([]inspect.Fix{fix}); err != nil {
		t.Fatal(err)
	}
	if _, err := j.blankBelow(ctx, copied); err != nil {
		t.Errorf("the copy: %v", err)
	}
	if page, err := j.blankBelow(ctx, data); !errors.Is(err, errBelow) || page != 1 {
		t.Errorf("a copy with its pixels: page %d, %v", page, err)
	}
	im := image.NewRGBA(image.Rect(0, 0, 400, 400)) // a pixel a point
	paint := func(x0, y0, x1, y1 int, c color.Color) {
		draw.Draw(im, image.Rect(x0, y0, x1, y1), image.NewUniform(c), image.Point{}, draw.Src)
	}
	for _, tt := range []struct {
		name string
		c    color.Color
		err  error
	}{{"white", color.White, nil}, {"grey, as the edges of letters", color.Gray{128}, nil}, {"red", color.RGBA{200, 0, 0, 255}, errShine}} {
		paint(100, 280, 120, 300, tt.c)
		if err := j.painted(j.pages[1], im); !errors.Is(err, tt.err) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.err)
		}
	}
}

// Test_a_mark_off_the_page holds that nobody takes a box for drawn that no reader can see.
func Test_a_mark_off_the_page(t *testing.T) {
	data := scan("/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", []byte{0})
	src := &inspect.Source{Name: "a.pdf", ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
	var off *OffPageError
	_, err := Rewrite(context.Background(), src, []inspect.Fix{inspect.BlackOut{Page: 1, Area: inspect.Upright(0, 410, 20, 420), Number: "1"}}, nil, nil, &bytes.Buffer{})
	if !errors.As(err, &off) || off.Page != 1 {
		t.Errorf("%v", err)
	}
}
