package wml

import (
	"context"
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

const (
	emu       = 360_000          // English Metric Units of a centimetre
	largeArea = 30 * emu * emu   // a logo is smaller, a band across the page is not
	pointEMU  = 12_700           // of a point
	maxExtent = int64(100) * emu // a page is no larger
)

// covered reports whether something large lies behind the text of the document, a picture of the cover for instance: then it can't be
// said what colour the ground of a text is that has none of its own. It is looked for when the question first comes up.
func (d *Document) covered(ctx context.Context) bool {
	if d.behind != silent {
		return d.behind == set
	}
	d.behind = off
	for _, st := range d.Stories {
		if st.Kind != Body && st.Kind != Header {
			continue
		}
		// A part that can't be read is reported where it is walked.
		_ = scan(ctx, st.Part, func(s *xmlscan.Scanner) bool {
			if s.Kind() == xmlscan.Start && d.behind == off && (behindAnchor(s) || behindShape(s)) {
				d.behind = set
			}
			return d.behind == off
		})
	}
	return d.behind == set
}

// pictured reports whether the document has anything large that is painted, wherever it lies: it may be the ground of text in a shape that
// has none of its own.
func (d *Document) pictured(ctx context.Context) bool {
	if d.large != silent {
		return d.large == set
	}
	d.large = off
	for _, st := range d.Stories {
		if st.Kind != Body && st.Kind != Header {
			continue
		}
		_ = scan(ctx, st.Part, func(s *xmlscan.Scanner) bool {
			if s.Kind() == xmlscan.Start && (paintedDrawing(s) || paintedShape(s)) {
				d.large = set
			}
			return d.large == off
		})
	}
	return d.large == set
}

// paintedDrawing looks at a drawing, up to the first thing in it that is painted.
func paintedDrawing(s *xmlscan.Scanner) bool {
	if !s.Is("anchor") && !s.Is("inline") {
		return false
	}
	properties := 0
	for depth := s.Depth(); s.Next() && !(s.Kind() == xmlscan.End && s.Depth() == depth); {
		if s.Kind() != xmlscan.Start {
			continue
		}
		switch string(s.LocalBytes()) {
		case "extent":
			if area(s) < largeArea {
				return false
			}
		case "spPr":
			properties = s.Depth()
		case "pic", "chart", "relIds":
			return true
		case "solidFill", "gradFill", "blipFill", "pattFill":
			if properties > 0 && s.Depth() == properties+1 {
				return true
			}
		}
	}
	return false
}

// paintedShape looks at a VML shape.
func paintedShape(s *xmlscan.Scanner) bool {
	if s.Space() != vmlSpace || !outerVML[s.Local()] || s.Is("group") {
		return false
	}
	style := parseStyle(plainAttr(s, "style"))
	filled := plainAttr(s, "filled")
	return (filled == "" || truth(filled)) && points(style["width"])*points(style["height"])*pointEMU*pointEMU >= largeArea
}

// behindAnchor looks at an anchor behind the text (20.4.2.3) up to its extent.
func behindAnchor(s *xmlscan.Scanner) bool {
	if !s.Is("anchor") || !truth(plainAttr(s, "behindDoc")) {
		return false
	}
	for depth := s.Depth(); s.Next() && !(s.Kind() == xmlscan.End && s.Depth() == depth); {
		if s.Kind() == xmlscan.Start && s.Is("extent") {
			return area(s) >= largeArea
		}
	}
	return false
}

// area returns the area of an extent in square EMU.
func area(s *xmlscan.Scanner) int64 {
	cx, _ := strconv.ParseInt(plainAttr(s, "cx"), 10, 64)
	cy, _ := strconv.ParseInt(plainAttr(s, "cy"), 10, 64)
	return min(max(cx, 0), maxExtent) * min(max(cy, 0), maxExtent)
}

// behindShape looks at a VML shape (Part 4, 19.1.2.19) behind the text. Lettering, as in a watermark, covers nothing.
func behindShape(s *xmlscan.Scanner) bool {
	if s.Space() != vmlSpace {
		return false
	}
	style := parseStyle(plainAttr(s, "style"))
	if !strings.HasPrefix(style["z-index"], "-") || points(style["width"])*points(style["height"])*pointEMU*pointEMU < largeArea {
		return false
	}
	for depth := s.Depth(); s.Next() && !(s.Kind() == xmlscan.End && s.Depth() == depth); {
		if s.Kind() == xmlscan.Start && s.Is("textpath") && !s.Is("path") {
			return false
		}
	}
	return true
}

// parseStyle reads a style attribute of VML.
func parseStyle(v string) map[string]string {
	out := map[string]string{}
	for pair := range strings.SplitSeq(v, ";") {
		if name, value, ok := strings.Cut(pair, ":"); ok {
			out[strings.TrimSpace(name)] = strings.TrimSpace(value)
		}
	}
	return out
}

// points reads a length of VML; without a unit it is in pixels or in units of a group, which are taken for points.
func points(v string) float64 {
	unit := 1.0
	for suffix, f := range map[string]float64{"pt": 1, "in": 72, "cm": 28.35, "mm": 2.835, "px": 0.75} {
		if n, ok := strings.CutSuffix(v, suffix); ok {
			v, unit = n, f
		}
	}
	f, err := strconv.ParseFloat(v, 64)
	if err != nil {
		return 0
	}
	return f * unit
}
