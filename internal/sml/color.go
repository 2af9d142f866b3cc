package sml

import (
	"context"
	"io"
	"math"
	"strconv"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A Color is red, green and blue.
type Color [3]uint8

// Contrast returns the contrast ratio of WCAG 2.2, from 1 (the same luminance) to 21.
func (c Color) Contrast(d Color) float64 {
	a, b := c.luminance(), d.luminance()
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

func (c Color) luminance() float64 {
	lin := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c[0]) + 0.7152*lin(c[1]) + 0.0722*lin(c[2])
}

// tint makes a colour lighter (t > 0) or darker (t < 0) by its luminance in HLS, as 18.8.19 says.
func (c Color) tint(t float64) Color {
	if t == 0 {
		return c
	}
	h, l, s := c.hls()
	if t < 0 {
		l *= 1 + t
	} else {
		l += (1 - l) * t
	}
	return fromHLS(h, l, s)
}

func (c Color) hls() (h, l, s float64) {
	r, g, b := float64(c[0])/255, float64(c[1])/255, float64(c[2])/255
	hi, lo := max(r, g, b), min(r, g, b)
	l = (hi + lo) / 2
	d := hi - lo
	if d == 0 {
		return 0, l, 0
	}
	s = d / (1 - math.Abs(2*l-1))
	switch hi {
	case r:
		h = math.Mod((g-b)/d+6, 6)
	case g:
		h = (b-r)/d + 2
	default:
		h = (r-g)/d + 4
	}
	return h, l, s
}

func fromHLS(h, l, s float64) Color {
	c := (1 - math.Abs(2*l-1)) * s
	x := c * (1 - math.Abs(math.Mod(h, 2)-1))
	rgb := [...][3]float64{{c, x, 0}, {x, c, 0}, {0, c, x}, {0, x, c}, {x, 0, c}, {c, 0, x}}[int(h)%6]
	var out Color
	for i, v := range rgb {
		out[i] = uint8(math.Round(min(max((v+l-c/2)*255, 0), 255)))
	}
	return out
}

// A palette resolves colours given by index or by theme.
type palette struct {
	theme   []Color
	indexed []Color
	custom  int // how many of them the workbook replaces
}

func newPalette() *palette {
	return &palette{theme: officeTheme[:], indexed: defaultIndexed()}
}

// officeTheme holds the default theme's colours in the order of the theme attribute (light 1 and dark 1 are swapped against the
// theme part, see 18.8.3).
var officeTheme = [...]Color{
	{255, 255, 255},
	{0, 0, 0},
	{0xE7, 0xE6, 0xE6},
	{0x44, 0x54, 0x6A},
	{0x44, 0x72, 0xC4},
	{0xED, 0x7D, 0x31},
	{0xA5, 0xA5, 0xA5},
	{0xFF, 0xC0, 0},
	{0x5B, 0x9B, 0xD5},
	{0x70, 0xAD, 0x47},
	{0x05, 0x63, 0xC1},
	{0x95, 0x4F, 0x72},
}

// defaultIndexed is the palette of 18.8.27; 0 to 7 repeat 8 to 15.
func defaultIndexed() []Color {
	const hex = "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF" +
		"000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF" +
		"800000008000000080808000800080008080C0C0C0808080" +
		"9999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF" +
		"000080FF00FFFFFF0000FFFF8000808000000080800000FF" +
		"00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99" +
		"3366FF33CCCC99CC00FFCC00FF9900FF6600666699969696" +
		"003366339966003300333300993300993366333399333333"
	out := make([]Color, 0, 64)
	for i := 0; i+6 <= len(hex); i += 6 {
		c, _ := parseRGB(hex[i : i+6])
		out = append(out, c)
	}
	return out
}

// addIndexed adds a colour of the workbook's own palette, which takes the place of the default one from its start.
func (p *palette) addIndexed(rgb string) {
	c, _ := parseRGB(rgb)
	if p.custom < len(p.indexed) {
		p.indexed[p.custom] = c
	}
	p.custom++
}

// A colorRef is a CT_Color (18.8.3) as it is written; the zero value is the automatic colour.
type colorRef struct {
	kind  colorKind
	rgb   Color
	index int
	tint  float64
}

type colorKind uint8

const (
	automatic colorKind = iota
	byRGB
	byTheme
	byIndex
)

// readColor reads the attributes of the element that has just started.
func readColor(s *xmlscan.Scanner) colorRef {
	c := colorRef{tint: attrFloat(s, "tint", 0)}
	if v, ok := s.Attr("rgb"); ok {
		if rgb, ok := parseRGB(string(v)); ok {
			c.kind, c.rgb = byRGB, rgb
		}
		return c
	}
	if c.index = attrInt(s, "theme", -1); c.index >= 0 {
		c.kind = byTheme
	} else if c.index = attrInt(s, "indexed", -1); c.index >= 0 {
		c.kind = byIndex
	}
	return c
}

// resolve returns the colour that is meant. It reports false for the automatic colour.
func (p *palette) resolve(c colorRef) (Color, bool) {
	switch {
	case c.kind == byRGB:
		return c.rgb.tint(c.tint), true
	case c.kind == byTheme && c.index < len(p.theme):
		return p.theme[c.index].tint(c.tint), true
	case c.kind == byIndex && c.index < len(p.indexed):
		return p.indexed[c.index].tint(c.tint), true
	case c.kind == byIndex && c.index == 65: // the window's ground
		return Color{255, 255, 255}, true
	}
	return Color{}, false
}

// parseRGB reads RRGGBB or AARRGGBB. Spreadsheets ignore the alpha.
func parseRGB(s string) (Color, bool) {
	if len(s) == 8 {
		s = s[2:]
	}
	n, err := strconv.ParseUint(s, 16, 32)
	if err != nil || len(s) != 6 {
		return Color{}, false
	}
	return Color{uint8(n >> 16), uint8(n >> 8), uint8(n)}, true
}

// readTheme reads the colour scheme of a theme part (20.1.6.2).
func (p *palette) readTheme(ctx context.Context, r io.Reader) error {
	order := [...]string{"lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"}
	theme := officeTheme
	at := -1
	s := xmlscan.New(ctx, r)
	for s.Next() {
		if s.Kind() != xmlscan.Start {
			continue
		}
		for i, name := range order {
			if s.Is(name) {
				at = i
			}
		}
		v, ok := []byte(nil), false
		switch {
		case s.Is("srgbClr"):
			v, ok = s.Attr("val")
		case s.Is("sysClr"):
			v, ok = s.Attr("lastClr")
		case s.Is("fontScheme"):
			at = -1
		}
		if ok && at >= 0 {
			if c, good := parseRGB(string(v)); good {
				theme[at] = c
			}
			at = -1
		}
	}
	p.theme = theme[:]
	return s.Err()
}
