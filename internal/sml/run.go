package sml

import "github.com/sumikeshi/sumikeshi/internal/xmlscan"

// A Run is a stretch of a rich text with a look of its own (18.4.4).
type Run struct {
	N          int     // of all r elements in the part, from 1
	Start, End int     // in bytes of the text
	Size       float64 // in points; 0: that of the cell
	color      colorRef
}

// RunColor returns the colour of a run; false if it is that of its cell.
func (st *Styles) RunColor(r Run) (Color, bool) {
	if r.color.kind == automatic {
		return Color{}, false
	}
	if st == nil || st.palette == nil {
		return newPalette().resolve(r.color)
	}
	return st.palette.resolve(r.color)
}

// TooSmall reports whether nobody reads a run.
func (r Run) TooSmall() bool { return r.Size > 0 && r.Size <= tinySize }

// A runReader collects the runs of rich texts. A plain text has none.
type runReader struct {
	n    int
	runs []Run
	in   bool
}

// start takes an element that starts where so many bytes of the text have been read.
func (r *runReader) start(s *xmlscan.Scanner, at int) {
	switch {
	case s.Is("r"):
		r.n++
		r.runs, r.in = append(r.runs, Run{N: r.n, Start: at, End: at}), true
	case !r.in:
	case s.Is("color"):
		r.runs[len(r.runs)-1].color = readColor(s)
	case s.Is("sz"):
		r.runs[len(r.runs)-1].Size = attrFloat(s, "val", 0)
	}
}

// end takes the end of an element.
func (r *runReader) end(s *xmlscan.Scanner, at int) {
	if r.in && s.Is("r") {
		r.runs[len(r.runs)-1].End, r.in = at, false
	}
}
