package charset

import (
	"bytes"
	"io"
	"math"
)

// Detect decides how the whole of a text is encoded. The error is [ErrBinary], [ErrUndecodable], [ErrAmbiguous] or one of src.
func Detect(src io.ReaderAt, size int64) (Charset, error) {
	open := func() io.Reader { return io.NewSectionReader(src, 0, size) }
	head := make([]byte, min(size, 4))
	if n, err := src.ReadAt(head, 0); n < len(head) {
		return Charset{}, err
	}
	return decide(head, open, true)
}

// Sniff decides by the start of a text alone; the last character may be cut. whole says that head is all there is.
func Sniff(head []byte, whole bool) (Charset, error) {
	return decide(head, func() io.Reader { return bytes.NewReader(head) }, whole)
}

// A price is what the characters of one reading cost, in bits of a simple model of Japanese text. The right reading is the one that
// explains the same bytes most cheaply: one kanji in EUC-JP is two half-width kana in CP932, and each has its price.
type price struct {
	bits int64
	last rune
}

// Bits by kind of character. A run of half-width kana costs its start, since words are written in them as a whole.
const (
	bitsASCII   = 5
	bitsKana    = 6
	bitsPoint   = 7
	bitsWide    = 8
	bitsLevel1  = 10
	bitsLevel2  = 15
	bitsSymbol  = 14
	bitsRare    = 18
	bitsUser    = 20
	bitsUnknown = 24
	bitsRun     = 4
	bitsMisfit  = 10 // a voicing mark behind a kana that has no voiced form
	bitsBad     = 40 // an invalid byte
	bitsNoise   = 13 // a mean above this is no text
)

// Bits that an encoding costs before the first character: how rarely it is met.
const (
	priorEUC   = 10
	priorUTF16 = 20 // without a byte order mark
	margin     = 6  // readings closer than this are too close to call
	tolerated  = 16 // invalid bytes with which a reading still competes
)

// weigh fills in what the characters of the planes cost.
func (p *planes) weigh() {
	for _, c := range p.more {
		p.bits[c] = bitsRare
	}
	for i, c := range p.main {
		if b := p.bits[c]; b == 0 || b == bitsRare {
			p.bits[c] = positionBits(i)
		}
	}
	for c := 0x20; c < 0x7F; c++ {
		p.bits[c] = bitsASCII
	}
	for _, c := range "\t\n\r" {
		p.bits[c] = bitsASCII
	}
	for c := kanaFirst; c <= kanaLast; c++ {
		p.bits[c] = bitsKana
	}
	p.bits[0] = 0
}

// positionBits returns the price of a position of JIS X 0208 as CP932 extends it.
func positionBits(i int) uint8 {
	switch row := i/side + 1; {
	case i >= userFirst && i < userEnd:
		return bitsUser
	case row == 1:
		return bitsPoint
	case row == 3:
		return bitsWide
	case row == 4 || row == 5:
		return bitsKana
	case row < 16:
		return bitsSymbol
	case row < 48:
		return bitsLevel1
	case row < 85:
		return bitsLevel2
	}
	return bitsRare
}

// add counts one more character.
func (p *price) add(r rune, bits uint8) {
	half, before := r >= kanaFirst && r <= kanaLast, p.last >= kanaFirst && p.last <= kanaLast
	p.bits += int64(bits)
	switch {
	case bits == 0:
		p.bits += bitsUnknown
	case half && r < 0xFF66: // half-width punctuation
		p.bits += bitsRun
	case half && !before:
		p.bits += bitsRun
	case half && r >= 0xFF9E && !voiced(p.last):
		p.bits += bitsMisfit
	}
	p.last = r
}

// voiced reports whether a half-width kana takes a voicing mark: ウ, カ to ト, ハ to ホ.
func voiced(r rune) bool {
	return r == 0xFF73 || r >= 0xFF76 && r <= 0xFF84 || r >= 0xFF8A && r <= 0xFF8E
}

// decide tries the readings in turn. Bytes that are valid as UTF-8 are UTF-8. Otherwise the cheapest reading wins, and readings with
// a few invalid bytes compete: UTF-8 that was cut in the middle of a character is often valid CP932, and nonsense. If such a reading
// wins, the text is damaged.
func decide(head []byte, open func() io.Reader, whole bool) (Charset, error) {
	if c, ok := marked(head); ok {
		_, err := read(c, open(), whole, 0)
		return c, public(err)
	}
	plain := Charset{Encoding: UTF8}
	got, err := read(plain, open(), whole, 0)
	if err == nil && !got.wide {
		plain.Encoding = ASCII
	}
	if err == nil || !expected(err) {
		return plain, err
	}
	var best reading
	next := int64(math.MaxInt64)
	for _, e := range []Encoding{UTF8, ISO2022JP, CP932, EUCJP, UTF16LE, UTF16BE} {
		got, err := read(Charset{Encoding: e}, open(), whole, tolerated)
		switch {
		case err != nil && !expected(err):
			return Charset{}, err
		case err != nil || !got.plausible():
		case best.enc == 0 || got.bits < best.bits:
			if best.enc != 0 {
				next = best.bits
			}
			best = got
		default:
			next = min(next, got.bits)
		}
	}
	switch {
	case best.enc == 0:
		return Charset{}, public(controls(open()))
	case best.bad > 0:
		return Charset{}, ErrUndecodable
	case next-margin < best.bits:
		return Charset{}, ErrAmbiguous
	}
	return Charset{Encoding: best.enc}, nil
}

