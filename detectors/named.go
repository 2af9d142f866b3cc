package detectors

import (
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// How much a word reads like a full name, by the dictionary alone.
const (
	noFull    = iota
	guessFull // a surname and what given names are written with, or a given name behind what may be a surname
	listFull  // a surname and a given name that may meet by chance, since one of them is short
	soundFull
)

// fullness says how much s, in which a space may stand, reads like a surname and a given name.
func fullness(s string) int {
	best := noFull
	for i := range s {
		if i == 0 || s[i-1] == ' ' {
			continue
		}
		surname, given := s[:i], s[i:]
		spaced := given[0] == ' '
		given = strings.TrimPrefix(given, " ")
		if given == "" || strings.IndexByte(given, ' ') >= 0 {
			continue
		}
		a := dict.Surname(surname)
		if a == 0 && (i < 6 || i > 12 || len(given) < 6) {
			continue
		}
		b := dict.Given(given)
		switch {
		case a > 0 && b > 0 && sound(a, b, i, given):
			return soundFull
		case a > 0 && b > 0 && (i > 3 || a == dict.Frequent):
			best = listFull
		case best == listFull:
		case a > 0 && b > 0, a > 0 && (i > 3 || spaced && a == dict.Frequent) && givenRank(given) > 0,
			a > 0 && spaced && i > 3 && utf8.RuneCountInString(given) < 3 && isKanji(firstRune(given)):
			best = guessFull
		case a == 0 && b > 0 && !dict.GivenNoun(given) && isKanji(firstRune(surname)) && isKanji(lastRune(surname)):
			best = guessFull
		}
	}
	return best
}

// behindLabel returns where the name in s[start:end] begins if a head or a role is written on to it without a break, as in 宛名藤崎美咲 and
// 賃借人林和彦, and how much the name reads like one.
func (t *textState) behindLabel(start, end int) (from, full int) {
	for i := range t.s[start:end] {
		if i > 0 && (t.set.isWord(t.s[start:start+i]) || privateRoles.has(t.s[start:start+i])) {
			if full := fullness(t.s[start+i : end]); full > guessFull {
				return start + i, full
			}
		}
	}
	return start, guessFull
}

// signedName reports the name s[start:end] if what stands around it makes up for what the dictionary does not say.
func (t *textState) signedName(k *Detector, start, end int) bool {
	full := fullness(t.s[start:end])
	if full == noFull {
		return false
	}
	if full == guessFull {
		start, full = t.behindLabel(start, end)
	}
	right := t.rightSign(end)
	if right == noSign {
		return false
	}
	left := t.leftSign(start)
	if left == noSign || full == listFull && left+right < 3 || full == guessFull && (left < personSign && right < personSign || left+right < 4) {
		return false
	}
	name := t.s[start:end]
	bare := name
	if strings.IndexByte(name, ' ') >= 0 {
		bare = text(unspaced(t.scratch[:0], name))
	}
	if historic.has(bare) || dict.NotName(bare) || t.set.isWord(name) || utf8.RuneCountInString(bare) < 3 && left < personSign ||
		remarkEnds.suffix(bare) != "" || remarks.has(bare) || strings.HasSuffix(bare, "家") { // 金満家
		return false
	}
	sure := Likely
	if t.column.Against == organisation || t.inOffice(start) || t.officialBefore(start) || officialRoles.prefix(t.s[end:]) != "" {
		sure = Shape
	}
	t.found(k.ID, start, end, sure, signedReason)
	return true
}

const signedReason = "surname and given name, and the words around them"

// signedSurname takes the surname s[start:end] alone, where a word for a person stands before it: 文責 佐藤, 対応は佐藤が, 立会:佐藤、鈴木.
func (t *textState) signedSurname(k *Detector, start, end int) {
	name := t.s[start:end]
	if t.besideRole(start, end) {
		t.found(k.ID, start, end, Likely, "surname behind a word for a person")
		return
	}
	rank := dict.Surname(name)
	behind := end < len(t.s) && behindPerson.prefix(t.s[end:]) != ""
	if rank == 0 || !behind && !t.goesOn(end) || t.taken(start, end) {
		return
	}
	if left := t.leftSign(start); left != personSign && strangers.prefix(t.s[end:]) == "" && (left == noSign || !behind || !surnameAlone(name) || dict.PlaceOf(name+"市") != 0) {
		return
	}
	if strangers.prefix(t.s[end:]) != "" && len(name) <= 12 && t.leftSign(start) != noSign && !t.set.isWord(name) && !dict.SurnameNoun(name) && !historic.has(name) && !t.prefecture(start, end) {
		t.found(k.ID, start, end, Likely, "surname of somebody who gave it")
		return
	}
	colon := start > 0 && (t.s[start-1] == ':' || t.s[start-1] == ' ' && strings.HasSuffix(strings.TrimRight(t.s[:start], " "), ":"))
	if !colon && !surnameAlone(name) || remarks.has(name) || t.set.isWord(name) || historic.has(name) || t.prefecture(start, end) {
		return
	}
	if t.column.Against == organisation || t.inOffice(start) || t.officialBefore(start) {
		return
	}
	t.found(k.ID, start, end, Likely, "surname behind a word for a person")
}

// besideRole reports whether s[start:end] is any surname at all, noun and town as well, where nothing but somebody can be meant: an item of its own
// behind a label for people, or behind a role and の where somebody does something.
func (t *textState) besideRole(start, end int) bool {
	name := t.s[start:end]
	before := strings.TrimRight(t.s[:start], " ")
	if before == "" || asciiClasses[before[len(before)-1]]&(asciiDigit|asciiWord) != 0 || before[len(before)-1] == '\n' || !t.plainSurname(name) || t.column.Against == organisation || t.taken(start, end) {
		return false
	}
	rest := t.s[end:]
	switch {
	case strings.HasSuffix(before, "の"):
		r := firstRune(rest)
		if start != len(before) || r != 'が' && r != 'は' && !strings.HasPrefix(rest, "から") && !strings.HasPrefix(rest, "より") && (r != 'に' && r != 'と' && r != 'へ' || len(name) < 6 || t.placeToo(name)) {
			return false
		}
		before = before[:len(before)-len("の")]
	case before[len(before)-1] == ':' || before[len(before)-1] == '(':
		if before = strings.TrimRight(before[:len(before)-1], " "); rest != "" && !endsWord(rest) {
			return false
		}
	case len(before) == start || rest != "" && !endsWord(rest) || strings.HasPrefix(rest, ":"):
		return false
	}
	if personal := privateRoles.suffix(before) != "" || callings.suffix(before) != ""; !personal && (!personWord(before) || t.prefecture(start, end) || len(name) == 3 && dict.Surname(name) != dict.Frequent) {
		return false
	}
	return officialRoles.suffix(before) == "" && !t.inOffice(start) && !t.officialBefore(start)
}

// strangers follow the surname that somebody gave.
var strangers = listOf("という女性 という男性 という者 という方 という人 という名前 という名の と名乗")

// prefecture reports whether s[start:end] names a prefecture or a big town.
func (t *textState) prefecture(start, end int) bool {
	name := t.s[start:end]
	return dict.PlaceOf(name+"県") != 0 || dict.PlaceOf(name+"府") != 0
}

// signedAt looks for a name at start, where a word for a person stands before, whatever the dictionary says of the surname.
func (t *textState) signedAt(k *Detector, start int) bool {
	s := t.s
	end := kanjiEnd(s, start)
	if end-start < 3 || end-start > 21 {
		return false
	}
	if end < len(s) && s[end] == ' ' {
		if to := kanjiEnd(s, end+1); to > end+1 && to-end <= 10 && t.signedName(k, start, to) {
			return true
		}
	}
	for to, n := end, 0; n < 4 && to+2 < len(s) && s[to] == 0xE3 && isKana(firstRune(s[to:])); n++ {
		if to += 3; n > 0 && dict.Given(s[end:to]) > 0 && t.rightSign(to) > noSign && t.signedName(k, start, to) {
			return true
		}
	}
	return end-start >= 9 && t.signedName(k, start, end)
}

// runStart returns where the run of kanji that ends at i begins.
func runStart(s string, i int) int {
	for from := i; i >= 3 && from-i < 24 && kanjiBefore(s[:i]); {
		_, n := utf8.DecodeLastRuneInString(s[:i])
		i -= n
	}
	return i
}

// givenNames takes the given names of children and patients, which nobody's surname stands before: a list of them, or one behind うちの and before
// ママ.
func (t *textState) givenNames(k *Detector) {
	for i := 0; i < len(t.segments); i++ {
		if a := t.segments[i]; a.end < len(t.s) && t.s[a.end] == '(' && bracketsPerson(t.s[a.end:]) && t.givenAlone(a.span) && !t.taken(a.start, a.end) {
			t.found(k.ID, a.start, a.end, Likely, "given name, age, sex or kinship beside it")
		}
		if i+1 == len(t.segments) || !t.listSign(t.segments[i].end, t.segments[i+1].start) {
			continue
		}
		n, alone := i, 0
		for n < len(t.segments) && t.givenListed(t.segments[n].span, &alone) && (n == i || t.listSign(t.segments[n-1].end, t.segments[n].start)) {
			n++
		}
		if a := t.segments[i]; n-i == 1 && a.end < len(t.s) && t.s[a.end] == '(' && bracketsPerson(t.s[a.end:]) && !t.taken(a.start, a.end) {
			t.found(k.ID, a.start, a.end, Likely, "given name, age, sex or kinship beside it")
		}
		if n-i < 2 || alone < n-i && (alone*2 < n-i || n-i < 3) || n-i == 2 && t.leftSign(t.segments[i].start) != personSign {
			i = max(i, n-1)
			continue
		}
		for _, a := range t.segments[i:n] {
			if !t.taken(a.start, a.end) {
				t.found(k.ID, a.start, a.end, Likely, "given name in a list of them")
			}
		}
		i = n - 1
	}
}

// givenListed reports whether a word may be a given name in a list, and counts those that are hardly anything else.
func (t *textState) givenListed(a span, alone *int) bool {
	if t.givenAlone(a) {
		*alone++
		return true
	}
	s := t.s[a.start:a.end]
	return a.end-a.start <= 12 && dict.Given(s) > 0 && dict.Surname(s) != dict.Frequent && !t.set.isWord(s) && !remarks.has(s) && !notCalled.has(s) && dict.PlaceOf(s+"県") == 0
}

// givenAlone reports whether a word is a given name and hardly anything else.
func (t *textState) givenAlone(a span) bool {
	if a.end-a.start < 6 || a.end-a.start > 12 {
		return false
	}
	s := t.s[a.start:a.end]
	return dict.Given(s) > 0 && !dict.GivenNoun(s) && !dict.SurnameNoun(s) && dict.Surname(s) != dict.Frequent &&
		dict.PlaceOf(s+"県") == 0 && dict.PlaceOf(s+"市") == 0 && !t.set.isWord(s) && !remarks.has(s) && !notCalled.has(s) && !dict.NotName(s)
}

// listSign reports whether s[from:to] keeps the items of a list apart; what stands in a bracket behind an item belongs to it.
func (t *textState) listSign(from, to int) bool {
	from, to = trim(t.s, from, to)
	between := t.s[from:to]
	return between == "・" || between == "、" || between == "," || between == "/"
}
