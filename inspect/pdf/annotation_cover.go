package pdf

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// AnnotationCover is an annotation that hides text: a rectangle, marker or stamp drawn with a PDF reader (12.5.6). It can be dragged
// away, and it holds the name of who drew it and when.
var AnnotationCover = &inspect.Place{
	ID:    "pdf/annotation-cover",
	Title: inspect.Words{JA: "文字をかくしている注釈（四角・マーカーなど）", EN: "annotation that hides text"},
	Why: inspect.Words{
		JA: "注釈の四角は、つまんで動かすだけで下の文字が見えます。書いた人の名前と日時も入っています。",
		EN: "The box can simply be dragged away. It also holds the name of who drew it, and when.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルでは、下の文字を消し、注釈はページに描いた四角に変えます。",
		EN: "The copy loses the text below, and the annotation becomes a box drawn on the page.",
	},
	Weight: inspect.Stop, Action: inspect.Take,
}

// annotationCovers emits the annotations under which a glyph was found.
func (d *document) annotationCovers(p *page) error {
	if len(p.Annots) == 0 {
		return nil
	}
	covers := map[int]bool{}
	for i := range p.Glyphs {
		if g := &p.Glyphs[i]; g.Cause == pdf.UnderAnnot && g.Cover >= 0 {
			covers[p.Paints[g.Cover].Annot] = true
		}
	}
	for i := range p.Annots {
		if a := &p.Annots[i]; covers[i] && a.Subtype != "Redact" {
			if err := d.annotation(p, a, AnnotationCover, inspect.DropAnnotation{Page: p.n, N: a.N}); err != nil {
				return err
			}
		}
	}
	return nil
}

// annotationKeys are the entries of an annotation that hold words (12.5.2, 12.5.6.2), with what they are.
var annotationKeys = [...][2]string{{"T", "author"}, {"Contents", "comment"}, {"Subj", "subject"}, {"RC", "comment"}, {"OverlayText", "overlay"}, {"NM", "id"}}

// annotation announces an annotation and emits what it says.
func (d *document) annotation(p *page, a *pdf.Annot, place *inspect.Place, fix inspect.Fix) error {
	it := inspect.Item{Where: p.where(a.Rect), Place: place, Fix: fix}
	for _, key := range annotationKeys {
		if it.Text = d.f.Text(a.Dict[key[0]]); it.Text == "" || key[0] == "NM" && it.Inside {
			continue
		}
		it.Labels = []string{key[1]}
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside = true
	}
	if it.Inside {
		return nil
	}
	return d.emit(it)
}
