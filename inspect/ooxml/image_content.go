package ooxml

import "github.com/sumikeshi/sumikeshi/inspect"

// ImageContent are pictures: what they show is not examined.
var ImageContent = &inspect.Place{
	ID:     "ooxml/image-content",
	Title:  inspect.Words{JA: "画像", EN: "pictures"},
	Why:    inspect.Words{JA: "画像の中の文字や人物は調べられません。", EN: "Text and people in pictures are not examined."},
	Advice: inspect.Words{JA: "画像を目で確かめてください。", EN: "Look at the pictures yourself."},
	Weight: inspect.Note, Action: inspect.Report,
}
