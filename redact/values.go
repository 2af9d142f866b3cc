package redact

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// values are what is masked also where it stands within a longer text, that nobody may have recognised as personal data: a name in a
// remark, a phone number in a page header. Only values that tell somebody by themselves are among them.
type values struct {
	kinds  map[string]string        // detector IDs by value
	sizes  map[[headSize]byte][]int // how long the values are that begin so, in bytes, the longest first
	filter [1 << 12]uint64          // bits of the heads, so that most of a text is passed over quickly
}

const headSize = 6 // bytes: two kanji, six digits

// telling reports whether a text of a kind is unlike anything else: a full name, or long enough and with a digit or an at sign.
func telling(kind, text string) bool {
	n := utf8.RuneCountInString(text)
	if kind == "name" {
		return n >= 3 && len(text) > headSize
	}
	return n >= 6 && strings.ContainsAny(text, "0123456789@０１２３４５６７８９＠")
}

// add enters a value with the ways in which it is spelt.
func (v *values) add(kind, text string) {
	if !telling(kind, text) {
		return
	}
	v.enter(kind, text)
	switch kind {
	case "name":
		given := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '　' })
		for _, between := range []string{"", " ", "　"} {
			if spelt := strings.Join(given, between); len(given) > 1 && telling(kind, spelt) {
				v.enter(kind, spelt)
			}
		}
	case "phone":
		if digits := strings.ReplaceAll(text, "-", ""); len(digits) >= 10 {
			v.enter(kind, digits)
		}
	}
}

func (v *values) enter(kind, text string) {
	if v.kinds == nil {
		v.kinds, v.sizes = map[string]string{}, map[[headSize]byte][]int{}
	}
	if v.kinds[text] != "" {
		return
	}
	v.kinds[strings.Clone(text)] = kind
	head := [headSize]byte([]byte(text[:headSize]))
	sizes := v.sizes[head]
	if i, known := slices.BinarySearchFunc(sizes, len(text), func(a, b int) int { return b - a }); !known {
		v.sizes[head] = slices.Insert(sizes, i, len(text))
	}
	bit := bitOf(text)
	v.filter[bit>>6] |= 1 << (bit & 63)
}

// bitOf hashes the first bytes of a text, of which there are at least headSize.
func bitOf(text string) uint32 {
	a := uint32(text[0]) | uint32(text[1])<<8 | uint32(text[2])<<16
	b := uint32(text[3]) | uint32(text[4])<<8 | uint32(text[5])<<16
	return (a*0x9E3779B1 ^ b*0x85EBCA77) >> 14
}

// find appends the spans of a text that are values, but for those that spared says.
func (v *values) find(spans []span, text string, spared func(string) bool) []span {
	if len(v.kinds) == 0 {
		return spans
	}
	for at := 0; at+headSize <= len(text); at++ {
		bit := bitOf(text[at:])
		if v.filter[bit>>6]&(1<<(bit&63)) == 0 {
			continue
		}
		for _, size := range v.sizes[[headSize]byte([]byte(text[at:at+headSize]))] {
			if at+size > len(text) || !stands(text, at, at+size) {
				continue
			}
			value := text[at : at+size]
			if kind := v.kinds[value]; kind != "" && !spared(value) {
				spans = append(spans, span{at, at + size, kind})
				at += size - 1
				break
			}
		}
	}
	return spans
}

// stands reports whether a value stands by itself there: it is no part of a longer number or word of Latin letters.
func stands(text string, start, end int) bool {
	return !(start > 0 && goOn(text[start-1], text[start])) && !(end < len(text) && goOn(text[end-1], text[end]))
}

// goOn reports whether two characters belong to one number or word.
func goOn(a, b byte) bool { return digit(a) && digit(b) || letter(a) && letter(b) }

func digit(c byte) bool  { return c >= '0' && c <= '9' }
func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
