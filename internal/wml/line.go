package wml

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A line is the spacing of a paragraph (17.3.1.33); the zero value says nothing.
type line struct {
	height        int // twips if exact, else 240ths of a line
	exact         bool
	before, after int // twips
}

func (l line) over(under line) line {
	if l.height == 0 {
		l.height, l.exact = under.height, under.exact
	}
	if l.before == 0 {
		l.before = under.before
	}
	if l.after == 0 {
		l.after = under.after
	}
	return l
}

// read takes a child of pPr.
func (l *line) read(s *xmlscan.Scanner) {
	if !s.Is("spacing") {
		return
	}
	if _, ok := Attr(s, "line"); ok {
		rule, _ := Attr(s, "lineRule")
		l.height, l.exact = max(1, measure(s, "line", 20)), rule == "exact"
	}
	if _, ok := Attr(s, "before"); ok {
		l.before = measure(s, "before", 20)
	}
	if _, ok := Attr(s, "after"); ok {
		l.after = measure(s, "after", 20)
	}
}

func (l line) cuts() bool { return l.exact && l.height <= tinyLine }

// times returns by what a line is higher than a single one.
func (l line) times() float64 {
	if l.exact || l.height < 120 {
		return 1
	}
	return float64(l.height) / 240
}

// An indent is how far a paragraph is set in (17.3.1.12), in twips.
type indent struct {
	left, right, first int
	given              uint8
}

// What of an indent is given.
const (
	givesLeft = 1 << iota
	givesRight
	givesFirst
)

func (n indent) over(under indent) indent {
	if n.given&givesLeft == 0 {
		n.left = under.left
	}
	if n.given&givesRight == 0 {
		n.right = under.right
	}
	if n.given&givesFirst == 0 {
		n.first = under.first
	}
	n.given |= under.given
	return n
}

// read takes w:ind.
func (n *indent) read(s *xmlscan.Scanner) {
	for _, x := range [...]struct {
		name string
		into *int
		bit  uint8
		sign int
	}{
		{"left", &n.left, givesLeft, 1},
		{"start", &n.left, givesLeft, 1},
		{"right", &n.right, givesRight, 1},
		{"end", &n.right, givesRight, 1},
		{"firstLine", &n.first, givesFirst, 1},
		{"hanging", &n.first, givesFirst, -1},
	} {
		if _, ok := Attr(s, x.name); ok {
			*x.into, n.given = x.sign*measure(s, x.name, 20), n.given|x.bit
		}
	}
}

// stands reads where a paragraph's lines stand.
func (p *Para) stands(s *xmlscan.Scanner, local string) {
	switch local {
	case "spacing":
		p.line.read(s)
	case "jc":
		p.jc, _ = Attr(s, "val")
	case "ind":
		p.ind.read(s)
	case "framePr":
		if initial, _ := Attr(s, "dropCap"); initial == "" || initial == "none" {
			place := placed(s, framePlace)
			rule, _ := Attr(s, "hRule")
			p.frame, p.flat = &place, rule == "exact" && place[1].length <= tinyLine
		}
	}
}

// flatRow reads trHeight (17.4.80).
func flatRow(s *xmlscan.Scanner) bool {
	rule, _ := Attr(s, "hRule")
	return rule == "exact" && measure(s, "val", 20) <= tinyLine
}

// clipped reports whether a paragraph stands at or below the lower edge of its cell, whose row has an exact height, so that half a line is to
// be seen at most: what is above it takes at least the height of its letters.
func (w *walker) clipped(p *Para) bool {
	c := p.Cell
	if c == nil || c.height == 0 || c.merges || len(w.boxes) > 1 {
		return false
	}
	how := p.line.over(w.styleOf(p).line).over(w.styles.line)
	tall, lines := 0.0, 1
	for i := range p.Pieces {
		if pc := &p.Pieces[i]; pc.Class == Shown || pc.Class == Blacked {
			tall = max(tall, letterSize(pc.Run))
			lines += strings.Count(pc.Text, "\n")
		}
	}
	switch {
	case how.exact:
		tall = float64(how.height)
	case tall == 0:
		tall = tinyLine // of an empty line it is not known
	}
	clipped := c.used+tall/2 >= c.height && c.used > 0
	c.used += float64(how.before+how.after) + tall*float64(lines)
	return clipped
}
