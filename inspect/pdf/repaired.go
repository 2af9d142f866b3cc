package pdf

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// Repaired is a file whose structure is damaged (7.5, Annex C.2 of what readers may do about it): it could be read only as PDFium
// repairs it. Another program may repair it in another way, and show what this one leaves behind.
var Repaired = &inspect.Place{
	ID:    "pdf/repaired",
	Title: inspect.Words{JA: "こわれていたので直して読みました", EN: "damaged: read as it was repaired"},
	Why: inspect.Words{
		JA: "PDFの作りがこわれています。見るソフトによっては、ここで調べたものと違うものが表示されることがあります。",
		EN: "The file is damaged. Another program may show something else than what was looked at here.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルは、直した内容で作ります。見た目が元と同じか確かめてください。",
		EN: "The copy is made from the repaired file. Compare what it looks like.",
	},
	Weight: inspect.Warn, Action: inspect.Take,
}

// repaired tells that the file was damaged, and what of its bytes is not in the repaired file.
func (d *document) repaired(context.Context) error {
	if !d.f.Repaired() {
		return nil
	}
	if err := d.emit(inspect.Item{Where: inspect.File{}, Place: Repaired, Fix: inspect.Rebuild{}}); err != nil {
		return err
	}
	for _, left := range d.f.Leftovers {
		said := shown(left.Data)
		if len(said) == 0 {
			said = []string{printable(left.Data)}
		}
		it := inspect.Item{Where: part(left.Num), Place: OrphanObject, Fix: inspect.Rebuild{}, Empty: true}
		if left.Unread {
			it.Unread = inspect.Corrupt
		}
		said = append(said, left.Texts...)
		for _, text := range said {
			it.Empty = it.Empty && letters(text) < 4
		}
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside, it.Unread = true, ""
		for _, it.Text = range said {
			if it.Text = strings.TrimSpace(it.Text); it.Text == "" {
				continue
			}
			if err := d.emit(it); err != nil {
				return err
			}
		}
	}
	return nil
}
