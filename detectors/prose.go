package detectors

import (
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// Names inside sentences: 山田太郎が転倒し, 養護教諭の佐藤が応じた. Nothing but the words around them tells them.

// proseNames looks at each run of kanji that begins a word: a surname and a given name, where a particle, a break or what belongs to a
// person goes on.
func (t *textState) proseNames(k *Detector) {
	if t.column.Kind == place || t.column.Kind == organisation || t.column.Kind == statistic {
		return
	}
	s, table := t.s, classes()
	recalls := t.memory != nil && len(t.memory.sums) > 0
	for i := 0; i+5 < len(s); {
		switch c := s[i]; {
		case c >= 0xE4 && c <= 0xE9:
			start := i
			for i += 3; i+2 < len(s) && (s[i] >= 0xE4 && s[i] <= 0xE9 || s[i] == 0xE3 && inSurname(s[i:])); i += 3 {
			}
			size, first, spaced := i-start, table[threeAt(s, start)], i < len(s) && s[i] == ' '
			switch { // a kanji by itself is nearly always another word
			case size > 6 || spaced || recalls && size > 3:
			case size == 3 && first&singleSurname == 0,
				size == 6 && first&eastern == 0 && table[threeAt(s, start+3)]&householdEnd == 0 && !dict.MayBeSurname(s[start:i]):
				if behindColon(s, start) {
					t.kinBefore(k, start)
				}
				continue
			}
			t.kanjiRun(k, start, i)
		case c == 0xE3 && hiraganaAt(s, i):
			i += 3
		case c < 'A':
			for i++; i < len(s) && s[i] < 'A'; i++ {
			}
		case c <= 'Z', c == 0xE3:
			i = t.proseOther(k, i)
		default:
			i += runeLength(c)
		}
	}
}

// hiraganaAt reports whether the character of three bytes at i, which begins with 0xE3, is a hiragana or a sign.
func hiraganaAt(s string, i int) bool { return s[i+1] < 0x82 || s[i+1] == 0x82 && s[i+2] < 0xA1 }

// inSurname reports whether s begins with 々, or with a ッ, ヶ or ノ that a kanji follows: 佐々木, 三ッ木, 一ノ瀬.
func inSurname(s string) bool {
	if s[1] == 0x80 {
		return s[2] == 0x85
	}
	return s[1] == 0x83 && (s[2] == 0x83 || s[2] == 0x8E || s[2] == 0xB6) && len(s) > 5 && s[3] >= 0xE4 && s[3] <= 0xE9
}

// behindColon reports whether a colon or の stands before i.
func behindColon(s string, i int) bool {
	return i >= 6 && (s[i-1] == ':' || s[i-1] == 0xAE && s[i-2] == 0x81)
}

// kanjiRun looks for a name that begins with the run of kanji s[start:end].
func (t *textState) kanjiRun(k *Detector, start, end int) {
	s, size, table := t.s, end-start, classes()
	surname := size >= 6 && dict.MayBeSurname(s[start:end])
	spaced := end < len(s) && s[end] == ' '
	if spaced {
		t.spacedName(k, start, end)
		if size == 3 {
			if to := kanjiEnd(s, end+1); to > end+1 && to-end <= 7 {
				t.eastSigned(k, start, to)
			}
		}
	}
	if (size == 6 || size == 9) && table[threeAt(s, start)]&eastern != 0 {
		t.eastSigned(k, start, end)
	}
	// A run of two kanji is a full name only if the first is a surname.
	if size <= 24 && (size >= 9 || spaced && size == 6 && table[threeAt(s, start)]&singleSurname != 0) && (surname || dict.MayBeginSingle(s[start:end]) || mayEndGiven(s[start:end])) {
		t.proseName(k, start, end)
	}
	if size <= 12 && behindColon(s, start) {
		t.kinBefore(k, start)
	}
	if size >= 6 && size <= 24 {
		if table[threeAt(s, end-3)]&householdEnd != 0 {
			t.household(k, start, end)
		}
		if size >= 9 && onLabels.may(s[start:end]) {
			t.labelled(k, start, end)
		}
	}
	if t.memory != nil && len(t.memory.sums) > 0 && size >= 6 && size <= 24 {
		t.recall(k, start, end)
	}
	if size == 3 && t.besideRole(start, end) {
		t.found(k.ID, start, end, Likely, "surname behind a word for a person")
		return
	}
	kana := end+6 <= len(s) && s[end] == 0xE3
	if size > 12 || !surname && (size > 3 || !kana) {
		return
	}
	if kana && dict.MayGiveKana(s[start:end], s[end:]) {
		t.kanaGiven(k, start, end)
	}
	if surname {
		t.signedSurname(k, start, end)
		if kana && size <= 9 {
			t.actingSurname(k, start, end)
		}
	}
}

// proseOther passes over what is no kanji at i, and reads the names in it that are not in kanji. It returns where to go on.
func (t *textState) proseOther(k *Detector, i int) int {
	s := t.s
	switch c := s[i]; {
	case c >= 'A' && c <= 'Z':
		if i == 0 || asciiClasses[s[i-1]]&(asciiWord|asciiDigit|asciiAt) == 0 && s[i-1] != '.' && s[i-1] != '/' && s[i-1] != '_' && s[i-1] != '-' {
			return max(t.latinAbroad(k, i), i+1)
		}
	case c == 0xE3 && katakanaAt(s, i):
		return max(t.kanaAbroad(k, i), i+3)
	}
	return i + runeLength(s[i])
}

// spacedName looks for a surname in s[start:end] and a given name behind the space at end: 山田 太郎が.
func (t *textState) spacedName(k *Detector, start, end int) {
	s := t.s
	to := end + 1
	for to+2 < len(s) && to-end <= 10 && s[to] >= 0xE4 && s[to] <= 0xE9 {
		to += 3
	}
	if to == end+1 || end-start > 12 || len(t.out)-t.own < 40 && t.taken(start, end) || dict.Surname(s[start:end]) == 0 {
		return
	}
	if word := behindName.suffix(s[end+1 : to]); word != "" && dict.Given(s[end+1:to-len(word)]) > 0 {
		to -= len(word)
	}
	if givenRank(s[end+1:to]) > 0 {
		t.proseFound(k, start, to)
	}
}

// kanaGiven looks for a given name in kana behind the surname s[start:end]: 保科つむぎ, 大鷲レオ.
func (t *textState) kanaGiven(k *Detector, start, end int) {
	s, best := t.s, end
	for to, n := end, 0; n < 4 && to+2 < len(s) && s[to] == 0xE3 && isKana(firstRune(s[to:])); n++ {
		to += 3
		if n > 0 && dict.Given(s[end:to]) > 0 && t.rightSign(to) > noSign {
			best = to
		}
	}
	if best > end && dict.Surname(s[start:end]) > 0 && !t.taken(start, best) {
		t.signedName(k, start, best)
	}
}

// mayEndGiven reports whether a run of kanji may be a surname that no list has, of two to four kanji, and a given name of two and more.
func mayEndGiven(s string) bool {
	for i := 6; i <= 12 && i+6 <= len(s); i += 3 {
		if dict.MayGive(s[i:]) {
			return true
		}
	}
	return false
}

// proseName looks for a surname and a given name in the run of kanji s[start:end].
func (t *textState) proseName(k *Detector, start, end int) {
	s := t.s
	name := s[start:end]
	if end-start <= 21 && fullKanji(name) {
		t.proseFound(k, start, end)
		return
	}
	if word := behindName.suffix(name); word != "" && len(name)-len(word) >= 6 && fullKanji(name[:len(name)-len(word)]) {
		t.proseFound(k, start, end-len(word))
		return
	}
	if end-start <= 18 {
		t.signedName(k, start, end)
	}
}

// fullKanji reports whether a run of kanji is a surname and a given name of the dictionary.
func fullKanji(s string) bool {
	for i := 3; i <= 12 && i < len(s); i += 3 {
		if dict.MayGive(s[i:]) && dict.Surname(s[:i]) > 0 && dict.Given(s[i:]) > 0 {
			return true
		}
	}
	return false
}

// behindName are words in kanji that go on a name.
var behindName = listOf("宅 方 邸 宛 家 外 他 両名 夫妻 夫婦 本人")

// proseFound reports a surname and a given name if the words before and behind let it stand by itself.
func (t *textState) proseFound(k *Detector, start, end int) {
	if len(t.out)-t.own < 40 && t.taken(start, end) || t.signedName(k, start, end) {
		return
	}
	if start > 0 && !t.begins(start, false) && privateRoles.suffix(t.s[:start]) == "" || !t.goesOn(end) {
		return
	}
	name := t.s[start:end]
	bare := name
	if strings.IndexByte(name, ' ') >= 0 {
		bare = text(unspaced(t.scratch[:0], name))
	}
	if historic.has(bare) || dict.NotName(bare) || t.set.isWord(name) || len(name) == len(bare) && utf8.RuneCountInString(bare) < 3 {
		return
	}
	sure := Likely
	if !soundName(name) {
		sure = Shape
	}
	if t.column.Against == organisation || t.inOffice(start) || t.officialBefore(start) || officialRoles.prefix(t.s[end:]) != "" {
		sure = Shape
	}
	t.found(k.ID, start, end, sure, "surname and given name in the dictionary, in a sentence")
}

// soundName reports whether a name is more than a coincidence of two words: a surname or a given name of one character says little, unless
// the other is met often.
func soundName(name string) bool {
	for i := range name {
		if i == 0 || name[i-1] == ' ' {
			continue
		}
		surname, given := name[:i], strings.TrimPrefix(name[i:], " ")
		if a := dict.Surname(surname); a > 0 {
			if b := dict.Given(given); b > 0 && sound(a, b, i, given) {
				return true
			}
		}
	}
	return false
}

// sound is soundName for a surname of rank a and so many bytes, and a given name of rank b.
func sound(a, b dict.Rank, bytes int, given string) bool {
	return (bytes > 3 || a == dict.Frequent || b == dict.Frequent) && (len(given) > 3 || a == dict.Frequent) && (b == dict.Frequent || !dict.GivenNoun(given))
}

// officialBefore reports whether the word before i names somebody in office: 市長の, 会長.
func (t *textState) officialBefore(i int) bool {
	s := strings.TrimRight(t.s[:i], " :")
	s = strings.TrimSuffix(s, "の")
	return officialRoles.suffix(s) != ""
}

// goesOn reports whether a sentence can go on at i behind a name.
func (t *textState) goesOn(i int) bool {
	if i >= len(t.s) || endsWord(t.s[i:]) {
		return true
	}
	return particle(firstRune(t.s[i:])) || afterName.prefix(t.s[i:]) != ""
}

var afterName = listOf("まで から より ほか ら、 ら( など だった である です さん 様 氏 殿 君 くん ちゃん 宅 方 邸 宛 家 外 他 両名 夫妻 容疑者 被告")
