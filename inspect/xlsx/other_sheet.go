package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// OtherSheet is a visible tab behind the first one that holds people and feeds no other tab.
var OtherSheet = &inspect.Place{
	ID:     "xlsx/other-sheet",
	Title:  inspect.Words{JA: "いま見えていない、ほかのシート（個人情報あり）", EN: "another sheet with people"},
	Why:    inspect.Words{JA: "ファイルを開いたときに前に出ていないシートです。公開する人が気づいていないおそれがあります。", EN: "A tab that is not in front when the file is opened. Whoever publishes it may not be aware of it."},
	Advice: inspect.Words{JA: "公開してよいか確かめ、だめなら --drop-sheet で消してください。", EN: "Make sure that it may be published; if not, drop it with --drop-sheet."},
	Weight: inspect.Warn, Action: inspect.Ask, OnlyWithPeople: true,
}
