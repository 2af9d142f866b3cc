package pdf

import (
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// A graph is the objects of a file as they are to be: those of the source, with some changed, added or dropped. The source's own
// objects are never changed, since the engine reads them.
type graph struct {
	f       *pdf.File
	changed map[int]types.Object
	dropped map[int]bool // references to them vanish
	last    int          // largest object number in use
}

func newGraph(f *pdf.File) *graph {
	g := &graph{f: f, changed: map[int]types.Object{}, dropped: map[int]bool{}}
	for n := range f.Ctx.Table {
		g.last = max(g.last, n)
	}
	return g
}

// object returns an object as it is to be.
func (g *graph) object(n int) types.Object {
	if o, ok := g.changed[n]; ok {
		return o
	}
	return g.f.Object(n)
}

// resolve follows a reference into the changed objects.
func (g *graph) resolve(o types.Object) types.Object {
	for range 100 {
		n := pdf.ObjectNumber(o)
		if n == 0 {
			return g.f.Resolve(o)
		}
		if g.dropped[n] {
			return nil
		}
		next, ok := g.changed[n]
		if !ok {
			return g.f.Resolve(o)
		}
		o = next
	}
	return nil
}

func (g *graph) dict(o types.Object) types.Dict {
	switch v := g.resolve(o).(type) {
	case types.Dict:
		return v
	case types.StreamDict:
		return v.Dict
	case *types.StreamDict:
		return v.Dict
	}
	return nil
}

func (g *graph) array(o types.Object) types.Array {
	a, _ := g.resolve(o).(types.Array)
	return a
}

// edit returns the dictionary of an object for changing; nil if the object is none. Of a stream it is the stream's.
func (g *graph) edit(n int) types.Dict {
	switch v := g.object(n).(type) {
	case types.Dict:
		if _, ok := g.changed[n]; !ok {
			v = maps.Clone(v)
			g.changed[n] = v
		}
		return v
	case types.StreamDict:
		return g.editStream(n, v)
	case *types.StreamDict:
		return g.editStream(n, *v)
	}
	return nil
}

func (g *graph) editStream(n int, v types.StreamDict) types.Dict {
	if _, ok := g.changed[n]; !ok {
		v.Dict = maps.Clone(v.Dict)
		g.changed[n] = v
	}
	return v.Dict
}

// add adds an object and returns a reference to it.
func (g *graph) add(o types.Object) types.IndirectRef {
	g.last++
	g.changed[g.last] = o
	return *types.NewIndirectRef(g.last, 0)
}

// addStream adds a stream with that data; the dictionary is taken over, but for what says how the data was coded.
func (g *graph) addStream(d types.Dict, data []byte) (types.IndirectRef, error) {
	s, err := newStream(d, data)
	if err != nil {
		return types.IndirectRef{}, err
	}
	return g.add(s), nil
}

// newStream packs data. The same data always gives the same bytes: the compressor is pinned in go.mod.
func newStream(d types.Dict, data []byte) (types.StreamDict, error) {
	d = maps.Clone(d)
	if d == nil {
		d = types.Dict{}
	}
	for _, key := range []string{"Filter", "DecodeParms", "F", "FFilter", "FDecodeParms", "DL", "Length"} {
		delete(d, key)
	}
	packed, err := deflate(data)
	if err != nil {
		return types.StreamDict{}, err
	}
	d["Filter"] = types.Name("FlateDecode")
	return types.StreamDict{Dict: d, Raw: packed}, nil
}

// sub returns a copy of a dictionary in a dictionary, in place, for changing. What is missing is made.
func (g *graph) sub(d types.Dict, key string) types.Dict {
	s := maps.Clone(g.dict(d[key]))
	if s == nil {
		s = types.Dict{}
	}
	d[key] = s
	return s
}

// numbers returns the numbers of all objects of the source, in order.
func (g *graph) numbers() []int {
	return slices.Sorted(maps.Keys(g.f.Ctx.Table))
}

// name returns a name, or "".
func (g *graph) name(o types.Object) string {
	n, _ := g.resolve(o).(types.Name)
	return string(n)
}
