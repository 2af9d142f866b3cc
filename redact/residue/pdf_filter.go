package residue

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"io"
	"regexp"
	"strconv"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

var (
	filterKey = regexp.MustCompile(`/(?:Filter|F)\s*(\[[^\]]*\]|/\w+)`)
	nameAt    = regexp.MustCompile(`/(\w+)`)
	predictor = regexp.MustCompile(`/Predictor\s+(\d{1,2})`)
	columns   = regexp.MustCompile(`/Columns\s+(\d{1,7})`)
)

// decode undoes the filters of a stream (ISO 32000-2, 7.4), as far as the standard library can. What is coded as a picture stays as
// it is. Damaged data is searched up to the damage; only the bound on what may be inflated is an error.
func (f *pdfFile) decode(s *pdfStream) ([]byte, error) {
	data := s.raw
	m := filterKey.FindStringSubmatch(s.dict)
	if m == nil {
		return data, nil
	}
	for _, name := range nameAt.FindAllStringSubmatch(m[1], -1) {
		next, known, err := f.undo(name[1], data)
		if err != nil {
			return nil, err
		}
		if !known {
			return data, nil
		}
		data = next
	}
	return unpredict(s.dict, data), nil
}

// undo undoes one filter; known is false for those that are no text.
func (f *pdfFile) undo(name string, data []byte) (out []byte, known bool, err error) {
	var r io.Reader
	switch name {
	case "FlateDecode", "Fl":
		zr, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, false, nil
		}
		r = zr
	case "ASCII85Decode", "A85":
		data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
		if i := bytes.IndexByte(data, '~'); i >= 0 {
			data = data[:i]
		}
		r = ascii85.NewDecoder(bytes.NewReader(data))
	case "ASCIIHexDecode", "AHx":
		r = bytes.NewReader(unhex(data))
	case "LZWDecode", "LZW":
		r = bytes.NewReader(unlzw(data, f.sr.left))
	case "RunLengthDecode", "RL":
		r = bytes.NewReader(unrun(data))
	default:
		return nil, false, nil
	}
	out, err = io.ReadAll(f.sr.counting(r))
	var lim *limits.Error
	if errors.As(err, &lim) {
		return nil, false, err
	}
	return out, true, nil
}

// unhex reads hexadecimal digits up to the end mark.
func unhex(data []byte) []byte {
	var out []byte
	half, n := byte(0), 0
	for _, c := range data {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		case c == '>':
			if n%2 == 1 {
				out = append(out, half<<4)
			}
			return out
		default:
			continue
		}
		if n++; n%2 == 0 {
			out = append(out, half<<4|c)
		}
		half = c
	}
	if n%2 == 1 {
		out = append(out, half<<4)
	}
	return out
}

// unrun undoes run lengths (7.4.5).
func unrun(data []byte) []byte {
	var out []byte
	for i := 0; i < len(data) && data[i] != 128; {
		n := int(data[i])
		i++
		if n < 128 {
			end := min(i+n+1, len(data))
			out = append(out, data[i:end]...)
			i = end
			continue
		}
		if i < len(data) {
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
		}
		i++
	}
	return out
}

// unlzw undoes LZW as PDF has it (7.4.4): the width of codes grows one code early, which compress/lzw does not know.
func unlzw(data []byte, bound int64) []byte {
	const clear, end = 256, 257
	var out []byte
	table := make([][]byte, 258, 4096)
	for i := range 256 {
		table[i] = []byte{byte(i)}
	}
	width, acc, have := 9, 0, 0
	var prev []byte
	for _, b := range data {
		acc, have = acc<<8|int(b), have+8
		if have < width {
			continue
		}
		code := acc >> (have - width)
		have -= width
		acc &= 1<<have - 1
		switch {
		case code == clear:
			table, width, prev = table[:258], 9, nil
			continue
		case code == end, int64(len(out)) > bound:
			return out
		}
		var word []byte
		switch {
		case code < len(table):
			word = table[code]
		case code == len(table) && prev != nil:
			word = append(prev[:len(prev):len(prev)], prev[0])
		default:
			return out
		}
		out = append(out, word...)
		if prev != nil && len(table) < 4096 {
			table = append(table, append(prev[:len(prev):len(prev)], word[0]))
		}
		prev = word
		if n := len(table) + 1; n >= 1<<width && width < 12 {
			width++
		}
	}
	return out
}

// unpredict undoes PNG predictors of text-like streams, whose rows are bytes: object and cross-reference streams have them.
func unpredict(dict string, data []byte) []byte {
	m := predictor.FindStringSubmatch(dict)
	if m == nil {
		return data
	}
	if p, _ := strconv.Atoi(m[1]); p < 10 {
		return data
	}
	row := 1
	if c := columns.FindStringSubmatch(dict); c != nil {
		row, _ = strconv.Atoi(c[1])
	}
	if row < 1 {
		return data
	}
	var out []byte
	prev := make([]byte, row)
	for len(data) > 1 {
		kind, line := data[0], bytes.Clone(data[1:min(1+row, len(data))])
		data = data[1+len(line):]
		for i := range line {
			var left, corner byte
			if i > 0 {
				left, corner = line[i-1], prev[i-1]
			}
			line[i] += predicted(kind, left, prev[i], corner)
		}
		out = append(out, line...)
		copy(prev, line)
	}
	return out
}

func predicted(kind, left, up, corner byte) byte {
	switch kind {
	case 1:
		return left
	case 2:
		return up
	case 3:
		return byte((int(left) + int(up)) / 2)
	case 4:
		p := int(left) + int(up) - int(corner)
		a, b, c := dist(p, left), dist(p, up), dist(p, corner)
		if a <= b && a <= c {
			return left
		}
		if b <= c {
			return up
		}
		return corner
	}
	return 0
}

func dist(p int, b byte) int { return max(p-int(b), int(b)-p) }
