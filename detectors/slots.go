package detectors

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// Where a surname stands in a paper can say that it is somebody, though no word for a person stands beside it: before what is said in minutes
// and chats, before a bracket with a role, before 来庁.

// slotNames takes surnames by the place where they stand.
func (t *textState) slotNames(k *Detector) {
	if t.column.Against != "" || t.with != nil && t.with.office || len(t.s) > 64<<10 {
		return
	}
	t.speakers(k)
	households := false
	for i := range t.segments {
		a := t.segments[i].span
		if t.s[a.start] < 0xE4 || t.s[a.start] > 0xE9 {
			continue
		}
		end := kanjiEnd(t.s, a.start)
		switch {
		case a.start > 0 && t.s[a.start-1] == '(' && strings.HasPrefix(t.s[end:], "・"):
			t.kinInBracket(k, a.start, end)
		case end < len(t.s) && (t.s[end] == ' ' || t.s[end] == '(') && t.aged(k, a.start, end):
		case end < len(t.s) && t.s[end] == '(':
			t.roleInBracket(k, a.start, end)
		case end < a.end && strings.HasPrefix(t.s[end:], "と"):
			t.pairOfSurnames(k, a.start, end)
		}
		t.coming(k, a.start, end)
		if a.end-a.start <= 12 && householdWords.suffix(t.s[a.start:a.end]) != "" {
			households = true
			t.givenOfHousehold(k, skipSpace(t.s, a.end+len(colonAt(t.s[a.end:]))))
		}
	}
	for _, i := range t.ats {
		t.calledOn(k, i+1)
	}
	if households {
		t.families(k)
	}
	t.repeatedGivens(k)
}

// plainSurname reports whether s is a surname that is no head, remark or figure of history; of one character it is no direction.
func (t *textState) plainSurname(s string) bool {
	if len(s) < 3 || len(s) > 15 || dict.Surname(s) == 0 || t.set.isWord(s) || remarks.has(s) || historic.has(s) || notCalled.has(s) || dutyWords.has(s) {
		return false
	}
	return len(s) > 3 || !strings.Contains("東西南北上中下前後左右内外本新元大小長旧同各", s)
}

// speakers takes the surnames of those whose words minutes and chats give, a line each: 10:05 佐藤: 了解です, 高木　運賃を据え置く理由は。 There must
// be two of them, or a time before one.
func (t *textState) speakers(k *Detector) {
	var list [64]speaker
	n, times, same := 0, 0, false
	for i := -1; i < len(t.newlines) && n < len(list); i++ {
		from, to := 0, len(t.s)
		if i >= 0 {
			from = t.newlines[i] + 1
		}
		if i+1 < len(t.newlines) {
			to = t.newlines[i+1]
		}
		s, ok := t.speakerIn(from, to)
		if !ok {
			continue
		}
		for _, other := range list[:n] {
			same = same || t.s[other.start:other.end] == t.s[s.start:s.end]
		}
		if s.timed {
			times++
		}
		list[n] = s
		n++
	}
	if n == 0 || times == 0 && (n < 2 || !same && !t.meets()) {
		return
	}
	for _, s := range list[:n] {
		if (s.timed || times == 0) && !t.taken(s.start, s.end) {
			t.found(k.ID, s.start, s.end, Likely, "surname before what somebody says")
		}
	}
}

type speaker struct {
	span
	timed bool // a time stands before it
}

// speakerIn reads who speaks in the line s[from:to].
func (t *textState) speakerIn(from, to int) (who speaker, ok bool) {
	i, digits := from, 0
	for i < to && (t.s[i] <= '@' && t.s[i] != '(' || t.s[i] == '[' || t.s[i] == ']' || strings.HasPrefix(t.s[i:], "○")) {
		if t.s[i] == ':' && digits > 0 && i+2 < to && digitRun(t.s[i+1:to]) == 2 {
			who.timed = true
		}
		digits = digits*asciiIs(t.s[i]) + asciiIs(t.s[i])
		i += runeLength(t.s[i])
	}
	who.start, who.end = i, kanjiEnd(t.s[:to], i)
	rest := t.s[who.end:to]
	if i == to || i-from > 24 || who.end == i || len(rest) < 4 || strings.IndexByte(" :\t(", rest[0]) < 0 || !who.timed && speechEnds.suffix(rest) == "" || !t.plainSurname(t.s[who.start:who.end]) {
		return who, false
	}
	if strings.HasPrefix(rest, "(") {
		n := strings.IndexByte(rest, ')')
		if n < 0 || n > 30 {
			return who, false
		}
		rest = rest[n+1:]
	}
	if rest == "" || strings.IndexByte(" :\t", rest[0]) < 0 {
		return who, false
	}
	return who, spoken(strings.Trim(rest, " :\t"), who.timed)
}

func asciiIs(c byte) int {
	if c >= '0' && c <= '9' {
		return 1
	}
	return 0
}

// spoken reports whether s is what somebody says: a sentence. Behind a time and a name a few words do.
func spoken(s string, timed bool) bool {
	kana := 0
	for _, r := range s {
		if 'ぁ' <= r && r <= 'ん' {
			kana++
		}
	}
	if timed {
		return kana > 1
	}
	return kana > 4
}

