package wml

import (
	"context"
	"io"
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A paint is the colour of text or of what lies behind it.
type paint struct {
	kind  paintKind
	color sml.Color
}

type paintKind uint8

const (
	unset paintKind = iota
	auto            // automatic: of text, black or white as the ground asks for; of a ground, none
	solid
	clear   // nothing is painted
	blurred // a pattern, a picture, an effect: it can't be said what it looks like
)

var (
	white = sml.Color{255, 255, 255}
	black = sml.Color{}
)

// over returns p, or what lies under it where p says nothing.
func (p paint) over(under paint) paint {
	if p.kind == unset {
		return under
	}
	return p
}

// A theme is the colours of a theme part (20.1.6.2) by the names that documents use.
type theme map[string]sml.Color

// newTheme returns the colours that hold if there is no theme part.
func newTheme() theme {
	return theme{
		"dk1": black, "lt1": white, "dk2": {0x44, 0x54, 0x6A}, "lt2": {0xE7, 0xE6, 0xE6},
		"accent1": {0x44, 0x72, 0xC4}, "accent2": {0xED, 0x7D, 0x31}, "accent3": {0xA5, 0xA5, 0xA5}, "accent4": {0xFF, 0xC0, 0},
		"accent5": {0x5B, 0x9B, 0xD5}, "accent6": {0x70, 0xAD, 0x47}, "hlink": {0x05, 0x63, 0xC1}, "folHlink": {0x95, 0x4F, 0x72},
	}
}

// themeNames maps the values of ST_ThemeColor (17.18.97) and of schemeClr (20.1.10.54) to the colours of the theme.
var themeNames = map[string]string{
	"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2",
	"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}

// color returns a colour by name; swapped says that the document maps text to the light colour (17.15.1.20).
func (t theme) color(name string) (sml.Color, bool) {
	if to, ok := themeNames[name]; ok {
		name = to
	}
	c, ok := t[name]
	return c, ok
}

// read reads a theme part.
func (t theme) read(ctx context.Context, r io.Reader) error {
	name := ""
	s := xmlscan.New(ctx, r)
	for s.Next() {
		if s.Kind() != xmlscan.Start {
			continue
		}
		value := ""
		switch local := string(s.LocalBytes()); local {
		case "srgbClr":
			value = plainAttr(s, "val")
		case "sysClr":
			value = plainAttr(s, "lastClr")
		case "fontScheme":
			name = ""
		default:
			if _, ok := t[local]; ok {
				name = local
			}
		}
		if c, ok := parseHex(value); ok && name != "" {
			t[name], name = c, ""
		}
	}
	return s.Err()
}

func parseHex(v string) (sml.Color, bool) {
	n, err := strconv.ParseUint(v, 16, 32)
	if err != nil || len(v) != 6 {
		return sml.Color{}, false
	}
	return sml.Color{uint8(n >> 16), uint8(n >> 8), uint8(n)}, true
}

// textColor reads w:color (17.3.2.6).
func (t theme) textColor(s *xmlscan.Scanner) paint {
	return t.paint(s, "val", "themeColor", "themeTint", "themeShade")
}

// paint reads a colour that may be given by the theme, lightened or darkened.
func (t theme) paint(s *xmlscan.Scanner, val, themed, tint, shade string) paint {
	if name, ok := Attr(s, themed); ok {
		if c, ok := t.color(name); ok {
			return paint{solid, mixed(mixed(c, attrHex(s, tint), white), attrHex(s, shade), black)}
		}
	}
	v, _ := Attr(s, val)
	if c, ok := parseHex(strings.TrimPrefix(v, "#")); ok {
		return paint{solid, c}
	}
	if v == "" {
		return paint{}
	}
	return paint{kind: auto}
}

// attrHex reads a themeTint or themeShade: a byte in hex, 255 if there is none.
func attrHex(s *xmlscan.Scanner, name string) int {
	v, ok := Attr(s, name)
	n, err := strconv.ParseUint(v, 16, 8)
	if !ok || err != nil {
		return 255
	}
	return int(n)
}

// mixed returns n parts of c and 255-n parts of d.
func mixed(c sml.Color, n int, d sml.Color) sml.Color {
	for i := range c {
		c[i] = uint8((int(c[i])*n + int(d[i])*(255-n)) / 255)
	}
	return c
}

// shade reads w:shd (17.3.2.32, 17.3.1.31, 17.4.32): a fill and a pattern over it.
func (t theme) shade(s *xmlscan.Scanner) paint {
	fill := t.paint(s, "fill", "themeFill", "themeFillTint", "themeFillShade")
	if fill.kind == unset {
		fill.kind = auto
	}
	pattern, _ := Attr(s, "val")
	switch {
	case pattern == "clear" || pattern == "" || pattern == "nil":
		return fill
	case pattern == "solid":
		front := t.paint(s, "color", "themeColor", "themeTint", "themeShade")
		if front.kind != solid {
			front = paint{solid, black} // the automatic colour of a pattern is that of text
		}
		return front
	case strings.HasPrefix(pattern, "pct"):
		return t.percent(s, pattern, fill)
	}
	return paint{kind: blurred}
}

// percent mixes the colour of a pattern with the fill.
func (t theme) percent(s *xmlscan.Scanner, pattern string, fill paint) paint {
	n, err := strconv.Atoi(strings.TrimPrefix(pattern, "pct"))
	if err != nil {
		return paint{kind: blurred}
	}
	front, back := black, white
	if p := t.paint(s, "color", "themeColor", "themeTint", "themeShade"); p.kind == solid {
		front = p.color
	}
	if fill.kind == solid {
		back = fill.color
	}
	return paint{solid, mixed(front, min(n, 100)*255/100, back)}
}

// highlights are the colours of w:highlight (17.18.40).
var highlights = map[string]sml.Color{
	"black": black, "white": white, "blue": {0, 0, 255}, "cyan": {0, 255, 255}, "green": {0, 255, 0}, "magenta": {255, 0, 255}, "red": {255, 0, 0},
	"yellow": {255, 255, 0}, "darkBlue": {0, 0, 128}, "darkCyan": {0, 128, 128}, "darkGreen": {0, 128, 0}, "darkMagenta": {128, 0, 128},
	"darkRed": {128, 0, 0}, "darkYellow": {128, 128, 0}, "darkGray": {128, 128, 128}, "lightGray": {192, 192, 192},
}

func highlight(s *xmlscan.Scanner) paint {
	v, _ := Attr(s, "val")
	if c, ok := highlights[v]; ok {
		return paint{solid, c}
	}
	return paint{kind: auto}
}
