package detectors

import (
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// Names of people from China, Korea and Taiwan in kanji: 王偉さん, 朴 志英. A surname of one character and one or two more are a word as often, so
// that a title, a label or a space between them is needed.

// eastSurnames are the surnames met often there that are hardly met in Japan, most of them of one character. ambiguousEast begin words, too.
const (
	eastSurnames  = "王李張劉陳楊黄趙呉周徐孫馬朱胡郭何羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭董袁潘蒋蔡余杜葉程蘇魏呂丁任沈姚盧姜崔鍾譚陸汪范廖賈夏韋傅鄒邱尹薛閻段侯陶黎賀顧郝龔邵銭覃戴莫孔朴裴権洪申曺金全安文柳白辛南厳魯兪卞池玄石成"
	ambiguousEast = "黄周孫馬何許任程葉丁段陸権申金全安文白南石成余夏唐賀洪池玄梁朱胡"
)

var eastFirst, ambiguousFirst = runesOf(eastSurnames), runesOf(ambiguousEast)

// runesOf returns the set of the characters of s.
func runesOf(s string) *dict.Runes {
	set := new(dict.Runes)
	for _, r := range s {
		set.Add(r)
	}
	return set
}

// eastName reports whether a run of kanji, in which a space may stand, is such a surname and one or two characters.
func eastName(s string) bool {
	if len(s) > len("王")+len(" ")+2*utf8.UTFMax {
		return false
	}
	surname, n := decode(s)
	if !eastFirst.Has(surname) {
		return false
	}
	given := strings.TrimPrefix(s[n:], " ")
	spaced := len(given) < len(s)-n
	size := utf8.RuneCountInString(given)
	if size < 1 || size > 2 || kanjiEnd(given, 0) != len(given) || kanjiNumeral(firstRune(given)) || given == "々" {
		return false
	}
	if !spaced && ambiguousFirst.Has(surname) {
		return size == 2 && dict.Surname(s[:n+3]) == 0 && eastGiven(given)
	}
	return true
}

// eastGiven reports whether both characters of a given name are met in given names.
func eastGiven(s string) bool {
	for _, r := range s {
		if !strings.ContainsRune("民秀志英美香麗華建国明偉芳娜静敏軍勇艶傑娟濤超霞平剛桂蘭鵬玉梅紅雪琳佳怡俊宇浩文海波燕玲莉丹萍鑫雲蓮帆慧晶晴欣恩恵智賢勲鎬浚俊泰哲洙珠姫淑貞順子烈植準宰在成承正善相尚洪煥鐘仁基永容", r) {
			return false
		}
	}
	return true
}

// eastTitled takes such a name before the honorific at i.
func (t *textState) eastTitled(k *Detector, i int, title string) bool {
	end := len(strings.TrimRight(t.s[:i], " "))
	start := runStart(t.s, end)
	if start > 3 && end-start <= 6 && t.s[start-1] == ' ' && eastFirst.Has(lastRune(t.s[:start-1])) && runStart(t.s, start-1) == start-4 {
		start -= 4
	}
	if !eastName(t.s[start:end]) || start > 0 && !t.begins(start, false) || t.set.isWord(t.s[start:end]) || historic.has(t.s[start:end]) || notEast.has(t.s[start:end]) || notEast.has(t.s[start:i+len(title)]) {
		return false
	}
	sure := Likely
	if t.column.Against == organisation || t.inOffice(start) {
		sure = Shape
	}
	t.found(k.ID, start, end, sure, titleReasons[title])
	return true
}

var notEast = listOf("王様 王子 王女 王妃 金魚 金曜 孫娘 馬主 周囲 李下 陳情者 呉服 張本人 曹長 宋朝 姚 沈没 謝辞 韓国 唐人 鄭重 張り手 孔子 孟子 楊子 蘇生 魏 呂律 蔡 羅漢 朱色 杜氏 趙 徐行 尹 崔")

// eastSigned takes such a name at s[start:end], with a word for a person or a label before it, or what only people have behind.
func (t *textState) eastSigned(k *Detector, start, end int) {
	name := t.s[start:end]
	if !eastName(name) || t.taken(start, end) || t.set.isWord(name) || historic.has(name) || notEast.has(name) || dict.NotName(name) {
		return
	}
	left, right := t.leftSign(start), t.rightSign(end)
	kinBehind := strings.HasPrefix(t.s[end:], "の") && kin.prefix(t.s[end+3:]) != ""
	if left == noSign || right == noSign && !kinBehind || left < personSign && right < personSign && !kinBehind || t.column.Against == organisation || t.inOffice(start) {
		return
	}
	t.found(k.ID, start, end, Likely, "name behind a word for a person, in the way of China or Korea")
}
