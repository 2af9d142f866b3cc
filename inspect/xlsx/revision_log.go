package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// RevisionLog is the revision log of a shared workbook (18.11).
var RevisionLog = &inspect.Place{
	ID:     "xlsx/revision-log",
	Title:  inspect.Words{JA: "変更の記録", EN: "revision log"},
	Why:    inspect.Words{JA: "共有ブックの変更の記録です。消す前の値と、直した人の名前が残っています。", EN: "The log of a shared workbook keeps former values and who changed them."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}
