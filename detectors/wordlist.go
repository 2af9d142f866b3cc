package detectors

import (
	"slices"
	"strings"
	"sync/atomic"
	"unicode/utf8"
	"unsafe"
)

// A wordList finds which of its words a text begins with, ends in, or holds. It is sorted when it is first asked: there are a hundred lists,
// and a program that only starts a worker needs none.
type wordList struct {
	text   string   // the words, separated by space
	list   []string // or one by one
	sorted atomic.Pointer[sortedWords]
}

// listOf makes a list of the words that space separates. Of two that fit the one given earlier is found.
func listOf(words string) *wordList { return &wordList{text: words} }

// newWordList makes a list of words, none empty.
func newWordList(words ...string) *wordList { return &wordList{list: words} }

// get returns the sorted words.
func (l *wordList) get() *sortedWords {
	if w := l.sorted.Load(); w != nil {
		return w
	}
	return l.sort()
}

func (l *wordList) sort() *sortedWords {
	words := l.list
	if words == nil {
		words = strings.Fields(l.text)
	}
	w := newSortedWords(words)
	l.sorted.Store(w)
	return w
}

// words returns the words of the list, in no order.
func (l *wordList) words() []string { return slices.Concat(l.get().first[:]...) }

// sortedWords are words in buckets by their first and last characters; a bit for each first and last character answers most texts before
// that.
type sortedWords struct {
	first        [64][]string
	starts, ends [64]uint64
	last, pairs  [64][]listed // by the last character those of one, by the last two the others
	pairEnds     [16]uint64   // bits for the last two
}

func newSortedWords(words []string) *sortedWords {
	l := new(sortedWords)
	for i, w := range words {
		f, b := firstBucket(w), startBit(w)
		l.starts[b>>6] |= 1 << (b & 63)
		b = endBit(w)
		l.ends[b>>6] |= 1 << (b & 63)
		l.first[f] = append(l.first[f], w)
		if len(w) < 6 {
			e := lastBucket(w)
			l.last[e] = append(l.last[e], listed{w, i})
		} else {
			e := pairSum(w)
			l.pairEnds[e>>6] |= 1 << (e & 63)
			l.pairs[e&63] = append(l.pairs[e&63], listed{w, i})
		}
	}
	return l
}

// A listed word knows its place in the list.
type listed struct {
	word string
	at   int
}

// startBit returns the bit of the first character of s: the low twelve bits of one that takes three bytes, or the first byte.
func startBit(s string) uint16 {
	if s[0] < utf8.RuneSelf || len(s) < 3 {
		return uint16(s[0])
	}
	return uint16(s[1]&0x3F)<<6 | uint16(s[2]&0x3F)
}

// endBit is startBit for the last character.
func endBit(s string) uint16 {
	n := len(s)
	if s[n-1] < utf8.RuneSelf || n < 3 {
		return uint16(s[n-1])
	}
	return uint16(s[n-2]&0x3F)<<6 | uint16(s[n-1]&0x3F)
}

// may reports whether one of the words may stand at the beginning of s, which is not empty.
func (l *wordList) may(s string) bool { return l.get().may(s) }

func (l *sortedWords) may(s string) bool {
	b := startBit(s)
	return l.starts[b>>6&63]&(1<<(b&63)) != 0
}

func firstBucket(s string) uint8 {
	if s[0] < utf8.RuneSelf || len(s) < 3 {
		return s[0] & 63
	}
	return (s[1]*5 + s[2]) & 63
}

func lastBucket(s string) uint8 {
	n := len(s)
	if s[n-1] < utf8.RuneSelf || n < 3 {
		return s[n-1] & 63
	}
	return (s[n-2]*5 + s[n-1]) & 63
}

// pairSum sums the last two characters, which take three bytes each in most words.
func pairSum(s string) uint16 {
	n := len(s)
	return (uint16(s[n-5])*3 + uint16(s[n-4])*7 + uint16(s[n-2])*133 + uint16(s[n-1])) & 0x3FF
}

