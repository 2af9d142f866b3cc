package pdf

// pathOp are the operators that build and paint paths (8.5).
func (p *program) pathOp(t Token) bool {
	pt := func(i int) (float64, float64) { return p.st.ctm.Apply(p.num(i), p.num(i+1)) }
	switch string(t.Bytes) {
	case "m":
		p.begun()
		p.path.move(pt(0))
	case "l":
		p.path.line(pt(0))
	case "c":
		x1, y1 := pt(0)
		x2, y2 := pt(2)
		x3, y3 := pt(4)
		p.path.curve(x1, y1, x2, y2, x3, y3)
	case "v":
		x2, y2 := pt(0)
		x3, y3 := pt(2)
		p.path.curve(p.path.x, p.path.y, x2, y2, x3, y3)
	case "y":
		x1, y1 := pt(0)
		x3, y3 := pt(2)
		p.path.curve(x1, y1, x3, y3, x3, y3)
	case "h":
		p.path.close()
	case "re":
		p.begun()
		p.rectangle()
	case "W":
		p.clipping = 'W'
	case "W*":
		p.clipping = '*'
	case "n":
		p.finish(t, 0, false)
	case "f", "F":
		p.finish(t, 'f', false)
	case "f*":
		p.finish(t, '*', false)
	case "S":
		p.finish(t, 0, true)
	case "s":
		p.path.close()
		p.finish(t, 0, true)
	case "B":
		p.finish(t, 'f', true)
	case "B*":
		p.finish(t, '*', true)
	case "b":
		p.path.close()
		p.finish(t, 'f', true)
	case "b*":
		p.path.close()
		p.finish(t, '*', true)
	default:
		return false
	}
	return true
}

// begun notes where a path begins.
func (p *program) begun() {
	if p.built == 0 {
		p.built = p.from + 1
	}
}

// start returns where the operations begin that build the path being painted; -1 if it is also needed for something else.
func (p *program) start(alone bool) int {
	if p.clipping != 0 || !alone {
		return -1
	}
	return p.built - 1
}

func (p *program) rectangle() {
	x, y, w, h := p.num(0), p.num(1), p.num(2), p.num(3)
	pa := &p.path
	pa.move(p.st.ctm.Apply(x, y))
	pa.line(p.st.ctm.Apply(x+w, y))
	pa.line(p.st.ctm.Apply(x+w, y+h))
	pa.line(p.st.ctm.Apply(x, y+h))
	pa.close()
}

// Sizes below which a paint can't hide a character, in points.
const (
	minCover  = 1.0
	minStroke = 0.3
)

// finish paints the path and makes it a clip, as the operators before it said.
func (p *program) finish(t Token, fill byte, stroke bool) {
	if p.path.any {
		p.rules(fill != 0, stroke)
		if fill != 0 {
			p.fillPath(t, fill == '*', !stroke)
		}
		if stroke {
			p.strokePath(t)
		}
	}
	if p.clipping != 0 {
		p.addClip(p.c.shapeOf(&p.path, p.clipping == '*'))
		p.clipping = 0
	}
	p.path.reset()
	p.built = 0
}

func (p *program) fillPath(t Token, evenOdd, alone bool) {
	box := p.path.box
	if box.W() < minCover || box.H() < minCover {
		p.c.Faint++
		return
	}
	q := Paint{Kind: Fill, Color: p.st.fill, Opaque: p.st.opaque(p.st.fill, p.st.alpha), Start: p.from, End: t.End, First: p.start(alone)}
	q.tile(p.st.fillPattern)
	q.shape = p.c.shapeOf(&p.path, evenOdd)
	p.paint(q)
}

func (p *program) strokePath(t Token) {
	width := p.st.lineWidth * p.st.ctm.scale()
	if width < minStroke {
		p.c.Faint++
		return
	}
	q := Paint{Kind: Stroke, Color: p.st.stroke, Opaque: p.st.opaque(p.st.stroke, p.st.strokeAlpha) && !p.st.dashed, Start: p.from, End: t.End}
	if q.tile(p.st.strokePattern); p.st.strokePattern != nil {
		q.Kind = Stroke
	}
	q.shape = p.c.strokeOf(&p.path, width, p.st.lineCap != 0)
	p.paint(q)
}

// tile makes a paint one by a tiling pattern.
func (q *Paint) tile(cell *sketch) {
	if cell == nil {
		return
	}
	q.Kind = Pattern
	if q.Opaque {
		q.Dense = float32(cell.dense)
	}
	q.Opaque = q.Opaque && cell.dense >= solid
}

// addClip narrows the clip.
func (p *program) addClip(s shape) {
	if len(p.c.clips) >= maxOperators {
		p.limit("clips")
		return
	}
	if s.first == s.last && !s.vague && p.st.clip >= 0 {
		if old := p.c.clips[p.st.clip]; old.first == old.last && !old.vague && old.box == s.box {
			return // the same rectangle again
		}
	}
	s.box = s.box.Intersect(p.c.clipBox(p.st.clip))
	p.c.clips = append(p.c.clips, clip{shape: s, parent: p.st.clip})
	p.st.clip = len(p.c.clips) - 1
}
