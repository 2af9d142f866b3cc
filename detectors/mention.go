package detectors

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// Mentions of people by less than their full name, or by names that no list has, where what stands around them is enough.

// households follow the surname of those who live together: 佐藤宅, 鈴木夫妻.
var households = listOf("宅 邸 方 様方 夫妻 夫婦 一家 両名 親子 兄弟 姉妹 母子 父子")

var roomBehind = listOf("号 室 階 棟")

const householdEnds = "宅邸方妻婦家名子弟妹"

// household takes the surname in the run of kanji s[start:end] that ends in a word for those who live together.
func (t *textState) household(k *Detector, start, end int) {
	word := households.suffix(t.s[start:end])
	to := end - len(word)
	start = t.roomBefore(start, to)
	if word == "" || to-start < 3 || to-start > 15 || !t.goesOn(end) {
		return
	}
	name := t.s[start:to]
	rank := dict.Surname(name)
	if rank == 0 || !surnameAlone(name) && (rank != dict.Frequent || word == "方" || dict.SurnameNoun(name)) || word == "方" && (rank != dict.Frequent || t.placeToo(name)) || t.set.isWord(name) || historic.has(name) {
		return
	}
	if room := roomBehind.suffix(t.s[:start]) != ""; !room && t.leftSign(start) == noSign || t.taken(start, to) || t.column.Against == organisation || t.inOffice(start) {
		return
	}
	t.found(k.ID, start, to, Likely, "surname before a word for a household")
}

// roomBefore skips the words for a room or a floor that a run of kanji begins with: 305号室小笠原宅.
func (t *textState) roomBefore(start, to int) int {
	for _, room := range []string{"号室", "号棟", "号", "階", "室"} {
		if strings.HasPrefix(t.s[start:to], room) && start > 0 && asciiClasses[t.s[start-1]] == asciiDigit {
			return start + len(room)
		}
	}
	return start
}

// labelled takes the surname behind a label written on to it in the run of kanji s[start:end]: 旧姓佐藤.
func (t *textState) labelled(k *Detector, start, end int) {
	label := onLabels.prefix(t.s[start:end])
	from := start + len(label)
	if label == "" || end-from < 6 || end-from > 15 || dict.Surname(t.s[from:end]) == 0 || !t.goesOn(end) || t.taken(from, end) || t.column.Against == organisation {
		return
	}
	t.found(k.ID, from, end, Likely, "surname behind a label")
}

var onLabels = listOf("旧姓 旧氏 新姓 文責 通称")

// alike takes surnames that stand in a line as others do that were found in it: 受付：佐藤・鈴木　会場：高橋, 1日 佐藤　2日 鈴木. At least one must
// have been found there for another reason, or the line must be a list of nothing but surnames and figures behind a word for a duty.
func (t *textState) alike(k *Detector) {
	if t.column.Against != "" || t.with != nil && t.with.office || len(t.s) > 16<<10 {
		return
	}
	own := len(t.out)
	for i := 0; i < len(t.segments); i++ {
		from, to := t.line(t.segments[i].start)
		j := i
		for j < len(t.segments) && t.segments[j].start < to {
			j++
		}
		if n := j - i; n > 1 && n < 40 && to-from < 600 && !t.inOffice(from) {
			t.alikeIn(k, t.segments[i:j], own)
		}
		i = j - 1
	}
}

// parentOf takes the given name of a child by which a parent is called: 葵ママ, ゆうとパパ.
func (t *textState) parentOf(k *Detector) {
	for i := range t.segments {
		a := t.segments[i].span
		word := t.s[a.start:a.end]
		if c := word[len(word)-1]; c != 0x9E && c != 0x91 { // マ, パ
			continue
		}
		end := parents.suffix(word)
		if end == "" || len(word)-len(end) < 3 || len(word)-len(end) > 12 {
			continue
		}
		given := word[:len(word)-len(end)]
		if dict.Given(given) > 0 && !t.set.isWord(given) && !notCalled.has(given) && (isKanji(firstRune(given)) || dict.Surname(given) == 0) && !t.taken(a.start, a.start+len(given)) {
			t.found(k.ID, a.start, a.start+len(given), Likely, "given name before ママ or パパ")
		}
	}
}

