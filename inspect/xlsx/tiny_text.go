package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// TinyText is a cell whose letters are at most three points high (18.8.22, sz). Fonts that draw bar codes are read by scanners.
var TinyText = &inspect.Place{
	ID:     "xlsx/tiny-text",
	Title:  inspect.Words{JA: "小さすぎて読めない文字", EN: "text too small to be read"},
	Why:    inspect.Words{JA: "3ポイント以下の文字は目に見えませんが、セルを選ぶと読めます。", EN: "Nobody sees letters of three points or less, but selecting the cell shows them."},
	Advice: inspect.Words{JA: "必要のない文字なら消してください。個人情報があれば、公開用ファイルでは消します。", EN: "Remove it if it is not needed. With personal data in it, the copy loses it."},
	Weight: inspect.Warn, Action: inspect.Ask,
}
