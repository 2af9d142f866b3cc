package docx

import "github.com/sumikeshi/sumikeshi/inspect"

// OffPage is a shape or text that stands beyond the edges of the page: by the position of a drawing (20.4.2.10, 20.4.2.11), by indents
// (17.3.1.12), by the indent or position of a table (17.4.51, 17.4.57), or by a stop of tabs (17.3.1.37). Pages of a document may differ;
// it counts as outside only beyond the largest.
var OffPage = &inspect.Place{
	ID:    "docx/off-page",
	Title: inspect.Words{JA: "ページの外に置かれた文字や図形", EN: "text or shape outside the page"},
	Why: inspect.Words{
		JA: "紙の外にはみ出していて、画面にも印刷にも出ません。コピーや検索では読めます。",
		EN: "It stands beyond the edge of the paper: no screen or print shows it, copying and searching do.",
	},
	Advice: inspect.Words{
		JA: "必要のないものなら消してください。個人情報があれば、公開用ファイルでは消します。",
		EN: "Remove it if it is not needed. With personal data in it, the copy loses it.",
	},
	Weight: inspect.Warn, Action: inspect.Ask,
}
