// Package ja folds Japanese text so that spellings of one value meet: widths, hyphens, spaces, compatibility characters and
// the few kanji variants that occur in names.
//
// Three folds are offered, each a superset of the one before:
//
//   - [Folded.Fold] is for reading. It narrows full-width ASCII, widens and composes half-width katakana, unifies hyphens to "-"
//     and spaces to " ", spells compatibility characters out (㈱ → (株), ℡ → TEL, ㍻ → 平成, ① → 1), maps kanji variants
//     (髙 → 高, 﨑 → 崎) and drops characters of no width. Lines, tabs and case stay. It keeps the way back to the original
//     offsets.
//   - [Fold] is for comparing. It also lowers ASCII letters and drops every space, tab and line break.
//   - [Label] is for heads and form labels. It also drops colons, marks of required fields, leading numbers and brackets.
//
// golang.org/x/text is not used for this: NFKC folds neither − ― ‐ ー nor 髙 﨑, and runs at a tenth of the speed.
package ja

import (
	"iter"
	"slices"
	"unicode/utf8"
)

// Fold appends to dst what s compares as, and returns the extended slice.
//
// It folds like [Folded.Fold], lowers A to Z, and drops spaces, tabs and line breaks, so a name with and without its space, or
// split over two lines, is one. The long vowel mark ー becomes "-" only between two digits. Hiragana and katakana stay apart.
func Fold(dst []byte, s string) []byte {
	t := tables()
	from := 0 // of what stays as it is and was not yet copied
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf && c > ' ' && compares[c] == c {
			i++
			continue
		}
		if i+2 < len(s) && 0xE1 <= c && c < 0xED && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80 {
			r := rune(c&0xF)<<12 | rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F)
			if t.page[r] == 0 && r != 'ー' {
				i += 3
				continue
			}
		}
		dst = append(dst, s[from:i]...)
		dst, i = t.compare(dst, s, i)
		from = i
	}
	return append(dst, s[from:]...)
}

// Units appends to dst the code units of what s compares as, in one step. It is false, and dst of no use, for a text that has more than
// ASCII, spaces, and characters of up to three bytes that stay as they are; such a text is for [Fold].
func Units(dst []uint16, s string) ([]uint16, bool) {
	t := tables()
	n := len(dst)
	to := slices.Grow(dst, len(s))[:n+len(s)] // no character makes more units than it has bytes
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if to[n] = uint16(compares[c]); to[n] != 0 {
				n++
			}
			i++
			continue
		}
		if i+2 >= len(s) || c < 0xE1 || c >= 0xED || s[i+1]&0xC0 != 0x80 || s[i+2]&0xC0 != 0x80 {
			return nil, false
		}
		r := uint16(c&0xF)<<12 | uint16(s[i+1]&0x3F)<<6 | uint16(s[i+2]&0x3F)
		switch {
		case r == '　':
		case t.page[r] != 0, r == 'ー' && n > 0 && to[n-1] <= '9':
			return nil, false
		default:
			to[n] = r
			n++
		}
		i += 3
	}
	return to[:n], true
}

// compare appends what the character at i compares as, and returns where the next one begins.
func (t *table) compare(dst []byte, s string, i int) ([]byte, int) {
	if c := s[i]; c < utf8.RuneSelf {
		if to := compares[c]; to != 0 {
			dst = append(dst, to)
		}
		return dst, i + 1
	}
	r, n := decode(s, i)
	if r < 0x10000 && t.page[r] == 0 && r != 'ー' {
		return append(dst, s[i:i+n]...), i + n
	}
	to, used, back := t.fold(dst, s, i, r, n)
	dst = dst[:len(dst)-back]
	for j := range len(to) {
		if to[j] > ' ' {
			dst = append(dst, lower(to[j]))
		}
	}
	return dst, i + used
}

// compares says what an ASCII character compares as; 0 is nothing.
var compares = func() (t [utf8.RuneSelf]byte) {
	for c := byte(' ') + 1; c < 0x7F; c++ {
		t[c] = lower(c)
	}
	return t
}()

// NeedsFold reports whether [Folded.Fold] changes the rune r wherever it stands. It is one look-up. The long vowel mark ー, which
// changes only between two digits, is not counted.
func NeedsFold(r rune) bool {
	if r < 0x80 {
		return false
	}
	if r < 0x10000 {
		return tables().page[r] != 0
	}
	_, ok := tables().astral(r)
	return ok
}

// Folding yields the runes of the Basic Multilingual Plane for which [NeedsFold] is true.
func Folding() iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for r, k := range &tables().page {
			if k != 0 && r >= utf8.RuneSelf && !yield(rune(r)) {
				return
			}
		}
	}
}

// lower lowers an ASCII letter.
func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
