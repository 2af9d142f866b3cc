// Package dict holds the word lists that the detectors look values up in: Japanese surnames, given names and their readings,
// municipalities, area codes and postal code prefixes. A list is embedded as text and indexed at its first use, in about a
// millisecond; nothing happens at start-up.
package dict

import (
	_ "embed"
	"hash/maphash"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:generate go run ./generate -ipadic $IPADIC -postal $POSTAL

// Names and readings: IPA dictionary 2.7.0, (c) 2000-2003 Nara Institute of Science and Technology, see NOTICE.
//
//go:embed surnames.txt
var surnames string

//go:embed given.txt
var given string

// Given names that became common after the IPA dictionary was made, from the yearly lists of popular names.
//
//go:embed given_new.txt
var givenNew string

//go:embed surname_kana.txt
var surnameKana string

//go:embed given_kana.txt
var givenKana string

// Words that split into a surname and a given name but are places, organisations or common nouns.
//
//go:embed not_names.txt
var notNames string

var (
	surnameSet     = sync.OnceValue(func() *words { return index(surnames) })
	givenSet       = sync.OnceValue(func() *words { return index(given + givenNew) })
	surnameKanaSet = sync.OnceValue(func() *words { return index(surnameKana) })
	givenKanaSet   = sync.OnceValue(func() *words { return index(givenKana) })
	notNameSet     = sync.OnceValue(func() *words { return index(notNames) })
)

// Rank says how a word stands in a list of names.
type Rank uint8

const (
	Unlisted Rank = iota
	Listed        // in the list
	Frequent      // met often in text
)

// Surname looks a surname up, in the form that ja folds to.
func Surname(s string) Rank { return surnameSet().rank(s) }

// Given looks a given name up.
func Given(s string) Rank { return givenSet().rank(s) }

// SurnameKana looks the reading of a surname up, in katakana.
func SurnameKana(s string) bool { return surnameKanaSet().rank(s) != Unlisted }

// GivenKana looks the reading of a given name up, in katakana.
func GivenKana(s string) bool { return givenKanaSet().rank(s) != Unlisted }

// NotName reports whether s reads as a full name but is a place, an organisation or a common noun.
func NotName(s string) bool { return notNameSet().rank(s) != Unlisted }

// words is an index of a text of one word a line; a word that ends in "+" is a frequent one.
type words struct {
	text  string
	slots []uint32 // offset of a word plus one, by hash; 0 is free
	seed  maphash.Seed
}

// index builds the index of a list. The table is kept at most half full.
func index(text string) *words {
	size := 1024
	for size < 2*strings.Count(text, "\n") {
		size *= 2
	}
	w := &words{text, make([]uint32, size), maphash.MakeSeed()}
	for off := 0; off < len(text); {
		end := strings.IndexByte(text[off:], '\n')
		if end < 0 {
			end = len(text) - off
		}
		word := strings.TrimSuffix(text[off:off+end], "+")
		for i := w.slot(word); ; i = (i + 1) & (size - 1) {
			if w.slots[i] == 0 {
				w.slots[i] = uint32(off + 1)
				break
			}
		}
		off += end + 1
	}
	return w
}

func (w *words) slot(s string) int {
	return int(maphash.String(w.seed, s) & uint64(len(w.slots)-1))
}

// rank looks s up.
func (w *words) rank(s string) Rank {
	if s == "" {
		return Unlisted
	}
	for i := w.slot(s); w.slots[i] != 0; i = (i + 1) & (len(w.slots) - 1) {
		rest := w.text[w.slots[i]-1:]
		if strings.HasPrefix(rest, s) {
			switch {
			case len(rest) == len(s) || rest[len(s)] == '\n':
				return Listed
			case rest[len(s)] == '+':
				return Frequent
			}
		}
	}
	return Unlisted
}

// Runes is a set of characters of the Basic Multilingual Plane.
type Runes [0x10000 / 64]uint64

// Has reports whether r is in the set.
func (s *Runes) Has(r rune) bool { return r < 0x10000 && s[r>>6]&(1<<(r&63)) != 0 }

// Add puts r into the set.
func (s *Runes) Add(r rune) {
	if r < 0x10000 {
		s[r>>6] |= 1 << (r & 63)
	}
}

// SurnameStarts is the set of first characters of surnames.
var SurnameStarts = sync.OnceValue(func() *Runes {
	var set Runes
	for line := range strings.Lines(surnames) {
		r, _ := utf8.DecodeRuneInString(line)
		set.Add(r)
	}
	return &set
})

// GivenEnds is the set of last characters of given names.
var GivenEnds = sync.OnceValue(func() *Runes {
	var set Runes
	for line := range strings.Lines(given + givenNew) {
		r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "+\n"))
		set.Add(r)
	}
	return &set
})

// GivenRunes is the set of characters that stand in at least three given names, for names that no list has.
var GivenRunes = sync.OnceValue(func() *Runes {
	var set Runes
	count := map[rune]int{}
	for line := range strings.Lines(given) {
		for _, r := range line {
			if count[r]++; count[r] == 3 && r > 0x80 {
				set.Add(r)
			}
		}
	}
	return &set
})
