package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// SameColorText is a cell whose font and fill can't be told apart (18.8.3, 18.8.21, 18.8.22).
var SameColorText = &inspect.Place{
	ID:     "xlsx/same-color-text",
	Title:  inspect.Words{JA: "背景と同じ色の文字", EN: "text in the colour of its ground"},
	Why:    inspect.Words{JA: "見えないだけで、セルを選んだりコピーしたりすると読めます。", EN: "It can be read by selecting or copying the cell."},
	Advice: inspect.Words{JA: "公開用ファイルでは中身を消します。", EN: "The copy loses the content."},
	Weight: inspect.Warn, Action: inspect.Take,
}
