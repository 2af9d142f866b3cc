package detectors

import (
	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// kin are relatives, called by their given name: 長男健太が, 息子の翔太は, うちの陽菜が.
var kin = listOf("長男 次男 二男 三男 四男 長女 次女 二女 三女 四女 息子 娘 孫 弟 妹 兄 姉 姪 甥 夫 妻 内縁の夫 内縁の妻 祖父 祖母 実父 実母 養父 養母 義父 義母 実兄 実弟 実姉 実妹 うち")

var joinsKin = newWordList("の", ":", " ", "・", "(")

// givenOfKin takes a given name behind a word for a relative that ends at i.
func (t *textState) givenOfKin(k *Detector, i int) {
	if kin.suffix(t.s[:i]) == "" {
		return
	}
	start := skipSpace(t.s, i+len(joinsKin.prefix(t.s[i:])))
	end := kanjiEnd(t.s, start)
	if end-start < 6 || end-start > 12 || dict.Given(t.s[start:end]) == 0 || dict.GivenNoun(t.s[start:end]) && dict.Given(t.s[start:end]) != dict.Frequent || !t.goesOn(end) || kin.has(t.s[start:end]) || t.set.isWord(t.s[start:end]) {
		return
	}
	t.found(k.ID, start, end, Likely, "relative before a given name")
}
