package ooxml

import "github.com/sumikeshi/sumikeshi/inspect"

// UnknownPart is a part whose kind no rule knows: it is never passed over.
var UnknownPart = &inspect.Place{
	ID:     "ooxml/unknown-part",
	Title:  inspect.Words{JA: "種類の分からない部品", EN: "part of an unknown kind"},
	Why:    inspect.Words{JA: "何に使われる部品か分からないため、中身を保証できません。", EN: "It is not known what it is for, so nothing can be promised about it."},
	Advice: inspect.Words{JA: "公開用ファイルから除くか、作ったソフトで確かめてください。", EN: "Leave it out of the copy, or look at it in the program that made it."},
	Weight: inspect.Warn, Action: inspect.Ask,
}
