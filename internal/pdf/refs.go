package pdf

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Reached returns the numbers of the objects that references lead to from the trailer.
func (f *File) Reached() map[int]bool {
	if f.reached != nil {
		return f.reached
	}
	f.reached = map[int]bool{}
	var todo []types.Object
	for _, ref := range []*types.IndirectRef{f.Ctx.Root, f.Ctx.Info, f.Ctx.Encrypt} {
		if ref != nil {
			todo = append(todo, *ref)
		}
	}
	for _, o := range f.Ctx.ID {
		todo = append(todo, o)
	}
	for len(todo) > 0 {
		o := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if n := ObjectNumber(o); n > 0 {
			if f.reached[n] {
				continue
			}
			f.reached[n] = true
			o = f.Object(n)
		}
		switch v := f.Resolve(o).(type) {
		case types.Dict:
			todo = push(todo, v)
		case types.StreamDict:
			todo = push(todo, v.Dict)
		case *types.StreamDict:
			todo = push(todo, v.Dict)
		case types.Array:
			todo = append(todo, v...)
		}
	}
	return f.reached
}

func push(todo []types.Object, d types.Dict) []types.Object {
	for _, v := range d {
		switch v.(type) {
		case types.IndirectRef, *types.IndirectRef, types.Dict, types.Array:
			todo = append(todo, v)
		}
	}
	return todo
}

// Numbers of the objects in the table that are in use, in order.
func (f *File) Objects() []int {
	out := make([]int, 0, len(f.Ctx.Table))
	for n, e := range f.Ctx.Table {
		if e != nil && !e.Free && n > 0 {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out
}

// Orphans returns the definitions in the bytes that nothing leads to, and the objects of the table that nothing leads to: left over
// from editing. What keeps the file's own structure (object streams, cross-reference streams) is none.
func (f *File) Orphans() (defs []Definition, objects []int) {
	reached := f.Reached()
	table := map[int]bool{}
	for _, n := range f.Objects() {
		if reached[n] {
			continue
		}
		if i, ok := f.Scan.byNum[n]; ok {
			if f.maintenance(&f.Scan.Defs[i]) {
				continue
			}
		}
		switch f.Resolve(*types.NewIndirectRef(n, 0)).(type) {
		case nil:
			continue
		}
		table[n] = true
		objects = append(objects, n)
	}
	for i := range f.Scan.Defs {
		d := f.Scan.Defs[i]
		used := reached[d.Num] && f.live(d.Num)
		if !d.Superseded && !used && !table[d.Num] && !f.maintenance(&f.Scan.Defs[i]) && !d.null {
			defs = append(defs, d)
		}
	}
	return defs, objects
}

// live reports whether the table knows an object. One that was freed may still stand in the bytes.
func (f *File) live(n int) bool {
	e, ok := f.Ctx.Table[n]
	return ok && e != nil && !e.Free
}

// maintenance reports whether a definition is part of the file's own structure: its streams of objects and references, and the hint
// stream of a linearised file.
func (f *File) maintenance(d *Definition) bool {
	if d.maintenance {
		return true
	}
	return f.Scan.Linearized && d.Stream.End > d.Stream.Start && f.Scan.hint(d)
}

// hint reports whether a stream is the one that the linearisation dictionary points to (Annex F.2).
func (s *Scan) hint(d *Definition) bool {
	for i := range s.Defs {
		if l := &s.Defs[i]; l.maintenance && l.Stream.End == 0 {
			for _, n := range hintOffsets(s.data[l.Start:l.End]) {
				if n == d.Start || n == d.Start-s.Header {
					return true
				}
			}
		}
	}
	return false
}

// hintOffsets reads the numbers of /H.
func hintOffsets(b []byte) []int {
	l := &Lexer{Data: b}
	var out []int
	in := false
	for t := l.Next(); t.Kind != EOF; t = l.Next() {
		switch {
		case t.Kind == Name:
			in = string(t.Bytes) == "H"
		case t.Kind == Number && in:
			out = append(out, int(t.Num))
		}
	}
	return out
}
