package pdf

import "github.com/sumikeshi/sumikeshi/inspect"

// OffPageText lies outside the page's crop box (14.11.2), where a reader never looks.
var OffPageText = &inspect.Place{
	ID:    "pdf/off-page-text",
	Title: inspect.Words{JA: "ページの外にある文字", EN: "text off the page"},
	Why: inspect.Words{
		JA: "ページをはみ出した所や、トリミングで切った所に文字が残っています。",
		EN: "It stands beyond the edge, or where the page was cropped.",
	},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}
