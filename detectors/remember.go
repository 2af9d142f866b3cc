package detectors

import (
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
	"github.com/sumikeshi/sumikeshi/detectors/internal/sum64"
)

// Who is named in full in one text of a file is meant in another where only the surname stands: a roster on one sheet, 佐藤が早退 on the next. A
// [Finder] remembers the names of what it read so far, as sums, never the names themselves.

const (
	mostRemembered = 4096    // names of a file that are remembered: those of a large roster would make every surname known
	mostTried      = 1 << 15 // names that are looked at to be remembered
)

// A memory is the sums of names that were found in earlier texts.
type memory struct {
	sums  map[uint64]bool // true for a full name
	tried int
}

// remember notes the names among what was found in the text.
func (t *textState) remember() {
	m := t.memory
	for i := range t.out {
		if o := &t.out[i]; o.Detector == "name" && o.Sure >= Likely {
			m.add(t.s[o.Start:o.End])
		}
	}
}

// rememberCell notes a cell that is a name.
func (t *textState) rememberCell(cell string) {
	if m := t.memory; m != nil && !m.full() {
		t.folded.Fold(strings.TrimSpace(cell))
		m.add(strings.TrimSpace(text(t.folded.Text)))
	}
}

// full reports whether nothing more is remembered.
func (m *memory) full() bool { return m.tried >= mostTried || len(m.sums)+2 > mostRemembered }

// add remembers a folded name and the surname in it.
func (m *memory) add(name string) {
	if m.tried++; m.full() || len(name) > 30 || !isKanji(firstRune(name)) {
		return
	}
	name, _ = cutTitle(name)
	surname, given, spaced := strings.Cut(name, " ")
	switch {
	case !spaced:
		surname = surnameIn(name)
		if surname != name && utf8.RuneCountInString(name) > 2 {
			m.sums[sum64.String(0, name)] = true
		}
	case strings.Contains(given, " ") || len(surname) > 15 || !isKanji(lastRune(surname)):
		return
	default:
		m.sums[sum64.String(0, surname+given)] = true
	}
	if len(surname) >= 6 {
		if sum := sum64.String(0, surname); !m.sums[sum] {
			m.sums[sum] = false
		}
	}
}

// recall takes the run of kanji s[start:end] if it is the name, or the surname, of somebody who was named before, and stands as a word of its
// own. A surname that is a place or a noun as well must be doing something, or stand behind a word for a person.
func (t *textState) recall(k *Detector, start, end int) {
	full, ok := t.memory.sums[sum64.String(0, t.s[start:end])]
	if !ok {
		if word := behindName.suffix(t.s[start:end]); word != "" && len(word) < end-start {
			end -= len(word)
			full, ok = t.memory.sums[sum64.String(0, t.s[start:end])]
		}
		if !ok {
			return
		}
	}
	left, right := t.leftSign(start), t.rightSign(end)
	if left == noSign || right == noSign || t.taken(start, end) || t.column.Against == organisation || t.with != nil && t.with.office {
		return
	}
	name := t.s[start:end]
	if !full && left < personSign && right < colonSign && (t.placeToo(name) || dict.SurnameNoun(name) || t.set.isWord(name)) {
		return
	}
	t.found(k.ID, start, end, Likely, "name of somebody named elsewhere in the file")
}

// placeToo reports whether a surname is the name of a prefecture or a town as well.
func (t *textState) placeToo(name string) bool {
	for _, end := range []string{"県", "府", "市", "区", "町", "村"} {
		if dict.PlaceOf(name+end) != 0 {
			return true
		}
	}
	return false
}
