package dict

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/sum64"
)

// Parts of the names of residents from abroad, as forms spell them in katakana and in Latin letters; "!" marks those that are hardly
// anything else. From general knowledge of the languages that most of them speak.
//
//go:embed foreign.txt
var foreign string

var foreignParts = sync.OnceValue(func() map[string]Rank {
	m := map[string]Rank{}
	for w := range strings.FieldsSeq(foreign) {
		m[strings.TrimSuffix(w, "!")] |= Listed
	}
	for line := range strings.Lines(foreign) {
		if line = strings.TrimSpace(line); strings.HasSuffix(line, "!") {
			for w := range strings.FieldsSeq(strings.TrimSuffix(line, "!")) {
				m[w] = Frequent
			}
		}
	}
	return m
})

// ForeignPart looks a part of a foreign name up, in katakana or in small Latin letters. Frequent means that it is hardly anything else.
func ForeignPart(s string) Rank { return foreignParts()[s] }

// RomajiSurname and RomajiGiven look Latin letters up as the reading of a Japanese name, whatever they do with long vowels: Sato, Satou, Satoh.
func RomajiSurname(s string) bool { return romajiSurnames().has(s) }

// RomajiGiven is RomajiSurname for given names.
func RomajiGiven(s string) bool { return romajiGivens().has(s) }

var (
	romajiSurnames = sync.OnceValue(func() romajiSet { return readRomaji(surnameKana) })
	romajiGivens   = sync.OnceValue(func() romajiSet { return readRomaji(givenKana) })
)

// A romajiSet is the sums of readings in Latin letters, in order.
type romajiSet []uint64

func (r romajiSet) has(s string) bool {
	var buf [32]byte
	if len(s) < 3 || len(s) > 20 {
		return false
	}
	_, ok := slices.BinarySearch(r, sum64.String(0, string(evenRomaji(buf[:0], s))))
	return ok
}

// readRomaji spells a list of readings, one a line.
func readRomaji(list string) romajiSet {
	var set romajiSet
	var word, even []byte
	for line := range strings.Lines(list) {
		word = appendRomaji(word[:0], strings.TrimRight(line, "+\n"))
		if even = evenRomaji(even[:0], string(word)); len(even) > 2 {
			set = append(set, sum64.String(0, string(even)))
		}
	}
	slices.Sort(set)
	return set
}

// The rows of the syllabary, from ァ on.
var syllables = strings.Fields("a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji tsu tsu zu te de to do na ni nu ne no " +
	"ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa i e o n vu")

// appendRomaji spells katakana: a small ヤ, ユ or ヨ takes the vowel before it, ッ doubles what follows.
func appendRomaji(dst []byte, kana string) []byte {
	double := false
	for _, r := range kana {
		if r < 'ァ' || r > 'ヴ' {
			continue
		}
		if r == 'ッ' {
			double = true
			continue
		}
		at := int(r - 'ァ')
		if at >= len(syllables) {
			continue
		}
		s := syllables[at]
		if (r == 'ャ' || r == 'ュ' || r == 'ョ') && len(dst) > 1 && dst[len(dst)-1] == 'i' {
			dst = dst[:len(dst)-1]
			if c := dst[len(dst)-1]; c == 'h' || c == 'j' { // sha, cha, ja
				s = s[1:]
			}
		}
		if double {
			dst = append(dst, s[0])
			double = false
		}
		dst = append(dst, s...)
	}
	return dst
}

// evenRomaji appends s in one spelling: small letters, no long vowels, Hepburn's consonants, n before b, p and m.
func evenRomaji(dst []byte, s string) []byte {
	s = romajiSpellings.Replace(strings.ToLower(s))
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf || c == '-' || c == '\'' {
			continue
		}
		if n := len(dst); n > 0 {
			last := dst[n-1]
			if (c == 'o' || c == 'u' || c == 'h' && (i+1 == len(s) || !strings.ContainsRune("aiueo", rune(s[i+1])))) && last == 'o' || c == 'u' && last == 'u' {
				continue
			}
			if c == 'm' && i+1 < len(s) && (s[i+1] == 'b' || s[i+1] == 'p' || s[i+1] == 'm') {
				c = 'n'
			}
		}
		dst = append(dst, c)
	}
	return dst
}

var romajiSpellings = strings.NewReplacer("ō", "o", "ū", "u", "sya", "sha", "syu", "shu", "syo", "sho", "tya", "cha", "tyu", "chu", "tyo", "cho", "zya", "ja", "zyu", "ju", "zyo", "jo", "shi", "shi", "si", "shi",
	"tsu", "tsu", "tu", "tsu", "ti", "chi", "zi", "ji", "hu", "fu", "cch", "tch")
