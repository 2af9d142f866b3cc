package detectors

import (
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors/internal/dict"
)

// The short way of a cell. A million-row roster is millions of cells whose column is typed and which are as their column says. Such
// a cell needs no folding and no search: one look at its characters and the dictionary tells. What is out of the ordinary in any
// way goes the long way, so the short way may refuse but never guess.

// A shortWay is what a typed column says of every cell that is as it should be.
type shortWay struct {
	fits    func(t *textState, cell string) bool
	id      string
	sure    Sureness
	because string
}

// maxShort is the longest cell that goes the short way, in bytes.
const maxShort = 90

// shorten works out the short ways of a labelSet. They exist where the column is full of its kind and nothing speaks against it, so
// that a cell that fits is Proven.
func (t *textState) shorten(l *labelSet) {
	l.short = l.short[:0]
	if l.columnBit == 0 || l.column.Parts > 0 || len(t.set.users) > 0 {
		return
	}
	t.with, t.index, t.bit = l, bitIndex(l.columnBit), l.columnBit
	k, e := t.set.byBit[t.index], t.base()
	if k.short == nil || !e.column || !e.full || e.weak || e.against || e.owner != "" {
		return
	}
	add := func(fits func(*textState, string) bool, format string) {
		l.short = append(l.short, shortWay{fits: fits, id: k.ID, sure: Proven, because: t.reason(e, format)})
	}
	switch k.ID {
	case "name":
		add(k.short, l.share)
	case "birth-date":
		add(shortSerial, serialBecause)
		fallthrough
	default:
		add(k.short, k.shortBecause)
	}
}

// goShort looks at a cell the short way, if it has one and fits.
func (t *textState) goShort(cell string) (Match, bool) {
	if len(cell) > maxShort {
		return Match{}, false
	}
	for i := range t.with.short {
		if way := &t.with.short[i]; way.fits(t, cell) {
			return Match{way.id, 0, len(cell), way.sure, way.because, 0}, true
		}
	}
	return Match{}, false
}

// shortName reports whether a cell is a surname and a given name of the dictionary, with or without a space between.
func shortName(t *textState, cell string) bool {
	a, b := shortParts(cell, nameClass)
	switch {
	case a < 0:
		return false
	case b == 0:
		return len(cell) >= 9 && len(cell) <= 18 && endTitles.suffix(cell) == "" && knownName(cell) >= surnameGiven && !t.set.isWord(cell)
	}
	surname, given := cell[:a], cell[b:]
	return dict.Surname(surname) > 0 && dict.Given(given) > 0 && endTitles.suffix(given) == ""
}

// shortKana reports whether a cell is the reading of a surname and of a given name, with one space between.
func shortKana(t *textState, cell string) bool {
	a, b := shortParts(cell, kanaClass)
	if b <= 0 || len(cell) > len(t.scratch) {
		return false
	}
	k := text(katakana(append(t.scratch[:0], cell...)))
	return dict.SurnameKana(k[:a]) && dict.GivenKana(k[b:]) && !t.set.isWord(cell[:a]) && !t.set.isWord(cell[b:])
}

// shortParts returns where the first word of a cell ends and the second begins, 0 and 0 when there is one word; -1 and -1 unless the
// cell is one or two words of characters of the class, with one space between, narrow or wide.
func shortParts(cell string, want class) (a, b int) {
	table := classes()
	for i := 0; i < len(cell); {
		if cell[i] == ' ' {
			if b != 0 || i == 0 {
				return -1, -1
			}
			a, b = i, i+1
			i++
			continue
		}
		if cell[i] < 0xE3 || cell[i] >= 0xEA || i+2 >= len(cell) {
			return -1, -1
		}
		k := table[uint16(cell[i]&0xF)<<12|uint16(cell[i+1]&0x3F)<<6|uint16(cell[i+2]&0x3F)]
		switch {
		case k&want != 0 && k&folds == 0:
		case cell[i] == 0xE3 && cell[i+1] == 0x80 && cell[i+2] == 0x80 && b == 0 && i > 0: // U+3000
			a, b = i, i+3
		default:
			return -1, -1
		}
		i += 3
	}
	if b == len(cell) {
		return -1, -1
	}
	return a, b
}

