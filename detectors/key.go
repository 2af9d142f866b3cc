package detectors

import (
	"hash/maphash"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/ja"
)

// keySeed is new in each run: keys are for counting within one, and say nothing outside of it.
var keySeed = maphash.MakeSeed()

// Key returns a hash under which the spellings of one value meet, so that people and values can be counted across places
// without being kept: widths, spaces, hyphens and case are folded, name variants mapped, telephone numbers brought to their
// digits with the leading 0, dates to year, month and day, also from eras and serial numbers. Readings in hiragana and katakana
// are one. The same value of two detectors has two keys. Keys differ from run to run.
func Key(detector, value string) uint64 {
	var h maphash.Hash
	h.SetSeed(keySeed)
	h.WriteString(detector)
	h.WriteByte(0)
	h.WriteString(normal(detector, value))
	return h.Sum64()
}

// normal brings a value to the form that is hashed.
func normal(detector, value string) string {
	switch detector {
	case "phone":
		if d, ok := phoneDigits(value); ok {
			return d
		}
	case "birth-date":
		s := fold(value)
		if serial(s) {
			return serialDate(atoi(s[:5])).String()
		}
		if d, _, to := nextDate(s, 0); to > 0 {
			return d.String()
		}
	case "postal-code":
		if d, ok := cellDigits(strings.TrimLeft(value, "〒 　")); ok {
			return pad(d, 7)
		}
	case "kana":
		return katakana(bare(value))
	case "name":
		s, _ := cutTitle(fold(value))
		return bare(s)
	case "email":
		return string(ja.Fold(nil, value))
	}
	return bare(value)
}

// bare folds a value and drops what only separates.
func bare(value string) string {
	b := ja.Fold(nil, value)
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("-・.,/()~_'\"", r) {
			return -1
		}
		return r
	}, string(b))
}

// katakana turns hiragana into katakana.
func katakana(s string) string {
	return strings.Map(func(r rune) rune {
		if 0x3041 <= r && r <= 0x3096 {
			return r + 0x60
		}
		return r
	}, s)
}
