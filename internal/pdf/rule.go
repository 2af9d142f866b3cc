package pdf

// A Rule is a straight line that is drawn parallel to an edge of the page, as the box that it fills: the border of a cell, a line to
// write on, an underline. Lines in the colour of the paper are rules too: they tell how a table is made all the same.
type Rule Rect

// Sizes of rules, in points.
const (
	thickest  = 3.0    // more is an area
	shortest  = 3.0    // less is part of a drawing
	slanted   = 0.3    // how far the ends of a rule may lie off its direction
	maxRules  = 20_000 // of a page
	maxRuling = 400    // pieces of one path: more are a drawing
)

// rules notes the rules that a path draws. What is put onto the page afterwards rules no table: the edges of a box that covers text,
// and of a mark.
func (p *program) rules(fill, stroke bool) {
	if len(p.c.Rules) >= maxRules || p.st.hidden || p.path.curved || len(p.path.lines) > maxRuling {
		return
	}
	if p.annot >= 0 && p.c.Annots[p.annot].Subtype != "Widget" {
		return
	}
	if stroke {
		for _, l := range p.path.lines {
			if r := (Rect{l.x0, l.y0, l.x1, l.y1}).ordered(); min(r.W(), r.H()) <= slanted {
				p.rule(r)
			}
		}
		return
	}
	if !fill {
		return
	}
	lines := p.path.lines
	for start := 0; start < len(lines); {
		end := start + 1
		box := Rect{lines[start].x0, lines[start].y0, lines[start].x0, lines[start].y0}.add(lines[start].x1, lines[start].y1)
		for end < len(lines) && lines[end].x0 == lines[end-1].x1 && lines[end].y0 == lines[end-1].y1 {
			box = box.add(lines[end].x1, lines[end].y1)
			end++
		}
		if box.W() <= thickest || box.H() <= thickest {
			p.rule(box)
		}
		start = end
	}
}

// rule notes one, as far as its clip lets it be seen.
func (p *program) rule(r Rect) {
	thick, long := min(r.W(), r.H()), max(r.W(), r.H())
	if long < shortest || thick > thickest || long < 3*thick {
		return
	}
	clip := p.c.clipBox(p.st.clip)
	r = Rect{max(r.X0, clip.X0), max(r.Y0, clip.Y0), min(r.X1, clip.X1), min(r.Y1, clip.Y1)}
	if r.X1 < r.X0 || r.Y1 < r.Y0 {
		return
	}
	if len(p.c.Rules) < maxRules {
		p.c.Rules = append(p.c.Rules, Rule(r))
	}
}
