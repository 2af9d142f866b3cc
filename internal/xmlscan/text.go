package xmlscan

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"
)

var bom = []byte("\xef\xbb\xbf")

// validate moves s.w over the bytes just read, up to the first that does not belong to a character which XML 1.0 allows (production 2).
func (s *Scanner) validate() {
	b := s.buf[:s.filled]
	start := s.w
	i := valid(b, start)
	s.w = i
	if s.charset.lossy && s.readErr == nil {
		if at := bytes.Index(b[start:i], []byte("\uFFFD")); at >= 0 {
			i, s.w = start+at, start+at
		}
	}
	if i == s.filled || !s.ended && !s.charset.ascii && s.filled-i < utf8.UTFMax && !utf8.FullRune(b[i:]) && s.w == i {
		if !s.charset.ascii {
			return
		}
	}
	if s.charset.ascii {
		if at := bytes.IndexFunc(b[start:i], func(r rune) bool { return r >= utf8.RuneSelf }); at >= 0 {
			i, s.w = start+at, start+at
		}
		if i == s.filled {
			return
		}
	}
	s.ended = true
	if s.readErr == nil {
		s.readErr = &Error{Kind: ErrSyntax, What: "bytes that are no character", Offset: s.base + int64(i)}
	}
}

// valid returns the index of the first byte from i on that is not part of an allowed character.
func valid(b []byte, i int) int {
	for {
		// Eight bytes at a time, while none is below the blank or above ASCII.
		for len(b)-i >= 8 {
			v := binary.LittleEndian.Uint64(b[i:])
			if (v|(v-0x2020202020202020))&0x8080808080808080 != 0 {
				break
			}
			i += 8
		}
		if i == len(b) {
			return i
		}
		// Runs of three bytes from E3 to EC: kana, kanji and most of the plane, nothing forbidden among them.
		for i+2 < len(b) && b[i] >= 0xe3 && b[i] <= 0xec && b[i+1]&0xc0 == 0x80 && b[i+2]&0xc0 == 0x80 {
			i += 3
		}
		if i == len(b) {
			return i
		}
		n := character(b[i:])
		if n == 0 {
			return i
		}
		i += n
	}
}

// character returns the length in bytes of the character at the start of b, 0 if there is none that is allowed.
func character(b []byte) int {
	if c := b[0]; c < utf8.RuneSelf {
		if c >= ' ' || c == '\n' || c == '\t' || c == '\r' {
			return 1
		}
		return 0
	}
	r, n := utf8.DecodeRune(b)
	if r == utf8.RuneError && n < 2 || r == 0xfffe || r == 0xffff {
		return 0
	}
	return n
}

// decode resolves the references in b and normalizes line ends, and in attribute values white space (XML 1.0 sections 2.11, 3.3.3, 4.6).
// It returns the place of a broken reference, or -1. The result lies in s.scratch until the next token.
func (s *Scanner) decode(b []byte, value bool) ([]byte, int) {
	start, done := len(s.scratch), 0
	for i := 0; i < len(b); i++ {
		c := b[i]
		if c != '&' && c != '\r' && !(value && (c == '\n' || c == '\t')) {
			continue
		}
		s.scratch = append(s.scratch, b[done:i]...)
		switch {
		case c == '&':
			n := s.reference(b[i:])
			if n == 0 {
				return nil, i
			}
			i += n - 1
		case value:
			s.scratch = append(s.scratch, ' ')
		default:
			s.scratch = append(s.scratch, '\n')
		}
		if c == '\r' && i+1 < len(b) && b[i+1] == '\n' {
			i++
		}
		done = i + 1
	}
	s.scratch = append(s.scratch, b[done:]...)
	return s.scratch[start:len(s.scratch):len(s.scratch)], -1
}

// reference decodes the reference at the start of b and returns its length, 0 if it is none. There are no entities but the five.
func (s *Scanner) reference(b []byte) int {
	end := bytes.IndexByte(b, ';')
	if end < 2 {
		return 0
	}
	name := b[1:end]
	if name[0] == '#' {
		r := number(name[1:])
		if r == 0 {
			return 0
		}
		s.scratch = utf8.AppendRune(s.scratch, r)
		return end + 1
	}
	switch string(name) {
	case "lt":
		s.scratch = append(s.scratch, '<')
	case "gt":
		s.scratch = append(s.scratch, '>')
	case "amp":
		s.scratch = append(s.scratch, '&')
	case "quot":
		s.scratch = append(s.scratch, '"')
	case "apos":
		s.scratch = append(s.scratch, '\'')
	default:
		return 0
	}
	return end + 1
}

// number reads the number of a character, 0 if it is none that is allowed.
func number(b []byte) rune {
	base := rune(10)
	if len(b) > 0 && b[0] == 'x' {
		base, b = 16, b[1:]
	}
	if len(b) == 0 {
		return 0
	}
	r := rune(0)
	for _, c := range b {
		d := rune(99)
		switch {
		case c >= '0' && c <= '9':
			d = rune(c - '0')
		case c >= 'a' && c <= 'f':
			d = rune(c-'a') + 10
		case c >= 'A' && c <= 'F':
			d = rune(c-'A') + 10
		}
		if d >= base {
			return 0
		}
		if r = r*base + d; r > utf8.MaxRune {
			return 0
		}
	}
	if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r >= 0xd800 && r <= 0xdfff || r == 0xfffe || r == 0xffff {
		return 0
	}
	return r
}

// lineEnds normalizes line ends in a CDATA section.
func (s *Scanner) lineEnds(b []byte) []byte {
	if bytes.IndexByte(b, '\r') < 0 {
		return b
	}
	start := len(s.scratch)
	for i, c := range b {
		switch {
		case c != '\r':
			s.scratch = append(s.scratch, c)
		case i+1 == len(b) || b[i+1] != '\n':
			s.scratch = append(s.scratch, '\n')
		}
	}
	return s.scratch[start:]
}

// Escape appends s to dst so that it means itself in text and in attribute values of either quote. What XML cannot hold becomes U+FFFD.
func Escape(dst []byte, s string) []byte {
	for _, r := range s {
		switch r {
		case '<':
			dst = append(dst, "&lt;"...)
		case '>':
			dst = append(dst, "&gt;"...)
		case '&':
			dst = append(dst, "&amp;"...)
		case '"':
			dst = append(dst, "&quot;"...)
		case '\'':
			dst = append(dst, "&#39;"...)
		case '\t':
			dst = append(dst, "&#9;"...)
		case '\n':
			dst = append(dst, "&#10;"...)
		case '\r':
			dst = append(dst, "&#13;"...)
		default:
			if r < ' ' || r == 0xfffe || r == 0xffff {
				r = utf8.RuneError
			}
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}
