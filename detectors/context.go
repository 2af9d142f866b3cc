package detectors

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// A contextWord is a word that says something about the values near it.
type contextWord struct {
	text    string
	speaks  uint64 // bits of the detectors that it speaks for
	against uint64 // and of those it speaks against
	flags   wordFlag
	wakes   uint64 // bits of the detectors that a text with it may interest
	because string // "word 携帯 before it"
}

// What else a word says.
type wordFlag uint16

const (
	officeBefore wordFlag = 1 << iota // what follows is the contact of an organisation
	officeAfter                       // so is what stands before it on the line: (代表)
	exampleNear                       // the line shows an example
	accountKind                       // 普通, 当座
	bankNear                          // a bank or branch
	strongOffice                      // officeBefore, also as a label of its own
	cardNear                          // a payment card
	illnessNear                       // one of the terms of sensitive
	insuredNear                       // somebody insured, or looked after by one
	logInNear                         // a log-in
	patientNear                       // a patient, or a candidate in an examination
)

// A wordIndex finds the context words of a set in a text. A filter turns most places away; then words are looked for by their first character
// and compared by eight bytes at once.
type wordIndex struct {
	quiet  [256]bool            // ASCII characters that no word begins with
	filter wordFilter           // of the others
	first  dict.Runes           // what words begin with
	before [0x10000 / 64]uint16 // how many bits of first are set before those of a word of it
	by     [][]indexedWord      // by first character, in order
	heads  map[rune][]*contextWord
}

// A wordFilter tells by the first six bytes of a text, in Japanese two characters, whether a word may stand there: by the low bits of the first
// character, bits for the low bits of the sixth byte. Shorter words set all of them.
type wordFilter [1 << 12]uint32

// add enters a word of so many bytes that begins with those of w.
func (f *wordFilter) add(w uint64, size int) {
	i := w>>2&0xFC0 | w>>16&0x3F
	if f[i] |= 1 << (w >> 40 & 31); size < 6 {
		f[i] = ^uint32(0)
	}
}

// bit returns 1 in the lowest bit if a word may begin with the bytes of w.
func (f *wordFilter) bit(w uint64) uint32 {
	return f[w>>2&0xFC0|w>>16&0x3F] >> (w >> 40 & 31)
}

// An indexedWord is a word and its first eight bytes, or all of them with a mask when there are fewer.
type indexedWord struct {
	bytes, mask uint64
	*contextWord
}

// newWordIndex gathers the words of the detectors and those of offices and examples.
func newWordIndex(s *Set) *wordIndex {
	x := &wordIndex{heads: map[rune][]*contextWord{}}
	for i, k := range s.byBit {
		for _, w := range k.words {
			x.word(w).speaks |= 1 << i
			x.word(w).wakes |= 1 << i
		}
		for _, w := range k.against {
			x.word(w).against |= 1 << i
		}
	}
	for flag, words := range map[wordFlag][]string{
		illnessNear: sensitiveWords(), officeBefore: officeWords, officeAfter: officeMarks, exampleNear: exampleWords, accountKind: {"普通", "当座", "(普)", "(当)"}, bankNear: bankWords, strongOffice: officeLabels, cardNear: cardWords, insuredNear: insuredWords, patientNear: patientWords, logInNear: logWords.words(),
	} {
		for _, w := range words {
			x.word(w).flags |= flag
			switch flag {
			case accountKind:
				x.word(w).wakes |= s.bit("bank-account")
			case cardNear:
				x.word(w).wakes |= s.bit("card-expiry")
			case patientNear:
				x.word(w).wakes |= s.bit("patient-id")
			case insuredNear:
				x.word(w).wakes |= s.bit("health-insured")
			}
		}
	}
	x.index()
	return x
}

// index sorts the words by their first characters.
func (x *wordIndex) index() {
	for r := range x.heads {
		x.first[r>>6] |= 1 << (r & 63)
	}
	for c := range utf8.RuneSelf {
		x.quiet[c] = x.first[c>>6]&(1<<(c&63)) == 0
	}
	x.by = make([][]indexedWord, 0, len(x.heads))
	for i, set := range x.first {
		x.before[i] = uint16(len(x.by))
		for ; set != 0; set &= set - 1 {
			words := x.heads[rune(i<<6|bitIndex(set))]
			list := make([]indexedWord, len(words))
			for k, w := range words {
				var buf [8]byte
				n := copy(buf[:], w.text)
				first := binary.LittleEndian.Uint64(buf[:])
				list[k] = indexedWord{first, ^uint64(0) >> (64 - 8*n), w}
				if first&0xF0 == 0xE0 {
					x.filter.add(first, n)
				}
			}
			x.by = append(x.by, list)
		}
	}
	x.heads = nil
}

