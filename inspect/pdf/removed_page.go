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
		texts, empty, err := d.pageTexts(ctx, n, dict)
		if err != nil {
			return err
		}
		it := inspect.Item{Where: part(n), Place: RemovedPage, Fix: inspect.DropPage{Obj: n}, Empty: empty}
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside, it.Empty = true, false
		for _, it.Text = range texts {
			if err := d.emit(it); err != nil {
				return err
			}
		}
	}
	return nil
}

// pageTexts draws a page that is not in the tree. Empty says that there is neither text nor a picture on it.
func (d *document) pageTexts(ctx context.Context, n int, dict dictionary) (texts []string, empty bool, err error) {
	all := pdf.Rect{X1: 1e5, Y1: 1e5}
	c, err := d.f.Draw(ctx, &pdf.Page{Obj: n, Dict: dict, Resources: d.f.Dict(dict["Resources"]), MediaBox: all, CropBox: all}, nil)
	if err != nil {
		return nil, false, err
	}
	for _, u := range c.Uses {
		d.used[u.Obj] = true
	}
	var l layout
	for _, piece := range l.paragraphs(l.lay(c, pdf.Seen), nil) {
		texts = append(texts, piece.text)
	}
	return texts, len(c.Glyphs) == 0 && c.Images == 0, nil
}

// templates are pages that are meant to be outside the tree (12.7.8).
func (d *document) templates() map[int]bool {
	out := map[int]bool{}
	d.f.Tree(d.f.Dict(d.f.Catalog()["Names"])["Templates"], func(_ int, _, v object) { out[pdf.ObjectNumber(v)] = true }, map[int]bool{})
	return out
}
