package pdf

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// A Color is a colour as a screen shows it, approximately.
type Color struct {
	R, G, B float32
	Known   bool // false: a pattern, or a colour space that is not computed here
}

var (
	black = Color{0, 0, 0, true}
	white = Color{1, 1, 1, true}
)

// Luminance returns how bright the colour is, 0 to 1.
func (c Color) Luminance() float64 { return float64(0.2126*c.R + 0.7152*c.G + 0.0722*c.B) }

// Near reports whether a reader could not tell the colours apart.
func (c Color) Near(o Color) bool {
	d := func(a, b float32) float32 { return max(a-b, b-a) }
	most := float32(0.1)
	if c.Luminance() < 0.25 && o.Luminance() < 0.25 {
		most = 0.25 // eyes tell blacks apart less well
	}
	return c.Known && o.Known && d(c.R, o.R)+d(c.G, o.G)+d(c.B, o.B) <= most
}

func gray(v float64) Color {
	g := float32(max(0, min(1, v)))
	return Color{g, g, g, true}
}

func rgb(r, g, b float64) Color {
	clamp := func(v float64) float32 { return float32(max(0, min(1, v))) }
	return Color{clamp(r), clamp(g), clamp(b), true}
}

func cmyk(c, m, y, k float64) Color {
	return rgb((1-min(1, c))*(1-min(1, k)), (1-min(1, m))*(1-min(1, k)), (1-min(1, y))*(1-min(1, k)))
}

// A colorSpace tells how many components a colour has and how they become RGB (8.6).
type colorSpace struct {
	n      int
	color  func([]float64) Color
	index  []Color     // of an Indexed space
	hidden bool        // Pattern
	under  *colorSpace // of an uncoloured pattern's colour
}

func deviceSpace(n int) *colorSpace {
	switch n {
	case 1:
		return &colorSpace{n: 1, color: func(v []float64) Color { return gray(v[0]) }}
	case 3:
		return &colorSpace{n: 3, color: func(v []float64) Color { return rgb(v[0], v[1], v[2]) }}
	case 4:
		return &colorSpace{n: 4, color: func(v []float64) Color { return cmyk(v[0], v[1], v[2], v[3]) }}
	}
	return unknownSpace(n)
}

func unknownSpace(n int) *colorSpace {
	return &colorSpace{n: n, color: func([]float64) Color { return Color{} }}
}

// of returns the colour of some components; missing ones are 0.
func (s *colorSpace) of(v []float64) Color {
	if s.index != nil {
		if i := int(first(v)); i >= 0 && i < len(s.index) {
			return s.index[i]
		}
		return Color{}
	}
	for len(v) < s.n {
		v = append(v, 0)
	}
	return s.color(v)
}

func first(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	return v[0]
}

// initial returns the colour that a space starts with (8.6.5 and following): black, or full ink.
func (s *colorSpace) initial() Color {
	v := make([]float64, s.n)
	if s.n == 4 {
		v[3] = 1
	}
	return s.of(v)
}

var (
	grayspace = deviceSpace(1)
	rgbSpace  = deviceSpace(3)
	cmykSpace = deviceSpace(4)
)

// space reads a colour space: a device name, a name in the resources, or an array.
func (f *File) space(o types.Object, res func(kind, name string) types.Object, depth int) *colorSpace {
	if depth > 8 {
		return unknownSpace(1)
	}
	if name := f.Name(o); name != "" {
		switch name {
		case "DeviceGray", "G", "CalGray":
			return grayspace
		case "DeviceRGB", "RGB", "CalRGB":
			return rgbSpace
		case "DeviceCMYK", "CMYK":
			return cmykSpace
		case "Pattern":
			s := unknownSpace(0)
			s.hidden = true
			return s
		}
		if res == nil {
			return unknownSpace(1)
		}
		return f.space(res("ColorSpace", name), nil, depth+1)
	}
	a := f.Array(o)
	if len(a) == 0 {
		return unknownSpace(1)
	}
	switch name := f.Name(a[0]); name {
	case "ICCBased":
		if len(a) > 1 {
			return deviceSpace(f.Int(f.Dict(a[1])["N"]))
		}
	case "Lab":
		return &colorSpace{n: 3, color: func(v []float64) Color {
			if v[1] > -8 && v[1] < 8 && v[2] > -8 && v[2] < 8 {
				return gray(v[0] / 100)
			}
			return Color{}
		}}
	case "Indexed", "I":
		if len(a) >= 4 {
			return f.indexed(a[1], a[3], res, depth)
		}
	case "Separation", "DeviceN":
		if len(a) >= 4 {
			return f.tint(a[1], a[2], a[3], res, depth)
		}
	case "Pattern":
		s := unknownSpace(0)
		s.hidden = true
		if len(a) > 1 {
			s.under = f.space(a[1], res, depth+1)
			s.n = s.under.n
		}
		return s
	default:
		if len(a) == 1 || name == "CalGray" || name == "CalRGB" {
			return f.space(a[0], res, depth+1)
		}
	}
	return unknownSpace(1)
}

// indexed reads the table of an Indexed space.
func (f *File) indexed(base, table types.Object, res func(kind, name string) types.Object, depth int) *colorSpace {
	b := f.space(base, res, depth+1)
	data := f.Bytes(table)
	if data == nil {
		data, _ = f.Stream(table)
	}
	s := &colorSpace{n: 1, index: []Color{}}
	for b.n > 0 && len(data) >= b.n && len(s.index) < 256 {
		v := make([]float64, b.n)
		for i := range v {
			v[i] = float64(data[i]) / 255
		}
		s.index = append(s.index, b.of(v))
		data = data[b.n:]
	}
	return s
}

// tint reads a Separation or DeviceN space. Its function is not computed: what counts is that Black and All are dark and that no
// ink is paper.
func (f *File) tint(names, alternate, function types.Object, res func(kind, name string) types.Object, depth int) *colorSpace {
	n := max(1, len(f.Array(names)))
	alt := f.space(alternate, res, depth+1)
	full := f.fullTint(function, alt)
	dark := f.Name(names) == "Black" || f.Name(names) == "All"
	return &colorSpace{n: n, color: func(v []float64) Color {
		ink := 0.0
		for _, x := range v {
			ink = max(ink, x)
		}
		switch {
		case ink <= 0.001:
			return white
		case dark:
			return gray(1 - ink)
		case full.Known && n == 1:
			t := float32(min(1, ink))
			return Color{1 - t*(1-full.R), 1 - t*(1-full.G), 1 - t*(1-full.B), true}
		}
		return Color{}
	}}
}

// fullTint returns the colour of full ink, if the tint transform is an exponential function (7.10.3).
func (f *File) fullTint(function types.Object, alt *colorSpace) Color {
	if d := f.Dict(function); f.Int(d["FunctionType"]) == 2 && d["C1"] != nil {
		return alt.of(f.Numbers(d["C1"]))
	}
	return Color{}
}