var parents = listOf("ちゃんママ くんママ ちゃんパパ くんパパ ママ パパ")

// alikeIn is alike for the words of one line.
func (t *textState) alikeIn(k *Detector, words []segment, own int) {
	if !slices.ContainsFunc(words, func(a segment) bool { return !t.foundAt(a, own) && t.anySurname(a) }) {
		return
	}
	surnames, perhaps, known, others, duty := 0, 0, 0, 0, t.copied(words[0].start)
	for _, a := range words {
		switch name := t.s[a.start:a.end]; {
		case t.foundAt(a, own):
			known++
		case t.lonelySurname(a):
			surnames++
		case a.end < len(t.s) && t.s[a.end] == ':' || a.end-a.start > 6 && unitEnds.suffix(name) != "":
			duty = duty || dutyWords.suffix(name) != "" || unitEnds.suffix(name) != "" || personWord(name)
		case t.anySurname(a):
			perhaps++
		case dutyWords.suffix(name) != "" || personWord(name):
			duty = true
		case !isDayWord(name):
			others++
		}
	}
	if surnames+perhaps == 0 || known == 0 && surnames == 0 || known == 0 && (!duty || surnames+perhaps < 2 || others > 1) || known > 0 && others > surnames+known || duty && others > 0 && known == 0 && surnames < 2 {
		return
	}
	listed := known == 0 && duty && surnames > 0
	for _, a := range words {
		if (listed && others == 0 && t.plainSurname(t.s[a.start:a.end]) && !t.prefecture(a.start, a.end) || t.lonelySurname(a) || others == 0 && (duty || known > 1) && t.anySurname(a)) && !t.taken(a.start, a.end) {
			t.found(k.ID, a.start, a.end, Likely, "surname in a line of names")
		}
	}
}

// unitEnds end parts of an organisation, whose people are named behind.
var unitEnds = listOf("課 係 室 班 隊 組 クラス")

// copied reports whether the line before i says to whom a mail goes.
func (t *textState) copied(i int) bool {
	from, _ := t.line(i)
	switch strings.TrimRight(t.s[from:i], " :") {
	case "CC", "Cc", "cc", "To", "TO", "BCC", "Bcc":
		return true
	}
	return false
}

// isDayWord reports whether a word in a line of duties is a day or a figure.
func isDayWord(s string) bool {
	for _, r := range s {
		if !strings.ContainsRune("0123456789年月日時分班組回第火水木金土()", r) && kanjiValue(r) == 0 {
			return false
		}
	}
	return true
}

// dutyWords are what people take turns at, or are put down for.
var dutyWords = listOf("当番 日直 宿直 係 担当 持ち場 役割 受付 会場 誘導 炊き出し 清掃 駐車場 司会 記録 会計 進行 準備 片付け 片づけ 撮影 音響 照明 放送 救護 警備 巡回 見回り 送迎 買い出し 調理 配膳 回覧 班長 組長 班員 出席 欠席 遅刻 早退 参加 不参加 未納 CC Cc cc 宛先 To 本部 写真 看板 テント 設営 撤収 交通整理 ゲーム 景品 抽選 模擬店 メンバー 部員 名前 氏名 一覧 名簿 順 シフト 早番 遅番 日勤 夜勤 公休 有休 年休 出張 休暇 不在")

// lonelySurname reports whether a word is a surname met often that is no place and no noun.
func (t *textState) lonelySurname(a segment) bool {
	s := t.s[a.start:a.end]
	return len(s) >= 6 && t.anySurname(a) && dict.Surname(s) == dict.Frequent && !t.placeToo(s) && dict.Given(s) != dict.Frequent
}