// word returns the entry of a word, which it makes.
func (x *wordIndex) word(text string) *contextWord {
	r := firstRune(text)
	for _, w := range x.heads[r] {
		if w.text == text {
			return w
		}
	}
	w := &contextWord{text: text, because: "word " + text + " before it"}
	x.heads[r] = append(x.heads[r], w)
	return w
}

// A wordAt is a context word where it stands.
type wordAt struct {
	start int
	*contextWord
}

func (w wordAt) end() int { return w.start + len(w.text) }

// find appends the context words in s, in order.
func (x *wordIndex) find(dst []wordAt, s string) []wordAt {
	b := bytesOf(s)
	for len(b) > 7 {
		w := binary.LittleEndian.Uint64(b) // one load, as long as no byte of b is looked at besides
		r, n := uint16(w&0xFF), 1
		switch {
		case r&0xF0 == 0xE0:
			if plain := x.plainRun(b); plain > 0 {
				b = b[plain:]
				continue
			}
			r, n = threeBytes(w), 3
		case x.quiet[byte(r)]:
			for b = b[1:]; len(b) > 7 && x.quiet[b[0]]; b = b[1:] {
			}
			continue
		case r >= utf8.RuneSelf:
			r, n = uint16(firstRune(text(b))), runeLength(byte(w))
		}
		if x.first[r>>6]>>(r&63)&1 != 0 {
			dst = x.at(dst, s, len(s)-len(b), w, r)
		}
		b = b[n:]
	}
	i := len(s) - len(b)
	for i < len(s) { // the last bytes, with none behind them
		var buf [8]byte
		copy(buf[:], s[i:])
		if r := uint16(firstRune(s[i:])); x.first[r>>6]&(1<<(r&63)) != 0 {
			dst = x.at(dst, s, i, binary.LittleEndian.Uint64(buf[:]), r)
		}
		i += runeLength(s[i])
	}
	return dst
}

// plainRun returns how many bytes of b are characters of three bytes that no word begins with, by a look at two at a time with one branch, which
// is nearly always taken.
func (x *wordIndex) plainRun(b []byte) int {
	n := len(b)
	for len(b) > 10 {
		w, next := binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[3:])
		if uint32(w)&0xF00000F0^0xE00000E0|(x.filter.bit(w)|x.filter.bit(next))&1 != 0 {
			break
		}
		b = b[6:]
	}
	if len(b) > 7 {
		if w := binary.LittleEndian.Uint64(b); uint32(w)&0xF0^0xE0|x.filter.bit(w)&1 == 0 {
			b = b[3:]
		}
	}
	return n - len(b)
}

// at appends the words that begin at s[i:] with character r, where w is the next eight bytes.
func (x *wordIndex) at(dst []wordAt, s string, i int, w uint64, r uint16) []wordAt {
	k := int(x.before[r>>6]) + bits.OnesCount64(x.first[r>>6]&(1<<(r&63)-1))
	list := x.by[k]
	for k := range list {
		if l := &list[k]; w&l.mask == l.bytes && (len(l.text) <= 8 || strings.HasPrefix(s[i:], l.text)) {
			dst = append(dst, wordAt{})
			word := &dst[len(dst)-1]
			word.start, word.contextWord = i, l.contextWord
		}
	}
	return dst
}

// findWords looks for the context words of the text, once, when first asked for, and sums up what they say.
func (t *textState) findWords() {
	if t.wordsDone {
		return
	}
	t.wordsDone, t.wordFlags, t.wordBits = true, 0, 0
	t.words = t.set.words.find(t.words[:0], t.s)
	for _, w := range t.words {
		t.wordFlags |= w.flags
		t.wordBits |= w.speaks | w.against
	}
}

// context returns the context words of the text that begin in s[from:to].
func (t *textState) context(from, to int) []wordAt {
	t.findWords()
	a, high := 0, len(t.words)
	for a < high {
		if mid := int(uint(a+high) >> 1); t.words[mid].start < from {
			a = mid + 1
		} else {
			high = mid
		}
	}
	b := a
	for b < len(t.words) && t.words[b].start < to {
		b++
	}
	return t.words[a:b]
}

// woken returns the bits of the detectors that have a word in the text.
func (t *textState) woken() (wakes uint64) {
	for _, w := range t.context(0, len(t.s)) {
		wakes |= w.wakes
	}
	return wakes
}

// flagged reports whether a word with the flag begins in s[from:to].
func (t *textState) flagged(flag wordFlag, from, to int) bool {
	if t.findWords(); t.wordFlags&flag == 0 {
		return false
	}
	for _, w := range t.context(from, to) {
		if w.flags&flag != 0 {
			return true
		}
	}
	return false
}
