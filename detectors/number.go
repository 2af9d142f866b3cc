package detectors

import (
	"strings"
	"unicode/utf8"
)

// A number is a run of digits with single separators between them, as it stands in a folded text: "090-1234-5678", "2024.04.01",
// "1234 5678 9018". Its groups are the digits between separators.
type number struct {
	start, end int
	groups     []group
}

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
	first := len(t.groups)
	start, size := i, 0
	var sep byte
	for {
		g, next := t.group(i, sep)
		t.groups = append(t.groups, g)
		t.triggers |= 1 << min(len(g.digits), longest)
		size += len(g.digits)
		if sep == '.' && len(t.groups)-first > 3 {
			t.triggers |= onDots
		}
		i = next
		if len(t.groups)-first == maxGroups || i+1 >= len(t.s) {
			break
		}
		j := i
		if sep, j = t.separator(i, len(g.digits)); j == i || j >= len(t.s) || !t.digitAt(j) {
			break
		}
		i = j
	}
	n := number{start, i, t.groups[first:len(t.groups):len(t.groups)]}
	if size >= 12 {
		t.triggers |= onNine | onTwelve
	} else if size >= 9 {
		t.triggers |= onNine
	}
	t.beside(start, i, len(n.groups[0].digits))
	t.numbers = append(t.numbers, n)
	return i
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
	if end < len(t.s) && t.s[end] == ' ' {
		end++
	}
	for end < len(t.s) && 'A' <= t.s[end] && t.s[end] <= 'Y' { // 30A
		end++
	}
	if end < len(t.s) && t.s[end] == ' ' {
		end++
	}
	if end+3 < len(t.s) && t.s[end] == 0xE3 && (t.s[end+1] == 0x81 || t.s[end+1] == 0x82) {
		if next := t.s[end+3]; next == ' ' || next == '.' || asciiClasses[next] == asciiDigit || next == 0xE3 {
			t.triggers |= onPlate
		}
	}
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
	case !separates(c):
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

// separates reports whether c can stand between the groups of a number.
func separates(c byte) bool {
	switch c {
	case '-', ' ', '.', '/', '(', ')', ',', '~':
		return true
	}
	return false
}

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

// group reads the digits at i.
func (t *textState) group(i int, sep byte) (group, int) {
	start := i
	for i < len(t.s) && t.s[i] < utf8.RuneSelf && asciiClasses[t.s[i]] == asciiDigit {
		i++
	}
	if i > start || !t.kanji {
		return group{start, i, t.s[start:i], sep}, i
	}
	from := len(t.digits)
	for i < len(t.s) {
		d := t.kanjiAt(i)
		if d == 0 {
			break
		}
		t.digits = append(t.digits, d)
		i += 3
	}
	return group{start, i, string(t.digits[from:]), sep}, i
}

// alone reports whether the groups from i to j stand by themselves: no letter, digit, or "-" or "." with a digit touches them.
func (n *number) alone(s string, i, j int) bool {
	if i > 0 && joins(n.groups[i].sep) {
		return false
	}
	if j+1 < len(n.groups) && joins(n.groups[j+1].sep) {
		return false
	}
	start, end := n.groups[i].start, n.groups[j].end
	if start > 0 && (asciiClasses[s[start-1]] == asciiWord || s[start-1] == '_' || i == 0 && start > 1 && s[start-1] == '.' && asciiClasses[s[start-2]] == asciiDigit) {
		return false
	}
	return end >= len(s) || asciiClasses[s[end]] != asciiWord && s[end] != '_' && s[end] != '@'
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
