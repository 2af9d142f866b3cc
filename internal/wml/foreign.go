package wml

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/stray"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// startForeign notes an element that programs pass over with all that is in it (part 3, 10.1): one of a namespace that is none of Office, or
// a choice that asks for such a one.
func (w *walker) startForeign(s *xmlscan.Scanner, local string) {
	alien := !stray.Ours(s.Space())
	if local == "Choice" && w.parent() == "AlternateContent" {
		for prefix := range strings.FieldsSeq(plainAttr(s, "Requires")) {
			space := s.SpaceOf(prefix)
			alien = alien || space == "" || !stray.Ours(space)
		}
	}
	n := len(w.open)
	switch {
	case alien:
		w.open[n-1].alien = true
		w.foreign++
	case w.parent() != "AlternateContent":
	case local == "Choice":
		w.open[n-2].known = true
	case local == "Fallback" && w.open[n-2].known && w.para() != nil:
		w.open[n-1].older = true
		w.older = append(w.older, len(w.boxes))
	}
}

// inOlder reports whether text stands in a branch of a paragraph for older programs. That of a box there is told with its paragraphs.
func (w *walker) inOlder() bool {
	n := len(w.older)
	return n > 0 && w.older[n-1] == len(w.boxes)
}
