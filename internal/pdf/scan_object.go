package pdf

import "bytes"

// object reads "N G obj … endobj" at pos and returns the offset behind it, or pos if there is none.
func (s *Scan) object(pos int) int {
	num, at, ok := number(s.data, pos)
	if !ok {
		return pos
	}
	gen, at2, ok := number(s.data, skipSpace(s.data, at))
	if !ok || at2 == at {
		return pos
	}
	at = skipSpace(s.data, at2)
	if !bytes.HasPrefix(s.data[at:], []byte("obj")) {
		return pos
	}
	d := Definition{Num: num, Gen: gen, Start: pos, Body: at + 3}
	s.body(&d)
	s.Defs = append(s.Defs, d)
	return d.End
}

// body reads the tokens of an object up to its endobj. It keeps track of strings and comments, in which the word may stand too.
func (s *Scan) body(d *Definition) {
	data := s.data
	length, depth := -1, 0
	for pos := d.Body; pos < len(data); {
		switch c := data[pos]; {
		case isSpace(c) || c == '[' || c == ']' || c == '{' || c == '}':
			pos++
		case c == '%':
			pos = skipLine(data, pos)
		case c == '(':
			pos = skipString(data, pos)
		case c == '<' || c == '>':
			if pos+1 < len(data) && data[pos+1] == c {
				depth += 1 - 2*int((c-'<')/2)
				pos++
			}
			pos++
		case c == '/':
			end := pos + 1
			for end < len(data) && !isSpace(data[end]) && !isDelim(data[end]) {
				end++
			}
			s.key(d, data[pos:end], end, depth, &length)
			pos = end
		case hasWord(data, pos, "endobj"):
			d.End = pos + len("endobj")
			d.null = string(bytes.TrimSpace(data[d.Body:pos])) == "null"
			return
		case hasWord(data, pos, "stream"):
			pos = s.stream(d, pos, length)
		case c >= '0' && c <= '9' && depth <= 0 && s.isObject(pos), hasWord(data, pos, "xref"), hasWord(data, pos, "startxref"):
			d.End, d.Unended = pos, true
			return
		default:
			pos++
			for pos < len(data) && !isSpace(data[pos]) && !isDelim(data[pos]) {
				pos++
			}
		}
	}
	d.End, d.Unended = len(data), true
}

// key looks at the names of a dictionary that tell how to read the object.
func (s *Scan) key(d *Definition, name []byte, end, depth int, length *int) {
	switch string(name) {
	case "/Length":
		if n, after, ok := number(s.data, skipSpace(s.data, end)); ok && depth == 1 {
			if _, gen, ok := number(s.data, skipSpace(s.data, after)); !ok || !hasWord(s.data, skipSpace(s.data, gen), "R") {
				*length = n
			}
		}
	case "/Linearized":
		d.maintenance = true
		s.Linearized = true
	case "/ObjStm", "/XRef":
		d.maintenance = d.maintenance || depth == 1
	}
}

// stream skips the data of a stream. The declared length counts if endstream stands behind it; else the first endstream ends it.
func (s *Scan) stream(d *Definition, pos, length int) int {
	data := s.data
	start := pos + len("stream")
	if start < len(data) && data[start] == '\r' {
		start++
	}
	if start < len(data) && data[start] == '\n' {
		start++
	}
	d.Stream.Start = start
	if length >= 0 && length <= len(data)-start {
		if end := skipSpace(data, start+length); bytes.HasPrefix(data[end:], []byte("endstream")) {
			d.Stream.End = start + length
			return end + len("endstream")
		}
	}
	d.Misfit = length >= 0
	for from := start; ; {
		i := bytes.Index(data[from:], []byte("endstream"))
		if i < 0 {
			d.Stream.End = len(data)
			return len(data)
		}
		end := from + i
		after := end + len("endstream")
		if next := skipSpace(data, after); length >= 0 || bytes.HasPrefix(data[next:], []byte("endobj")) {
			d.Stream.End = end
			return after
		}
		from = after
	}
}

// isObject reports whether "N G obj" stands at pos.
func (s *Scan) isObject(pos int) bool {
	_, at, ok := number(s.data, pos)
	if !ok || at >= len(s.data) || !isSpace(s.data[at]) {
		return false
	}
	_, at2, ok := number(s.data, skipSpace(s.data, at))
	return ok && bytes.HasPrefix(s.data[skipSpace(s.data, at2):], []byte("obj"))
}

// number reads a whole number; one that is too large is the largest.
func number(data []byte, pos int) (n, end int, ok bool) {
	end = pos
	for end < len(data) && data[end] >= '0' && data[end] <= '9' {
		if n < 1<<40 {
			n = n*10 + int(data[end]-'0')
		}
		end++
	}
	return n, end, end > pos
}

func skipSpace(data []byte, pos int) int {
	for pos < len(data) && isSpace(data[pos]) {
		pos++
	}
	return pos
}

func skipLine(data []byte, pos int) int {
	for pos < len(data) && data[pos] != '\n' && data[pos] != '\r' {
		pos++
	}
	return pos
}

// skipString returns the offset behind a literal string, or of the end of the data.
func skipString(data []byte, pos int) int {
	depth := 0
	for ; pos < len(data); pos++ {
		switch data[pos] {
		case '\\':
			pos++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return pos + 1
			}
		}
	}
	return len(data)
}

// skipDict returns the offset behind a dictionary.
func skipDict(data []byte, pos int) int {
	depth := 0
	for pos < len(data) {
		switch c := data[pos]; {
		case c == '(':
			pos = skipString(data, pos)
			continue
		case c == '%' && depth > 0:
			pos = skipLine(data, pos)
			continue
		case c == '<' && pos+1 < len(data) && data[pos+1] == '<':
			depth++
			pos++
		case c == '>' && pos+1 < len(data) && data[pos+1] == '>':
			pos++
			if depth--; depth <= 0 {
				return pos + 1
			}
		case depth == 0 && !isSpace(c):
			return pos
		}
		pos++
	}
	return pos
}

// hasWord reports whether a keyword stands at pos, with nothing regular behind it.
func hasWord(data []byte, pos int, word string) bool {
	if pos < 0 || pos+len(word) > len(data) || string(data[pos:pos+len(word)]) != word {
		return false
	}
	end := pos + len(word)
	return end == len(data) || isSpace(data[end]) || isDelim(data[end])
}

// isSpace reports white space (7.2.3).
func isSpace(c byte) bool { return byteKinds[c] == spaceByte }

// isDelim reports the characters that end a token.
func isDelim(c byte) bool { return byteKinds[c] == delimByte }

// Kinds of bytes; the others are regular.
const (
	spaceByte = iota + 1
	delimByte
)

var byteKinds = [256]uint8{
	' ': spaceByte, '\n': spaceByte, '\r': spaceByte, '\t': spaceByte, '\f': spaceByte, 0: spaceByte,
	'(': delimByte, ')': delimByte, '<': delimByte, '>': delimByte, '[': delimByte, ']': delimByte, '{': delimByte, '}': delimByte,
	'/': delimByte, '%': delimByte,
}
