package detectors

import (
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// nameDetector finds names of people: what stands in a column or behind a label of names, a surname (and given name) before an
// honorific, and a surname and given name that stand alone in a cell or between breaks. A dictionary word alone is never a name:
// 千葉 and 大和 are places, 森 and 泉 words. The names of an organisation's roster, and of people in office (代表者, 担当者), are
// shapes. A name is personal information by itself (個人情報の保護に関する法律 2条1項).
func nameDetector() *Detector {
	return &Detector{
		ID: "name", JA: "氏名", EN: "name", Step: 2, Person: true,
		Heads: strings.Fields("氏名 名前 お名前 御氏名 ご氏名 姓名 姓 名字 苗字 名前漢字 氏名漢字 フルネーム 本人氏名 児童名 児童氏名 生徒名 生徒氏名 園児名 園児氏名 学生氏名 学生名 患者名 患者氏名 患者 保護者名 保護者氏名 保護者 " +
			"申請者 申請者名 申請者氏名 申込者 申込者名 申込者氏名 代理人 代理人氏名 世帯主 世帯主名 世帯主氏名 名義 名義人 口座名義 口座名義人 受給者 受給者名 受給者氏名 届出人 届出者 被保険者 被保険者氏名 利用者名 利用者氏名 会員名 会員氏名 " +
			"参加者名 参加者氏名 受講者名 受講者氏名 受験者名 受験者氏名 受検者氏名 職員名 職員氏名 社員名 社員氏名 従業員名 従業員氏名 選手名 選手氏名 部員名 応募者名 応募者氏名 来場者氏名 契約者 契約者名 契約者氏名 顧客名 お客様名 宛名氏名 氏名印 署名 自署 " +
			"使用者 使用者氏名 運転者 運転者氏名 扶養者氏名 配偶者氏名 父氏名 母氏名 続柄氏名 家族氏名 相談者 相談者氏名 対象者氏名 対象者名 被災者氏名 遺族氏名 寄附者氏名 寄付者氏名 所有者氏名 所有者 納税義務者 受講者 受講生 志願者 研修生 実習生 学習者 土地所有者 隣接地所有者 建物所有者 立会人 立会者 世帯代表 世帯代表者 家族 同居者 同居人 会員 生徒 児童 園児 入所者 入居者 申出者 請求者 通報者 傷病者 芳名 ご芳名 name fullname lastname firstname familyname givenname 氏名姓 氏名名 姓漢字 名漢字"),
		Valid: func(cell string) bool {
			s, _ := cutTitle(fold(cell))
			return knownName(s) > looseName || dict.Given(s) > 0
		},
		distinct: func(cell string) bool {
			s := fold(cell)
			return knownName(s) >= surnameGiven && !dict.NotName(s) && utf8.RuneCountInString(s) > 2 && !isKana(firstRune(s))
		},
		plausible: func(cell string) bool { return nameLike(fold(cell)) },
		headless:  50,
		scan:      scanName, on: onTitle | onWord, short: shortName,
		Hits: []Example{
			{Text: "山田 太郎", Labels: []string{"氏名"}},
			{Text: "髙橋　美咲", Labels: []string{"児童名"}},
			{Text: "氏名：森 陽菜"},
			{Text: "佐々木 健太"},
			{Text: "本日は鈴木花子様にお越しいただいた"},
			{Text: "田中さんから電話"},
			{Text: "Nguyen Van An", Labels: []string{"氏　名"}},
			{Text: "山﨑　結衣", Labels: []string{"お名前（必須）"}},
			{Text: "氏　名　　中村 一郎"},
			{Text: "保護者　小林 恵"},
			{Text: "佐藤宅を訪問した"},
			{Text: "旧姓佐藤。"},
			{Text: "王偉さんは日本語教室に通う"},
			{Text: "お疲れさまです。総務の佐藤です。"},
			{Text: "葵ママ：了解"},
		},
		Misses: []Example{
			{Text: "千葉"},
			{Text: "東部長と前課長、町職員"},
			{Text: "San Diego, San Juan"},
			{Text: "氏名"},
			{Text: "氏名　フリガナ　住所　電話番号"},
			{Text: "山●●", Labels: []string{"氏名"}},
			{Text: "○○ ○○", Labels: []string{"氏名"}},
			{Text: "皆様におかれましては"},
			{Text: "1ねんせいのみなさんへ"},
			{Text: "各位"},
			{Text: "A氏"},
			{Text: "保護者様"},
			{Text: "株式会社山田工業", Labels: []string{"氏名"}},
			{Text: "中村 一郎", Labels: []string{"代表者"}},
			{Text: "高知大学"},
			{Text: "本町東"},
			{Text: "氏名（個人情報のため不開示）"},
			{Text: "氏名：非公表"},
			{Text: "申請者　別添のとおり"},
			{Text: "仕様書"},
			{Text: "個人情報"},
			{Text: "田舎へ行くんだ"},
			{Text: "淡泊《たんばく》な人"},
			{Text: "王様の耳"},
		},
	}
}

func scanName(t *textState, k *Detector) {
	if t.with != nil && t.speaksOf() && t.wholeName(k) {
		return
	}
	for _, f := range t.fields {
		if f.head.kind == k.ID {
			t.fieldName(k, f)
		}
	}
	for _, i := range t.titles {
		t.titledName(k, i)
	}
	t.roleNames(k)
	t.freeNames(k)
	t.proseNames(k)
	t.givenNames(k)
	t.greeted(k)
	t.slotNames(k)
	t.parentOf(k)
	t.listedNames()
	t.alike(k)
	t.repeatedSurnames(k)
}

// wholeName takes a whole cell as a name when its column or label says so.
func (t *textState) wholeName(k *Detector) bool {
	start, end := t.whole()
	if end-start > 90 || end == start {
		return false
	}
	e := t.evidence(k, start)
	if !e.any() || len(t.fields) > 0 && !e.column {
		return false
	}
	value := t.s[start:end]
	if s, ok := cutTitle(value); ok {
		end = start + len(s)
		value = s
	}
	known := knownName(value)
	if known < surnameGiven && !nameLike(value) || known >= surnameGiven && t.set.isWord(value) {
		return false
	}
	if e.weak && !e.column && known < surnameGiven {
		return false
	}
	sure := e.judge(0, false)
	format := ""
	if known >= surnameGiven && sure >= Likely {
		sure, format = Proven, "surname and given name in the dictionary"
	} else if known == looseName || known == 0 {
		sure = min(sure, Likely)
	}
	if t.column.Total > 0 && e.column {
		format = t.with.share
	}
	t.found(k.ID, start, end, sure, t.reason(&e, format))
	return true
}

// fieldName takes the name behind a label inside the text.
func (t *textState) fieldName(k *Detector, f field) {
	start, end := trim(t.s, f.value, f.to)
	end = start + nameEnd(t.s[start:end])
	start, end = trim(t.s, start, end)
	if start >= end {
		return
	}
	value, _ := cutTitle(t.s[start:end])
	end = start + len(strings.TrimRight(value, " "))
	known := knownName(t.s[start:end])
	colon := strings.ContainsAny(t.s[f.end:f.value], ":=")
	if !nameLike(t.s[start:end]) || known < surnameOnly && !colon && !foreignLike(t.s[start:end]) && !eastName(t.s[start:end]) && !halfKnownKana(t.s[start:end]) && !endsGiven(t.s[start:end]) || (f.head.weak || f.head.against != "") && known < surnameGiven {
		return
	}
	sure, because := Likely, f.head.because
	switch {
	case f.head.against != "" || t.column.Against == organisation || t.with != nil && t.with.office:
		sure = Shape
	case known >= surnameGiven:
		sure, because = Proven, t.join(because, "surname and given name in the dictionary")
	}
	t.found(k.ID, start, end, sure, because)
}

// nameEnd returns where a name at the beginning of s ends: at a break, at two spaces, or after its second part.
func nameEnd(s string) int {
	table := classes()
	parts, most := 1, 2
	if s != "" && (asciiClasses[s[0]] == asciiWord || firstRune(s) >= 'ァ' && firstRune(s) <= 'ヺ') {
		most = 4 // a foreign name
	}
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			switch {
			case c == ' ' && (i+1 < len(s) && s[i+1] == ' ' || parts == most || most > 2 && !foreignPart(s, i+1)):
				return i
			case c == ' ':
				parts++
			case asciiClasses[c] == asciiBreak || asciiClasses[c] == asciiDigit || asciiClasses[c] == asciiAt:
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r < 0x10000 && table[r]&breaks != 0 && r != '・' {
			return i
		}
		i += n
	}
	return len(s)
}

// foreignPart reports whether s[i:] goes on with a word in the letters that s begins in.
func foreignPart(s string, i int) bool {
	if asciiClasses[s[0]] == asciiWord {
		return i < len(s) && s[i] >= 'A' && s[i] <= 'Z'
	}
	r := firstRune(s[i:])
	return r >= 'ァ' && r <= 'ヺ'
}

// titledName looks for a name before the honorific at i.
func (t *textState) titledName(k *Detector, i int) {
	if i < 3 || strings.Contains("皆客神奥王同多仕模有異各貴主員者長諸", t.s[i-3:i]) {
		return // 皆様, 仕様, 担当者様, 市長様
	}
	title := titleAt(t.s[i:])
	if title == "" || strings.HasSuffix(t.s[:i], "みな") { // みなさん
		return
	}
	start := t.nameBefore(i)
	if start == i {
		if run := runStart(t.s, i); i-run >= 9 && i-run <= 21 && t.signedName(k, run, i) {
			return
		}
		if !t.kinTitled(k, i, title) && !t.eastTitled(k, i, title) && !t.givenTitled(k, i, title) && !t.rareTitled(k, i, title) {
			t.foreignTitled(k, i, title)
		}
		return
	}
	end := len(strings.TrimRight(t.s[:i], " "))
	name := t.s[start:end]
	known := knownName(name)
	if known < surnameOnly || known == surnameOnly && strings.HasSuffix(name, "一") { // 一様
		return
	}
	if historic.has(name) || historic.has(t.s[start:i+len(title)]) || title == "さん" && strings.HasSuffix(name, "屋") && dict.Surname(name) != dict.Frequent {
		return // 八百屋さん
	}
	sure, because := Likely, titleReasons[title]
	line, _ := t.line(start)
	if known > surnameOnly && dict.NotName(name) && dict.Surname(name) != dict.Frequent && (line < start || title != "様" && title != "殿") {
		sure = Shape // perhaps a shop
	}
	if title == "殿" && end == i && line < start && utf8.RuneCountInString(name) == 1 {
		return // 宮殿
	}
	if known == surnameOnly {
		if (utf8.RuneCountInString(name) == 1 || dict.Surname(name) != dict.Frequent) && (title == "君" || title == "氏" && !t.clanless(start, i+len(title)) || !t.apart(start, i+len(title))) {
			sure = Shape
		}
	}
	if t.column.Against == organisation || strings.HasPrefix(title, "先") && !t.apart(start, i+len(title)) || title != "さん" && title != "ちゃん" && title != "くん" && t.inOffice(start) {
		sure = min(sure, Shape)
	}
	t.found(k.ID, start, end, sure, because)
}

// clanless reports whether a surname before 氏 that is not met often is one person's: no clan, of whom books on history tell.
func (t *textState) clanless(start, end int) bool {
	name := t.s[start : end-len("氏")]
	if len(name) < 6 || dict.SurnameNoun(name) || t.placeToo(name) || end >= len(t.s) {
		return false
	}
	w := dealt.prefix(t.s[end:])
	return w != "" && deals(t.s[end+len(w):]) || firstRune(t.s[end:]) == 'が' && does(t.s[end+3:])
}

// titles are the honorifics, the longer before what they begin with.
var titles = listOf(titleWords)

const titleWords = "様 さん ちゃん くん 氏 殿 君 さま 先生 容疑者 被告"

var titleReasons = func() map[string]string {
	m := map[string]string{}
	for title := range strings.FieldsSeq(titleWords) {
		m[title] = "name before " + title
	}
	return m
}()

// titleAt returns the honorific at the beginning of s, or "" when the characters are part of another word.
func titleAt(s string) string {
	title := titles.prefix(s)
	if title == "" || notTitles.prefix(s[len(title):]) != "" {
		return ""
	}
	return title
}

// notTitles go on a word that begins like an honorific: 様式, 氏名, 殿堂.
var notTitles = listOf("式 々 子 態 相 名 族 下 堂 神 化 御 が丘 主 臣")

// nameBefore returns where the name that ends at i begins: the longest run of up to seven characters that the dictionary knows
// and that does not continue a word to its left.
func (t *textState) nameBefore(i int) int {
	s := t.s[:len(strings.TrimRight(t.s[:i], " "))]
	if i-len(s) > 1 {
		return i
	}
	best, found := i, 0
	start, gaps := len(s), 0
	least := surnameOnly
	for range 9 {
		r, n := utf8.DecodeLastRuneInString(s[:start])
		if n == 0 || !nameRune(r) && r != ' ' {
			break
		}
		if start == len(s) && 'ぁ' <= r && r <= 'ん' {
			least = surnameGiven // さくらさん, but not おばさん
		}
		if r == ' ' {
			if gaps++; gaps > 1 {
				break
			}
		}
		start -= n
		if r == ' ' || start > 0 && (kanjiBefore(s[:start]) && timeWords.suffix(s[:start]) == "" || 'ぁ' <= r && r <= 'ん' && !t.begins(start, true)) || !dict.SurnameStarts.Has(r) {
			continue
		}
		if known := knownName(s[start:]); known >= least && known >= found {
			best, found = start, known
		}
	}
	return best
}

// kanjiBefore reports whether s ends in a kanji, so that what follows may be the end of a longer word.
func kanjiBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isKanji(r)
}

