package residue

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// A toUnicode maps the codes of a font to text (9.10.3).
type toUnicode struct {
	sizes [5]bool // lengths of codes in bytes
	texts map[code]string
	spans []codeSpan
}

type code struct {
	n uint8
	v uint32
}

// A codeSpan is a range of codes whose texts count up.
type codeSpan struct {
	lo, hi code
	text   []byte // UTF-16BE
}

// decode turns a string of codes into text. Codes that the map does not know part it.
func (m *toUnicode) decode(s []byte) []byte {
	var out []byte
	for len(s) > 0 {
		text, n := m.next(s)
		out = append(out, text...)
		s = s[n:]
	}
	return out
}

func (m *toUnicode) next(s []byte) (string, int) {
	v, width := uint32(0), 0
	for n := 1; n <= min(4, len(s)); n++ {
		v = v<<8 | uint32(s[n-1])
		if !m.sizes[n] {
			continue
		}
		if width == 0 {
			width = n
		}
		c := code{uint8(n), v}
		if text, ok := m.texts[c]; ok {
			return text, n
		}
		for i := range m.spans {
			if sp := &m.spans[i]; sp.lo.n == c.n && c.v >= sp.lo.v && c.v <= sp.hi.v {
				m.texts[c] = sp.at(c.v)
				return m.texts[c], n
			}
		}
	}
	return "\n", max(width, 1)
}

// at returns the text of a code in the span: its last unit counts up.
func (sp *codeSpan) at(v uint32) string {
	b := bytes.Clone(sp.text)
	if len(b) >= 2 {
		u := uint32(b[len(b)-2])<<8 | uint32(b[len(b)-1])
		u += v - sp.lo.v
		b[len(b)-2], b[len(b)-1] = byte(u>>8), byte(u)
	}
	return utf16Text(b)
}

func utf16Text(b []byte) string {
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	var out []byte
	for _, r := range utf16.Decode(units) {
		out = utf8.AppendRune(out, r)
	}
	return string(out)
}

// parseToUnicode reads a map. Strings count by the section that they stand in; everything else of the language is passed over.
func parseToUnicode(b []byte) *toUnicode {
	m := &toUnicode{texts: map[code]string{}}
	for _, kind := range []string{"codespacerange", "bfchar", "bfrange"} {
		rest := b
		for {
			_, after, ok := bytes.Cut(rest, []byte("begin"+kind))
			if !ok {
				break
			}
			section, next, _ := bytes.Cut(after, []byte("end"+kind))
			m.section(kind, section)
			rest = next
		}
	}
	if m.sizes == [5]bool{} {
		m.sizes[2] = true
	}
	return m
}

func (m *toUnicode) section(kind string, b []byte) {
	var row [][]byte
	for len(b) > 0 {
		c := b[0]
		b = b[1:]
		switch c {
		case '<':
			s, rest, _ := bytes.Cut(b, []byte(">"))
			row, b = append(row, unhex(s)), rest
		case '[':
			list, rest, _ := bytes.Cut(b, []byte("]"))
			if len(row) == 2 {
				m.list(codeOf(row[0]), list)
			}
			row, b = row[:0], rest
			continue
		default:
			continue
		}
		switch {
		case kind == "codespacerange" && len(row) == 2:
			if n := len(row[0]); n < len(m.sizes) {
				m.sizes[n] = true
			}
		case kind == "bfchar" && len(row) == 2:
			m.texts[codeOf(row[0])] = utf16Text(row[1])
		case kind == "bfrange" && len(row) == 3:
			m.spans = append(m.spans, codeSpan{codeOf(row[0]), codeOf(row[1]), row[2]})
		default:
			continue
		}
		row = row[:0]
	}
}

// list enters a range whose texts are given one by one.
func (m *toUnicode) list(at code, list []byte) {
	for len(list) > 0 {
		_, rest, ok := bytes.Cut(list, []byte("<"))
		if !ok {
			return
		}
		s, after, _ := bytes.Cut(rest, []byte(">"))
		m.texts[at] = utf16Text(unhex(s))
		at.v++
		list = after
	}
}

func codeOf(b []byte) code {
	c := code{n: uint8(min(len(b), 4))}
	for _, x := range b[:c.n] {
		c.v = c.v<<8 | uint32(x)
	}
	return c
}
