package pdf

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// layers is the state of the optional content groups in the default configuration (8.11).
type layers struct {
	off   map[int]bool // by object number
	steps int          // left for evaluating expressions: they may be knotted
}

// readLayers reads OCProperties: which groups are off when the file is opened.
func (f *File) readLayers() {
	props := f.Dict(f.Catalog()["OCProperties"])
	f.layers = &layers{off: map[int]bool{}, steps: 1_000_000}
	if props == nil {
		return
	}
	d := f.Dict(props["D"])
	if f.Name(d["BaseState"]) == "OFF" {
		for _, o := range f.Array(props["OCGs"]) {
			f.layers.off[ObjectNumber(o)] = true
		}
	}
	for _, o := range f.Array(d["ON"]) {
		delete(f.layers.off, ObjectNumber(o))
	}
	for _, o := range f.Array(d["OFF"]) {
		f.layers.off[ObjectNumber(o)] = true
	}
	for _, as := range f.Array(d["AS"]) {
		f.autoState(f.Dict(as))
	}
}

// autoState applies the usage of groups to viewing on a screen (8.11.4.4).
func (f *File) autoState(as types.Dict) {
	if f.Name(as["Event"]) != "View" {
		return
	}
	for _, o := range f.Array(as["OCGs"]) {
		usage := f.Dict(f.Dict(o)["Usage"])
		switch f.Name(f.Dict(usage["View"])["ViewState"]) {
		case "OFF":
			f.layers.off[ObjectNumber(o)] = true
		case "ON":
			delete(f.layers.off, ObjectNumber(o))
		}
	}
}

// LayerOff reports whether what belongs to an optional content group or membership is hidden.
func (f *File) LayerOff(o types.Object) bool { return f.layerOff(o, 0) }

func (f *File) layerOff(o types.Object, depth int) bool {
	d := f.Dict(o)
	if d == nil || depth > 8 {
		return false
	}
	if f.Name(d["Type"]) != "OCMD" {
		return f.layers.off[ObjectNumber(o)]
	}
	if ve := f.Array(d["VE"]); len(ve) > 0 {
		return !f.visible(ve, depth+1)
	}
	groups := f.Array(d["OCGs"])
	if groups == nil && d["OCGs"] != nil {
		groups = types.Array{d["OCGs"]}
	}
	return !f.policy(f.Name(d["P"]), groups)
}

// policy evaluates the P entry of a membership (8.11.2.2); groups that are null don't count.
func (f *File) policy(p string, groups types.Array) bool {
	on, off := 0, 0
	for _, g := range groups {
		switch {
		case f.Dict(g) == nil:
		case f.layers.off[ObjectNumber(g)]:
			off++
		default:
			on++
		}
	}
	switch {
	case on+off == 0:
		return true
	case p == "AllOn":
		return off == 0
	case p == "AnyOff":
		return off > 0
	case p == "AllOff":
		return on == 0
	}
	return on > 0
}

// visible evaluates a visibility expression.
func (f *File) visible(ve types.Array, depth int) bool {
	if f.layers.steps--; len(ve) == 0 || depth > 8 || f.layers.steps < 0 {
		return true
	}
	term := func(o types.Object) bool {
		if a := f.Array(o); a != nil {
			return f.visible(a, depth+1)
		}
		return !f.layerOff(o, depth+1)
	}
	switch f.Name(ve[0]) {
	case "Not":
		return len(ve) < 2 || !term(ve[1])
	case "Or":
		for _, o := range ve[1:] {
			if term(o) {
				return true
			}
		}
		return len(ve) == 1
	}
	for _, o := range ve[1:] {
		if !term(o) {
			return false
		}
	}
	return true
}
