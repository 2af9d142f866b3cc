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
			{Text: "聴覚障害2級", Labels: []string{"障害名"}}, {Text: "国籍：ブラジル"}, {Text: "卵・乳", Labels: []string{"食物アレルギー"}},
		},
		Misses: []Example{
			{Text: "障害者福祉計画を策定した"}, {Text: "なし", Labels: []string{"病名"}}, {Text: "－", Labels: []string{"障害等級"}}, {Text: "病名"}, {Text: "120", Labels: []string{"病名"}}, {Text: "●●●", Labels: []string{"病名"}},
		},
	}
}

// What stands in such a column when there is nothing to say.
var nothing = listOf("なし 無し 無 特になし 特に無し - ー 該当なし 不明 未記入 0 × 同上 ない 非該当 ありません na n/a")

func scanSensitive(t *textState, k *Detector) {
	if !t.speaksOf() {
		t.besidePerson(k)
		return
	}
	start, end := t.whole()
	if len(t.fields) == 0 {
		if e := t.evidence(k, start); e.any() && statement(t.s[start:end], e.column) {
			t.found(k.ID, start, end, min(e.judge(0, false), Likely), t.reason(&e, ""))
		}
		return
	}
	for _, f := range t.fields {
		start, end := trim(t.s, f.value, f.to)
		if f.head.kind == k.ID && !f.head.weak && (strings.ContainsAny(t.s[f.end:f.value], ":=") || f.value > f.end && illness(t.s[start:end])) && statement(t.s[start:end], false) {
			t.found(k.ID, start, end, Likely, f.head.because)
		}
	}
}

// illness reports whether a short text names an illness or a disability, so that it needs no colon behind its label.
func illness(s string) bool {
	return len(s) <= 60 && (sensitiveTerms.prefix(s) != "" && notAbout.prefix(s[len(sensitiveTerms.prefix(s)):]) == "" || illnessEnds.suffix(s) != "")
}

var illnessEnds = listOf("病 症 炎 癌 がん 骨折 障害 アレルギー")

// statement reports whether a cell says something: not nothing, not a mere number, not masked, not a heading, no paragraph
// unless its column is typed.
func statement(s string, typed bool) bool {
	if s == "" || nothing.has(s) || allDigits(strings.Trim(s, ",. %")) || masked(s) && !strings.ContainsAny(s, "○◯") || standard().isWord(s) && !(typed && sensitiveTerms.has(s)) {
		return false
	}
	return typed || utf8.RuneCountInString(s) <= 60
}

// sensitiveTerms are words for illness, disability, welfare, crime and protection that say something of the person beside them.
var sensitiveTerms = listOf("糖尿病 高血圧症 統合失調症 双極性障害 うつ病 鬱病 適応障害 パニック障害 発達障害 自閉症 自閉スペクトラム症 ADHD 学習障害 知的障害 聴覚障害 視覚障害 身体障害 肢体不自由 精神障害 内部障害 高次脳機能障害 認知症 てんかん 白血病 胃がん 肺がん 乳がん 大腸がん がん患者 脳梗塞 脳出血 脳卒中 くも膜下出血 パーキンソン病 リウマチ ダウン症 脳性麻痺 心筋梗塞 心疾患 腎不全 人工透析 肝炎 HIV 結核 " +
	"アレルギー アトピー 喘息 難病 療育手帳 身体障害者手帳 精神障害者保健福祉手帳 障害者手帳 生活保護受給 生活保護 生保受給 要介護1 要介護2 要介護3 要介護4 要介護5 要支援1 要支援2 DV被害 DV 支援措置 虐待 里子 里親委託 前科 逮捕歴 服役 保護観察 中絶 流産 不妊治療 自殺未遂 自殺 自傷 アルコール依存 薬物依存 ひきこもり 不登校 特別支援学級")

// notAbout stand behind a term that speaks of a field of policy and not of a person.
var notAbout = listOf("制度 費 率 世帯 行政 受給者数 基準 係 課 の状況 の申請 及び 者団体 者協会 者福祉 者支援 者施策 者計画 者数 者等 対策 予防 防止 支援センター 相談センター 協会 施策 条例 法 検診 計画 研究 学会 講座 教室 月間 週間 啓発 児童対策 対応マニュアル 通報 サポーター 専門 外来 病棟")

// wholeTerm widens a term to what it is of and how grave: 卵アレルギー, 身体障害者手帳２級, 生活保護受給中.
func (t *textState) wholeTerm(start, end int) (int, int) {
	s := t.s
	if w := s[start:end]; w == "アレルギー" || w == "糖尿病" {
		for start > 0 {
			r, n := utf8.DecodeLastRuneInString(s[:start])
			if !isKanji(r) && (r < 'ァ' || r > 'ー') && (r < '0' || r > '9') {
				break
			}
			start -= n
		}
	}
	for {
		n := len(termGoesOn.prefix(s[end:]))
		if n == 0 {
			n = digitRun(s[end:])
			if u := grades.prefix(s[end+n:]); n == 0 || u == "" {
				break
			} else {
				n += len(u)
			}
		}
		end += n
	}
	if end < len(s) && (s[end] == 'A' || s[end] == 'B') && strings.HasSuffix(s[:end], "手帳") {
		end++
		if end < len(s) && (s[end] == '1' || s[end] == '2') {
			end++
		}
	}
	return start, end
}

var (
	termGoesOn = listOf("者手帳 者保健福祉手帳 手帳 受給中 受給 一級 二級 三級 四級 中")
	grades     = listOf("級 種 度 型")
)

// personal are the kinds that say that somebody is spoken of.
var personal = listOf("name kana age birth-date sex patient-id student-id")

// besidePerson reports terms that stand on the line of a name or an age, in the same sentence, at most sixty characters from it.
func (t *textState) besidePerson(k *Detector) {
	done := 0
	for _, m := range t.out[:t.own] {
		if m.Sure < Likely || !personal.has(m.Detector) {
			continue
		}
		if t.findWords(); t.wordFlags&illnessNear == 0 {
			return
		}
		from, to := t.line(m.Start)
		from, to = max(from, m.Start-60, done), min(to, m.End+180)
		from = t.sentence(from, m.Start)
		if k := firstFrom(t.stops, m.End); k < len(t.stops) && t.stops[k] < to {
			to = t.stops[k]
		}
		for i := from; i < to; {
			if !sensitiveTerms.may(t.s[i:to]) {
				i += runeLength(t.s[i])
				continue
			}
			w := sensitiveTerms.begin(t.s[i:to])
			if w == "" || notAbout.prefix(t.s[i+len(w):]) != "" {
				i += runeLength(t.s[i])
				continue
			}
			from, end := t.wholeTerm(i, i+len(w))
			t.found(k.ID, from, end, Likely, "beside a person")
			i = end
		}
		done = max(done, to)
	}
}
