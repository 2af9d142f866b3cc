package sml

import (
	"context"
	"io"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// Styles is what a styles part (18.8.39) says of whether a reader sees a cell's content.
type Styles struct {
	formats []CellFormat
	plain   CellFormat
	dxfs    []Dxf
	palette *palette
}

// A CellFormat is one of the cellXfs (18.8.10), resolved.
type CellFormat struct {
	Number NumberFormat
	Font   Color // of the text
	Ground Color // behind the text
	Date   bool  // the number format shows a date
	Filled bool  // the cell has a ground of its own, which a table's or a rule's only a rule can paint over
	Look   Look  // what of it hides the content
	Shade  Shade // of the ground, for the runs of a rich text
}

// A Look says in which ways a cell format can keep a reader from its content. It is decided once for each format.
type Look uint8

// The looks of a cell format.
const (
	SameColor Look = 1 << iota // the text has the colour of its ground
	Blacked                    // and both are dark: a bar over it
	Tiny                       // the letters are too small to be read
	Blank                      // the number format shows some values as nothing
	TextInk                    // it paints texts in the colour of their ground
	NumberInk                  // it does so with positive numbers
	Shrinks                    // the text becomes as small as it takes to fit into the cell
)

// A Shade is what a run of text that brings its own colour stands on.
type Shade uint8

// The shades of a ground.
const (
	Light  Shade = iota // white or nearly
	Dark                // black or nearly
	Medium              // anything else, or unknown
)

// tinySize is the size, in points, up to which nobody reads a text.
const tinySize = 3

// A Dxf is a differential format (18.8.14): what a conditional format changes.
type Dxf struct {
	Font, Fill                Color
	HasFont, HasFill, Numbers bool
	Number                    NumberFormat
	Unsure                    bool // it paints with a pattern or a gradient
}

// Hides reports whether the format hides what the cell shows, given the cell's own: its text in the colour of its ground.
func (x Dxf) Hides(f *CellFormat) bool {
	font, ground := f.Font, f.Ground
	if x.HasFont {
		font = x.Font
	}
	if x.HasFill {
		ground = x.Fill
	}
	return (x.HasFont || x.HasFill) && !x.Unsure && sameColor(font, ground)
}

// Paints reports whether the format changes colours, so that a text which its cell hides may be seen after all.
func (x Dxf) Paints() bool { return x.HasFont || x.HasFill || x.Unsure }

// Format returns the resolved cell format with that index. An index that is not there is a plain cell.
func (st *Styles) Format(i int) *CellFormat {
	if st == nil {
		return &plainFormat
	}
	if i < 0 || i >= len(st.formats) {
		return &st.plain
	}
	return &st.formats[i]
}

// Dxf returns the differential format with that index, and false if there is none.
func (st *Styles) Dxf(i int) (Dxf, bool) {
	if st == nil || i < 0 || i >= len(st.dxfs) {
		return Dxf{}, false
	}
	return st.dxfs[i], true
}

var plainFormat = CellFormat{Font: Color{0, 0, 0}, Ground: Color{255, 255, 255}}

// sameColor reports whether a reader can't tell a text from its ground: the contrast (WCAG 2.2; 1 is none, 21 is black on white) is
// next to none, and so is the difference in hue. Yellow on white has no contrast either, and is read.
func sameColor(text, ground Color) bool {
	apart := 0
	for i := range text {
		apart = max(apart, int(max(text[i], ground[i])-min(text[i], ground[i])))
	}
	near := 32
	if ground.dark() {
		near = 64
	}
	return apart <= near && text.Contrast(ground) < 1.5
}

// dark reports whether a ground looks black.
func (c Color) dark() bool { return c.luminance() < 0.05 }

func (c Color) shade() Shade {
	switch {
	case c.dark():
		return Dark
	case c.luminance() > 0.85:
		return Light
	}
	return Medium
}

// HiddenOn reports whether a run of that colour can't be seen on a ground of that shade.
func (c Color) HiddenOn(s Shade) bool {
	switch s {
	case Light:
		return sameColor(c, Color{255, 255, 255})
	case Dark:
		return sameColor(c, Color{})
	}
	return false
}

// A font is an entry of the fonts table (18.8.22).
type font struct {
	color colorRef
	size  float64
	name  string
}

// A fill is an entry of the fills table (18.8.20).
type fill struct {
	pattern  string
	fg, bg   colorRef
	gradient bool
	stops    []colorRef // of a gradient (18.8.38)
}

// An xf is an entry of cellXfs or cellStyleXfs as it is written; -1 is what it does not say.
type xf struct {
	font, fill, number, parent int
	shrinks                    bool
}

// A rawDxf is a differential format before its colours are known.
type rawDxf struct {
	font   colorRef
	fill   fill
	filled bool
	code   string
}

// stylesReader collects the tables of a styles part while it is read. The palette stands last in it, so colours are resolved at the end.
type stylesReader struct {
	palette *palette
	numbers map[int]string
	fonts   []font
	fills   []fill
	parents []xf
	cells   []xf
	dxfs    []rawDxf
	where   string // the table being read: "fonts", "fills", "cellXfs" …
	in      string // the part of a differential format being read
}

// ReadStyles reads a styles part. The theme, if it is not nil, gives the theme's colours.
func ReadStyles(ctx context.Context, r, theme io.Reader) (*Styles, error) {
	p := newPalette()
	if theme != nil {
		if err := p.readTheme(ctx, theme); err != nil {
			return nil, err
		}
	}
	rd := &stylesReader{palette: p, numbers: map[int]string{}}
	s := xmlscan.New(ctx, r)
	for s.Next() {
		switch s.Kind() {
		case xmlscan.Start:
			rd.start(s)
		case xmlscan.End:
			if s.Is(rd.where) {
				rd.where = ""
			}
		}
	}
	return rd.resolve(), s.Err()
}

func (rd *stylesReader) start(s *xmlscan.Scanner) {
	for _, table := range [...]string{"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "colors"} {
		if s.Is(table) {
			rd.where = table
			return
		}
	}
	switch rd.where {
	case "numFmts":
		rd.numbers[attrInt(s, "numFmtId", -1)] = attr(s, "formatCode")
	case "fonts":
		rd.font(s)
	case "fills":
		if s.Is("fill") {
			rd.fills = append(rd.fills, fill{})
		} else if len(rd.fills) > 0 {
			rd.fills[len(rd.fills)-1].read(s)
		}
	case "cellXfs":
		if s.Is("xf") {
			rd.cells = append(rd.cells, readXf(s))
		} else if n := len(rd.cells); s.Is("alignment") && n > 0 {
			rd.cells[n-1].shrinks = attrBool(s, "shrinkToFit") && !attrBool(s, "wrapText")
		}
	case "cellStyleXfs":
		if s.Is("xf") {
			rd.parents = append(rd.parents, readXf(s))
		}
	case "dxfs":
		rd.dxf(s)
	case "colors":
		if s.Is("rgbColor") {
			rd.palette.addIndexed(attr(s, "rgb"))
		}
	}
}

func (rd *stylesReader) font(s *xmlscan.Scanner) {
	if s.Is("font") {
		rd.fonts = append(rd.fonts, font{size: 11})
		return
	}
	if len(rd.fonts) == 0 {
		return
	}
	switch f := &rd.fonts[len(rd.fonts)-1]; {
	case s.Is("color"):
		f.color = readColor(s)
	case s.Is("sz"):
		f.size = attrFloat(s, "val", f.size)
	case s.Is("name"):
		f.name = attr(s, "val")
	}
}

func (f *fill) read(s *xmlscan.Scanner) {
	switch {
	case s.Is("patternFill"):
		f.pattern = attr(s, "patternType")
	case s.Is("gradientFill"):
		f.gradient = true
	case s.Is("fgColor"):
		f.fg = readColor(s)
	case s.Is("bgColor"):
		f.bg = readColor(s)
	case s.Is("color") && f.gradient && len(f.stops) < maxStops:
		f.stops = append(f.stops, readColor(s))
	}
}

// maxStops is how many colours of a gradient are read; Excel writes two or three.
const maxStops = 8

func readXf(s *xmlscan.Scanner) xf {
	return xf{font: attrInt(s, "fontId", -1), fill: attrInt(s, "fillId", -1), number: attrInt(s, "numFmtId", -1), parent: attrInt(s, "xfId", -1)}
}

func (rd *stylesReader) dxf(s *xmlscan.Scanner) {
	if s.Is("dxf") {
		rd.dxfs = append(rd.dxfs, rawDxf{})
		return
	}
	if len(rd.dxfs) == 0 {
		return
	}
	x := &rd.dxfs[len(rd.dxfs)-1]
	switch {
	case s.Is("font"), s.Is("border"), s.Is("alignment"), s.Is("protection"):
		rd.in = s.Local()
	case s.Is("fill"):
		rd.in, x.filled = "fill", true
	case s.Is("numFmt"):
		x.code = attr(s, "formatCode")
	case rd.in == "font" && s.Is("color"):
		x.font = readColor(s)
	case rd.in == "fill":
		x.fill.read(s)
	}
}

// barcode lists what the names of fonts have in common that draw bars for a scanner.
var barcode = [...]string{"barcode", "code39", "code 39", "code128", "code 128", "3 of 9", "nw-7", "nw7", "バーコード"}

// readable reports whether somebody, or a scanner, reads letters of that font.
func (f font) readable() bool {
	if f.size > tinySize {
		return true
	}
	name := strings.ToLower(f.name)
	for _, b := range barcode {
		if strings.Contains(name, b) {
			return true
		}
	}
	return false
}
