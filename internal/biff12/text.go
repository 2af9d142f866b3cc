package biff12

import (
	"encoding/binary"
	"unicode"
	"unicode/utf16"
)

// hasText reports whether a record seems to hold a string of two characters or more: its length and that many characters that print.
func hasText(b []byte) bool {
	if len(b) < 8 {
		return false
	}
	t := newTexts(b)
	for i := 0; i+8 <= len(b); i++ {
		if n := int(binary.LittleEndian.Uint32(b[i:])); n >= 2 && t.at(i+4, n) {
			return true
		}
	}
	return false
}

// constants returns the texts among the constants that a formula keeps beside its tokens (2.5.97.14): each with its length before it.
func constants(b []byte) []string {
	var out []string
	t := newTexts(b)
	for i := 0; i+2 < len(b); i++ {
		n := int(binary.LittleEndian.Uint16(b[i:]))
		if n >= 1 && t.at(i+2, n) {
			out = append(out, wide(b[i+2:i+2+2*n]))
			i += 1 + 2*n
		}
	}
	return out
}

// A texts tells in one step whether characters that print stand somewhere in a record.
type texts struct {
	prints []int32 // by offset: how many characters from there on print
	letter []int32 // by offset: how many characters come before the first letter or digit
}

func newTexts(b []byte) texts {
	t := texts{make([]int32, len(b)+2), make([]int32, len(b)+2)}
	for i := len(b) - 2; i >= 0; i-- {
		r := rune(b[i]) | rune(b[i+1])<<8
		t.letter[i] = t.letter[i+2] + 1
		if utf16.IsSurrogate(r) || unicode.IsPrint(r) || unicode.IsSpace(r) {
			t.prints[i] = t.prints[i+2] + 1
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) || utf16.IsSurrogate(r) {
			t.letter[i] = 0
		}
	}
	return t
}

// at reports whether n characters that print stand at an offset, one of them a letter or a digit.
func (t texts) at(i, n int) bool {
	return i < len(t.prints) && int(t.prints[i]) >= n && int(t.letter[i]) < n
}
