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
			t.aside(k)
		},
		Hits: []Example{
			{Text: "女", Labels: []string{"性別"}}, {Text: "性別：男性"}, {Text: "㊛", Labels: []string{"性別"}}, {Text: "入所者（82歳・女性）の家族"}, {Text: "患者 52歳 男 搬送"}, {Text: "昭和60年3月5日生（満41歳）　女"},
		},
		Misses: []Example{
			{Text: "男"}, {Text: "女", Labels: []string{"人口"}}, {Text: "1,024", Labels: []string{"女"}}, {Text: "性別"}, {Text: "性別：男・女"}, {Text: "対象（男・女）"}, {Text: "65歳以上 男 1,024"}, {Text: "参加者（男性）"}, {Text: "20歳 男 32人 女 41人"},
		},
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
			t.aside(k)
		},
		Hits: []Example{
			{Text: "35", Labels: []string{"年齢"}}, {Text: "年齢：４２歳"}, {Text: "60代", Labels: []string{"年代"}}, {Text: "入所者（８２才、女性）"}, {Text: "児童（等々力陽菜、9歳）"}, {Text: "当該児童（うちの陽菜、3歳6か月）"}, {Text: "山本美咲様（享年88）"}, {Text: "月齢：8か月"},
		},
		Misses: []Example{
			{Text: "35"}, {Text: "35", Labels: []string{"件数"}}, {Text: "年齢"}, {Text: "350", Labels: []string{"年齢"}}, {Text: "高齢者（65歳以上）"}, {Text: "定年（60歳）"}, {Text: "対象年齢（3歳）"}, {Text: "新成人（18歳）"}, {Text: "小学校入学（6歳）"}, {Text: "20歳 男 32人"},
		},
	}
}

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
	for _, unit := range []string{"歳代", "歳", "才", "代", "か月", "ヶ月", "カ月", "ヵ月"} {
		if rest, ok := strings.CutPrefix(s[n:], unit); ok {
			n += len(unit)
			if unit == "歳" && digitRun(rest) > 0 && months.prefix(rest[digitRun(rest):]) != "" { // 3歳6か月
				n += digitRun(rest) + len("か月")
			}
			return n
		}
	}
	return n
}

var months = listOf("か月 ヶ月 カ月 ヵ月")

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
