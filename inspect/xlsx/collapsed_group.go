package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// CollapsedGroup is a row or column of an outline that is folded (outlineLevel and collapsed, 18.3.1.13, 18.3.1.73).
var CollapsedGroup = &inspect.Place{
	ID:    "xlsx/collapsed-group",
	Title: inspect.Words{JA: "たたまれている行や列（グループ化）", EN: "folded group of rows or columns"},
	Why:   inspect.Words{JA: "「＋」を押すと開いて見られます。", EN: "A click on “+” unfolds it."},
	Advice: inspect.Words{
		JA: "見せてよい内容なら、開いてから公開してください。個人情報があれば、公開用ファイルでは中身を消します。",
		EN: "If it may be seen, unfold it before publishing. With personal data in it, the copy loses its content.",
	},
	Weight: inspect.Warn, Action: inspect.Ask,
}
