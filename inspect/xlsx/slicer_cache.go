package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// SlicerCache is a slicer or timeline with its cache ([MS-XLSX] 2.1.46).
var SlicerCache = &inspect.Place{
	ID:     "xlsx/slicer-cache",
	Title:  inspect.Words{JA: "スライサーに残った項目", EN: "slicer items"},
	Why:    inspect.Words{JA: "集計表の絞り込みボタンに、もとのデータの項目が残っています。", EN: "The filter buttons of a pivot table keep the items of its source."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}
