package pdf

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// structureKeys are the texts of structure elements (14.7.2, 14.9).
var structureKeys = [...]string{"ActualText", "E", "Alt", "T"}

// structure emits the texts of the structure tree. Whether they differ from what is seen can't be told without the page; those that
// the pages show as they are are passed over.
func (d *document) structure(context.Context) error {
	for _, n := range d.objects() {
		dict := dictOf(d.f.Object(n))
		if d.f.Name(dict["Type"]) != "StructElem" && (dict["S"] == nil || dict["P"] == nil || dict["K"] == nil && dict["Pg"] == nil) {
			continue
		}
		for _, key := range structureKeys {
			text := d.f.Text(dict[key])
			if letters(text) < 2 || d.seen.has(squeeze(text)) {
				continue
			}
			it := inspect.Item{Where: part(n), Text: text, Labels: []string{key}, Place: ActualText, Fix: inspect.DropEntry{Obj: n, Key: key}}
			if err := d.emit(it); err != nil {
				return err
			}
		}
	}
	return nil
}
