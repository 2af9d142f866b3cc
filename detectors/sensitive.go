package detectors

import (
	"strings"
	"unicode/utf8"
)

// sensitiveDetector finds special care-required information (要配慮個人情報; 個人情報の保護に関する法律 2条3項): illness, disability,
// creed, crime, nationality. The words are everywhere in public documents, so only the cells of a column or field for them count.
func sensitiveDetector() *Detector {
	return &Detector{
		ID: "sensitive", JA: "要配慮個人情報", EN: "sensitive data", Step: 4,
		Heads: strings.Fields("病名 主病名 主傷病 主傷病名 診断 要配慮 要配慮者区分 障がい 障がい名 障がい種別 障がい等級 傷病名 疾患名 病歴 既往歴 診断名 障害名 障害種別 障害等級 障害の程度 障害者手帳 手帳等級 手帳種別 療育手帳 身体障害者手帳 配慮事項 要配慮事項 合理的配慮 国籍 国籍地域 信条 宗教 人種 犯罪歴 前科 犯罪被害 " +
			"健診結果 検査結果 健診所見 医師所見 診察所見 治療内容 服薬 投薬 調剤 通院歴 受診歴 アレルギー 食物アレルギー 除去食 持病 生活保護 生活保護受給 保護区分 支援措置 特別支援 特別支援学級 里親 里子 虐待 dv 要介護度 介護度 認定区分 感染症 ワクチン接種歴 妊娠 死因 健康状態"),
		Valid:     func(cell string) bool { s := fold(cell); return s != "" && !nothing.has(s) },
		plausible: func(string) bool { return true },
		scan:      scanSensitive, on: onTitle | onWord,
		Hits: []Example{
			{Text: "聴覚障害2級", Labels: []string{"障害名"}}, {Text: "国籍：ブラジル"}, {Text: "卵・乳", Labels: []string{"食物アレルギー"}}, {Text: "（食物アレルギー：卵、乳）"},
		},
		Misses: []Example{
			{Text: "障害者福祉計画を策定した"}, {Text: "がん検診の受診率は42％"}, {Text: "山田太郎さんから認知症カフェの案内があった"}, {Text: "なし", Labels: []string{"病名"}}, {Text: "－", Labels: []string{"障害等級"}}, {Text: "病名"}, {Text: "120", Labels: []string{"病名"}}, {Text: "●●●", Labels: []string{"病名"}},
		},
	}
}

// What stands in such a column when there is nothing to say.
var nothing = listOf("なし 無し 無 特になし 特に無し - ー 該当なし 不明 未記入 0 × 同上 ない 非該当 ありません na n/a")

func scanSensitive(t *textState, k *Detector) {
	if t.speaksOf() {
		start, end := t.whole()
		if len(t.fields) == 0 {
			if e := t.evidence(k, start); e.any() && statement(t.s[start:end], e.column) {
				t.found(k.ID, start, end, min(e.judge(0, false), Likely), t.reason(&e, ""))
				return
			}
		}
		for i := range t.fields {
			if f := &t.fields[i]; f.head.kind == k.ID && !f.head.weak {
				t.fieldTerms(k, f)
			}
		}
	}
	t.besidePerson(k)
}

// fieldTerms takes the value behind a label: all of it behind a colon, or when it is an illness; else the terms in it.
func (t *textState) fieldTerms(k *Detector, f *field) {
	start, end := trim(t.s, f.value, f.to)
	if strings.HasPrefix(t.s[start:end], "、") || strings.HasPrefix(t.s[start:end], "・") {
		return // a list of such words
	}
	if (strings.ContainsAny(t.s[f.end:f.value], ":=") || f.value > f.end && illness(t.s[start:end])) && statement(t.s[start:end], false) {
		t.found(k.ID, start, end, Likely, f.head.because)
		return
	}
	if w := nations.prefix(t.s[start:end]); w != "" && (len(w) == end-start || endsWord(t.s[start+len(w):])) {
		t.found(k.ID, start, start+len(w), Likely, f.head.because)
		return
	}
	for _, w := range t.context(start, end) {
		if w.flags&illnessNear == 0 || w.start < start {
			continue
		}
		if a, b := t.termOf(w, start); a < b && b <= end {
			t.found(k.ID, a, b, Likely, f.head.because)
			start = b
		}
	}
}

// statement reports whether a cell says something: not nothing, not a mere number, not masked, not a heading, no paragraph
// unless its column is typed.
func statement(s string, typed bool) bool {
	if s == "" || nothing.has(s) || allDigits(strings.Trim(s, ",. %")) || masked(s) && !strings.ContainsAny(s, "○◯") || Standard().isWord(s) && !(typed && (illnessTerms.has(s) || otherTerms.has(s))) {
		return false
	}
	return typed || utf8.RuneCountInString(s) <= 60
}
