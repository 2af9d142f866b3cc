package pdf

import "github.com/sumikeshi/sumikeshi/inspect"

// SearchIndex is an index of all words of the document that a program embeds so that searching is fast. It is not made anew when a
// page is changed.
var SearchIndex = &inspect.Place{
	ID:     "pdf/search-index",
	Title:  inspect.Words{JA: "検索用の索引", EN: "embedded search index"},
	Why:    inspect.Words{JA: "文書の言葉がすべて入っています。ページから消した言葉も残っていることがあります。中は調べられません。", EN: "It holds all words of the document, also those that were removed from the pages. It can't be read here."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。検索は索引がなくてもできます。", EN: "It is removed from the copy. Searching works without it."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// searchIndex emits an index among the private data of the document (14.5), and tells whether there is nothing else.
func (d *document) searchIndex(n int, info dictionary) (alone bool, err error) {
	if info["SearchIndex"] == nil {
		return false, nil
	}
	it := inspect.Item{Where: part(n), Labels: []string{"SearchIndex"}, Place: SearchIndex, Fix: inspect.DropEntry{Obj: n, Key: "PieceInfo"}}
	return len(info) == 1, d.emit(it)
}
