package plain

import (
	"bytes"
	"io"
	"unicode/utf8"
)

// A Piece is a line or a field, or a part of one that is very long.
type Piece struct {
	Row, Col int    // the record and the field in it, from 1; in lines, Col is the character at which the piece begins
	Line     int    // the line of the file on which the record begins, from 1
	Text     string // without quotes, and with escapes of JSON decoded

	From, To int64 // where it stands in the decoded text, with its quotes if it is a whole field

	sep     byte
	quoted  bool
	part    bool
	escaped bool
}

// A Scanner cuts a text into pieces.
type Scanner struct {
	src  io.Reader
	sep  byte
	room []byte
	buf  []byte // decoded and not yet scanned
	at   int64  // where buf begins in the decoded text
	err  error

	row, col, line int
	breaks         int  // line breaks inside the fields of this record
	cr             bool // the byte before buf was a carriage return inside a field
	mode           mode
	text           []byte
}

// A mode says where in a field the scanner stands.
type mode uint8

const (
	atStart  mode = iota // of a field or line
	inPlain              // in the rest of a long field without quotes, or of a long line
	inQuotes             // in the rest of a long field in quotes
	inTail               // behind the closing quote of a long field
	atEnd                // of the text
)

// NewScanner returns a scanner of a text in UTF-8; sep separates fields, or is 0 for lines. What a Read of src returns ends with a
// whole character.
func NewScanner(src io.Reader, sep byte) *Scanner {
	return &Scanner{src: src, sep: sep, room: make([]byte, headSize), row: 1, col: 1, line: 1}
}

// Next returns the next piece, also an empty one. At the end of the text the error is [io.EOF].
func (s *Scanner) Next() (Piece, error) {
	if s.mode == atStart && s.col == 1 && !s.more() || s.mode == atEnd {
		return Piece{}, s.err
	}
	p := Piece{Row: s.row, Col: s.col, Line: s.line, From: s.at, sep: s.sep, part: s.mode != atStart}
	s.text = s.text[:0]
	if s.mode == atStart {
		s.mode = inPlain
		if s.sep != 0 && s.more() && s.buf[0] == '"' {
			s.take(1)
			s.mode, p.quoted = inQuotes, true
		}
	}
	s.field(&p)
	if s.err != nil && s.err != io.EOF {
		return Piece{}, s.err
	}
	p.Text, p.escaped = unescape(s.text)
	return p, nil
}

// field scans to the end of the field, or to where it is cut.
func (s *Scanner) field(p *Piece) {
	quoted := s.mode == inQuotes
	if p.part {
		p.quoted = quoted
	}
	for s.more() {
		c := s.buf[0]
		switch {
		case s.mode == inQuotes && c == '"':
			s.take(1)
			if s.more() && s.buf[0] == '"' {
				s.keep(1)
				continue
			}
			s.mode = inTail
			if p.part {
				p.To = s.at - 1
				return
			}
		case s.mode != inQuotes && (c == '\r' || c == '\n' || c == s.sep && s.sep != 0):
			p.To = s.at
			s.end(c)
			return
		default:
			s.run()
		}
		if s.cut() {
			s.split(p, quoted)
			return
		}
	}
	p.To = s.at
	s.mode = atEnd
}

// split ends a piece in the middle of a field. A first piece of a field in quotes leaves the opening quote out, unless the closing
// one lies in it too.
func (s *Scanner) split(p *Piece, quoted bool) {
	p.To = s.at
	if s.sep == 0 {
		s.col += utf8.RuneCount(s.text)
	}
	if p.part || !quoted {
		p.part = true
	} else if s.mode == inQuotes {
		p.From++
		p.part = true
	}
}

// end takes the separator or line end behind a field.
func (s *Scanner) end(c byte) {
	s.mode = atStart
	s.take(1)
	if c == s.sep && s.sep != 0 {
		s.col++
		return
	}
	if c == '\r' && s.more() && s.buf[0] == '\n' {
		s.take(1)
	}
	s.row++
	s.line += 1 + s.breaks
	s.col, s.breaks, s.cr = 1, 0, false
}

