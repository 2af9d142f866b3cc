package ooxml

import "github.com/sumikeshi/sumikeshi/inspect"

// OrphanPart is a part that no relationship reaches (Part 2, 9.3).
var OrphanPart = &inspect.Place{
	ID:     "ooxml/orphan-part",
	Title:  inspect.Words{JA: "どこからも使われていない部品", EN: "part that nothing leads to"},
	Why:    inspect.Words{JA: "画面には出ませんが、ファイルを開くと取り出せます。消したはずの内容が残っていることがあります。", EN: "No program shows it, but it can be taken out of the file. Removed content may remain in it."},
	Advice: inspect.Words{JA: "公開用ファイルには入れません。", EN: "It does not go into the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}
