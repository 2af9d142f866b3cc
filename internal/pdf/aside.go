package pdf

import (
	"bytes"
	"encoding/binary"
)

// An Aside is what a stream for programs says to people: a remark in the code of a map or function, a text of a colour profile.
type Aside struct {
	Start, End int // in the data
	Text       string
	fill       byte // what stands in its place
}

// maxAsides bounds how many are looked at.
const maxAsides = 10_000

// Asides returns the asides of a map (9.7.5), a PostScript function (7.10.5), a font program (9.9) or a colour profile (ICC.1).
func Asides(data []byte) []Aside {
	if len(data) > 132 && string(data[36:40]) == "acsp" {
		return profileTexts(data)
	}
	if out, font := fontAsides(data); font {
		return out
	}
	var out []Aside
	l := Lexer{Data: data}
	l.Remark = func(start, end int) {
		if len(out) < maxAsides {
			out = append(out, Aside{start, end, DecodeText(bytes.TrimSpace(data[start:end])), ' '})
		}
	}
	for t := l.Next(); t.Kind != EOF; t = l.Next() {
		l.Reset()
	}
	return out
}

// WithoutAsides returns the data without them. Everything else stays where it is.
func WithoutAsides(data []byte) []byte {
	out := bytes.Clone(data)
	for _, a := range Asides(data) {
		for i := a.Start; i < a.End; i++ {
			if c := out[i]; c != '\n' && c != '\r' || a.fill == 0 {
				out[i] = a.fill
			}
		}
	}
	return out
}

// profileTexts returns the texts of a colour profile: who made it, for which screen (ICC.1:2022, 9.2, 10).
func profileTexts(data []byte) []Aside {
	var out []Aside
	n := int(binary.BigEndian.Uint32(data[128:]))
	for i := range min(n, 100) {
		at := 132 + 12*i
		if at+12 > len(data) {
			break
		}
		from, size := int(binary.BigEndian.Uint32(data[at+4:])), int(binary.BigEndian.Uint32(data[at+8:]))
		if from < 132 || size < 12 || from > len(data) || size > len(data)-from {
			continue
		}
		body := data[from : from+size]
		switch string(body[:4]) {
		case "text":
			out = append(out, Aside{from + 8, from + size, DecodeText(bytes.TrimRight(body[8:], "\x00")), 0})
		case "desc":
			k := min(int(binary.BigEndian.Uint32(body[8:])), size-12)
			if k > 0 {
				out = append(out, Aside{from + 12, from + 12 + k, DecodeText(bytes.TrimRight(body[12:12+k], "\x00")), 0})
			}
		case "mluc":
			out = append(out, localized(body, from)...)
		}
	}
	return out
}

// localized returns the texts of a multi-localised tag (ICC.1:2022, 10.15): UTF-16.
func localized(body []byte, from int) []Aside {
	var out []Aside
	for i := range min(int(binary.BigEndian.Uint32(body[8:])), 100) {
		at := 16 + 12*i
		if at+12 > len(body) {
			break
		}
		size, off := int(binary.BigEndian.Uint32(body[at+4:])), int(binary.BigEndian.Uint32(body[at+8:]))
		if off >= 16 && size >= 2 && off <= len(body) && size <= len(body)-off {
			out = append(out, Aside{from + off, from + off + size, utf16Text(body[off:off+size], 1, 0), 0})
		}
	}
	return out
}
