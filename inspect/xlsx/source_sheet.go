package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// SourceSheet is a visible tab behind the first one that feeds another visible tab (formulas, pivots, charts, validations) and
// holds people.
var SourceSheet = &inspect.Place{
	ID:     "xlsx/source-sheet",
	Title:  inspect.Words{JA: "ほかのシートのもとになっているシート（個人情報あり）", EN: "source-data sheet with people"},
	Why:    inspect.Words{JA: "見えているシートですが、集計などのもとデータで、人の情報が入っています。一緒に公開するつもりがなかったおそれがあります。", EN: "A visible tab that other tabs compute from, and that holds people. It may not have been meant for publication."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。公開してよいシートなら --keep-sheets で残してください。", EN: "The copy loses it. If it is meant to be published, keep it with --keep-sheets."},
	Weight: inspect.Warn, Action: inspect.Take, OnlyWithPeople: true,
}
