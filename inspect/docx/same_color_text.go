package docx

import "github.com/sumikeshi/sumikeshi/inspect"

// SameColorText is text that can't be told from its ground: the page, a shading, a highlighting, the fill of a text box. Where a
// pattern, a picture or a large drawing may be the ground, the text counts as seen.
var SameColorText = &inspect.Place{
	ID:     "docx/same-color-text",
	Title:  inspect.Words{JA: "背景と同じ色の文字", EN: "text in the colour of its ground"},
	Why:    inspect.Words{JA: "見えないだけで、選んだりコピーしたりすると読めます。", EN: "It can be read by selecting or copying it."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}
