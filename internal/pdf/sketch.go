package pdf

import (
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A sketch is what the cell of a tiling pattern (8.7.3) or the procedure of a Type 3 glyph (9.6.4) draws. It is drawn once, on a canvas
// of its own: what counts is what it hides, and what it says.
type sketch struct {
	text    string  // that it shows
	box     Rect    // of what it paints
	dense   float64 // share of its area that is painted, nothing shining through
	color   Color   // of all that it paints; unknown if there are several
	own     bool    // it sets its colours itself
	painted bool    // it paints anything
	unread  bool    // some of it could not be read
	uses    []Use
}

// solid is the share from which an area counts as painted all over.
const solid = 0.97

// sketch draws a stream within an area of its space; all of what it paints if the area is empty. The stream must not be one that is
// being drawn already.
func (in *interpreter) sketch(o types.Object, resources types.Dict, area Rect) *sketch {
	n := ObjectNumber(o)
	if n > 0 && slices.Contains(in.entered, n) || len(in.entered) >= maxForms {
		return &sketch{unread: true}
	}
	data, err := in.f.Stream(o)
	sk := &sketch{unread: err != nil}
	c := &Canvas{Page: &Page{MediaBox: everywhere, CropBox: everywhere}}
	sub := &interpreter{f: in.f, c: c, ctx: in.ctx, ops: in.ops, noted: map[Problem]bool{}, entered: append(slices.Clip(in.entered), n), st: newState()}
	if !area.Empty() {
		sub.clipTo(area)
	}
	c.Contents = append(c.Contents, Content{Parent: -1, Annot: -1, Resources: resources, Data: data})
	sub.run(0)
	if in.ops = sub.ops; sub.over {
		in.limit("operators")
	}
	sk.unread = sk.unread || len(c.Problems) > 0
	sk.own = !c.uncolored
	for _, u := range c.Uses {
		sk.uses = append(sk.uses, Use{Content: -1, Obj: u.Obj, Image: u.Image})
	}
	in.c.Uses = append(in.c.Uses, sk.uses...)
	var said strings.Builder
	for i := range c.Glyphs {
		if g := &c.Glyphs[i]; c.Shows[g.Show].Mode != 3 {
			said.WriteString(g.Text)
			sk.unread = sk.unread || g.Text == ""
		}
	}
	sk.text = said.String()
	sk.measure(c, area)
	return sk
}

// measure finds how much of the area is painted, by a grid of points.
func (sk *sketch) measure(c *Canvas, area Rect) {
	for i := range c.Paints {
		p := &c.Paints[i]
		if sk.box = sk.box.Union(p.Box); i == 0 {
			sk.color = p.Color
		}
		if !p.Color.Near(sk.color) {
			sk.color = Color{}
		}
	}
	sk.painted = len(c.Paints) > 0 || c.Faint > 0 || sk.text != ""
	if area.Empty() {
		area = sk.box
	}
	if area.Empty() || len(c.Paints) > 1000 {
		return
	}
	const steps = 24
	hit, work := 0, 0
	for k := range steps * steps {
		x := area.X0 + (float64(k%steps)+0.5)/steps*area.W()
		y := area.Y0 + (float64(k/steps)+0.5)/steps*area.H()
		for i := range c.Paints {
			p := &c.Paints[i]
			if p.Opaque && p.mask == nil && p.Box.Contains(x, y) && c.inShape(&p.shape, x, y, &work) && c.inClip(p.clip, x, y, &work) {
				hit++
				break
			}
		}
	}
	sk.dense = float64(hit) / (steps * steps)
}

// tiling returns the sketch of a tiling pattern. Cells may stand apart: then the share is that of the step.
func (in *interpreter) tiling(o types.Object, d types.Dict) *sketch {
	n := ObjectNumber(o)
	if sk, ok := in.f.sketches[n]; ok && n > 0 {
		in.c.Uses = append(in.c.Uses, sk.uses...)
		return sk
	}
	box, _ := in.f.Rect(d["BBox"])
	sk := in.sketch(o, in.f.Dict(d["Resources"]), box)
	x, _ := in.f.Number(d["XStep"])
	y, _ := in.f.Number(d["YStep"])
	if x, y = max(x, -x), max(y, -y); x > box.W() || y > box.H() {
		sk.dense *= min(1, box.W()/max(x, 0.001)) * min(1, box.H()/max(y, 0.001))
	}
	if in.f.Int(d["PaintType"]) == 2 {
		sk.own = false
	}
	if sk.unread {
		in.problem(Problem{Unsupported, "a pattern"})
	}
	in.f.sketches[n] = sk
	return sk
}

// procedure returns the sketch of a glyph of a Type 3 font.
func (in *interpreter) procedure(font *Font, code byte) *sketch {
	if sk := font.drawn[code]; sk != nil {
		return sk
	}
	sk := &sketch{}
	if o := font.procs[font.procNames[code]]; o != nil {
		in.c.Uses = append(in.c.Uses, Use{Content: -1, Obj: ObjectNumber(o)})
		res := font.resources
		if res == nil {
			res = in.c.Contents[0].Resources
		}
		sk = in.sketch(o, res, Rect{})
	}
	if font.drawn == nil {
		font.drawn = map[byte]*sketch{}
	}
	font.drawn[code] = sk
	return sk
}

// type3 looks at what a glyph of a Type 3 font draws: it may hide what lies below it, say something else than its code does, or
// draw nothing at all.
func (w *writer) type3(g *Glyph, code byte, x float64) {
	st := &w.st
	sk := w.procedure(st.font, code)
	m := st.font.matrix.Mul(Matrix{st.size * st.horizontal, 0, 0, st.size, x, st.rise}).Mul(w.m)
	switch {
	case strings.TrimSpace(sk.text) != "":
		g.Text = sk.text
	case g.Text == "" && (!sk.painted || sk.dense >= solid):
		g.Text = " " // a gap, or a bar: a drawing that says nothing
	}
	g.void, g.white = !sk.painted, blank(g.Text)
	if !sk.box.Empty() {
		g.core = m.Box(sk.box)
	}
	if sk.own {
		w.c.Shows[w.show].Fill = Color{}
	}
	if sk.dense < solid || st.hidden || st.mode == 3 || g.core.W() < minCover || g.core.H() < minCover {
		return
	}
	color := st.fill
	if sk.own {
		color = sk.color
	}
	s := &w.c.Shows[w.show]
	w.paint(Paint{Kind: Fill, Order: s.Order, Color: color, Opaque: st.opaque(color, st.alpha), Start: s.Start, End: s.End, shape: shape{box: g.core}})
}
