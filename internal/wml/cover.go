package wml

import (
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A floating object is a drawing with a place of its own: an anchor (20.4.2.3), or a VML shape with an absolute position (Part 4,
// 19.1.2.19). It lies in front of the text and pushes none of it aside if it wraps none (20.4.2.15).
type floating struct {
	part     *opc.Part
	depth    int // of its element
	vml      bool
	absolute bool // of VML: it stands where it says, and not in a line of text
	front    bool
	behind   bool
	hidden   bool
	items    []item
	groups   []group // open ones

	axis [2]axis
	cur  int     // the axis being read
	hole polygon // that text keeps out of
}

// An item is one shape or picture of an object.
type item struct {
	depth       int  // of its element
	other       bool // a chart, a drawing that is turned askew: it leaves room
	picture     bool
	shape       string
	outline     polygon // of a shape drawn by hand
	filled      tri
	styled      bool
	alpha       bool
	inFill      int // depth of its fill, while inside
	properties  int // depth of spPr
	picturePart *opc.Part
	turn        float64 // degrees
	box         rect    // from the upper left corner of the object; empty for all of it
}

// A group is shapes with coordinates of their own (20.1.7.5): those of a child become those of the object when the offset is taken away,
// and what is left is scaled.
type group struct {
	depth  int
	origin [2]float64
	scale  [2]float64
	at     [2]float64
	size   [2]float64
	askew  bool

	absolute bool // at is a place in the object, not in the group around it
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
	upright  = 3.0                  // degrees by which a cover may be off
)

// boxShapes are the shapes (20.1.10.55) that cover their whole rectangle, but for a share at each side.
var boxShapes = map[string]float64{
	"rect": 0, "roundRect": 0, "round1Rect": 0, "round2SameRect": 0, "round2DiagRect": 0, "snip1Rect": 0, "snip2SameRect": 0, "snip2DiagRect": 0,
	"snipRoundRect": 0, "flowChartProcess": 0, "flowChartAlternateProcess": 0, "flowChartTerminator": 0.05, "flowChartPredefinedProcess": 0, "plaque": 0,
	"bevel": 0, "foldedCorner": 0, "cube": 0, "ellipse": 0.147, "flowChartConnector": 0.147, "octagon": 0.147, "hexagon": 0.147, "homePlate": 0.1,
}

// read takes an element inside of a drawing's anchor, with the names of those around it.
func (f *floating) read(s *xmlscan.Scanner, parent, above string) {
	switch local := string(s.LocalBytes()); local {
	case "wrapNone":
		f.front = true
	case "positionH", "positionV":
		f.cur = 0
		if local == "positionV" {
			f.cur = 1
		}
		f.axis[f.cur].from = plainAttr(s, "relativeFrom")
	case "extent":
		f.axis[0].length, f.axis[1].length = emuAttr(s, "cx"), emuAttr(s, "cy")
	case "start", "lineTo":
		if parent == "wrapPolygon" {
			f.hole.add(s)
		}
	case "wgp", "grpSp":
		f.begin(s.Depth())
	case "wsp", "pic", "bg", "graphicFrame", "chart", "relIds", "contentPart":
		f.items = append(f.items, item{depth: s.Depth(), picture: local == "pic", other: local != "wsp" && local != "pic" && local != "bg"})
		if local == "bg" { // of a canvas: it has no rectangle of its own
			it := &f.items[len(f.items)-1]
			it.shape, it.properties = "rect", s.Depth()
		}
	case "xfrm", "off", "ext", "chOff", "chExt":
		f.transform(s, local, parent, above)
	default:
		if n := len(f.items); n > 0 {
			f.items[n-1].read(s, local, f.part)
		}
	}
}

// begin opens a group in those that are open.
func (f *floating) begin(depth int) {
	for len(f.groups) > 0 && f.groups[len(f.groups)-1].depth >= depth {
		f.groups = f.groups[:len(f.groups)-1]
	}
	f.groups = append(f.groups, group{depth: depth, scale: [2]float64{1, 1}})
}

// transform reads where a shape or a group of them stands (20.1.7.6, 20.1.7.5).
func (f *floating) transform(s *xmlscan.Scanner, local, parent, above string) {
	if local == "xfrm" {
		f.turn(s, parent)
		return
	}
	if parent != "xfrm" {
		return
	}
	v := [2]float64{emuAttr(s, "x"), emuAttr(s, "y")}
	if local == "ext" || local == "chExt" {
		v = [2]float64{emuAttr(s, "cx"), emuAttr(s, "cy")}
	}
	if above == "grpSpPr" {
		if n := len(f.groups); n > 0 {
			f.groups[n-1].read(local, v)
		}
		return
	}
	for n := len(f.groups); n > 0 && f.groups[n-1].depth >= s.Depth(); n-- {
		f.groups = f.groups[:n-1]
	}
	n := len(f.items)
	if n == 0 || above != "spPr" {
		return
	}
	it := &f.items[n-1]
	switch local {
	case "off":
		it.box.x0, it.box.y0 = v[0], v[1]
	case "ext":
		it.box.x1, it.box.y1 = it.box.x0+v[0], it.box.y0+v[1]
		if len(f.groups) > 0 {
			it.box = f.mapped(it.box)
			it.other = it.other || f.askew()
		} else if it.depth == f.depth+3 { // the only one: it is the object
			it.box = rect{}
		}
	}
}

// turn reads by how much a shape or a group is turned, in 60,000ths of a degree.
func (f *floating) turn(s *xmlscan.Scanner, parent string) {
	rot, _ := strconv.ParseFloat(plainAttr(s, "rot"), 64)
	switch n := len(f.items); {
	case parent == "grpSpPr" && len(f.groups) > 0:
		f.groups[len(f.groups)-1].askew = rot != 0 || truth(plainAttr(s, "flipH")) || truth(plainAttr(s, "flipV"))
	case n > 0 && parent == "spPr":
		f.items[n-1].turn = rot / 60_000
	}
}

func (g *group) read(local string, v [2]float64) {
	switch local {
	case "off":
		g.at = v
	case "ext":
		g.size = v
	case "chOff":
		g.origin = v
	case "chExt":
		for i := range v {
			if v[i] > 0 && g.size[i] > 0 {
				g.scale[i] = g.size[i] / v[i]
			}
		}
	}
}

// mapped returns where a rectangle of the innermost group lies in the object.
func (f *floating) mapped(r rect) rect {
	for i := len(f.groups) - 1; i >= 0; i-- {
		g := &f.groups[i]
		at := g.at
		if g.depth == f.depth+3 {
			at = [2]float64{} // the object itself stands there
		}
		r.x0, r.x1 = (r.x0-g.origin[0])*g.scale[0]+at[0], (r.x1-g.origin[0])*g.scale[0]+at[0]
		r.y0, r.y1 = (r.y0-g.origin[1])*g.scale[1]+at[1], (r.y1-g.origin[1])*g.scale[1]+at[1]
		if g.absolute {
			break
		}
	}
	return r
}

func (f *floating) askew() bool {
	for i := range f.groups {
		if f.groups[i].askew {
			return true
		}
	}
	return false
}

// read takes an element inside of a shape or a picture.
func (it *item) read(s *xmlscan.Scanner, local string, part *opc.Part) {
	if s.Depth() <= it.inFill {
		it.inFill = 0
	}
	switch local {
	case "spPr":
		it.properties = s.Depth()
	case "prstGeom":
		it.shape = plainAttr(s, "prst")
	case "pt":
		it.outline.add(s)
	case "arcTo", "quadBezTo", "cubicBezTo":
		it.outline.bent = true
	case "solidFill", "gradFill", "pattFill":
		it.fills(s, set)
	case "noFill":
		it.fills(s, off)
	case "alpha":
		it.alpha = it.alpha || it.inFill > 0 && !whole(plainAttr(s, "val"))
	case "alphaModFix":
		it.alpha = it.alpha || !whole(plainAttr(s, "amt"))
	case "fillRef":
		it.styled = plainAttr(s, "idx") != "0"
	case "blip":
		it.picturePart = related(part, s, "embed")
	}
}

// fills notes a fill of the shape itself, not of its outline.
func (it *item) fills(s *xmlscan.Scanner, t tri) {
	if it.filled == silent && it.properties > 0 && s.Depth() == it.properties+1 {
		it.filled, it.inFill = t, s.Depth()
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

// A polygon is the corners of an outline.
type polygon struct {
	n              int
	x0, y0, x1, y1 float64
	slanted, bent  bool
	last           [2]float64
}

func (p *polygon) add(s *xmlscan.Scanner) {
	x, _ := strconv.ParseFloat(plainAttr(s, "x"), 64)
	y, _ := strconv.ParseFloat(plainAttr(s, "y"), 64)
	if p.n == 0 {
		p.x0, p.y0, p.x1, p.y1 = x, y, x, y
	}
	p.slanted = p.slanted || p.n > 0 && x != p.last[0] && y != p.last[1]
	p.x0, p.y0, p.x1, p.y1 = min(p.x0, x), min(p.y0, y), max(p.x1, x), max(p.y1, y)
	p.last = [2]float64{x, y}
	p.n++
}

// rectangular reports whether the outline is that of a rectangle.
func (p *polygon) rectangular() bool {
	return p.n >= 4 && p.n <= 5 && !p.slanted && !p.bent && p.x1 > p.x0 && p.y1 > p.y0
}
