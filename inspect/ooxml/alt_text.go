package ooxml

import "github.com/sumikeshi/sumikeshi/inspect"

// AltText is text that describes a picture, a table or a link and that a reader meets only by the way: alternative texts (Part 1,
// 20.1.2.2.8), titles and names of shapes, tips of links. People who can't see the picture need it, so it is never dropped.
var AltText = &inspect.Place{
	ID:    "ooxml/alt-text",
	Title: inspect.Words{JA: "代替テキストやリンクの説明の中の個人情報", EN: "personal data in alternative texts and tips"},
	Why: inspect.Words{
		JA: "図・表・リンクの説明は画面に出ませんが、読み上げソフトやポインターを置いたときに出ます。",
		EN: "Descriptions of pictures, tables and links are not on the page, but screen readers and a resting pointer tell them.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルでは個人情報だけを●にし、説明は残します。",
		EN: "In the copy circles stand for the personal data. The descriptions stay.",
	},
	Weight: inspect.Note, Action: inspect.Ask, OnlyWithPeople: true,
}

// Described is the item of a text that describes something on a part.
func Described(part, text string) inspect.Item {
	return inspect.Item{
		Where: inspect.Part{Part: part}, Text: text, Labels: []string{"alt"}, Place: AltText, Fix: inspect.MaskTexts{Part: part},
	}
}
