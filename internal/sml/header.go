package sml

import "strings"

// A HeaderPiece is a part of the text of a header or footer (ECMA-376 part 1, 18.3.1.46 with its codes): a stretch of text, or a code
// between two of them, which begins a section (&L, &C, &R) or prints something of the file (&P, &D, &F, …).
type HeaderPiece struct {
	Raw  string // as the file has it
	Lead string // codes of fonts, sizes and colours before its first character
	Text string // what a reader sees, without codes; empty: a code
}

// HeaderPieces takes a header or footer apart. The Raws of the pieces make up the whole.
func HeaderPieces(s string) []HeaderPiece {
	var out []HeaderPiece
	var text strings.Builder
	from, lead := 0, 0
	flush := func(to int) {
		if to > from {
			out = append(out, HeaderPiece{Raw: s[from:to], Lead: s[from:lead], Text: text.String()})
		}
		text.Reset()
	}
	for i := 0; i < len(s); {
		n, parts := headerCode(s[i:])
		switch {
		case parts:
			flush(i)
			out = append(out, HeaderPiece{Raw: s[i : i+n]})
			from, lead = i+n, i+n
		case n > 0 && text.Len() == 0:
			lead = i + n
		case n == 0:
			n = 1
			if strings.HasPrefix(s[i:], "&&") {
				n = 2
			}
			text.WriteString(s[i+n-1 : i+n])
		}
		i += n
	}
	flush(len(s))
	return out
}

// JoinHeader is the inverse of [HeaderPieces], with the texts as say has them. A piece whose text changes loses the codes within it.
func JoinHeader(s string, say func(text string) string) string {
	var out strings.Builder
	for _, p := range HeaderPieces(s) {
		now := p.Text
		if strings.TrimSpace(p.Text) != "" {
			now = say(p.Text)
		}
		if now == p.Text {
			out.WriteString(p.Raw)
			continue
		}
		out.WriteString(p.Lead)
		out.WriteString(strings.ReplaceAll(now, "&", "&&"))
	}
	return out.String()
}

// sizeDigits bounds the digits of a font's size. Excel writes a space between a size and digits of the text; where other programs do
// not, what has more digits than a size is text from here on.
const sizeDigits = 2

// headerCode returns the length of the code at the beginning of s, 0 if there is none, and whether it parts texts.
func headerCode(s string) (n int, parts bool) {
	if len(s) < 2 || s[0] != '&' {
		return 0, false
	}
	switch c := s[1] | 0x20; {
	case strings.IndexByte("lcrpndtafzg", c) >= 0:
		return 2, true
	case strings.IndexByte("biuesxyoh", c) >= 0:
		return 2, false
	case c == 'k':
		return 2 + colourLength(s[2:]), false
	case s[1] == '"':
		if end := strings.IndexByte(s[2:], '"'); end >= 0 {
			return end + 3, false
		}
	case s[1] >= '0' && s[1] <= '9':
		n = 2
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n > 4 { // no size has so many
			n = 1 + sizeDigits
		}
		return n, false
	}
	return 0, false
}

// colourLength returns the length of a colour: six hexadecimal digits, or a theme's colour with its tint as 01+000.
func colourLength(s string) int {
	if len(s) < 6 {
		return 0
	}
	if s[2] == '+' || s[2] == '-' {
		return 6
	}
	for i := range 6 {
		if strings.IndexByte("0123456789abcdefABCDEF", s[i]) < 0 {
			return 0
		}
	}
	return 6
}