var speechEnds = listOf("。 か ? です ます ません ました でした ください ね よ い た る")

// meets reports whether the text tells of a meeting or a talk.
func (t *textState) meets() bool { return meetings.in(t.s[:min(len(t.s), 4096)]) || t.greets() }

var meetings = listOf("議事 質疑 発言 事務局 議長 委員長 司会 傍聴 議案 閉会 質問 回答 チャンネル 既読")

// roleInBracket takes the surname s[start:end] before a bracket that says what somebody is: 高木（ケアマネ）, 森（所有者の長男）.
func (t *textState) roleInBracket(k *Detector, start, end int) {
	to := strings.IndexByte(t.s[end:min(len(t.s), end+40)], ')')
	if to < 0 || !t.plainSurname(t.s[start:end]) || t.taken(start, end) || t.leftSign(start) == noSign || t.inOffice(start) {
		return
	}
	inner := t.s[end+1 : end+to]
	if officialRoles.suffix(inner) == "" && (extension.prefix(inner) != "" && digitsIn(inner) > 0 || bracketRoles.has(inner) || callings.has(inner) || kin.suffix(inner) != "" && len(inner) > 3 || len(inner) > 6 && personWord(inner)) {
		t.found(k.ID, start, end, Likely, "surname before a bracket with a role")
	}
}

// extension stand before the number at which somebody is reached.
var extension = listOf("内線 携帯 直通 男・ 女・ 男、 女、")

// kinInBracket takes the surname of whom a bracket names with what they are to somebody: (都築・母).
func (t *textState) kinInBracket(k *Detector, start, end int) {
	rest := t.s[end+len("・"):]
	if w := kin.prefix(rest); w != "" && strings.HasPrefix(rest[len(w):], ")") && t.plainSurname(t.s[start:end]) && !t.taken(start, end) {
		t.found(k.ID, start, end, Likely, "surname beside a relation")
	}
}

// aged takes the surname s[start:end] when an age, and perhaps a sex, stand behind it: 嶋田　25歳　女.
func (t *textState) aged(k *Detector, start, end int) bool {
	if c := t.s[skipSpace(t.s, end+1)-1:]; len(c) < 4 || asciiClasses[c[1]]&asciiDigit == 0 && oneSex.prefix(c[1:]) == "" || !t.plainSurname(t.s[start:end]) || t.placeToo(t.s[start:end]) && t.s[end] == '(' {
		return false
	}
	a := t.asideAt(end)
	if a.n == 0 || a.n == 1 && (a.parts[0].kind != "age" || !endsAge(t.s[a.parts[0].start:a.parts[0].end]) || !surnameAlone(t.s[start:end])) || t.leftSign(start) == noSign || t.taken(start, end) {
		return false
	}
	t.found(k.ID, start, end, Likely, "surname before an age or a sex")
	return true
}

// calledOn takes the surname behind the @ with which a chat calls somebody: @品川 鍵は.
func (t *textState) calledOn(k *Detector, start int) {
	end := kanjiEnd(t.s, start)
	before := start < 2 || asciiClasses[t.s[start-2]]&asciiBreak != 0
	if before && t.plainSurname(t.s[start:end]) && (end == len(t.s) || endsWord(t.s[end:])) && !t.taken(start, end) {
		t.found(k.ID, start, end, Likely, "surname that a chat calls")
	}
}

// givenOfHousehold takes the given names behind a word for the members of a household: 同居者　祐樹、律.
func (t *textState) givenOfHousehold(k *Detector, at int) {
	for n := 0; n < 8; n++ {
		end := at
		for end < len(t.s) && end-at < 15 && nameRune(firstRune(t.s[end:])) {
			end += runeLength(t.s[end])
		}
		if end == at || dict.Given(t.s[at:end]) == 0 || t.set.isWord(t.s[at:end]) || remarks.has(t.s[at:end]) || end < len(t.s) && !endsWord(t.s[end:]) {
			return
		}
		if !t.taken(at, end) {
			t.found(k.ID, at, end, Likely, "given name of somebody of a household")
		}
		if at = end; strings.HasPrefix(t.s[at:], "、") || strings.HasPrefix(t.s[at:], "・") {
			at += 3
		}
		at = skipSpace(t.s, at)
	}
}

// colonAt returns the colon that s begins with, or "".
func colonAt(s string) string {
	if strings.HasPrefix(s, ":") {
		return ":"
	}
	return ""
}

