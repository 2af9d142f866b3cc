package xlsx

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// Furigana is the phonetic text of a shared or inline string (18.4.6).
var Furigana = &inspect.Place{
	ID:     "xlsx/furigana",
	Title:  inspect.Words{JA: "ふりがな", EN: "furigana"},
	Why:    inspect.Words{JA: "セルには出ませんが、入力したときの読みが残っています。漢字を消しても読みから名前が分かります。", EN: "Cells do not show it, but the reading as it was typed is kept: it tells the name even where the kanji are gone."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Note, Action: inspect.Take,
}

// furigana emits the reading of a shared string. It stands where the string stands, but says nothing that the cell does not say:
// it weighs as little as what it belongs to.
func (e *stringEmitter) furigana(s *sml.String) error {
	it := e.item(s, 0)
	it.Text = borrow(s.Phonetic)
	it.Place, it.Fix, it.Inside, it.Uses, it.Empty = Furigana, inspect.DropElement{Part: e.part, Element: "rPh"}, false, nil, false
	it.Labels = []string{"ふりがな"}
	return e.d.emit(it)
}
