package detectors

import (
	"strings"
)

// Attributes of people. They are none without a column or label: 男女 counts in statistics are not people.

// sexDetector finds the sex of a person.
func sexDetector() *Detector {
	return &Detector{
		ID: "sex", JA: "性別", EN: "sex", Step: 1,
		Heads: strings.Fields("性別 男女 性 男女別 sex gender"),
		Valid: func(cell string) bool { return isOne(strings.ToLower(fold(cell)), sexes) },
		on:    onTitle | onWord,
		short: shortSex,
		scan: func(t *textState, k *Detector) {
			t.attribute(k, func(s string) int { return prefixOf(s, sexes) })
			if !t.speaksOf() {
				t.sexBeside(k)
			}
		},
		Hits:   []Example{{Text: "女", Labels: []string{"性別"}}, {Text: "性別：男性"}, {Text: "㊛", Labels: []string{"性別"}}},
		Misses: []Example{{Text: "男"}, {Text: "女", Labels: []string{"人口"}}, {Text: "1,024", Labels: []string{"女"}}, {Text: "性別"}, {Text: "性別：男・女"}},
	}
}

var sexes = []string{"男性", "女性", "男子", "女子", "男児", "女児", "男", "女", "male", "female", "m", "f", "その他", "回答しない"}

// ageDetector finds the age of a person, in years.
func ageDetector() *Detector {
	return &Detector{
		ID: "age", JA: "年齢", EN: "age", Step: 1,
		Heads: strings.Fields("年齢 年令 満年齢 年代 お年齢 ご年齢 月齢 age"),
		Valid: func(cell string) bool { s := fold(cell); return s != "" && ageLength(s) == len(s) },
		on:    onTitle | onWord,
		short: shortAge,
		scan: func(t *textState, k *Detector) {
			t.attribute(k, ageLength)
			if !t.speaksOf() {
				t.ageBeside(k)
			}
		},
		Hits:   []Example{{Text: "35", Labels: []string{"年齢"}}, {Text: "年齢：４２歳"}, {Text: "60代", Labels: []string{"年代"}}},
		Misses: []Example{{Text: "35"}, {Text: "35", Labels: []string{"件数"}}, {Text: "年齢"}, {Text: "350", Labels: []string{"年齢"}}},
	}
}

// ageBeside takes the age right behind a name: 山田太郎さん（42歳）.
func (t *textState) ageBeside(k *Detector) {
	for _, m := range t.out[:t.own] {
		if m.Detector != "name" && m.Detector != "birth-date" || m.Sure < Likely {
			continue
		}
		i := m.End
		if title := titles.prefix(t.s[i:]); title != "" {
			i += len(title)
		}
		i = besideName(t.s, i)
		if w := oneSex.prefix(t.s[i:]); w != "" { // 山田太郎（男・42歳）
			i = besideName(t.s, i+len(w))
		}
		if n := ageLength(t.s[i:]); n > 3 && endsAge(t.s[:i+n]) {
			t.found(k.ID, i, i+n, Likely, besideReasons[m.Detector])
		}
	}
}

var besideReasons = map[string]string{"name": "beside a name", "birth-date": "beside a date of birth"}

// besideName skips what stands between a name and what is said of the person.
func besideName(s string, i int) int {
	for i < len(s) {
		switch {
		case s[i] == ' ', s[i] == '(', s[i] == ',':
			i++
		case strings.HasPrefix(s[i:], "、"), strings.HasPrefix(s[i:], "・"):
			i += len("、")
		default:
			return i
		}
	}
	return i
}

// sexBeside takes the sex right behind a name, when a bracket holds it or an age follows: 山田太郎（男）, 山田太郎　男　42歳.
func (t *textState) sexBeside(k *Detector) {
	for _, m := range t.out[:t.own] {
		if m.Detector != "name" || m.Sure < Likely {
			continue
		}
		i := besideName(t.s, m.End)
		w := oneSex.prefix(t.s[i:])
		if i == m.End || w == "" {
			continue
		}
		next := besideName(t.s, i+len(w))
		aged := ageLength(t.s[next:])
		if t.s[i-1] == '(' && strings.HasPrefix(t.s[i+len(w):], ")") || aged > 3 && next > i+len(w) && endsAge(t.s[:next+aged]) {
			t.found(k.ID, i, i+len(w), Likely, "beside a name")
		}
	}
}

var oneSex = listOf("男性 女性 男児 女児 男 女")

func endsAge(s string) bool { return strings.HasSuffix(s, "歳") || strings.HasSuffix(s, "才") }

// ageLength returns the length of the age at the beginning of s, or 0.
func ageLength(s string) int {
	i := 0
	if strings.HasPrefix(s, "満") {
		i = len("満")
	}
	v, n := 0, i
	for n < len(s) && s[n] >= '0' && s[n] <= '9' && n-i < 4 {
		v = v*10 + int(s[n]-'0')
		n++
	}
	if n == i || v > 120 || n-i > 3 {
		return 0
	}
	for _, unit := range []string{"歳代", "歳", "才", "代", "か月"} {
		if strings.HasPrefix(s[n:], unit) {
			return n + len(unit)
		}
	}
	return n
}

// attribute finds a value that a function recognises, as the whole of a labelled cell or behind a label in the text.
func (t *textState) attribute(k *Detector, length func(string) int) {
	if !t.speaksOf() {
		return
	}
	start, end := t.whole()
	if len(t.fields) == 0 {
		if e := t.evidence(k, start); e.any() && length(t.s[start:end]) == end-start {
			t.found(k.ID, start, end, e.judge(0, false), t.reason(&e, ""))
		}
		return
	}
	for _, f := range t.fields {
		start, end := trim(t.s, f.value, f.to)
		if f.head.kind != k.ID || start == end {
			continue
		}
		n := length(t.s[start:end])
		if n > 0 && (start+n == end || endsWord(t.s[start+n:end]) && !strings.HasPrefix(t.s[start+n:], "・")) {
			t.found(k.ID, start, start+n, Likely, f.head.because)
		}
	}
}

// attributes is attribute for values that are told by their form too: a context word before them is enough.
func (t *textState) attributes(k *Detector, length func(string) int) {
	if t.speaksOf() {
		t.attribute(k, length)
		return
	}
	for i := range t.numbers {
		start := t.numbers[i].start
		if start > 0 && asciiClasses[t.s[start-1]] == asciiWord {
			start--
		}
		if n := length(t.s[start:]); n > 0 && endsValue(t.s[start+n:]) {
			if e := t.evidence(k, start); e.any() {
				t.found(k.ID, start, start+n, e.judge(0, false), t.reason(&e, ""))
			}
		}
	}
}

// endsValue reports whether a value may end before s: no letter, digit or unit follows.
func endsValue(s string) bool {
	if s == "" {
		return true
	}
	if c := asciiClasses[s[0]]; c == asciiWord || c == asciiDigit || s[0] == '-' || s[0] == '@' {
		return false
	}
	return amounts.prefix(s) == ""
}

// amounts are units that make figures an amount.
var amounts = listOf("円 千円 人 件 名 個 年 月 日 時 回 % 万 億 kg cm mm 点 位 枚 台 歳 ページ 頁 号室 番地 丁目")

// prefixOf returns the length of the first of words that s begins with, whatever its case.
func prefixOf(s string, words []string) int {
	for _, w := range words {
		if len(s) >= len(w) && strings.EqualFold(s[:len(w)], w) {
			return len(w)
		}
	}
	return 0
}