// repeatedGivens finds given names that were found by themselves, or behind a surname, where they stand alone again: 山田花音…。花音は….
func (t *textState) repeatedGivens(k *Detector) {
	own := len(t.out)
	if len(t.s) > 16<<10 || own-t.own > 20 {
		return // a roster, where each is named once
	}
	var done [8]string
	n := 0
	for i := t.own; i < own && n < len(done); i++ {
		m := t.out[i]
		name := t.s[m.Start:m.End]
		if m.Sure < Likely || isKana(firstRune(name)) && dict.Surname(name) == 0 && dict.Given(name) == 0 {
			continue
		}
		if surname := surnameIn(name); surname != "" && surname != name {
			name = strings.TrimPrefix(name[len(surname):], " ")
		}
		if len(name) < 6 || dict.Given(name) == 0 || dict.GivenNoun(name) && dict.Given(name) != dict.Frequent || dict.Surname(name) == dict.Frequent || t.set.isWord(name) || notKana.has(name) || slices.Contains(done[:n], name) {
			continue
		}
		done[n] = name
		n++
		for at := 0; len(t.out)-own < 64; {
			j := strings.Index(t.s[at:], name)
			if j < 0 {
				break
			}
			start, end := at+j, at+j+len(name)
			at = end
			if (start == 0 || t.begins(start, isKana(firstRune(name)))) && t.goesOn(end) && !t.taken(start, end) {
				t.found(k.ID, start, end, Likely, "given name of somebody named in the same text")
			}
		}
	}
}

var bracketRoles = listOf("包括 ケアマネ 訪看 准看 正看 事務 教務 養護 用務 栄養士 記録 書記 会計 進行 運転 引率 通訳 調理 担任 副担任 顧問 新人 派遣 嘱託 再任用 地権者 家主 大家 組長 班長 隣人 友人 知人 妻 夫 父 母 本人")

// pairOfSurnames takes two surnames who do something together: 平井と前田で現地を確認.
func (t *textState) pairOfSurnames(k *Detector, start, end int) {
	s := t.s
	second := end + len("と")
	to := kanjiEnd(s, second)
	if to == second || to >= len(s) || !t.plainSurname(s[start:end]) || !t.plainSurname(s[second:to]) || !t.notBothPlaces(s[start:end], s[second:to]) {
		return
	}
	rest := s[to:]
	switch firstRune(rest) {
	case 'が', 'で', 'は', 'も', 'に':
		if rest = rest[3:]; !does(rest) && !together.in(rest[:min(len(rest), 30)]) {
			return
		}
	default:
		return
	}
	for _, a := range []span{{start, end}, {second, to}} {
		if !t.taken(a.start, a.end) {
			t.found(k.ID, a.start, a.end, Likely, "surnames of people who do something together")
		}
	}
}

var together = listOf("現地確認 打合せ 打ち合わせ 協議 面談 同行 訪問 対応 話し合 相談")

// notBothPlaces reports whether at least one of two surnames is hardly anything else.
func (t *textState) notBothPlaces(a, b string) bool {
	alone := func(s string) bool { return surnameAlone(s) && !t.placeToo(s) }
	return alone(a) && dict.Surname(a) == dict.Frequent || alone(b) && dict.Surname(b) == dict.Frequent
}

// comings are what only people do, written on to a surname.
var comings = listOf("来庁 来所 来院 来校 来店 来室 来訪 在宅 不在 入電 早退 欠席 遅刻 欠勤 退勤 離席 起床 就寝 入浴 入室 退室 外泊 発熱 嘔吐 転倒 本人 自身")

// coming takes the surname that comings are written on to: 佐藤来庁。
func (t *textState) coming(k *Detector, start, end int) {
	if end-start < 12 || end-start > 21 || end < len(t.s) && !endsWord(t.s[end:]) && !particle(firstRune(t.s[end:])) && firstRune(t.s[end:]) != 'し' {
		return
	}
	word := comings.suffix(t.s[start:end])
	name := t.s[start : end-len(word)]
	if word != "" && len(name) >= 6 && t.plainSurname(name) && surnameAlone(name) && dict.Surname(name) == dict.Frequent && !t.taken(start, end-len(word)) {
		t.found(k.ID, start, end-len(word), Likely, "surname of somebody who comes, goes or is away")
	}
}

// families takes given names that follow a full name as members of one household do: 世帯　臼井　匠　和樹　結月（3歳）.
func (t *textState) families(k *Detector) {
	own := len(t.out)
	for i := t.own; i < own; i++ {
		m := t.out[i]
		if m.Sure < Likely || strings.IndexByte(t.s[m.Start:m.End], ' ') < 0 || !householdWords.in(t.s[max(0, m.Start-30):m.Start]) {
			continue
		}
		for at := m.End; at < len(t.s) && (t.s[at] == ' ' || strings.HasPrefix(t.s[at:], "・") || strings.HasPrefix(t.s[at:], "、")); {
			start := skipSpace(t.s, at+runeLength(t.s[at]))
			end := start
			for end < len(t.s) && end-start < 15 && nameRune(firstRune(t.s[end:])) {
				end += runeLength(t.s[end])
			}
			if end == start || dict.Given(t.s[start:end]) == 0 || t.taken(start, end) || utf8.RuneCountInString(t.s[start:end]) > 4 {
				break
			}
			t.found(k.ID, start, end, Likely, "given name behind another of the household")
			at = end
		}
	}
}

var householdWords = listOf("世帯 家族 同居 一家 同居者 同居人 世帯員 きょうだい 兄弟 姉妹 兄弟姉妹 子ども お子さん")
