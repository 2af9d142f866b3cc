// Package residue searches the bytes of a cleaned copy for what was taken out of it: the third lock. It knows nothing of the
// readers that made the copy. It opens containers with the standard library alone, takes markup apart by its angle brackets, and
// compares folded text by fingerprints, since there may be millions of them.
//
// What it can't tell apart from the vocabulary of file formats it leaves to the second look: texts of fewer than four characters
// (two for a name), numbers of fewer than seven digits, and single ASCII words unless they stand alone in a text.
package residue

import (
	"cmp"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/internal/ja"
)

const (
	piece     = 32 // runes of a fingerprint; longer texts are cut into pieces
	leastText = 4  // runes
	leastName = 2
	leastNum  = 7  // digits of a number that is searched for in texts
	bigNum    = 10 // digits of a number that is searched for everywhere
	leastCode = 8  // runes of an ASCII text that is searched for everywhere
)

// A class says where a fingerprint counts.
type class uint8

const (
	anywhere class = iota
	inText         // in texts, not in the attributes of markup, which are full of coordinates
	alone          // only as a whole text
)

// A print is the fingerprint of a piece of removed text. Two words a text: there may be millions.
type print struct {
	key  uint64 // the first four runes, or fewer
	rest uint64 // hash of the piece, its length and its class
}

func (p print) len() int     { return int(p.rest >> 2 & 63) }
func (p print) class() class { return class(p.rest & 3) }

// A Set is the texts that must be gone. Fill it with Add, then Freeze it.
type Set struct {
	prints []print   // sorted, once the set is frozen
	added  [][]print // before that, in blocks: one slice would be copied each time it grows
	bloom  []uint64
	short  map[uint64]bool // keys of prints of two and three runes
	buf    []byte
	runes  []uint16
}

// Add notes a text that was taken out. Name says that it is somebody's name, which counts from two characters on.
func (s *Set) Add(text string, name bool) { s.AddIf(text, func() bool { return name }) }

// AddIf is [Set.Add], and asks whether the text is a name only where it matters.
func (s *Set) AddIf(text string, name func() bool) {
	if vocabulary(text) {
		return
	}
	c, ok := s.fold(text)
	if !ok {
		return
	}
	least := leastText
	if n := len(s.runes); n < leastText && n >= leastName && name() {
		least = leastName
	}
	for r := s.runes; len(r) >= least; {
		n := min(len(r), piece)
		if len(r)-n < leastCode { // no stub
			n = min(len(r), piece+leastCode)
		}
		s.add(newPrint(r[:n], c))
		r = r[n:]
		least, c = leastCode, min(c, inText)
	}
}

// fold leaves a text in s.runes as it is hashed, and returns its class.
func (s *Set) fold(text string) (class, bool) {
	if runes, ok := ja.Units(s.runes[:0], text); ok {
		s.runes = runes
		return classOf(s.runes)
	}
	s.buf = ja.Fold(s.buf[:0], text)
	s.runes = appendRunes(s.runes[:0], s.buf)
	return classOf(s.buf)
}

// The first block is small, since most files hold little.
const leastBlock, mostBlock = 64, 1 << 14 // prints

func (s *Set) add(p print) {
	last := len(s.added) - 1
	if last < 0 || len(s.added[last]) == cap(s.added[last]) {
		size := leastBlock
		if last >= 0 {
			size = min(2*cap(s.added[last]), mostBlock)
		}
		s.added = append(s.added, make([]print, 0, size))
		last++
	}
	s.added[last] = append(s.added[last], p)
}

// vocabulary reports whether a text is a name of the formats themselves: every copy is full of them.
func vocabulary(text string) bool {
	if len(text) == 0 {
		return false
	}
	switch text[0] {
	case 'h', 'u', 'a':
		for _, p := range [...]string{"http://schemas.", "http://www.w3.org/", "http://purl.oclc.org/", "http://purl.org/dc/", "urn:schemas-", "application/vnd."} {
			if strings.HasPrefix(text, p) {
				return true
			}
		}
	}
	if strings.HasSuffix(text, "()") || pdfDate(text) {
		return true
	}
	const signed = "?ContentType=application/"
	return len(text) >= len(signed) && (strings.Contains(text, signed) || isGUID(text))
}

