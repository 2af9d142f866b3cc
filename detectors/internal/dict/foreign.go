package dict

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
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

// Readings of names in Latin letters as EvenRomaji spells them, made from surname_kana.txt and given_kana.txt.
var (
	//go:embed romaji_surnames.idx
	romajiSurnames words
	//go:embed romaji_given.idx
	romajiGiven words
)

// RomajiSurname looks Latin letters up as the reading of a Japanese surname, whatever they do with long vowels: Sato, Satou, Satoh.
func RomajiSurname(s string) bool { return romaji(romajiSurnames, s) }

// RomajiGiven is RomajiSurname for given names.
func RomajiGiven(s string) bool { return romaji(romajiGiven, s) }

func romaji(readings words, s string) bool {
	var buf [32]byte
	return len(s) >= 3 && len(s) <= 20 && readings.rank(string(EvenRomaji(buf[:0], s))) != Unlisted
}

// EvenRomaji appends s in one spelling: small letters, no long vowels, Hepburn's consonants, n before b, p and m.
func EvenRomaji(dst []byte, s string) []byte {
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
