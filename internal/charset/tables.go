package charset

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/transform"
)

const (
	side      = 94         // characters in a row of a JIS plane
	rows      = 120        // rows that CP932 can address: JIS X 0208, user-defined, IBM extensions
	userFirst = 94 * side  // the first user-defined character of CP932 …
	userEnd   = 114 * side // … and the one behind the last: 1,880 that stand at U+E000 onward
	necFirst  = 88 * side  // the IBM characters that NEC selected; they stand a second time among the IBM extensions
	necEnd    = 92 * side
	userRune  = 0xE000
)

// A planes holds the characters of the Japanese sets by position, 0 where there is none.
type planes struct {
	main [rows * side]uint16 // JIS X 0208 with the extensions of CP932
	more [side * side]uint16 // JIS X 0212, which only EUC-JP and ISO-2022-JP reach
	bits [1 << 16]uint8      // what a character costs in a Japanese text, see detect.go; 0: it is in no set
}

// load builds the tables when the first Japanese text is met: about a millisecond.
var load = sync.OnceValue(func() *planes {
	p := new(planes)
	sjis, euc := japanese.ShiftJIS.NewDecoder(), japanese.EUCJP.NewDecoder()
	for i := range p.main {
		if i >= userFirst && i < userEnd {
			p.main[i] = uint16(userRune + i - userFirst)
			continue
		}
		lead, trail := sjisBytes(i)
		p.main[i] = look(sjis, lead, trail)
	}
	for i := range p.more {
		p.more[i] = look(euc, 0x8F, byte(0xA1+i/side), byte(0xA1+i%side))
	}
	p.weigh()
	return p
})

// look decodes one character with a decoder of x/text; 0 means that there is none.
func look(d transform.Transformer, code ...byte) uint16 {
	var buf [16]byte
	d.Reset()
	n, m, err := d.Transform(buf[:], code, true)
	r, size := utf8.DecodeRune(buf[:n])
	if err != nil || m != len(code) || size != n || r == utf8.RuneError || r >= 1<<16 {
		return 0
	}
	return uint16(r)
}

// sjisBytes and sjisIndex turn a position into the two bytes of CP932 and back.
func sjisBytes(i int) (lead, trail byte) {
	l, t := i/(2*side), i%(2*side)
	lead, trail = byte(0x81+l), byte(0x40+t)
	if l >= 0x1F {
		lead = byte(0xC1 + l)
	}
	if t >= 0x3F {
		trail++
	}
	return lead, trail
}

func sjisIndex(lead, trail byte) int {
	if trail < 0x40 || trail == 0x7F || trail > 0xFC {
		return -1
	}
	l, t := int(lead)-0x81, int(trail)-0x40
	if lead >= 0xE0 {
		l = int(lead) - 0xC1
	}
	if trail > 0x7F {
		t--
	}
	return l*2*side + t
}

// sjisLead reports whether a byte of CP932 begins a character of two bytes.
func sjisLead(b byte) bool { return b >= 0x81 && b <= 0x9F || b >= 0xE0 && b <= 0xFC }

// kana reports whether a byte of CP932 is a half-width kana; it is the low byte of U+FF61 onward, shifted.
func kana(b byte) bool { return b >= 0xA1 && b <= 0xDF }

const (
	kanaFirst = 0xFF61 // half-width kana: byte 0xA1
	kanaLast  = 0xFF9F
)

// reverse maps characters to their positions in a plane. Of the positions that a character has, Windows writes the first, but not
// one of those that NEC selected.
type reverse struct {
	sjis, euc, more map[rune]int
}

var loadReverse = sync.OnceValue(func() *reverse {
	p := load()
	r := &reverse{map[rune]int{}, map[rune]int{}, map[rune]int{}}
	for i, c := range p.main {
		if c == 0 {
			continue
		}
		if i < necFirst || i >= necEnd {
			put(r.sjis, c, i)
		}
		if i < userFirst {
			put(r.euc, c, i)
		}
	}
	for i, c := range p.more {
		if c != 0 {
			put(r.more, c, i)
		}
	}
	return r
})

func put(m map[rune]int, c uint16, i int) {
	if _, ok := m[rune(c)]; !ok {
		m[rune(c)] = i
	}
}