// isGUID recognises {8-4-4-4-12} and the same without braces: names of views, styles and relations.
func isGUID(text string) bool {
	if len(text) < 36 {
		return false
	}
	text = strings.Trim(text, "{}")
	return len(text) == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && strings.Trim(text, "0123456789abcdefABCDEF-") == ""
}

// pdfDate reports whether a text is a date as PDF spells it (ISO 32000-2, 7.9.4): the same moment stands in many entries.
func pdfDate(text string) bool {
	digits, ok := strings.CutPrefix(text, "D:")
	return ok && len(digits) >= 8 && strings.Trim(digits[:8], "0123456789") == ""
}

// classOf tells from a folded text, in bytes or units, where it can be searched for, if anywhere.
func classOf[T byte | uint16](folded []T) (class, bool) {
	digits, letters := 0, 0
	for _, b := range folded {
		switch {
		case b >= utf8.RuneSelf:
			return anywhere, true
		case b >= '0' && b <= '9':
			digits++
		case b >= 'a' && b <= 'z':
			letters++
		}
	}
	switch {
	case letters == 0 && digits < leastNum:
		return 0, false
	case letters == 0 && digits < bigNum:
		return inText, true
	case letters == 0:
		return anywhere, true
	case letters == len(folded), len(folded) < leastCode, isIdentifier(folded):
		return alone, true
	}
	return anywhere, true
}

// isIdentifier recognises names as programs give them to tables, queries and ranges: one word of letters, digits, dots and
// underscores. Parts that stay refer to things by such names.
func isIdentifier[T byte | uint16](folded []T) bool {
	if folded[0] >= '0' && folded[0] <= '9' {
		return false
	}
	for _, b := range folded {
		if (b < 'a' || b > 'z') && (b < '0' || b > '9') && b != '_' && b != '.' {
			return false
		}
	}
	return true
}

// appendRunes turns folded UTF-8 into units for hashing. Runes beyond the basic plane lose their upper bits, on both sides alike.
func appendRunes(dst []uint16, folded []byte) []uint16 {
	for i := 0; i < len(folded); {
		if b := folded[i]; b < utf8.RuneSelf {
			dst = append(dst, uint16(b))
			i++
			continue
		}
		r, n := utf8.DecodeRune(folded[i:])
		dst = append(dst, uint16(r))
		i += n
	}
	return dst
}

func newPrint(r []uint16, c class) print {
	return print{key: keyOf(r), rest: hash(r)<<8 | uint64(len(r))<<2 | uint64(c)}
}

// keyOf packs the first runes of r, at most four.
func keyOf(r []uint16) uint64 {
	var k uint64
	for _, u := range r[:min(len(r), 4)] {
		k = k<<16 | uint64(u)
	}
	return k
}

// hash takes four units at a time.
func hash(r []uint16) uint64 {
	h := uint64(14695981039346656037)
	for ; len(r) >= 4; r = r[4:] {
		h = mix(h, uint64(r[0])|uint64(r[1])<<16|uint64(r[2])<<32|uint64(r[3])<<48)
	}
	for _, u := range r {
		h = mix(h, uint64(u))
	}
	return h
}

func mix(h, v uint64) uint64 {
	h = (h ^ v) * 0x9E3779B97F4A7C15
	return h ^ h>>32
}

// Freeze sorts the set and makes it ready for searching.
func (s *Set) Freeze() {
	if len(s.added) > 0 {
		s.prints = slices.Concat(append(s.added, s.prints)...)
		s.added = nil
	}
	sortPrints(s.prints)
	s.prints = slices.Compact(s.prints)
	bits := uint64(1 << 12)
	for bits < uint64(len(s.prints))*16 {
		bits *= 2
	}
	s.bloom = make([]uint64, bits/64)
	s.short = map[uint64]bool{}
	for _, p := range s.prints {
		if p.len() < 4 {
			s.short[p.key] = true
			continue
		}
		i := s.slot(p.key)
		s.bloom[i/64] |= 1 << (i % 64)
	}
}

func (s *Set) slot(key uint64) uint64 {
	return key * 0x9E3779B97F4A7C15 >> 20 & (uint64(len(s.bloom))*64 - 1)
}

// Len returns how many fingerprints the set holds.
func (s *Set) Len() int { return len(s.prints) }