func expected(err error) bool { return err == errControl || err == errInvalid || err == errShort }

// public turns the error of a reading into what a caller is told.
func public(err error) error {
	switch {
	case err == errControl:
		return ErrBinary
	case expected(err):
		return ErrUndecodable
	}
	return err
}

// controls tells what has no reading at all: binary data, or a text with invalid bytes. Some bytes are control characters in every
// encoding.
func controls(src io.Reader) error {
	buf := make([]byte, block)
	for {
		n, err := src.Read(buf)
		for _, b := range buf[:n] {
			if b < 0x20 && !allowed(rune(b)) {
				return errControl
			}
		}
		if err == io.EOF {
			return errInvalid
		}
		if err != nil {
			return err
		}
	}
}

// A reading is what is known of a text read in one encoding.
type reading struct {
	price
	enc   Encoding
	wide  bool // holds more than ASCII
	ascii bool // holds ASCII in two bytes
	chars int64
	bad   int // invalid bytes
}

// read reads a text in one encoding to its end, and returns an error at a control character or after more than most invalid bytes.
func read(c Charset, src io.Reader, whole bool, most int) (reading, error) {
	got := reading{enc: c.Encoding, price: price{bits: prior(c)}}
	dec, table := newDecoder(c.Encoding), (*planes)(nil)
	if most > 0 {
		table = load()
	}
	if c.Encoding == UTF16LE || c.Encoding == UTF16BE {
		most = 0
	}
	buf, room, skip := []byte(nil), make([]byte, block), len(c.Mark())
	for {
		n := copy(room, buf)
		m, err := io.ReadFull(src, room[n:])
		end := err == io.EOF || err == io.ErrUnexpectedEOF
		if err != nil && !end {
			return got, err
		}
		buf = room[:n+m]
		buf, skip = buf[min(skip, len(buf)):], 0
		if buf, err = got.take(dec, buf, table, most); err == errShort && end && whole && got.spoil(most) {
			return got, errInvalid
		} else if err != nil && err != errShort {
			return got, err
		}
		if end {
			return got, nil
		}
	}
}

// take reads the characters of buf and returns what is left of it, with errShort if that is a part of a character.
func (g *reading) take(dec *decoder, buf []byte, table *planes, most int) ([]byte, error) {
	for len(buf) > 0 {
		if n := plainRun(g.enc, buf); n > 0 {
			g.bits += bitsASCII * int64(n)
			g.last = 0
			buf = buf[n:]
			continue
		}
		r, size, err := dec.next(buf)
		switch {
		case err == errInvalid:
			size = 1
			if g.spoil(most) {
				return nil, err
			}
		case err != nil:
			return buf, err
		case r != none:
			g.wide = g.wide || r >= 0x80
			if table != nil && !g.weigh(r, table) {
				return nil, errInvalid
			}
		}
		buf = buf[size:]
	}
	return nil, nil
}

// spoil counts an invalid byte and reports whether it is one too many.
func (g *reading) spoil(most int) bool {
	g.bits += bitsBad
	g.bad++
	return g.bad > most
}

// weigh counts a character. Without a byte order mark, UTF-16 may hold only what a Japanese text holds: nearly any bytes are valid
// in it.
func (g *reading) weigh(r rune, table *planes) bool {
	bits := uint8(0)
	if r < 1<<16 {
		bits = table.bits[r]
	}
	g.add(r, bits)
	g.chars++
	g.ascii = g.ascii || r < 0x80
	return !g.sixteen() || bits > 0 || r >= 0xA0 && r < 0x250 || r >= 0x2010 && r < 0x2070 || r >= 0x1F000
}

func (g *reading) sixteen() bool { return g.enc == UTF16LE || g.enc == UTF16BE }

// plausible refuses UTF-16 without a byte order mark that has no line end, no digit and no space, or reads like noise.
func (g *reading) plausible() bool {
	return !g.sixteen() || g.ascii && g.bits-priorUTF16 <= g.chars*bitsNoise
}

func prior(c Charset) int64 {
	switch {
	case c.BOM:
		return 0
	case c.Encoding == EUCJP:
		return priorEUC
	case c.Encoding == UTF16LE || c.Encoding == UTF16BE:
		return priorUTF16
	}
	return 0
}
