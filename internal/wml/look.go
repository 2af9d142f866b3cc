package wml

import "github.com/sumikeshi/sumikeshi/internal/sml"

const (
	sameColor = 1.3  // contrast below which a text can't be told from its ground, as in package sml
	dark      = 1.35 // contrast against black below which a ground is a bar: 000080 is one, 0000FF is none
)

// classify says whether a reader sees the text of a run, of what is open at the moment. Where a table's style leaves more than one look of
// the cell, one that shows it is enough.
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
	if p.Cell == nil || p.Cell.Table.style == nil {
		r.class = w.look(r, p, nil)
		return r.class
	}
	if st := p.Cell.Table.style; st.plain() {
		r.class = w.look(r, p, &scenario{run: st.run})
		return r.class
	}
	for i := range p.Cell.scenarios() {
		if r.class = w.look(r, p, &p.Cell.looks[i]); r.class == Shown {
			break
		}
	}
	return r.class
}

// look says whether a reader sees a run as the table's style makes its cell look; nil outside of tables.
func (w *walker) look(r *Run, p *Para, table *scenario) Class {
	ps := w.styleOf(p)
	var run *Props
	if table != nil {
		run = &table.run
	}
	props := w.styles.resolve(r.props, ps, run)
	r.size = props.size
	if props.vanish == set || props.always == set {
		return Hidden
	}
	para := p.shade.over(ps.shade).over(w.styles.shade)
	class := Shown
	switch {
	case props.effect == set || props.color.kind == blurred || props.fill.kind == blurred:
		return Shown
	case props.fill.kind == clear:
		class = Faint
	default:
		if props.fill.kind == solid {
			props.color = props.fill
		}
		class = w.contrast(props, para, p.Cell, table)
	}
	if class == Shown || props.outline.kind == unset || props.outline.kind == clear {
		return class
	}
	if props.color = props.outline; props.outline.kind != solid {
		return Shown
	}
	return w.contrast(props, para, p.Cell, table)
}

// contrast compares the colour of a text with that of its ground: highlighting, shading of the run, of the paragraph, of the cells
// around it, the fill of its shape, and at last the page.
//
// Automatic text turns white on a dark shading, so that it shows; under a highlighting it does not.
func (w *walker) contrast(p Props, para paint, cell *Cell, table *scenario) Class {
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
		grounds, whole := cell.grounds(table)
		table = nil // of the innermost cell
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
	switch g := w.box().ground; {
	case g.kind == solid:
		return against(p.color.color, g.color)
	case g.kind == clear && w.doc.pictured(w.ctx), g.kind != unset && g.kind != clear:
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
