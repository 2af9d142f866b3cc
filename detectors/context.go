package detectors

import (
	"slices"
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
type wordFlag uint8

const (
	officeBefore wordFlag = 1 << iota // what follows is the contact of an organisation
	officeAfter                       // so is what stands before it on the line: (代表)
	exampleNear                       // the line shows an example
	accountKind                       // 普通, 当座
	bankNear                          // a bank or branch
	strongOffice                      // officeBefore, also as a label of its own
	cardNear                          // a payment card
)

// A wordIndex finds the context words of a set in a text, by their first characters.
type wordIndex struct {
	start dict.Runes
	by    map[rune][]*contextWord
}

// newWordIndex gathers the words of the detectors and those of offices and examples.
func newWordIndex(s *Set) *wordIndex {
	x := &wordIndex{by: map[rune][]*contextWord{}}
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
		officeBefore: officeWords, officeAfter: officeMarks, exampleNear: exampleWords, accountKind: {"普通", "当座", "(普)", "(当)"}, bankNear: bankWords, strongOffice: officeLabels, cardNear: cardWords,
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
	r := firstRune(text)
	for _, w := range x.by[r] {
		if w.text == text {
			return w
		}
	}
	w := &contextWord{text: text, because: "word " + text + " before it"}
	x.start.Add(r)
	x.by[r] = append(x.by[r], w)
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
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = firstRune(s[i:]), runeLength(s[i])
		}
		if x.start.Has(r) {
			for _, w := range x.by[r] {
				if strings.HasPrefix(s[i:], w.text) {
					dst = append(dst, wordAt{i, w})
				}
			}
		}
		i += n
	}
	return dst
}

// context returns the context words of the text that begin in s[from:to]. They are looked for once, when first asked for.
func (t *textState) context(from, to int) []wordAt {
	if !t.wordsDone {
		t.wordsDone = true
		t.words = t.set.words.find(t.words[:0], t.s)
	}
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
	for _, w := range t.context(from, to) {
		if w.flags&flag != 0 {
			return true
		}
	}
	return false
}
