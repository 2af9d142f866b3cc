package detectors

import (
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/sumikeshi/sumikeshi/detectors/internal/sum64"
	"github.com/sumikeshi/sumikeshi/internal/ja"
)

// Key returns a hash under which the spellings of one value meet, so that people and values can be counted across places
// without being kept: widths, spaces, hyphens and case are folded, name variants mapped, telephone numbers brought to their
// digits with the leading 0, dates to year, month and day, also from eras and serial numbers. Readings in hiragana and katakana
// are one. The same value of two detectors has two keys.
//
// Keys are the same in every process, so that workers can speak of them. A short value can be guessed back from its key: keys
// are never printed or stored.
func Key(detector, value string) uint64 {
	var buf [256]byte
	b := normal(buf[:0], detector, value)
	return sum64.String(sum64.String(0, detector), text(b))
}

// text is b as a string, for as long as b does not change.
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// normal appends a value in the form that is hashed.
func normal(dst []byte, detector, value string) []byte {
	switch detector {
	case "phone":
		if b := appendDialled(dst, value); len(b) > len(dst) {
			return b
		}
		if b, ok := appendPhone(dst, value); ok {
			return b
		}
	case "birth-date":
		if serial(value) {
			return appendDay(dst, serialDate(atoi(value[:5])))
		}
		if b, ok := appendDate(dst, value); ok {
			return b
		}
	case "postal-code":
		if d, ok := cellDigits(strings.TrimLeft(value, "〒 　")); ok {
			return append(dst, pad(d, 7)...)
		}
	case "kana":
		return katakana(bare(dst, value))
	case "name":
		b := bare(dst, value)
		if title := endTitles.suffix(text(b)); title != "" && len(b)-len(title) > 3 {
			b = b[:len(b)-len(title)]
		}
		return b
	case "email":
		return ja.Fold(dst, value)
	}
	return bare(dst, value)
}

// appendDialled appends the digits of a telephone number that begins with its 0 and is nothing but ASCII digits and hyphens, which
// is what reading it in full would come to. It appends nothing for any other.
func appendDialled(dst []byte, value string) []byte {
	n := len(dst)
	if len(value) < 10 || len(value) > 13 || value[0] != '0' || value[1] < '2' && !strings.HasPrefix(value, "011-") {
		return dst // 00 and 010 go abroad
	}
	for i := range len(value) {
		switch c := value[i]; {
		case asciiClasses[c] == asciiDigit:
			dst = append(dst, c)
		case c != '-':
			return dst[:n]
		}
	}
	if d := len(dst) - n; d != 10 && d != 11 {
		return dst[:n]
	}
	return dst
}

// appendPhone appends the digits of a telephone number with the leading 0.
func appendPhone(dst []byte, value string) ([]byte, bool) {
	s := Standard()
	t := s.state()
	defer s.states.Put(t)
	t.with = nil
	t.reset(value)
	d, ok := t.cellPhone()
	return append(dst, d...), ok
}

// appendDate appends year, month and day.
func appendDate(dst []byte, value string) ([]byte, bool) {
	b := strings.TrimSpace(text(ja.Fold(dst, value)))
	d, ok := date{}, false
	if serial(b) {
		d, ok = serialDate(atoi(b[:5])), true
	} else {
		var to int
		d, _, to = nextDate(b, 0)
		ok = to > 0
	}
	if !ok {
		return dst, false
	}
	return appendDay(dst, d), true
}

func appendDay(dst []byte, d date) []byte {
	return binary.BigEndian.AppendUint32(dst, uint32(d.year*10000+d.month*100+d.day))
}

// bare appends a value folded, without what only separates.
func bare(dst []byte, value string) []byte {
	if b, ok := plainBare(dst, value); ok {
		return b
	}
	n := len(dst)
	b := ja.Fold(dst, value)
	to := n
	for i := n; i < len(b); i++ {
		c := b[i]
		if c == 0xE3 && i+2 < len(b) {
			if b[i+1] != 0x83 || b[i+2] != 0xBB { // ・
				b[to], b[to+1], b[to+2] = c, b[i+1], b[i+2]
				to += 3
			}
			i += 2
			continue
		}
		if !setsApart[c] {
			b[to] = c
			to++
		}
	}
	return b[:to]
}

// plainBare is bare in one step, for a value of ASCII, of kana and kanji that stay as they are, and of wide spaces. It is false for any
// other.
func plainBare(dst []byte, value string) ([]byte, bool) {
	table := classes()
	to := len(dst)
	b := slices.Grow(dst, len(value))[:to+len(value)]
	for i := 0; i < len(value); {
		c := value[i]
		if c < utf8.RuneSelf {
			if b[to] = bareASCII[c]; b[to] != 0 {
				to++
			}
			i++
			continue
		}
		if c < 0xE3 || c >= 0xEA || i+2 >= len(value) {
			return nil, false
		}
		r := rune(c&0xF)<<12 | rune(value[i+1]&0x3F)<<6 | rune(value[i+2]&0x3F)
		switch k := table[r]; {
		case r == '　':
		case k&(nameClass|kanaClass) == 0, k&(folds|longVowel) != 0, value[i+1]&value[i+2]&0xC0 != 0x80:
			return nil, false
		default:
			b[to], b[to+1], b[to+2] = c, value[i+1], value[i+2]
			to += 3
		}
		i += 3
	}
	return b[:to], true
}

// bareASCII says what an ASCII character is in a bare value; 0 is nothing.
var bareASCII = func() (t [utf8.RuneSelf]byte) {
	for c := byte(' ') + 1; c < 0x7F; c++ {
		if b := ja.Fold(nil, string(rune(c))); !setsApart[c] {
			t[c] = b[0]
		}
	}
	return t
}()

// setsApart holds the ASCII characters without which a value is the same.
var setsApart = [256]bool{'-': true, '.': true, ',': true, '/': true, '(': true, ')': true, '~': true, '_': true, '\'': true, '"': true}

// katakana turns hiragana into katakana, in place: both take three bytes.
func katakana(b []byte) []byte {
	for i := 0; i+2 < len(b); i++ {
		if b[i] != 0xE3 {
			continue
		}
		r := rune(b[i+1]&0x3F)<<6 | rune(b[i+2]&0x3F) | 0x3000
		if 0x3041 <= r && r <= 0x3096 {
			r += 0x60
			b[i+1], b[i+2] = byte(0x80|r>>6&0x3F), byte(0x80|r&0x3F)
		}
		i += 2
	}
	return b
}
