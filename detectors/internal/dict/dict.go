// Package dict holds the word lists that the detectors look values up in: Japanese surnames, given names and their readings,
// municipalities, area codes and postal code prefixes. A list is embedded as text and indexed at its first use, in about a
// millisecond; nothing happens at start-up.
package dict

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/sum64"
)

//go:generate go run ./generate -ipadic $IPADIC -postal $POSTAL

// Names and readings: IPA dictionary 2.7.0, (c) 2000-2003 Nara Institute of Science and Technology, see NOTICE.
//
//go:embed surnames.txt
var surnames string

//go:embed given.txt
var given string

// The most common surnames, also those that are place names as well and therefore rare as names in the dictionary's corpus. From
// general knowledge of the telephone directories.
//
//go:embed surnames_common.txt
var surnamesCommon string

// Given names that became common after the IPA dictionary was made, from the yearly lists of popular names, and names written in kana,
// from general knowledge.
//
//go:embed given_new.txt
var givenNew string

// Rarer names, and the nouns that would read as a full name with them: UniDic 2.1.2, (c) 2011-2013 The UniDic Consortium, see NOTICE.
var (
	//go:embed surnames_more.txt
	surnamesMore string
	//go:embed given_more.txt
	givenMore string
	//go:embed not_names_more.txt
	notNamesMore string
	//go:embed given_nouns.txt
	givenNouns string
	//go:embed surname_nouns.txt
	surnameNouns string
)

//go:embed surname_kana.txt
var surnameKana string

//go:embed given_kana.txt
var givenKana string

// Words that split into a surname and a given name but are places, organisations or common nouns.
//
//go:embed not_names.txt
var notNames string

var (
	surnameSet     = sync.OnceValue(indexSurnames)
	givenSet       = sync.OnceValue(func() *words { return index(given + givenNew + givenMore) })
	surnameKanaSet = sync.OnceValue(func() *words { return index(surnameKana) })
	givenKanaSet   = sync.OnceValue(func() *words { return index(givenKana) })
	notNameSet     = sync.OnceValue(func() *words { return index(notNames + notNamesMore) })
)

var givenNounSet = sync.OnceValue(func() *words { return index(givenNouns) })

// GivenNoun reports whether a given name of two characters and more is a common noun as well: 時代, 勝利.
func GivenNoun(s string) bool { return givenNounSet().rank(s) != Unlisted }

var surnameNounSet = sync.OnceValue(func() *words { return index(surnameNouns) })

// SurnameNoun reports whether a surname of two characters and more is a common noun as well: 高山, 平野.
func SurnameNoun(s string) bool { return surnameNounSet().rank(s) != Unlisted }

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

// words is an index of the words in a text.
type words struct {
	text  string
	slots []slot // by hash, at most half full
	mask  uint64

	longest int // length of the longest word, in bytes
}

// A slot holds a word: where it stands in the text, what is known of it, and enough of its hash that a look-up of another word
// ends here.
type slot struct {
	off  uint32 // offset plus one; 0 is free
	tag  uint16
	size uint8
	rank Rank
}

// indexSurnames indexes the surnames and raises the most common ones.
func indexSurnames() *words {
	w := index(surnames + surnamesMore)
	for s := range strings.FieldsSeq(surnamesCommon) {
		if k := w.find(s); k != nil {
			k.rank = Frequent
		}
	}
	return w
}

// newWords makes an index for n words of a text.
func newWords(text string, n int) *words {
	size := 1024
	for size < 2*n {
		size *= 2
	}
	return &words{text: text, slots: make([]slot, size), mask: uint64(size - 1)}
}

// index builds the index of a list of one word a line, where "+" marks a frequent one.
func index(text string) *words {
	w := newWords(text, strings.Count(text, "\n"))
	for off := 0; off < len(text); {
		end := strings.IndexByte(text[off:], '\n')
		if end < 0 {
			end = len(text) - off
		}
		word, frequent := strings.CutSuffix(text[off:off+end], "+")
		rank := Listed
		if frequent {
			rank = Frequent
		}
		w.add(off, len(word), rank)
		off += end + 1
	}
	return w
}

