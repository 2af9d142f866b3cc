package pdf

import "math"

// A TokenKind is the kind of a [Token].
type TokenKind uint8

const (
	EOF        TokenKind = iota
	Number               // Num
	String               // Bytes: decoded; Hex tells how it was written
	Name                 // Bytes: decoded, without the slash
	ArrayOpen            // [
	ArrayClose           // ]
	DictOpen             // <<
	DictClose            // >>
	Operator             // Bytes: the keyword, also true, false and null
)

// A Token is a token of a content stream (7.2, 7.8.2), with where it stands.
type Token struct {
	Kind       TokenKind
	Hex        bool
	Start, End int
	Num        float64
	Bytes      []byte // valid until [Lexer.Reset]
}

// A Lexer reads the tokens of a content stream. Every input has tokens: what is damaged is read as readers do.
type Lexer struct {
	Data    []byte
	Pos     int
	Remark  func(start, end int) // is told of comments; nil: nobody is
	scratch []byte
}

// Reset forgets the bytes of the tokens read so far.
func (l *Lexer) Reset() { l.scratch = l.scratch[:0] }

// Next returns the next token; at the end its kind is [EOF].
func (l *Lexer) Next() Token {
	data := l.Data
	for l.Pos < len(data) {
		switch c := data[l.Pos]; {
		case isSpace(c):
			l.Pos++
		case c == '%':
			start := l.Pos
			if l.Pos = skipLine(data, l.Pos); l.Remark != nil {
				l.Remark(start, l.Pos)
			}
		case c == '(':
			return l.literal()
		case c == '/':
			return l.name()
		case c == '[':
			return l.single(ArrayOpen, 1)
		case c == ']':
			return l.single(ArrayClose, 1)
		case c == '<':
			if l.Pos+1 < len(data) && data[l.Pos+1] == '<' {
				return l.single(DictOpen, 2)
			}
			return l.hex()
		case c == '>':
			if l.Pos+1 < len(data) && data[l.Pos+1] == '>' {
				return l.single(DictClose, 2)
			}
			l.Pos++
		case c == ')' || c == '{' || c == '}':
			l.Pos++
		case c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+':
			return l.number()
		default:
			return l.keyword()
		}
	}
	return Token{Kind: EOF, Start: len(data), End: len(data)}
}

func (l *Lexer) single(kind TokenKind, n int) Token {
	t := Token{Kind: kind, Start: l.Pos, End: l.Pos + n}
	l.Pos += n
	return t
}

func (l *Lexer) keyword() Token {
	start := l.Pos
	for l.Pos < len(l.Data) && !isSpace(l.Data[l.Pos]) && !isDelim(l.Data[l.Pos]) {
		l.Pos++
	}
	return Token{Kind: Operator, Start: start, End: l.Pos, Bytes: l.Data[start:l.Pos]}
}

// number reads a number. Readers also take "--5", "1.2.3" and "5-3"; they read as far as it makes sense.
func (l *Lexer) number() Token {
	start, data := l.Pos, l.Data
	i, sign := start, 1.0
	for i < len(data) && (data[i] == '+' || data[i] == '-') {
		if data[i] == '-' {
			sign = -1
		}
		i++
	}
	n, frac, dot, digits := 0.0, 1.0, false, false
scan:
	for ; i < len(data); i++ {
		switch c := data[i]; {
		case c >= '0' && c <= '9' && dot:
			frac /= 10
			n += float64(c-'0') * frac
			digits = true
		case c >= '0' && c <= '9':
			n = n*10 + float64(c-'0')
			digits = true
		case c == '.' && !dot:
			dot = true
		default:
			break scan
		}
	}
	for i < len(data) && !isSpace(data[i]) && !isDelim(data[i]) {
		if c := data[i]; c >= 'A' && digits && i > start {
			break // an operator that follows without a space: "0.5w"
		}
		i++
	}
	l.Pos = max(i, start+1)
	if math.IsInf(n, 0) {
		n = 0
	}
	return Token{Kind: Number, Start: start, End: l.Pos, Num: sign * n}
}