// shortAddress reports whether a cell names a place and has a number behind it, with nothing blanked out. The other cells of the
// column were read in full.
func shortAddress(_ *textState, cell string) bool {
	table := classes()
	placed, numbered := false, false
	for i := 0; i < len(cell); {
		c := cell[i]
		if c < utf8.RuneSelf {
			switch {
			case asciiClasses[c] == asciiDigit:
				numbered = numbered || placed
			case c != '-' && c != ' ' && asciiClasses[c] != asciiWord || c == ' ' && (i == 0 || i+1 == len(cell)) || c == 'X' || c == 'x':
				return false
			}
			i++
			continue
		}
		if c < 0xE3 || c >= 0xF0 || i+2 >= len(cell) {
			return false
		}
		r := rune(c&0xF)<<12 | rune(cell[i+1]&0x3F)<<6 | rune(cell[i+2]&0x3F)
		k := table[r]
		switch {
		case '０' <= r && r <= '９':
			numbered = numbered || placed
		case r == '－', r == '　' && i > 0 && i+3 < len(cell):
		case k&(folds|breaks) != 0, r == '〇', k&(nameClass|kanaClass) == 0:
			return false
		case k&placeEnd != 0:
			placed = i > 0
		}
		i += 3
	}
	return numbered
}

// shortPhone reports whether a cell is a telephone number in three groups of ASCII digits, the hyphens in their places.
func shortPhone(t *textState, cell string) bool {
	if len(cell) < 12 || len(cell) > 13 || cell[0] != '0' {
		return false
	}
	var hyphen [2]int
	n, d := 0, t.scratch[:0]
	for i := range len(cell) {
		switch c := cell[i]; {
		case asciiClasses[c] == asciiDigit:
			d = append(d, c)
		case c == '-' && n < 2:
			hyphen[n] = i
			n++
		default:
			return false
		}
	}
	if n != 2 || hyphen[1]+5 != len(cell) {
		return false
	}
	p := phone{digits: text(d), mobile: mobilePrefix(text(d))}
	if !p.plan() || p.office || allSame(p.digits[3:]) || allSame(p.digits[len(d)-8:]) {
		return false
	}
	return p.mobile && hyphen[0] == 3 && hyphen[1] == 8 || !p.mobile && hyphen[1] == 7 && dict.IsAreaCode(cell[:hyphen[0]])
}

// shortEmail reports whether a cell is a plain ASCII mail address.
func shortEmail(_ *textState, cell string) bool {
	at, dot := 0, 0
	for i := range len(cell) {
		switch c := cell[i]; {
		case asciiClasses[c] == asciiDigit, asciiClasses[c] == asciiWord:
		case c == '.' && i > 0 && cell[i-1] != '.' && cell[i-1] != '@', c == '-' && i > 0, c == '_' && at == 0:
			if c == '.' {
				dot = i
			}
		case c == '@' && at == 0 && i > 0:
			at, dot = i, 0
		default:
			return false
		}
	}
	return at > 0 && dot > at+1 && len(cell)-dot >= 3 && asciiClasses[cell[len(cell)-1]] == asciiWord
}

// shortDate reports whether a cell is nothing but a date in ASCII.
func shortDate(_ *textState, cell string) bool {
	if len(cell) < 8 || len(cell) > 10 || asciiClasses[cell[0]] != asciiDigit {
		return false
	}
	d, n := dateAt(cell)
	return n == len(cell) && d.plausible()
}

// shortSerial reports whether a cell is nothing but a spreadsheet's serial number of a day.
func shortSerial(_ *textState, cell string) bool { return len(cell) == 5 && serial(cell) }

// shortSex reports whether a cell is one of the words for a sex.
func shortSex(_ *textState, cell string) bool {
	switch cell {
	case "男", "女", "男性", "女性":
		return true
	}
	return false
}

// shortAge reports whether a cell is an age in ASCII digits.
func shortAge(_ *textState, cell string) bool {
	return len(cell) <= 3 && allDigits(cell) && ageLength(cell) == len(cell)
}

// shortID reports whether a cell is a number of ASCII letters and digits.
func shortID(_ *textState, cell string) bool { return cell != "" && idLike(cell) }

// shortPostal reports whether a cell is a postal code in ASCII digits, with its hyphen or without.
func shortPostal(t *textState, cell string) bool {
	if len(cell) == 8 && cell[3] == '-' {
		d := append(append(t.scratch[:0], cell[:3]...), cell[4:]...)
		return allDigits(text(d)) && !allSame(text(d)) && dict.PostalPrefix(text(d))
	}
	return len(cell) == 7 && allDigits(cell) && !allSame(cell) && dict.PostalPrefix(cell)
}
