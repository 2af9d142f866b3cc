package detectors

import (
	"strings"
	"sync"
	"unicode/utf8"
	"unsafe"

	"github.com/sumikeshi/sumikeshi/internal/ja"
)

// A textState is what the detectors look at: a text folded for reading, its labels, and the places in it that one pass found worth
// a look. It is used again for the next text, so nothing of it may be kept.
type textState struct {
	set    *Set
	given  string    // as it came
	s      string    // folded; the given text itself when nothing folds
	folded ja.Folded // holds s when folding changed something
	same   bool      // s is the given text

	bit    uint64   // of the detector that is running
	speaks uint64   // bits of the detectors that a label, the column or a field speaks of
	labels []*label // what the labels say, nearest first
	column Column   // the typed column that the text stands in, if Kind or Against is not empty

	numbers  []number
	groups   []group
	digits   []byte // digits that stood as kanji
	kanji    bool   // a number of kanji is being read
	ats      []int  // offsets of @
	places   []int  // offsets behind a character that ends a place name
	titles   []int  // offsets of characters that begin a title such as 様
	segments []span // short words that may be names
	fields   []field
	schemes  []int // offsets of "://"
	digitEnd int   // offset behind the last digit, also a kanji one

	offices     []int // offsets of the words of offices, once asked for
	officesDone bool
	named       bool // a field of the text names a person

	body     span // the text without the space around it
	lastLine span

	out   []Match // found; offsets in s
	cache [64]*label
}

// A span is a range of bytes.
type span struct{ start, end int }

var texts = sync.Pool{New: func() any { return new(textState) }}

// reset prepares t for a text. It reports whether there is anything to look for.
func (t *textState) reset(set *Set, given string, labels []string) bool {
	t.set, t.given, t.s, t.same, t.out = set, given, given, true, t.out[:0]
	t.column, t.speaks, t.offices = Column{}, 0, t.offices[:0]
	t.officesDone, t.named = false, false
	t.labels = t.labels[:0]
	if len(given) == 0 {
		return false
	}
	if !t.lex() {
		t.folded.Fold(given)
		if len(t.folded.Text) == 0 {
			return false
		}
		t.s = unsafe.String(&t.folded.Text[0], len(t.folded.Text)) // valid until the next reset, as is everything in t
		t.same = false
		t.lex()
	}
	t.body.start, t.body.end = trim(t.s, 0, len(t.s))
	for _, l := range labels {
		t.addLabel(l)
	}
	return len(t.labels) > 0 || len(t.numbers) > 0 || len(t.ats) > 0 || len(t.titles) > 0 || len(t.segments) > 0 || len(t.fields) > 0 || len(t.schemes) > 0
}

// lex makes the one pass. It reports false, early, when the text must be folded first.
func (t *textState) lex() bool {
	table := classes()
	t.numbers, t.groups, t.digits, t.ats, t.places = t.numbers[:0], t.groups[:0], t.digits[:0], t.ats[:0], t.places[:0]
	t.titles, t.segments, t.fields, t.schemes = t.titles[:0], t.segments[:0], t.fields[:0], t.schemes[:0]
	t.kanji, t.digitEnd, t.lastLine = false, 0, span{}
	s := t.s
	word := 0 // start of the word, which the next break ends
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			switch asciiClasses[c] {
			case asciiDigit:
				i = t.number(i)
				t.digitEnd = i
				continue
			case asciiBreak:
				t.word(word, i)
				if c == ':' && i+2 < len(s) && s[i+1] == '/' && s[i+2] == '/' {
					t.schemes = append(t.schemes, i)
				}
				word = i + 1
			case asciiAt:
				t.ats = append(t.ats, i)
			}
			i++
			continue
		}
		if c < 0xE2 || c >= 0xF0 || i+2 >= len(s) { // not the block where Japanese is
			r, n := utf8.DecodeRuneInString(s[i:])
			if t.same && ja.NeedsFold(r) {
				return false
			}
			i += n
			continue
		}
		k := table[uint16(c&0xF)<<12|uint16(s[i+1]&0x3F)<<6|uint16(s[i+2]&0x3F)]
		if k != 0 {
			if k&folds != 0 && t.same || k&longVowel != 0 && i > 0 && asciiClasses[s[i-1]] == asciiDigit && t.same {
				return false
			}
			next := t.mark(k, i, &word)
			if next > i {
				i = next
				continue
			}
		}
		i += 3
	}
	t.word(word, len(s))
	return true
}

