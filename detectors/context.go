package detectors

import (
	"slices"
	"strings"
	"unicode/utf8"
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
type wordFlag uint8

const (
	officeBefore wordFlag = 1 << iota // what follows is the contact of an organisation
	officeAfter                       // so is what stands before it on the line: (代表)
	exampleNear                       // the line shows an example
	accountKind                       // 普通, 当座
	bankNear                          // a bank or branch
	strongOffice                      // officeBefore, also as a label of its own
	cardNear                          // a payment card
	illnessNear                       // one of the terms of sensitive
)

// A wordIndex finds the context words of a set in a text, by their first characters.
type wordIndex struct {
	page [0x10000]uint16 // by first character: 1 + an index into by, or 0
	by   [][]*contextWord
}

// newWordIndex gathers the words of the detectors and those of offices and examples.
func newWordIndex(s *Set) *wordIndex {
	x := &wordIndex{}
	for i, k := range s.byBit {
		for _, w := range k.words {
			x.word(w).speaks |= 1 << i
			x.word(w).wakes |= 1 << i
		}
		for _, w := range k.against {
			x.word(w).against |= 1 << i
		}
	}
	x.word("保険者番号").wakes |= s.bit("health-insured")
	for flag, words := range map[wordFlag][]string{
		illnessNear: sensitiveTerms.words(), officeBefore: officeWords, officeAfter: officeMarks, exampleNear: exampleWords, accountKind: {"普通", "当座", "(普)", "(当)"}, bankNear: bankWords, strongOffice: officeLabels, cardNear: cardWords,
	} {
		for _, w := range words {
			x.word(w).flags |= flag
			switch flag {
			case accountKind:
				x.word(w).wakes |= s.bit("bank-account")
			case cardNear:
				x.word(w).wakes |= s.bit("card-expiry")
			}
		}
	}
	return x
}

// word returns the entry of a word, which it makes.
func (x *wordIndex) word(text string) *contextWord {
	at := &x.page[firstRune(text)&0xFFFF]
	if *at == 0 {
		x.by = append(x.by, nil)
		*at = uint16(len(x.by))
	}
	list := &x.by[*at-1]
	for _, w := range *list {
		if w.text == text {
			return w
		}
	}
	w := &contextWord{text: text, because: "word " + text + " before it"}
	*list = append(*list, w)
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
	for b := bytesOf(s); len(b) > 0; {
		r, n := uint16(b[0]), 1
		switch {
		case r < utf8.RuneSelf:
		case len(b) > 3 && r >= 0xE0 && r < 0xF0:
			r, n = bmp(b), 3
		default:
			r, n = uint16(firstRune(text(b))), min(runeLength(b[0]), len(b))
		}
		if at := x.page[r]; at != 0 {
			for _, w := range x.by[at-1] {
				if strings.HasPrefix(text(b), w.text) {
					dst = append(dst, wordAt{len(s) - len(b), w})
				}
			}
		}
		b = b[n:]
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
	a, _ := slices.BinarySearchFunc(t.words, from, wordBegins)
	b := a
	for b < len(t.words) && t.words[b].start < to {
		b++
	}
	return t.words[a:b]
}

func wordBegins(w wordAt, at int) int { return w.start - at }

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
