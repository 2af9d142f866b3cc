package wml

import "strings"

// A Class says whether a reader sees a piece of text.
type Class uint8

const (
	Shown   Class = iota
	Blacked       // dark on a dark ground: a bar
	Faint         // in the colour of its ground
	Hidden        // w:vanish
	Boxed         // in a shape that is hidden
	Deleted       // in a tracked change
	Tiny          // too small to be read, squeezed, or cut off by the height of its line
	Merged        // in a cell that is merged into the one above it
	Outside       // beyond the edges of the page
	Unused        // in a note that nothing refers to
)

// Bar is what a reader sees of blacked text. How long the text is must not be told.
const Bar = "■■■"

// A Mark is an element inside of a run that can be taken out by itself.
type Mark struct {
	El  Range
	Run *Run
}

// A Piece is a piece of text: a w:t or what stands for a character.
type Piece struct {
	Mark
	Text     string
	In       Range // between the tags of the element; the zero range if there is nothing to write into
	Class    Class
	Preserve bool // xml:space="preserve"
}

// A Run is a run (17.3.2.25).
type Run struct {
	Range    Range // known when it has ended
	Contents int   // elements in it beside its properties

	props   Props
	size    size // resolved
	classed bool
	class   Class
}

// A Para is a paragraph (17.3.1.22) with those that follow it if its mark was deleted: accepting the change joins them.
type Para struct {
	N      int // of the part's paragraphs, from 1
	Pieces []Piece
	Ruby   []Ruby
	Heads  []Head // one for each w:p
	Cell   *Cell  // nil outside of tables

	style       string
	styled      *style // once it is asked for
	shade       paint
	line        line
	ind         indent
	frame       *[2]axis
	flat        bool // it has no height
	jc          string
	covered     []Patch // under objects, for certain
	perhaps     []Patch
	markDeleted bool
	section     bool // it ends a section, and stays whatever becomes of its mark
	shape       bool // a picture or shape in it was deleted
}

// A Head is the start of a w:p with its properties, and its end tag.
type Head struct{ Start, End Range }

// A Ruby is a reading above a text (17.3.3.25).
type Ruby struct {
	Piece
	From, To int // the pieces that it stands above
}

// Layout returns what a reader sees of the paragraph, and where each piece begins in it: -1 if it shows nothing. A bar begins where
// the first of its pieces stands.
func (p *Para) Layout() (text string, at []int) {
	var b strings.Builder
	at = make([]int, len(p.Pieces))
	for i := range p.Pieces {
		at[i] = -1
	}
	p.sequence(func(first, last int, bar bool) {
		if bar {
			at[first] = b.Len()
			b.WriteString(Bar)
			return
		}
		for i := first; i <= last; i++ {
			if c := p.Pieces[i].Class; c == Shown || c == Blacked {
				at[i] = b.Len()
				b.WriteString(p.Pieces[i].Text)
			}
		}
	})
	return b.String(), at
}

// Shown returns what a reader sees of the paragraph.
func (p *Para) Shown() string {
	switch len(p.Pieces) {
	case 0:
		return ""
	case 1:
		if p.Pieces[0].Class == Shown && len(p.covered) == 0 {
			return p.Pieces[0].Text
		}
	}
	text, at := p.Layout()
	if len(p.covered) > 0 {
		return p.Barred(text, at)
	}
	return text
}

// sequence calls fn for the stretches of the paragraph: bars, and what lies between them. Pieces that a reader does not see stand in
// either and part nothing.
func (p *Para) sequence(fn func(first, last int, bar bool)) {
	for i := 0; i < len(p.Pieces); {
		j, bar := i, p.Pieces[i].Class == Blacked
		last := i
		for ; j < len(p.Pieces); j++ {
			c := p.Pieces[j].Class
			if (c == Shown || c == Blacked) && (c == Blacked) != bar {
				break
			}
			last = j
		}
		fn(i, last, bar && p.says(i, last, Blacked))
		i = last + 1
	}
}

// says reports whether the pieces of a class hold a text that can be told from a drawn bar.
func (p *Para) says(first, last int, c Class) bool {
	for _, pc := range p.Pieces[first : last+1] {
		if pc.Class == c && strings.Trim(pc.Text, "■ 　\t\n\u00a0") != "" {
			return true
		}
	}
	return false
}

// A Stretch is neighbouring pieces that one way of hiding takes from the reader.
type Stretch struct {
	Class       Class
	First, Last int // pieces; those of other classes between them do not belong to it
	Text        string
}

// Stretches returns what a reader does not see of the paragraph.
func (p *Para) Stretches() []Stretch {
	var out []Stretch
	p.sequence(func(first, last int, bar bool) {
		if bar {
			out = append(out, Stretch{Blacked, first, last, p.text(first, last, Blacked)})
		}
	})
	for _, c := range [...]Class{Faint, Tiny, Hidden, Merged, Outside, Unused, Boxed, Deleted} {
		for i := 0; i < len(p.Pieces); i++ {
			if p.Pieces[i].Class != c {
				continue
			}
			first := i
			for i+1 < len(p.Pieces) && p.Pieces[i+1].Class == c {
				i++
			}
			text := p.text(first, i, c)
			if c != Hidden && c != Deleted && c != Boxed && strings.TrimSpace(text) == "" {
				continue
			}
			out = append(out, Stretch{c, first, i, text})
		}
	}
	return out
}

// Before returns what a reader sees before a piece.
func (p *Para) Before(piece int) string {
	text, at := p.Layout()
	for _, pc := range at[piece:] {
		if pc >= 0 {
			return text[:pc]
		}
	}
	return text
}

func (p *Para) text(first, last int, c Class) string {
	var b strings.Builder
	for _, pc := range p.Pieces[first : last+1] {
		if pc.Class == c {
			b.WriteString(pc.Text)
		}
	}
	return b.String()
}

// LosesShape reports whether a picture or a shape in the paragraph was deleted.
func (p *Para) LosesShape() bool { return p.shape }
