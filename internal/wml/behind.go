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
