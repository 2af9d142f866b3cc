package wml

import (
	"bufio"
	"bytes"
	"context"
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A floating object is a shape or a picture that lies in front of the text and pushes none of it aside: a drawing with wrapNone
// (20.4.2.3, 20.4.2.15), or a VML shape with an absolute position (Part 4, 19.1.2.19).
type floating struct {
	depth      int // of its element
	front      bool
	hidden     bool
	picture    bool
	other      bool // a group, a canvas, a chart, something turned: it leaves room
	shape      string
	filled     tri
	styled     bool
	alpha      bool
	inFill     int // depth of its fill, while inside
	properties int // depth of spPr
	embed      string

	axis [2]axis
	cur  int // the axis being read
	text strings.Builder
}

// An axis is where an object stands, across or down. Lengths are in twips.
type axis struct {
	from   string // what it is measured from (20.4.3.4, 20.4.3.5)
	offset float64
	align  string
	length float64
}

const (
	twipEMU  = 635.0
	dot      = 40                   // a shape smaller than that shows nothing
	stamp    = 30 * 36000 / twipEMU // a picture up to that size is a seal or a logo
	coverSay = 12                   // letters on a cover: 非公開; an object that says more is content of its own
)

// boxes are the shapes (20.1.10.55) that cover their whole rectangle.
var boxShapes = map[string]bool{
	"rect": true, "roundRect": true, "round1Rect": true, "round2SameRect": true, "snip1Rect": true, "flowChartProcess": true,
	"flowChartAlternateProcess": true, "plaque": true, "bevel": true, "foldedCorner": true,
}

// read takes an element inside of a drawing's anchor.
func (f *floating) read(s *xmlscan.Scanner) {
	if s.Depth() <= f.inFill {
		f.inFill = 0
	}
	switch string(s.LocalBytes()) {
	case "wrapNone":
		f.front = true
	case "positionH", "positionV":
		f.cur = 0
		if s.Is("positionV") {
			f.cur = 1
		}
		f.axis[f.cur].from = plainAttr(s, "relativeFrom")
	case "extent":
		f.axis[0].length, f.axis[1].length = emuAttr(s, "cx"), emuAttr(s, "cy")
	case "wgp", "wpc", "chart", "relIds", "contentPart", "custGeom":
		f.other = true
	case "pic":
		f.picture = true
	case "xfrm":
		rot := plainAttr(s, "rot")
		f.other = f.other || rot != "" && rot != "0"
	case "spPr":
		f.properties = s.Depth()
	case "prstGeom":
		f.shape = plainAttr(s, "prst")
	case "solidFill", "gradFill", "pattFill":
		f.fills(s, set)
	case "noFill":
		f.fills(s, off)
	case "alpha":
		f.alpha = f.alpha || f.inFill > 0 && !whole(plainAttr(s, "val"))
	case "alphaModFix":
		f.alpha = f.alpha || !whole(plainAttr(s, "amt"))
	case "fillRef":
		f.styled = plainAttr(s, "idx") != "0"
	case "blip":
		for _, space := range [...]string{opc.Transitional, opc.Strict} {
			if v, ok := s.AttrNS(space, "embed"); ok {
				f.embed = string(v)
			}
		}
	}
}

// fills notes a fill of the shape itself, not of its outline.
func (f *floating) fills(s *xmlscan.Scanner, t tri) {
	if f.filled == silent && f.properties > 0 && s.Depth() == f.properties+1 {
		f.filled, f.inFill = t, s.Depth()
	}
}

func whole(share string) bool { return share == "" || share == "100000" || share == "100%" }

func emuAttr(s *xmlscan.Scanner, name string) float64 {
	n, _ := strconv.ParseFloat(plainAttr(s, name), 64)
	return min(max(n/twipEMU, -1e6), 1e6)
}

// measure takes the text of posOffset or align.
func (f *floating) measure(text, in string) {
	switch in {
	case "posOffset":
		n, _ := strconv.ParseFloat(strings.TrimSpace(text), 64)
		f.axis[f.cur].offset = min(max(n/twipEMU, -1e6), 1e6)
	case "align":
		f.axis[f.cur].align = strings.TrimSpace(text)
	}
}

// vml reads the shape itself.
func (f *floating) vml(s *xmlscan.Scanner) {
	style := parseStyle(plainAttr(s, "style"))
	f.front = style["position"] == "absolute" && !strings.HasPrefix(style["z-index"], "-")
	f.hidden = style["visibility"] == "hidden"
	f.other = style["rotation"] != ""
	for i, names := range [...][4]string{
		{"margin-left", "width", "mso-position-horizontal", "mso-position-horizontal-relative"},
		{"margin-top", "height", "mso-position-vertical", "mso-position-vertical-relative"},
	} {
		f.axis[i] = axis{style[names[3]], points(style[names[0]]) * 20, style[names[2]], points(style[names[1]]) * 20}
		if f.axis[i].align == "absolute" {
			f.axis[i].align = ""
		}
	}
	f.filled = set
	if v := plainAttr(s, "filled"); v != "" && !truth(v) {
		f.filled = off
	}
	switch kind := plainAttr(s, "type"); {
	case s.Is("rect"):
		f.shape = "rect"
	case s.Is("roundrect"), strings.HasSuffix(kind, "_t202"), strings.HasSuffix(kind, "_t1"), strings.HasSuffix(kind, "_t2"), strings.HasSuffix(kind, "_t109"):
		f.shape = "roundRect"
	}
}

// inVML takes an element inside of a VML shape.
func (f *floating) inVML(s *xmlscan.Scanner) {
	switch string(s.LocalBytes()) {
	case "wrap":
		f.front = f.front && (plainAttr(s, "type") == "" || plainAttr(s, "type") == "none")
	case "imagedata":
		f.picture = true
		for _, space := range [...]string{opc.Transitional, opc.Strict} {
			if v, ok := s.AttrNS(space, "id"); ok {
				f.embed = string(v)
			}
		}
	case "fill":
		f.alpha = f.alpha || plainAttr(s, "opacity") != "" && plainAttr(s, "opacity") != "1"
	case "textpath":
		f.other = true
	}
}

// opaque reports whether nothing below the object shows.
func (f *floating) opaque(ctx context.Context, part *opc.Part) bool {
	switch {
	case !f.front, f.hidden, f.other, f.alpha, len([]rune(f.text.String())) > coverSay:
		return false
	case f.picture:
		return max(f.axis[0].length, f.axis[1].length) > stamp && solidPicture(ctx, part, f.embed)
	}
	return boxShapes[f.shape] && (f.filled == set || f.filled == silent && f.styled)
}

// solidPicture reports whether a picture lets nothing shine through: JPEG, and PNG without transparency (ISO/IEC 15948, 11.2.2 and
// 11.3.2). Of others it isn't known.
func solidPicture(ctx context.Context, part *opc.Part, embed string) bool {
	for _, rel := range part.Rels {
		if rel.ID != embed || rel.Part == nil {
			continue
		}
		r, err := rel.Part.Open(ctx)
		if err != nil {
			return false
		}
		defer r.Close()
		head, _ := bufio.NewReaderSize(r, 4096).Peek(4096)
		switch {
		case bytes.HasPrefix(head, []byte("\xff\xd8\xff")):
			return true
		case bytes.HasPrefix(head, []byte("\x89PNG\r\n\x1a\n")) && len(head) > 25:
			data := bytes.Index(head, []byte("IDAT"))
			return head[25]&4 == 0 && data >= 0 && !bytes.Contains(head[:data], []byte("tRNS"))
		}
	}
	return false
}

// A rect is what an object covers of the flow, in twips.
type rect struct {
	x0, y0, x1, y1 float64
	sure           bool // its place hangs on the paragraph that it is anchored in
}

// place returns where an object lies: at is where its paragraph stands, text the width of its column.
func (f *floating) place(fl *flow, at frame) rect {
	h, v := f.axis[0], f.axis[1]
	r := rect{sure: true}
	left, width := at.x, at.width
	switch h.from {
	case "page":
		left, width = -fl.page.left, fl.page.width
	case "margin":
		left, width = 0, fl.page.text()
	case "leftMargin", "rightMargin", "insideMargin", "outsideMargin":
		r.sure = false
	}
	r.x0 = left + aligned(h, width)
	top, height := at.y, 0.0
	switch v.from {
	case "page":
		top, height, r.sure = fl.pageTop-fl.page.top, fl.page.height, false
	case "margin", "topMargin", "bottomMargin", "insideMargin", "outsideMargin":
		top, height, r.sure = fl.pageTop, fl.page.body(), false
	}
	r.y0 = top + aligned(v, height)
	r.x1, r.y1 = r.x0+h.length, r.y0+v.length
	return r
}

// aligned returns where an object begins in a space of that width.
func aligned(a axis, space float64) float64 {
	switch a.align {
	case "center":
		return (space - a.length) / 2
	case "right", "bottom", "outside":
		return space - a.length
	case "left", "top", "inside":
		return 0
	}
	return a.offset
}
