package ooxml

import "github.com/sumikeshi/sumikeshi/inspect"

// Remark is a comment or a processing instruction in the XML of a part (XML 1.0, 2.5 and 2.6). Office writes none.
var Remark = &inspect.Place{
	ID:    "ooxml/remark",
	Title: inspect.Words{JA: "ファイルの内部に書かれたメモ書き", EN: "remarks in the file's code"},
	Why: inspect.Words{
		JA: "ファイルを作ったソフトや人が、内部の部品に書いたメモ書きです。画面には出ませんが、ファイルを展開すると読めます。",
		EN: "Programs and people leave remarks in the parts of a file. No screen shows them; unpacking the file does.",
	},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "They are removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take, OnlyWithPeople: true,
}

// remark emits a comment or a processing instruction.
func (st *Strays) remark(text string) {
	if text == "" {
		return
	}
	it := inspect.Item{Where: inspect.Part{Part: st.part.Name}, Place: Remark, Fix: st.fix("remark"), Outer: st.outer}
	if !st.said {
		st.said, st.err = true, st.emit(it)
	}
	if it.Text, it.Inside = text, true; st.err == nil {
		st.err = st.emit(it)
	}
}
