package pdf

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// xobject draws a form or an image (8.8).
func (p *program) xobject(t Token) {
	name := p.name()
	o := p.resource("XObject", name)
	d := p.f.Dict(o)
	if d == nil {
		return
	}
	oc := d["OC"]
	off := oc != nil && p.f.LayerOff(oc)
	p.c.Uses = append(p.c.Uses, Use{p.at, p.from, t.End, ObjectNumber(o), p.f.Name(d["Subtype"]) == "Image", off})
	saved := p.st
	defer func() { p.st = saved }()
	p.st.hidden = p.st.hidden || off
	switch p.f.Name(d["Subtype"]) {
	case "Form":
		p.form(o, d, Content{Parent: p.at, Start: p.from, End: t.End, Name: name, Obj: ObjectNumber(o), Annot: p.annot})
	case "Image":
		p.image(o, d, t, name)
	}
}

// form runs a form XObject (8.10).
func (in *interpreter) form(o types.Object, d types.Dict, use Content) {
	if use.Obj > 0 && slices.Contains(in.entered, use.Obj) {
		return // it draws itself: nothing that was not drawn already
	}
	if len(in.entered) >= maxForms {
		in.limit("nested forms")
		return
	}
	data, err := in.f.Stream(o)
	if err != nil {
		in.problem(problemOf(err, "form "+use.Name))
	}
	use.Data = data
	if use.Resources = in.f.Dict(d["Resources"]); use.Resources == nil && use.Parent >= 0 {
		use.Resources, use.Inherited = in.c.Contents[use.Parent].Resources, true
	}
	st := &in.st
	if m := in.f.Numbers(d["Matrix"]); len(m) == 6 {
		st.ctm = Matrix(m).Mul(st.ctm)
	}
	if box, ok := in.f.Rect(d["BBox"]); ok {
		in.clipTo(box)
	}
	if in.f.Dict(d["Group"]) != nil {
		st.group *= st.alpha
		st.alpha, st.strokeAlpha = 1, 1
		st.veiled, st.masked = st.veiled || st.masked, false
		if st.blend == "" || st.blend == "Compatible" {
			st.blend = "Normal"
		}
	}
	use.Matrix = st.ctm
	in.entered = append(in.entered, use.Obj)
	in.c.Contents = append(in.c.Contents, use)
	in.run(len(in.c.Contents) - 1)
	in.entered = in.entered[:len(in.entered)-1]
}

// clipTo narrows the clip to a box of the current space.
func (in *interpreter) clipTo(box Rect) {
	p := program{interpreter: in}
	for i, c := range [...][2]float64{{box.X0, box.Y0}, {box.X1, box.Y0}, {box.X1, box.Y1}, {box.X0, box.Y1}, {box.X0, box.Y0}} {
		x, y := in.st.ctm.Apply(c[0], c[1])
		if i == 0 {
			p.path.move(x, y)
		} else {
			p.path.line(x, y)
		}
	}
	p.addClip(in.c.shapeOf(&p.path, false))
}

// image paints an image (8.9).
func (p *program) image(o types.Object, d types.Dict, t Token, name string) {
	q := Paint{Kind: Image, Start: p.from, End: t.End, Name: name, Obj: ObjectNumber(o)}
	q.Opaque = p.st.opaque(Color{}, p.st.alpha)
	switch {
	case p.f.Bool(d["ImageMask"], false):
		q.Color, q.mask = p.st.fill, o
		if p.st.fillPattern != nil {
			q.Color = Color{}
		}
		q.Opaque = p.st.opaque(q.Color, p.st.alpha)
	case d["SMask"] != nil:
		q.mask = d["SMask"]
	case IsStream(p.f.Resolve(d["Mask"])):
		q.mask = d["Mask"]
	case d["Mask"] != nil, p.f.Int(d["SMaskInData"]) != 0:
		q.Opaque = false
	}
	p.unitSquare(q)
}

// unitSquare paints the unit square, where images stand.
func (p *program) unitSquare(q Paint) {
	if !p.st.hidden {
		p.c.Images++
	}
	var pa path
	corners := [...][2]float64{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}
	for i, c := range corners {
		x, y := p.st.ctm.Apply(c[0], c[1])
		if i == 0 {
			pa.move(x, y)
		} else {
			pa.line(x, y)
		}
	}
	q.shape, q.Matrix = p.c.shapeOf(&pa, false), p.st.ctm
	p.paint(q)
}
