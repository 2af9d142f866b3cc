package samples

import (
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
)

// naming is a naming table with those strings, in UTF-16: copyright, family and so on (OpenType, name).
func naming(list ...string) []byte {
	const windows, unicode, japanese = 3, 1, 0x411
	out := words16(0, len(list), 6+12*len(list))
	var data []byte
	for i, s := range list {
		from := len(data)
		for _, u := range utf16.Encode([]rune(s)) {
			data = binary.BigEndian.AppendUint16(data, u)
		}
		out = append(out, words16(windows, unicode, japanese, i, len(data)-from, from)...)
	}
	return append(out, data...)
}

// compact is a program in the Compact Font Format with one empty glyph and a notice (Adobe Technical Note 5176).
func compact(notice string) string {
	index := func(item string) string { return "\x00\x01\x02\x00\x01" + string(words16(1+len(item))) + item }
	head := "\x01\x00\x04\x02" + index("Gaiji")
	top := func(at int) string { return "\xF8\x1B\x01\x1C" + string(words16(at)) + "\x11" } // 391 Notice, its first own string; CharStrings
	rest := index(notice) + "\x00\x00"
	at := len(head) + len(index(top(0))) + len(rest)
	return head + index(top(at)) + rest + index("\x0E")
}

// spareFont adds a font of one character that the page could show text in, with that program.
func (d *pdfDesk) spareFont(kind, entry, dict, program string) {
	file := d.d.stream(dict, program)
	about := d.d.add("<< /Type /FontDescriptor /FontName /AAAAAB+Gaiji /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /%s %d 0 R >>", entry, file)
	font := d.d.add("<< /Type /Font /Subtype /%s /BaseFont /AAAAAB+Gaiji /FirstChar 65 /LastChar 65 /Widths [1000] /Encoding /WinAnsiEncoding /FontDescriptor %d 0 R >>", kind, about)
	d.l.fonts += fmt.Sprintf("/G%d %d 0 R ", font, font)
}

// pdfFontPlaces is what fonts say beside the shapes of their characters.
func pdfFontPlaces() []pdfPlace {
	return []pdfPlace{{
		id: "pdf/font-text", words: Words{"フォントの中に書かれた、外字を作った人の名前", "who made a font, named inside it"},
		dirty: plants{
			"dirty.pdf": func(d *pdfDesk) []string {
				d.d.font.extra = map[string][]byte{"name": naming(d.told(), "SumikeshiBlocks")}
				return d.both()
			},
			"dirty-table.pdf": func(d *pdfDesk) []string { // of a program that makes fonts, for itself
				d.d.font.extra = map[string][]byte{"PfEd": []byte(d.told())}
				return d.both()
			},
			"dirty-compact.pdf": func(d *pdfDesk) []string {
				d.spareFont("Type1", "FontFile3", "/Subtype /Type1C", compact(d.told()))
				return d.both()
			},
			"dirty-clear.pdf": func(d *pdfDesk) []string {
				code := "%!PS-AdobeFont-1.0: Gaiji 001.000\n% " + d.told() + "\n11 dict begin\n/FontInfo 3 dict dup begin\n/Notice (" + d.told() + ") readonly def\nend readonly def\n/FontName /Gaiji def\ncurrentfile eexec\n"
				d.spareFont("Type1", "FontFile", fmt.Sprintf("/Length1 %d /Length2 8 /Length3 0", len(code)), code+strings.Repeat("\xA5", 8))
				return d.both()
			},
		},
		quiet: traps{"quiet.pdf": func(d *pdfDesk) {
			d.d.font.extra = map[string][]byte{"name": naming("© 2024 日向市", "SumikeshiBlocks", "標準", "Version 1.00")}
		}},
		change: reviewed,
	}}
}
