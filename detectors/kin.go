package detectors

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// kin are relatives, called by their given name: 長男健太が, 息子の翔太は, うちの陽菜が.
var kin = listOf("長男 次男 二男 三男 四男 長女 次女 二女 三女 四女 息子 娘 孫 弟 妹 兄 姉 姪 甥 夫 妻 内縁の夫 内縁の妻 祖父 祖母 実父 実母 養父 養母 義父 義母 実兄 実弟 実姉 実妹 うち 父 母 子 叔父 叔母 伯父 伯母 子ども 子供 お子さん お孫さん 長子 次子 末子 五男 五女 同妻 同夫 義兄 義弟 義姉 義妹 義母 曾祖父 曾祖母 婚約者 元夫 元妻 パートナー")

var joinsKin = newWordList("の", ":", " ", "・", "(")

// notKana are words in kana that read like a given name.
var notKana = listOf("ため まま もと こと あと ほか よう とも はや なか みな まで から より いえ うち そば かげ せい はは ちち あに いま とき ところ わけ ほう みち")

// givenOfKin takes a given name behind a word for a relative that ends at i.
func (t *textState) givenOfKin(k *Detector, i int) {
	if kin.suffix(t.s[:i]) == "" {
		return
	}
	start := skipSpace(t.s, i+len(joinsKin.prefix(t.s[i:])))
	for n := 0; n < 4; n++ { // 子健太・美咲
		end := t.kinsGiven(start, n > 0)
		if end == start {
			return
		}
		t.found(k.ID, start, end, Likely, "relative before a given name")
		if !strings.HasPrefix(t.s[end:], "・") && !strings.HasPrefix(t.s[end:], "、") && !strings.HasPrefix(t.s[end:], "と") {
			return
		}
		start = end + 3
	}
}

// kinTitled takes the surname or the given name before the honorific at i that a relative is written on to: 父菅氏, 長女迅さん.
func (t *textState) kinTitled(k *Detector, i int, title string) bool {
	end := len(strings.TrimRight(t.s[:i], " "))
	run := runStart(t.s, end)
	for _, n := range [...]int{9, 6, 3} {
		from := run + n
		if from >= end || kin.suffix(t.s[run:from]) == "" || len(kin.suffix(t.s[run:from])) < n {
			continue
		}
		name := t.s[from:end]
		if (t.plainSurname(name) && title != "ちゃん" && title != "くん" || dict.Given(name) > 0 && title != "氏" && title != "殿") && !t.taken(from, end) && (run == 0 || t.begins(run, false)) {
			t.found(k.ID, from, end, Likely, "relative before a name")
			return true
		}
	}
	return false
}

// kinBefore takes a given name at start, where a colon or の stands before, behind a word for a relative in kana, or one of a single character:
// うちの喜久江, 子:奏太.
func (t *textState) kinBefore(k *Detector, start int) {
	before := t.s[:start-1]
	if t.s[start-1] == ':' {
		before = strings.TrimSuffix(before, "の")
	} else {
		before = t.s[:start-len("の")]
	}
	word := kin.suffix(before)
	if word == "" || len(word) < len(before) && kanjiBefore(before[:len(before)-len(word)]) {
		return
	}
	if end := t.kinsGiven(start, false); end > start && !t.taken(start, end) {
		t.found(k.ID, start, end, Likely, "relative before a given name")
	}
}

// kinsGiven returns where the given name of a relative at start ends, or start. One of a single character must be met often, and what people do
// or have must follow, unless it goes on a list.
func (t *textState) kinsGiven(start int, list bool) int {
	s := t.s
	end := kanjiEnd(s, start)
	if end-start == 3 {
		if dict.Given(s[start:end]) == 0 || strings.Contains("親子方校国性体屋妻夫兄弟姉妹系", s[start:end]) || t.set.isWord(s[start:end]) || notCalled.has(s[start:end]) || start == 0 {
			return start
		}
		rest := s[end:]
		if r := firstRune(rest); rest == "" || endsWord(rest) || (r == 'が' || r == 'は' || r == 'と' || r == 'も' || r == 'に' || strings.HasPrefix(rest, "から") || strings.HasPrefix(rest, "より")) && !list {
			return end
		}
		return start
	}
	if end == start {
		best := start
		if start < 3 || !isKanji(lastRune(s[:start])) && !strings.HasSuffix(s[:start], "の") && !strings.HasSuffix(s[:start], "・") && s[start-1] != ':' {
			return start // 兄はやに色が白い
		}
		for to, n := start, 0; n < 4 && to+2 < len(s) && s[to] == 0xE3 && isKana(firstRune(s[to:])); n++ {
			to += 3
			if n > 0 && (dict.Given(s[start:to]) == dict.Frequent && len(s[start:to]) > 3 || dict.Given(s[start:to]) > 0 && !isKanji(lastRune(s[:start]))) && t.goesOn(to) && !notKana.has(s[start:to]) {
				best = to
			}
		}
		return best
	}
	name := s[start:end]
	if end-start > 12 || dict.Given(name) == 0 || dict.GivenNoun(name) && dict.Given(name) != dict.Frequent || !t.goesOn(end) || kin.has(name) || t.set.isWord(name) {
		return start
	}
	return end
}
