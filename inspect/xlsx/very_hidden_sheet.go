package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// VeryHiddenSheet is a tab with state="veryHidden" (18.2.19).
var VeryHiddenSheet = &inspect.Place{
	ID:     "xlsx/very-hidden-sheet",
	Title:  inspect.Words{JA: "かくれているシート（Excelの普通の画面では出せないもの）", EN: "very hidden sheet"},
	Why:    inspect.Words{JA: "Excelの「再表示」には出ませんが、マクロの画面や別のソフトで見られます。", EN: "Excel's Unhide does not list it, but the macro editor and other programs show it."},
	Advice: inspect.Words{JA: "公開用ファイルではシートごと消し、そこから計算した値は数字や文字として残します。", EN: "The copy loses the sheet; values computed from it stay as plain values."},
	Weight: inspect.Warn, Action: inspect.Take,
}
