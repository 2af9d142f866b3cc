package pdf

import (
	"fmt"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
	photos "github.com/sumikeshi/sumikeshi/internal/picture"
)

// strip notes an object that is to lose something, and the pages that may look different then.
func (j *job) strip(fix inspect.StripObject) error {
	switch fix.Of {
	case "notes":
		j.noted[fix.Obj] = true
		return nil
	case "asides":
		data, err := j.f.Stream(j.f.Object(fix.Obj))
		if err != nil {
			return fmt.Errorf("%w: object %d", ErrUnknown, fix.Obj)
		}
		j.changed[fix.Obj], err = newStream(j.f.Dict(j.f.Object(fix.Obj)), pdf.WithoutAsides(data))
		return err
	case "text":
	default:
		return fmt.Errorf("%w: nothing to strip", ErrUnknown)
	}
	j.stripped[fix.Obj] = true
	for _, n := range j.f.PagesOf(fix.Obj) {
		if _, err := j.page(n); err != nil {
			return err
		}
	}
	return nil
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

// stripNotes takes out of pictures what they say beside their pixels. What codes the pixels stays as it is.
func (j *job) stripNotes() error {
	for _, n := range slices.Sorted(maps.Keys(j.noted)) {
		if j.dropped[n] {
			continue
		}
		data, filter, err := j.f.Photo(j.f.Object(n))
		if err != nil || filter == nil {
			return fmt.Errorf("%w: picture %d", ErrUnknown, n)
		}
		out, _, err := photos.Strip(pdf.Trim(data))
		if err != nil {
			return fmt.Errorf("%w: %w", ErrDraw, err)
		}
		dict := maps.Clone(j.edit(n))
		delete(dict, "DL")
		dict["Filter"] = types.Name(filter.Name)
		if delete(dict, "DecodeParms"); filter.DecodeParms != nil {
			dict["DecodeParms"] = filter.DecodeParms
		}
		j.changed[n] = types.StreamDict{Dict: dict, Raw: out}
	}
	return nil
}
