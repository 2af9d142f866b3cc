package detectors

import (
	"encoding/binary"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/sumikeshi/sumikeshi/internal/ja"
)

// A textState is what the detectors look at: a text folded for reading, its labels, and the places in it that one pass found worth
// a look. It belongs to a set and is used again for the next text, so nothing of it may be kept.
type textState struct {
	set    *Set
	given  string    // as it came
	s      string    // folded; the given text itself when nothing folds
	folded ja.Folded // holds s when folding changed something
	same   bool      // s is the given text
	folds  int       // offset in the given text of the first character that folds

	index     int       // of the detector that is running, and its bit
	bit       uint64    // 1 << index
	own       int       // its first match in out
	speaks    uint64    // bits of the detectors that a label, the column or a field speaks of
	columnBit uint64    // bit of the column's kind
	with      *labelSet // what the labels say; nil without labels
	memory    *memory   // the names of earlier texts; nil unless a Finder looks
	column    *Column   // the typed column that the text stands in, if Kind or Against is not empty

	triggers trigger // what the text holds
	numbers  []number
	groups   []group
	digits   []byte    // digits that stood as kanji
	kanji    bool      // a number of kanji is being read
	ats      []int     // offsets of @
	places   []int     // offsets behind a character that ends a place name
	titles   []int     // offsets of characters that begin a title such as 様
	roles    []int     // offsets behind a character that ends the word for a role
	births   []int     // offsets of 生 behind a digit or in 生年月日
	segments []segment // short words that may be names
	fields   []field
	schemes  []int // offsets of "://"
	digitEnd int   // offset behind the last digit, also a kanji one

	words     []wordAt // the context words, once asked for
	wordsDone bool
	wordFlags wordFlag // of all of them together
	wordBits  uint64   // the detectors that they speak for or against
	named     bool     // a field of the text names a person

	asides     []asideRead // what is said of people in brackets and behind spaces, once asked for
	asidesDone bool
	behind     []asideRead // the same, behind what was found in out[:behindTo]
	behindTo   int

	body     span  // the text without the space around it
	newlines []int // offsets of line breaks
	stops    []int // offsets of 。
	looked   int   // how far the reading of labels looked ahead
	safe     safePoint

	lineFrom, lineTo, lineNext int // the line that was asked for last, and where its end stands among the line breaks, and one more

	out     []Match // found; offsets in s
	sorted  []Match // while they are sorted, a copy, and their places in the order
	order   []uint64
	scratch [64]byte

	labelCache [64]*label
	setCache   [64]*labelSet
	near       [16]*labelSet // of setCache, by where the labels stand in memory: those of a column stay where they are
	reasons    [64]reason
}

// noColumn is the column of a text without one.
var noColumn Column

// A span is a range of bytes.
type span struct{ start, end int }

// reset prepares t for a text, whose labels, if any, were added. It reports whether there is anything to look for.
func (t *textState) reset(given string) bool {
	t.given, t.s, t.same, t.out = given, given, true, t.out[:0]
	t.column, t.columnBit, t.speaks = &noColumn, 0, 0
	if l := t.with; l != nil {
		t.column, t.columnBit, t.speaks = &l.column, l.columnBit, l.speaks
	}
	t.wordsDone, t.named = false, false
	t.asides, t.asidesDone, t.behind, t.behindTo = t.asides[:0], false, t.behind[:0], 0
	if len(given) == 0 {
		t.clear()
		t.body = span{}
		return false
	}
	t.clear()
	t.safe = safePoint{speaks: t.speaks}
	if !t.lex(0) {
		t.folded.FoldFrom(given, t.folds)
		if len(t.folded.Text) == 0 {
			t.clear()
			t.s, t.body = "", span{}
			return false
		}
		t.s = unsafe.String(&t.folded.Text[0], len(t.folded.Text)) // valid until the next reset, as is everything in t
		t.same = false
		t.lex(t.backToSafe())
	}
	t.body.start, t.body.end = trim(t.s, 0, len(t.s))
	return t.speaks != 0 || t.triggers != 0
}

