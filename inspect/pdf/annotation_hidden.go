package pdf

import (
	"context"

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

// states emits what the other appearances of an annotation say: those of states that are off, and those for pressing and pointing
// (12.5.5). A reader sees them at most for a moment.
func (d *document) states(ctx context.Context, p *page) error {
	for i := range p.Annots {
		a := &p.Annots[i]
		ap := d.f.Dict(a.Dict["AP"])
		if len(ap) == 0 {
			continue
		}
		for _, key := range [...]string{"N", "R", "D"} {
			if err := d.state(ctx, p, a, "AP/"+key, ap[key], 0); err != nil {
				return err
			}
		}
	}
	return nil
}

// state looks at one appearance, or at each of several.
func (d *document) state(ctx context.Context, p *page, a *pdf.Annot, key string, o object, depth int) error {
	look := d.f.Resolve(o)
	if states, ok := look.(dictionary); ok && depth == 0 {
		for name, v := range pairs(states) {
			if err := d.state(ctx, p, a, key+"/"+name, v, 1); err != nil {
				return err
			}
		}
		return nil
	}
	n := pdf.ObjectNumber(o)
	if !pdf.IsStream(look) || n == 0 || d.used[n] || d.looked[n] {
		return nil
	}
	d.looked[n] = true
	c, err := d.f.Draw(ctx, d.f.Alone(n), nil)
	if err != nil {
		return err
	}
	for _, u := range c.Uses {
		d.used[u.Obj] = true
	}
	it := inspect.Item{Where: p.where(a.Rect), Place: AnnotationHidden, Fix: inspect.DropEntry{Obj: a.Obj, Key: key}}
	if a.Obj == 0 { // it stands in the page's own list
		it.Fix = inspect.DropObject{Obj: n}
	}
	if len(c.Problems) > 0 {
		it.Unread = reasonOf(c.Problems[0].Kind)
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside, it.Unread = true, ""
	}
	var l layout
	for _, piece := range l.paragraphs(l.lay(c, pdf.Seen), nil) {
		if it.Text = piece.text; letters(it.Text) < 2 || d.widgets.has(squeeze(it.Text)) {
			continue
		}
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside = true
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
