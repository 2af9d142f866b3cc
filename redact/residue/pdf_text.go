package residue

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/text/encoding/japanese"

	"github.com/sumikeshi/sumikeshi/internal/ja"
)

// look searches one text for the prints of at least that many runes.
func (sr *search) look(name string, text []byte, tx texture, least int) {
	n := &sr.node
	n.folded = ja.Fold(n.folded[:0], unsafe.String(unsafe.SliceData(text), len(text)))
	n.runes = appendRunes(n.runes[:0], n.folded)
	for i := range n.runes {
		sr.set.find(n.runes, i, tx, func(p int) {
			if _, ok := sr.hits[p]; !ok && sr.set.prints[p].len() >= least {
				sr.hits[p] = name
			}
		})
	}
}

// objectText searches text with strings in it: each string in every encoding, and the whole as bytes, comments and names and gaps
// included. Numbers in it are coordinates and offsets, so short ones count in strings only.
func (f *pdfFile) objectText(where string, text []byte) {
	text = glyphLists.ReplaceAllFunc(fontNames.ReplaceAll(text, nil), withoutWords)
	for s := range pdfStrings(text) {
		f.sr.textString(where, s.data)
		f.sr.textString(where, s.name)
	}
	f.sr.bytesAs(where, text, value, leastName)
}

// fontNames are the names of fonts, which stand in the objects of every font, and in lists of metadata too.
var fontNames = regexp.MustCompile(`/(?:BaseFont|FontName|FontFamily)\s*(?:/[^\s/\[\]<>()]+|\([^()]*\))`)

// glyphLists are the lists of what codes of a font show, and of what it has (9.6.5, 9.8.1): "three" there is the digit.
var glyphLists = regexp.MustCompile(`/(?:Differences\s*\[[^\]()<>]*\]|CharSet\s*\([^()]*\))`)

// glyphWords are the names in them that are words, too.
var glyphWords = regexp.MustCompile(`/(?:space|zero|one|two|three|four|five|six|seven|eight|nine|period|comma|colon|semicolon|hyphen|minus|plus|equal|less|greater|` +
	`question|exclam|at|bar|slash|backslash|underscore|dollar|cent|sterling|yen|florin|currency|percent|ampersand|asterisk|bullet|dagger|section|paragraph|degree|` +
	`acute|grave|tilde|dieresis|macron|ring|breve|caron|cedilla)\b`)

func withoutWords(list []byte) []byte { return glyphWords.ReplaceAll(list, nil) }

// textString searches a string (7.9.2): with a byte order mark it says what it is, without one it can be anything.
func (sr *search) textString(where string, s []byte) {
	switch {
	case len(s) < leastName:
	case bytes.HasPrefix(s, []byte("\xFE\xFF")):
		sr.look(where, fromUTF16(s[2:], 0), line, leastName)
	case bytes.HasPrefix(s, []byte("\xFF\xFE")):
		sr.look(where, fromUTF16(s[2:], 1), line, leastName)
	default:
		sr.bytesAs(where, s, line, leastName)
	}
}

// bytesAs searches bytes as UTF-8, UTF-16 and the Japanese encodings. PDFDocEncoding needs no look of its own: what it has beyond
// ASCII are accented letters, which are looked at as Latin-1.
func (sr *search) bytesAs(where string, s []byte, tx texture, least int) {
	sr.each(where, s, tx, least)
	for align := range 2 {
		sr.each(where, fromUTF16(s[min(align, len(s)):], 0), tx, max(least, 2))
	}
	ascii := !slices.ContainsFunc(s, func(c byte) bool { return c >= utf8.RuneSelf })
	if ascii {
		return
	}
	latin := make([]byte, 0, 2*len(s))
	for _, c := range s {
		latin = utf8.AppendRune(latin, rune(c))
	}
	sr.each(where, latin, tx, leastText)
	if out, err := japanese.ShiftJIS.NewDecoder().Bytes(s); err == nil {
		sr.each(where, out, tx, least)
	}
	if out, err := japanese.EUCJP.NewDecoder().Bytes(s); err == nil {
		sr.each(where, out, tx, least)
	}
}

// each searches the stretches of text in b: control characters and what is no character part them.
func (sr *search) each(where string, b []byte, tx texture, least int) {
	from := 0
	for i := 0; i <= len(b); {
		r, size := utf8.RuneError, 1
		if i < len(b) {
			r, size = utf8.DecodeRune(b[i:])
		}
		if r == utf8.RuneError || r < 0x20 {
			if i-from >= leastName {
				sr.look(where, b[from:i], tx, least)
			}
			from = i + size
		}
		i += size
	}
}