// run keeps the characters up to the next one that may mean something.
func (s *Scanner) run() {
	n := 1
	if len(s.text) >= soft {
		_, n = utf8.DecodeRune(s.buf)
	} else {
		most := min(len(s.buf), soft-len(s.text))
		for n < most && s.ordinary(s.buf[n]) {
			n++
		}
		for n < len(s.buf) && !utf8.RuneStart(s.buf[n]) {
			n++
		}
	}
	s.keep(n)
}

func (s *Scanner) ordinary(c byte) bool {
	return c != '"' && c != '\r' && c != '\n' && (c != s.sep || s.sep == 0)
}

// keep takes n bytes into the text of the piece and counts line breaks among them.
func (s *Scanner) keep(n int) {
	b := s.buf[:n]
	if c := b[0]; c == '\n' && !s.cr || c == '\r' {
		s.breaks++
	}
	s.cr = b[n-1] == '\r'
	s.text = append(s.text, b...)
	s.take(n)
}

func (s *Scanner) take(n int) {
	s.buf = s.buf[n:]
	s.at += int64(n)
}

// more reports whether there is another byte, and sees to it that it is in the buffer.
func (s *Scanner) more() bool {
	for len(s.buf) == 0 && s.err == nil {
		n, err := s.src.Read(s.room)
		s.buf, s.err = s.room[:n], err
	}
	return len(s.buf) > 0
}

// Lengths of a piece in bytes. From the first on it is cut at the end of a sentence, then between words, then where the kind of
// character changes, and at last anywhere. A run of so many characters of one kind is no text, and holds no value that a cut halves.
const (
	soft     = 64 << 10
	atWords  = soft + 8<<10
	atKinds  = soft + 16<<10
	anywhere = soft + 24<<10
)

// cut reports whether the piece ends before the next character, though the field goes on.
func (s *Scanner) cut() bool {
	n := len(s.text)
	if n < soft || !s.more() {
		return false
	}
	before, _ := utf8.DecodeLastRune(s.text)
	after, _ := utf8.DecodeRune(s.buf)
	if s.mode == inQuotes && (after == '"' || before == '"') {
		return false
	}
	k, next := kindOf(before), kindOf(after)
	switch {
	case n >= anywhere:
		return n >= anywhere+64 || !inEscape(s.text, after)
	case n >= atKinds:
		return k != next && !inEscape(s.text, after)
	case n >= atWords:
		return k <= between && next > between
	}
	return k == ending && next > ending
}

// A kind is a class of characters, as far as it matters where a text may be cut.
type kind uint8

const (
	ending  kind = iota // of a sentence or a line
	between             // words
	digit
	latin
	kana
	kanji
)

func kindOf(r rune) kind {
	switch {
	case r == '\n' || r == '\r' || r == '\t' || r == ';' || r == '}' || r == '。' || r == '！' || r == '？':
		return ending
	case r >= '0' && r <= '9' || r >= '０' && r <= '９':
		return digit
	case r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '\\' || r == '@' || r == '_' || r == '.' || r == '-' || r == '+' || r == '%':
		return latin
	case r < 0x80 || r == '　' || r == '、' || r == '，':
		return between
	case r >= 0x3040 && r < 0x3100 || r >= 0xFF61 && r <= 0xFF9F:
		return kana
	}
	return kanji
}

// inEscape reports whether a cut before the character next would halve an escape of JSON, or part two that make one character.
func inEscape(text []byte, next rune) bool {
	const size = len(`\u5c71`)
	tail := text[max(0, len(text)-size):]
	i := bytes.LastIndexByte(tail, '\\')
	if i < 0 {
		return false
	}
	whole := i == 0 && len(tail) == size && tail[1] == 'u'
	high := whole && (tail[2] == 'd' || tail[2] == 'D') && tail[3] != '0' && tail[3] < 'c' && tail[3] > '7' && tail[3] != 'C'
	return !whole || high || next != '\\'
}
