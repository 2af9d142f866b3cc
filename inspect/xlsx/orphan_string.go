package xlsx

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// OrphanString is a shared string that no cell uses (18.4.8).
var OrphanString = &inspect.Place{
	ID:     "xlsx/orphan-string",
	Title:  inspect.Words{JA: "消したセルの文字の残り", EN: "left-over text of removed cells"},
	Why:    inspect.Words{JA: "どのセルにも出ませんが、ファイルの中に残っていて取り出せます。", EN: "No cell shows it, but it is still in the file."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// orphan emits a shared string that no cell uses.
func (e *stringEmitter) orphan(s *sml.String) error {
	if len(s.Text) == 0 {
		return nil
	}
	text := borrow(s.Text)
	if len(s.Phonetic) > 0 {
		text += string(s.Phonetic)
	}
	return e.d.emit(inspect.Item{Where: e.orphans.Where, Text: text, Place: OrphanString, Fix: e.orphans.Fix})
}
