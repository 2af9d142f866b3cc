package plain

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// unescape decodes the escapes of JSON that stand for characters beyond ASCII: many programs write every kanji so, and a search for
// names would pass them by. The other escapes stay, since a quote that lost its backslash would end a string. It reports whether it
// decoded any.
func unescape(text []byte) (string, bool) {
	if bytes.IndexByte(text, '\\') < 0 || !bytes.Contains(text, []byte(`\u`)) {
		return string(text), false
	}
	out, found := make([]byte, 0, len(text)), false
	for len(text) > 0 {
		r, n := escape(text)
		switch {
		case n > 0:
			out, found = utf8.AppendRune(out, r), true
		case text[0] == '\\' && len(text) > 1:
			n = 2
			out = append(out, text[:n]...)
		default:
			n = 1
			out = append(out, text[0])
		}
		text = text[n:]
	}
	return string(out), found
}

// escape decodes the escape that text begins with; n is 0 if there is none, or none to decode.
func escape(text []byte) (r rune, n int) {
	r = unit(text)
	switch {
	case r < 0x80:
		return 0, 0
	case !utf16.IsSurrogate(r):
		return r, 6
	}
	if r = utf16.DecodeRune(r, unit(text[6:])); r == utf8.RuneError {
		return 0, 0
	}
	return r, 12
}

// unit returns the code unit of an escape, or -1.
func unit(text []byte) rune {
	if len(text) < 6 || text[0] != '\\' || text[1] != 'u' {
		return -1
	}
	u, err := strconv.ParseUint(string(text[2:6]), 16, 16)
	if err != nil {
		return -1
	}
	return rune(u)
}

// Render returns text as it is written in the place of the piece.
func (p Piece) Render(text string) string {
	if p.escaped {
		text = escaped(text)
	}
	if p.sep != 0 && p.part && p.quoted {
		return strings.ReplaceAll(text, `"`, `""`)
	}
	if p.sep != 0 && !p.part && (p.quoted || strings.ContainsAny(text, "\"\r\n"+string(rune(p.sep)))) {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return strings.Map(func(r rune) rune {
		if r == '\r' || r == '\n' || r == rune(p.sep) && p.sep != 0 {
			return ' '
		}
		return r
	}, text)
}

// escaped writes everything beyond ASCII as JSON escapes.
func escaped(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < 0x80 {
			b.WriteRune(r)
			continue
		}
		for _, u := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&b, `\u%04x`, u)
		}
	}
	return b.String()
}
