package wml

import (
	"cmp"
	"slices"
	"strings"
)

// A Covered text lies under an object that is drawn in front of it.
type Covered struct {
	Text   string
	Before string // what stands before it
	Sure   bool   // the object's place hangs on a paragraph near by; else on the page, and may cover something else
}

// lay notes the patches of a paragraph, neighbours as one.
func (p *Para) lay(found *patches) {
	if found == nil {
		return
	}
	p.covered, p.perhaps = joined(found.sure), joined(found.perhaps)
}

// joined sorts patches and joins those that touch.
func joined(list []Patch) []Patch {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b Patch) int { return cmp.Or(cmp.Compare(a.Piece, b.Piece), cmp.Compare(a.From, b.From)) })
	out := list[:0]
	for _, x := range list {
		if n := len(out); n > 0 && out[n-1].Piece == x.Piece && out[n-1].To >= x.From {
			out[n-1].To = max(out[n-1].To, x.To)
			continue
		}
		out = append(out, x)
	}
	return out
}

// Covered returns the texts of the paragraph that lie under objects.
func (p *Para) Covered() []Covered {
	var out []Covered
	for i, list := range [...][]Patch{p.covered, p.perhaps} {
		for len(list) > 0 {
			n := p.run(list)
			c := Covered{Sure: i == 0}
			for _, x := range list[:n] {
				c.Text += p.Pieces[x.Piece].Text[x.From:x.To]
			}
			if telling(c.Text) {
				text, at := p.Layout()
				c.Before = text[:at[list[0].Piece]+list[0].From]
				out = append(out, c)
			}
			list = list[n:]
		}
	}
	return out
}

// telling reports whether a text can be told from a bar. A few narrow letters are within the error of the estimate.
func telling(text string) bool {
	text = strings.Trim(text, "■ 　\t\n\u00a0")
	return text != "" && (wide(text) > 0 || len(text) >= narrow)
}

const narrow = 4 // letters

// run returns how many of the patches follow one another without a letter between them.
func (p *Para) run(list []Patch) int {
	n := 1
	for ; n < len(list); n++ {
		a, b := list[n-1], list[n]
		if a.To != len(p.Pieces[a.Piece].Text) && a.Piece != b.Piece || b.From != 0 && a.Piece != b.Piece {
			break
		}
		between := ""
		if a.Piece == b.Piece {
			between = p.Pieces[a.Piece].Text[a.To:b.From]
		}
		for i := a.Piece + 1; i < b.Piece; i++ {
			between += p.Pieces[i].Text
		}
		if strings.TrimSpace(between) != "" {
			break
		}
	}
	return n
}

// Barred returns the text of a layout with bars in place of what is covered. They are as wide as what was there, so that nothing else
// moves under the object; that width is seen anyhow.
func (p *Para) Barred(text string, at []int) string {
	var b strings.Builder
	pos := 0
	half := 0 // half letters that no bar stands for yet
	for _, x := range p.covered {
		from := at[x.Piece]
		if from < 0 {
			continue
		}
		was := text[from+x.From : from+x.To]
		b.WriteString(text[pos : from+x.From])
		for _, r := range was {
			half += int(2 * advance(r))
			if half >= 2 {
				half -= 2
				b.WriteString("■")
			}
		}
		pos = from + x.To
	}
	return b.String() + text[pos:]
}
