package detectors

import (
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// Names of residents from abroad in a sentence: グエン・ティ・フオン, Tran Van Minh; and Japanese ones in Latin letters, Hattori Kyohei.

// foreignParts counts what the dictionary knows of the words of a name.
type foreignParts struct{ words, known, strong int }

func (p *foreignParts) add(word string) {
	p.words++
	switch dict.ForeignPart(word) {
	case dict.Frequent:
		p.strong++
		p.known++
	case dict.Listed:
		p.known++
	}
}

// name reports whether the words are a name: one that is hardly anything else, and the others parts of names as well. Of three words one
// may be unknown.
func (p *foreignParts) name() bool {
	return p.words >= 2 && p.words <= 5 && (p.strong > 0 && p.known == p.words || p.strong > 1 && p.known >= p.words-1 || p.words > 2 && p.strong > 0 && p.known >= p.words-1)
}

// kanaAbroad reads the words in katakana that begin at start and are joined by ・, = or a space. It returns where they end.
func (t *textState) kanaAbroad(k *Detector, start int) int {
	s, p := t.s, foreignParts{}
	end, i, first := start, start, 0
	for p.words < 6 {
		from := i
		for katakanaAt(s, i) {
			i += 3
		}
		if i == from {
			break
		}
		if first == 0 { // nearly always the only one
			first = i
			p.words++
		} else {
			if p.words == 1 {
				p.words--
				p.add(s[start:first])
			}
			p.add(s[from:i])
		}
		end = i
		switch {
		case strings.HasPrefix(s[i:], "・"):
			i += len("・")
		case i < len(s) && (s[i] == ' ' || s[i] == '='):
			i++
		}
		if i == end {
			break
		}
	}
	if p.words < 2 || !p.name() && !t.labelsAbroad(start, end, &p) || start > 0 && kanjiBefore(s[:start]) {
		return end
	}
	if r := firstRune(s[end:]); end < len(s) && isKanji(r) && titleAt(s[end:]) == "" {
		return end // サンタ・マリア号
	}
	t.foundAbroad(k, start, end)
	return end
}

// katakanaAt reports whether a katakana or ー stands at s[i:], which may be cut within a character.
func katakanaAt(s string, i int) bool {
	return i+2 < len(s) && s[i] == 0xE3 && (s[i+1] == 0x82 && s[i+2] >= 0xA1 || s[i+1] == 0x83 && (s[i+2] <= 0xBA || s[i+2] == 0xBC))
}

// saints are first words of towns that go on like a person's name.
var saints = listOf("San Santa Santo Saint Los Las")

// latinAbroad reads the capitalised words that begin at start. It returns where they end.
func (t *textState) latinAbroad(k *Detector, start int) int {
	s, p := t.s, foreignParts{}
	var words [5]string
	end, i := start, start
	for p.words < 5 && i < len(s) && s[i] >= 'A' && s[i] <= 'Z' {
		from := i
		for i < len(s) && (asciiClasses[s[i]] == asciiWord || s[i] == '\'' || s[i] == '-') {
			i++
		}
		words[p.words] = s[from:i]
		p.words++
		end = i
		if i >= len(s) || s[i] != ' ' {
			break
		}
		i++
	}
	if p.words < 2 || end < len(s) && (s[end] == '.' && end+1 < len(s) && s[end+1] > ' ' || asciiClasses[s[end]]&(asciiDigit|asciiAt) != 0 || s[end] == '_') {
		return end
	}
	n := p.words
	p.words = 0
	for _, w := range words[:n] {
		var buf [32]byte
		p.add(text(asciiLower(buf[:0], w)))
	}
	if p.words == 2 && saints.has(words[0]) && !latinLabel(s[:start]) {
		return end // San Diego
	}
	japanese := p.words == 2 && len(words[0]) > 2 && len(words[1]) > 2 &&
		(dict.RomajiSurname(words[0]) && dict.RomajiGiven(words[1]) || dict.RomajiGiven(words[0]) && dict.RomajiSurname(words[1]))
	if p.name() || t.labelsAbroad(start, end, &p) || latinLabel(s[:start]) && p.known+p.strong > 0 || japanese && utf8.RuneCountInString(words[0])+len(words[1]) > 7 {
		t.foundAbroad(k, start, end)
	}
	return end
}

// labelsAbroad reports whether the words s[start:end] are a name because of a word for a person before them, or because a part of one stands as an
// item of its own in a text that names others.
func (t *textState) labelsAbroad(start, end int, p *foreignParts) bool {
	if p.words < 2 || p.words > 4 || start == 0 || end < len(t.s) && !endsWord(t.s[end:]) && firstRune(t.s[end:]) != 'と' && firstRune(t.s[end:]) != 'が' && firstRune(t.s[end:]) != 'は' || end-start < 8 {
		return false
	}
	before := strings.TrimRight(t.s[:start], " :")
	if before == "" || len(before) == start && !strings.HasSuffix(before, "の") {
		return p.known > 0 && strings.HasSuffix(before, "・") && t.namesOthers()
	}
	before = strings.TrimSuffix(before, "の")
	return privateRoles.suffix(before) != "" || p.known > 0 && (personWord(before) || t.namesOthers() && asciiClasses[before[len(before)-1]] == asciiDigit)
}

// namesOthers reports whether a name was found in the text for sure.
func (t *textState) namesOthers() bool {
	for i := t.own; i < len(t.out); i++ {
		if t.out[i].Sure >= Likely {
			return true
		}
	}
	return false
}

func (t *textState) foundAbroad(k *Detector, start, end int) {
	sure := Likely
	if t.column.Against == organisation || t.inOffice(start) {
		sure = Shape
	}
	t.found(k.ID, start, end, sure, "parts of foreign names, or of Japanese ones in Latin letters")
}

// latinLabel reports whether a text ends in a label that names follow: From:, Cc:, Name.
func latinLabel(s string) bool {
	s = strings.TrimRight(s, " \t\"")
	s = strings.TrimSuffix(s, ":")
	return latinLabels.suffix(s) != "" && (len(s) < 7 || asciiClasses[s[len(s)-len(latinLabels.suffix(s))-1]]&asciiWord == 0)
}

var latinLabels = listOf("From To Cc CC Bcc Name Sender Attn Dear Mr. Mrs. Ms. Dr. Prof. Mr Mrs Ms Dr Signed by Author Student Patient Pt. 氏名 名前 宛名 ローマ字 署名")
