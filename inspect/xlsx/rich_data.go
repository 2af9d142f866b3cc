package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// RichData is the store of rich values ([MS-XLSX] 2.6.211).
var RichData = &inspect.Place{
	ID:     "xlsx/rich-data",
	Title:  inspect.Words{JA: "データ型に付いた追加の情報", EN: "rich data"},
	Why:    inspect.Words{JA: "セルのデータ型に付いた、画面に出ない値が入っています。", EN: "It holds values of data types that no cell shows."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}
