package pdf

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// InnerText is text in content that is no page and no form of one: in the group of a soft mask (11.6.5.2), the cell of a tiling pattern
// (8.7.3), the procedure of a Type 3 glyph that no page shows (9.6.4). Text that is seen as part of a pattern or through a mask is text of the page, and is not hidden.
var InnerText = &inspect.Place{
	ID:    "pdf/inner-text",
	Title: inspect.Words{JA: "模様・マスク・文字の形の中に書かれた文字", EN: "text inside patterns, masks and glyphs"},
	Why: inspect.Words{
		JA: "塗りつぶしの模様や透明マスクの中に、画面に出ない文字が入っています。取り出せば読めます。",
		EN: "A pattern or a transparency mask holds text that is not seen on the page. It can be read once it is taken out.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルでは文字を消します。模様やマスクそのものは残ります。",
		EN: "The text is removed from the copy. The pattern or mask stays.",
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
	defer d.witness.Close()
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
		if err := d.innerText(ctx, n, what, c); err != nil {
			return err
		}
	}
	return nil
}

// innerText emits the text of one of them.
func (d *document) innerText(ctx context.Context, n int, what role, c *pdf.Canvas) error {
	it := inspect.Item{Where: part(n), Place: InnerText, Fix: inspect.StripObject{Obj: n, Of: "text"}}
	if what == glyphRole {
		it.Fix = inspect.DropObject{Obj: n}
	} else if page := d.shown(ctx, n, c); page > 0 {
		it = inspect.Item{Where: inspect.Page{Page: page}}
	}
	for _, pr := range c.Problems {
		it.Unread = reasonOf(pr.Kind)
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside, it.Unread = it.Place != nil, ""
	}
	var l layout
	for _, piece := range l.paragraphs(l.lay(c, pdf.Seen), nil) {
		if it.Text = piece.text; says(it.Text) == 0 {
			continue
		}
		if err := d.emit(it); err != nil {
			return err
		}
		it.Inside = it.Place != nil
	}
	if it.Text, it.Unread = "", inspect.Unsupported; undecoded(&page{Canvas: c}) {
		return d.emit(it)
	}
	return nil
}

// Looking whether text is seen.
const (
	letterInk  = 12 // pixels that change for each letter if it goes: fewer, and not all of them are seen
	mostLooked = 3  // pages
)

// shown returns a page on which a reader sees the text of a mask or a pattern, by what the page looks like without it; 0 if none is
// known. What can't be looked at counts as hidden.
func (d *document) shown(ctx context.Context, n int, c *pdf.Canvas) int {
	letters := 0
	for i := range c.Glyphs {
		if !c.Glyphs[i].Space() {
			letters++
		}
	}
	if letters == 0 {
		return 0
	}
	other := d.f.Wordless(n, c)
	if other == nil {
		return 0
	}
	pages := d.f.PagesOf(n)
	for _, page := range pages[:min(len(pages), mostLooked)] {
		if pixels, err := d.witness.Differs(ctx, other, page); err == nil && pixels >= letterInk*letters {
			return page
		}
	}
	return 0
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
