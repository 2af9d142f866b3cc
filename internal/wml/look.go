package wml

import "github.com/sumikeshi/sumikeshi/internal/sml"

const (
	sameColor = 1.3  // contrast below which a text can't be told from its ground, as in package sml
	dark      = 1.35 // contrast against black below which a ground is a bar: 000080 is one, 0000FF is none
)

// classify says whether a reader sees the text of a run, of what is open at the moment.
func (w *walker) classify(r *Run) Class {
	if r.classed {
		return r.class
	}
	r.classed = true
	r.class = Shown
	p := w.para()
	if p == nil {
		return Shown
	}
	var table *style
	if p.Cell != nil {
		table = p.Cell.Table.style
	}
	ps := w.styles.paraStyle(p.style)
	props := w.styles.resolve(r.props, ps, table)
	r.size = props.size
	if props.vanish == set || props.always == set {
		r.class = Hidden
		return r.class
	}
	if props.effect == set || props.color.kind == blurred || props.color.kind == unset && table != nil && table.paints {
		return Shown
	}
	r.class = w.contrast(props, p.shade.over(ps.shade).over(w.styles.shade), p.Cell)
	return r.class
}

// contrast compares the colour of a text with that of its ground: highlighting, shading of the run, of the paragraph, of the cells
// around it, the fill of its shape, and at last the page.
//
// Automatic text turns white on a dark shading, so that it shows; under a highlighting it does not.
func (w *walker) contrast(p Props, para paint, cell *Cell) Class {
	if p.color.kind != solid {
		if p.highlight.kind == solid && p.highlight.color.Contrast(black) < dark {
			return Blacked
		}
		return Shown
	}
	for _, g := range [...]paint{p.highlight, p.shade, para} {
		switch g.kind {
		case blurred:
			return Shown
		case solid:
			return against(p.color.color, g.color)
		}
	}
	for ; cell != nil; cell = cell.Table.outer {
		grounds, whole := cell.grounds()
		class := Shown
		for i, g := range grounds {
			if g.kind == blurred {
				return Shown
			}
			if c := against(p.color.color, g.color); i == 0 || c == class {
				class = c
			} else {
				return Shown // one of the looks that the table may have shows it
			}
		}
		switch {
		case len(grounds) > 0 && class == Shown:
			return Shown
		case whole:
			return class
		case len(grounds) > 0:
			return Shown
		}
	}
	if g := w.box().ground; g.kind != unset {
		if g.kind == solid {
			return against(p.color.color, g.color)
		}
		return Shown
	}
	if class := against(p.color.color, w.doc.page.color); class == Shown || w.doc.covered(w.ctx) {
		return Shown
	}
	return Faint
}

// against compares a text with a ground that is painted.
func against(text, ground sml.Color) Class {
	switch {
	case text.Contrast(ground) >= sameColor:
		return Shown
	case ground.Contrast(black) < dark:
		return Blacked
	}
	return Faint
}
