package detectors

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// What stands around a word that may be a name, and makes it one.

// givenTitled takes a given name before the honorific at i: 恵子ちゃん, 湊斗くん, and 陽菜さん. It must stand apart, since words of other
// things end in the same characters.
func (t *textState) givenTitled(k *Detector, i int, title string) bool {
	if title != "ちゃん" && title != "くん" && title != "さん" && title != "君" {
		return false
	}
	start, runes := i, 0
	for start > 0 && runes < 5 {
		r, n := utf8.DecodeLastRuneInString(t.s[:start])
		if !nameRune(r) || 'ァ' <= r && r <= 'ー' && title != "ちゃん" && title != "くん" {
			break
		}
		start -= n
		if runes++; runes == 1 && title != "ちゃん" && title != "くん" {
			continue
		}
		if kana := 'ぁ' <= r && r <= 'ん'; kana && (title == "さん" || title == "君") || start > 0 && !t.begins(start, kana) {
			continue
		}
		if i-start == 3 && title == "くん" && goesOnVerb.prefix(t.s[i+len(title):]) != "" {
			continue // 行くんだ
		}
		if given := t.s[start:i]; dict.Given(given) > 0 && !notCalled.has(given) {
			t.found(k.ID, start, i, Likely, titleReasons[title])
			return true
		}
	}
	return false
}

// goesOnVerb follow the ん of a verb that ends in く.
var goesOnVerb = listOf("だ で じゃ です なら の")

// notCalled are given names that before さん and くん are something else more often.
var notCalled = listOf("主人 博士 職人 大将 大工 先輩 若 都 赤 お兄 お姉 団子 白 学 師 サザエ 寅")

// begins reports whether a word of its own can begin at i: at a break, or, for one that begins with a kanji, behind a particle.
func (t *textState) begins(i int, kana bool) bool {
	r, _ := utf8.DecodeLastRuneInString(t.s[:i])
	if r < 0x80 || r < 0x10000 && classes()[r]&breaks != 0 {
		return r >= 0x80 || asciiClasses[byte(r)] == asciiBreak
	}
	return !kana && (particle(r) || isKanji(r) && timeWords.suffix(t.s[:i]) != "" || r == 'り' && strings.HasSuffix(t.s[:i], "より"))
}

// timeWords are written on to what comes next: 今日根岸さん.
var timeWords = listOf("今日 明日 昨日 本日 先日 今朝 今晩 昨夜 昨晩 前日 当日 翌日 同日 先週 今週 来週 先月 今月 来月 午前 午後 以前 現在 最近 当初 結局 毎朝 毎日 毎週")

// apart reports whether the word at start, with its title up to end, stands by itself: at the beginning of a word, and before a break, a
// particle or what belongs to a person.
func (t *textState) apart(start, end int) bool {
	if start > 0 && !t.begins(start, false) {
		return false
	}
	if end >= len(t.s) || endsWord(t.s[end:]) {
		return true
	}
	return particle(firstRune(t.s[end:])) || behindTitle.prefix(t.s[end:]) != ""
}

var behindTitle = listOf("所有 名義 作成 提供 以外 側 方 自身 本人 発言 担当 撮影 夫妻 一家 家族 他 外 より から 宅 邸 方 宛 あて 御中")

// sentence returns the offset behind the last 。 in s[from:i], or from.
func (t *textState) sentence(from, i int) int {
	if k := firstFrom(t.stops, i-len("。")+1); k > 0 && t.stops[k-1] >= from {
		return t.stops[k-1] + len("。")
	}
	return from
}

// bracketsPerson reports whether s begins with a bracket that says something of a person: (女性・69歳), (S50.7.9生), (母).
func bracketsPerson(s string) bool {
	s, ok := strings.CutPrefix(strings.TrimLeft(s, " "), "(")
	if !ok {
		return false
	}
	s = strings.TrimLeft(s, " ")
	if n := ageLength(s); n > 0 && endsAge(s[:n]) {
		return true
	}
	if _, n := dateAt(s); n > 0 {
		return born(s[n:])
	}
	w := inBrackets.prefix(s)
	return w != "" && (strings.HasPrefix(s[len(w):], ")") || strings.HasPrefix(s[len(w):], "・") || strings.HasPrefix(s[len(w):], "、") || strings.HasPrefix(s[len(w):], " "))
}

var inBrackets = listOf("男性 女性 男児 女児 男 女 父 母 夫 妻 子 長男 次男 長女 次女 三男 三女 祖父 祖母 孫 本人 世帯主 新規採用 自署 敬称略")

// phoneFollows reports whether s goes on with what can be a telephone number.
func phoneFollows(s string) bool {
	s = strings.TrimLeft(s, " (")
	if s == "" || s[0] != '0' {
		return false
	}
	digits := 0
	for i := 0; i < len(s) && i < 16; i++ {
		switch c := s[i]; {
		case asciiClasses[c] == asciiDigit:
			digits++
		case c != '-' && c != '(' && c != ')' && c != ' ':
			return digits == 10 || digits == 11
		}
	}
	return digits == 10 || digits == 11
}

