package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// DataModel is the data model of Power Pivot ([MS-XLDM]).
var DataModel = &inspect.Place{
	ID:     "xlsx/data-model",
	Title:  inspect.Words{JA: "データモデル（もとの表のかたまり）", EN: "data model"},
	Why:    inspect.Words{JA: "集計のもとになった表が、まるごと入っています。", EN: "It holds the source tables of the analysis as a whole."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}
