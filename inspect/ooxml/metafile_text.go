package ooxml

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/picture"
)

// MetafileText is text in a picture that is made of drawing commands ([MS-EMF] 2.3.5.7 and its like, [MS-WMF] 2.3.3.20, SVG): the
// pictures of embedded tables above all. It can be copied and searched, also where the frame or another object covers it.
var MetafileText = &inspect.Place{
	ID:    "ooxml/metafile-text",
	Title: inspect.Words{JA: "図（EMF・WMF・SVG）の中の文字", EN: "text inside a drawn picture"},
	Why: inspect.Words{
		JA: "表などを図として貼りつけると、中の文字は文字のまま残ります。見えていない部分の文字も取り出せます。",
		EN: "A table that is pasted as a picture keeps its text as text, also where it is not seen.",
	},
	Advice: inspect.Words{
		JA: "個人情報があるときは、公開用ファイルでその文字を「●」にします。図の見た目を確かめてください。",
		EN: "Where it holds personal data, circles stand in the copy instead. Look at the picture.",
	},
	Weight: inspect.Warn, Action: inspect.Ask, OnlyWithPeople: true,
}

// metafileText emits the lines of a metafile. A picture with text in it is an ordinary one: what counts is what the text says.
func metafileText(part *opc.Part, data []byte, emit Emit) error {
	lines, err := picture.Lines(data)
	if err != nil { // of another kind, or searched as it is
		return nil
	}
	var fix inspect.Fix = inspect.Literal{Part: part.Name}
	if picture.Sniff(data) == picture.SVG { // a picture of dots stands beside it
		fix = inspect.DropPart{Part: part.Name}
	}
	for i, l := range lines {
		it := inspect.Item{Where: inspect.Part{Part: part.Name}, Text: l.Text, Place: MetafileText, Fix: fix, Inside: i > 0}
		if err := emit(it); err != nil {
			return err
		}
	}
	return nil
}
