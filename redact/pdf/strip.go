package pdf

import (
	"fmt"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// strip notes an object that is to lose something, and the pages that may look different then.
func (j *job) strip(fix inspect.StripObject) error {
	if fix.Of != "text" {
		return fmt.Errorf("%w: nothing to strip", ErrUnknown)
	}
	j.stripped[fix.Obj] = true
	for _, n := range j.pagesOf(fix.Obj) {
		if _, err := j.page(n); err != nil {
			return err
		}
	}
	return nil
}

// pagesOf returns the pages from which references lead to an object, from 1.
func (j *job) pagesOf(obj int) []int {
	if j.holders == nil {
		j.holders = map[int][]int{}
		for _, n := range j.numbers() {
			references(j.f.Object(n), 0, func(to int) { j.holders[to] = append(j.holders[to], n) })
		}
	}
	pages := map[int]int{}
	for _, p := range j.f.Pages {
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
		for _, h := range j.holders[n] {
			if !seen[h] {
				seen[h] = true
				todo = append(todo, h)
			}
		}
	}
	slices.Sort(out)
	return out
}

// maxDepth bounds how deep objects may nest (robustness 3).
const maxDepth = 60

// references calls fn for every reference in an object.
func references(o object, depth int, fn func(n int)) {
	if n := pdf.ObjectNumber(o); n > 0 {
		fn(n)
		return
	}
	if depth > maxDepth {
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

// stripTexts takes all text out of masks and patterns.
func (j *job) stripTexts() error {
	for _, n := range slices.Sorted(maps.Keys(j.stripped)) {
		if err := j.stripText(n); err != nil {
			return err
		}
	}
	return nil
}

func (j *job) stripText(n int) error {
	p := &pageJob{page: j.f.Alone(n), causes: map[pdf.Cause]bool{pdf.Struck: true}}
	c, err := j.f.Draw(j.ctx, p.page, nil)
	if err != nil {
		return err
	}
	for _, pr := range c.Problems {
		if pr.Kind != pdf.Unsupported {
			return fmt.Errorf("%w: %s", ErrDraw, pr.What)
		}
	}
	for i := range c.Glyphs {
		c.Glyphs[i].Cause = pdf.Struck
	}
	size := len(c.Contents)
	d := &drawing{
		job: j, p: p, c: c, cuts: make([][]splice, size), target: make([]int, size), bind: make([]map[string]int, size),
		own: make([]int, size), states: map[int]object{},
	}
	for _, step := range []func() error{d.owners, d.cutGlyphs, d.contents} {
		if err := step(); err != nil {
			return err
		}
	}
	d.rename(0)
	dict := maps.Clone(j.edit(n))
	if len(d.bind[0]) > 0 {
		dict["Resources"] = d.bound(p.page.Resources, d.bind[0])
	}
	j.changed[n], err = newStream(dict, apply(c.Contents[0].Data, d.cuts[0]))
	return err
}
