package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// XMLMap is a map of XML data to cells (18.14).
var XMLMap = &inspect.Place{
	ID:     "xlsx/xml-map",
	Title:  inspect.Words{JA: "XMLの対応付け", EN: "XML map"},
	Why:    inspect.Words{JA: "データを取り込んだときの項目名や場所が残っています。", EN: "It keeps field names and places of imported data."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Note, Action: inspect.Take,
}
