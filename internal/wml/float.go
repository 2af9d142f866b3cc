package wml

import "github.com/sumikeshi/sumikeshi/internal/xmlscan"

// float returns the innermost open object with a place of its own, or nil.
func (w *walker) float() *floating {
	if n := len(w.floats); n > 0 {
		return w.floats[n-1]
	}
	return nil
}

// startFloat takes an element of a drawing.
func (w *walker) startFloat(s *xmlscan.Scanner, local string) {
	f := w.float()
	switch {
	case local == "anchor" && w.parent() == "drawing":
		w.floats = append(w.floats, &floating{
			part: w.story.Part, depth: s.Depth(), hidden: truth(plainAttr(s, "hidden")), behind: truth(plainAttr(s, "behindDoc")),
		})
		return
	case s.Space() == vmlSpace && (f == nil || !f.vml) && outerVML[local]:
		f = &floating{part: w.story.Part, depth: s.Depth(), vml: true}
		w.floats = append(w.floats, f)
	}
	switch {
	case f == nil:
	case f.vml:
		f.readVML(s)
	default:
		f.read(s, w.parent(), w.up(2))
	}
	w.hideBeyond(s, local)
}

var outerVML = map[string]bool{"shape": true, "rect": true, "roundrect": true, "oval": true, "group": true, "image": true, "polyline": true}

// endFloat closes the object that ends with the element.
func (w *walker) endFloat(s *xmlscan.Scanner) {
	if f := w.float(); f != nil && f.depth == s.Depth() {
		w.floats = w.floats[:len(w.floats)-1]
	}
}
