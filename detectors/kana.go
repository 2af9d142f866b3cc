package detectors

import (
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// kanaDetector finds readings of names, in hiragana, katakana or half-width katakana: in a column or behind a label for them.
func kanaDetector() *Detector {
	return &Detector{
		ID: "kana", JA: "氏名のふりがな", EN: "reading of a name", Step: 2, Person: true,
		Heads:     strings.Fields("ふりがな フリガナ カナ かな 氏名カナ 氏名かな カナ氏名 かな氏名 氏名フリガナ 氏名ふりがな 名前カナ セイ メイ せい めい セイメイ 読み 読み仮名 よみがな よみ ヨミ ヨミガナ 氏名読み 児童名カナ カナ名 姓カナ 名カナ 口座名義カナ 名義カナ 口座名義人カナ シメイ kana furigana"),
		Valid:     func(cell string) bool { return kanaLike(fold(cell)) },
		plausible: func(cell string) bool { s := fold(cell); return latin(s) },
		scan:      scanKana,
		Hits: []Example{
			{Text: "ヤマダ タロウ", Labels: []string{"フリガナ"}},
			{Text: "ﾓﾘ ﾋﾅ", Labels: []string{"カナ"}},
			{Text: "ふりがな：もり　ひな"},
			{Text: "すずき はなこ", Labels: []string{"ふりがな"}},
			{Text: "鈴木花子（スズキハナコ）"},
		},
		Misses: []Example{
			{Text: "フリガナ"}, {Text: "センター"}, {Text: "カタカナ"}, {Text: "●● ●●", Labels: []string{"フリガナ"}}, {Text: "スズキ"},
		},
	}
}

func scanKana(t *textState, k *Detector) {
	start, end := t.whole()
	if t.speaksOf() && len(t.fields) == 0 {
		e := t.evidence(k, start)
		if e.any() && (kanaLike(t.s[start:end]) || e.column && latin(t.s[start:end])) {
			sure := e.judge(0, false)
			if knownKana(t.s[start:end]) && sure == Likely {
				sure = Proven
			}
			t.found(k.ID, start, end, sure, e.reason(""))
			return
		}
	}
	for _, f := range t.fields {
		if f.head.kind != k.ID {
			continue
		}
		start, end := trim(t.s, f.value, f.to)
		end = start + nameEnd(t.s[start:end])
		if kanaLike(t.s[start:end]) && (!f.head.weak || knownKana(t.s[start:end])) {
			t.found(k.ID, start, end, Likely, "label "+t.s[f.start:f.end])
		}
	}
	t.kanaBeside(k)
}

// kanaBeside takes a full reading that stands right behind a name.
func (t *textState) kanaBeside(k *Detector) {
	for i := 1; i < len(t.segments); i++ {
		a, b := t.segments[i-1], t.segments[i]
		end := b.end
		if b.start-a.end > 4 || !isKanji(firstRune(t.s[a.start:])) || !isKana(firstRune(t.s[b.start:])) {
			continue
		}
		if i+1 < len(t.segments) && t.segments[i+1].start == b.end+1 && t.s[b.end] == ' ' {
			end = t.segments[i+1].end
		}
		if !knownKana(t.s[b.start:end]) {
			end = b.end
		}
		name := t.s[a.start:a.end]
		if i > 1 && t.segments[i-2].end+1 == a.start {
			name = t.s[t.segments[i-2].start:a.end]
		}
		if knownKana(t.s[b.start:end]) && knownName(name) >= surnameGiven {
			t.found(k.ID, b.start, end, Likely, "reading beside a name")
		}
	}
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
	return !isOne(s, kanaRemarks) && !standard().isWord(s)
}

var kanaRemarks = strings.Fields("なし あり その他 はい いいえ テスト サンプル カタカナ ひらがな センター みほん")

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

// knownKana reports whether s is the reading of a surname and that of a given name, with or without a space.
func knownKana(s string) bool {
	if len(s) > 60 || !isKana(firstRune(s)) {
		return false
	}
	var buf [64]byte
	k := buf[:0]
	space := -1
	for _, r := range s {
		switch {
		case 0x3041 <= r && r <= 0x3096:
			r += 0x60
		case r == ' ' && space < 0 && len(k) > 0:
			space = len(k)
			continue
		case !isKana(r):
			return false
		}
		k = utf8.AppendRune(k, r)
	}
	word := string(k)
	if space >= 0 {
		return dict.SurnameKana(word[:space]) && dict.GivenKana(word[space:])
	}
	for i := 6; i+6 <= len(word); i += 3 {
		if dict.SurnameKana(word[:i]) && dict.GivenKana(word[i:]) {
			return true
		}
	}
	return false
}
