package docx

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/wml"
)

// CoveredText is text below an opaque shape or picture that stands in front of it (20.4.2.3 behindDoc, 20.4.2.15 wrapNone). A document
// says no more than what an object is anchored to, so where lines stand is an estimate. It holds near the paragraph that the object hangs
// on; an object that hangs on the page is reported, and what lies below is left to a person.
var CoveredText = &inspect.Place{
	ID:    "docx/covered-text",
	Title: inspect.Words{JA: "図形や画像の下に残っている文字", EN: "text under a shape or a picture"},
	Why: inspect.Words{
		JA: "図形や画像を上に置いただけです。動かすと、下の文字が出てきます。",
		EN: "A shape or a picture lies over it. Moving that aside shows the text.",
	},
	Advice: inspect.Words{
		JA: "かくすつもりの文字なら、■ に打ちかえてください。個人情報があれば、公開用ファイルでは ■ に置きかえ、図形は残します。場所がはっきりしないものは、目で確かめてください。",
		EN: "If it is meant to be hidden, type ■ over it. With personal data in it, the copy has ■ in its place and keeps the shape. Where the place is not certain, look at it yourself.",
	},
	Weight: inspect.Warn, Action: inspect.Ask,
}

// covered emits what lies under objects in a paragraph.
func (r *story) covered(p *wml.Para) error {
	for _, c := range p.Covered() {
		it := inspect.Item{
			Where: inspect.Para{Part: r.part, N: p.N}, Text: c.Text, Labels: labelBefore(c.Before, c.Text), Place: CoveredText,
		}
		if c.Sure {
			it.Fix = inspect.DropText{Part: r.part, Of: "covered"}
			r.sample(p.Cell, c.Text)
		}
		if err := r.send(it, p.Cell); err != nil {
			return err
		}
	}
	return nil
}
