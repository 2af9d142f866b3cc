package pdf

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// FontText is text in an embedded font program (9.9): who made the font, on which machine, under which licence. Fonts that people make
// themselves, of characters that others lack, name those people.
var FontText = &inspect.Place{
	ID:     "pdf/font-text",
	Title:  inspect.Words{JA: "フォントの中に書かれた文字", EN: "text inside an embedded font"},
	Why:    inspect.Words{JA: "フォントや外字を作った人の名前などが、文字の形といっしょに入っています。", EN: "It may name who made the font, or the characters added to it."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。文字の形は変わりません。", EN: "It is removed from the copy. The shapes of the characters stay."},
	Weight: inspect.Note, Action: inspect.Take, OnlyWithPeople: true,
	Metadata: true,
}

// fontKeys are the entries of a font descriptor that lead to its program (9.8.1).
var fontKeys = [...]string{"FontFile", "FontFile2", "FontFile3"}

// fontTexts emits what a font program says to people.
func (d *document) fontTexts(_ int, dict dictionary) error {
	for _, key := range fontKeys {
		if at := pdf.ObjectNumber(dict[key]); at > 0 && !d.spoken[at] {
			d.spoken[at] = true
			if err := d.asides(at, FontText); err != nil {
				return err
			}
		}
	}
	return nil
}
