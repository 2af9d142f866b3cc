package pdf

import (
	"math"
	"slices"
)

// text are the text operators (9.3 and 9.4).
func (p *program) text(t Token) bool {
	st := &p.st
	switch string(t.Bytes) {
	case "BT":
		p.tm, p.tlm, p.texts = Identity, Identity, len(p.c.Shows)
	case "ET":
		p.textClip()
	case "Tc":
		st.charSpace = p.num(0)
	case "Tw":
		st.wordSpace = p.num(0)
	case "Tz":
		st.horizontal = p.num(0) / 100
	case "TL":
		st.leading = p.num(0)
	case "Ts":
		st.rise = p.num(0)
	case "Tr":
		st.mode = int(p.num(0))
	case "Tf":
		p.setFont()
	case "Tm":
		p.tlm = Matrix{p.num(0), p.num(1), p.num(2), p.num(3), p.num(4), p.num(5)}
		p.tm = p.tlm
	case "Td":
		p.newLine(p.num(0), p.num(1))
	case "TD":
		st.leading = -p.num(1)
		p.newLine(p.num(0), p.num(1))
	case "T*":
		p.newLine(0, -st.leading)
	case "Tj", "TJ":
		p.show(t)
	case "'":
		p.newLine(0, -st.leading)
		p.show(t)
	case "\"":
		st.wordSpace, st.charSpace = p.num(0), p.num(1)
		p.newLine(0, -st.leading)
		p.show(t)
	default:
		return false
	}
	return true
}

func (p *program) newLine(x, y float64) {
	p.tlm = Matrix{1, 0, 0, 1, x, y}.Mul(p.tlm)
	p.tm = p.tlm
}

func (p *program) setFont() {
	if len(p.args) < 2 || p.args[len(p.args)-2].Kind != Name {
		return
	}
	name := string(p.args[len(p.args)-2].Bytes)
	p.st.size, p.st.fontName = p.args[len(p.args)-1].Num, name
	font, ok := p.fonts[name]
	if !ok {
		o := p.resource("Font", name)
		if p.f.Dict(o) == nil {
			p.problem(Problem{Damaged, "font " + name})
		}
		font = p.f.font(o)
		p.fonts[name] = font
	}
	p.st.font = font
}

// textClip lets the text of the text object become a clip, if its modes say so (9.3.6). Through it a picture may be painted in the
// form of the letters.
func (p *program) textClip() {
	at := -1
	for i := p.texts; i < len(p.c.Shows); i++ {
		s := &p.c.Shows[i]
		if s.Content != p.at || s.Mode < 4 {
			continue
		}
		if at < 0 {
			p.addClip(shape{box: p.c.clipBox(p.st.clip), vague: true})
			at = p.st.clip
		}
		s.textClip = at
	}
	p.texts = len(p.c.Shows)
}

// show shows the strings among the operands (9.4.3).
func (p *program) show(t Token) {
	st := &p.st
	if st.font == nil {
		if len(p.args) > 0 {
			p.problem(Problem{Damaged, "text without a font"})
		}
		return
	}
	m := p.tm.Mul(st.ctm)
	s := Show{
		Content: p.at, Start: p.from, End: t.End, Op: string(t.Bytes), Font: st.font, FontName: st.fontName, Mode: st.mode,
		Fill: st.fill, Stroke: st.stroke, Alpha: st.alpha * st.group, Order: p.next(), Annot: p.annot, Hidden: st.hidden, Mark: p.mark(),
		clip: st.clip, textClip: -1, masked: st.masked || st.veiled,
	}
	if st.mode == 1 || st.mode == 5 {
		s.Alpha = st.strokeAlpha * st.group
	}
	if st.fillPattern != nil {
		s.Fill = Color{}
	}
	s.Size = math.Abs(st.size) * math.Hypot(m[2], m[3])
	along, across := math.Hypot(m[0], m[1])*math.Abs(st.size*st.horizontal), s.Size
	if n := math.Hypot(m[0], m[1]); n > 0 {
		s.Dir = [2]float64{m[0] / n, m[1] / n}
		if st.size*st.horizontal < 0 {
			s.Dir = [2]float64{-s.Dir[0], -s.Dir[1]}
		}
	}
	s.Size = min(across, along*4) // text that is pressed to a line can't be read either
	if math.IsNaN(s.Size) {
		s.Size = 0
	}
	p.c.Shows = append(p.c.Shows, s)
	w := writer{program: p, m: m, show: int32(len(p.c.Shows) - 1)}
	if !st.font.Vertical && m[1] == 0 && m[2] == 0 {
		w.level = st.level(m)
	}
	w.operands()
	move := Matrix{1, 0, 0, 1, w.x, 0}
	if st.font.Vertical {
		move = Matrix{1, 0, 0, 1, 0, w.x}
	}
	p.tm = move.Mul(p.tm)
}

