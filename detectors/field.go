package detectors

import (
	"sort"
	"strings"
)

// A field is a label inside a text and the range that holds its value: "氏名：山田 太郎", or a label on the line above.
type field struct {
	head       head
	start, end int // the label
	value, to  int // the value, up to the next field or the end of the line
}

// field notes the word at s[start:end] when it is a known label. A line of heads without values notes fields whose values are
// empty.
func (t *textState) field(start, end int) {
	h := t.set.heads.word(t.s[start:end])
	if h == nil && end-start == len("名") {
		start, h = t.spaced(start, end)
	}
	if h == nil {
		return
	}
	value := end
	colon, lines := false, 0
	for value < len(t.s) {
		c := t.s[value]
		if c == '\n' {
			lines++
		}
		if c == ':' || c == '=' {
			colon = true
		}
		if c > ' ' && c != ':' && c != '=' && c != ')' && c != ']' && c != '|' && !strings.HasPrefix(t.s[value:], "】") && !strings.HasPrefix(t.s[value:], "」") && !strings.HasPrefix(t.s[value:], "→") {
			break
		}
		if c >= 0x80 {
			value += 2
		}
		value++
	}
	t.looked = value
	t.speaks |= h.bit
	t.named = t.named || h.kind == "name" && h.against == ""
	if h.kind == "password" {
		t.triggers |= onWord // ID:h-mori2 PW:tz93kdd1 is all ASCII
	}
	if lines > 1 || h.kind == "" || h.weak && !colon {
		return
	}
	n := len(t.fields)
	if n > 0 && h.bit == 0 && !colon && t.fields[n-1].value == start {
		return // 性別：女 is a value, though 女 heads columns too
	}
	if n > 0 && t.fields[n-1].to > start {
		t.fields[n-1].to = start
	}
	t.fields = append(t.fields, field{*h, start, end, value, len(t.s)}) // endFields cuts it to its line
}

// endFields ends the values of the fields with their lines, once these are known.
func (t *textState) endFields() {
	for i := range t.fields {
		f := &t.fields[i]
		_, end := t.line(min(f.value, len(t.s)))
		f.to = min(f.to, end)
		if f.start > 0 && t.s[f.start-1] == '(' && f.value < f.to {
			f.to = f.value + bracketed(t.s[f.value:f.to])
		}
	}
}

// bracketed returns how far s goes until a bracket that was opened before it closes.
func bracketed(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				return i
			}
		}
	}
	return len(s)
}

// spaced handles a label written with spaces inside: 氏　名, 個　人　番　号. The word is its last character.
func (t *textState) spaced(start, end int) (int, *head) {
	n := len(t.segments)
	if n < 2 || t.segments[n-1].start != start || !t.set.heads.last.Has(firstRune(t.s[start:end])) {
		return start, nil
	}
	from, best := start, (*head)(nil)
	var buf [24]byte
	label := append(buf[:0], t.s[start:end]...)
	for i := n - 2; i >= 0 && i >= n-5; i-- {
		before := t.segments[i]
		if size := before.end - before.start; size > 6 || len(label)+size > len(buf) || strings.Trim(t.s[before.end:t.segments[i+1].start], " ") != "" {
			break
		}
		label = append(append(buf[:0:0], t.s[before.start:before.end]...), label...)
		if !t.set.heads.first.Has(firstRune(t.s[before.start:])) {
			continue
		}
		if h := t.set.heads.word(text(label)); h != nil {
			from, best = before.start, h
		}
	}
	return from, best
}

// inField returns the field of the given kind whose value holds offset i, or nil.
func (t *textState) inField(kind string, i int) *field {
	if f := t.fieldOf(i); f != nil && f.head.kind == kind {
		return f
	}
	return nil
}

// fieldOf returns the field whose value holds offset i, or nil.
func (t *textState) fieldOf(i int) *field {
	k := len(t.fields) - 1
	if k > 8 {
		k = sort.Search(len(t.fields), func(k int) bool { return t.fields[k].value > i }) - 1
	}
	for k >= 0 && t.fields[k].value > i {
		k--
	}
	if k < 0 || i >= t.fields[k].to {
		return nil
	}
	return &t.fields[k]
}
