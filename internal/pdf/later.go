package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// PagesOf returns the pages from which references lead to an object, from 1, in order.
func (f *File) PagesOf(obj int) []int {
	if f.holders == nil {
		f.holders = map[int][]int{}
		for _, n := range f.Objects() {
			references(f.Object(n), 0, func(to int) { f.holders[to] = append(f.holders[to], n) })
		}
	}
	pages := map[int]int{}
	for _, p := range f.Pages {
		pages[p.Obj] = p.N
	}
	var out []int
	seen := map[int]bool{obj: true}
	for todo := []int{obj}; len(todo) > 0; {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if page := pages[n]; page > 0 {
			out = append(out, page)
			continue
		}
		for _, h := range f.holders[n] {
			if !seen[h] {
				seen[h] = true
				todo = append(todo, h)
			}
		}
	}
	slices.Sort(out)
	return out
}

// maxNesting bounds how deep objects may nest (robustness 3).
const maxNesting = 60

// references calls fn for every reference in an object.
func references(o types.Object, depth int, fn func(n int)) {
	if n := ObjectNumber(o); n > 0 {
		fn(n)
		return
	}
	if depth > maxNesting {
		return
	}
	switch v := o.(type) {
	case types.Array:
		for _, e := range v {
			references(e, depth+1, fn)
		}
	case types.Dict:
		for _, e := range v {
			references(e, depth+1, fn)
		}
	case types.StreamDict:
		references(v.Dict, depth, fn)
	case *types.StreamDict:
		references(v.Dict, depth, fn)
	}
}

// Wordless returns the file with one more revision, in which the object that a canvas shows alone, and the forms that it draws, show no
// text: to see what difference that makes. It is nil for files that are locked.
func (f *File) Wordless(n int, c *Canvas) []byte {
	at := bytes.LastIndex(f.Data, []byte("startxref"))
	if f.Locked || f.Ctx.Encrypt != nil || f.Ctx.Root == nil || at < 0 {
		return nil
	}
	prev := Lexer{Data: f.Data, Pos: at + len("startxref")}
	first := int(prev.Next().Num)
	b := append(bytes.Clone(f.Data), '\n')
	var table bytes.Buffer
	for i := range c.Contents {
		obj := c.Contents[i].Obj
		if i == 0 {
			obj = n
		}
		data := bytes.Clone(c.Contents[i].Data)
		words := false
		for k := range c.Shows {
			if s := &c.Shows[k]; s.Content == i {
				words = true
				copy(data[s.Start:s.End], bytes.Repeat([]byte{' '}, s.End-s.Start))
			}
		}
		entry := f.Ctx.Table[obj]
		if !words || entry == nil {
			continue
		}
		gen := 0
		if entry.Generation != nil {
			gen = *entry.Generation
		}
		dict := maps.Clone(f.Dict(f.Object(obj)))
		for _, key := range [...]string{"Filter", "DecodeParms", "DL", "F"} {
			delete(dict, key)
		}
		dict["Length"] = types.Integer(len(data))
		fmt.Fprintf(&table, "%d 1\n%010d %05d n \n", obj, len(b), gen)
		b = fmt.Appendf(b, "%d %d obj\n%s\nstream\n%s\nendstream\nendobj\n", obj, gen, dict.PDFString(), data)
	}
	if table.Len() == 0 {
		return nil
	}
	start := len(b)
	b = fmt.Appendf(b, "xref\n%strailer\n<</Size %d/Root %s/Prev %d>>\n", table.Bytes(), slices.Max(f.Objects())+1, f.Ctx.Root.PDFString(), first)
	return fmt.Appendf(b, "startxref\n%d\n%%%%EOF\n", start)
}