// introduced takes the surname of somebody who introduces themself: 青葉商事の谷口です, 総務課　佐野と申します. What stands before must be an
// organisation or one of its offices.
func (t *textState) introduced(k *Detector, i int) {
	a := t.segments[i]
	word := t.s[a.start:a.end]
	if word[len(word)-1] != "す"[2] || !strings.HasSuffix(word, "す") {
		return
	}
	end := introductions.suffix(word)
	if end == "" {
		return
	}
	word = word[:len(word)-len(end)]
	from, office := strings.LastIndex(word, "の")+len("の"), ""
	if from >= len("の") {
		office = word[:from-len("の")]
	} else if from = 0; i > 0 && a.start-t.segments[i-1].end <= 2 {
		office = t.s[t.segments[i-1].start:t.segments[i-1].end]
	}
	name := word[from:]
	if dict.Surname(name) == dict.Frequent && utf8.RuneCountInString(name) > 1 && (officeName(office) || remarkEnds.suffix(office) != "" || strings.HasPrefix(office, "株式会社")) {
		t.found(k.ID, a.start+from, a.start+len(word), Likely, "surname of somebody who introduces themself")
	}
}

var introductions = listOf("です と申します でございます")

// behindNumber reports whether the name at i follows a value behind a label of a person's number: 社員番号 A14376 佐々木 葵.
func (t *textState) behindNumber(i int) bool {
	f := t.fieldOf(i)
	return f != nil && f.head.bit != 0 && f.head.against == "" && f.value < i && t.digitEnd > f.value && f.head.kind != "name" && t.set.byBit[bitIndex(f.head.bit)].Person && digitsIn(t.s[f.value:i]) > 0
}

// listedNames raises a surname and given name that stands in a list with another, and three that stand in one: 森 光、泉 楓.
func (t *textState) listedNames() {
	for i := t.own; i < len(t.out); i++ { // what was found grows while the list goes on
		t.nextInList(&t.out[i])
		t.listedSurname(t.out[i])
	}
	own := t.out[t.own:]
	if len(own) < 2 {
		return
	}
	t.sortByStart(own)
	for i := 2; i < len(own); i++ {
		a, b, c := &own[i-2], &own[i-1], &own[i]
		if sure := a.Sure; t.inList(a, b) && t.inList(b, c) && sure == Shape && a.Because == freeReason {
			a.Sure, a.Because = Likely, listReason
		}
	}
	for i := 1; i < len(own); i++ {
		t.listed(&own[i-1], &own[i])
	}
	for i := len(own) - 1; i > 0; i-- {
		t.listed(&own[i], &own[i-1])
	}
}

// nextInList takes the surname and given name that go on a list behind a name, where they end before a particle: 佐野 葵、内田 フミに.
func (t *textState) nextInList(m *Match) {
	if m.Sure < Likely || !strings.HasPrefix(t.s[m.End:], "、") {
		return
	}
	start := skipSpace(t.s, m.End+len("、"))
	end := t.fullName(start)
	if end == start || end < len(t.s) && !particle(firstRune(t.s[end:])) || utf8.RuneCountInString(t.s[start:end]) < 3 || dict.NotName(t.s[start:end]) {
		return
	}
	if !slices.ContainsFunc(t.out[t.own:], func(o Match) bool { return o.Start < end && start < o.End && o.Sure >= Likely }) {
		t.found(m.Detector, start, end, Likely, listReason)
	}
}

// listed raises b if a is a name and only a sign of a list stands between them.
func (t *textState) listed(a, b *Match) {
	if a.Sure >= Likely && b.Sure == Shape && b.Because == freeReason && (t.inList(a, b) || t.inList(b, a)) {
		b.Sure, b.Because = Likely, listReason
	}
}

const listReason = "surname and given name in the dictionary, in a list of names"

// inList reports whether only a sign of a list stands between a and b.
func (t *textState) inList(a, b *Match) bool {
	if b.Start < a.End || b.Start-a.End > 12 {
		return false
	}
	between := t.s[a.End:b.Start]
	return (strings.ContainsAny(between, "、,→・/|") || strings.Contains(between, "  ")) && strings.IndexFunc(between, nameRune) < 0
}

// endsGiven reports whether s is two words in kanji and the second a given name: a surname that no list has.
func endsGiven(s string) bool {
	i := strings.IndexByte(s, ' ')
	return i > 0 && i <= 12 && isKanji(firstRune(s)) && !hasKana(s[:i]) && dict.Given(s[i+1:]) > 0 && len(s)-i > 4
}

func hasKana(s string) bool { return strings.ContainsFunc(s, isKana) }
