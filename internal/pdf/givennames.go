package pdf

import (
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A GivenName is a name in the objects of a file that is no ASCII: no standard has those, so a person gave it to a colour, to a kind of
// element, to a resource.
type GivenName struct {
	Name  string // its bytes
	Bound bool   // code refers to it, so that it can't be another
}

// boundKeys are the kinds of resources (7.8.3), to which contents refer by the keys in them, and the glyphs of fonts, to which programs do.
var boundKeys = [...]string{"Font", "XObject", "ColorSpace", "Pattern", "Shading", "ExtGState", "Properties", "CharProcs", "Differences"}

// GivenNames returns those names, each once, in the order in which a fix counts them. The names of fonts are none.
func (f *File) GivenNames() []GivenName {
	w := nameWalk{f: f, index: map[string]int{}, bound: map[int]bool{}}
	reached := f.Reached()
	for range 2 { // dictionaries that are objects of their own are known as resources only after the first
		for _, n := range f.Objects() {
			if reached[n] {
				w.walk(f.Object(n), w.bound[n], 0)
			}
		}
	}
	return w.names
}

type nameWalk struct {
	f     *File
	names []GivenName
	index map[string]int
	bound map[int]bool // objects whose names code refers to
}

func (w *nameWalk) note(name string, bound bool) {
	if !slices.ContainsFunc([]byte(name), func(c byte) bool { return c >= utf8.RuneSelf }) {
		return
	}
	at, known := w.index[name]
	if !known {
		at = len(w.names)
		w.index[name] = at
		w.names = append(w.names, GivenName{Name: name})
	}
	w.names[at].Bound = w.names[at].Bound || bound
}

func (w *nameWalk) walk(o types.Object, bound bool, depth int) {
	if depth > maxDepth {
		return
	}
	switch v := o.(type) {
	case types.Name:
		w.note(string(v), bound)
	case types.Array:
		for _, e := range v {
			w.walk(e, bound, depth+1)
		}
	case types.StreamDict:
		w.dict(v.Dict, bound, depth)
	case *types.StreamDict:
		w.dict(v.Dict, bound, depth)
	case types.Dict:
		w.dict(v, bound, depth)
	}
}

func (w *nameWalk) dict(d types.Dict, bound bool, depth int) {
	for _, key := range slices.Sorted(maps.Keys(d)) {
		w.note(key, bound)
		if key == "BaseFont" || key == "FontName" {
			continue
		}
		code := slices.Contains(boundKeys[:], key) && (key == "Differences" || w.f.Array(d[key]) == nil) // a list is a colour space itself
		if n := ObjectNumber(d[key]); n > 0 && code {
			w.bound[n] = true
		}
		w.walk(d[key], code, depth+1)
	}
}
