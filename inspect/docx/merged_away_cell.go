package docx

import "github.com/sumikeshi/sumikeshi/inspect"

// MergedAwayCell is text in a cell that is merged into the one above it (17.4.84 vMerge): of merged cells the first one is shown.
var MergedAwayCell = &inspect.Place{
	ID:     "docx/merged-away-cell",
	Title:  inspect.Words{JA: "結合したセルの下に残った文字", EN: "text left under a merged cell"},
	Why:    inspect.Words{JA: "表のセルを結合すると下のセルは見えなくなりますが、文字は残ります。結合を解くと出てきます。", EN: "The lower cells of a merged one are not shown, but keep their text. Splitting the cell shows it."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}