// freeNames takes words that stand alone between breaks and are a surname and a given name.
func (t *textState) freeNames(k *Detector) {
	starts := dict.SurnameStarts
	for i := 0; i < len(t.segments); i++ {
		a := t.segments[i]
		t.introduced(k, i)
		if strings.HasSuffix(t.s[:a.start], "《") && isKana(firstRune(t.s[a.start:])) {
			continue // how the word before is read
		}
		if !starts.Has(firstRune(t.s[a.start:])) || a.end-a.start >= 6 && t.s[a.start] >= 0xE4 && t.s[a.start+3] >= 0xE4 && t.s[a.start+3] <= 0xE9 && !dict.MayBegin(t.s[a.start:a.end]) {
			continue
		}
		if t.spaceBehind(i) && a.end-a.start <= 15 {
			b := t.segments[i+1]
			if rank := dict.Surname(t.s[a.start:a.end]); rank > 0 && givenRank(t.s[b.start:b.end]) > 0 {
				known := t.rankedSegment(i, rank)
				i++
				t.freeName(k, a.start, b.end, i, known)
				continue
			}
		}
		if a.end-a.start >= 6 && a.end-a.start <= 24 && dict.GivenEnds.Has(lastRune(t.s[a.start:a.end])) && t.segmentName(i) >= surnameGiven {
			t.freeName(k, a.start, a.end, i, t.segmentName(i))
		}
	}
}

