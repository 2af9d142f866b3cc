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

import "unicode/utf8"

// Fold appends to dst what s compares as, and returns the extended slice.
//
// It folds like [Folded.Fold], lowers A to Z, and drops spaces, tabs and line breaks, so a name with and without its space, or
// split over two lines, is one. The long vowel mark ー becomes "-" only between two digits. Hiragana and katakana stay apart.
func Fold(dst []byte, s string) []byte {
	t := tables()
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			i++
			if c > ' ' && c != 0x7F {
				dst = append(dst, lower(c))
			}
			continue
		}
		r, n := decode(s, i)
		if r < 0x10000 && t.page[r] == 0 && r != 'ー' {
			dst = append(dst, s[i:i+n]...)
			i += n
			continue
		}
		to, used, back := t.fold(dst, s, i, r, n)
		i += used
		dst = dst[:len(dst)-back]
		for j := range len(to) {
			if to[j] > ' ' {
				dst = append(dst, lower(to[j]))
			}
		}
	}
	return dst
}

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

// lower lowers an ASCII letter.
func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
