package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// erasePictures blanks the pixels that lie where something is taken out: under redactions that are applied, under covers that hid text
// of a scan, and in areas that are blacked out. The picture is copied for this use; one in a coding that can't be decoded here is an
// error, since the pixels would stay, unless it goes as a whole.
func (d *drawing) erasePictures() error {
	areas := d.erasedAreas()
	if len(areas) == 0 {
		d.noteUses()
		return nil
	}
	for k := range d.c.Paints {
		q := &d.c.Paints[k]
		if q.Kind != pdf.Image && q.Kind != pdf.InlineImage {
			continue
		}
		hit := d.hits(q, areas)
		var err error
		switch whole := q.Matrix.Box(pdf.Rect{X1: 1, Y1: 1}); {
		case len(hit) == 0:
			d.used[q.Obj] = true
		case slices.ContainsFunc(d.p.areas, func(a *blackout) bool { return holdsRect(a.area, whole) }):
			d.dropPicture(q)
		default:
			err = d.erasePicture(q, hit)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// hits returns the areas that lie on a picture, also on parts of it that its clip hides.
func (d *drawing) hits(q *pdf.Paint, areas []area) []area {
	whole := q.Matrix.Box(pdf.Rect{X1: 1, Y1: 1})
	var hit []area
	for _, r := range areas {
		if (r.only == nil || r.only == q) && r.order > q.Order && (q.Annot < 0 || r.struck) && overlap(r.Quad, whole) > 0 {
			hit = append(hit, r)
		}
	}
	return hit
}

func holdsRect(q inspect.Quad, r pdf.Rect) bool {
	return q.Contains(r.X0, r.Y0) && q.Contains(r.X1, r.Y0) && q.Contains(r.X1, r.Y1) && q.Contains(r.X0, r.Y1)
}

// dropPicture takes out one use of a picture that lies in an area as a whole.
func (d *drawing) dropPicture(q *pdf.Paint) {
	d.cuts[q.Content] = append(d.cuts[q.Content], splice{q.Start, q.End, nil})
	if q.Obj > 0 {
		d.replaced[q.Obj] = true
	}
	d.silencePicture(q)
}

// silencePicture takes out what is said in place of a picture of which something went.
func (d *drawing) silencePicture(q *pdf.Paint) {
	for i := range d.c.Marks {
		if m := &d.c.Marks[i]; m.Content == q.Content && m.Start < q.Start && (m.Close == 0 || m.Close > q.Start) {
			d.cutMark(m)
		}
	}
	d.markErased(q.Content, q.Start)
}

// An area is where pixels go: those painted before its order.
type area struct {
	inspect.Quad
	order  int
	struck bool       // it is blacked out, annotations included
	cover  int        // of the paints, from 1: only samples that lie wholly below it, since what is seen beside it must not change; 0: all in the area
	paper  bool       // what covers it is white, and so is what comes below
	only   *pdf.Paint // it is about this picture alone, whose seen part lies elsewhere; nil: about all
}

// erasedAreas returns where a page loses what is painted: areas that are blacked out and those of redactions as a whole; under covers,
// where glyphs were.
func (d *drawing) erasedAreas() []area {
	var list []area
	upright := func(r pdf.Rect) inspect.Quad { return inspect.Upright(r.X0, r.Y0, r.X1, r.Y1) }
	if d.p.causes[pdf.UnderRedact] {
		for i := range d.c.Annots {
			if a := &d.c.Annots[i]; a.Subtype == "Redact" {
				for _, r := range areas(d.f, a) {
					list = append(list, area{Quad: upright(r), order: math.MaxInt})
				}
			}
		}
	}
	for i := range d.c.Glyphs {
		g := &d.c.Glyphs[i]
		if (g.Cause != pdf.Covered && g.Cause != pdf.UnderAnnot) || !d.gone(g) || g.Cover < 0 || int(g.Cover) >= len(d.c.Paints) {
			continue
		}
		if cover := &d.c.Paints[g.Cover]; cover.Order > d.c.Shows[g.Show].Order {
			list = append(list, area{Quad: upright(g.Box.Intersect(cover.Box)), order: cover.Order})
		}
	}
	if d.p.pictures {
		for _, p := range d.c.CoveredPictures(d.f) {
			cover := &d.c.Paints[p.Cover]
			if p.Known {
				list = append(list, area{Quad: upright(p.Area), order: cover.Order, cover: p.Cover + 1, paper: cover.Color.Luminance() > 0.5})
			}
		}
	}
	list = append(list, d.croppedAreas()...)
	for _, a := range d.p.areas {
		list = append(list, area{Quad: a.area, order: math.MaxInt, struck: true})
	}
	return list
}

// erasePicture lets one use of a picture draw a copy with blank areas.
func (d *drawing) erasePicture(q *pdf.Paint, hit []area) error {
	obj := q.Obj
	if q.Kind == pdf.InlineImage {
		n, err := d.outlined(q)
		if err != nil {
			return err
		}
		obj = n
	}
	if obj == 0 {
		return fmt.Errorf("%w: a picture that is no object", ErrDraw)
	}
	n, err := d.blanked(obj, q.Matrix, hit, 0)
	if err != nil {
		return err
	}
	owner := d.own[q.Content]
	if d.bind[owner] == nil {
		d.bind[owner] = map[string]int{}
	}
	name := d.fresh(owner, n)
	d.bind[owner][name] = n
	d.cuts[q.Content] = append(d.cuts[q.Content], splice{q.Start, q.End, append(appendName(nil, name), " Do"...)})
	d.replaced[obj] = true
	if slices.ContainsFunc(hit, func(a area) bool { return a.only == nil }) {
		d.silencePicture(q)
	}
	return nil
}

// blanked returns the number of a copy of a picture, and of its masks, in which the areas are blank.
func (d *drawing) blanked(obj int, m pdf.Matrix, hit []area, depth int) (int, error) {
	if depth > 2 {
		return 0, ErrDraw
	}
	r, err := d.decode(obj)
	if err != nil {
		return 0, err
	}
	for _, area := range hit {
		if err := d.blank(r, m, area); err != nil {
			return 0, err
		}
	}
	dict := r.dict
	for _, key := range []string{"SMask", "Mask"} {
		mask := pdf.ObjectNumber(dict[key])
		if _, isStream := d.stream(mask); mask == 0 || !isStream {
			continue
		}
		n, err := d.blanked(mask, m, hit, depth+1)
		if err != nil {
			return 0, err
		}
		dict[key] = *types.NewIndirectRef(n, 0)
	}
	for _, key := range []string{"Alternates", "OPI", "Metadata", "SMaskInData"} {
		delete(dict, key)
	}
	ref, err := d.addStream(dict, r.data)
	return int(ref.ObjectNumber), err
}

// A rastered is a picture as samples: rows of w pixels of so many bits, each row from a byte on.
type rastered struct {
	dict       types.Dict // as it describes the samples
	data       []byte
	w, h, bits int
}

// decode returns the samples of a picture.
func (d *drawing) decode(obj int) (*rastered, error) {
	s, ok := d.stream(obj)
	if !ok {
		return nil, ErrDraw
	}
	dict := maps.Clone(s.Dict)
	data, err := d.samples(s, dict)
	if err != nil {
		return nil, err
	}
	r := &rastered{dict: dict, w: d.f.Int(dict["Width"]), h: d.f.Int(dict["Height"])}
	r.bits = d.f.Int(dict["BitsPerComponent"]) * d.components(dict)
	if d.f.Bool(dict["ImageMask"], false) {
		r.bits = 1
	}
	row := (r.w*r.bits + 7) / 8
	if r.w <= 0 || r.h <= 0 || r.bits <= 0 || row > math.MaxInt32/r.h || len(data) < row*r.h {
		return nil, fmt.Errorf("%w: a picture of an unknown kind", ErrDraw)
	}
	r.data = bytes.Clone(data[:row*r.h])
	return r, nil
}

func (d *drawing) stream(n int) (types.StreamDict, bool) {
	switch v := d.object(n).(type) {
	case types.StreamDict:
		return v, true
	case *types.StreamDict:
		return *v, true
	}
	return types.StreamDict{}, false
}

// components returns how many samples a pixel has (8.6), 0 if that is not known.
func (d *drawing) components(dict types.Dict) int {
	o := d.f.Resolve(dict["ColorSpace"])
	name := d.f.Name(o)
	a := d.f.Array(o)
	if len(a) > 0 {
		name = d.f.Name(a[0])
	}
	switch name {
	case "DeviceGray", "CalGray", "G", "Indexed", "I", "Separation":
		return 1
	case "DeviceRGB", "CalRGB", "RGB", "Lab":
		return 3
	case "DeviceCMYK", "CMYK":
		return 4
	case "ICCBased":
		if len(a) > 1 {
			return d.f.Int(d.f.Dict(a[1])["N"])
		}
	case "DeviceN":
		if len(a) > 1 {
			return len(d.f.Array(a[1]))
		}
	}
	return 0
}

// blank sets the samples of a picture that lie in an area of the page to black, also those that do in part. The matrix places the unit
// square; rows run from its top.
func (d *drawing) blank(r *rastered, m pdf.Matrix, a area) error {
	inv, ok := inverse(m)
	if !ok {
		return fmt.Errorf("%w: a picture without an area", ErrDraw)
	}
	var in inspect.Quad // in samples
	for i := 0; i < 8; i += 2 {
		x, y := inv.Apply(a.Quad[i], a.Quad[i+1])
		in[i], in[i+1] = x*float64(r.w), (1-y)*float64(r.h)
	}
	row := (r.w*r.bits + 7) / 8
	ones := a.paper && d.whiteIsOnes(r.dict)
	if a.cover > 0 {
		if !d.c.Below(a.cover-1, m, r.w, r.h, func(y, from, to int) { setBits(r.data[y*row:(y+1)*row], from*r.bits, to*r.bits, ones) }) {
			return fmt.Errorf("%w: a cover whose shape is not known", ErrDraw)
		}
		return nil
	}
	in = shrunk(in, m, r.w, r.h)
	b := in.Bounds()
	even := in == inspect.Upright(b[0], b[1], b[2], b[3]) || straight(in, b)
	clamp := func(v float64, most int) int { return int(max(0, min(v, float64(most)))) }
	low, high := func(v float64) float64 { return math.Floor(v + hair) }, func(v float64) float64 { return math.Ceil(v - hair) }
	x0, x1, y0, y1 := clamp(low(b[0]), r.w), clamp(high(b[2]), r.w), clamp(low(b[1]), r.h), clamp(high(b[3]), r.h)
	for y := y0; y < y1; y++ {
		from, to := x0, x1
		if !even {
			from, to = reach(in, y, x0, x1)
		}
		setBits(r.data[y*row:(y+1)*row], from*r.bits, to*r.bits, ones)
	}
	return nil
}

// whiteIsOnes reports whether a sample of nothing but ones is white.
func (d *drawing) whiteIsOnes(dict types.Dict) bool {
	o := d.f.Resolve(dict["ColorSpace"])
	name := d.f.Name(o)
	if a := d.f.Array(o); len(a) > 0 {
		name = d.f.Name(a[0])
	}
	n := d.components(dict)
	additive := name != "Indexed" && name != "I" && name != "Separation" && name != "DeviceN" && name != "Lab" && (n == 1 || n == 3)
	decode := d.f.Numbers(dict["Decode"])
	return additive && !d.f.Bool(dict["ImageMask"], false) && (len(decode) < 2 || decode[0] < decode[1])
}

// hair is what is lost in rounding, in samples.
const hair = 0.01

// coarse is the size of a sample on the page, in points, from which on a sample that is mostly seen beside the area has to stay.
const coarse = 1.0

// shrunk returns the area in samples without those at its edge of which the better part lies outside, if samples are coarse: a reader
// sees them beside the box, and would miss them.
func shrunk(q inspect.Quad, m pdf.Matrix, w, h int) inspect.Quad {
	if min(math.Hypot(m[0], m[1])/float64(w), math.Hypot(m[2], m[3])/float64(h)) < coarse {
		return q
	}
	b := q.Bounds()
	x, y := (b[0]+b[2])/2, (b[1]+b[3])/2
	for i := 0; i < 8; i += 2 {
		q[i] += math.Copysign(min(0.5, math.Abs(x-q[i])), x-q[i])
		q[i+1] += math.Copysign(min(0.5, math.Abs(y-q[i+1])), y-q[i+1])
	}
	return q
}

// straight reports whether the corners of an area are those of the rectangle around it, but for rounding.
func straight(q inspect.Quad, b [4]float64) bool {
	for i := 0; i < 8; i += 2 {
		if min(math.Abs(q[i]-b[0]), math.Abs(q[i]-b[2])) > hair || min(math.Abs(q[i+1]-b[1]), math.Abs(q[i+1]-b[3])) > hair {
			return false
		}
	}
	return true
}

// reach returns which samples of a row a turned area touches: from where to where its sides cross the row.
func reach(q inspect.Quad, y, x0, x1 int) (from, to int) {
	low, high := math.Inf(1), math.Inf(-1)
	top, bottom := float64(y), float64(y+1)
	note := func(x float64) { low, high = min(low, x), max(high, x) }
	for i := 0; i < 8; i += 2 {
		k := (i + 2) % 8
		if q[i+1] >= top && q[i+1] <= bottom {
			note(q[i])
		}
		for _, at := range [...]float64{top, bottom} {
			if (q[i+1]-at)*(q[k+1]-at) < 0 {
				note(q[i] + (at-q[i+1])/(q[k+1]-q[i+1])*(q[k]-q[i]))
			}
		}
	}
	if low > high {
		return 0, 0
	}
	return max(x0, int(math.Floor(low))), min(x1, int(math.Ceil(high)))
}

// setBits sets bits of a row.
func setBits(row []byte, from, to int, ones bool) {
	for bit := from; bit < to; {
		mask, n := byte(0x80>>(bit%8)), 1
		if bit%8 == 0 && bit+8 <= to {
			mask, n = 0xFF, 8
		}
		if ones {
			row[bit/8] |= mask
		} else {
			row[bit/8] &^= mask
		}
		bit += n
	}
}

func inverse(m pdf.Matrix) (pdf.Matrix, bool) {
	det := m[0]*m[3] - m[1]*m[2]
	if math.Abs(det) < 1e-9 || math.IsNaN(det) {
		return m, false
	}
	return pdf.Matrix{
		m[3] / det, -m[1] / det, -m[2] / det, m[0] / det,
		(m[2]*m[5] - m[3]*m[4]) / det, (m[1]*m[4] - m[0]*m[5]) / det,
	}, true
}
