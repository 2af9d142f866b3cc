package pdf

import "github.com/sumikeshi/sumikeshi/inspect"

// AnnotationRedact is a redaction that was marked and never applied (12.5.6.23): everything below is still there, and visible.
var AnnotationRedact = &inspect.Place{
	ID:    "pdf/annotation-redact",
	Title: inspect.Words{JA: "「墨消し」の印を付けただけの文字", EN: "redaction marked but not applied"},
	Why: inspect.Words{
		JA: "墨消しの印は付いていますが、「適用」されていません。文字はそのまま残っています。",
		EN: "The marks are there, but they were never applied. The text remains as it was.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルでは、印の下の文字を消して黒い四角を描きます。",
		EN: "The copy loses the text under the marks and shows black boxes.",
	},
	Weight: inspect.Stop, Action: inspect.Take,
}

// redactions emits the annotations; the text below is emitted with the page's text.
func (d *document) redactions(p *page) error {
	for i := range p.Annots {
		a := &p.Annots[i]
		if a.Subtype != "Redact" {
			continue
		}
		err := d.annotation(p, a, AnnotationRedact, inspect.EraseBox{Page: p.n, Of: "redact"})
		if err != nil {
			return err
		}
	}
	return nil
}