// A writer places the glyphs of one show operation.
type writer struct {
	*program
	m     Matrix // text space to page space
	show  int32
	x     float64 // how far the text has come, in text space
	level level
}

func (w *writer) operands() {
	elem := int32(0)
	inArray := false
	for i := range w.args {
		switch a := &w.args[i]; a.Kind {
		case ArrayOpen:
			inArray = true
		case String:
			w.string(a.Bytes, elem)
			elem++
		case Number:
			if !inArray {
				continue // the spacing operands of "
			}
			by := -a.Num / 1000 * w.st.size
			if !w.st.font.Vertical {
				by *= w.st.horizontal
			}
			w.x += by
			elem++
		}
	}
}

// string places the glyphs of one string.
func (w *writer) string(b []byte, elem int32) {
	st := &w.st
	font := st.font
	if len(w.c.Glyphs) > maxGlyphs {
		w.limit("glyphs")
		return
	}
	pos := int32(0)
	for len(b) > 0 {
		c, raw := font.next(b)
		n := max(1, int(c.n))
		space := st.charSpace
		if c.space {
			space += st.wordSpace
		}
		g := w.glyph()
		g.Text, g.white, g.N, g.Cover = c.text, c.white, uint8(min(n, len(b))), -1
		g.Show, g.Elem, g.Pos, g.Code = w.show, elem, pos, raw
		advance := c.width
		if font.Vertical {
			advance = c.down
			w.place(g, -c.vx*st.size, w.x-c.vy*st.size, c.width)
			w.x += advance*st.size + space
		} else {
			if w.level.flat {
				w.level.place(g, w.x, c.width)
			} else {
				w.place(g, w.x, 0, c.width)
			}
			if font.type3 {
				w.type3(g, byte(raw), w.x)
			}
			w.x += (advance*st.size + space) * st.horizontal
		}
		if st.size != 0 {
			g.Kern = -1000 * (advance + space/st.size)
		}
		if c.block {
			w.block(g)
		}
		if font.type3 {
			w.c.Glyphs = append(w.c.Glyphs, *g)
		}
		n = min(n, len(b))
		b, pos = b[n:], pos+int32(n)
	}
}

// glyph returns a place for the next glyph of a string: at the end of the canvas, where most are built to be not copied. A glyph of a Type 3
// font may show others, which then come first.
func (w *writer) glyph() *Glyph {
	if w.st.font.type3 {
		return new(Glyph)
	}
	c := w.c
	n := len(c.Glyphs)
	c.Glyphs = slices.Grow(c.Glyphs, 1)[:n+1]
	g := &c.Glyphs[n]
	*g = Glyph{}
	return g
}

// block paints a character that is a box: rows of them are typed over what is to be hidden.
func (w *writer) block(g *Glyph) {
	st := &w.st
	if st.mode == 1 || st.mode == 3 || st.mode > 4 || st.font.type3 || st.hidden {
		return
	}
	box := g.Box
	if g.Text == "■" {
		box = g.core
	}
	if box.W() < minCover || box.H() < minCover {
		return
	}
	s := &w.c.Shows[w.show]
	w.paint(Paint{
		Kind: Fill, Order: s.Order, Color: s.Fill, Opaque: st.opaque(s.Fill, st.alpha), Start: s.Start, End: s.End, First: -1, shape: shape{box: box},
	})
}

// place computes the boxes of a glyph whose origin stands at x, y of text space.
func (w *writer) place(g *Glyph, x, y, width float64) {
	st := &w.st
	scale := st.size * st.horizontal
	if st.font.Vertical {
		scale = st.size
	}
	y += st.rise
	g.X, g.Y = w.m.Apply(x, y)
	g.Box = w.m.Box(Rect{x, y + st.font.descent*st.size, x + width*scale, y + st.font.ascent*st.size})
	ink := inkOf(width)
	g.core = w.m.Box(Rect{x + ink.side*width*scale, y + ink.low*st.size, x + (1-ink.side)*width*scale, y + ink.high*st.size})
}

// An ink is where a glyph is likely to be black: from low to high, in ems above the line, and between the sides, in shares of its width.
type ink struct{ low, high, side float64 }

// The ink of Latin letters stands on the line; that of kana and kanji fills the em.
var narrowInk, wideInk = ink{0.05, 0.62, 0.15}, ink{-0.04, 0.78, 0.1}

func inkOf(width float64) *ink {
	if width >= 0.9 {
		return &wideInk
	}
	return &narrowInk
}
