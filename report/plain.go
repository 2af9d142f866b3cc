package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Plain returns s as it may be printed on a terminal: on one line, without escape sequences, control characters, and characters
// that turn the direction of text or can't be seen.
func Plain(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case r == '\x1b' || r == '\u009b':
			n = sequence(s, r)
		case r == '\n' || r == '\r' || r == '\t':
			b.WriteByte(' ')
		case !unseen(r):
			b.WriteRune(r)
		}
		s = s[n:]
	}
	return b.String()
}

// unseen reports whether a rune moves or turns what is printed, or can't be seen.
func unseen(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029' || r >= 0xE0000 && r <= 0xE0FFF
}

// sequence returns the length of the escape sequence that s starts with. One that does not end is taken to the end of s.
func sequence(s string, r rune) int {
	rest := s[utf8.RuneLen(r):]
	control := r == '\u009b'
	if !control {
		switch {
		case strings.HasPrefix(rest, "["):
			rest, control = rest[1:], true
		case rest != "" && strings.ContainsRune("]PX^_", rune(rest[0])):
			return len(s) - len(afterString(rest[1:]))
		case rest != "":
			_, n := utf8.DecodeRuneInString(rest)
			return len(s) - len(rest) + n
		}
	}
	if !control {
		return len(s)
	}
	for i := range len(rest) {
		if rest[i] >= 0x40 && rest[i] <= 0x7e {
			return len(s) - len(rest) + i + 1
		}
	}
	return len(s)
}

// afterString returns what follows a control string, which a bell or ESC \ ends.
func afterString(s string) string {
	bell, st := strings.IndexByte(s, '\a'), strings.Index(s, "\x1b\\")
	switch {
	case bell >= 0 && (st < 0 || bell < st):
		return s[bell+1:]
	case st >= 0:
		return s[st+2:]
	}
	return ""
}

// columns returns how many columns of a terminal s takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch k := width.LookupRune(r).Kind(); {
		case unicode.Is(unicode.Mn, r):
		case k == width.EastAsianWide, k == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// pad fills s up to n columns, on its right side, or on its left.
func pad(s string, n int, left bool) string {
	fill := strings.Repeat(" ", max(0, n-columns(s)))
	if left {
		return fill + s
	}
	return s + fill
}

// A table is rows of cells that are printed in columns. The first row is the head.
type table struct {
	rows    [][]string
	numbers []bool // columns that are set to the right
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// lines returns the table's lines.
func (t *table) lines() []string {
	widths := make([]int, len(t.numbers))
	for _, row := range t.rows {
		for i, c := range row {
			widths[i] = max(widths[i], columns(Plain(c)))
		}
	}
	var out []string
	for _, row := range t.rows {
		var b strings.Builder
		for i, c := range row {
			if i > 0 {
				b.WriteString("  ")
			}
			b.WriteString(pad(Plain(c), widths[i], t.numbers[i]))
		}
		out = append(out, strings.TrimRight(b.String(), " "))
	}
	return out
}