// clear forgets what the last text held.
func (t *textState) clear() {
	t.numbers, t.groups, t.digits, t.ats, t.places = t.numbers[:0], t.groups[:0], t.digits[:0], t.ats[:0], t.places[:0]
	t.titles, t.roles, t.births, t.segments, t.fields, t.schemes = t.titles[:0], t.roles[:0], t.births[:0], t.segments[:0], t.fields[:0], t.schemes[:0]
	t.stops, t.newlines = t.stops[:0], t.newlines[:0]
	t.kanji, t.digitEnd, t.triggers, t.looked, t.lineFrom, t.lineTo = false, 0, 0, 0, 0, -1
}

// lex makes the one pass, from offset i on, where a word begins. It reports false, early, when the text must be folded first.
func (t *textState) lex(i int) bool {
	table := classes()
	s, word := t.s, i // start of the word, which the next break ends
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			switch asciiClasses[c] {
			case asciiDigit:
				i = t.number(i)
				t.digitEnd = i
				continue
			case asciiBreak:
				t.word(word, i)
				t.sign(c, i, word)
				word = i + 1
			case asciiAt:
				t.ats = append(t.ats, i)
				t.triggers |= onAt
			case asciiWord:
				t.triggers |= onLatin
				for i++; i < len(s) && asciiClasses[s[i]] == asciiWord; i++ {
				}
				continue
			}
			i++
			continue
		}
		if c < 0xE2 || c >= 0xF0 || i+2 >= len(s) { // not the block where Japanese is
			r, n := utf8.DecodeRuneInString(s[i:])
			if t.same && ja.NeedsFold(r) {
				t.folds = i
				return false
			}
			i += n
			continue
		}
		k := table[uint16(c&0xF)<<12|uint16(s[i+1]&0x3F)<<6|uint16(s[i+2]&0x3F)]
		if k&^unmarked == 0 {
			i += 3
			i += plainRun(bytesOf(s[i:]), table)
			continue
		}
		if t.same && (k&folds != 0 || k&longVowel != 0 && i > 0 && asciiClasses[s[i-1]] == asciiDigit) {
			t.folds = i
			return false
		}
		i = t.mark(k, i, &word)
	}
	t.word(word, len(s))
	t.endFields()
	if len(t.places) > 0 && t.places[0] < t.digitEnd {
		t.triggers |= onPlace
	}
	if len(t.titles)+len(t.roles) > 0 {
		t.triggers |= onTitle
	}
	return true
}

// plainRun returns how many bytes of b are Japanese of which nothing has to be noted; the last character of a text is left out.
func plainRun(b []byte, table *[0x10000]class) int {
	n := len(b)
	for len(b) > 8 { // two at a time
		w := binary.LittleEndian.Uint64(b)
		// Both first bytes are 0xE2 to 0xEF, told by one look that turns some such pairs away, too.
		if (byte(w)-0xE2)|(byte(w>>24)-0xE2) >= 0xF0-0xE2 || (table[threeBytes(w)]|table[threeBytes(w>>24)])&^unmarked != 0 {
			break
		}
		b = b[6:]
	}
	for len(b) > 3 {
		if w := binary.LittleEndian.Uint32(b); byte(w)-0xE2 >= 0xF0-0xE2 || table[threeBytes(uint64(w))]&^unmarked != 0 {
			break
		}
		b = b[3:]
	}
	return n - len(b)
}

// sign notes a sign that ends a word begun at word: line breaks, the colons of links and addresses, the chevrons of machine-readable lines.
func (t *textState) sign(c byte, i, word int) {
	switch c {
	case ' ':
		t.save(i + 1) // on a long line, too; a number before it may go on behind it
		return
	case '\n':
		t.newlines = append(t.newlines, i)
		if before := t.s[max(0, i-2):i]; !strings.HasSuffix(before, "-") && before != "-\r" {
			t.save(i + 1)
		}
	}
	if c != ':' && c != '<' || i+2 >= len(t.s) {
		return
	}
	switch next := t.s[i+1]; {
	case c == '<':
		if next == '<' {
			t.triggers |= onChevrons
		}
	case next == '/' && t.s[i+2] == '/':
		t.schemes = append(t.schemes, i)
		t.triggers |= onScheme
	case next == ':' || i-word <= 4 && word > 0 && t.s[word-1] == ':':
		t.triggers |= onColons
	}
}

