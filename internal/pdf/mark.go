package pdf

// Mark gives glyphs that a reader was thought to see, and does not, the cause [Unseen], where they say something: slivers and lone
// thin letters stay seen. It returns how many were marked.
func (c *Canvas) Mark(glyphs []int32) int {
	for _, i := range glyphs {
		c.Glyphs[i].Cause = Unseen
	}
	j := &judge{c: c}
	j.slivers()
	j.spaces()
	n := 0
	for _, i := range glyphs {
		if c.Glyphs[i].Cause == Unseen {
			n++
		}
	}
	return n
}

// Masked reports whether a glyph is shown through a soft mask (11.6.5).
func (c *Canvas) Masked(g *Glyph) bool { return c.Shows[g.Show].masked }
