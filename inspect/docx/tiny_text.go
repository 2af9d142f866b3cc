package docx

import "github.com/sumikeshi/sumikeshi/inspect"

// TinyText is text whose letters are at most three points high (17.3.2.38 sz), or squeezed to strokes: by scaling (17.3.2.43 w), by
// spacing that lays one upon the other (17.3.2.35), by fitting (17.3.2.14). So is text that is raised off its line (17.3.2.24), and text
// of which an exact height of the line (17.3.1.33) or of the table's row (17.4.80) leaves nothing. Paragraphs without text keep
// distances, and are none.
var TinyText = &inspect.Place{
	ID:    "docx/tiny-text",
	Title: inspect.Words{JA: "小さすぎて読めない文字", EN: "text too small to be read"},
	Why: inspect.Words{
		JA: "3ポイント以下の文字や、点のようにつぶした文字です。目に見えませんが、コピーすると読めます。",
		EN: "Letters of three points or less, or squeezed to a dot. Nobody sees them, but copying shows them.",
	},
	Advice: inspect.Words{
		JA: "必要のない文字なら消してください。個人情報があれば、公開用ファイルでは消します。",
		EN: "Remove it if it is not needed. With personal data in it, the copy loses it.",
	},
	Weight: inspect.Warn, Action: inspect.Ask,
}
