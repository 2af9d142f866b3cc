package charset

import (
	"errors"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// A state is the character set that ISO-2022-JP has switched to; every other encoding stays in the first.
type state uint8

const (
	stASCII state = iota
	stRoman
	stKana
	stMain
	stMore
)

// escapes are the switches of ISO-2022-JP and its common extensions. The first of a state is the one that is written.
var escapes = []struct {
	code string
	to   state
}{
	{"\x1b(B", stASCII},
	{"\x1b(J", stRoman},
	{"\x1b(I", stKana},
	{"\x1b$B", stMain},
	{"\x1b$@", stMain},
	{"\x1b$(D", stMore},
}

// none is what a step returns that yields no character: a switch of ISO-2022-JP.
const none = -1

var (
	errShort   = errors.New("the character goes on")
	errControl = errors.New("control character")
	errInvalid = errors.New("invalid bytes")
)

// A decoder takes single characters from raw bytes.
type decoder struct {
	enc    Encoding
	st     state
	planes *planes
}

func newDecoder(e Encoding) *decoder {
	d := &decoder{enc: e}
	if e >= CP932 {
		d.planes = load()
	}
	return d
}

// next decodes the first character of src, which is not empty, and says how many bytes it took. errShort asks for more bytes.
func (d *decoder) next(src []byte) (r rune, n int, err error) {
	switch d.enc {
	case ASCII, UTF8:
		r, n, err = d.utf8(src)
	case UTF16LE, UTF16BE:
		r, n, err = d.utf16(src)
	case CP932:
		r, n, err = d.cp932(src)
	case EUCJP:
		r, n, err = d.eucjp(src)
	case ISO2022JP:
		r, n, err = d.iso2022jp(src)
	}
	if err == nil && r != none && !allowed(r) {
		return 0, 0, errControl
	}
	return r, n, err
}

// allowed reports whether a character may stand in a text. Of the controls these are the white space, the separators 0x1C to 0x1F
// of old data files and the end mark 0x1A that old programs leave.
func allowed(r rune) bool {
	if r < 0x20 {
		return r >= '\t' && r <= '\r' || r >= 0x1C || r == 0x1A
	}
	return r != 0x7F && r&0xFFFE != 0xFFFE
}

func (d *decoder) utf8(src []byte) (rune, int, error) {
	if b := src[0]; b < utf8.RuneSelf {
		return rune(b), 1, nil
	}
	if d.enc == ASCII {
		return 0, 0, errInvalid
	}
	r, n := utf8.DecodeRune(src)
	if r != utf8.RuneError || n > 1 {
		return r, n, nil
	}
	if !utf8.FullRune(src) {
		return 0, 0, errShort
	}
	return 0, 0, errInvalid
}

func (d *decoder) utf16(src []byte) (rune, int, error) {
	if len(src) < 2 {
		return 0, 0, errShort
	}
	r := d.unit(src)
	if !utf16.IsSurrogate(r) {
		return r, 2, nil
	}
	if len(src) < 4 {
		return 0, 0, errShort
	}
	if r = utf16.DecodeRune(r, d.unit(src[2:])); r == utf8.RuneError {
		return 0, 0, errInvalid
	}
	return r, 4, nil
}

func (d *decoder) unit(src []byte) rune {
	if d.enc == UTF16LE {
		return rune(src[0]) | rune(src[1])<<8
	}
	return rune(src[1]) | rune(src[0])<<8
}

func (d *decoder) cp932(src []byte) (rune, int, error) {
	b := src[0]
	switch {
	case b < utf8.RuneSelf:
		return rune(b), 1, nil
	case kana(b):
		return kanaFirst + rune(b-0xA1), 1, nil
	case !sjisLead(b):
		return 0, 0, errInvalid
	case len(src) < 2:
		return 0, 0, errShort
	}
	i := sjisIndex(b, src[1])
	if i < 0 {
		return 0, 0, errInvalid
	}
	return found(d.planes.main[i], 2)
}

func (d *decoder) eucjp(src []byte) (rune, int, error) {
	b := src[0]
	switch {
	case b < utf8.RuneSelf:
		return rune(b), 1, nil
	case b == 0x8E || b >= 0xA1 && b <= 0xFE:
		if len(src) < 2 {
			return 0, 0, errShort
		}
		if b == 0x8E && kana(src[1]) {
			return kanaFirst + rune(src[1]-0xA1), 2, nil
		}
		if b != 0x8E && right(src[1]) {
			return found(d.planes.main[int(b-0xA1)*side+int(src[1]-0xA1)], 2)
		}
	case b == 0x8F:
		if len(src) < 3 {
			return 0, 0, errShort
		}
		if right(src[1]) && right(src[2]) {
			return found(d.planes.more[int(src[1]-0xA1)*side+int(src[2]-0xA1)], 3)
		}
	}
	return 0, 0, errInvalid
}

// right reports whether a byte lies in the right half of a 94 by 94 set.
func right(b byte) bool { return b >= 0xA1 && b <= 0xFE }

// left reports whether a byte lies in the left half.
func left(b byte) bool { return b >= 0x21 && b <= 0x7E }

func found(c uint16, n int) (rune, int, error) {
	if c == 0 {
		return 0, 0, errInvalid
	}
	return rune(c), n, nil
}

func (d *decoder) iso2022jp(src []byte) (rune, int, error) {
	b := src[0]
	switch {
	case b == 0x1B:
		return d.escape(src)
	case d.st == stASCII && b < utf8.RuneSelf:
		return rune(b), 1, nil
	case d.st == stRoman && b < utf8.RuneSelf:
		return roman(b), 1, nil
	case d.st == stKana && b >= 0x21 && b <= 0x5F:
		return kanaFirst + rune(b-0x21), 1, nil
	case d.st < stMain || !left(b):
		return 0, 0, errInvalid // also a line end while a set of two bytes is on: it has two readings
	case len(src) < 2:
		return 0, 0, errShort
	case !left(src[1]):
		return 0, 0, errInvalid
	}
	i := int(b-0x21)*side + int(src[1]-0x21)
	if d.st == stMore {
		return found(d.planes.more[i], 2)
	}
	return found(d.planes.main[i], 2)
}

// roman decodes JIS X 0201, which differs from ASCII in two places.
func roman(b byte) rune {
	switch b {
	case '\\':
		return '¥'
	case '~':
		return '‾'
	}
	return rune(b)
}

func (d *decoder) escape(src []byte) (rune, int, error) {
	short := false
	for _, e := range escapes {
		n := min(len(e.code), len(src))
		if string(src[:n]) != e.code[:n] {
			continue
		}
		if n == len(e.code) {
			d.st = e.to
			return none, n, nil
		}
		short = true
	}
	if short {
		return 0, 0, errShort
	}
	return 0, 0, errControl
}

const block = 64 << 10

// A Reader decodes a text to UTF-8.
type Reader struct {
	src  io.Reader
	dec  *decoder
	mark []byte // still to be skipped
	buf  []byte // raw bytes not yet decoded
	room []byte
	eof  bool
	err  error
}

// NewReader returns a reader of the text in UTF-8, without its byte order mark. src is at the start of the text. Bytes that c does
// not explain are [ErrUndecodable].
func (c Charset) NewReader(src io.Reader) *Reader {
	return &Reader{src: src, dec: newDecoder(c.Encoding), mark: c.Mark(), room: make([]byte, block)}
}

// Read fills p with whole characters; p has to hold at least four bytes.
func (r *Reader) Read(p []byte) (int, error) {
	if len(p) < utf8.UTFMax {
		return 0, io.ErrShortBuffer
	}
	n := 0
	for n == 0 && r.err == nil {
		if len(r.buf) == 0 || r.starved() {
			r.fill()
		}
		n = r.decode(p)
	}
	if n > 0 {
		return n, nil
	}
	return 0, r.err
}

// starved reports whether what is left in the buffer may be a part of a character.
func (r *Reader) starved() bool { return len(r.buf) < 4 && !r.eof }

// fill reads the next raw bytes behind those that are left.
func (r *Reader) fill() {
	n := copy(r.room, r.buf)
	for n < utf8.UTFMax && !r.eof {
		m, err := r.src.Read(r.room[n:])
		n += m
		if err == io.EOF {
			r.eof = true
		} else if err != nil {
			r.err, r.eof = err, true
		}
	}
	r.buf = r.room[:n]
	if len(r.mark) > 0 {
		r.buf, r.mark = r.buf[min(len(r.mark), n):], nil
	}
	if len(r.buf) == 0 && r.eof && r.err == nil {
		r.err = io.EOF
	}
}

func (r *Reader) decode(p []byte) int {
	n := 0
	for len(r.buf) > 0 && len(p)-n >= utf8.UTFMax {
		if m := r.plain(p[n:]); m > 0 {
			n += m
			continue
		}
		c, size, err := r.dec.next(r.buf)
		switch {
		case err == errShort && !r.eof:
			return n
		case err != nil:
			r.err, r.buf = ErrUndecodable, nil
			return n
		case c != none:
			n += utf8.EncodeRune(p[n:], c)
		}
		r.buf = r.buf[size:]
	}
	return n
}

// plain copies a run of ASCII that stands for itself: most of a CSV file.
func (r *Reader) plain(p []byte) int {
	n := plainRun(r.dec.enc, r.buf[:min(len(p), len(r.buf))])
	copy(p, r.buf[:n])
	r.buf = r.buf[n:]
	return n
}

// plainRun returns how many bytes at the start of buf are ASCII that stands for itself.
func plainRun(e Encoding, buf []byte) int {
	if e == UTF16LE || e == UTF16BE || e == ISO2022JP {
		return 0
	}
	n := 0
	for n < len(buf) && (buf[n]-0x20 < 0x5F || buf[n] == '\n' || buf[n] == '\r' || buf[n] == '\t') {
		n++
	}
	return n
}
