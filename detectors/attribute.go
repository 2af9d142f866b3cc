package detectors

import (
	"strings"
	"unicode/utf8"
)

// Attributes of people. They are none without a column or label: 男女 counts in statistics are not people.

// sexDetector finds the sex of a person.
func sexDetector() *Detector {
	return &Detector{
		ID: "sex", JA: "性別", EN: "sex", Step: 1,
		Heads: strings.Fields("性別 男女 性 男女別 sex gender"),
		Valid: func(cell string) bool { return isOne(strings.ToLower(fold(cell)), sexes) },
		scan: func(t *textState, k *Detector) {
			t.attribute(k, func(s string) int { return prefixOf(s, sexes) })
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
		scan: func(t *textState, k *Detector) {
			t.attribute(k, ageLength)
		},
		Hits:   []Example{{Text: "35", Labels: []string{"年齢"}}, {Text: "年齢：４２歳"}, {Text: "60代", Labels: []string{"年代"}}},
		Misses: []Example{{Text: "35"}, {Text: "35", Labels: []string{"件数"}}, {Text: "年齢"}, {Text: "350", Labels: []string{"年齢"}}},
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
			t.found(k.ID, start, end, e.judge(0, false), e.reason(""))
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
			t.found(k.ID, start, start+n, Likely, "label "+t.s[f.start:f.end])
		}
	}
}

// prefixOf returns the length of the first of words that s begins with, whatever its case.
func prefixOf(s string, words []string) int {
	for _, w := range words {
		if len(s) >= len(w) && strings.EqualFold(s[:len(w)], w) {
			return len(w)
		}
	}
	return 0
}

// sensitiveDetector finds special care-required information (要配慮個人情報; 個人情報の保護に関する法律 2条3項): illness, disability,
// creed, crime, nationality. The words are everywhere in public documents, so only the cells of a column or field for them count.
func sensitiveDetector() *Detector {
	return &Detector{
		ID: "sensitive", JA: "要配慮個人情報", EN: "sensitive data", Step: 4,
		Heads: strings.Fields("病名 傷病名 疾患名 病歴 既往歴 診断名 障害名 障害種別 障害等級 障害の程度 障害者手帳 手帳等級 手帳種別 療育手帳 身体障害者手帳 配慮事項 要配慮事項 合理的配慮 国籍 国籍地域 信条 宗教 人種 犯罪歴 前科 犯罪被害 " +
			"健診結果 検査結果 所見 治療内容 服薬 投薬 調剤 通院歴 受診歴 アレルギー 食物アレルギー 持病 生活保護 生活保護受給 保護区分 支援措置 特別支援 特別支援学級 里親 里子 虐待 dv 要介護度 介護度 認定区分 感染症 ワクチン接種歴 妊娠 死因 健康状態"),
		Valid:     func(cell string) bool { s := fold(cell); return s != "" && !isOne(s, nothing) },
		plausible: func(string) bool { return true },
		scan:      scanSensitive,
		Hits: []Example{
			{Text: "聴覚障害2級", Labels: []string{"障害名"}}, {Text: "国籍：ブラジル"}, {Text: "卵・乳", Labels: []string{"食物アレルギー"}},
		},
		Misses: []Example{
			{Text: "障害者福祉計画を策定した"}, {Text: "なし", Labels: []string{"病名"}}, {Text: "－", Labels: []string{"障害等級"}}, {Text: "病名"}, {Text: "120", Labels: []string{"病名"}}, {Text: "●●●", Labels: []string{"病名"}},
		},
	}
}

// What stands in such a column when there is nothing to say.
var nothing = strings.Fields("なし 無し 無 特になし 特に無し - ー 該当なし 不明 未記入 0 × 同上 ない 非該当 ありません na n/a")

func scanSensitive(t *textState, k *Detector) {
	if !t.speaksOf() {
		return
	}
	start, end := t.whole()
	if len(t.fields) == 0 {
		if e := t.evidence(k, start); e.any() && statement(t.s[start:end], e.column) {
			t.found(k.ID, start, end, min(e.judge(0, false), Likely), e.reason(""))
		}
		return
	}
	for _, f := range t.fields {
		start, end := trim(t.s, f.value, f.to)
		if f.head.kind == k.ID && !f.head.weak && strings.ContainsAny(t.s[f.end:f.value], ":=") && statement(t.s[start:end], false) {
			t.found(k.ID, start, end, Likely, "label "+t.s[f.start:f.end])
		}
	}
}

// statement reports whether a cell says something: not nothing, not a mere number, not masked, not a heading, no paragraph
// unless its column is typed.
func statement(s string, typed bool) bool {
	if s == "" || isOne(s, nothing) || allDigits(strings.Trim(s, ",. %")) || masked(s) && !strings.ContainsAny(s, "○◯") || standard().isWord(s) {
		return false
	}
	return typed || utf8.RuneCountInString(s) <= 60
}
