package pdf

import (
	"bytes"
	"fmt"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// maxCodes bounds how many codes of a map are looked at one by one.
const maxCodes = 1 << 17

// Unicode returns a ToUnicode map (9.10.3) that says only of those codes what they stand for whose text keep lets through. It is nil if
// that is all of them, or if there is no such map.
func (f *File) Unicode(o types.Object, keep func(text string) bool) []byte {
	m := f.toUnicode(o)
	if m == nil {
		return nil
	}
	var lines []string
	lost, looked := false, 0
	for i, r := range m.texts {
		for c := uint64(r.lo); c <= uint64(r.hi); c++ {
			if looked++; looked > maxCodes {
				return nil
			}
			if i+1 < len(m.texts) && m.texts[i+1].lo <= uint32(c) {
				break // a later range says it
			}
			switch text, ok := m.text(uint32(c)); {
			case !ok:
			case keep(text):
				lines = append(lines, fmt.Sprintf("<%0*X> <%s>\n", 2*m.size(uint32(c)), c, hex16(text)))
			default:
				lost = true
			}
		}
	}
	if !lost {
		return nil
	}
	return m.write(lines)
}

// size returns of how many bytes a code is.
func (m *cmap) size(c uint32) int {
	for _, s := range m.codespaces() {
		if within(c, s.Lo, s.Hi, s.N) {
			return s.N
		}
	}
	if c > 0xFF {
		return 2
	}
	return 1
}

func hex16(text string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		b = fmt.Appendf(b, "%04X", u)
	}
	return string(b)
}

// write spells a map out, a hundred lines at a time as the format wants it.
func (m *cmap) write(lines []string) []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n")
	if spaces := m.codespaces(); len(spaces) > 0 {
		fmt.Fprintf(&b, "%d begincodespacerange\n", len(spaces))
		for _, s := range spaces {
			fmt.Fprintf(&b, "<%0*X> <%0*X>\n", 2*s.N, s.Lo, 2*s.N, s.Hi)
		}
		b.WriteString("endcodespacerange\n")
	}
	for len(lines) > 0 {
		n := min(len(lines), 100)
		fmt.Fprintf(&b, "%d beginbfchar\n", n)
		for _, l := range lines[:n] {
			b.WriteString(l)
		}
		b.WriteString("endbfchar\n")
		lines = lines[n:]
	}
	b.WriteString("endcmap CMapName currentdict /CMap defineresource pop end end\n")
	return b.Bytes()
}

// GlyphText returns the text that the name of a glyph stands for, "" if it says nothing.
func GlyphText(name string) string { return glyphText(name) }
