package pdf

// doubts notes whether the page has text of which geometry alone can't tell that a reader sees it: under or over something that is
// translucent, blended, masked or of unknown outline, or on a picture, pattern or shading whose colour there is not known. Where
// only plain shapes are painted there is no doubt, and nothing is spent.
func (j *judge) doubts() {
	j.c.Doubtful = false
	odd, any := j.odds[:0], false
	for i := range j.c.Paints {
		odd = append(odd, j.odd(&j.c.Paints[i]))
		any = any || odd[i]
	}
	j.odds = odd
	for i := range j.c.Shows {
		any = any || !j.c.Shows[i].Fill.Known || j.c.Shows[i].masked
	}
	if !any {
		return
	}
	for i := range j.c.Glyphs {
		g := &j.c.Glyphs[i]
		if g.Cause == Seen && !blank(g.Text) && j.doubt(g, odd) || j.work > maxWork {
			j.c.Doubtful = true
			return
		}
	}
}

// odd reports paints of which it is not known where or in which colour they cover.
func (j *judge) odd(p *Paint) bool {
	return !p.Opaque || !p.Color.Known || p.mask != nil || p.shape.vague || j.c.vagueClip(p.clip)
}

// doubt reports whether an odd paint may hide a glyph, or be of the colour of it.
func (j *judge) doubt(g *Glyph, odd []bool) bool {
	s := &j.c.Shows[g.Show]
	if s.masked {
		return true
	}
	x, y := g.core.Center()
	list := j.bands[j.band(y)]
	for k := len(list) - 1; k >= 0; k-- {
		at := list[k]
		p := &j.c.Paints[at]
		j.work++
		if !p.Box.Contains(x, y) {
			continue
		}
		later := p.Order > s.Order
		switch {
		case odd[at] && !(later && p.Opaque && p.mask == nil && !p.shape.vague && !j.c.vagueClip(p.clip)):
			return true
		case !later && j.paints(p, x, y):
			return !s.Fill.Known // the ground is plain; what lies below it does not matter
		}
	}
	return !s.Fill.Known
}
