package pdf

import "github.com/sumikeshi/sumikeshi/inspect"

// AnnotationNote are the words that annotations carry beside what is drawn: comments, replies, authors (12.5.6.2, 12.5.6.4).
var AnnotationNote = &inspect.Place{
	ID:    "pdf/annotation-note",
	Title: inspect.Words{JA: "注釈（コメント）と書いた人の名前", EN: "comment with its author"},
	Why: inspect.Words{
		JA: "職員どうしのやりとりや、書いた人の名前が残っていることがあります。",
		EN: "Internal remarks and the names of who wrote them may remain.",
	},
	Advice: inspect.Words{JA: "公開用ファイルでは注釈を消します。", EN: "The annotation is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// silent are the kinds of annotations that are no notes of people: links, form fields, and what is handled elsewhere.
var silent = map[string]bool{
	"Link": true, "Widget": true, "Redact": true, "PrinterMark": true, "TrapNet": true, "Watermark": true, "FileAttachment": true,
	"Sound": true, "Movie": true, "Screen": true, "3D": true, "RichMedia": true,
}

// annotationNotes emits the annotations that say something. One without words is a drawing that a reader sees.
func (d *document) annotationNotes(p *page) error {
	covers := map[int]bool{}
	for i := range p.Glyphs {
		if g := &p.Glyphs[i]; g.Cover >= 0 && p.Paints[g.Cover].Annot >= 0 {
			covers[p.Paints[g.Cover].Annot] = true
		}
	}
	for i := range p.Annots {
		a := &p.Annots[i]
		if silent[a.Subtype] || covers[i] || !a.Shown || !d.speaks(a.Dict) {
			continue
		}
		if err := d.annotation(p, a, AnnotationNote, inspect.DropAnnotation{Page: p.n, N: a.N}); err != nil {
			return err
		}
	}
	return nil
}

func (d *document) speaks(a map[string]object) bool {
	for _, key := range annotationKeys[:5] {
		if d.f.Text(a[key[0]]) != "" {
			return true
		}
	}
	return false
}
