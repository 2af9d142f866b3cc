package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// CustomProperty is a custom property of a sheet (18.3.1.22).
var CustomProperty = &inspect.Place{
	ID:     "xlsx/custom-property",
	Title:  inspect.Words{JA: "シートに付いた追加の情報", EN: "custom sheet property"},
	Why:    inspect.Words{JA: "アドインなどがシートに付けた情報です。", EN: "Something an add-in attached to a sheet."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Note, Action: inspect.Take,
	Metadata: true,
}
