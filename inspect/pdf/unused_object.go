package pdf

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// UnusedObject is a form or picture that pages list among their resources and that none draws (7.8.3): what an editor leaves when it
// removes something from a page, and what a rewriting of the file keeps.
var UnusedObject = &inspect.Place{
	ID:     "pdf/unused-object",
	Title:  inspect.Words{JA: "どのページにも出ない画像や部品", EN: "picture or part that no page shows"},
	Why:    inspect.Words{JA: "ページから消した画像や文字が、部品としてファイルの中に残っています。", EN: "What was removed from a page is still in the file as one of its parts."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// unused emits what no page draws, after all pages were drawn.
func (d *document) unused(ctx context.Context) error {
	listed := map[int]bool{}
	var order []int
	for _, p := range d.f.Pages {
		d.listed(p.Resources, func(n int) {
			if !listed[n] && !d.used[n] {
				listed[n] = true
				order = append(order, n)
			}
		})
	}
	shared := d.shared(listed)
	for _, n := range order {
		if shared[n] {
			continue
		}
		if err := d.unusedObject(ctx, n); err != nil {
			return err
		}
	}
	return nil
}

// listed calls fn for the forms and pictures among resources.
func (d *document) listed(res dictionary, fn func(n int)) {
	for _, o := range pairs(d.f.Dict(res["XObject"])) {
		if n := pdf.ObjectNumber(o); n > 0 {
			fn(n)
		}
	}
}

// shared returns which of the objects something else than a list of resources leads to as well: an annotation, a mask, a pattern.
func (d *document) shared(listed map[int]bool) map[int]bool {
	out := map[int]bool{}
	if len(listed) == 0 {
		return out
	}
	lists := map[int]bool{} // dictionaries of XObjects that are objects themselves
	for _, n := range d.objects() {
		dict := dictOf(d.f.Object(n))
		for _, holder := range [...]dictionary{dict, d.f.Dict(dict["Resources"])} {
			if at := pdf.ObjectNumber(holder["XObject"]); at > 0 {
				lists[at] = true
			}
		}
	}
	for _, n := range d.objects() {
		if !lists[n] {
			d.refers(d.f.Object(n), "", 0, func(to int) { out[to] = out[to] || listed[to] })
		}
	}
	return out
}

// refers calls fn for the objects that an object refers to otherwise than from a list of XObjects.
func (d *document) refers(o object, key string, depth int, fn func(n int)) {
	if n := pdf.ObjectNumber(o); n > 0 {
		fn(n)
		return
	}
	if depth > maxNesting {
		return
	}
	if a, ok := o.(array); ok {
		for _, v := range a {
			d.refers(v, key, depth+1, fn)
		}
		return
	}
	for k, v := range pairs(dictOf(o)) {
		if k != "XObject" {
			d.refers(v, k, depth+1, fn)
		}
	}
}

// unusedObject emits one of them, with the text that a form would show.
func (d *document) unusedObject(ctx context.Context, n int) error {
	dict := dictOf(d.f.Object(n))
	it := inspect.Item{Where: part(n), Place: UnusedObject, Fix: inspect.DropObject{Obj: n}}
	var texts []string
	switch d.f.Name(dict["Subtype"]) {
	case "Image":
		it.Empty = d.f.Int(dict["Width"]) < leastPicture || d.f.Int(dict["Height"]) < leastPicture
	case "Form":
		c, err := d.f.Draw(ctx, d.alone(n, dict), nil)
		if err != nil {
			return err
		}
		var l layout
		for _, piece := range paragraphs(l.lay(c, pdf.Seen), nil) {
			texts = append(texts, piece.text)
		}
		it.Empty = len(texts) == 0 && c.Images == 0
	default:
		return nil
	}
	if err := d.emit(it); err != nil {
		return err
	}
	it.Inside, it.Empty = true, false
	for _, it.Text = range texts {
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}

// leastPicture is the side, in pixels, below which a picture can't show anything that matters.
const leastPicture = 16

// alone returns a page that shows nothing but a form.
func (d *document) alone(n int, dict dictionary) *pdf.Page {
	const side = 1e5
	all := pdf.Rect{X0: -side, Y0: -side, X1: side, Y1: side}
	return &pdf.Page{Dict: dictionary{"Contents": d.f.Object(n)}, Resources: d.f.Dict(dict["Resources"]), MediaBox: all, CropBox: all}
}
