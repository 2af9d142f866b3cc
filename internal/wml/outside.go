package wml

import "github.com/sumikeshi/sumikeshi/internal/xmlscan"

// An extent is what the pages of a document reach over, in twips: the largest page, and where their text areas begin and how wide they are.
type extent struct {
	width, height     float64
	left, top         [2]float64 // least and most
	text              float64    // the widest
	columns, measured bool
}

// extent returns what the pages reach over. It is measured when something first stands far away.
func (w *walker) extent() *extent {
	x := &w.doc.extent
	if x.measured {
		return x
	}
	pages := w.doc.pages(w.ctx)
	if len(pages) == 0 {
		pages = []page{plainPage}
	}
	*x = extent{left: [2]float64{1e6, 0}, top: [2]float64{1e6, 0}, measured: true}
	for _, p := range pages {
		x.width, x.height = max(x.width, p.width), max(x.height, p.height)
		x.left = [2]float64{max(min(x.left[0], p.left), 0), max(x.left[1], p.left)}
		x.top = [2]float64{max(min(x.top[0], p.top), 0), max(x.top[1], p.top)}
		x.text = max(x.text, p.text())
		x.columns = x.columns || p.columns
	}
	return x
}

// near is how far from where it is measured something may stand without being far away, in twips: no page is smaller.
const near = 5760

// beyond reports whether a rectangle of an object, measured from its upper left corner, lies outside of every page for certain.
func (w *walker) beyond(f *floating, r rect) bool {
	if !far(f.axis[0], r.x0, r.x1) && !far(f.axis[1], r.y0, r.y1) {
		return false
	}
	x := w.extent()
	across, down := [2]float64{0, x.width}, [2]float64{0, x.height}
	switch f.axis[0].from {
	case "page":
		across[1] = 0
	case "margin", "column", "text", "":
		across[0] = x.left[0]
		if f.axis[0].from == "margin" || !x.columns && w.cell() == nil {
			across[1] = x.left[1]
		}
	}
	switch f.axis[1].from {
	case "page":
		down[1] = 0
	case "margin":
		down = x.top
	}
	return missed(f.axis[0], r.x0, r.x1, across, x.width) || missed(f.axis[1], r.y0, r.y1, down, x.height)
}

func far(a axis, from, to float64) bool {
	return a.align == "" && (a.offset+from > near || a.offset+to < 0)
}

// missed reports whether a stretch of an axis lies before or behind a page of that length, wherever in a range it is measured from.
func missed(a axis, from, to float64, origin [2]float64, length float64) bool {
	return a.align == "" && (origin[0]+a.offset+from >= length || origin[1]+a.offset+to <= 0)
}

// hideBeyond takes an element by which it is known where a drawing, or a shape in it, stands.
func (w *walker) hideBeyond(s *xmlscan.Scanner, local string) {
	f := w.float()
	switch {
	case f == nil:
	case local == "docPr" && f.depth == s.Depth()-1:
		if w.beyond(f, rect{x1: f.axis[0].length, y1: f.axis[1].length}) {
			w.hideDrawing(Outside)
		}
	case local == "prstGeom" || local == "custGeom":
		if n := len(f.items); n > 0 && f.items[n-1].box != (rect{}) && !f.items[n-1].other && w.beyond(f, f.items[n-1].box) {
			w.hideObject(Outside)
		}
	case f.vml && outerVML[local] && len(f.items) > 0 && local != "group":
		if f.axis[0].length > 0 && f.absolute && w.beyond(f, f.items[len(f.items)-1].box) {
			w.hide(len(w.open)-1, Outside)
		}
	}
}

// outside reports whether the text of a paragraph of the story itself stands beyond the edges of the page: as a frame (17.3.1.11), or by its
// indents.
func (w *walker) outside(p *Para) bool {
	if len(w.boxes) > 1 {
		return false
	}
	if p.frame != nil {
		return w.beyond(&floating{axis: *p.frame}, rect{x1: p.frame[0].length, y1: p.frame[1].length})
	}
	ind := p.ind.over(w.styleOf(p).ind).over(w.styles.ind)
	left, right, first := float64(ind.left), float64(ind.right), float64(ind.left+ind.first)
	if left < near && min(left, first) > -near/4 && right < near {
		return false
	}
	x := w.extent()
	origin := x.left[1]
	if p.Cell != nil || x.columns {
		origin = x.width
	}
	if left >= x.width && first >= x.width || origin+x.text-right <= 0 {
		return true
	}
	if p.jc == "center" || p.jc == "right" || p.jc == "end" {
		return false
	}
	widest, lines := p.extent()
	return origin+max(left, first)+widest <= 0 || lines == 1 && origin+first+widest <= 0
}

// extent returns how wide the longest line of a paragraph may be that is broken only where it says so, in twips, rather more than less; and
// how many such lines there are.
func (p *Para) extent() (widest float64, lines int) {
	line := 0.0
	lines = 1
	for i := range p.Pieces {
		for _, r := range p.Pieces[i].Text {
			if r == '\n' {
				line, lines = 0, lines+1
				continue
			}
			line += letterSize(p.Pieces[i].Run) * 1.2
			widest = max(widest, line)
		}
	}
	return widest, lines
}

// leave gives the text that shows of a paragraph another class.
func (p *Para) leave(class Class) {
	for i := range p.Pieces {
		if p.Pieces[i].Class == Shown {
			p.Pieces[i].Class = class
		}
	}
}

// Attributes of frames (17.3.1.11) and of tables (17.4.57) that say where they stand, across and down: what that is measured from, an
// alignment, the offset, and the length.
var (
	framePlace = [2][4]string{{"hAnchor", "xAlign", "x", "w"}, {"vAnchor", "yAlign", "y", "h"}}
	tablePlace = [2][4]string{{"horzAnchor", "tblpXSpec", "tblpX", ""}, {"vertAnchor", "tblpYSpec", "tblpY", ""}}
)

// placed reads the place of a frame or a table.
func placed(s *xmlscan.Scanner, names [2][4]string) (a [2]axis) {
	for i, n := range names {
		a[i].from, _ = Attr(s, n[0])
		a[i].align, _ = Attr(s, n[1])
		a[i].offset = float64(measure(s, n[2], 20))
		if a[i].length = float64(measure(s, n[3], 20)); a[i].length == 0 {
			a[i].length = maxMeasure // it is as large as what is in it
		}
	}
	return a
}

// tableOutside reports whether a table stands beyond the edges of the page, by its place or its indent (17.4.51).
func (w *walker) tableOutside(t *Table) bool {
	wide := 0.0
	for _, c := range t.grid {
		wide += c
	}
	if wide == 0 || t.outer != nil || len(w.boxes) > 1 {
		return false
	}
	if t.place != nil {
		return w.beyond(&floating{axis: *t.place}, rect{x1: wide, y1: maxMeasure})
	}
	if t.indent < near && t.indent+wide > 0 {
		return false
	}
	x := w.extent()
	origin := x.left[1]
	if x.columns {
		origin = x.width
	}
	return t.indent >= x.width || origin+t.indent+wide <= 0
}
