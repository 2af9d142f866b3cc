package pdf

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// strayAnnotations emits annotations that hold words and are on no page: what an editor took off the page's list while a reply, a popup
// or the form still leads to it. They are [AnnotationHidden].
func (d *document) strayAnnotations(context.Context) error {
	listed := map[int]bool{}
	for _, p := range d.f.Pages {
		for _, o := range d.f.Array(p.Dict["Annots"]) {
			listed[pdf.ObjectNumber(o)] = true
		}
	}
	for _, n := range d.objects() {
		dict, ok := d.f.Object(n).(dictionary)
		if !ok || listed[n] || dict["Rect"] == nil || d.f.Name(dict["Type"]) != "Annot" || !d.speaks(dict) {
			continue
		}
		switch d.f.Name(dict["Subtype"]) {
		case "", "Widget", "Popup", "Link": // of fields their values are told, of popups what they belong to
			continue
		}
		it := inspect.Item{Where: part(n), Place: AnnotationHidden, Fix: inspect.DropObject{Obj: n}}
		for _, key := range annotationKeys[:5] {
			if it.Text = d.f.Text(dict[key[0]]); it.Text == "" {
				continue
			}
			it.Labels = []string{key[1]}
			if err := d.emit(it); err != nil {
				return err
			}
			it.Inside = true
		}
	}
	return nil
}
