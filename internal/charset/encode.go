package charset

import (
	"unicode/utf16"
	"unicode/utf8"
)

// Encode returns text in the encoding, without a byte order mark, as a text of its own. Characters that the encoding does not have
// become '*'.
func (e Encoding) Encode(text string) []byte { return encode(e, text, stASCII, stASCII) }

// encode writes text for a place where ISO-2022-JP is in the state from and has to be in the state to behind it.
func encode(e Encoding, text string, from, to state) []byte {
	w := encoder{out: make([]byte, 0, len(text)+8), st: from}
	for _, r := range text {
		w.put(e, r)
	}
	if e == ISO2022JP {
		w.turn(to)
	}
	return w.out
}

type encoder struct {
	out []byte
	st  state
}

// put writes one character, or '*' for one that the encoding does not have.
func (w *encoder) put(e Encoding, r rune) {
	ok := false
	switch e {
	case UTF8:
		w.out, ok = utf8.AppendRune(w.out, r), true
	case UTF16LE, UTF16BE:
		w.utf16(e, r)
		ok = true
	case CP932:
		ok = w.cp932(r)
	case EUCJP:
		ok = w.eucjp(r)
	case ISO2022JP:
		ok = w.iso2022jp(r)
	case ASCII:
		if ok = r < utf8.RuneSelf; ok {
			w.out = append(w.out, byte(r))
		}
	}
	if !ok {
		w.put(e, '*')
	}
}

func (w *encoder) utf16(e Encoding, r rune) {
	for _, u := range utf16.AppendRune(nil, r) {
		if e == UTF16LE {
			w.out = append(w.out, byte(u), byte(u>>8))
		} else {
			w.out = append(w.out, byte(u>>8), byte(u))
		}
	}
}

func (w *encoder) cp932(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		w.out = append(w.out, byte(r))
		return true
	case r >= kanaFirst && r <= kanaLast:
		w.out = append(w.out, byte(r-kanaFirst+0xA1))
		return true
	}
	i, ok := loadReverse().sjis[r]
	if ok {
		lead, trail := sjisBytes(i)
		w.out = append(w.out, lead, trail)
	}
	return ok
}

func (w *encoder) eucjp(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		w.out = append(w.out, byte(r))
		return true
	case r >= kanaFirst && r <= kanaLast:
		w.out = append(w.out, 0x8E, byte(r-kanaFirst+0xA1))
		return true
	}
	t := loadReverse()
	i, ok := t.euc[r]
	if !ok {
		if i, ok = t.more[r]; ok {
			w.out = append(w.out, 0x8F)
		}
	}
	if ok {
		w.out = append(w.out, byte(0xA1+i/side), byte(0xA1+i%side))
	}
	return ok
}

func (w *encoder) iso2022jp(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		w.turn(stASCII)
		w.out = append(w.out, byte(r))
		return true
	case r == '¥' || r == '‾':
		w.turn(stRoman)
		w.out = append(w.out, map[rune]byte{'¥': '\\', '‾': '~'}[r])
		return true
	case r >= kanaFirst && r <= kanaLast:
		w.turn(stKana)
		w.out = append(w.out, byte(r-kanaFirst+0x21))
		return true
	}
	t, to := loadReverse(), stMain
	i, ok := t.euc[r]
	if !ok {
		i, ok = t.more[r]
		to = stMore
	}
	if ok {
		w.turn(to)
		w.out = append(w.out, byte(0x21+i/side), byte(0x21+i%side))
	}
	return ok
}

// turn switches ISO-2022-JP to a set.
func (w *encoder) turn(to state) {
	if w.st == to {
		return
	}
	for _, e := range escapes {
		if e.to == to {
			w.out = append(w.out, e.code...)
			break
		}
	}
	w.st = to
}