// mark notes the character of class k at i and returns the offset to go on from.
func (t *textState) mark(k class, i int, word *int) int {
	switch {
	case k&placeEnd != 0:
		t.places = append(t.places, i+3)
	case k&breaks != 0:
		t.word(*word, i)
		*word = i + 3
		if k&stop != 0 {
			t.stops = append(t.stops, i)
			t.save(i + 3)
		}
	case k&honorific != 0:
		t.titles = append(t.titles, i)
	case k&honorificKana != 0:
		if strings.HasPrefix(t.s[i:], "生") {
			if t.digitEnd > 0 || strings.HasPrefix(t.s[i:], "生年月日") || strings.HasPrefix(t.s[i:], "生日") {
				t.births = append(t.births, i)
				t.triggers |= onBirth
			}
		} else if next := t.s[i+3:]; strings.HasPrefix(next, "ん") || strings.HasPrefix(next, "ゃん") || strings.HasPrefix(next, "ま") {
			t.titles = append(t.titles, i)
		}
	case k&roleEnd != 0:
		t.roles = append(t.roles, i+3)
	case k&kanjiDigit != 0:
		if t.s[i] == 0xE7 { // 無
			if strings.HasPrefix(t.s[i:], "無番地") {
				t.digitEnd = i + 3
			}
			return i + 3
		}
		t.digitEnd = i + 3
		if t.kanjiNumber(i) {
			t.kanji = true
			i = t.number(i)
			t.kanji = false
			t.digitEnd = i
			return i
		}
	}
	return i + 3
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
		if end-start > 45 {
			t.triggers |= onWord // a sentence
		}
		return
	}
	first := t.s[start]
	if end-start > 30 {
		t.triggers |= onWord
	}
	if first >= utf8.RuneSelf && end-start <= 30 {
		t.segments = append(t.segments, segment{})
		a := &t.segments[len(t.segments)-1]
		a.start, a.end = start, end
		t.triggers |= onWord
		if first == 0xE3 && t.s[start+1] != 0x80 {
			t.triggers |= onKana
		}
	}
	if first >= 'A' && first <= 'Z' && end+1 < len(t.s) && t.s[end] == ' ' && t.s[end+1] >= 'A' && t.s[end+1] <= 'Z' {
		t.triggers |= onWord // perhaps Emily Brown
	}
	if end < len(t.s) && (first >= utf8.RuneSelf || t.s[end] == ':' || t.s[end] == '=' || t.s[end] == ' ' && (start == 0 || t.s[start-1] == '\n' || end-start <= 5 && (capitals(t.s[start:end]) || t.s[start:end] == "birth"))) {
		t.field(start, end)
	}
}

// capitals reports whether s is capital letters only.
func capitals(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// give appends what was found, with offsets in the given text.
func (t *textState) give(dst []Match) []Match {
	from := len(dst)
	dst = append(dst, t.out...)
	if !t.same {
		for i := from; i < len(dst); i++ {
			m := &dst[i]
			m.Start, m.End = t.folded.Span(m.Start, m.End)
		}
	}
	return dst
}

// found adds a match of detector id at s[start:end].
func (t *textState) found(id string, start, end int, sure Sureness, because string) {
	if sure > 0 && start < end {
		t.out = append(t.out, Match{})
		m := &t.out[len(t.out)-1]
		m.Detector, m.Start, m.End, m.Sure, m.Because = id, start, end, min(sure, Proven), because
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

// line returns the bounds of the line that holds offset i.
func (t *textState) line(i int) (start, end int) {
	if t.lineFrom <= i && i <= t.lineTo {
		return t.lineFrom, t.lineTo
	}
	k := t.lineNext
	if t.lineTo < 0 || i <= t.lineTo || k > len(t.newlines) || k < len(t.newlines) && t.newlines[k] < i { // not the line behind it
		k = firstFrom(t.newlines, i)
	}
	end = len(t.s)
	if k < len(t.newlines) {
		end = t.newlines[k]
	}
	if k > 0 {
		start = t.newlines[k-1] + 1
	}
	t.lineFrom, t.lineTo, t.lineNext = start, end, k+1
	return start, end
}

// lineEnd returns where the line that holds offset i ends.
func (t *textState) lineEnd(i int) int {
	_, end := t.line(i)
	return end
}
