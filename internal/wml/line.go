package wml

import "github.com/sumikeshi/sumikeshi/internal/xmlscan"

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
type indent struct{ left, right, first int }

// stands reads where a paragraph's lines stand.
func (p *Para) stands(s *xmlscan.Scanner, local string) {
	switch local {
	case "spacing":
		p.line.read(s)
	case "jc":
		p.jc, _ = Attr(s, "val")
	case "ind":
		p.ind = indent{measure(s, "left", 20) + measure(s, "start", 20), measure(s, "right", 20) + measure(s, "end", 20), measure(s, "firstLine", 20) - measure(s, "hanging", 20)}
	}
}

// flatRow reads trHeight (17.4.80).
func flatRow(s *xmlscan.Scanner) bool {
	rule, _ := Attr(s, "hRule")
	return rule == "exact" && measure(s, "val", 20) <= tinyLine
}
