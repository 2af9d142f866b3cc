package pdf

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// annotations draws the appearances of the annotations over the page (12.5.5), in their order.
func (in *interpreter) annotations() {
	for n, o := range in.f.Array(in.c.Page.Dict["Annots"]) {
		d := in.f.Dict(o)
		if d == nil || n > 100_000 || in.over {
			continue
		}
		a := Annot{N: n, Obj: ObjectNumber(o), Dict: d, Subtype: in.f.Name(d["Subtype"]), Flags: in.f.Int(d["F"])}
		a.Rect, _ = in.f.Rect(d["Rect"])
		a.Shown = a.Flags&(FlagHidden|FlagNoView) == 0 && !(d["OC"] != nil && in.f.LayerOff(d["OC"]))
		in.c.Annots = append(in.c.Annots, a)
		in.annotation(&in.c.Annots[len(in.c.Annots)-1], len(in.c.Annots)-1)
	}
}

// annotation draws one annotation. Popups and what is off are kept as hidden.
func (in *interpreter) annotation(a *Annot, at int) {
	in.st = newState()
	in.st.hidden = !a.Shown
	o := in.appearance(a.Dict)
	if o == nil {
		if a.Shown {
			in.drawn(a, at)
		}
		return
	}
	if a.Subtype == "Popup" {
		return
	}
	d := in.f.Dict(o)
	box, ok := in.f.Rect(d["BBox"])
	if !ok {
		box = Rect{0, 0, a.Rect.W(), a.Rect.H()}
	}
	m := Identity
	if v := in.f.Numbers(d["Matrix"]); len(v) == 6 {
		m = Matrix(v)
	}
	// The box, transformed by the form's own matrix, is fitted into the annotation's rectangle.
	fit := m.Box(box)
	if fit.Empty() {
		return
	}
	sx, sy := a.Rect.W()/fit.W(), a.Rect.H()/fit.H()
	in.st.ctm = Matrix{sx, 0, 0, sy, a.Rect.X0 - fit.X0*sx, a.Rect.Y0 - fit.Y0*sy}
	in.c.Uses = append(in.c.Uses, Use{Content: -1, Obj: ObjectNumber(o)})
	in.form(o, d, Content{Parent: -1, Name: "N", Obj: ObjectNumber(o), Annot: at})
}

// appearance returns the normal appearance, in the state that is on.
func (in *interpreter) appearance(d types.Dict) types.Object {
	o := in.f.Dict(d["AP"])["N"]
	switch v := in.f.Resolve(o).(type) {
	case types.StreamDict, *types.StreamDict:
		return o
	case types.Dict:
		if state := v[in.f.Name(d["AS"])]; in.f.Dict(state) != nil {
			return state
		}
	}
	return nil
}

// drawn paints what readers draw for an annotation without an appearance: the filled shapes.
func (in *interpreter) drawn(a *Annot, at int) {
	p := &program{interpreter: in, at: 0, annot: at}
	if v, ok := in.f.Number(a.Dict["CA"]); ok {
		in.st.alpha, in.st.strokeAlpha = v, v
	}
	paint := func(kind PaintKind, c Color, pa *path) {
		p.paint(Paint{Kind: kind, Color: c, Opaque: in.st.opaque(c, in.st.alpha), shape: in.c.shapeOf(pa, false)})
	}
	inner, filled := in.colorOf(a.Dict["IC"])
	outer, _ := in.colorOf(a.Dict["C"])
	switch a.Subtype {
	case "Square":
		if filled {
			paint(Fill, inner, rectPath(a.Rect))
		}
	case "Circle":
		if filled {
			paint(Fill, inner, ellipse(a.Rect))
		}
	case "Polygon":
		if v := in.f.Numbers(a.Dict["Vertices"]); filled && len(v) >= 6 {
			paint(Fill, inner, polygon(v))
		}
	case "FreeText":
		if len(in.f.Array(a.Dict["C"])) > 0 {
			paint(Fill, outer, rectPath(a.Rect))
		}
	case "Widget":
		if ground, ok := in.colorOf(in.f.Dict(a.Dict["MK"])["BG"]); ok {
			paint(Fill, ground, rectPath(a.Rect))
		}
	case "Highlight":
		in.st.blend = "Multiply"
		for q := in.f.Numbers(a.Dict["QuadPoints"]); len(q) >= 8; q = q[8:] {
			box := Rect{q[0], q[1], q[0], q[1]}.add(q[2], q[3]).add(q[4], q[5]).add(q[6], q[7])
			paint(Fill, outer, rectPath(box))
		}
	case "Ink", "Line", "PolyLine":
		in.inkLines(p, a, outer)
	}
}

func (in *interpreter) inkLines(p *program, a *Annot, c Color) {
	width, ok := in.f.Number(in.f.Dict(a.Dict["BS"])["W"])
	if !ok {
		width = 1
	}
	lists := [][]float64{in.f.Numbers(a.Dict["L"]), in.f.Numbers(a.Dict["Vertices"])}
	for _, o := range in.f.Array(a.Dict["InkList"]) {
		lists = append(lists, in.f.Numbers(o))
	}
	var pa path
	for _, v := range lists {
		for i := 0; i+1 < len(v); i += 2 {
			if i == 0 {
				pa.move(v[0], v[1])
			} else {
				pa.line(v[i], v[i+1])
			}
		}
	}
	if pa.any && width >= minStroke {
		s := in.c.strokeOf(&pa, width, true)
		p.paint(Paint{Kind: Stroke, Color: c, Opaque: in.st.opaque(c, in.st.alpha), shape: s})
	}
}

// colorOf reads an array of one, three or four components; an empty one means transparent.
func (in *interpreter) colorOf(o types.Object) (Color, bool) {
	v := in.f.Numbers(o)
	switch len(v) {
	case 1, 3, 4:
		return deviceSpace(len(v)).of(v), true
	}
	return black, false
}

func rectPath(r Rect) *path {
	return polygon([]float64{r.X0, r.Y0, r.X1, r.Y0, r.X1, r.Y1, r.X0, r.Y1})
}

func polygon(v []float64) *path {
	p := &path{}
	p.move(v[0], v[1])
	for i := 2; i+1 < len(v); i += 2 {
		p.line(v[i], v[i+1])
	}
	p.close()
	return p
}

func ellipse(r Rect) *path {
	const k = 0.5523
	x, y := r.Center()
	a, b := r.W()/2, r.H()/2
	p := &path{}
	p.move(x+a, y)
	p.curve(x+a, y+k*b, x+k*a, y+b, x, y+b)
	p.curve(x-k*a, y+b, x-a, y+k*b, x-a, y)
	p.curve(x-a, y-k*b, x-k*a, y-b, x, y-b)
	p.curve(x+k*a, y-b, x+a, y-k*b, x+a, y)
	return p
}