// content searches what a page, a form or an appearance shows. Fonts are told apart by their resource names; where several fonts of
// the file have one name, each is tried: a reading takes the first font of every name, another one the second. Texts are looked at
// parted wherever the position is set anew or another line begins, and, for longer texts, in one piece, since some programs position
// every single character.
func (f *pdfFile) content(where string, data []byte) {
	var maps []*toUnicode
	var readings []*shown
	plain := &shown{}
	most := f.mostMaps(data)
	for range most {
		readings = append(readings, &shown{})
	}
	pause := func(line bool) {
		plain.pause(f.sr, where, line)
		for _, t := range readings {
			t.pause(f.sr, where, line)
		}
	}
	for s := range pdfStrings(data) {
		switch {
		case s.font != "":
			maps = f.mapsOf(s.font)
		case s.name != nil:
			f.sr.textString(where, s.name)
		case s.moved:
			pause(s.line)
		case len(maps) == 0:
			plain.add(s.data)
			f.sr.bytesAs(where, s.data, line, leastName)
		default:
			if utf16Marked(s.data) {
				f.sr.textString(where, s.data) // of a property, which no font shows
			}
			plain.add(s.data)
			for i, t := range readings {
				t.add(maps[min(i, len(maps)-1)].decode(s.data))
			}
		}
	}
	pause(true)
	f.sr.bytesAs(where, plain.all, line, leastText)
	for _, t := range readings {
		f.sr.each(where, t.all, line, leastText)
	}
	f.sr.bytesAs(where, data, value, leastText)
	for photo := data; ; { // among inline pictures
		i := bytes.Index(photo, []byte{0xFF, 0xD8, 0xFF})
		if i < 0 {
			return
		}
		photo = photo[i:]
		photo = photo[f.photoNotes(where, photo):]
	}
}

// fontText searches a font program as UTF-8 and UTF-16. Among outlines short names would be found by chance; and words in Latin letters
// are the names of fonts, which lists of metadata repeat.
func (f *pdfFile) fontText(where string, data []byte) {
	const least = 3
	for _, text := range [...][]byte{bytes.Clone(data), fromUTF16(data, 0), fromUTF16(data[min(1, len(data)):], 0)} {
		for i, c := range text {
			if c|0x20 >= 'a' && c|0x20 <= 'z' {
				text[i] = 0
			}
		}
		f.sr.each(where, text, raw, least)
	}
}

// utf16Marked reports whether a string says that it is UTF-16.
func utf16Marked(s []byte) bool {
	return bytes.HasPrefix(s, []byte("\xFE\xFF")) || bytes.HasPrefix(s, []byte("\xFF\xFE"))
}

// mostMaps returns how many readings a content needs.
func (f *pdfFile) mostMaps(data []byte) int {
	most := 0
	for s := range pdfStrings(data) {
		if s.font != "" {
			most = max(most, len(f.mapsOf(s.font)))
		}
	}
	return most
}

// shown is text that was shown: since the last move, since the last move to another line, and in all.
type shown struct{ word, line, all []byte }

func (t *shown) add(s []byte) {
	t.word = append(t.word, s...)
	t.line = append(t.line, s...)
	t.all = append(t.all, s...)
}

func (t *shown) pause(sr *search, where string, all bool) {
	if len(t.word) != len(t.line) || all {
		sr.each(where, t.word, line, leastName)
	}
	t.word = t.word[:0]
	if all {
		sr.each(where, t.line, line, leastName)
		t.line = t.line[:0]
	}
}

// mapsOf returns the maps that fonts of that resource name have; all of the file's if nothing tells.
func (f *pdfFile) mapsOf(name string) []*toUnicode {
	if list, ok := f.fonts[name]; ok {
		return list
	}
	var list []*toUnicode
	add := func(n int) {
		if m := f.maps[n]; m != nil && !slices.Contains(list, m) {
			list = append(list, m)
		}
	}
	for _, font := range f.named[name] {
		for _, m := range reference.FindAllStringSubmatch(f.objects[font], -1) {
			if m[1] == "ToUnicode" {
				n, _ := strconv.Atoi(m[2])
				add(n)
			}
		}
	}
	if len(f.named[name]) == 0 {
		for n := range f.maps {
			add(n)
		}
	}
	f.fonts[name] = list
	return list
}
