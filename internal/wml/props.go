package wml

import "github.com/sumikeshi/sumikeshi/internal/xmlscan"

// A tri is a property that is on, off, or not mentioned.
type tri uint8

const (
	silent tri = iota
	off
	set
)

func triOf(b bool) tri {
	if b {
		return set
	}
	return off
}

func (t tri) over(under tri) tri {
	if t == silent {
		return under
	}
	return t
}

// Props are the properties of a run (17.3.2) that decide whether a reader sees it.
type Props struct {
	style     string // rStyle
	vanish    tri
	always    tri // specVanish
	color     paint
	shade     paint
	highlight paint
	effect    tri // outline, emboss and the like: the text shows by its edges
	size      size
}

// over lays p over other properties.
func (p Props) over(under Props) Props {
	return Props{
		vanish: p.vanish.over(under.vanish), always: p.always.over(under.always), color: p.color.over(under.color),
		shade: p.shade.over(under.shade), highlight: p.highlight.over(under.highlight), effect: p.effect.over(under.effect),
		size: p.size.over(under.size),
	}
}

// read takes one child of an rPr element. What is hidden in the web view alone (w:webHidden) is on the printed page, and the page
// numbers of every table of contents have it: it hides nothing here.
func (p *Props) read(s *xmlscan.Scanner, t theme) {
	if !isWord(s) {
		if s.Is("textFill") || s.Is("textOutline") { // [MS-DOCX] 2.6.1: a fill that replaces the colour
			p.effect = set
		}
		return
	}
	switch string(s.LocalBytes()) {
	case "rStyle":
		p.style, _ = Attr(s, "val")
	case "vanish":
		p.vanish = triOf(on(s))
	case "specVanish":
		p.always = triOf(on(s))
	case "color":
		p.color = t.textColor(s)
	case "shd":
		p.shade = t.shade(s)
	case "highlight":
		p.highlight = highlight(s)
	case "outline", "emboss", "imprint", "shadow":
		p.effect = triOf(on(s))
	default:
		p.size.read(s)
	}
}
