package pdf

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/encoding/japanese"
)

// Bytes returns the bytes of a string object, its escapes resolved, or nil.
func (f *File) Bytes(o types.Object) []byte {
	switch v := f.Resolve(o).(type) {
	case types.StringLiteral:
		if b, err := types.Unescape(string(v)); err == nil {
			return b
		}
		return []byte(v)
	case types.HexLiteral:
		if b, err := v.Bytes(); err == nil {
			return b
		}
	}
	return nil
}

// Text returns a text string object (7.9.2.2) as UTF-8.
func (f *File) Text(o types.Object) string { return DecodeText(f.Bytes(o)) }

// DecodeText decodes a text string: UTF-16 or UTF-8 with a byte order mark, else PDFDocEncoding, unless it is plainly UTF-8 or CP932, which
// programs in Japan write without a mark.
func DecodeText(b []byte) string {
	switch {
	case len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF:
		return utf16Text(b[2:], 1, 0)
	case len(b) >= 2 && b[0] == 0xFF && b[1] == 0xFE:
		return utf16Text(b[2:], 0, 1)
	case len(b) >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF:
		return string(b[3:])
	}
	if text, ok := unmarked(b); ok {
		return text
	}
	out := make([]byte, 0, len(b))
	for _, c := range b {
		out = utf8.AppendRune(out, docRune(c))
	}
	return string(out)
}

// unmarked reads text that no mark says the encoding of. Of CP932 it takes two characters in a row that are no Latin letters with marks:
// those are single bytes in PDFDocEncoding.
func unmarked(b []byte) (string, bool) {
	high := bytes.IndexFunc(b, func(r rune) bool { return r >= utf8.RuneSelf })
	if high < 0 {
		return "", false
	}
	if utf8.Valid(b) {
		return string(b), true
	}
	row, most := 0, 0
	for i := high; i < len(b); i++ {
		switch c := b[i]; {
		case c < 0x80:
			row = 0
		case (c >= 0x81 && c <= 0x9F || c >= 0xE0 && c <= 0xEA) && i+1 < len(b) && b[i+1] >= 0x40 && b[i+1] != 0x7F && b[i+1] <= 0xFC:
			i++
			if c > 0x9F {
				row = 0
			} else if row++; row > most {
				most = row
			}
		default:
			return "", false
		}
	}
	if most < 2 {
		return "", false
	}
	text, err := japanese.ShiftJIS.NewDecoder().Bytes(b)
	return string(text), err == nil
}

func utf16Text(b []byte, low, high int) string {
	u := make([]uint16, 0, len(b)/2)
	for ; len(b) >= 2; b = b[2:] {
		u = append(u, uint16(b[high])<<8|uint16(b[low]))
	}
	return string(utf16.Decode(u))
}

// docRune decodes PDFDocEncoding (Annex D.3).
func docRune(c byte) rune {
	switch {
	case c >= 0x18 && c <= 0x1F:
		return [...]rune{'˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'}[c-0x18]
	case c >= 0x80 && c <= 0xA0:
		return [...]rune{
			'•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘',
			'’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '�', '€',
		}[c-0x80]
	}
	return rune(c)
}
