package docx

import "github.com/sumikeshi/sumikeshi/inspect"

// HiddenText is text with the property vanish (17.3.2.41), by itself or through its styles (17.7.3).
var HiddenText = &inspect.Place{
	ID:     "docx/hidden-text",
	Title:  inspect.Words{JA: "隠し文字", EN: "hidden text"},
	Why:    inspect.Words{JA: "書式で見えなくしただけです。編集記号を表示すると、だれでも読めます。", EN: "A format hides it. It shows as soon as formatting marks are displayed."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}
