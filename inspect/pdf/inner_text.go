package pdf

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// InnerText is text in content that is no page and no form of one: in the group of a soft mask (11.6.5.2), the cell of a tiling pattern
// (8.7.3), the procedure of a Type 3 glyph that no page shows (9.6.4). A mask or a pattern shows its text as a drawing at most.
var InnerText = &inspect.Place{
	ID:    "pdf/inner-text",
	Title: inspect.Words{JA: "模様・マスク・文字の形の中に書かれた文字", EN: "text inside patterns, masks and glyphs"},
	Why: inspect.Words{
		JA: "塗りつぶしの模様や透明マスクの中に文字が入っています。画面に出ないことが多く、取り出せば読めます。",
		EN: "Patterns and transparency masks may hold text of their own. It is seldom seen, and can be read once it is taken out.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルでは文字を消します。画面に出ていた模様は、ページを画像にして残します。",
		EN: "The text is removed from the copy. Where it is seen as a pattern the page becomes a picture.",
	},
	Weight: inspect.Warn, Action: inspect.Take,
}

// A role is what content that is no page is used for.
type role uint8

const (
	maskRole role = iota + 1
	patternRole
	glyphRole
)

// roles returns the contents that masks, patterns and fonts hold, by object number.
func (d *document) roles() map[int]role {
	out := map[int]role{}
	for _, n := range d.objects() {
		o := d.f.Object(n)
		if dict := dictOf(o); pdf.IsStream(o) && d.f.Int(dict["PatternType"]) == 1 {
			out[n] = patternRole
		}
		d.rolesIn(o, out, 0)
	}
	return out
}

func (d *document) rolesIn(o object, out map[int]role, depth int) {
	if depth > maxNesting {
		return
	}
	if a, ok := o.(array); ok {
		for _, v := range a {
			switch v.(type) {
			case dictionary, array:
				d.rolesIn(v, out, depth+1)
			}
		}
		return
	}
	dict := dictOf(o)
	if soft, ok := d.f.Resolve(dict["SMask"]).(dictionary); ok { // that of a picture is a stream
		if n := pdf.ObjectNumber(soft["G"]); n > 0 && out[n] == 0 {
			out[n] = maskRole
		}
	}
	if d.f.Name(dict["Subtype"]) == "Type3" {
		for _, v := range d.f.Dict(dict["CharProcs"]) {
			if n := pdf.ObjectNumber(v); n > 0 {
				out[n] = glyphRole
			}
		}
	}
	for _, v := range dict {
		switch v.(type) {
		case dictionary, array:
			d.rolesIn(v, out, depth+1)
		}
	}
}

// innerTexts emits what such contents write. Glyphs that some page shows are text of that page.
func (d *document) innerTexts(ctx context.Context) error {
	roles := d.roles()
	if len(roles) == 0 {
		return nil
	}
	var c *pdf.Canvas
	for _, n := range d.objects() {
		what := roles[n]
		if what == 0 || what == glyphRole && d.used[n] {
			continue
		}
		var err error
		if c, err = d.f.Draw(ctx, d.f.Alone(n), c); err != nil {
			return err
		}
		if what != glyphRole {
			for _, u := range c.Uses {
				d.used[u.Obj] = true
			}
			d.used[n] = true
		}
		if err := d.innerText(n, what, c); err != nil {
			return err
		}
	}
	return nil
}

// innerText emits the text of one of them.
func (d *document) innerText(n int, what role, c *pdf.Canvas) error {
	it := inspect.Item{Where: part(n), Place: InnerText, Fix: inspect.StripObject{Obj: n, Of: "text"}}
	if what == glyphRole {
		it.Fix = inspect.DropObject{Obj: n}
	}
	for _, pr := range c.Problems {
		it.Unread = reasonOf(pr.Kind)
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside, it.Unread = true, ""
	}
	var l layout
	for _, piece := range paragraphs(l.lay(c, pdf.Seen), nil) {
		if it.Text = piece.text; says(it.Text) == 0 {
			continue
		}
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside = true
	}
	if it.Text, it.Unread = "", inspect.Unsupported; undecoded(&page{Canvas: c}) {
		return d.emit(it)
	}
	return nil
}

// reasonOf says in the words of a report what kept content from being read.
func reasonOf(k pdf.ProblemKind) inspect.Reason {
	switch k {
	case pdf.Unsupported:
		return inspect.Unsupported
	case pdf.OverLimit:
		return inspect.Limit
	}
	return inspect.Corrupt
}
