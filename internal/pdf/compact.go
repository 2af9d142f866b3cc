package pdf

import (
	"bytes"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// compact lets go of what pdfcpu keeps twice: it copies the data of every stream, and each of its names and strings holds on to the
// kilobyte of the file that it was read from. Afterwards streams share the file's own bytes, which nobody changes.
func (f *File) compact() {
	c := compactor{file: f.Data, names: map[string]string{}}
	for _, e := range f.Ctx.Table {
		if e != nil && e.Object != nil {
			e.Object = c.object(e.Object, 0)
		}
	}
}

// A compactor keeps each name once.
type compactor struct {
	file  []byte
	names map[string]string
}

func (c *compactor) name(s string) string {
	if own, ok := c.names[s]; ok {
		return own
	}
	own := strings.Clone(s)
	if len(s) < 64 {
		c.names[own] = own
	}
	return own
}

// object returns an object that keeps nothing beside itself.
func (c *compactor) object(o types.Object, depth int) types.Object {
	if depth > maxDepth {
		return o
	}
	switch v := o.(type) {
	case types.Name:
		return types.Name(c.name(string(v)))
	case types.StringLiteral:
		return types.StringLiteral(strings.Clone(string(v)))
	case types.HexLiteral:
		return types.HexLiteral(strings.Clone(string(v)))
	case types.Array:
		for i, e := range v {
			v[i] = c.object(e, depth+1)
		}
	case types.Dict:
		c.dict(v, depth)
	case types.StreamDict:
		c.dict(v.Dict, depth)
		v.Raw = c.raw(v.Raw, v.StreamOffset)
		for i := range v.FilterPipeline {
			v.FilterPipeline[i].Name = c.name(v.FilterPipeline[i].Name)
		}
		return v
	}
	return o
}

func (c *compactor) dict(d types.Dict, depth int) {
	for k, v := range d {
		d[c.name(k)] = c.object(v, depth+1) // storing under an equal key replaces the key's own bytes as well
	}
}

// raw returns the same bytes as they stand in the file; data that was decrypted or is elsewhere stays what it is.
func (c *compactor) raw(data []byte, at int64) []byte {
	if at < 0 || at > int64(len(c.file)) || int64(len(data)) > int64(len(c.file))-at {
		return data
	}
	end := at + int64(len(data))
	if own := c.file[at:end:end]; bytes.Equal(own, data) {
		return own
	}
	return data
}
