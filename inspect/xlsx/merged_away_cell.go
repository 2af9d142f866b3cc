package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// MergedAwayCell is a value in a merged area (18.3.1.55) that is not in its first cell, the only one that is shown.
var MergedAwayCell = &inspect.Place{
	ID:     "xlsx/merged-away-cell",
	Title:  inspect.Words{JA: "結合したセルの下に残った値", EN: "value left under a merged cell"},
	Why:    inspect.Words{JA: "セルの結合で見えなくなった値です。結合を解除すると出てきます。", EN: "Merging cells hid it. Unmerging brings it back."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。見えている値は残ります。", EN: "It is removed from the copy; the value that shows stays."},
	Weight: inspect.Warn, Action: inspect.Take,
}
