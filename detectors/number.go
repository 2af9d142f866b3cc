package detectors

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode/utf8"
)

// A number is a run of digits with single separators between them, as it stands in a folded text: "090-1234-5678", "2024.04.01",
// "1234 5678 9018". Its groups are the digits between separators.
type number struct {
	start, end int
	groups     []group
	total      int     // digits of all groups
	lengths    trigger // of the groups, as in onDigits
	pairs      pairs   // of neighbouring groups
	dots       bool    // four groups in a row have a full stop between
}

// pairs is a set of lengths of two neighbouring groups, both below 8.
type pairs uint64

// pairOfLengths is the set of one pair.
func pairOfLengths(a, b int) pairs { return 1 << uint(a*8+b) }

// A group is a run of digits in a number.
type group struct {
	start, end int    // in the text
	digits     string // ASCII, also when the text has kanji digits
	sep        byte   // the separator before it, 0 for the first group: '-', ' ', '.', '/', '(', ')', ','
}

// Bounds that keep a page of figures from costing more than its length.
const (
	maxGroups = 24 // groups of one number; longer runs are cut
	maxDigits = 40 // digits of one group; longer ones are no identifier
)

// number reads the number that starts at i, where a digit stands, and returns the offset behind it.
func (t *textState) number(i int) int {
	s, first := t.s, len(t.groups)
	start, total, lengths, near := i, 0, trigger(0), pairs(0)
	var sep byte
	last, dots, dotted := longest, 0, false // digits of the group before, full stops in a row
	for {
		from := i
		i += digitRun(s[i:])
		if i > from || !t.kanji {
			g := t.group()
			g.start, g.end, g.digits, g.sep = from, i, s[from:i], sep
		} else {
			i = t.kanjiGroup(from, sep)
		}
		size := len(t.groups[len(t.groups)-1].digits)
		lengths |= 1 << uint(min(size, longest))
		total += size
		if size|last < 8 {
			near |= pairOfLengths(last, size)
		}
		if last = size; sep != '.' {
			dots = 0
		} else if dots++; dots == 3 {
			dotted = true
			t.triggers |= onDots
		}
		if i+1 >= len(s) || !separators[s[i]] && s[i] != '|' && s[i] != 0xE3 || len(t.groups)-first == maxGroups {
			break
		}
		j := i + 1
		if sep = s[i]; !separators[sep] || s[j]-'0' > 9 {
			if sep, j = t.separator(i, size); j == i || j >= len(s) || !t.digitAt(j) {
				break
			}
		}
		i = j
	}
	groups := t.groups[first:len(t.groups):len(t.groups)]
	t.numbers = append(t.numbers, number{start, i, groups, total, lengths, near, dotted})
	t.triggers |= lengths
	if total >= 12 {
		t.triggers |= onNine | onTwelve
	} else if total >= 9 {
		t.triggers |= onNine
	}
	t.beside(start, i, len(groups[0].digits))
	return i
}

// group adds a group, which is to be filled in.
func (t *textState) group() *group {
	if n := len(t.groups); n < cap(t.groups) { // what an append would do besides, and clear it
		t.groups = t.groups[:n+1]
	} else {
		t.groups = append(t.groups, group{})
	}
	return &t.groups[len(t.groups)-1]
}

// digitRun returns how many ASCII digits s begins with.
func digitRun(s string) int {
	const each = 0x0101010101010101
	b := bytesOf(s)
	for len(b) >= 8 { // where the digits end is hard to foretell, so eight bytes are looked at without a branch
		w := binary.LittleEndian.Uint64(b) ^ '0'*each
		if w = (w + (0x7F-9)*each | w) & (0x80 * each); w != 0 {
			return len(s) - len(b) + bits.TrailingZeros64(w)/8
		}
		b = b[8:]
	}
	n := len(s) - len(b)
	for n < len(s) && s[n]-'0' <= 9 {
		n++
	}
	return n
}

// beside notes what stands beside a number: the T of an invoice number, the letters of a passport, the kana of a plate.
func (t *textState) beside(start, end, digits int) {
	if start > 1 && (t.s[start-1] == ' ' || 'A' <= t.s[start-1] && t.s[start-1] <= 'Z') {
		if t.s[start-1] == 'T' {
			t.triggers |= onT
		}
		if digits == 7 || digits == 8 {
			t.triggers |= onLetters
		}
	} else if start == 1 && t.s[0] == 'T' {
		t.triggers |= onT
	}
	behind := end
	if end < len(t.s) && t.s[end] == ' ' {
		end++
	}
	for end < len(t.s) && 'A' <= t.s[end] && t.s[end] <= 'Y' { // 30A
		end++
	}
	if end < len(t.s) && t.s[end] == ' ' {
		end++
	}
	t.looked = max(t.looked, t.lookedBehind(behind, end))
	if end+3 < len(t.s) && t.s[end] == 0xE3 && (t.s[end+1] == 0x81 || t.s[end+1] == 0x82) {
		if next := t.s[end+3]; next == ' ' || next == '.' || asciiClasses[next] == asciiDigit || next == 0xE3 {
			t.triggers |= onPlate
		}
	}
}

