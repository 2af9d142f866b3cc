package witness

import (
	"context"
	"math"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// together switches off at once all that stands twice on one spot, and keeps of those glyphs what still does not change: beside lone,
// which stand alone.
func (l *look) together(ctx context.Context, lone []int32) error {
	single, off := map[int32]bool{}, map[int]bool{}
	for _, at := range lone {
		single[at] = true
	}
	for _, at := range l.unseen {
		if !single[at] {
			off[l.text[l.c.Glyphs[at].Show]] = true
		}
	}
	if err := l.w.doc.Switch(ctx, func(t int) bool { return !off[t] }); err != nil {
		return err
	}
	pic, err := l.w.doc.Render(ctx, l.n, l.o)
	if err != nil {
		return err
	}
	kept := lone
	for _, at := range l.unseen {
		box := l.box(&l.c.Glyphs[at])
		if !single[at] && l.c.Masked(&l.c.Glyphs[at]) && float64(changed(l.first.RGBA, pic.RGBA, box)) <= faintShare*float64(box.Dx()*box.Dy()) {
			kept = append(kept, at)
		}
	}
	l.unseen = kept
	return nil
}

// twice leaves out glyphs that stand twice on one spot: either hides that the other is gone.
func twice(c *pdf.Canvas, unseen []int32) []int32 {
	type spot struct {
		text string
		x, y int
	}
	at := func(g *pdf.Glyph) spot { return spot{g.Text, int(math.Round(g.X / 2)), int(math.Round(g.Y / 2))} }
	count := map[spot]int{}
	for i := range c.Glyphs {
		count[at(&c.Glyphs[i])]++
	}
	var out []int32
	for _, i := range unseen {
		s := at(&c.Glyphs[i])
		n := 0
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				n += count[spot{s.text, s.x + dx, s.y + dy}]
			}
		}
		if n == 1 {
			out = append(out, i)
		}
	}
	return out
}
