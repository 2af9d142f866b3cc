package pdf

import "github.com/sumikeshi/sumikeshi/inspect"

// CoveredText is text under opaque paint that comes later: a rectangle, a thick line, a picture, an annotation; or text in the colour
// of its dark ground, as Word and Excel print blacked-out cells (ISO 32000-2, 8.2: what is painted later lies on top).
var CoveredText = &inspect.Place{
	ID:    "pdf/covered-text",
	Title: inspect.Words{JA: "黒い四角などの下に残っている文字", EN: "text under a cover"},
	Why: inspect.Words{
		JA: "見えませんが、文字は消えていません。選んでコピーするだけで読めます。",
		EN: "It can't be seen, but it is still there: selecting and copying is enough to read it.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルでは、四角はそのままにして、下の文字だけを消します。",
		EN: "The copy keeps the cover and loses the text under it.",
	},
	Weight: inspect.Stop, Action: inspect.Take,
}