// lookedBehind returns how far the reading of a number that ends at i, and of what stands beside it up to end, looked at characters that folding
// may change; 0 when all were ASCII.
func (t *textState) lookedBehind(i, end int) int {
	if end < len(t.s) && t.s[end] >= utf8.RuneSelf {
		return end + 1
	}
	for k := i; k < min(i+4, len(t.s)); k++ {
		if t.s[k] >= utf8.RuneSelf {
			return k + 1
		}
	}
	return 0
}

// separator returns the separator at i, behind a group of size digits, and the offset behind it; i when there is none. A hyphen may
// have spaces around it or break the line, and single digits may stand in boxes.
func (t *textState) separator(i, size int) (sep byte, next int) {
	s := t.s
	c := s[i]
	switch {
	case c == '|' && size == 1 && (i+2 >= len(s) || asciiClasses[s[i+2]] != asciiDigit):
		return ' ', i + 1
	case c == 0xE3 && strings.HasPrefix(s[i:], "・"):
		return '-', i + len("・")
	case !separators[c]:
		return 0, i
	case c == ' ' && i+2 < len(s) && s[i+1] == '-' && s[i+2] == ' ':
		return '-', i + 3
	case c == '-' && s[i+1] == '\n':
		return '-', i + 2
	case c == '-' && s[i+1] == '\r' && i+2 < len(s) && s[i+2] == '\n':
		return '-', i + 3
	case (c == ')' || c == '(') && s[i+1] == '-': // (03)-1234
		return c, i + 2
	}
	return c, i + 1
}

// separators can stand between the groups of a number.
var separators = [256]bool{'-': true, ' ': true, '.': true, '/': true, '(': true, ')': true, ',': true, '~': true}

// digitAt reports whether a digit stands at i. Kanji digits count only while a number is read that began with one.
func (t *textState) digitAt(i int) bool {
	if t.s[i] < utf8.RuneSelf {
		return asciiClasses[t.s[i]] == asciiDigit
	}
	return t.kanji && t.kanjiAt(i) != 0
}

func (t *textState) kanjiAt(i int) byte {
	if t.s[i] != 0xE3 && (t.s[i] < 0xE4 || t.s[i] > 0xE5) { // lead bytes of 〇 to 九
		return 0
	}
	r, _ := utf8.DecodeRuneInString(t.s[i:])
	return kanjiValue(r)
}

// kanjiGroup reads the kanji digits at i and returns the offset behind them.
func (t *textState) kanjiGroup(i int, sep byte) int {
	start, from := i, len(t.digits)
	for i < len(t.s) {
		d := t.kanjiAt(i)
		if d == 0 {
			break
		}
		t.digits = append(t.digits, d)
		i += 3
	}
	t.groups = append(t.groups, group{start, i, string(t.digits[from:]), sep})
	return i
}

// alone reports whether the groups from i to j stand by themselves: no letter, digit, or "-" or "." with a digit touches them. A low line
// binds figures without hyphens, IMG_20250401, but sets off what has some: Tel_090-4821-7735.
func (n *number) alone(s string, i, j int) bool {
	if i > 0 && joins(n.groups[i].sep) {
		return false
	}
	if j+1 < len(n.groups) && joins(n.groups[j+1].sep) {
		return false
	}
	start, end := n.groups[i].start, n.groups[j].end
	if start > 0 && (asciiClasses[s[start-1]] == asciiWord || i == j && s[start-1] == '_' || i == 0 && start > 1 && s[start-1] == '.' && asciiClasses[s[start-2]] == asciiDigit) {
		return false
	}
	return end >= len(s) || asciiClasses[s[end]] != asciiWord && (i != j || s[end] != '_') && s[end] != '@'
}

// joins reports whether a separator binds its neighbours into one number.
func joins(sep byte) bool { return sep == '-' || sep == '.' || sep == '/' || sep == ',' }

// join appends the digits of groups i to j to dst.
func (n *number) join(dst []byte, i, j int) []byte {
	for k := i; k <= j; k++ {
		dst = append(dst, n.groups[k].digits...)
	}
	return dst
}

// size returns how many digits the groups i to j have.
func (n *number) size(i, j int) (size int) {
	for k := i; k <= j; k++ {
		size += len(n.groups[k].digits)
	}
	return size
}

// only reports whether the groups i to j are separated by nothing but the given separator.
func (n *number) only(i, j int, sep byte) bool {
	for k := i + 1; k <= j; k++ {
		if n.groups[k].sep != sep {
			return false
		}
	}
	return true
}

// singles returns the index of the last group of a run of one-digit groups beginning at i: one digit per cell or box.
func (n *number) singles(i int) int {
	for j := i; j < len(n.groups); j++ {
		if len(n.groups[j].digits) != 1 || j > i && n.groups[j].sep != ' ' {
			return j - 1
		}
	}
	return len(n.groups) - 1
}

// dummy reports whether digits are an example: one digit over and over, or counting up or down.
func dummy(digits string) bool {
	same, up, down := true, true, true
	for i := 1; i < len(digits); i++ {
		a, b := digits[i-1], digits[i]
		same = same && a == b
		up = up && (b == a+1 || a == '9' && b == '0')
		down = down && (b == a-1 || a == '0' && b == '9')
	}
	return len(digits) > 1 && (same || up || down)
}
