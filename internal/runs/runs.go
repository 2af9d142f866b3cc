// Package runs finds the runs of text in bytes of an unknown make: a printer driver's record, the streams of an old document, what
// stands behind the end of a picture. It is for bytes that no reader of ours understands; they are searched, not parsed.
package runs

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
)

// least is how many characters make a text.
const least = 4

// Most is how many bytes are looked at. Text that stands further back is not found.
const Most = 8 << 20

// Of returns the runs of printable characters in data, a line each: first those in UTF-16 (little endian, at even and at odd offsets),
// then those in UTF-8, then those in the code page of Japanese Windows. A run that is found in more than one way is named more than
// once.
func Of(data []byte) string {
	data = data[:min(len(data), Most)]
	var all []string
	all = append(all, wide(data)...)
	if len(data) > 0 {
		all = append(all, wide(data[1:])...)
	}
	all = append(all, split(strings.ToValidUTF8(string(data), "\x00"))...)
	all = append(all, legacy(data)...)
	return strings.Join(all, "\n")
}

// wide returns the runs of UTF-16. Bytes at random are characters of some script more often than not, so that only what Japanese
// Windows could write counts.
func wide(data []byte) []string {
	var list []string
	var run []uint16
	flush := func() {
		if len(run) >= least {
			list = append(list, string(utf16.Decode(run)))
		}
		run = run[:0]
	}
	for i := 0; i+1 < len(data); i += 2 {
		if u := uint16(data[i]) | uint16(data[i+1])<<8; common(u) {
			run = append(run, u)
			continue
		}
		flush()
	}
	flush()
	return list
}

// common reports whether a UTF-16 unit is a character that Japanese text is written in.
func common(u uint16) bool {
	switch {
	case u >= ' ' && u < 0x7F, u >= 0x3000 && u < 0x3100, u >= 0xFF01 && u < 0xFFA0, u >= 0x2010 && u < 0x2050:
		return true
	case u >= 0x4E00 && u < 0xA000:
		return known(rune(u))
	}
	return false
}

// known reports whether a kanji is in the code page.
func known(r rune) bool {
	var src [4]byte
	var dst [4]byte
	n := utf8.EncodeRune(src[:], r)
	_, _, err := japanese.ShiftJIS.NewEncoder().Transform(dst[:], src[:n], true)
	return err == nil
}

// split returns the stretches of printable characters that are long enough to say something.
func split(s string) []string {
	long := strings.FieldsFunc(s, func(r rune) bool { return r < ' ' || r == utf8.RuneError || !unicode.IsPrint(r) && r != '　' })
	return slices.DeleteFunc(long, func(run string) bool { return utf8.RuneCountInString(run) < least })
}

// legacy returns the runs of double-byte text that stand between control characters and are the code page's from end to end.
func legacy(data []byte) []string {
	var list []string
	dec := japanese.ShiftJIS.NewDecoder()
	for run := range bytes.FieldsFuncSeq(data, func(r rune) bool { return r < ' ' }) {
		if len(run) < least || utf8.Valid(run) {
			continue
		}
		s, err := dec.Bytes(run)
		if err != nil || bytes.ContainsRune(s, utf8.RuneError) || utf8.RuneCount(s) < least {
			continue
		}
		list = append(list, string(s))
	}
	return list
}
