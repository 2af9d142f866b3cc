package detectors

import (
	"sync"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
	"github.com/sumikeshi/sumikeshi/internal/ja"
)

// A class says what a character may be the beginning or end of, so that one pass over a text finds every place worth a look.
type class uint16

const (
	folds         class = 1 << iota // changes when folded
	kanjiDigit                      // 〇 to 九, and the 無 of 無番地
	placeEnd                        // ends a place name: 県 市 区 町 村 郡
	honorific                       // begins a title: 様 氏 殿 君
	honorificKana                   // the same when ん or ゃん follows: さん ちゃん くん; and 生, which may follow a date
	breaks                          // separates words: 、 。 brackets
	longVowel                       // ー, a hyphen when it stands between digits
	nameClass                       // kanji and kana
	kanaClass                       // kana and ー
	roleEnd                         // ends the word for a role: 者 員 長
	stop                            // 。, which breaks too
	eastern                         // a surname in the way of China or Korea
	householdEnd                    // ends a word for those who live together: 宅 方
	singleSurname                   // a surname by itself: 森 泉
)

// unmarked are the classes of characters that are passed over when a text is read for the first time.
const unmarked = nameClass | kanaClass | eastern | householdEnd | singleSurname

// classes maps the Basic Multilingual Plane.
var classes = sync.OnceValue(func() *[0x10000]class {
	var t [0x10000]class
	for r := range ja.Folding() {
		t[r] |= folds
	}
	for _, block := range [][2]rune{{0x3000, 0x9FFF}, {0xF900, 0xFAFF}} { // where kana and kanji are
		for r := block[0]; r <= block[1]; r++ {
			if isKana(r) {
				t[r] |= kanaClass
			}
			if nameRune(r) {
				t[r] |= nameClass
			}
			if dict.SingleSurname(r) {
				t[r] |= singleSurname
			}
		}
	}
	mark := func(c class, runes string) {
		for _, r := range runes {
			t[r] |= c
		}
	}
	mark(kanjiDigit, "〇一二三四五六七八九無")
	mark(placeEnd, "県府都道市区町村郡")
	mark(honorific, "様氏殿君先容被")
	mark(honorificKana, "さちく生")
	mark(breaks, "、。「」『』【】〔〕〈〉《》・…→⇒○●◎◇◆□■△▲▽▼※")
	for _, list := range []*wordList{privateRoles, officialRoles, callings} {
		for _, w := range list.words() {
			t[lastRune(w)] |= roleEnd
		}
	}
	mark(eastern, eastSurnames)
	mark(householdEnd, householdEnds)
	mark(longVowel, "ー")
	mark(stop, "。")
	return &t
})

// Classes of ASCII characters.
const (
	asciiDigit = 1 << iota
	asciiBreak // separates words
	asciiAt    // @
	asciiWord  // a letter
)

var asciiClasses = func() (t [256]uint8) {
	for c := byte('0'); c <= '9'; c++ {
		t[c] = asciiDigit
	}
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = asciiWord, asciiWord
	}
	for _, c := range []byte(" \t\r\n:;,|/()[]<>={}\"'*!?") {
		t[c] = asciiBreak
	}
	t['@'] = asciiAt
	return t
}()

// kanjiValue returns the digit that a kanji stands for, as ASCII, or 0.
func kanjiValue(r rune) byte {
	switch r {
	case '〇':
		return '0'
	case '一':
		return '1'
	case '二':
		return '2'
	case '三':
		return '3'
	case '四':
		return '4'
	case '五':
		return '5'
	case '六':
		return '6'
	case '七':
		return '7'
	case '八':
		return '8'
	case '九':
		return '9'
	}
	return 0
}
