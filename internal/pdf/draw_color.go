package pdf

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// colour are the colour operators (8.6.8).
func (p *program) colour(t Token) bool {
	st := &p.st
	switch string(t.Bytes) {
	case "g":
		p.setFill(grayspace)
	case "G":
		p.setStroke(grayspace)
	case "rg":
		p.setFill(rgbSpace)
	case "RG":
		p.setStroke(rgbSpace)
	case "k":
		p.setFill(cmykSpace)
	case "K":
		p.setStroke(cmykSpace)
	case "cs":
		st.fillSpace = p.spaceOf(p.name())
		st.fill, st.fillPattern = st.fillSpace.initial(), false
	case "CS":
		st.strokeSpace = p.spaceOf(p.name())
		st.stroke, st.strokePattern = st.strokeSpace.initial(), false
	case "sc", "scn":
		p.setFill(st.fillSpace)
	case "SC", "SCN":
		p.setStroke(st.strokeSpace)
	default:
		return false
	}
	return true
}

func (p *program) setFill(s *colorSpace) {
	p.st.fillSpace, p.st.fillPattern = s, false
	p.st.fill = s.of(p.nums())
	if s.hidden {
		p.st.fill, p.st.fillPattern = p.pattern()
	}
}

func (p *program) setStroke(s *colorSpace) {
	p.st.strokeSpace, p.st.strokePattern = s, false
	p.st.stroke = s.of(p.nums())
	if s.hidden {
		p.st.stroke, p.st.strokePattern = p.pattern()
	}
}

// pattern looks at a pattern (8.7): a shading hides what it covers, of a tiling pattern that is known only if its cell is painted
// all over.
func (p *program) pattern() (Color, bool) {
	o := p.resource("Pattern", p.name())
	d := p.f.Dict(o)
	if p.f.Int(d["PatternType"]) == 2 {
		return Color{}, false
	}
	return Color{}, true
}

func (p *program) spaceOf(name string) *colorSpace {
	return p.f.space(types.Name(name), p.resource, 0)
}

// shading paints the clip with a shading (8.7.4.2).
func (p *program) shading(t Token) {
	d := p.f.Dict(p.resource("Shading", p.name()))
	area := p.c.clipBox(p.st.clip)
	if p.st.clip < 0 {
		area = p.c.Page.MediaBox
	}
	if box, ok := p.f.Rect(d["BBox"]); ok {
		area = area.Intersect(p.st.ctm.Box(box))
	}
	p.paint(Paint{Kind: Shading, Opaque: p.st.opaque(Color{}, p.st.alpha), Start: p.from, End: t.End, Name: p.name(), shape: shape{box: area}})
}

// paint enters something painted, unless nothing can be seen of it.
func (p *program) paint(q Paint) {
	q.Order, q.Content, q.Annot, q.clip = p.next(), p.at, p.annot, p.st.clip
	q.Box = q.shape.box.Intersect(p.c.clipBox(q.clip))
	for at := q.clip; at >= 0 && !p.c.clips[at].painted; at = p.c.clips[at].parent {
		p.c.clips[at].painted = true
	}
	if q.shape.vague || p.c.vagueClip(q.clip) {
		q.Opaque = false
	}
	if p.st.hidden || q.Box.Empty() {
		return
	}
	p.c.Paints = append(p.c.Paints, q)
}
