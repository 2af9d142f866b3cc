package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"maps"
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// erasePictures blanks the pixels that lie where text is taken out: under redactions that are applied, and under covers that hid text
// of a scan. The picture is copied for this use; a coding that is not written here is an error, since the pixels would stay.
func (d *drawing) erasePictures() error {
	areas := d.erasedAreas()
	if len(areas) == 0 {
		return nil
	}
	for k := range d.c.Paints {
		q := &d.c.Paints[k]
		if q.Kind != pdf.Image && q.Kind != pdf.InlineImage || q.Annot >= 0 {
			continue
		}
		var hit []pdf.Rect
		for _, r := range areas {
			if r.order > q.Order && !r.Intersect(q.Box).Empty() {
				hit = append(hit, r.Rect)
			}
		}
		if len(hit) == 0 {
			d.used[q.Obj] = true
			continue
		}
		if err := d.erasePicture(q, hit); err != nil {
			return err
		}
	}
	return nil
}

// An area is where pixels go: those painted before its order.
type area struct {
	pdf.Rect
	order int
}

// erasedAreas returns where a page loses what is painted: the areas of redactions as a whole; under covers, where glyphs were.
func (d *drawing) erasedAreas() []area {
	var list []area
	if d.p.causes[pdf.UnderRedact] {
		for i := range d.c.Annots {
			if a := &d.c.Annots[i]; a.Subtype == "Redact" {
				for _, r := range areas(d.f, a) {
					list = append(list, area{r, math.MaxInt})
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
			list = append(list, area{g.Box.Intersect(cover.Box), cover.Order})
		}
	}
	return list
}

// erasePicture lets one use of a picture draw a copy with blank areas.
func (d *drawing) erasePicture(q *pdf.Paint, hit []pdf.Rect) error {
	if q.Kind == pdf.InlineImage || q.Obj == 0 {
		return fmt.Errorf("%w: an inline picture under what is taken out", ErrDraw)
	}
	n, err := d.blanked(q.Obj, q.Matrix, hit)
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
	d.replaced[q.Obj] = true
	return nil
}

// blanked returns the number of a copy of a picture, and of its masks, in which the areas are blank.
func (d *drawing) blanked(obj int, m pdf.Matrix, hit []pdf.Rect) (int, error) {
	s, ok := d.stream(obj)
	if !ok {
		return 0, ErrDraw
	}
	dict := maps.Clone(s.Dict)
	data, err := d.samples(obj, s, dict)
	if err != nil {
		return 0, err
	}
	w, h := d.f.Int(dict["Width"]), d.f.Int(dict["Height"])
	bits := d.f.Int(dict["BitsPerComponent"]) * d.components(dict)
	if d.f.Bool(dict["ImageMask"], false) {
		bits = 1
	}
	row := (w*bits + 7) / 8
	if w <= 0 || h <= 0 || bits <= 0 || row > math.MaxInt32/h || len(data) < row*h {
		return 0, fmt.Errorf("%w: a picture of an unknown kind", ErrDraw)
	}
	data = bytes.Clone(data[:row*h])
	for _, r := range hit {
		if err := blank(data, w, h, bits, m, r); err != nil {
			return 0, err
		}
	}
	for _, key := range []string{"SMask", "Mask"} {
		mask := pdf.ObjectNumber(dict[key])
		if _, isStream := d.stream(mask); mask == 0 || !isStream {
			continue
		}
		n, err := d.blanked(mask, m, hit)
		if err != nil {
			return 0, err
		}
		dict[key] = *types.NewIndirectRef(n, 0)
	}
	for _, key := range []string{"Alternates", "OPI", "Metadata", "SMaskInData"} {
		delete(dict, key)
	}
	ref, err := d.addStream(dict, data)
	return int(ref.ObjectNumber), err
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

// samples returns the decoded samples of a picture. Those of a JPEG are written uncompressed, so that all others stay as they were.
func (d *drawing) samples(obj int, s types.StreamDict, dict types.Dict) ([]byte, error) {
	if n := len(s.FilterPipeline); n != 1 || s.FilterPipeline[0].Name != "DCTDecode" {
		data, err := d.f.Stream(*types.NewIndirectRef(obj, 0))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrDraw, err)
		}
		return data, nil
	}
	im, err := jpeg.Decode(bytes.NewReader(s.Raw))
	if err != nil {
		return nil, fmt.Errorf("%w: a JPEG picture", ErrDraw)
	}
	b := im.Bounds()
	dict["Width"], dict["Height"], dict["BitsPerComponent"] = types.Integer(b.Dx()), types.Integer(b.Dy()), types.Integer(8)
	if gray, ok := im.(*image.Gray); ok && d.components(dict) == 1 {
		out := make([]byte, 0, b.Dx()*b.Dy())
		for y := range b.Dy() {
			out = append(out, gray.Pix[y*gray.Stride:y*gray.Stride+b.Dx()]...)
		}
		return out, nil
	}
	if _, ok := im.(*image.YCbCr); !ok || d.components(dict) != 3 {
		return nil, fmt.Errorf("%w: a JPEG picture in an uncommon colour space", ErrDraw)
	}
	out := make([]byte, 0, 3*b.Dx()*b.Dy())
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, b, _ := im.At(x, y).RGBA()
			out = append(out, byte(r>>8), byte(g>>8), byte(b>>8))
		}
	}
	return out, nil
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

// blank sets the samples to zero that lie in a rectangle of the page, also in part. The matrix places the unit square;
// rows run from its top.
func blank(data []byte, w, h, bits int, m pdf.Matrix, r pdf.Rect) error {
	inv, ok := inverse(m)
	if !ok {
		return fmt.Errorf("%w: a picture without an area", ErrDraw)
	}
	u := inv.Box(r)
	clamp := func(v float64, most int) int { return int(max(0, min(v, float64(most)))) }
	x0, x1 := clamp(math.Floor(u.X0*float64(w)), w), clamp(math.Ceil(u.X1*float64(w)), w)
	y0, y1 := clamp(math.Floor((1-u.Y1)*float64(h)), h), clamp(math.Ceil((1-u.Y0)*float64(h)), h)
	row := (w*bits + 7) / 8
	for y := y0; y < y1; y++ {
		line := data[y*row : (y+1)*row]
		for bit := x0 * bits; bit < x1*bits; {
			if bit%8 == 0 && bit+8 <= x1*bits {
				line[bit/8] = 0
				bit += 8
				continue
			}
			line[bit/8] &^= 0x80 >> (bit % 8)
			bit++
		}
	}
	return nil
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
