package detectors

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
	"github.com/sumikeshi/sumikeshi/internal/ja"
)

// A NameHalf says whether a name is a surname or a given name alone, as in tables with a column for each. One that can be either is both;
// 0 is a full name, or a name that no dictionary holds.
type NameHalf uint8

const (
	surnameHalf NameHalf = 1 << iota
	givenHalf
)

// halfBytes is the length of the longest halves: four characters.
const halfBytes = 12

// HalfOf returns which half of a name the value of a cell is.
func HalfOf(value string) (h NameHalf) {
	value = strings.TrimSpace(value)
	if len(value) > halfBytes || len(value) < 3 || strings.ContainsAny(value, " 　") {
		return 0
	}
	var buf [3 * halfBytes]byte
	s := text(ja.Fold(buf[:0], value))
	if dict.Surname(s) > 0 {
		h |= surnameHalf
	}
	if dict.Given(s) > 0 || len(s) == 3 && dict.GivenRunes.Has(firstRune(s)) {
		h |= givenHalf
	}
	return h
}

// Completes reports whether one half is a surname and the other a given name.
func (h NameHalf) Completes(o NameHalf) bool {
	return h&surnameHalf != 0 && o&givenHalf != 0 || h&givenHalf != 0 && o&surnameHalf != 0
}
