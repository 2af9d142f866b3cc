package detectors

import (
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// Ruby labels the readings that stand above any words, as Word and Excel keep them: those of names are found, those of other words are not.
const Ruby = "ルビ"

// kanaDetector finds readings of names, in hiragana, katakana or half-width katakana: in a column or behind a label for them.
func kanaDetector() *Detector {
	return &Detector{
		ID: "kana", JA: "氏名のふりがな", EN: "reading of a name", Step: 2, Person: true,
		Heads:     strings.Fields("ふりがな フリガナ カナ かな 氏名カナ 氏名かな カナ氏名 かな氏名 氏名フリガナ 氏名ふりがな 名前カナ セイ メイ せい めい セイメイ 読み 読み仮名 よみがな よみ ヨミ ヨミガナ 氏名読み 児童名カナ カナ名 姓カナ 名カナ 口座名義カナ 名義カナ 口座名義人カナ シメイ kana furigana"),
		Valid:     func(cell string) bool { return kanaLike(fold(cell)) },
		plausible: func(cell string) bool { s := fold(cell); return latin(s) },
		distinct:  func(cell string) bool { return knownKana(fold(cell)) },
		headless:  50,
		scan:      scanKana, on: onKana, short: shortKana,
		Hits: []Example{
			{Text: "ヤマダ タロウ", Labels: []string{"フリガナ"}},
			{Text: "ﾓﾘ ﾋﾅ", Labels: []string{"カナ"}},
			{Text: "ふりがな：もり　ひな"},
			{Text: "すずき はなこ", Labels: []string{"ふりがな"}},
			{Text: "スズキ ハナコ", Labels: []string{Ruby}},
			{Text: "鈴木花子（スズキハナコ）"},
		},
		Misses: []Example{
			{Text: "フリガナ"}, {Text: "センター"}, {Text: "カタカナ"}, {Text: "●● ●●", Labels: []string{"フリガナ"}}, {Text: "スズキ"}, {Text: "サギョウコウモクメイ", Labels: []string{Ruby}}, {Text: "トヨタ", Labels: []string{Ruby}},
		},
	}
}

func scanKana(t *textState, k *Detector) {
	start, end := t.whole()
	if t.with != nil && t.speaksOf() && len(t.fields) == 0 {
		e := t.evidence(k, start)
		known := e.any() && knownKana(t.s[start:end])
		if t.with.labels[0].text == Ruby && !known {
			return
		}
		if known || e.any() && (kanaLike(t.s[start:end]) || e.column && latin(t.s[start:end])) {
			sure := e.judge(0, false)
			if known && sure == Likely {
				sure = Proven
			}
			t.found(k.ID, start, end, sure, t.reason(&e, ""))
			return
		}
	}
	for _, f := range t.fields {
		if f.head.kind != k.ID {
			continue
		}
		start, end := trim(t.s, f.value, f.to)
		end = start + kanaEnd(t.s[start:end])
		if kanaLike(t.s[start:end]) && (!f.head.weak || knownKana(t.s[start:end])) {
			t.found(k.ID, start, end, Likely, f.head.because)
		}
	}
	t.kanaBeside(k)
}

// kanaEnd returns where a reading at the beginning of s ends.
func kanaEnd(s string) int {
	s = s[:nameEnd(s)]
	if i := strings.IndexFunc(s, func(r rune) bool { return !isKana(r) && r != ' ' && r != '・' }); i > 0 {
		s = s[:i]
	}
	return len(strings.TrimRight(s, " "))
}

// kanaBeside takes a reading that stands right behind a name: a full one, or in brackets one whose surname is known.
func (t *textState) kanaBeside(k *Detector) {
	for i := 1; i < len(t.segments); i++ {
		a, b := &t.segments[i-1], &t.segments[i]
		if b.start-a.end > 4 || !isKana(firstRune(t.s[b.start:])) || !isKanji(firstRune(t.s[a.start:])) && (i == 1 || t.segments[i-2].end+1 != a.start) {
			continue
		}
		end, read := b.end, t.fullKana(i)
		if read || t.spaceBehind(i) && t.bracketed(b.start, t.segments[i+1].end) {
			end = t.segments[i+1].end
		} else {
			read = t.segmentKana(i)
		}
		if !read && !(t.bracketed(b.start, end) && halfKnownKana(t.s[b.start:end])) {
			continue
		}
		known := noName
		if isKanji(firstRune(t.s[a.start:])) {
			known = t.segmentName(i - 1)
		}
		if known < surnameGiven && i > 1 && t.segments[i-2].end+1 == a.start {
			known = t.fullSegment(i - 2)
		}
		if known >= surnameGiven && !strings.Contains(t.s[b.start:b.end], "ヴ") {
			t.found(k.ID, b.start, end, Likely, "reading beside a name")
		}
	}
}

// bracketed reports whether s[start:end] stands in round brackets.
func (t *textState) bracketed(start, end int) bool {
	return start > 0 && t.s[start-1] == '(' && end < len(t.s) && t.s[end] == ')'
}

// halfKnownKana reports whether s is the reading of a surname and two to six kana more, the reading of a given name no list has.
func halfKnownKana(s string) bool {
	if len(s) > 60 || !kanaLike(s) || strings.ContainsAny(s, "ヴゔァィゥェォぁぃぅぇぉ") {
		return false
	}
	var buf [64]byte
	k := katakana(append(buf[:0], s...))
	if i := strings.IndexByte(text(k), ' '); i > 0 {
		return dict.SurnameKana(text(k[:i])) && len(k)-i > 6
	}
	for i := 6; i+6 <= len(k) && i <= 15; i += 3 {
		if dict.SurnameKana(text(k[:i])) && len(k)-i <= 18 {
			return true
		}
	}
	return false
}

// kanaLike reports whether a folded text is kana that can be a reading.
func kanaLike(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 24 {
		return false
	}
	for _, r := range s {
		if !isKana(r) && r != ' ' && r != '・' {
			return false
		}
	}
	return !kanaRemarks.has(s) && !Standard().isWord(s)
}

var kanaRemarks = listOf("なし あり その他 はい いいえ テスト サンプル カタカナ ひらがな センター みほん")

func isKana(r rune) bool {
	return 0x3041 <= r && r <= 0x3096 || 0x30A1 <= r && r <= 0x30FA || r == 'ー'
}

// latin reports whether s is a name in Latin letters.
func latin(s string) bool {
	letters := 0
	for i := range len(s) {
		switch {
		case asciiClasses[s[i]] == asciiWord:
			letters++
		case strings.IndexByte(" .-'", s[i]) < 0:
			return false
		}
	}
	return letters >= 3 && len(s) <= 40
}

// kanaPair reports whether two words in kana are the reading of a surname and that of a given name.
func kanaPair(surname, given string) bool {
	if len(surname) > 60 || len(given) > 60 {
		return false
	}
	var a, b [64]byte
	return dict.SurnameKana(text(katakana(append(a[:0], surname...)))) && dict.GivenKana(text(katakana(append(b[:0], given...))))
}

// knownKana reports whether s is the reading of a surname and that of a given name, with or without a space.
func knownKana(s string) bool {
	if len(s) > 60 || !isKana(firstRune(s)) {
		return false
	}
	space := -1
	for i := 0; i < len(s); {
		if s[i] == ' ' && space < 0 && i > 0 {
			space = i
			i++
			continue
		}
		if i+2 >= len(s) || s[i] != 0xE3 {
			return false
		}
		switch r := rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F) | 0x3000; {
		case r < 'ぁ' || r > 'ヿ' || r == '・' || 'ゖ' < r && r < 'ァ':
			return false
		}
		i += 3
	}
	if space < 0 && len(s) < 12 {
		return false
	}
	var buf [64]byte
	word := text(katakana(append(buf[:0], s...)))
	if space >= 0 {
		return dict.SurnameKana(word[:space]) && dict.GivenKana(word[space+1:])
	}
	for i := 6; i+6 <= len(word); i += 3 {
		if dict.SurnameKana(word[:i]) && dict.GivenKana(word[i:]) {
			return true
		}
	}
	return false
}
