package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// BlackedCell is a cell with dark text on a dark fill (18.8.20, 18.8.22): a bar of ink that is only paint.
var BlackedCell = &inspect.Place{
	ID:     "xlsx/blacked-cell",
	Title:  inspect.Words{JA: "黒く塗っただけのセル（文字が残っています）", EN: "cell that is only painted black"},
	Why:    inspect.Words{JA: "黒いのは色だけです。セルを選ぶと数式バーに文字が出て、コピーもできます。", EN: "Only its colour is black: select the cell, and the formula bar shows the text."},
	Advice: inspect.Words{JA: "公開用ファイルでは文字を消し、黒い塗りは残します。", EN: "The copy loses the text and keeps the black."},
	Weight: inspect.Stop, Action: inspect.Take,
}
