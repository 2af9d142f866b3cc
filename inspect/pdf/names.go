package pdf

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// NamedDestination is the name of a place in the document (12.3.2.4); programs make it from headings and file names.
var NamedDestination = &inspect.Place{
	ID:     "pdf/named-destination",
	Title:  inspect.Words{JA: "リンク先に付いた名前", EN: "named destination"},
	Why:    inspect.Words{JA: "見出しやファイルの名前から作られ、消した文字が残ることがあります。", EN: "It is made from headings or file names, and may keep what was removed."},
	Advice: inspect.Words{JA: "個人情報があるときだけ確かめてください。", EN: "Look at it if it holds personal data."},
	Weight: inspect.Note, Action: inspect.Report, OnlyWithPeople: true,
}

// PageLabel is the text before page numbers (12.4.2).
var PageLabel = &inspect.Place{
	ID:     "pdf/page-label",
	Title:  inspect.Words{JA: "ページ番号に付いた文字", EN: "page label"},
	Why:    inspect.Words{JA: "ページの一覧に出る文字です。元のファイルの名前が入ることがあります。", EN: "It shows in the list of pages, and may be the name of another file."},
	Advice: inspect.Words{JA: "個人情報があるときだけ確かめてください。", EN: "Look at it if it holds personal data."},
	Weight: inspect.Note, Action: inspect.Report, OnlyWithPeople: true,
}

// names emits named destinations and page labels.
func (d *document) names(context.Context) error {
	cat := d.f.Catalog()
	var all []inspect.Item
	add := func(place *inspect.Place, text string) {
		if text != "" && len(all) < maxBookmarks {
			all = append(all, inspect.Item{Where: inspect.File{}, Text: text, Place: place})
		}
	}
	d.nameTree(d.f.Dict(cat["Names"])["Dests"], func(name string, _ object) { add(NamedDestination, name) })
	for k := range pairs(d.f.Dict(cat["Dests"])) {
		add(NamedDestination, k)
	}
	d.nameTree(cat["PageLabels"], func(_ string, v object) { add(PageLabel, d.f.Text(d.f.Dict(v)["P"])) })
	for i, it := range all {
		it.Inside = i > 0 && all[i-1].Place == it.Place // one thing in the count, not one for each name
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}

// nameTree calls fn for the entries of a name or number tree (7.9.6, 7.9.7).
func (d *document) nameTree(root object, fn func(name string, v object)) {
	todo, seen := []object{root}, map[int]bool{}
	for steps := 0; len(todo) > 0 && steps < maxBookmarks; steps++ {
		o := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		n, node := pdf.ObjectNumber(o), d.f.Dict(o)
		if node == nil || n > 0 && seen[n] {
			continue
		}
		seen[n] = true
		for _, key := range [...]string{"Names", "Nums"} {
			for list := d.f.Array(node[key]); len(list) >= 2; list = list[2:] {
				fn(d.f.Text(list[0]), list[1])
			}
		}
		todo = append(todo, d.f.Array(node["Kids"])...)
	}
}
