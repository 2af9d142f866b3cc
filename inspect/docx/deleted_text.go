package docx

import "github.com/sumikeshi/sumikeshi/inspect"

// DeletedText is what was deleted or moved away while changes were tracked (17.13.5.14 del, 17.13.5.22 moveFrom): text, codes of
// fields, rows, cells, pictures.
var DeletedText = &inspect.Place{
	ID:    "docx/deleted-text",
	Title: inspect.Words{JA: "消したはずの文字（直した記録）", EN: "text deleted in tracked changes"},
	Why: inspect.Words{
		JA: "「変更履歴」の中に、消した文字がそのまま残っています。表示を変えるだけで読めます。",
		EN: "Tracked changes keep it. It shows as soon as the markup is displayed.",
	},
	Advice: inspect.Words{JA: "公開用ファイルでは、すべての変更を反映して消します。", EN: "The copy has all changes accepted."},
	Weight: inspect.Warn, Action: inspect.Take,
}
