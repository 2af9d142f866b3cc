package pdf

import (
	"context"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// NamedDestination is the name of a place in the document (12.3.2.4); programs make it from headings and file names.
var NamedDestination = &inspect.Place{
	ID:     "pdf/named-destination",
	Title:  inspect.Words{JA: "リンク先に付いた名前", EN: "named destination"},
	Why:    inspect.Words{JA: "見出しやファイルの名前から作られ、消した文字が残ることがあります。", EN: "It is made from headings or file names, and may keep what was removed."},
	Advice: inspect.Words{JA: "個人情報があるときだけ消します。リンクはそのまま使えます。", EN: "It is removed if it holds personal data. Links go on working."},
	Weight: inspect.Note, Action: inspect.Report, OnlyWithPeople: true,
}

// PageLabel is the text before page numbers (12.4.2).
var PageLabel = &inspect.Place{
	ID:     "pdf/page-label",
	Title:  inspect.Words{JA: "ページ番号に付いた文字", EN: "page label"},
	Why:    inspect.Words{JA: "ページの一覧に出る文字です。元のファイルの名前が入ることがあります。", EN: "It shows in the list of pages, and may be the name of another file."},
	Advice: inspect.Words{JA: "個人情報があるときだけ消します。", EN: "It is removed if it holds personal data."},
	Weight: inspect.Note, Action: inspect.Report, OnlyWithPeople: true,
}

// names emits named destinations and page labels.
func (d *document) names(context.Context) error {
	cat := d.f.Catalog()
	var all []inspect.Item
	add := func(place *inspect.Place, text string, fix inspect.Fix) {
		if text != "" && len(all) < maxBookmarks {
			all = append(all, inspect.Item{Where: inspect.File{}, Text: text, Place: place, Fix: fix})
		}
	}
	n := 0
	d.f.Destinations(func(name string, _ object) {
		add(NamedDestination, name, inspect.DropDestination{N: n})
		n++
	}, d.nodes)
	root := 0
	if d.f.Ctx.Root != nil {
		root = int(d.f.Ctx.Root.ObjectNumber)
	}
	d.f.Tree(cat["PageLabels"], func(node int, _, v object) {
		fix := inspect.DropEntry{Obj: root, Key: "PageLabels/Nums/P"}
		if node > 0 {
			fix = inspect.DropEntry{Obj: node, Key: "Nums/P"}
		}
		if at := pdf.ObjectNumber(v); at > 0 {
			fix = inspect.DropEntry{Obj: at, Key: "P"}
			d.spoken[at] = true
		}
		add(PageLabel, d.f.Text(d.f.Dict(v)["P"]), fix)
	}, d.nodes)
	for i, it := range all {
		it.Inside = i > 0 && all[i-1].Place == it.Place && all[i-1].Fix == it.Fix
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}

// treesOfPrograms are the name trees of the catalog that nothing on a page needs: what a browser captured, slide shows, hidden pages
// (7.7.4).
var treesOfPrograms = [...]string{"IDS", "URLS", "AlternatePresentations", "Templates"}

// captured emits what those trees hold, which a reader never sees. The texts of their objects are told of with all others.
func (d *document) captured(ctx context.Context) error {
	root := d.f.Ctx.Root
	trees := d.f.Dict(d.f.Catalog()["Names"])
	for _, key := range treesOfPrograms {
		if root == nil || trees[key] == nil {
			continue
		}
		it := inspect.Item{Where: inspect.Part{Part: key}, Labels: []string{key}, Place: PrivateData, Fix: inspect.DropEntry{Obj: int(root.ObjectNumber), Key: "Names/" + key}}
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside = true
		var held []object
		d.f.Tree(trees[key], func(_ int, name, v object) { held = append(held, name, v) }, d.nodes)
		for i, o := range held {
			if it.Text = d.f.Text(o); it.Text != "" {
				if err := d.emit(it); err != nil {
					return err
				}
			} else if err := d.hiddenPage(ctx, it, pdf.ObjectNumber(o)); i%2 == 1 && err != nil {
				return err
			}
		}
	}
	return nil
}

// hiddenPage emits the text of a page that is a template (12.7.8): a script would have to show it.
func (d *document) hiddenPage(ctx context.Context, it inspect.Item, n int) error {
	dict := d.f.Dict(types.NewIndirectRef(n, 0))
	if t := d.f.Name(dict["Type"]); n == 0 || t != "Template" && t != "Page" {
		return nil
	}
	for _, p := range d.f.Pages {
		if p.Obj == n {
			return nil
		}
	}
	texts, _, err := d.pageTexts(ctx, n, dict)
	for _, it.Text = range texts {
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return err
}
