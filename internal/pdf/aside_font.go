package pdf

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"

	"github.com/sumikeshi/sumikeshi/internal/runs"
)

// fontAsides returns what a font program says to people: who made it, for whom, under which licence. Drawing needs none of it. It is
// false if the data is no font program.
func fontAsides(data []byte) ([]Aside, bool) {
	switch {
	case len(data) < 12:
	case isSFNT(data):
		return sfntAsides(data), true
	case data[0] == 1 && readCFF(data) != nil:
		return compactAsides(data, 0), true
	case bytes.HasPrefix(data, []byte("%!")):
		return clearAsides(data), true
	}
	return nil, false
}

func isSFNT(data []byte) bool {
	switch string(data[:4]) {
	case "\x00\x01\x00\x00", "true", "OTTO":
		return true
	}
	return false
}

// tablesOfFonts are the tables that programs draw by (OpenType, 5), and that hold no text but names of glyphs. What stands in others,
// and in none, can be anything.
var tablesOfFonts = strings.Fields("cmap cvt fpgm gasp glyf hdmx head hhea hmtx kern loca LTSH maxp OS/2 PCLT post prep VDMX vhea vmtx VORG " +
	"BASE CBDT CBLC COLR CPAL EBDT EBLC EBSC GDEF GPOS GSUB JSTF MATH avar cvar fvar gvar HVAR MVAR STAT VVAR sbix bdat bloc morx mort")

// sfntAsides returns the texts of a TrueType or OpenType program.
func sfntAsides(data []byte) []Aside {
	var out []Aside
	tables := []Span{{0, 12 + 16*int(binary.BigEndian.Uint16(data[4:]))}}
	for at := 12; at+16 <= min(len(data), tables[0].End); at += 16 {
		from, size := int(binary.BigEndian.Uint32(data[at+8:])), int(binary.BigEndian.Uint32(data[at+12:]))
		if from > len(data) || size > len(data)-from {
			continue
		}
		span := Span{from, from + size}
		tables = append(tables, span)
		switch tag := strings.TrimRight(string(data[at:at+4]), " \x00"); {
		case tag == "name":
			out = append(out, nameTexts(data, span)...)
		case tag == "CFF":
			out = append(out, compactAsides(data[from:span.End], from)...)
		case !slices.Contains(tablesOfFonts, tag):
			out = append(out, looseTexts(data, span)...)
		}
	}
	slices.SortFunc(tables, func(a, b Span) int { return a.Start - b.Start })
	end := 0
	for _, t := range append(tables, Span{len(data), len(data)}) { // and what stands between
		if t.Start > end {
			out = append(out, looseTexts(data, Span{end, t.Start})...)
		}
		end = max(end, t.End)
	}
	return out
}

// nameTexts returns the strings of a naming table (OpenType, name).
func nameTexts(data []byte, table Span) []Aside {
	t := data[table.Start:table.End]
	if len(t) < 6 {
		return nil
	}
	var out []Aside
	base := int(binary.BigEndian.Uint16(t[4:]))
	for i := range int(binary.BigEndian.Uint16(t[2:])) {
		at := 6 + 12*i
		if at+12 > len(t) {
			break
		}
		platform, encoding := binary.BigEndian.Uint16(t[at:]), binary.BigEndian.Uint16(t[at+2:])
		size, from := int(binary.BigEndian.Uint16(t[at+8:])), base+int(binary.BigEndian.Uint16(t[at+10:]))
		if from+size > len(t) || size == 0 || len(out) >= maxAsides {
			continue
		}
		out = append(out, Aside{table.Start + from, table.Start + from + size, nameText(t[from:from+size], platform, encoding), 0})
	}
	return out
}

// nameText decodes a string of a naming table: UTF-16, and what a Macintosh of its time wrote.
func nameText(b []byte, platform, encoding uint16) string {
	const macintosh, japan = 1, 1
	if platform != macintosh {
		return utf16Text(b, 1, 0)
	}
	if encoding == japan {
		if s, err := japanese.ShiftJIS.NewDecoder().Bytes(b); err == nil {
			return string(s)
		}
	}
	s, _ := charmap.Macintosh.NewDecoder().Bytes(b)
	return string(s)
}

// looseTexts returns the runs of text in bytes of unknown make. They go together.
func looseTexts(data []byte, at Span) []Aside {
	var out []Aside
	for line := range strings.SplitSeq(runs.Of(data[at.Start:at.End]), "\n") {
		if line != "" && len(out) < maxAsides {
			out = append(out, Aside{at.Start, at.End, line, 0})
		}
	}
	return out
}

// cffTexts are the operators of a Top DICT that name strings for people: version, Notice, FullName, FamilyName, Weight, Copyright,
// PostScript, BaseFontName (Adobe Technical Note 5176, 9).
var cffTexts = [...]int{0, 1, 2, 3, 4, 0xC00, 0xC00 + 21, 0xC00 + 22}

// compactAsides returns the texts of a program in the Compact Font Format, which begins at that offset of the data.
func compactAsides(data []byte, offset int) []Aside {
	if readCFF(data) == nil {
		return nil
	}
	r := cffReader{data}
	_, at := r.index(int(data[2]))
	tops, at := r.index(at)
	strs, end := r.index(at)
	sizes := make([]int, len(strs)+1)
	for i := len(strs) - 1; i >= 0; i-- {
		sizes[i] = sizes[i+1] + len(strs[i])
	}
	var out []Aside
	top := cffDict(tops[0])
	for _, op := range cffTexts {
		if n := first0(top[op]) - cffStandard; len(top[op]) > 0 && n >= 0 && n < len(strs) {
			from := offset + end - sizes[n]
			out = append(out, Aside{from, from + len(strs[n]), DecodeText(strs[n]), ' '})
		}
	}
	return out
}

// clearAsides returns the remarks and strings in the clear text of a Type 1 program. Its first line says what it is.
func clearAsides(data []byte) []Aside {
	clear, _, _ := bytes.Cut(data, []byte("eexec"))
	l := Lexer{Data: clear, Pos: skipLine(clear, 0)}
	var out []Aside
	l.Remark = func(start, end int) {
		out = append(out, Aside{start, end, DecodeText(bytes.TrimSpace(clear[start:end])), ' '})
	}
	for t := l.Next(); t.Kind != EOF && len(out) < maxAsides; t = l.Next() {
		if t.Kind == String && !t.Hex && t.End-t.Start > 2 {
			out = append(out, Aside{t.Start + 1, t.End - 1, DecodeText(t.Bytes), ' '})
		}
		l.Reset()
	}
	return out
}
