package pdf

import (
	"fmt"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// drops reports whether an annotation goes: because a fix names it, or because it is a redaction that is being applied.
func (d *drawing) drops(a *pdf.Annot) bool {
	if d.p.annots[a.N] || a.Subtype == "Redact" && d.p.causes[pdf.UnderRedact] {
		return true
	}
	// The window of a comment, and answers to it, go with it.
	for _, key := range []string{"Parent", "IRT"} {
		n := pdf.ObjectNumber(a.Dict[key])
		for i := range d.c.Annots {
			if o := &d.c.Annots[i]; n > 0 && o.Obj == n && o.Subtype != "Widget" && d.p.annots[o.N] {
				return true
			}
		}
	}
	return false
}

// covers reports whether an annotation hides text: then the shape that it shows has to stay.
func (d *drawing) covers(at int) bool {
	for i := range d.c.Glyphs {
		if k := d.c.Glyphs[i].Cover; k >= 0 && int(k) < len(d.c.Paints) && d.c.Paints[k].Annot == at {
			return true
		}
	}
	return false
}

// stays reports whether the shape of an annotation that goes stays on the page: what a reader saw is there, as before. The marks of
// comments and of attached files are buttons for what goes, and go with it.
func (d *drawing) stays(at int) bool {
	a := &d.c.Annots[at]
	if !a.Shown {
		return false
	}
	switch a.Subtype {
	case "Square", "Circle", "Polygon", "PolyLine", "Line", "Ink", "Highlight", "Underline", "StrikeOut", "Squiggly", "FreeText", "Stamp", "Caret":
		return true
	case "Text", "Popup", "FileAttachment", "Sound", "Movie":
		return d.covers(at)
	case "Widget":
		if slices.Contains(d.struckAnnots, at) {
			return true
		}
	}
	if d.covers(at) {
		return true
	}
	for i := range d.c.Glyphs {
		if g := &d.c.Glyphs[i]; g.Cause == pdf.Seen && d.c.Shows[g.Show].Annot == at {
			return true
		}
	}
	return false
}

// burn draws on the page what covering annotations show, and the boxes that redactions were to leave. Author, time and remarks of
// the annotations do not come along.
func (d *drawing) burn() error {
	for at := range d.c.Annots {
		a := &d.c.Annots[at]
		switch {
		case !d.drops(a):
		case a.Subtype == "Redact":
			d.tail = append(d.tail, d.redactBox(a)...)
		case d.stays(at):
			d.tail = append(d.tail, d.shape(at)...)
		}
	}
	return nil
}

// shape draws an annotation as page content: by its appearance (12.5.5, algorithm 8), or as readers do without one.
func (d *drawing) shape(at int) []byte {
	a := &d.c.Annots[at]
	for i := range d.c.Contents {
		c := &d.c.Contents[i]
		if c.Annot != at || c.Parent >= 0 || c.Obj == 0 {
			continue
		}
		form := d.dict(d.object(c.Obj))
		box, ok := d.f.Rect(form["BBox"])
		if !ok {
			box = pdf.Rect{X1: a.Rect.W(), Y1: a.Rect.H()}
		}
		m := pdf.Identity
		if v := d.f.Numbers(form["Matrix"]); len(v) == 6 {
			m = pdf.Matrix(v)
		}
		fit := m.Box(box)
		if fit.Empty() {
			continue
		}
		if d.bind[0] == nil {
			d.bind[0] = map[string]int{}
		}
		if form["Subtype"] == nil { // an appearance is drawn without it, and as a part of a page is not
			d.edit(d.target[i])["Subtype"] = types.Name("Form")
		}
		name := d.fresh(0, d.target[i])
		d.bind[0][name] = d.target[i]
		sx, sy := a.Rect.W()/fit.W(), a.Rect.H()/fit.H()
		out := numbers([]byte("q "), sx, 0, 0, sy, a.Rect.X0-fit.X0*sx, a.Rect.Y0-fit.Y0*sy)
		return append(appendName(append(out, "cm "...), name), " Do Q\n"...)
	}
	return d.plainShape(at)
}

// redactBox draws what a redaction is to leave (12.5.6.23): its areas in its colour, black if it names none.
func (d *drawing) redactBox(a *pdf.Annot) []byte {
	fill := d.f.Numbers(a.Dict["IC"])
	if len(fill) == 0 {
		fill = []float64{0}
	}
	out := append([]byte("q "), inColor(fill, false)...)
	return append(append(out, d.quads(a)...), "Q\n"...)
}

// quads fills the areas of an annotation: its quadrilaterals, whose corners come in no reliable order, or its rectangle.
func (d *drawing) quads(a *pdf.Annot) []byte {
	var out []byte
	for _, r := range areas(d.f, a) {
		out = append(numbers(out, r.X0, r.Y0, r.W(), r.H()), "re f "...)
	}
	return out
}

func areas(f *pdf.File, a *pdf.Annot) []pdf.Rect {
	var list []pdf.Rect
	for q := f.Numbers(a.Dict["QuadPoints"]); len(q) >= 8; q = q[8:] {
		list = append(list, pdf.Rect{
			X0: min(q[0], q[2], q[4], q[6]), Y0: min(q[1], q[3], q[5], q[7]), X1: max(q[0], q[2], q[4], q[6]), Y1: max(q[1], q[3], q[5], q[7]),
		})
	}
	if len(list) == 0 {
		list = append(list, a.Rect)
	}
	return list
}

// annotations writes the page's list of annotations anew.
func (d *drawing) annotations(page types.Dict) error {
	list := d.f.Array(d.p.page.Dict["Annots"])
	var kept types.Array
	changed := false
	for n := range d.p.annots {
		if n < 0 || n >= len(list) {
			return fmt.Errorf("%w: annotation %d", ErrUnknown, n)
		}
	}
	at := map[int]int{}
	for i := range d.c.Annots {
		at[d.c.Annots[i].N] = i
	}
	for n, o := range list {
		i, known := at[n]
		if !known {
			kept = append(kept, o)
			continue
		}
		a := &d.c.Annots[i]
		if d.drops(a) {
			changed = true
			if a.Obj > 0 {
				d.dropped[a.Obj] = true
			}
			continue
		}
		if look := d.states[i]; look != nil {
			changed = true
			o = d.restate(a, o, look)
		}
		kept = append(kept, o)
	}
	switch {
	case !changed:
	case len(kept) == 0:
		delete(page, "Annots")
	default:
		page["Annots"] = kept
	}
	return nil
}

// restate gives an annotation another normal appearance. What it shows while it is pressed or pointed at goes.
func (d *drawing) restate(a *pdf.Annot, o, look object) object {
	dict := maps.Clone(a.Dict)
	if a.Obj > 0 {
		dict = d.edit(a.Obj)
	}
	ap := d.sub(dict, "AP")
	delete(ap, "D")
	delete(ap, "R")
	if states, ok := d.resolve(ap["N"]).(types.Dict); ok {
		states = maps.Clone(states)
		states[d.f.Name(a.Dict["AS"])] = look
		ap["N"] = states
	} else {
		ap["N"] = look
	}
	if a.Obj > 0 {
		return o
	}
	return dict
}
