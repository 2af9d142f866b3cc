package pdf

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// Bookmark is an entry of the outline (12.3.3). Titles are copied from headings, and stay when those are blacked out.
var Bookmark = &inspect.Place{
	ID:     "pdf/bookmark",
	Title:  inspect.Words{JA: "しおり（目次）の文字", EN: "bookmark"},
	Why:    inspect.Words{JA: "見出しを黒く塗っても、しおりには同じ文字が残ります。", EN: "It keeps the heading's text even if the heading was blacked out."},
	Advice: inspect.Words{JA: "個人情報があるしおりを消します。", EN: "Bookmarks with personal data are removed."},
	Weight: inspect.Note, Action: inspect.Ask, OnlyWithPeople: true,
}

// maxBookmarks bounds the outline.
const maxBookmarks = 100_000

// bookmarks emits the titles of the outline, in the order in which a reader sees them.
func (d *document) bookmarks(context.Context) error {
	todo := []object{d.f.Dict(d.f.Catalog()["Outlines"])["First"]}
	seen := map[int]bool{}
	for len(todo) > 0 {
		o := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		n, b := pdf.ObjectNumber(o), d.f.Dict(o)
		if b == nil || n == 0 || seen[n] || len(seen) > maxBookmarks {
			continue
		}
		seen[n], d.spoken[n] = true, true
		it := inspect.Item{Where: part(n), Text: d.f.Text(b["Title"]), Place: Bookmark, Fix: inspect.DropBookmark{Obj: n}}
		if err := d.emit(it); err != nil {
			return err
		}
		todo = append(todo, b["Next"], b["First"])
	}
	return nil
}