// prefix returns the word that s begins with, or "".
func (l *wordList) prefix(s string) string {
	if s == "" {
		return ""
	}
	if w := l.get(); w.may(s) {
		return w.begin(s)
	}
	return ""
}

// begin is prefix for what may returned true.
func (l *wordList) begin(s string) string { return l.get().begin(s) }

func (l *sortedWords) begin(s string) string {
	for _, w := range l.first[firstBucket(s)] {
		if strings.HasPrefix(s, w) {
			return w
		}
	}
	return ""
}

// suffix returns the word that s ends in, or "".
func (l *wordList) suffix(s string) string {
	if s == "" {
		return ""
	}
	return l.get().suffix(s)
}

func (l *sortedWords) suffix(s string) string {
	if b := endBit(s); l.ends[b>>6&63]&(1<<(b&63)) == 0 {
		return ""
	}
	var found listed
	if len(s) >= 6 {
		if e := pairSum(s); l.pairEnds[e>>6]>>(e&63)&1 != 0 {
			found = suffixOf(s, l.pairs[e&63])
		}
	}
	if short := suffixOf(s, l.last[lastBucket(s)]); short.word != "" && (found.word == "" || short.at < found.at) {
		return short.word
	}
	return found.word
}

// suffixOf returns the first of words that s ends in.
func suffixOf(s string, words []listed) listed {
	for _, w := range words {
		if strings.HasSuffix(s, w.word) {
			return w
		}
	}
	return listed{}
}

// has reports whether s is one of the words.
func (l *wordList) has(s string) bool {
	if s == "" {
		return false
	}
	words := l.get()
	if !words.may(s) {
		return false
	}
	for _, w := range words.first[firstBucket(s)] {
		if s == w {
			return true
		}
	}
	return false
}

// in reports whether one of the words stands in s.
func (l *wordList) in(s string) bool {
	words := l.get()
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if words.starts[c>>6]>>(c&63)&1 == 0 {
				for i++; i < len(s) && s[i] < utf8.RuneSelf && words.starts[s[i]>>6]>>(s[i]&63)&1 == 0; i++ {
				}
				continue
			}
		} else if !words.may(s[i:]) {
			i += runeLength(c)
			continue
		}
		if words.begin(s[i:]) != "" {
			return true
		}
		i += runeLength(c)
	}
	return false
}

// runeLength returns the length of the rune that begins with byte c; 1 for what begins none.
func runeLength(c byte) int {
	switch {
	case c < 0xC0:
		return 1
	case c < 0xE0:
		return 2
	case c < 0xF0:
		return 3
	}
	return 4
}

// bytesOf is s as bytes, which must not be changed.
func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// threeBytes returns the rune of the three lowest bytes of w.
func threeBytes(w uint64) uint16 { return uint16(w&0xF<<12 | w>>2&0xFC0 | w>>16&0x3F) }

// threeAt returns the rune at s[i:], which takes three bytes.
func threeAt(s string, i int) uint16 {
	return uint16(s[i]&0xF)<<12 | uint16(s[i+1]&0x3F)<<6 | uint16(s[i+2]&0x3F)
}

// firstRune returns the first rune of s, which is nearly always one of three bytes.
func firstRune(s string) rune {
	if len(s) > 2 && s[0] >= 0xE0 && s[0] < 0xF0 {
		return rune(s[0]&0xF)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F)
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// decode returns the first rune of s and its length, like utf8.DecodeRuneInString.
func decode(s string) (rune, int) {
	if len(s) > 2 && s[0] >= 0xE1 && s[0] < 0xED && s[1]&0xC0 == 0x80 && s[2]&0xC0 == 0x80 {
		return rune(s[0]&0xF)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(s)
}

// lastRune returns the last rune of s.
func lastRune(s string) rune {
	if n := len(s); n > 2 && s[n-1]&0xC0 == 0x80 && s[n-3] >= 0xE0 && s[n-3] < 0xF0 {
		return rune(s[n-3]&0xF)<<12 | rune(s[n-2]&0x3F)<<6 | rune(s[n-1]&0x3F)
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
