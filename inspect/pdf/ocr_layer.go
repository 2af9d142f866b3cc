package pdf

import "github.com/sumikeshi/sumikeshi/inspect"

// OCRLayer is invisible text over, or under, a scanned page, put there by text recognition so that the page can be searched.
var OCRLayer = &inspect.Place{
	ID:    "pdf/ocr-layer",
	Title: inspect.Words{JA: "スキャンした紙に重ねた文字（文字認識）", EN: "text layer of a scan"},
	Why: inspect.Words{
		JA: "検索や読み上げのための文字です。紙の上で黒く塗ってからスキャンした部分にも、文字が残っていないか確かめてください。",
		EN: "It is there for searching and for screen readers. If parts of the picture were blacked out, make sure that their text is not in it.",
	},
	Advice: inspect.Words{
		JA: "ふつうはこのままで構いません。黒く塗った部分の文字が残っているときは、この文字を全部消すことを選んでください。",
		EN: "It usually may stay. If it still has the text of blacked-out parts, choose to remove it.",
	},
	Weight: inspect.Note, Action: inspect.Report,
}
