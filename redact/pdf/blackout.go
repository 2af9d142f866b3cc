package pdf

import (
	"fmt"
	"math"
	"slices"
	"unicode/utf16"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// A blackout is an area of a page that is being blacked out, in default user space.
type blackout struct {
	fix   inspect.BlackOut
	area  inspect.Quad // what goes
	drawn inspect.Quad // the box: the same, or more of the line
}

func newBlackout(fix inspect.BlackOut, p *pdf.Page) *blackout {
	area := fix.Area.Shift(p.CropBox.X0, p.CropBox.Y0)
	if b := area.Bounds(); area == inspect.Upright(b[0], b[1], b[2], b[3]) { // upright: no further than the page
		m := p.MediaBox
		area = inspect.Upright(max(b[0], m.X0), max(b[1], m.Y0), min(b[2], m.X1), min(b[3], m.Y1))
	}
	return &blackout{fix: fix, area: area, drawn: area}
}

// strike notes which glyphs and annotations lie in the areas, and gives each box its width.
func (d *drawing) strike() error {
	if len(d.p.areas) == 0 {
		return nil
	}
	d.p.causes[pdf.Struck] = true
	annots := map[int]bool{}
	for i := range d.c.Glyphs {
		g := &d.c.Glyphs[i]
		cell := inspect.Quad(d.c.Quad(g))
		if slices.ContainsFunc(d.p.areas, func(a *blackout) bool { return a.area.Covers(cell) }) {
			g.Cause = pdf.Struck
			annots[d.c.Shows[g.Show].Annot] = true
		}
	}
	d.strikeAnnots(annots)
	d.paths = d.subpaths()
	for _, a := range d.p.areas {
		if a.fix.Roomy {
			d.widen(a)
		}
	}
	return nil
}

// strikeAnnots drops the annotations that an area touches, with the values of their form fields: what of them stays to be seen is
// drawn on the page, below the boxes. Links stay unless an area holds the better part of them.
func (d *drawing) strikeAnnots(lost map[int]bool) {
	for i := range d.c.Annots {
		a := &d.c.Annots[i]
		touched, held := lost[i], false
		for _, b := range d.p.areas {
			touched = touched || overlap(b.area, a.Rect) > 0
			held = held || overlap(b.area, a.Rect) > 0.5*a.Rect.Area() || a.Rect.Area() == 0 && b.area.Contains(a.Rect.X0, a.Rect.Y0)
		}
		if a.Subtype == "Popup" || a.Subtype == "Link" && !held || !touched && !held {
			continue
		}
		d.p.annots[a.N] = true
		d.struckAnnots = append(d.struckAnnots, i)
		for n, depth := pdf.ObjectNumber(a.Dict["Parent"]), 0; n > 0 && depth < 50 && a.Subtype == "Widget"; depth++ {
			field := d.edit(n)
			for _, key := range []string{"V", "DV", "RV"} {
				delete(field, key)
			}
			n = pdf.ObjectNumber(field["Parent"])
		}
	}
}

// overlap returns how much of a rectangle the box around an area takes, in square points.
func overlap(q inspect.Quad, r pdf.Rect) float64 {
	b := q.Bounds()
	return r.Intersect(pdf.Rect{X0: b[0], Y0: b[1], X1: b[2], Y1: b[3]}).Area()
}

// roomyStep is what the width of a box is a multiple of, in ems: six characters of Japanese, and a bit, so that no box fits a number
// of them.
const roomyStep = 6.4

// widen lets a box grow along its line to one of a few widths, as far as nothing else stands there.
func (d *drawing) widen(a *blackout) {
	l := newRuler(a.area)
	if l.w == 0 || l.h == 0 {
		return
	}
	em := l.h / 1.14 // of a line; see pdf.Canvas.Quad
	want := math.Ceil(l.w/(roomyStep*em)-0.01) * roomyStep * em
	before, after := d.room(l, want)
	right := min(after, want-l.w)
	left := max(0, min(before, want-l.w-right))
	a.drawn = l.quad(-left, l.w+right)
	if l.w+left+right < want-0.5*em {
		d.notes.Tight++
	}
}

// room returns how much is blank before and after an area on its line: up to the next character, picture, line of a drawing, box, or
// the edge of the page. Most is what is wanted.
func (d *drawing) room(l ruler, most float64) (before, after float64) {
	before, after = most, most
	block := func(q inspect.Quad, solid bool) {
		u0, u1, ok := l.span(q)
		switch {
		case !ok:
		case u0 >= l.w-0.5:
			after = min(after, max(0, u0-l.w-1))
		case u1 <= 0.5:
			before = min(before, max(0, -u1-1))
		case !solid: // around the area: no further than its edge
			after, before = min(after, max(0, u1-l.w-1)), min(before, max(0, -u0-1))
		default: // a neighbour whose cell reaches into the area, as those of upright characters on a vertical line do
			if u1 > l.w {
				after = 0
			}
			if u0 < 0 {
				before = 0
			}
		}
	}
	upright := func(r pdf.Rect) inspect.Quad { return inspect.Upright(r.X0, r.Y0, r.X1, r.Y1) }
	for i := range d.c.Glyphs {
		if g := &d.c.Glyphs[i]; g.Cause == pdf.Seen && g.Text != " " {
			block(inspect.Quad(d.c.Quad(g)), true)
		}
	}
	for i := range d.paths {
		block(upright(d.paths[i].box), false)
	}
	for i := range d.c.Paints {
		if k := d.c.Paints[i].Kind; k == pdf.Image || k == pdf.InlineImage || k == pdf.Shading {
			block(upright(d.c.Paints[i].Box), false)
		}
	}
	for i := range d.c.Annots {
		block(upright(d.c.Annots[i].Rect), false)
	}
	for _, o := range d.p.areas {
		block(o.drawn, true)
	}
	block(upright(d.p.page.CropBox), false)
	return before, after
}

// A ruler measures along an area.
type ruler struct{ x, y, dx, dy, w, h float64 }

func newRuler(q inspect.Quad) ruler {
	l := ruler{x: q[0], y: q[1], w: math.Hypot(q[2]-q[0], q[3]-q[1]), h: math.Hypot(q[6]-q[0], q[7]-q[1])}
	if l.w > 0 {
		l.dx, l.dy = (q[2]-q[0])/l.w, (q[3]-q[1])/l.w
	}
	return l
}

// span returns from where to where something stands along the area; false if it does not stand on its line.
func (l ruler) span(q inspect.Quad) (u0, u1 float64, ok bool) {
	u0, u1 = math.Inf(1), math.Inf(-1)
	v0, v1 := u0, u1
	for i := 0; i < 8; i += 2 {
		x, y := q[i]-l.x, q[i+1]-l.y
		u, v := x*l.dx+y*l.dy, y*l.dx-x*l.dy
		u0, u1, v0, v1 = min(u0, u), max(u1, u), min(v0, v), max(v1, v)
	}
	return u0, u1, v1 > 0.1*l.h && v0 < 0.9*l.h
}

// quad returns the area from u0 to u1 along the ruler.
func (l ruler) quad(u0, u1 float64) inspect.Quad {
	var q inspect.Quad
	for i, c := range [...][2]float64{{u0, 0}, {u1, 0}, {u1, l.h}, {u0, l.h}} {
		q[2*i], q[2*i+1] = l.x+c[0]*l.dx-c[1]*l.dy, l.y+c[0]*l.dy+c[1]*l.dx
	}
	return q
}

// drawBoxes draws the boxes on top of the page, with what is written on them.
func (d *drawing) drawBoxes() error {
	for _, a := range d.p.areas {
		out := fmt.Appendf(nil, "q ")
		out = append(out, inColor(a.fix.Fill[:], false)...)
		out = append(append(out, line(a.drawn[:])...), "h f "...)
		if light(a.fix.Fill) { // a box that can be told from paper
			out = append(append(out, "0 G 0.5 w "...), line(a.drawn[:])...)
			out = append(out, "h S "...)
		}
		label, text := d.label(a)
		out = append(append(out, text...), "Q\n"...)
		d.tail = append(d.tail, out...)
		c := d.p.page.CropBox
		d.notes.Boxes = append(d.notes.Boxes, Box{a.fix, a.drawn.Shift(-c.X0, -c.Y0), label})
	}
	return nil
}

func light(c [3]float64) bool { return 0.299*c[0]+0.587*c[1]+0.114*c[2] > 0.5 }

// blotted returns a text string of the file as it is to stand in the copy.
func (j *job) blotted(b []byte) []byte {
	if j.blot == nil || len(b) < 2 {
		return b
	}
	text := pdf.DecodeText(b)
	blotted := j.blot(text)
	if blotted == text {
		return b
	}
	out := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune(blotted)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return out
}
