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
