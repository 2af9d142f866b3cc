package xlsx

import (
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// groups follows the groups of one anchor (20.5.2.17). A group covers nothing by itself, its members do.
type groups struct {
	open   []group
	member *anchor // the shape or picture being read
	depth  int     // of it
}

// A group maps the coordinates of its members into those of what is around it (20.1.7.5).
type group struct {
	depth            int
	off, ext         [2]float64
	childOff, childE [2]float64
	inXfrm           bool
}

// start takes in the start of an element, and reports whether it belongs to a member of a group and not to the anchor.
func (g *groups) start(a *anchor, s *xmlscan.Scanner) bool {
	local := string(s.LocalBytes())
	switch {
	case g.member != nil:
		g.read(local, s)
		return true
	case local == "grpSp":
		g.open = append(g.open, group{depth: s.Depth()})
	case len(g.open) == 0:
		return false
	case local == "sp" || local == "pic":
		g.member, g.depth = &anchor{to: [4]float64{-1}, picture: local == "pic"}, s.Depth()
		return true
	default:
		g.open[len(g.open)-1].read(local, s)
	}
	return false
}

// read takes in one element of a member: where it lies in its group, and what an anchor knows of a shape.
func (g *groups) read(local string, s *xmlscan.Scanner) {
	if m := g.member; local == "off" && m.properties > 0 {
		m.pos = [2]float64{emu(s, "x"), emu(s, "y")}
	} else if local == "ext" && m.properties > 0 && m.ext == [2]float64{} {
		m.ext = [2]float64{emu(s, "cx"), emu(s, "cy")}
	}
	if local != "pos" {
		g.member.read(s)
	}
}

func (x *group) read(local string, s *xmlscan.Scanner) {
	switch {
	case local == "xfrm":
		x.inXfrm = true
	case !x.inXfrm:
	case local == "off":
		x.off = [2]float64{emu(s, "x"), emu(s, "y")}
	case local == "ext" && x.ext == [2]float64{}:
		x.ext = [2]float64{emu(s, "cx"), emu(s, "cy")}
	case local == "chOff":
		x.childOff = [2]float64{emu(s, "x"), emu(s, "y")}
	case local == "chExt":
		x.childE = [2]float64{emu(s, "cx"), emu(s, "cy")}
	}
}

// end takes in the end of an element. Where a member ends it returns it, anchored like a shape that stands alone.
func (g *groups) end(a *anchor, s *xmlscan.Scanner) *anchor {
	if n := len(g.open); n > 0 && g.member == nil && s.Depth() == g.open[n-1].depth {
		g.open = g.open[:n-1]
		return nil
	}
	if g.member == nil || s.Depth() != g.depth {
		return nil
	}
	m := g.member
	g.member = nil
	if a.hidden { // the group is
		return nil
	}
	pos, ext := m.pos, m.ext
	for i := len(g.open) - 1; i >= 0; i-- {
		x := &g.open[i]
		for k := range pos {
			if x.childE[k] <= 0 || x.ext[k] <= 0 {
				return nil
			}
			scale := x.ext[k] / x.childE[k]
			pos[k], ext[k] = x.off[k]+(pos[k]-x.childOff[k])*scale, ext[k]*scale
		}
	}
	m.from, m.pos = a.from, [2]float64{}
	m.from[1] += pos[0] - g.open[0].off[0]
	m.from[3] += pos[1] - g.open[0].off[1]
	if a.pos != m.pos {
		m.pos = [2]float64{a.pos[0] + pos[0] - g.open[0].off[0], a.pos[1] + pos[1] - g.open[0].off[1]}
	}
	m.ext, m.size = ext, max(ext[0], ext[1])
	return m
}
