package ja

import (
	"bytes"
	"unicode/utf8"
)

// Marks that say how to fill a field in, not what it is. They go, with the brackets around them.
var fieldNotes = []string{
	"必須", "任意", "半角", "全角", "半角数字", "半角英数字", "半角英数", "全角文字", "必ず記入", "必ずご記入ください", "ハイフンなし", "ハイフン無し",
	"ハイフンあり", "自署", "記入", "漢字", "西暦", "和暦", "例", "姓と名の間に空白", "同上", "ふりがなも", "本人", "正確に", "required", "optional",
}

// Label folds the text of a column head or form label, so that spellings of one head are equal: like [Fold], and without
// colons, marks such as ＊ ※ ● ・, notes such as （必須）, brackets (their content stays), a leading number ("1." or "(1)"), and
// a trailing question mark. It returns "" for what has no letters.
func Label(s string) string {
	b := Fold(make([]byte, 0, len(s)), s)
	if bytes.ContainsAny(b, "([<【〔「〈《") {
		for _, note := range fieldNotes {
			b = dropNote(b, note)
		}
	}
	b = leadingNumber(b)
	out := b[:0]
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if !labelMark(r) {
			out = append(out, b[i:i+n]...)
		}
		i += n
	}
	return string(out)
}

// labelMark reports whether a folded rune is decoration in a label.
func labelMark(r rune) bool {
	switch r {
	case ':', '*', '※', '＊', '●', '○', '◎', '■', '□', '◆', '◇', '▼', '▽', '▲', '△', '★', '☆', '・', '.', ',', '、', '。', '?',
		'(', ')', '[', ']', '{', '}', '<', '>', '【', '】', '「', '」', '『', '』', '〔', '〕', '〈', '〉', '《', '》', '"', '\'', '|', '_', '-', '→', '…', '=', '~':
		return true
	}
	return false
}

// dropNote removes note where it stands in brackets.
func dropNote(b []byte, note string) []byte {
	for from := 0; ; {
		i := bytes.Index(b[from:], []byte(note))
		if i < 0 {
			return b
		}
		i += from
		end := i + len(note)
		before, n := utf8.DecodeLastRune(b[:i])
		after, m := utf8.DecodeRune(b[end:])
		if opens(before) && opens(after-1) || before == '【' && after == '】' || before == '[' && after == ']' || before == '<' && after == '>' {
			b = append(b[:i-n], b[end+m:]...)
			from = i - n
			continue
		}
		from = end
	}
}

// opens reports whether r is an opening bracket whose closing partner is the next code point.
func opens(r rune) bool {
	switch r {
	case '(', '【', '〔', '「', '〈', '《':
		return true
	}
	return false
}

// leadingNumber cuts "1.", "(1)", "問1" like counters off the front when a label follows.
func leadingNumber(b []byte) []byte {
	i := 0
	if i < len(b) && b[i] == '(' {
		i++
	}
	start := i
	for i < len(b) && digit(b[i]) {
		i++
	}
	if i == start || i-start > 3 || i >= len(b)-1 || (b[i] != '.' && b[i] != ')') {
		return b
	}
	return b[i+1:]
}