func (l *Lexer) name() Token {
	start, data := l.Pos, l.Data
	i, plain := start+1, true
	for i < len(data) && !isSpace(data[i]) && !isDelim(data[i]) {
		plain = plain && data[i] != '#'
		i++
	}
	l.Pos = i
	t := Token{Kind: Name, Start: start, End: i, Bytes: data[start+1 : i]}
	if plain {
		return t
	}
	from := len(l.scratch)
	for raw := t.Bytes; len(raw) > 0; {
		if raw[0] == '#' && len(raw) > 2 && hexDigit(raw[1]) >= 0 && hexDigit(raw[2]) >= 0 {
			l.scratch = append(l.scratch, byte(hexDigit(raw[1])<<4|hexDigit(raw[2])))
			raw = raw[3:]
			continue
		}
		l.scratch = append(l.scratch, raw[0])
		raw = raw[1:]
	}
	t.Bytes = l.scratch[from:]
	return t
}

func (l *Lexer) hex() Token {
	start, data := l.Pos, l.Data
	from, half, high := len(l.scratch), false, 0
	i := start + 1
	for i+1 < len(data) { // pairs of digits, as nearly every writer sets them
		high, low := hexValues[data[i]], hexValues[data[i+1]]
		if high|low < 0 {
			break
		}
		l.scratch = append(l.scratch, byte(high)<<4|byte(low))
		i += 2
	}
	for ; i < len(data) && data[i] != '>'; i++ {
		d := hexDigit(data[i])
		if d < 0 {
			continue
		}
		if half {
			l.scratch = append(l.scratch, byte(high<<4|d))
		}
		half, high = !half, d
	}
	if half {
		l.scratch = append(l.scratch, byte(high<<4))
	}
	l.Pos = min(i+1, len(data))
	return Token{Kind: String, Hex: true, Start: start, End: l.Pos, Bytes: l.scratch[from:]}
}

// literal reads a literal string (7.3.4.2).
func (l *Lexer) literal() Token {
	start, data := l.Pos, l.Data
	from, depth := len(l.scratch), 1
	i := start + 1
	for ; i < len(data) && depth > 0; i++ {
		c := data[i]
		switch c {
		case '\\':
			i = l.escape(i + 1)
			continue
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				continue
			}
		case '\r':
			if i+1 < len(data) && data[i+1] == '\n' {
				i++
			}
			c = '\n'
		}
		l.scratch = append(l.scratch, c)
	}
	l.Pos = min(i, len(data))
	return Token{Kind: String, Start: start, End: l.Pos, Bytes: l.scratch[from:]}
}

// escape resolves what follows a backslash and returns the offset of its last byte.
func (l *Lexer) escape(i int) int {
	if i >= len(l.Data) {
		return i
	}
	c := l.Data[i]
	switch c {
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case '\r':
		if i+1 < len(l.Data) && l.Data[i+1] == '\n' {
			i++
		}
		return i
	case '\n':
		return i
	case '0', '1', '2', '3', '4', '5', '6', '7':
		n := 0
		end := min(i+3, len(l.Data))
		for ; i < end && l.Data[i] >= '0' && l.Data[i] <= '7'; i++ {
			n = n<<3 | int(l.Data[i]-'0')
		}
		i--
		c = byte(n)
	}
	l.scratch = append(l.scratch, c)
	return i
}

func hexDigit(c byte) int { return int(hexValues[c]) }

// hexValues are the values of hexadecimal digits, -1 for other bytes.
var hexValues = func() (v [256]int8) {
	for i := range v {
		v[i] = -1
	}
	for i, c := range "0123456789abcdef" {
		v[c] = int8(i)
	}
	for i, c := range "ABCDEF" {
		v[c] = int8(10 + i)
	}
	return v
}()
