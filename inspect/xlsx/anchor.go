package xlsx

import (
	"bytes"
	"context"
	"image"
	"image/color"
	_ "image/jpeg" // to tell which pictures are opaque
	_ "image/png"
	"strconv"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// An anchor is one object of a drawing (20.5.2.33, 20.5.2.24, 20.5.2.1) while it is read.
type anchor struct {
	from, to   [4]float64 // column, offset, row, offset; to is -1 if there is none
	pos, ext   [2]float64
	picture    bool
	shape      string  // prst of its geometry
	fill       fillOf  // what its properties say
	styled     bool    // its style fills it
	hidden     bool    // cNvPr
	alpha      bool    // something of it shines through
	embed      string  // relationship of its picture
	frame      string  // relationship of its chart
	boxed      bool    // it is a chart or a slicer
	size       float64 // the longer side
	grouped    bool
	properties int // depth of spPr
	inFill     int // depth of its fill, while inside
}

type fillOf uint8

const (
	unfilled fillOf = iota
	filled
	nofill
)

// stamp is the size, in EMU, up to which a picture is a seal or a logo.
const stamp = 30 * 36000

// readCovers notes what lies over the cells of each visible sheet.
func (d *document) readCovers(ctx context.Context) error {
	for _, sh := range d.sheets {
		if sh.Part == nil || sh.State != sml.Visible {
			continue
		}
		for _, rel := range sh.Part.Rels {
			if rel.Part == nil || !ooxml.TypeIs(rel, "drawing") {
				continue
			}
			if err := d.anchors(ctx, sh, rel.Part); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *document) anchors(ctx context.Context, sh *sheet, part *opc.Part) error {
	ignore := func(inspect.Item) error { return nil } // the pass over the drawings reports what can't be read
	var a anchor
	end := 0
	var in groups
	cover := func(a *anchor) {
		if a.size = max(a.size, sh.sizeOf(a)); len(sh.frame.covers) >= maxCovers || !a.opaque() || !d.solid(ctx, part, a.embed) {
			return
		}
		c := sh.cover(a)
		if a.frame == "" || d.solidChart(ctx, part, a.frame, sh, &c) {
			sh.frame.covers = append(sh.frame.covers, c)
		}
	}
	return d.pkg.Scan(ctx, part, nil, nil, ignore, func(s *xmlscan.Scanner) error {
		switch s.Kind() {
		case xmlscan.Start:
			if s.Is("twoCellAnchor") || s.Is("oneCellAnchor") || s.Is("absoluteAnchor") {
				a, end, in = anchor{to: [4]float64{-1}}, s.Depth(), groups{}
				return nil
			}
			if end > 0 && !in.start(&a, s) {
				a.read(s)
			}
		case xmlscan.End:
			if child := in.end(&a, s); child != nil {
				cover(child)
			}
			if end > 0 && s.Depth() == end {
				end = 0
				cover(&a)
			}
		}
		return nil
	})
}

// maxCovers bounds the covers of a sheet: each costs a comparison a row.
const maxCovers = 2000

// read takes in one element of an anchor.
func (a *anchor) read(s *xmlscan.Scanner) {
	if s.Depth() <= a.inFill {
		a.inFill = 0
	}
	switch string(s.LocalBytes()) {
	case "from":
		a.from = corner(s)
	case "to":
		a.to = corner(s)
	case "pos":
		a.pos = [2]float64{emu(s, "x"), emu(s, "y")}
	case "ext":
		if cx := emu(s, "cx"); cx > 0 {
			a.size = max(cx, emu(s, "cy"))
			if a.properties == 0 {
				a.ext = [2]float64{cx, emu(s, "cy")}
			}
		}
	case "grpSp":
		a.grouped = true
	case "pic":
		a.picture = true
	case "chart":
		a.frame, a.boxed = sml.RelAttr(s, "id"), true
	case "slicer", "timeslicer":
		a.boxed = true
	case "cNvPr":
		a.hidden = a.hidden || boolAttr(s, "hidden")
	case "spPr":
		a.properties = s.Depth()
	case "prstGeom":
		v, _ := s.Attr("prst")
		a.shape = string(v)
	case "solidFill", "gradFill", "pattFill":
		a.fills(s, filled)
	case "noFill":
		a.fills(s, nofill)
	case "alpha":
		a.alpha = a.alpha || a.inFill > 0 && !whole(s, "val")
	case "alphaModFix":
		a.alpha = a.alpha || !whole(s, "amt")
	case "blip":
		a.embed = sml.RelAttr(s, "embed")
	case "fillRef":
		v, _ := s.Attr("idx")
		a.styled = string(v) != "0"
	}
}

// fills notes a fill of the shape itself, not of its outline or text.
func (a *anchor) fills(s *xmlscan.Scanner, f fillOf) {
	if a.fill == unfilled && a.properties > 0 && s.Depth() == a.properties+1 {
		a.fill, a.inFill = f, s.Depth()
	}
}

// whole reports whether a share (20.1.10.40) is all of it: "100000" or "100%".
func whole(s *xmlscan.Scanner, name string) bool {
	v, ok := s.Attr(name)
	return !ok || string(v) == "100000" || string(v) == "100%"
}

func emu(s *xmlscan.Scanner, name string) float64 {
	v, _ := s.Attr(name)
	f, err := strconv.ParseFloat(string(v), 64)
	if err != nil {
		return 0
	}
	return f
}

// corner reads where an anchor begins or ends.
func corner(s *xmlscan.Scanner) [4]float64 {
	var c [4]float64
	depth, at := s.Depth(), -1
	for s.Next() && !(s.Kind() == xmlscan.End && s.Depth() == depth) {
		switch {
		case s.Kind() == xmlscan.Start:
			at = -1
			for i, name := range [...]string{"col", "colOff", "row", "rowOff"} {
				if s.Is(name) {
					at = i
				}
			}
		case s.Kind() == xmlscan.Text && at >= 0 && !s.Blank():
			c[at], _ = strconv.ParseFloat(string(s.Text()), 64)
		}
	}
	return c
}

// opaque reports whether nothing below the object shows. A circle or an arrow leaves room, a group may (see groups); so does what is small enough to be
// a seal.
func (a *anchor) opaque() bool {
	switch {
	case a.hidden, a.alpha, a.grouped:
		return false
	case a.picture:
		return a.embed != "" && a.size > stamp
	case a.boxed:
		return a.size > stamp
	}
	switch a.shape {
	case "rect", "roundRect", "round1Rect", "round2SameRect", "snip1Rect", "flowChartProcess", "flowChartAlternateProcess", "plaque", "bevel", "foldedCorner":
		return a.fill == filled || a.fill == unfilled && a.styled
	}
	return false
}

// solid reports whether a picture lets nothing shine through. A shape has none.
func (d *document) solid(ctx context.Context, drawing *opc.Part, embed string) bool {
	if embed == "" {
		return true
	}
	for _, rel := range drawing.Rels {
		if rel.ID == embed && rel.Part != nil {
			return solidPicture(ctx, rel.Part)
		}
	}
	return false
}

// maxPixels bounds the pictures whose pixels are looked at.
const maxPixels = 4 << 20

func solidPicture(ctx context.Context, part *opc.Part) bool {
	data, err := ooxml.Held(ctx, part)
	if err != nil {
		return false
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return false
	}
	switch config.ColorModel {
	case color.YCbCrModel, color.GrayModel, color.Gray16Model, color.CMYKModel, color.RGBAModel, color.RGBA64Model:
		return true
	}
	if config.Width*config.Height > maxPixels {
		return false
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return false
	}
	o, ok := picture.(interface{ Opaque() bool })
	return ok && o.Opaque()
}

// cover turns an anchor into the cells that it covers.
func (sh *sheet) cover(a *anchor) cover {
	c := cover{row1: int(a.from[2]) + 1, off1: a.from[3], height: a.ext[1]}
	left := sh.x(int(a.from[0])+1) + a.from[1]
	right := left + a.ext[0]
	switch {
	case a.to[0] >= 0:
		right = sh.x(int(a.to[0])+1) + a.to[1]
		c.row2, c.off2 = int(a.to[2])+1, a.to[3]
	case a.pos != [2]float64{}:
		left, right = a.pos[0], a.pos[0]+a.ext[0]
		c.row1, c.off1 = 1, a.pos[1]
	}
	c.col1, c.col2 = 1, 0
	x := 0.0
	for col := 1; col <= 1<<14 && x < right; col++ {
		width := sh.columnWidth(col)
		if width > 0 && min(right, x+width)-max(left, x) >= coveredPart*width {
			if c.col2 == 0 {
				c.col1 = col
			}
			c.col2 = col
		}
		x += width
	}
	return c
}

// sizeOf returns the longer side of an object that is anchored at both of its corners, whose rows count as high as most.
func (sh *sheet) sizeOf(a *anchor) float64 {
	if a.to[0] < 0 {
		return 0
	}
	width := sh.x(int(a.to[0])+1) + a.to[1] - sh.x(int(a.from[0])+1) - a.from[1]
	return max(width, (a.to[2]-a.from[2])*sh.standardHeight*emuPoint+a.to[3]-a.from[3])
}

// x returns where a column begins, in EMU.
func (sh *sheet) x(col int) float64 {
	x := 0.0
	for i := 1; i < min(col, 1<<14); i++ {
		x += sh.columnWidth(i)
	}
	return x
}

// columnWidth returns the width of a column in EMU, for the usual font of seven pixels a digit (18.3.1.13).
func (sh *sheet) columnWidth(col int) float64 {
	width := sh.standardWidth
	for _, c := range sh.columns {
		if col >= c.Min && col <= c.Max {
			if c.Hidden {
				return 0
			}
			if c.Width >= 0 {
				width = c.Width
			}
		}
	}
	return width * digit
}

// digit is the width of a digit of the usual font in EMU: seven pixels.
const digit = 7 * 9525