// anySurname reports whether a word is a surname, whatever else it may be.
func (t *textState) anySurname(a segment) bool {
	s := t.s[a.start:a.end]
	if len(s) > 12 || len(s) > 3 && (len(s) < 6 || !dict.MayBeSurname(s)) || a.start > 0 && t.s[a.start-1] == '(' { // a school, a firm
		return false
	}
	rank := dict.Surname(s)
	return rank > 0 && (len(s) > 3 && !dict.SurnameNoun(s) || rank == dict.Frequent) && !t.set.isWord(s) && !remarks.has(s) && !historic.has(s) && !dutyWords.has(s) && isKanji(firstRune(s)) && isKanji(lastRune(s)) && !t.prefecture(a.start, a.end)
}

// foundAt reports whether a name that was found is, or begins, the word a. Those found so far are in order.
func (t *textState) foundAt(a segment, own int) bool {
	found := t.out[t.own:own]
	i := sort.Search(len(found), func(i int) bool { return found[i].Start >= a.start })
	for ; i < len(found) && found[i].Start == a.start; i++ {
		if found[i].Sure >= Likely {
			return true
		}
	}
	return false
}

// greeted takes the surnames with which the writer of a mail says who writes: 総務の佐藤です, and a last line that is only 佐藤.
func (t *textState) greeted(k *Detector) {
	if len(t.s) > 64<<10 || t.column.Against != "" {
		return
	}
	for _, i := range t.stops {
		t.introducedAt(k, i)
	}
	for _, i := range t.newlines {
		t.introducedAt(k, i)
	}
	t.introducedAt(k, len(t.s))
	if len(t.newlines) > 0 {
		t.signature(k)
	}
}

// introducedAt takes the surname before です at the end of the sentence or line that ends at i.
func (t *textState) introducedAt(k *Detector, i int) {
	if !strings.HasSuffix(t.s[:i], "です") {
		return
	}
	at := i - len("です")
	start := runStart(t.s, at)
	name := t.s[start:at]
	rank := dict.Surname(name)
	if rank == 0 || len(name) > 15 || t.set.isWord(name) || notCalled.has(name) || t.taken(start, at) || rank != dict.Frequent && (len(name) == 3 || !surnameAlone(name)) {
		return
	}
	from, _ := t.line(start)
	from = t.sentence(from, start)
	office := strings.TrimSpace(t.s[from:start])
	if !t.greets() && (office != "" || !surnameAlone(name) || rank != dict.Frequent || t.placeToo(name)) {
		return
	}
	if utf8.RuneCountInString(office) > 24 || office != "" && !strings.HasSuffix(office, "の") && strings.IndexByte(t.s[from:start], ' ') < 0 || strings.ContainsAny(office, "はがを、") {
		return
	}
	t.found(k.ID, start, at, Likely, "surname of somebody who introduces themself")
}

// signature takes the last line of a letter when it is a surname and nothing else.
func (t *textState) signature(k *Detector) {
	_, end := t.whole()
	n := firstFrom(t.newlines, end) - 1
	if n < 0 {
		return
	}
	start := skipSpace(t.s, t.newlines[n]+1)
	end = start + len(strings.TrimSuffix(strings.TrimSuffix(t.s[start:end], "拝"), " "))
	if end-start < 3 || end-start > 15 || t.taken(start, end) {
		return
	}
	if name := t.s[start:end]; dict.Surname(name) > 0 && (len(name) > 3 || dict.Surname(name) == dict.Frequent) && !t.set.isWord(name) && !remarks.has(name) && (t.greets() || closings.in(t.s[max(0, len(t.s)-600):])) {
		t.found(k.ID, start, end, Likely, "surname that a letter ends with")
	}
}

// greets reports whether the text greets somebody, as a letter does.
func (t *textState) greets() bool { return greetings.in(t.s[:min(len(t.s), 1500)]) }

var (
	greetings = listOf("お世話にな お疲れさま お疲れ様 おつかれさま こんにちは こんばんは おはようござい はじめまして 初めまして ご無沙汰 いつもありがとう 突然のメール 突然の連絡 了解 ありがとうございま よろしくお願い 宜しくお願い お願いいたします お願いします 承知")
	closings  = listOf("よろしくお願い 宜しくお願い お願いいたします お願いします 敬具 草々 かしこ 以上です ありがとうございま 失礼いたします 失礼します")
)
