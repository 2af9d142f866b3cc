package detectors

import (
	"strings"
)

// personal are the kinds that say that somebody is spoken of.
var personal = listOf("name kana age birth-date sex patient-id student-id")

// reached are the kinds that lead to somebody; what is said there must be said of somebody.
var reached = listOf("phone email address postal-code member-id employee-id exam-number care-insured health-insured")

// How far around a person a term is looked for, in bytes.
const (
	termsBefore = 120
	termsBehind = 180
	termsBelow  = 360 // in the sentences and lines that follow, where it must be said of somebody
)

// besidePerson reports terms near a person: those of the same sentence, and those that follow in the next sentences and lines and are said of
// somebody (…と診断された, 既往: …).
func (t *textState) besidePerson(k *Detector) {
	done := 0
	for i := range t.out[:t.own] {
		m := &t.out[i]
		weak := !personal.has(m.Detector)
		if m.Sure < Likely || weak && !reached.has(m.Detector) {
			continue
		}
		if t.findWords(); t.wordFlags&illnessNear == 0 {
			return
		}
		from, _ := t.line(m.Start)
		from = t.sentence(max(from, m.Start-termsBefore), m.Start)
		near := min(t.lineEnd(m.End), m.End+termsBehind)
		if k := firstFrom(t.stops, m.End); k < len(t.stops) && t.stops[k] < near {
			near = t.stops[k]
		}
		to := max(near, min(t.below(m.End), m.End+termsBelow))
		for _, w := range t.context(max(from, done), to) {
			if w.flags&illnessNear == 0 || w.start < done {
				continue
			}
			start, end := t.termOf(w, max(from, done))
			if start == end || t.overPerson(start, end) {
				continue
			}
			if (weak || w.start >= near) && !t.stated(start, end) && !t.joined(k, start) || t.lecture(start) {
				continue
			}
			t.found(k.ID, start, end, Likely, "beside a person")
			done = t.allergen(k, end)
		}
		if !weak {
			done = max(done, near)
		}
	}
}

// joined reports whether the term at start goes on a list of terms that were found: 療育手帳A、てんかん.
func (t *textState) joined(k *Detector, start int) bool {
	if len(t.out) == t.own {
		return false
	}
	last := t.out[len(t.out)-1]
	return last.Detector == k.ID && last.End <= start && start-last.End <= 6 && strings.Trim(t.s[last.End:start], " 、・/,及び") == ""
}

// allergen takes what somebody is allergic to behind the word for it, which ends at end: アレルギー(卵). It returns the end of what was found.
func (t *textState) allergen(k *Detector, end int) int {
	if !strings.HasSuffix(t.s[:end], "アレルギー") || end >= len(t.s) || t.s[end] != '(' {
		return end
	}
	if w := allergens.prefix(t.s[end+1:]); w != "" && end+1+len(w) < len(t.s) && (t.s[end+1+len(w)] == ')' || endsWord(t.s[end+1+len(w):])) {
		t.found(k.ID, end+1, end+1+len(w), Likely, "what somebody is allergic to")
		return end + 1 + len(w)
	}
	return end
}

var allergens = listOf("卵 鶏卵 乳 牛乳 乳製品 小麦 えび エビ かに カニ そば ソバ 落花生 ピーナッツ くるみ クルミ ナッツ カシューナッツ アーモンド 大豆 ごま ゴマ いか いくら さけ さば キウイ バナナ りんご もも 花粉 ダニ ハウスダスト 猫 犬 ラテックス ペニシリン 造影剤 ヨード")

// below returns the end of the fourth line behind that of offset i.
func (t *textState) below(i int) int {
	k := min(firstFrom(t.newlines, i)+4, len(t.newlines))
	if k < len(t.newlines) {
		return t.newlines[k]
	}
	return len(t.s)
}

// overPerson reports whether s[start:end] runs into a person's name or age.
func (t *textState) overPerson(start, end int) bool {
	for i := range t.out[:t.own] {
		if m := &t.out[i]; m.Sure >= Likely && m.Start < end && start < m.End {
			return true
		}
	}
	return false
}

// stated reports whether the term s[start:end] is said of somebody: what goes on is a diagnosis, a treatment, a decision, or it stands by itself
// behind a label.
func (t *textState) stated(start, end int) bool {
	s := t.s[end:]
	if termFrames.prefix(s) != "" {
		return true
	}
	before := t.s[:start]
	if from, _ := t.line(start); kin.suffix(strings.TrimRight(before, " :")) != "" && strings.Contains(t.s[from:start], "家族歴") {
		return true
	}
	if graded.suffix(t.s[:end]) != "" && (s == "" || strings.IndexByte("\n )", s[0]) >= 0 || endsWord(s)) {
		return true
	}
	return (s == "" || strings.IndexByte("\n 、)", s[0]) >= 0 || strings.HasPrefix(s, "、") || strings.HasPrefix(s, "。")) && before != "" && (before[len(before)-1] == ':' || before[len(before)-1] == ' ' && statedLabels.suffix(strings.TrimRight(before, " ")) != "")
}

// graded end terms that tell how grave it is, which is said of somebody, or of what a rule is about.
var graded = listOf("手帳1級 手帳2級 手帳3級 手帳4級 手帳5級 手帳6級 手帳A 手帳B 手帳A1 手帳A2 手帳B1 手帳B2 手帳一級 手帳二級 要介護1 要介護2 要介護3 要介護4 要介護5 要支援1 要支援2 要介護度1 要介護度2 要介護度3 要介護度4 要介護度5")

var statedLabels = listOf("主訴 病名 傷病名 診断 既往 既往歴 現病歴 特記 特記事項 備考 原因 理由 持病 障害 アレルギー 手帳 症状 疾患 要因 内容 区分 認定 家族歴 術後診断 術前診断 臨床診断 傷病 主病名 状態 課題 病状 病歴 心身の状況 健康状態 配慮事項")

// termFrames follow a term that is said of somebody.
var termFrames = listOf("の診断 と診断 のため により を患 を発症 に罹患 の既往 の疑い の持病 があ あり 有り を申請 を受給 を受け を取得 を所持 を持 歴 を認め を繰り返 で通院 で入院 で服薬 で治療 で加療 で手術 で休 で欠席 で亡 で死 で逮捕 で服役 で就労 で介護 にて され に遭 の薬 の手術 の治療 の後遺症 療養 手術 治療 術後 と闘 を負 が悪化 が判明 が疑わ が進 だと となり と言わ で車 で歩 で働 で外出 に悩 に苦し に該当 が必要 の影響 の進行 の悪化 の再発 の症状 の発作 の可能性 の末期 の初期 の兆候 を理由 を抱え が原因 に伴 が進行 で療養 で休職 で退職 で休暇 で受診 で搬送 で転院 で要 も影響 も併発 を併発 を合併")

// lecture reports whether the line of offset i speaks of a talk, a book or a course, whose subject is no one's illness.
func (t *textState) lecture(i int) bool {
	from, to := t.line(i)
	from, to = max(from, i-2*reach), min(to, i+2*reach)
	return lectures.in(t.s[from:to])
}

var lectures = listOf("講師 講演 演題 講座 講習 セミナー 教授 専門医 シンポジウム 学会 著書 テーマ 研修会 研究 論文 フォーラム 質問 答弁 条例 計画")
