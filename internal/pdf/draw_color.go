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
		st.fill, st.fillPattern = st.fillSpace.initial(), nil
	case "CS":
		st.strokeSpace = p.spaceOf(p.name())
		st.stroke, st.strokePattern = st.strokeSpace.initial(), nil
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
	p.st.fillSpace, p.st.fillPattern = s, nil
	p.st.fill = s.of(p.nums())
	if s.hidden {
		p.st.fill, p.st.fillPattern = p.pattern(s)
	}
}

func (p *program) setStroke(s *colorSpace) {
	p.st.strokeSpace, p.st.strokePattern = s, nil
	p.st.stroke = s.of(p.nums())
	if s.hidden {
		p.st.stroke, p.st.strokePattern = p.pattern(s)
	}
}

// clearInk is the sketch of a pattern of which nothing is known.
var clearInk = &sketch{}

// pattern looks at a pattern (8.7): a shading hides what it covers, a tiling as much as its cell paints.
func (p *program) pattern(s *colorSpace) (Color, *sketch) {
	o := p.resource("Pattern", p.name())
	d := p.f.Dict(o)
	if p.f.Int(d["PatternType"]) == 2 {
		if !p.spreads(p.f.Dict(d["Shading"])) {
			return Color{}, clearInk
		}
		return Color{}, nil
	}
	if d == nil {
		return Color{}, clearInk
	}
	sk := p.tiling(o, d)
	switch {
	case sk.own:
		return sk.color, sk
	case s.under != nil:
		return s.under.of(p.nums()), sk
	}
	return Color{}, sk
}

// spreads reports whether a shading paints the whole plane (8.7.4.5): along an axis or between circles only if it is extended, by a
// mesh never. A background fills what it leaves.
func (p *program) spreads(d types.Dict) bool {
	if d["Background"] != nil {
		return true
	}
	extend := p.f.Array(d["Extend"])
	both := len(extend) == 2 && p.f.Bool(extend[0], false) && p.f.Bool(extend[1], false)
	switch p.f.Int(d["ShadingType"]) {
	case 1:
		return d["Domain"] == nil
	case 2, 3:
		return both
	}
	return false
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
	opaque := p.st.opaque(Color{}, p.st.alpha) && (p.spreads(d) && d["Background"] == nil || p.along(d, area))
	p.paint(Paint{Kind: Shading, Opaque: opaque, Start: p.from, End: t.End, Name: p.name(), shape: shape{box: area}})
}

// along reports whether an axial shading that is not extended reaches over all of an area: between the lines across its ends.
func (p *program) along(d types.Dict, area Rect) bool {
	c := p.f.Numbers(d["Coords"])
	if p.f.Int(d["ShadingType"]) != 2 || len(c) != 4 || area.Empty() {
		return false
	}
	x0, y0 := p.st.ctm.Apply(c[0], c[1])
	x1, y1 := p.st.ctm.Apply(c[2], c[3])
	dx, dy := x1-x0, y1-y0
	n := dx*dx + dy*dy
	for _, q := range [...][2]float64{{area.X0, area.Y0}, {area.X1, area.Y0}, {area.X0, area.Y1}, {area.X1, area.Y1}} {
		if t := ((q[0]-x0)*dx + (q[1]-y0)*dy) / n; !(t >= -0.01 && t <= 1.01) {
			return false
		}
	}
	return true
}

// paint enters something painted, unless nothing can be seen of it.
func (p *program) paint(q Paint) {
	if q.Content, q.Annot, q.clip = p.at, p.annot, p.st.clip; q.Order == 0 {
		q.Order = p.next()
	}
	q.Alpha = float32(p.st.alpha * p.st.group)
	q.Box = q.shape.box.Intersect(p.c.clipBox(q.clip))
	for at := q.clip; at >= 0 && !p.c.clips[at].painted; at = p.c.clips[at].parent {
		p.c.clips[at].painted = true
	}
	if q.shape.vague || p.c.vagueClip(q.clip) {
		q.Opaque = false
	}
	if p.st.hidden && (p.annot < 0 || p.c.Annots[p.annot].Shown) {
		p.c.Layered++
	}
	if p.st.hidden || q.Box.Empty() {
		return
	}
	p.c.Paints = append(p.c.Paints, q)
}
