package pdf

import "github.com/sumikeshi/sumikeshi/inspect"

// ClippedText lies outside the clipping path in force (8.5.4): the rest of a table that was cropped to a few columns, say.
var ClippedText = &inspect.Place{
	ID:    "pdf/clipped-text",
	Title: inspect.Words{JA: "切り取られて見えない文字", EN: "clipped text"},
	Why: inspect.Words{
		JA: "表示する枠の外にあるので見えませんが、文字はファイルの中に残っています。",
		EN: "It lies outside the frame that is shown, but it is still in the file.",
	},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}