// A texture says what kind of text is searched.
type texture uint8

const (
	body  texture = iota // between two tags
	value                // of an attribute
	line                 // of a text without markup, where a word alone is one between separators
	raw                  // found in bytes of an unknown kind
	seen                 // what a reader sees: a word of it may stand in a run of its own
)

// find reports every print that begins at r[i], by its index.
func (s *Set) find(r []uint16, i int, tx texture, fn func(print int)) {
	left := len(r) - i
	if left >= 4 {
		key := keyOf(r[i:])
		if b := s.slot(key); s.bloom[b/64]&(1<<(b%64)) != 0 {
			s.match(r, i, key, tx, fn)
		}
	}
	if len(s.short) == 0 {
		return
	}
	for n := 2; n <= min(left, 3); n++ {
		if key := keyOf(r[i : i+n]); s.short[key] {
			s.match(r, i, key, tx, fn)
		}
	}
}

func (s *Set) match(r []uint16, i int, key uint64, tx texture, fn func(print int)) {
	at, ok := slices.BinarySearchFunc(s.prints, key, func(p print, k uint64) int { return cmp.Compare(p.key, k) })
	for ; ok && at < len(s.prints) && s.prints[at].key == key; at++ {
		p := s.prints[at]
		n := p.len()
		if i+n > len(r) || !p.class().counts(tx) || hash(r[i:i+n])<<8 != p.rest&^255 {
			continue
		}
		if p.class() == alone && tx != seen && !standsAlone(r, i, n, tx == line) || isDigit(r, i) && (isDigit(r, i-1) || isDigit(r, i+n) && isDigit(r, i+n-1)) {
			continue
		}
		fn(at)
	}
}

// counts reports whether prints of the class are looked for in such a text.
func (c class) counts(tx texture) bool {
	switch tx {
	case value:
		return c == anywhere
	case raw:
		return c != alone
	}
	return true
}

func standsAlone(r []uint16, i, n int, plain bool) bool {
	if !plain {
		return i == 0 && n == len(r)
	}
	return !isWord(r, i-1) && !isWord(r, i+n)
}

func isDigit(r []uint16, i int) bool { return i >= 0 && i < len(r) && r[i] >= '0' && r[i] <= '9' }

func isWord(r []uint16, i int) bool {
	return i >= 0 && i < len(r) && (r[i] >= 'a' && r[i] <= 'z' || isDigit(r, i) || r[i] >= 0x80)
}

// Excuse drops from hits the prints that stand in text, which a reader sees in the copy as before.
func (s *Set) Excuse(hits map[int]string, text string) {
	s.buf = ja.Fold(s.buf[:0], text)
	s.runes = appendRunes(s.runes[:0], s.buf)
	for i := range s.runes {
		s.find(s.runes, i, seen, func(p int) { delete(hits, p) })
	}
}

// In reports whether one of the texts stands in text, which a reader sees. The set has to be frozen.
func (s *Set) In(text string) bool {
	if len(s.prints) == 0 {
		return false
	}
	s.buf = ja.Fold(s.buf[:0], text)
	s.runes = appendRunes(s.runes[:0], s.buf)
	found := false
	for i := range s.runes {
		s.find(s.runes, i, seen, func(int) { found = true })
	}
	return found
}

// Size returns how many bytes Append adds.
func (s *Set) Size() int { return len(s.prints) * printBytes }

// Append appends a frozen set to dst in a form that SetBytes reads, and returns the extended slice.
func (s *Set) Append(dst []byte) []byte {
	dst = slices.Grow(dst, s.Size())
	for _, p := range s.prints {
		dst = binary.LittleEndian.AppendUint64(dst, p.key)
		dst = binary.LittleEndian.AppendUint64(dst, p.rest)
	}
	return dst
}

// SetBytes replaces the set by what Append appended, and freezes it. It keeps nothing of b.
func (s *Set) SetBytes(b []byte) error {
	if len(b)%printBytes != 0 {
		return errors.New("residue: a set is cut off")
	}
	*s = Set{prints: make([]print, 0, len(b)/printBytes)}
	for ; len(b) > 0; b = b[printBytes:] {
		s.prints = append(s.prints, print{binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[8:])})
	}
	s.Freeze()
	return nil
}
