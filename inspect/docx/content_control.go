package docx

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/wml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// ContentControl is a content control whose text is bound to data in the package (17.5.2.6): Word takes the text from there again when
// it opens the document, whatever the page says.
var ContentControl = &inspect.Place{
	ID:     "docx/content-control",
	Title:  inspect.Words{JA: "別の場所のデータとつながった欄", EN: "field bound to other data"},
	Why:    inspect.Words{JA: "ファイルを開くと、つながった先のデータで文字が書きもどされます。", EN: "On opening, its text is taken again from the data it is bound to."},
	Advice: inspect.Words{JA: "公開用ファイルでは、つながりを切り、見えている文字を残します。", EN: "The copy keeps the text and loses the tie."},
	Weight: inspect.Note, Action: inspect.Take,
}

// binding emits a content control that is bound.
func (r *story) binding(s *xmlscan.Scanner, e *wml.Element) error {
	if e.Local != "dataBinding" {
		return nil
	}
	path, _ := wml.Attr(s, "xpath")
	return r.send(inspect.Item{
		Where: inspect.Para{Part: r.part, N: e.N}, Text: path, Labels: []string{"xpath"}, Place: ContentControl,
		Fix: inspect.DropElement{Part: r.part, Element: "dataBinding"},
	}, nil)
}
