// Package dict holds the word lists that the detectors look values up in: Japanese surnames, given names and their readings,
// municipalities, area codes and postal code prefixes. The lists are text files; what is embedded are indexes made from them by go
// generate, so that nothing has to be built at start-up.
package dict

import (
	_ "embed"
	"sync"

	"github.com/sumikeshi/sumikeshi/detectors/internal/sum64"
)

//go:generate go run ./generate -ipadic=$IPADIC -postal=$POSTAL

// Names and readings: IPA dictionary 2.7.0, (c) 2000-2003 Nara Institute of Science and Technology; rarer names, and the nouns that would
// read as a full name with them: UniDic 2.1.2, (c) 2011-2013 The UniDic Consortium; see NOTICE. Among the surnames, those of
// surnames_common.txt count as met often: the most common ones, also those that are place names as well and therefore rare as names in
// the dictionary's corpus, from general knowledge of the telephone directories; so do the given names of given_common.txt. Those of
// given_new.txt became common after the dictionary was made, from the yearly lists of popular names, and names written in kana.
var (
	//go:embed surnames.idx
	surnames words
	//go:embed given.idx
	given words
	//go:embed surname_kana.idx
	surnameKana words
	//go:embed given_kana.idx
	givenKana words
	//go:embed given_nouns.idx
	givenNouns words
	//go:embed surname_nouns.idx
	surnameNouns words
)

// Words that split into a surname and a given name but are places, organisations or common nouns: not_names.txt and not_names_more.txt.
//
//go:embed not_names.idx
var notNames words

var (
	// SurnameStarts is the set of first characters of surnames.
	//
	//go:embed surname_starts.set
	SurnameStarts RuneSet

	// GivenEnds is the set of last characters of given names.
	//
	//go:embed given_ends.set
	GivenEnds RuneSet

	// GivenRunes is the set of characters that stand in at least three given names, for names that no list has.
	//
	//go:embed given_runes.set
	GivenRunes RuneSet

	//go:embed surname_single.set
	surnameSingle RuneSet // surnames of one character
	//go:embed surname_pairs.set
	surnamePairs pairSet
	//go:embed given_pairs.set
	givenPairs pairSet
)

// GivenNoun reports whether a given name of two characters and more is a common noun as well: 時代, 勝利.
func GivenNoun(s string) bool { return givenNouns.rank(s) != Unlisted }

// SurnameNoun reports whether a surname of two characters and more is a common noun as well: 高山, 平野.
func SurnameNoun(s string) bool { return surnameNouns.rank(s) != Unlisted }

// Rank says how a word stands in a list of names.
type Rank uint8

const (
	Unlisted Rank = iota
	Listed        // in the list
	Frequent      // met often in text
)

// Surname looks a surname up, in the form that ja folds to. The sets of how surnames begin, small enough to stay in the processor's cache,
// turn most words away.
func Surname(s string) Rank {
	if len(s) >= 6 && !surnamePairs.has(s) || len(s) == 3 && !MayBeginSingle(s) {
		return Unlisted
	}
	return surnames.rank(s)
}

// SurnameRank is Surname for a word that these sets have let through.
func SurnameRank(s string) Rank { return surnames.rank(s) }

// Given looks a given name up.
func Given(s string) Rank {
	if len(s) >= 6 && !givenPairs.has(s) {
		return Unlisted
	}
	return given.rank(s)
}

// GivenRank is Given for a word behind a surname, which is likely to be listed.
func GivenRank(s string) Rank { return given.rank(s) }

// SurnameKana looks the reading of a surname up, in katakana.
func SurnameKana(s string) bool { return surnameKana.rank(s) != Unlisted }

// GivenKana looks the reading of a given name up, in katakana.
func GivenKana(s string) bool { return givenKana.rank(s) != Unlisted }

// MayNameKana reports whether a word in kana may be the readings of a surname and a given name: of two and three kana, one would be a reading
// by itself, which few are.
func MayNameKana(s string) bool {
	if len(s) > 9 || len(s) < 6 {
		return len(s) > 9
	}
	t := oneKana()
	return t.surnames[s[1]&3<<6|s[2]&0x3F] || t.given[s[len(s)-2]&3<<6|s[len(s)-1]&0x3F]
}

