package wml

import (
	"bufio"
	"bytes"
	"context"
	"math"

	"github.com/sumikeshi/sumikeshi/internal/opc"
)

// opaque reports whether an object may have shapes below which nothing shows: it lies in front of the text, which does not flow round it or
// does so only round a corner of it.
func (f *floating) opaque(text string) bool {
	corner := f.hole.n > 0 && (f.hole.x1-f.hole.x0)*(f.hole.y1-f.hole.y0) < holeShare*21600*21600
	return (f.front || corner) && !f.hidden && !f.behind && len([]rune(text)) <= coverSay
}

const holeShare = 0.3 // of an object, in its 21,600ths

// covers returns the rectangles that the shapes of an object cover, from its upper left corner.
func (f *floating) covers(ctx context.Context) []rect {
	var out []rect
	for i := range f.items {
		it := &f.items[i]
		r := it.box
		if r == (rect{}) {
			r = rect{x1: f.axis[0].length, y1: f.axis[1].length}
		}
		inset, known := boxShapes[it.shape]
		switch {
		case it.other, it.alpha:
			continue
		case it.picture:
			if max(r.x1-r.x0, r.y1-r.y0) <= stamp || !solidPicture(ctx, it.picturePart) {
				continue
			}
		case !known && !it.outline.rectangular(), it.filled != set && (it.filled != silent || !it.styled):
			continue
		}
		if r, ok := r.turned(it.turn); ok {
			w, h := inset*(r.x1-r.x0), inset*(r.y1-r.y0)
			out = append(out, rect{x0: r.x0 + w, y0: r.y0 + h, x1: r.x1 - w, y1: r.y1 - h})
		}
	}
	return out
}

// turned returns a rectangle turned round its middle, if it is upright then.
func (r rect) turned(degrees float64) (rect, bool) {
	d := math.Mod(math.Abs(degrees), 90)
	if min(d, 90-d) > upright {
		return r, false
	}
	if int(math.Round(degrees/90))%2 == 0 {
		return r, true
	}
	x, y := (r.x0+r.x1)/2, (r.y0+r.y1)/2
	w, h := (r.y1-r.y0)/2, (r.x1-r.x0)/2
	return rect{x0: x - w, y0: y - h, x1: x + w, y1: y + h}, true
}

// solidPicture reports whether a picture lets nothing shine through: JPEG, and PNG without transparency (ISO/IEC 15948, 11.2.2 and
// 11.3.2). Of others it isn't known.
func solidPicture(ctx context.Context, part *opc.Part) bool {
	if part == nil {
		return false
	}
	r, err := part.Open(ctx)
	if err != nil {
		return false
	}
	defer r.Close()
	head, _ := bufio.NewReaderSize(r, 4096).Peek(4096)
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xd8\xff")):
		return true
	case bytes.HasPrefix(head, []byte("\x89PNG\r\n\x1a\n")) && len(head) > 25:
		data := bytes.Index(head, []byte("IDAT"))
		return head[25]&4 == 0 && data >= 0 && !bytes.Contains(head[:data], []byte("tRNS"))
	}
	return false
}

// A rect is what an object covers of the flow, in twips.
type rect struct {
	x0, y0, x1, y1 float64
	sure           bool // its place hangs on the paragraph that it is anchored in
}

// place returns where an object lies: at is where its paragraph stands, text the width of its column.
func (f *floating) place(fl *flow, at frame) rect {
	h, v := f.axis[0], f.axis[1]
	r := rect{sure: true}
	left, width := at.x, at.width
	switch h.from {
	case "page":
		left, width = -fl.page.left, fl.page.width
	case "margin":
		left, width = 0, fl.page.text()
	case "leftMargin", "rightMargin", "insideMargin", "outsideMargin":
		r.sure = false
	}
	r.x0 = left + aligned(h, width)
	top, height := at.y, 0.0
	switch v.from {
	case "page":
		top, height, r.sure = fl.pageTop-fl.page.top, fl.page.height, false
	case "margin", "topMargin", "bottomMargin", "insideMargin", "outsideMargin":
		top, height, r.sure = fl.pageTop, fl.page.body(), false
	}
	r.y0 = top + aligned(v, height)
	r.x1, r.y1 = r.x0+h.length, r.y0+v.length
	return r
}

// at returns a rectangle that is measured from the upper left corner of an object in that place.
func (r rect) at(place rect) rect {
	return rect{x0: place.x0 + r.x0, y0: place.y0 + r.y0, x1: place.x0 + r.x1, y1: place.y0 + r.y1, sure: place.sure}
}

// aligned returns where an object begins in a space of that width.
func aligned(a axis, space float64) float64 {
	switch a.align {
	case "center":
		return (space - a.length) / 2
	case "right", "bottom", "outside":
		return space - a.length
	case "left", "top", "inside":
		return 0
	}
	return a.offset
}
