package docx

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/wml"
)

// HiddenShape is a picture or shape that is switched off (20.4.2.5 docPr hidden; Part 4, 19.1.2.19 visibility), or has no size.
var HiddenShape = &inspect.Place{
	ID:     "docx/hidden-shape",
	Title:  inspect.Words{JA: "かくれている図形や文字の枠", EN: "hidden shape"},
	Why:    inspect.Words{JA: "「選択」の一覧から、だれでも表示できます。", EN: "Anyone can show it from the selection pane."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// shape announces a hidden drawing. The paragraphs in it were items of their own.
func (r *story) shape(sh *wml.Shape) error {
	return r.send(inspect.Item{Where: inspect.Para{Part: r.part, N: sh.N}, Place: placeOf(sh.Class), Fix: r.fixOf(sh.Class)}, nil)
}
