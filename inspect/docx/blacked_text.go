package docx

import "github.com/sumikeshi/sumikeshi/inspect"

// BlackedText is dark text on a dark ground: highlighting (17.3.2.15), shading of the run, the paragraph or the cell (17.3.2.32,
// 17.3.1.31, 17.4.32), or the fill of a text box. White text on a dark bar shows, and is none.
var BlackedText = &inspect.Place{
	ID:    "docx/blacked-text",
	Title: inspect.Words{JA: "黒くぬった下に残っている文字", EN: "text under black paint"},
	Why: inspect.Words{
		JA: "黒くぬっただけで、文字は消えていません。選んで写し取ると、だれでも読めます。",
		EN: "It was painted black, not removed. Anyone can select and copy it.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルでは文字を消し、■■■ に置きかえます。もとの字数は分かりません。",
		EN: "The copy has ■■■ in its place, whatever its length was.",
	},
	Weight: inspect.Stop, Action: inspect.Take,
}
