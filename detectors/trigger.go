package detectors

import "math/bits"

// A trigger is a set of what a text can hold: groups of so many digits, an @, a word that may be a name. A detector runs on the
// texts that hold one of its own, and where a label speaks of it.
type trigger uint64

// The bits below onAt stand for groups of that many digits.
const (
	onAt       trigger = 1 << (iota + 41) // @
	onTitle                               // 様 さん, or the end of the word for a role
	onWord                                // a short word that begins with a kanji or kana
	onKana                                // the same, beginning with kana
	onPlace                               // the end of a place name, and a digit behind it
	onScheme                              // ://
	onBirth                               // 生 behind a digit
	onT                                   // T before a number
	onColons                              // two colons near each other, as in addresses of IPv6
	onPlate                               // a hiragana behind a number, and a digit or ・ behind that
	onChevrons                            // <<, as in machine-readable lines
	onNine                                // a number of at least 9 digits in its groups
	onTwelve                              // the same with 12
	onDots                                // a number of four groups and more, the last with a full stop before
	onLatin                               // a Latin letter
	onLetters                             // 7 or 8 digits behind a capital letter
)

// longest is the longest group of digits that is told from longer ones.
const longest = 40

// bitIndex returns the position of the one bit of b.
func bitIndex(b uint64) int { return bits.TrailingZeros64(b) }

// onDigits returns the trigger of groups of digits of these lengths.
func onDigits(lengths ...int) (t trigger) {
	for _, n := range lengths {
		t |= 1 << n
	}
	return t
}

// onDigitsTo returns the trigger of groups of digits of least to most.
func onDigitsTo(least, most int) (t trigger) {
	for n := least; n <= most; n++ {
		t |= 1 << n
	}
	return t
}
