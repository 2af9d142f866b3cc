package inspect

import "unicode/utf8"

// A sampled cell knows what it was found to be: forms and tables ask again and again.
type sampled struct {
	text         string
	known        bool
	short, label bool // a word or a few, no number; that is known as a head
}

func place(row, col int) uint64 { return uint64(row)<<32 | uint64(uint32(col)) }

// text returns the text of a cell, or "".
func (l *Layout) text(row, col int) string {
	if i, ok := l.at[place(row, col)]; ok {
		return l.cells[i].text
	}
	return ""
}

// cell returns a cell that was looked at; it is blank if the sample has none there.
func (l *Layout) cell(row, col int) sampled {
	i, ok := l.at[place(row, col)]
	if !ok {
		return sampled{}
	}
	c := &l.cells[i]
	if !c.known {
		c.short = c.text != "" && isShort(c.text) && !numeric(c.text)
		c.known, c.label = true, c.short && l.set.IsHead(c.text)
	}
	return *c
}

// isShort reports whether a text is as short as a head.
func isShort(s string) bool {
	return len(s) <= headRunes || len(s) <= utf8.UTFMax*headRunes && utf8.RuneCountInString(s) <= headRunes
}