// add enters the word of the text at off.
func (w *words) add(off, size int, rank Rank) {
	h := sum64.String(0, w.text[off:off+size])
	i := h & w.mask
	for w.slots[i].off != 0 {
		i = (i + 1) & w.mask
	}
	w.longest = max(w.longest, size)
	w.slots[i] = slot{uint32(off + 1), uint16(h >> 48), uint8(size), rank}
}

// rank looks s up.
func (w *words) rank(s string) Rank {
	if k := w.find(s); k != nil {
		return k.rank
	}
	return Unlisted
}

// find returns the slot of s, or nil.
func (w *words) find(s string) *slot {
	if s == "" || len(s) > w.longest {
		return nil
	}
	h := sum64.String(0, s)
	for i := h & w.mask; ; i = (i + 1) & w.mask {
		k := &w.slots[i]
		if k.off == 0 {
			return nil
		}
		if k.tag == uint16(h>>48) && int(k.size) == len(s) && w.text[k.off-1:int(k.off)-1+len(s)] == s {
			return k
		}
	}
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
	for line := range strings.Lines(surnames + surnamesMore) {
		r, _ := utf8.DecodeRuneInString(line)
		set.Add(r)
	}
	return &set
})

// MayBegin reports whether a run of kanji of three bytes each, at least two of them, may begin with a surname that a given name follows. It may
// say yes in vain, one time in five, and spares looking most words up.
func (f *Beginnings) MayBegin(s string) bool {
	if f.surnames.has(s) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s)
	return f.single.Has(r) && (len(s) < 9 || f.given.has(s[3:]))
}

// MayGive is MayBegin for the given name.
func (f *Beginnings) MayGive(s string) bool { return len(s) < 6 || f.given.has(s) }

// A pairs is a filter of first two characters.
type pairs [1 << 17 / 64]uint64

func (p *pairs) has(s string) bool {
	h := pairSum(s)
	return p[h>>6]&(1<<(h&63)) != 0
}

func (p *pairs) add(s string) {
	h := pairSum(s)
	p[h>>6] |= 1 << (h & 63)
}

func pairSum(s string) uint32 {
	a := uint32(s[0])<<16 | uint32(s[1])<<8 | uint32(s[2])
	b := uint32(s[3])<<16 | uint32(s[4])<<8 | uint32(s[5])
	return (a*0x9E3779B1 ^ b*0x85EBCA77) >> 15
}

// Beginnings tells kanji that begin a name from others.
type Beginnings struct {
	surnames, given pairs
	single          Runes // surnames of one character
}

// NameBeginnings returns the beginnings of the listed names.
var NameBeginnings = sync.OnceValue(func() *Beginnings {
	f := new(Beginnings)
	for line := range strings.Lines(surnames + surnamesMore) {
		w := strings.TrimRight(line, "+\n")
		if len(w) == 3 {
			r, _ := utf8.DecodeRuneInString(w)
			f.single.Add(r)
		} else if len(w) >= 6 {
			f.surnames.add(w)
		}
	}
	for line := range strings.Lines(given + givenNew + givenMore) {
		if w := strings.TrimRight(line, "+\n"); len(w) >= 6 {
			f.given.add(w)
		}
	}
	return f
})

// GivenEnds is the set of last characters of given names.
var GivenEnds = sync.OnceValue(func() *Runes {
	var set Runes
	for line := range strings.Lines(given + givenNew + givenMore) {
		r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "+\n"))
		set.Add(r)
	}
	return &set
})

// GivenRunes is the set of characters that stand in at least three given names, for names that no list has.
var GivenRunes = sync.OnceValue(func() *Runes {
	var set Runes
	count := make([]uint8, 0x10000)
	for _, r := range given {
		if r > 0x80 && r < 0x10000 && count[r] < 3 {
			if count[r]++; count[r] == 3 {
				set.Add(r)
			}
		}
	}
	return &set
})
