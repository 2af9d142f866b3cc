package pdf

import (
	"errors"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// Short names for what objects are.
type (
	object     = types.Object
	dictionary = types.Dict
	array      = types.Array
)

// maxNesting bounds how deep dictionaries and arrays are looked into.
const maxNesting = 60

// dictOf returns the dictionary of a dictionary or stream.
func dictOf(o object) dictionary {
	switch v := o.(type) {
	case types.Dict:
		return v
	case types.StreamDict:
		return v.Dict
	case *types.StreamDict:
		return v.Dict
	}
	return nil
}

// sorted returns the values of a dictionary in the order of its keys: reports must not differ from run to run.
func sorted(d dictionary) []object {
	keys := make([]string, 0, len(d))
	for k := range d {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	out := make([]object, len(keys))
	for i, k := range keys {
		out[i] = d[k]
	}
	return out
}

// An entry is one of a dictionary.
type entry struct {
	key   string
	value object
}

// nested returns the entries of a dictionary that are dictionaries or arrays themselves, in the order of their keys. Most have few.
func nested(d dictionary) []entry {
	var out []entry
	for k, v := range d {
		switch v.(type) {
		case dictionary, array:
			out = append(out, entry{k, v})
		}
	}
	slices.SortFunc(out, func(a, b entry) int { return strings.Compare(a.key, b.key) })
	return out
}

// strings calls fn for every string in an object, with the key it stands under, not following references.
func (d *document) strings(o object, key string, depth int, fn func(key, text string) error) error {
	if depth > maxNesting {
		return nil
	}
	switch v := o.(type) {
	case types.StringLiteral, types.HexLiteral:
		if text := strings.TrimSpace(d.f.Text(v)); text != "" {
			return fn(key, text)
		}
	case types.Array:
		for _, e := range v {
			if err := d.strings(e, key, depth+1, fn); err != nil {
				return err
			}
		}
	case types.Dict, types.StreamDict, *types.StreamDict:
		dict := dictOf(v)
		keys := make([]string, 0, len(dict))
		for k := range dict {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		for _, k := range keys {
			if err := d.strings(dict[k], k, depth+1, fn); err != nil {
				return err
			}
		}
	}
	return nil
}

// part names an object as a place in the file.
func part(n int) inspect.Part { return inspect.Part{Part: "object " + itoa(n)} }

// reason says why a stream could not be decoded.
func reason(err error) inspect.Reason {
	var lim *limits.Error
	switch {
	case errors.As(err, &lim):
		return inspect.Limit
	case pdf.UnsupportedFilter(err):
		return inspect.Unsupported
	}
	return inspect.Corrupt
}
