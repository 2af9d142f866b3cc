package detectors

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/ja"
)

// A label is what one of a text's labels says. Labels repeat from cell to cell, so each is worked out once and kept.
type label struct {
	text    string // as it was given
	folded  string // as ja.Label folds it
	head    head
	column  Column // when the label is that of a typed column
	because string // "column head 氏名" or "label 氏名"
	words   uint64 // bits of the detectors that have a word for in it
	against uint64 // bits of the detectors that have a word against in it
}

// addLabel adds what one label says.
func (t *textState) addLabel(s string) {
	if s == "" {
		return
	}
	slot := &t.cache[(len(s)*7+int(s[0])+int(s[len(s)-1])*31+int(s[len(s)/2])*17)%len(t.cache)]
	if *slot == nil || (*slot).text != s {
		*slot = t.set.label(strings.Clone(s)) // labels may be borrowed
	}
	l := *slot
	t.speaks |= l.head.bit | l.words
	if l.column.Kind != "" || l.column.Against != "" {
		if t.column.Kind == "" {
			t.column = l.column
		} else if l.column.Kind == organisation {
			t.column.Against = organisation // another column of the same row names an organisation
		}
	}
	t.labels = append(t.labels, l)
}

// label works a label out.
func (s *Set) label(text string) *label {
	if c, ok := ParseColumn(text); ok {
		return &label{text: text, column: c, head: head{kind: c.Kind, against: c.Against, bit: s.bit(c.Kind)}, because: "column head " + c.Head}
	}
	l := &label{text: text, folded: ja.Label(text)}
	if len(l.folded) <= maxHead {
		l.head, _ = s.heads.look(l.folded)
	}
	l.because = "label " + short(text)
	for i, k := range s.detectors {
		if l.head.kind == "" && containsAny(l.folded, k.words) {
			l.words |= s.bits[i]
		}
		if containsAny(l.folded, k.against) {
			l.against |= s.bits[i]
		}
	}
	return l
}

// short returns a label for a report, cut to a readable length.
func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	n := 0
	for i := range s {
		if n++; n > 16 {
			return s[:i] + "…"
		}
	}
	return s
}
