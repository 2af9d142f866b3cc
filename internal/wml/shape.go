package wml

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A box is a container of paragraphs of its own: the story, or the text of a shape (17.3.1 txbxContent).
type box struct {
	ground paint // unset for the story itself, clear if what lies below shows
	thin   bool  // nothing fits into it
	tables []*Table
	cells  []*Cell
	paras  []*Para
	runs   []*Run
	fields []*Field

	carry      *Para // its mark was deleted: the next paragraph may join it
	carryDepth int
}

// A Shape is a hidden drawing that was read to its end.
type Shape struct {
	Mark
	N     int   // of the paragraph it is anchored in
	Class Class // Boxed, or Outside of the page
}

// startShape looks at the elements of drawings: what hides them (20.4.2.5 docPr, 20.1.2.2.8 cNvPr, the style of VML), and what
// paints the ground of the text in them.
func (w *walker) startShape(s *xmlscan.Scanner, local string) {
	e := &w.open[len(w.open)-1]
	switch local {
	case "docPr":
		if truth(plainAttr(s, "hidden")) {
			w.hideDrawing(Boxed)
		}
	case "extent":
		if w.parent() == "inline" || w.parent() == "anchor" {
			cx, cy := emuAttr(s, "cx"), emuAttr(s, "cy")
			w.enclosing("drawing").thin = min(cx, cy) < dot
			if cx < dot && cy < dot {
				w.hideDrawing(Boxed)
			}
		}
	case "pic":
		if plain := w.enclosing("drawing"); plain.thin { // of lines, one length is none
			w.hideDrawing(Boxed)
		}
	case "cNvPr":
		if truth(plainAttr(s, "hidden")) {
			w.hideObject(Boxed)
		}
	case "wsp":
		e.fill = paint{kind: blurred}
	case "solidFill", "srgbClr", "schemeClr", "noFill", "gradFill", "blipFill", "pattFill", "grpFill", "lumMod", "lumOff", "tint", "shade", "alpha":
		w.shapeFill(s, local)
	}
	if s.Space() != vmlSpace {
		return
	}
	switch local {
	case "shape", "rect", "roundrect", "oval", "polyline", "line", "group", "image":
		w.vmlShape(s, e)
	case "fill":
		if kind := plainAttr(s, "type"); kind != "" && kind != "solid" || plainAttr(s, "opacity") != "" {
			w.enclosing("shape", "rect", "roundrect", "oval").fill = paint{kind: blurred}
		}
	}
}

// shapeFill takes the fill of a shape (20.1.2.2.35 spPr of wsp). A colour that is modified is taken for unknown.
func (w *walker) shapeFill(s *xmlscan.Scanner, local string) {
	n := len(w.open)
	at := func(up int) string {
		if up >= n {
			return ""
		}
		return w.open[n-1-up].local
	}
	switch {
	case at(1) == "solidFill" && at(2) == "spPr" && at(3) == "wsp":
		p := paint{kind: blurred}
		if c, ok := parseHex(plainAttr(s, "val")); ok && local == "srgbClr" {
			p = paint{solid, c}
		} else if c, ok := w.styles.theme.color(plainAttr(s, "val")); ok && local == "schemeClr" {
			p = paint{solid, c}
		}
		w.open[n-4].fill = p
	case at(2) == "solidFill" && at(3) == "spPr" && at(4) == "wsp":
		w.open[n-5].fill = paint{kind: blurred}
	case local == "noFill" && at(1) == "spPr" && at(2) == "wsp":
		w.open[n-3].fill = paint{kind: clear}
	}
}

// vmlShape reads the attributes of a VML shape.
func (w *walker) vmlShape(s *xmlscan.Scanner, e *element) {
	style := parseStyle(plainAttr(s, "style"))
	zero := func(v string) bool { return v != "" && strings.Trim(v, "0.ptincmx") == "" }
	if style["visibility"] == "hidden" || style["display"] == "none" || zero(style["width"]) && zero(style["height"]) {
		w.hide(len(w.open)-1, Boxed)
	}
	e.fill = paint{solid, white}
	color := plainAttr(s, "fillcolor")
	color, _, _ = strings.Cut(color, " ")
	if c, ok := parseHex(strings.TrimPrefix(color, "#")); ok {
		e.fill.color = c
	} else if c, ok := highlights[color]; ok {
		e.fill.color = c
	} else if color != "" {
		e.fill = paint{kind: blurred}
	}
	if s.Is("group") {
		e.fill = paint{kind: blurred}
	} else if filled := plainAttr(s, "filled"); filled != "" && !truth(filled) {
		e.fill = paint{kind: clear}
	}
}

// enclosing returns the innermost open element of one of the names, or a fresh one.
func (w *walker) enclosing(names ...string) *element {
	if i := w.index(names...); i >= 0 {
		return &w.open[i]
	}
	return &element{}
}

func (w *walker) index(names ...string) int {
	for i := len(w.open) - 1; i >= 0; i-- {
		for _, name := range names {
			if w.open[i].local == name {
				return i
			}
		}
	}
	return -1
}

// hideDrawing notes that the drawing which is open is hidden, with the other form that is kept for older programs.
func (w *walker) hideDrawing(as Class) {
	i := w.index("drawing")
	if i < 0 {
		return
	}
	if i >= 2 && w.open[i-1].local == "Choice" && w.open[i-2].local == "AlternateContent" {
		i -= 2
	}
	w.hide(i, as)
}

// hideObject notes that a shape or a picture in a drawing is hidden. If it is all there is in the drawing, that goes.
func (w *walker) hideObject(as Class) {
	i := w.index("wsp", "pic", "grpSp", "wgp", "graphicFrame")
	switch {
	case i <= 0:
		w.hideDrawing(as)
	case w.open[i-1].local == "graphicData":
		w.hideDrawing(as)
	default:
		w.hide(i, as)
	}
}

// hide notes that an open element shows nothing. What is hidden in two ways counts for the outer one, or the first.
func (w *walker) hide(i int, as Class) {
	if w.open[i].hidden {
		return
	}
	w.open[i].hidden = true
	if w.boxed++; w.boxed == 1 {
		w.boxedAs = as
	}
}

// endShape reports a hidden drawing at its end.
func (w *walker) endShape(e *Element, hidden bool) error {
	if !hidden {
		return nil
	}
	w.boxed--
	if w.boxed > 0 {
		return nil // it goes with the one around it
	}
	n := 0
	if p := w.para(); p != nil {
		n = p.N
	}
	return call(w.v.Shape, &Shape{Mark: Mark{El: e.Whole, Run: e.Run}, N: n, Class: w.boxedAs})
}

// textGround returns the ground of the text in the shape that is open.
func (w *walker) textGround() paint {
	i := w.index("wsp", "shape", "rect", "roundrect", "oval", "polyline")
	if i < 0 || w.open[i].fill.kind == unset {
		return paint{kind: blurred}
	}
	return w.open[i].fill
}
