package pdf

import "github.com/sumikeshi/sumikeshi/inspect"

// TinyText is smaller than a point, or pressed to a line (9.3.4).
var TinyText = &inspect.Place{
	ID:     "pdf/tiny-text",
	Title:  inspect.Words{JA: "小さすぎて見えない文字", EN: "text too small to see"},
	Why:    inspect.Words{JA: "点や線にしか見えませんが、コピーすると読めます。", EN: "It looks like a dot or a line, but copying reveals it."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}
