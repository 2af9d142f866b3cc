package pdf

import (
	"maps"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// editDestinations takes names of destinations out of the document (12.3.2.4). The tree is written anew as one leaf; links that went by
// such a name get the place itself when they are written.
func (j *job) editDestinations() error {
	if len(j.destinations) == 0 {
		return nil
	}
	if j.f.Ctx.Root == nil {
		return ErrUnknown
	}
	n := 0
	gone := map[string]bool{}
	j.f.Destinations(func(name string, to types.Object) {
		if j.destinations[n] {
			gone[name] = true
			j.places[name] = j.place(to)
		}
		n++
	}, map[int]bool{})
	cat := j.edit(int(j.f.Ctx.Root.ObjectNumber))
	if tree := j.dict(j.dict(cat["Names"])["Dests"]); tree != nil {
		var kept types.Array
		j.f.Tree(tree, func(_ int, key, v types.Object) {
			if !gone[j.f.Text(key)] {
				kept = append(kept, key, v)
			}
		}, map[int]bool{})
		j.subAt(cat, "Names")["Dests"] = types.Dict{"Names": kept}
	}
	if old := j.dict(cat["Dests"]); old != nil {
		left := maps.Clone(old)
		for key := range old {
			if gone[pdf.NameText(key)] {
				delete(left, key)
			}
		}
		cat["Dests"] = left
	}
	return nil
}

// editNames notes what names become that hold people. The new ones are as short as no word is.
func (j *job) editNames() error {
	if len(j.named) == 0 {
		return nil
	}
	j.names = map[string]string{}
	for n, name := range j.f.GivenNames() {
		if j.named[n] && !name.Bound {
			j.names[name.Name] = "N" + strconv.FormatInt(int64(n), 36)
		}
	}
	return nil
}

// named returns a name as it is to be.
func (wr *writer) named(name string) string {
	if to, ok := wr.j.names[name]; ok {
		return to
	}
	return name
}

// place returns the destination that a name stands for: an array, or a dictionary with one.
func (j *job) place(o types.Object) types.Object {
	if d := j.dict(o); d != nil {
		o = d["D"]
	}
	return j.resolve(o)
}

// led returns what a link goes to: the place that a dropped name stood for, or what it says.
func (wr *writer) led(key string, v types.Object) types.Object {
	if len(wr.j.places) == 0 || key != "Dest" && key != "D" {
		return v
	}
	name := wr.j.f.Text(v)
	if n, ok := wr.j.resolve(v).(types.Name); ok {
		name = pdf.NameText(string(n))
	}
	if to, ok := wr.j.places[name]; ok && name != "" {
		return to
	}
	return v
}

// subAt returns the dictionary in an entry for changing, be it an object of its own or not.
func (j *job) subAt(d types.Dict, key string) types.Dict {
	if n := pdf.ObjectNumber(d[key]); n > 0 {
		return j.edit(n)
	}
	return j.sub(d, key)
}
