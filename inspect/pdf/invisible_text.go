package pdf

import "github.com/sumikeshi/sumikeshi/inspect"

// InvisibleText is text that paints nothing: rendering mode 3 without a picture (9.3.6), full transparency, or the colour of its light
// ground, such as white on white.
var InvisibleText = &inspect.Place{
	ID:    "pdf/invisible-text",
	Title: inspect.Words{JA: "見えない文字（白地に白など）", EN: "invisible text"},
	Why: inspect.Words{
		JA: "画面にも紙にも出ませんが、選んでコピーすると読めます。検索にもかかります。",
		EN: "It shows on no screen and no paper, but copying and searching find it.",
	},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}
