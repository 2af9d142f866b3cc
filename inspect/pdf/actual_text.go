package pdf

import (
	"strings"
	"unicode"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// ActualText is text that stands for what is drawn, for screen readers and copying (14.9.3, 14.9.4). It may still say what was taken
// out of the page.
var ActualText = &inspect.Place{
	ID:    "pdf/actual-text",
	Title: inspect.Words{JA: "読み上げ用の文字（見えている文字とちがうもの）", EN: "replacement text that differs from what is seen"},
	Why: inspect.Words{
		JA: "読み上げやコピーのときに使われる文字です。見えている文字を消しても、こちらに残っていることがあります。",
		EN: "Screen readers and copying use it. It may keep what was removed from the page.",
	},
	Advice: inspect.Words{JA: "公開用ファイルでは、見えている文字とちがうものを消します。", EN: "What differs from the visible text is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Ask,
}

// actualTexts compares the replacement text of marked content with the glyphs it stands for.
func (d *document) actualTexts(p *page) error {
	if len(p.Marks) == 0 {
		return nil
	}
	drawn := make([]strings.Builder, len(p.Marks))
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		for m := p.ShowOf(g).Mark; m >= 0; m = p.Marks[m].Parent {
			if drawn[m].Len() < maxParagraph {
				drawn[m].WriteString(g.Text)
			}
		}
	}
	for i := range p.Marks {
		m := &p.Marks[i]
		for _, text := range [...]string{m.ActualText, m.Alt, m.Expansion} {
			if text == "" || same(text, drawn[i].String()) {
				continue
			}
			it := inspect.Item{
				Where: inspect.Page{Page: p.n}, Text: text, Place: ActualText, Fix: inspect.EraseBox{Page: p.n, Of: "actual-text"}, Empty: letters(text) < 2,
			}
			if it.Empty {
				continue // a hyphen or a ligature that is spelled out
			}
			if err := d.emit(it); err != nil {
				return err
			}
		}
	}
	return nil
}

// same compares without regard to white space.
func same(a, b string) bool {
	squeeze := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) || r == 0xAD || r == '-' {
				return -1
			}
			return r
		}, s)
	}
	a, b = squeeze(a), squeeze(b)
	return a == b || len(a) > 0 && strings.Contains(b, a)
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}
