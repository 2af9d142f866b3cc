package pdf

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// AnnotationHidden is an annotation with the flags Hidden or NoView, or in a layer that is off (12.5.3).
var AnnotationHidden = &inspect.Place{
	ID:     "pdf/annotation-hidden",
	Title:  inspect.Words{JA: "かくれている注釈", EN: "hidden annotation"},
	Why:    inspect.Words{JA: "画面には出ませんが、内容はファイルの中に残っています。", EN: "It is not shown, but what it says is in the file."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Stop, Action: inspect.Take,
}

// hiddenAnnotations emits hidden annotations that hold words. Hidden form fields are a place of their own.
func (d *document) hiddenAnnotations(p *page) error {
	for i := range p.Annots {
		a := &p.Annots[i]
		if a.Shown || a.Subtype == "Widget" || a.Subtype == "Popup" || a.Subtype == "Link" || !d.speaks(a.Dict) && !draws(p, i) {
			continue
		}
		if err := d.annotation(p, a, AnnotationHidden, inspect.DropAnnotation{Page: p.n, N: a.N}); err != nil {
			return err
		}
	}
	return nil
}

// draws reports whether the appearance of an annotation holds text.
func draws(p *page, annot int) bool {
	for i := range p.Glyphs {
		if g := &p.Glyphs[i]; g.Cause == pdf.InHiddenNote && p.ShowOf(g).Annot == annot {
			return true
		}
	}
	return false
}
