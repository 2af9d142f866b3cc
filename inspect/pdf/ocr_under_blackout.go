package pdf

import "github.com/sumikeshi/sumikeshi/inspect"

// OCRUnderBlackout is recognised text that stands where the scanned picture is black or was wiped out: recognition ran before, and its
// text was kept.
var OCRUnderBlackout = &inspect.Place{
	ID:    "pdf/ocr-under-blackout",
	Title: inspect.Words{JA: "スキャンで黒く塗られた部分に残っている文字", EN: "recognised text where the scan is blacked out"},
	Why: inspect.Words{
		JA: "紙の上では消えていますが、文字認識で付いた文字は消えていません。検索やコピーで読めます。",
		EN: "The picture is blacked out, but the text that was recognised before is still there: searching and copying show it.",
	},
	Advice: inspect.Words{JA: "公開用ファイルでは、その部分の文字を消します。画像はそのままです。", EN: "That text is removed from the copy. The picture stays as it is."},
	Weight: inspect.Stop, Action: inspect.Take,
}
