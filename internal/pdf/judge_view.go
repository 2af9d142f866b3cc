package pdf

// inView reports whether all of a box lies where an operation can show it: on the page and within clips that are rectangles. Nearly all
// text does, and most of it within the same clip as the text before.
func (j *judge) inView(s *Show, box Rect) bool {
	if s.Hidden || s.Annot >= 0 || box.Empty() {
		return false
	}
	if v := &j.view; !v.known || v.clip != s.clip {
		*v = view{known: true, clip: s.clip}
		v.box, v.plain = j.c.window(s.clip)
	}
	return j.view.plain && j.view.box.holds(box)
}

// A view is what a clip lets see of the page.
type view struct {
	known bool
	clip  int
	box   Rect
	plain bool // it is made of rectangles
}

// A paperInk is a colour, and whether it can't be told from paper.
type paperInk struct {
	color Color
	faint bool
}

// faint reports whether a colour can't be told from paper. Most of a page is of one.
func (j *judge) faint(c Color) bool {
	if c != j.ink.color {
		j.ink = paperInk{c, c.Near(white)}
	}
	return j.ink.faint
}

// sameShow returns how many of the first glyphs one operation shows.
func sameShow(glyphs []Glyph) int {
	n := 1
	for n < len(glyphs) && glyphs[n].Show == glyphs[0].Show {
		n++
	}
	return n
}

// alone reports whether the glyphs of an operation stand in view on bare paper, in a colour that can be told from it, with nothing painted
// where they stand: then a reader sees them all. So nearly all text stands.
func (j *judge) alone(glyphs []Glyph) bool {
	s := &j.c.Shows[glyphs[0].Show]
	if s.Mode != 0 || s.Size < tinyPoints || s.Alpha < clearAlpha || s.Fill.Known && j.faint(s.Fill) {
		return false
	}
	box := glyphs[0].core
	for i := range glyphs {
		g := &glyphs[i]
		if g.core.Empty() || g.void {
			return false
		}
		box = Rect{min(box.X0, g.core.X0), min(box.Y0, g.core.Y0), max(box.X1, g.core.X1), max(box.Y1, g.core.Y1)}
	}
	if !j.inView(s, box) {
		return false
	}
	for b := j.band(box.Y0); b <= j.band(box.Y1); b++ {
		j.work += len(j.bands[b])
		for _, i := range j.bands[b] {
			if p := &j.c.Paints[i].Box; !(p.X1 < box.X0 || box.X1 < p.X0 || p.Y1 < box.Y0 || box.Y1 < p.Y0) {
				return false
			}
		}
	}
	return true
}
