package pdf

import (
	"unicode/utf16"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
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

// DecodeText decodes a text string: UTF-16 or UTF-8 with a byte order mark, else PDFDocEncoding.
func DecodeText(b []byte) string {
	switch {
	case len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF:
		return utf16Text(b[2:], 1, 0)
	case len(b) >= 2 && b[0] == 0xFF && b[1] == 0xFE:
		return utf16Text(b[2:], 0, 1)
	case len(b) >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF:
		return string(b[3:])
	}
	out := make([]byte, 0, len(b))
	for _, c := range b {
		out = utf8.AppendRune(out, docRune(c))
	}
	return string(out)
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
