package pdf

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// UnusedObject is a form that nothing draws, or a picture that resources list and nothing draws (7.8.3): what an editor leaves when it
// removes something from a page, and what a rewriting of the file keeps.
var UnusedObject = &inspect.Place{
	ID:     "pdf/unused-object",
	Title:  inspect.Words{JA: "どのページにも出ない画像や部品", EN: "picture or part that no page shows"},
	Why:    inspect.Words{JA: "ページから消した画像や文字が、部品としてファイルの中に残っています。", EN: "What was removed from a page is still in the file as one of its parts."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// unused emits what no page draws, after all pages, masks and patterns were drawn. What something else than a list of resources leads to
// may have its use, and is passed over unless it holds text.
func (d *document) unused(ctx context.Context) error {
	if err := d.postScript(); err != nil || d.cutOff {
		return err
	}
	listed := map[int]bool{}
	for _, n := range d.objects() {
		dict := dictOf(d.f.Object(n))
		for _, holder := range [...]dictionary{dict, d.f.Dict(dict["Resources"])} {
			for _, o := range pairs(d.f.Dict(holder["XObject"])) {
				if n := pdf.ObjectNumber(o); n > 0 && !d.used[n] && !d.looked[n] {
					listed[n] = true
				}
			}
		}
	}
	shared := d.shared(listed)
	for _, n := range d.objects() {
		form := !d.used[n] && !d.looked[n] && d.isForm(n)
		if !form && (!listed[n] || shared[n]) {
			continue
		}
		if err := d.unusedObject(ctx, n, !listed[n] || shared[n]); err != nil {
			return err
		}
	}
	return nil
}

func (d *document) isForm(n int) bool {
	o := d.f.Object(n)
	return pdf.IsStream(o) && d.f.Name(dictOf(o)["Subtype"]) == "Form"
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

// unusedObject emits one of them, with the text that a form would show. Shared says that something may need it.
func (d *document) unusedObject(ctx context.Context, n int, shared bool) error {
	dict := dictOf(d.f.Object(n))
	it := inspect.Item{Where: part(n), Place: UnusedObject, Fix: inspect.DropObject{Obj: n}}
	var texts []string
	switch d.f.Name(dict["Subtype"]) {
	case "Image":
		it.Empty = d.f.Int(dict["Width"]) < leastPicture || d.f.Int(dict["Height"]) < leastPicture
	case "Form":
		c, err := d.f.Draw(ctx, d.f.Alone(n), nil)
		if err != nil {
			return err
		}
		var l layout
		for _, piece := range l.paragraphs(l.lay(c, pdf.Seen), nil) {
			texts = append(texts, piece.text)
		}
		if it.Empty = len(texts) == 0 && c.Images == 0; shared && len(texts) == 0 && len(c.Problems) == 0 {
			return nil
		}
		if len(c.Problems) > 0 {
			it.Unread = reasonOf(c.Problems[0].Kind)
		}
	default:
		return nil
	}
	if err := d.emit(it); err != nil {
		return err
	}
	it.Inside, it.Empty, it.Unread = true, false, ""
	for _, it.Text = range texts {
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}

// leastPicture is the side, in pixels, below which a picture can't show anything that matters.
const leastPicture = 16

// postScript emits the fragments of PostScript among the pictures (8.8.2 of ISO 32000-1): old printers ran them, and readers pass over them.
func (d *document) postScript() error {
	for _, n := range d.objects() {
		o := d.f.Object(n)
		if dict := dictOf(o); !pdf.IsStream(o) || d.f.Name(dict["Subtype"]) != "PS" {
			continue
		}
		it := inspect.Item{Where: part(n), Place: UnusedObject, Fix: inspect.DropObject{Obj: n}}
		data, err := d.f.Stream(o)
		if it.Text = pdf.DecodeText(data); err != nil {
			it.Unread = reason(err)
		}
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}
