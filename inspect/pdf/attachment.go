package pdf

import (
	"bytes"
	"context"
	"path"
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// Attachment is a file inside the file (7.11.4): attached to the document, to an annotation, or associated with an object.
var Attachment = &inspect.Place{
	ID:    "pdf/attachment",
	Title: inspect.Words{JA: "中に入っている別のファイル（添付ファイル）", EN: "attached file"},
	Why: inspect.Words{
		JA: "PDFの中に別のファイルがまるごと入っています。クリップのマークから、だれでも取り出せます。",
		EN: "A whole other file lies in this one. Anyone can take it out.",
	},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Stop, Action: inspect.Take,
}

// attachments emits every embedded file that a file specification leads to. It goes round again.
func (d *document) attachments(context.Context) error {
	seen := map[int]bool{}
	for _, n := range d.objects() {
		if err := d.specs(d.f.Object(n), seen, 0); err != nil {
			return err
		}
	}
	return nil
}

// objects returns the numbers of the objects that are reached, in order.
func (d *document) objects() []int {
	if d.numbers == nil {
		reached := d.f.Reached()
		d.numbers = slices.DeleteFunc(d.f.Objects(), func(n int) bool { return !reached[n] })
	}
	return d.numbers
}

// specs looks for file specifications in an object, those that stand in other dictionaries and arrays too.
func (d *document) specs(o object, seen map[int]bool, depth int) error {
	if depth > maxNesting {
		return nil
	}
	if a, ok := o.(array); ok {
		for _, v := range a {
			switch v.(type) {
			case dictionary, array:
				if err := d.specs(v, seen, depth+1); err != nil {
					return err
				}
			}
		}
		return nil
	}
	dict := dictOf(o)
	if ef := d.f.Dict(dict["EF"]); ef != nil {
		if err := d.attached(dict, ef, seen); err != nil {
			return err
		}
	}
	for _, inner := range nested(dict) {
		if err := d.specs(inner.value, seen, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// attached emits the file of one specification.
func (d *document) attached(spec, ef dictionary, seen map[int]bool) error {
	for _, o := range sorted(ef) {
		n := pdf.ObjectNumber(o)
		if n == 0 || seen[n] {
			continue
		}
		seen[n] = true
		name := d.fileName(spec)
		d.paths.add(name)
		d.paths.add(d.f.Text(spec["Desc"]))
		it := inspect.Item{
			Where: inspect.Part{Part: name}, Text: name, Labels: []string{"file name"}, Place: Attachment, Fix: inspect.DropAttachment{Obj: n},
		}
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside, it.Text, it.Labels = true, d.f.Text(spec["Desc"]), nil
		data, err := d.f.Stream(o)
		if err != nil {
			it.Unread = reason(err)
		} else {
			it.Child = &inspect.Source{Name: d.childName(path.Base(name)), ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
		}
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}

// childName returns a name by which an attached file is told from the others: two of them may have the same.
func (d *document) childName(name string) string {
	d.children[name]++
	n := d.children[name]
	if n == 1 {
		return name
	}
	ending := path.Ext(name)
	return d.childName(strings.TrimSuffix(name, ending) + " (" + itoa(n) + ")" + ending)
}
