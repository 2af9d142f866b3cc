package docx

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/wml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// RevisionMark is the record of a tracked change (17.13.5): who changed what and when. The text of an insertion is on the page.
var RevisionMark = &inspect.Place{
	ID:     "docx/revision-mark",
	Title:  inspect.Words{JA: "直した人と日時の記録", EN: "record of who changed what"},
	Why:    inspect.Words{JA: "「変更履歴」に、直した人の名前と日時が残っています。", EN: "Tracked changes name the person and the time."},
	Advice: inspect.Words{JA: "公開用ファイルでは、変更を反映して記録を消します。", EN: "The copy has the changes accepted and the record removed."},
	Weight: inspect.Note, Action: inspect.Take,
}

// revision emits the author of a tracked change.
func (r *story) revision(s *xmlscan.Scanner, e *wml.Element) error {
	if !e.Word || !wml.Tracked(e.Local) {
		return nil
	}
	author, _ := wml.Attr(s, "author")
	return r.send(inspect.Item{
		Where: inspect.Para{Part: r.part, N: e.N}, Text: author, Labels: []string{"author"}, Place: RevisionMark, Fix: r.fixOf(wml.Deleted),
	}, nil)
}
