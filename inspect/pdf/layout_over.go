package pdf

import "slices"

// How texts that are printed over each other are told apart.
const (
	standsOn  = 0.3 // of the narrower glyph: so far glyphs of two texts overlap that were not set beside each other
	leastOver = 2   // glyphs of a text that do so
)

// A printing is one text on top of another: what shows them, the later first.
type printing struct{ top, under int32 }

// apart parts the glyphs of a line, which are in order, from those of texts that are printed over them: a stamp, a page head of another
// program, a note. Without it, the letters of both would be read in turn.
func apart(line []mark) (under, top []mark) {
	var over map[printing]int
	for i := 1; i < len(line); i++ {
		a, b := &line[i-1], &line[i]
		if a.g.Show == b.g.Show || a.g.Text == b.g.Text || a.g.Space() || b.g.Space() || b.u0 > a.u1-standsOn*min(a.u1-a.u0, b.u1-b.u0) {
			continue
		}
		if over == nil {
			over = map[printing]int{}
		}
		over[printing{max(a.g.Show, b.g.Show), min(a.g.Show, b.g.Show)}]++
	}
	if over == nil {
		return line, nil
	}
	printed := map[int32]bool{}
	for p, n := range over {
		if n >= leastOver {
			printed[p.top] = true
		}
	}
	if len(printed) == 0 {
		return line, nil
	}
	for _, m := range line {
		if printed[m.g.Show] {
			top = append(top, m)
		} else {
			under = append(under, m)
		}
	}
	return slices.Clip(under), top
}
