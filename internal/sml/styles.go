package sml

import (
	"context"
	"io"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// Styles is what a styles part (18.8.39) says of whether a reader sees a cell's content.
type Styles struct {
	formats []CellFormat
	plain   CellFormat
}

// A CellFormat is one of the cellXfs (18.8.10), resolved.
type CellFormat struct {
	Number NumberFormat
	Font   Color // of the text
	Ground Color // behind the text
	Date   bool  // the number format shows a date
}

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

var plainFormat = CellFormat{Font: Color{0, 0, 0}, Ground: Color{255, 255, 255}}

// sameColor is the contrast below which a text can't be told from its ground (WCAG 2.2 relative luminance; 1 is none, 21 is black
// on white).
const sameColor = 1.3

// Vanishes reports whether the text has the colour of its ground.
func (f *CellFormat) Vanishes() bool { return f.Font.Contrast(f.Ground) < sameColor }

// stylesReader collects the tables of a styles part while it is read; cellXfs refer to tables that stand before them.
type stylesReader struct {
	palette *palette
	numbers map[int]string
	fonts   []Color
	fills   []Color
	out     *Styles
	where   string // the table being read: "fonts", "fills", "cellXfs" …
	solid   bool
}

// ReadStyles reads a styles part. The theme, if it is not nil, gives the theme's colours.
func ReadStyles(ctx context.Context, r, theme io.Reader) (*Styles, error) {
	p := newPalette()
	if theme != nil {
		if err := p.readTheme(ctx, theme); err != nil {
			return nil, err
		}
	}
	rd := &stylesReader{palette: p, numbers: map[int]string{}, out: &Styles{plain: plainFormat}}
	s := xmlscan.New(ctx, r)
	for s.Next() {
		switch s.Kind() {
		case xmlscan.Start:
			rd.start(s)
		case xmlscan.End:
			rd.end(s)
		}
	}
	return rd.out, s.Err()
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
		rd.fill(s)
	case "cellXfs":
		if s.Is("xf") {
			rd.xf(s)
		}
	case "colors":
		if s.Is("rgbColor") {
			rd.palette.addIndexed(attr(s, "rgb"))
		}
	}
}

func (rd *stylesReader) font(s *xmlscan.Scanner) {
	switch {
	case s.Is("font"):
		rd.fonts = append(rd.fonts, Color{0, 0, 0})
	case s.Is("color") && len(rd.fonts) > 0:
		if c, ok := rd.palette.color(s); ok {
			rd.fonts[len(rd.fonts)-1] = c
		}
	}
}

func (rd *stylesReader) fill(s *xmlscan.Scanner) {
	switch {
	case s.Is("fill"):
		rd.fills = append(rd.fills, Color{255, 255, 255})
		rd.solid = false
	case s.Is("patternFill"):
		rd.solid = attr(s, "patternType") == "solid"
		if rd.solid && len(rd.fills) > 0 {
			rd.fills[len(rd.fills)-1] = Color{0, 0, 0} // a solid fill without a colour is painted in the automatic one
		}
	case s.Is("fgColor") && rd.solid && len(rd.fills) > 0:
		if c, ok := rd.palette.color(s); ok {
			rd.fills[len(rd.fills)-1] = c
		}
	}
}

func (rd *stylesReader) xf(s *xmlscan.Scanner) {
	f := plainFormat
	if i := attrInt(s, "fontId", 0); i < len(rd.fonts) {
		f.Font = rd.fonts[i]
	}
	if i := attrInt(s, "fillId", 0); i < len(rd.fills) {
		f.Ground = rd.fills[i]
	}
	id := attrInt(s, "numFmtId", 0)
	if code, ok := rd.numbers[id]; ok {
		f.Number = ParseNumberFormat(code)
		f.Date = isDate(code)
	} else {
		f.Date = builtinDate(id)
	}
	rd.out.formats = append(rd.out.formats, f)
}

func (rd *stylesReader) end(s *xmlscan.Scanner) {
	if s.Is(rd.where) {
		rd.where = ""
	}
}

// builtinDate reports whether a built-in number format (18.8.30) shows a date, including those of Japanese Excel.
func builtinDate(id int) bool {
	return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58
}