// mark notes the character of class k at i. It returns the offset to go on from when it read further.
func (t *textState) mark(k class, i int, word *int) int {
	switch {
	case k&placeEnd != 0:
		t.places = append(t.places, i+3)
	case k&breaks != 0:
		t.word(*word, i)
		*word = i + 3
	case k&honorific != 0:
		t.titles = append(t.titles, i)
	case k&honorificKana != 0:
		if next := t.s[i+3:]; strings.HasPrefix(next, "ん") || strings.HasPrefix(next, "ゃん") || strings.HasPrefix(next, "ま") {
			t.titles = append(t.titles, i)
		}
	case k&kanjiDigit != 0:
		t.digitEnd = i + 3
		if t.kanjiNumber(i) {
			t.kanji = true
			i = t.number(i)
			t.kanji = false
			t.digitEnd = i
		}
	}
	return i
}

// kanjiNumber reports whether at least seven kanji digits stand at i, perhaps with hyphens: 〇九〇-一二三四-五六七八.
func (t *textState) kanjiNumber(i int) bool {
	n := 0
	for i < len(t.s) && n < 7 {
		switch {
		case t.s[i] == '-' && n > 0:
			i++
		case t.kanjiAt(i) != 0:
			n++
			i += 3
		default:
			return false
		}
	}
	return n == 7
}

// word notes the word between two breaks: as a label of what follows, or as a word that may be a name.
func (t *textState) word(start, end int) {
	if end-start < 2 || end-start > 45 {
		return
	}
	first := t.s[start]
	if first >= utf8.RuneSelf && end-start <= 30 {
		t.segments = append(t.segments, span{start, end})
	}
	if end < len(t.s) && (first >= utf8.RuneSelf || t.s[end] == ':' || t.s[end] == '=') {
		t.field(start, end)
	}
}

// at translates a match in s to offsets in the given text.
func (t *textState) at(m Match) Match {
	if !t.same {
		m.Start, m.End = t.folded.Start(m.Start), t.folded.End(m.End)
	}
	return m
}

// found adds a match of detector id at s[start:end].
func (t *textState) found(id string, start, end int, sure Sureness, because string) {
	if sure > 0 && start < end {
		t.out = append(t.out, Match{id, start, end, min(sure, Proven), because})
	}
}

// whole returns the bounds of the text without the space around it.
func (t *textState) whole() (start, end int) { return t.body.start, t.body.end }

// trim narrows a range to what is not space.
func trim(s string, start, end int) (int, int) {
	for start < end && s[start] <= ' ' {
		start++
	}
	for start < end && s[end-1] <= ' ' {
		end--
	}
	return start, end
}

// line returns the bounds of the line that holds offset i. It remembers the last one, so that many values on a long line do not
// cost its length each.
func (t *textState) line(i int) (start, end int) {
	if last := &t.lastLine; i < last.start || i > last.end || last.end == 0 {
		last.start = strings.LastIndexByte(t.s[:i], '\n') + 1
		last.end = len(t.s)
		if end := strings.IndexByte(t.s[i:], '\n'); end >= 0 {
			last.end = i + end
		}
	}
	return t.lastLine.start, t.lastLine.end
}

// near returns what stands on the line of i within reach of it.
func (t *textState) near(i int) string {
	from, to := t.line(i)
	return t.s[max(from, i-reach):min(to, i+reach)]
}
