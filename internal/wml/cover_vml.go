package wml

import (
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// readVML takes an element of a VML shape or of a group of them: the outermost first.
func (f *floating) readVML(s *xmlscan.Scanner) {
	switch local := string(s.LocalBytes()); local {
	case "shape", "rect", "roundrect", "oval", "image", "polyline", "group":
		if s.Space() == vmlSpace {
			f.shapeVML(s, local)
		}
	case "wrap":
		f.front = f.front && (plainAttr(s, "type") == "" || plainAttr(s, "type") == "none")
	default:
		if n := len(f.items); n > 0 {
			f.items[n-1].readVML(s, local, f.part)
		}
	}
}

// shapeVML begins a shape or a group.
func (f *floating) shapeVML(s *xmlscan.Scanner, local string) {
	style := parseStyle(plainAttr(s, "style"))
	inner := s.Depth() > f.depth
	if !inner {
		f.stands(style)
	}
	for n := len(f.groups); n > 0 && f.groups[n-1].depth >= s.Depth(); n-- {
		f.groups = f.groups[:n-1]
	}
	box := rect{x1: f.axis[0].length, y1: f.axis[1].length}
	if inner {
		box = f.mapped(boxVML(style))
	}
	if local == "group" {
		f.groups = append(f.groups, groupVML(s, box))
		f.groups[len(f.groups)-1].askew = style["rotation"] != "" || style["flip"] != ""
		return
	}
	it := item{depth: s.Depth(), filled: set, box: box, other: f.askew() || style["visibility"] == "hidden", properties: s.Depth()}
	turn := style["rotation"]
	it.turn, _ = strconv.ParseFloat(strings.TrimSuffix(turn, "fd"), 64)
	if strings.HasSuffix(turn, "fd") {
		it.turn /= 65536
	}
	if v := plainAttr(s, "filled"); v != "" && !truth(v) {
		it.filled = off
	}
	switch kind := plainAttr(s, "type"); {
	case local == "rect":
		it.shape = "rect"
	case local == "oval":
		it.shape = "ellipse"
	case local == "roundrect", strings.HasSuffix(kind, "_t202"), strings.HasSuffix(kind, "_t1"), strings.HasSuffix(kind, "_t2"), strings.HasSuffix(kind, "_t109"):
		it.shape = "roundRect"
	}
	f.items = append(f.items, it)
}

// stands reads where the outermost shape stands.
func (f *floating) stands(style map[string]string) {
	f.absolute = style["position"] == "absolute"
	f.front = f.absolute && !strings.HasPrefix(style["z-index"], "-")
	f.hidden = style["visibility"] == "hidden"
	for i, names := range [...][5]string{
		{"margin-left", "width", "mso-position-horizontal", "mso-position-horizontal-relative", "left"},
		{"margin-top", "height", "mso-position-vertical", "mso-position-vertical-relative", "top"},
	} {
		f.axis[i] = axis{style[names[3]], (points(style[names[0]]) + points(style[names[4]])) * 20, style[names[2]], points(style[names[1]]) * 20}
		if f.axis[i].align == "absolute" {
			f.axis[i].align = ""
		}
	}
}

// boxVML returns the rectangle of a shape in a group, in the units of that.
func boxVML(style map[string]string) rect {
	n := func(name string) float64 {
		f, _ := strconv.ParseFloat(strings.TrimRight(style[name], "ptincmx"), 64)
		return min(max(f, -1e9), 1e9)
	}
	return rect{x0: n("left"), y0: n("top"), x1: n("left") + n("width"), y1: n("top") + n("height")}
}

// groupVML returns a group (Part 4, 19.1.2.7) that fills a rectangle of the object.
func groupVML(s *xmlscan.Scanner, box rect) group {
	size, origin := pair(plainAttr(s, "coordsize"), 1000), pair(plainAttr(s, "coordorigin"), 0)
	g := group{depth: s.Depth(), origin: origin, at: [2]float64{box.x0, box.y0}, scale: [2]float64{1, 1}, absolute: true}
	for i, length := range [...]float64{box.x1 - box.x0, box.y1 - box.y0} {
		if size[i] > 0 {
			g.scale[i] = length / size[i]
		}
	}
	return g
}

// pair reads two numbers with a comma between them.
func pair(v string, missing float64) [2]float64 {
	out := [2]float64{missing, missing}
	x, y, _ := strings.Cut(v, ",")
	for i, text := range [...]string{x, y} {
		if f, err := strconv.ParseFloat(strings.TrimSpace(text), 64); err == nil {
			out[i] = min(max(f, -1e9), 1e9)
		}
	}
	return out
}

// readVML takes an element inside of a shape.
func (it *item) readVML(s *xmlscan.Scanner, local string, part *opc.Part) {
	switch local {
	case "imagedata":
		it.picture = true
		it.picturePart = related(part, s, "id")
	case "fill":
		it.alpha = it.alpha || plainAttr(s, "opacity") != "" && plainAttr(s, "opacity") != "1"
	case "textpath":
		it.other = true
	}
}