// oneKana holds the last eight bits of the readings of one character, in both scripts.
var oneKana = sync.OnceValue(func() *struct{ surnames, given [256]bool } {
	t := new(struct{ surnames, given [256]bool })
	for r := 'ァ'; r <= 'ヶ'; r++ {
		s := string(r)
		surname, given := SurnameKana(s), GivenKana(s)
		t.surnames[r&0xFF], t.surnames[r-'ァ'+'ぁ'&0xFF] = surname, surname
		t.given[r&0xFF], t.given[r-'ァ'+'ぁ'&0xFF] = given, given
	}
	return t
})

// NotName reports whether s reads as a full name but is a place, an organisation or a common noun.
func NotName(s string) bool { return notNames.rank(s) != Unlisted }

// words is an index of words, as the generator lays it out: two numbers of four bytes, the count of slots (a power of two) and the length
// of the longest word; the slots, four bytes each, by hash; the words, each behind a byte with its length. A slot is 0 when it is
// free. Else its lowest 19 bits are where the word stands, counted from 1; the next 3 its rank; and the highest 10 those of its hash, so
// that a look-up of another word ends there.
type words string

const header = 8 // bytes

// number reads the four bytes at i.
func (w words) number(i uint64) uint32 {
	b := w[i : i+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// rank looks s up.
func (w words) rank(s string) Rank {
	if s == "" || len(s) > int(w.number(4)) {
		return Unlisted
	}
	slots := uint64(w.number(0))
	h := sum64.String(0, s)
	for i := h & (slots - 1); ; i = (i + 1) & (slots - 1) {
		k := w.number(header + 4*i)
		if k == 0 {
			return Unlisted
		}
		if k>>22 != uint32(h>>54) {
			continue
		}
		off := header + 4*int(slots) + int(k&(1<<19-1)) - 1
		if int(w[off]) == len(s) && string(w[off+1:off+1+len(s)]) == s {
			return Rank(k >> 19 & 7)
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

// A RuneSet is the same as text: bit r&7 of byte r>>3.
type RuneSet string

// Has reports whether r is in the set.
func (s RuneSet) Has(r rune) bool { return r < 0x10000 && s[r>>3]>>(r&7)&1 != 0 }

// hasFirst reports whether the first character of s, if it takes three bytes, is in the set.
func (s RuneSet) hasFirst(t string) bool {
	return len(t) > 2 && t[0]&0xF0 == 0xE0 && s.Has(rune(t[0]&0xF)<<12|rune(t[1]&0x3F)<<6|rune(t[2]&0x3F))
}

// A pairSet is a filter of first two characters: a bit for each PairSum.
type pairSet string

// PairBits is how many bits a PairSum has.
const PairBits = 17

func (p pairSet) has(s string) bool {
	h := PairSum(s)
	return p[h>>3]&(1<<(h&7)) != 0
}

// PairSum sums the first two characters of s, which take three bytes each.
func PairSum(s string) uint32 {
	_ = s[5] // two loads of four bytes, which overlap
	a := (uint32(s[0])<<24 | uint32(s[1])<<16 | uint32(s[2])<<8 | uint32(s[3])) >> 8
	b := (uint32(s[2])<<24 | uint32(s[3])<<16 | uint32(s[4])<<8 | uint32(s[5])) & 0xFFFFFF
	return (a*0x9E3779B1 ^ b*0x85EBCA77) >> (32 - PairBits)
}

// MayBegin reports whether a run of kanji of three bytes each, at least two of them, may begin with a surname that a given name follows. It may
// say yes in vain, one time in five, and spares looking most words up.
func MayBegin(s string) bool { return surnamePairs.has(s) || MayBeginSingle(s) }

// SingleSurname reports whether r is a surname by itself.
func SingleSurname(r rune) bool { return surnameSingle.Has(r) }

// BeginsSingle reports whether the first character of s is a surname by itself.
func BeginsSingle(s string) bool { return surnameSingle.hasFirst(s) }

// MayBeginSingle is MayBegin for surnames of one kanji.
func MayBeginSingle(s string) bool {
	return surnameSingle.hasFirst(s) && (len(s) < 9 || givenPairs.has(s[3:]))
}

// MayBeSurname reports whether a run of two kanji and more may be a surname, or begin with one.
func MayBeSurname(s string) bool { return surnamePairs.has(s) }

// MayGiveKana reports whether the kana, at least two, behind a run of kanji that may be a surname may begin a given name.
func MayGiveKana(surname, kana string) bool {
	return (len(surname) != 3 || surnameSingle.hasFirst(surname)) && givenPairs.has(kana)
}

// MayGive is MayBegin for the given name.
func MayGive(s string) bool { return len(s) < 6 || givenPairs.has(s) }
