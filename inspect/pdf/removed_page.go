package pdf

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// RemovedPage is a page that is not in the page tree but that something still leads to: a bookmark, a structure element, an
// annotation (7.7.3). A mere rewriting keeps it.
var RemovedPage = &inspect.Place{
	ID:     "pdf/removed-page",
	Title:  inspect.Words{JA: "消したはずのページ", EN: "removed page"},
	Why:    inspect.Words{JA: "ページの一覧にはありませんが、中身はファイルに残っています。", EN: "It is not among the pages, but its content is still in the file."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Stop, Action: inspect.Take,
}

// removedPages draws pages that are reached but are not in the tree.
func (d *document) removedPages(ctx context.Context) error {
	known := map[int]bool{}
	for _, p := range d.f.Pages {
		known[p.Obj] = true
	}
	templates := d.templates()
	for _, n := range d.objects() {
		dict := dictOf(d.f.Object(n))
		if known[n] || templates[n] || d.f.Name(dict["Type"]) != "Page" || dict["Contents"] == nil && dict["Annots"] == nil {
			continue
		}
		p := &pdf.Page{N: 0, Obj: n, Dict: dict, Resources: d.f.Dict(dict["Resources"]), MediaBox: pdf.Rect{X1: 1e5, Y1: 1e5}, CropBox: pdf.Rect{X1: 1e5, Y1: 1e5}}
		c, err := d.f.Draw(ctx, p, nil)
		if err != nil {
			return err
		}
		it := inspect.Item{Where: part(n), Place: RemovedPage, Fix: inspect.DropPage{Obj: n}, Empty: len(c.Glyphs) == 0 && c.Images == 0}
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside, it.Empty = true, false
		var l layout
		for _, piece := range l.paragraphs(l.lay(c, pdf.Seen), nil) {
			it.Text = piece.text
			if err := d.emit(it); err != nil {
				return err
			}
		}
	}
	return nil
}

// templates are pages that are meant to be outside the tree (12.7.8).
func (d *document) templates() map[int]bool {
	out := map[int]bool{}
	d.nameTree(d.f.Dict(d.f.Catalog()["Names"])["Templates"], func(_ string, v object) { out[pdf.ObjectNumber(v)] = true })
	return out
}
