package wml

import (
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

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
	fill      paint // that replaces the colour ([MS-DOCX] 2.6.1.49 textFill)
	outline   paint // round the letters (2.6.1.51 textOutline)
	effect    tri   // outline, emboss and the like: the text shows by its edges
	size      size
}

// over lays p over other properties.
func (p Props) over(under Props) Props {
	return Props{
		vanish: p.vanish.over(under.vanish), always: p.always.over(under.always), color: p.color.over(under.color),
		shade: p.shade.over(under.shade), highlight: p.highlight.over(under.highlight), effect: p.effect.over(under.effect),
		size: p.size.over(under.size), fill: p.fill.over(under.fill), outline: p.outline.over(under.outline),
	}
}

// read takes one child of an rPr element. What is hidden in the web view alone (w:webHidden) is on the printed page, and the page
// numbers of every table of contents have it: it hides nothing here.
func (p *Props) read(s *xmlscan.Scanner, t theme) {
	if !isWord(s) {
		if s.Is("textFill") || s.Is("textOutline") {
			p.ink(s.Local()).kind = auto
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

// ink returns what a fill or an outline paints.
func (p *Props) ink(local string) *paint {
	if local == "textFill" {
		return &p.fill
	}
	return &p.outline
}

// paint takes an element below a fill or an outline of letters. A colour that is modified is taken for unknown.
func (p *paint) paint(s *xmlscan.Scanner, t theme) {
	v, _ := Attr(s, "val")
	switch string(s.LocalBytes()) {
	case "noFill":
		p.kind = clear
	case "gradFill":
		p.kind = blurred
	case "srgbClr":
		if c, ok := parseHex(v); ok && p.kind == auto {
			*p = paint{solid, c}
		}
	case "schemeClr":
		if c, ok := t.color(v); ok && p.kind == auto {
			*p = paint{solid, c}
		}
	case "lumMod", "lumOff", "tint", "shade", "satMod", "hueMod", "satOff", "hueOff":
		p.kind = blurred
	case "alpha": // here it is how much shines through
		if n, err := strconv.Atoi(strings.TrimSuffix(v, "%")); err == nil && (n >= clearShare || n <= 100 && n*1000 >= clearShare) {
			p.kind = clear
		}
	}
}

const clearShare = 95_000 // of 100,000 that shine through leave nothing to read
