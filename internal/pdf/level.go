package pdf

// A level is how high the glyphs of an operation stand, where text runs along the edges of the page: all of them at the same height. So
// nearly all text is set, and only how far along each glyph stands is computed for itself.
type level struct {
	flat         bool // the text runs so
	scale        float64
	a, e, y      float64 // x' = ax + e
	box          extent  // of the cell
	narrow, wide extent  // of the ink
}

// An extent is from where to where something reaches in one direction.
type extent struct{ from, to float64 }

// extentOf puts both ends in order.
func extentOf(a, b float64) extent {
	if a <= b {
		return extent{a, b}
	}
	return extent{min(a, b), max(a, b)}
}

// level returns the level of text in the current state, by a transformation that does not turn it.
func (st *state) level(m Matrix) level {
	high := func(from, to float64) extent {
		return extentOf(m[3]*(st.rise+from*st.size)+m[5], m[3]*(st.rise+to*st.size)+m[5])
	}
	return level{
		flat: true, scale: st.size * st.horizontal, a: m[0], e: m[4], y: m[3]*st.rise + m[5],
		box: high(st.font.descent, st.font.ascent), narrow: high(narrowInk.low, narrowInk.high), wide: high(wideInk.low, wideInk.high),
	}
}

// place computes the boxes of a glyph whose origin stands at x of text space. It is [writer.place] for flat text.
func (l *level) place(g *Glyph, x, width float64) {
	ink, high := &narrowInk, &l.narrow
	if width >= 0.9 {
		ink, high = &wideInk, &l.wide
	}
	g.X, g.Y = l.a*x+l.e, l.y
	along := extentOf(g.X, l.a*(x+width*l.scale)+l.e)
	g.Box = Rect{along.from, l.box.from, along.to, l.box.to}
	along = extentOf(l.a*(x+ink.side*width*l.scale)+l.e, l.a*(x+(1-ink.side)*width*l.scale)+l.e)
	g.core = Rect{along.from, high.from, along.to, high.to}
}