// freeName judges a name without a label that ends with segment last: frequent in the dictionary, alone in its cell or line, or with its reading
// beside it.
func (t *textState) freeName(k *Detector, start, end, last, known int) {
	name := t.s[start:end]
	bare := name
	if strings.IndexByte(name, ' ') >= 0 {
		bare = text(unspaced(t.scratch[:0], name))
	}
	if historic.has(bare) || dict.NotName(bare) || t.set.isWord(name) || t.column.Kind == organisation || (t.column.Kind == place || t.column.Kind == statistic) && !t.strayName(start, end) {
		return
	}
	from, to := t.line(start)
	from = max(from, t.sentence(from, start))
	from, to = trim(t.s, from, to)
	sure, because, beside := Shape, freeReason, false
	switch {
	case t.kanaAfter(last):
		sure, because = Proven, "surname and given name in the dictionary, reading beside it"
	case known == frequentName:
		sure = Likely
	case strings.HasPrefix(strings.TrimLeft(t.s[end:], " \""), "<"):
		sure, because = Likely, "name before a mail address"
	case bracketsPerson(t.s[end:]):
		beside = true
		sure, because = Proven, "surname and given name in the dictionary, age, sex or kinship beside it"
	case phoneFollows(t.s[end:]):
		sure, because = Likely, "surname and given name in the dictionary, before a telephone number"
	case utf8.RuneCountInString(name) > 2 && t.behindNumber(start):
		sure, because = Likely, "surname and given name in the dictionary, behind a personal number"
	case from == start && to == end && known >= surnameGiven:
		sure, because = Likely, "surname and given name in the dictionary, alone in its line"
	}
	if strings.IndexByte(name, ' ') < 0 && utf8.RuneCountInString(name) < 3 && !beside || t.column.Against == organisation || t.office(start) || t.with != nil && t.with.office || t.with != nil && t.with.labels[0].head.against == organisation {
		sure = Shape
	}
	t.found(k.ID, start, end, sure, because)
}

// strayName reports whether a whole cell is a frequent surname, a space and a given name: such a cell tells more than the column of places or
// figures that it stands in.
func (t *textState) strayName(start, end int) bool {
	from, to := t.whole()
	return from == start && to == end && strings.IndexByte(t.s[start:end], ' ') > 0 && knownName(t.s[start:end]) == frequentName
}

// freeReason is the reason of a name for which nothing speaks but the dictionary.
const freeReason = "surname and given name in the dictionary"
