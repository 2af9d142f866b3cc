package pdf

import (
	"fmt"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// multiplyName is the graphics state with which highlighters are drawn.
const multiplyName = "SkMultiply"

// plainShape draws the shapes that readers draw for annotations without an appearance (12.5.6).
func (d *drawing) plainShape(at int) []byte {
	a := &d.c.Annots[at]
	fill, stroke := d.f.Numbers(a.Dict["IC"]), d.f.Numbers(a.Dict["C"])
	width := d.lineWidth(a)
	out := append([]byte("q "), d.faint(a)...)
	switch a.Subtype {
	case "Square", "Circle", "Polygon":
		out = append(out, d.area(a, fill, stroke, width)...)
	case "Highlight":
		if d.covers(at) {
			out = append(out, inColor(stroke, false)...)
		} else {
			d.multiply = true
			out = append(append(out, "/"+multiplyName+" gs "...), inColor(stroke, false)...)
		}
		out = append(out, d.quads(a)...)
	case "Underline", "StrikeOut", "Squiggly":
		out = append(out, inColor(stroke, true)...)
		for _, r := range areas(d.f, a) {
			y := r.Y0 + 0.08*r.H()
			if a.Subtype == "StrikeOut" {
				y = r.Y0 + 0.45*r.H()
			}
			out = append(out, line([]float64{r.X0, y, r.X1, y})...)
			out = append(out, "S "...)
		}
	case "Ink", "Line", "PolyLine":
		out = append(append(out, inColor(stroke, true)...), "1 J 1 j "...)
		out = append(numbers(out, width), "w "...)
		lines := d.f.Array(a.Dict["InkList"])
		for _, o := range append(lines[:len(lines):len(lines)], a.Dict["L"], a.Dict["Vertices"]) {
			if v := d.f.Numbers(o); len(v) > 2 {
				out = append(append(out, line(v)...), "S "...)
			}
		}
	default:
		if !d.covers(at) {
			return nil
		}
		out = append(numbers(append(out, inColor(stroke, false)...), a.Rect.X0, a.Rect.Y0, a.Rect.W(), a.Rect.H()), "re f "...)
	}
	return append(out, "Q\n"...)
}

// lineWidth returns the width of an annotation's lines (12.5.4, tables 166 and 168), in points.
func (d *drawing) lineWidth(a *pdf.Annot) float64 {
	if w, ok := d.f.Number(d.f.Dict(a.Dict["BS"])["W"]); ok {
		return w
	}
	if b := d.f.Numbers(a.Dict["Border"]); len(b) >= 3 {
		return b[2]
	}
	return 1
}

// faint sets the opacity of an annotation (12.5.6.2, table 172).
func (d *drawing) faint(a *pdf.Annot) []byte {
	alpha, ok := d.f.Number(a.Dict["CA"])
	if !ok || alpha >= 1 || alpha < 0 {
		return nil
	}
	if d.alphas == nil {
		d.alphas = map[string]float64{}
	}
	name := fmt.Sprintf("SkAlpha%d", int(alpha*1000))
	d.alphas[name] = alpha
	return []byte("/" + name + " gs ")
}

// area draws a filled shape with its border, which lies within the annotation's rectangle.
func (d *drawing) area(a *pdf.Annot, fill, stroke []float64, width float64) []byte {
	r := pdf.Rect{X0: a.Rect.X0 + width/2, Y0: a.Rect.Y0 + width/2, X1: a.Rect.X1 - width/2, Y1: a.Rect.Y1 - width/2}
	var path []byte
	switch a.Subtype {
	case "Square":
		path = append(numbers(nil, r.X0, r.Y0, r.W(), r.H()), "re "...)
	case "Circle":
		path = append(ellipse(r), "h "...)
	default:
		path = append(line(d.f.Numbers(a.Dict["Vertices"])), "h "...)
	}
	var out []byte
	if len(fill) > 0 {
		out = append(out, inColor(fill, false)...)
	}
	if len(stroke) > 0 && width > 0 {
		out = append(numbers(append(out, inColor(stroke, true)...), width), "w "...)
	}
	op := "n "
	switch {
	case len(fill) > 0 && len(stroke) > 0 && width > 0:
		op = "B "
	case len(fill) > 0:
		op = "f "
	case len(stroke) > 0 && width > 0:
		op = "S "
	}
	return append(append(out, path...), op...)
}

// inColor sets a colour from an array of one, three or four components; no component is black, as what hides has to hide on.
func inColor(v []float64, stroke bool) []byte {
	op := map[int]string{1: "g ", 3: "rg ", 4: "k "}[len(v)]
	if op == "" {
		v, op = []float64{0}, "g "
	}
	if stroke {
		op = map[string]string{"g ": "G ", "rg ": "RG ", "k ": "K "}[op]
	}
	return append(numbers(nil, v...), op...)
}

func numbers(b []byte, v ...float64) []byte {
	for _, n := range v {
		b = append(appendNumber(b, n, 7), ' ')
	}
	return b
}

func line(v []float64) []byte {
	var out []byte
	for i := 0; i+1 < len(v); i += 2 {
		op := "l "
		if i == 0 {
			op = "m "
		}
		out = append(numbers(out, v[i], v[i+1]), op...)
	}
	return out
}

func ellipse(r pdf.Rect) []byte {
	const k = 0.5523
	x, y := r.Center()
	a, b := r.W()/2, r.H()/2
	out := append(numbers(nil, x+a, y), "m "...)
	for _, c := range [][6]float64{
		{x + a, y + k*b, x + k*a, y + b, x, y + b},
		{x - k*a, y + b, x - a, y + k*b, x - a, y},
		{x - a, y - k*b, x - k*a, y - b, x, y - b},
		{x + k*a, y - b, x + a, y - k*b, x + a, y},
	} {
		out = append(numbers(out, c[:]...), "c "...)
	}
	return out
}
