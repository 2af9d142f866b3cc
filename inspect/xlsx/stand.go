package xlsx

import (
	"strconv"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A stand says where on the sheet a shape is anchored (20.5.2): at a place and of a size, or from one corner to another one. The size that
// the shape itself names is not asked: many programs write zeros there.
type stand struct {
	kind     string
	from, to [4]string // column, offset, row, offset
	corner   *[4]string
	in       int // which of the four; -1 none
	cx, cy   string
	ext      bool
	x, y     string
}

func (a *stand) start(s *xmlscan.Scanner) {
	switch local := string(s.LocalBytes()); local {
	case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor", "relSizeAnchor", "absSizeAnchor":
		*a = stand{kind: local, in: -1}
	case "from":
		a.corner = &a.from
	case "to":
		a.corner = &a.to
	case "col", "colOff", "row", "rowOff":
		a.in = map[string]int{"col": 0, "colOff": 1, "row": 2, "rowOff": 3}[local]
	case "x", "y": // on a chart
		a.in = map[string]int{"x": 0, "y": 2}[local]
	case "pos":
		a.x, a.y = attrOf(s, "x"), attrOf(s, "y")
	case "ext":
		if v, ok := s.Attr("cx"); ok && !a.ext { // the first is the anchor's
			a.cx, a.cy, a.ext = string(v), attrOf(s, "cy"), true
		}
	default:
		a.corner, a.in = nil, -1
	}
}

func attrOf(s *xmlscan.Scanner, name string) string {
	v, _ := s.Attr(name)
	return string(v)
}

func (a *stand) text(s *xmlscan.Scanner) {
	if a.corner != nil && a.in >= 0 && !s.Blank() {
		a.corner[a.in] = string(s.Text())
		a.in = -1
	}
}

// nothing reports whether nothing of the shape is on the sheet: it has no size, or stands beyond the last cell or before the first one.
func (a *stand) nothing() bool {
	far := func(v string, last int) bool { n, err := strconv.Atoi(v); return err == nil && n > last }
	switch a.kind {
	case "twoCellAnchor", "relSizeAnchor":
		return a.from == a.to && a.from[0] != "" || far(a.from[0], 16383) || far(a.from[2], 1048575)
	case "oneCellAnchor", "absSizeAnchor":
		return a.cx == "0" && a.cy == "0" || far(a.from[0], 16383) || far(a.from[2], 1048575)
	case "absoluteAnchor":
		return a.cx == "0" && a.cy == "0" || before(a.x, a.cx) || before(a.y, a.cy)
	}
	return false
}

// before reports whether what begins at a place ends before the sheet begins.
func before(at, size string) bool {
	from, err1 := strconv.ParseInt(at, 10, 64)
	n, err2 := strconv.ParseInt(size, 10, 64)
	return err1 == nil && err2 == nil && from < 0 && from+n <= 0
}
