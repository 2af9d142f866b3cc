package xlsx

import (
	"strings"
	"unicode"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// Furigana is the phonetic text of a shared or inline string (18.4.6).
var Furigana = &inspect.Place{
	ID:     "xlsx/furigana",
	Title:  inspect.Words{JA: "ふりがな", EN: "furigana"},
	Why:    inspect.Words{JA: "セルには出ませんが、入力したときの読みが残っています。漢字を消しても読みから名前が分かります。", EN: "Cells do not show it, but the reading as it was typed is kept: it tells the name even where the kanji are gone."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// furigana emits the reading of a shared string. The reading of a name that the cell shows says nothing new, and every book typed
// in Japanese is full of them; one that names somebody whom the cell does not name is what was left behind.
func (e *stringEmitter) furigana(s *sml.String) error {
	it := *e.item(s, 0)
	it.Uses, it.Inside, it.Outer = nil, false, nil
	labels := readingLabels
	if hasKanji(it.Text) {
		labels = rubyLabels
	}
	it.Empty = !e.tells(borrow(s.Phonetic), labels) || e.tells(it.Text, it.Labels)
	it.Text, it.Labels = borrow(s.Phonetic), labels
	it.Place, it.Fix = Furigana, inspect.DropElement{Part: e.part, Element: "rPh"}
	return e.d.emit(it)
}

// The reading of words that stand in the cell is one of anything; where they are gone, it is all that is left of them.
var (
	rubyLabels    = []string{detectors.Ruby}
	readingLabels = []string{"ふりがな"}
)

func hasKanji(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// tells reports whether a text holds personal data.
func (e *stringEmitter) tells(text string, labels []string) bool {
	e.matches = e.d.tables.Detectors.Find(e.matches[:0], text, labels)
	for _, m := range e.matches {
		if m.Sure >= detectors.Likely {
			return true
		}
	}
	return false
}
