package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// HiddenShape is a shape, picture or chart on a sheet that is switched off (20.1.2.2.8 cNvPr hidden), has no size, or stands beyond the
// last cell.
var HiddenShape = &inspect.Place{
	ID:    "xlsx/hidden-shape",
	Title: inspect.Words{JA: "かくれている図形や画像", EN: "hidden shape"},
	Why: inspect.Words{
		JA: "シートの上の図形や画像が、見えない設定になっています。「選択」の一覧から、だれでも表示できます。",
		EN: "A shape or picture on a sheet is switched off. Anyone can show it from the selection pane.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルでは消します。必要なら、元のファイルで表示してからもう一度調べてください。",
		EN: "It is removed from the copy. If it is needed, show it in the original and check again.",
	},
	Weight: inspect.Warn, Action: inspect.Take,
}
