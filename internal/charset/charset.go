// Package charset decides how a text is encoded, and decodes and encodes it: UTF-8, UTF-16, and the three that Japanese offices
// still write, CP932 (Shift_JIS with NEC and IBM extensions and user-defined characters), EUC-JP and ISO-2022-JP.
//
// It is strict. A byte that has no reading is an error and never a replacement character, since what can't be read can't be
// checked. [Detect] tries every reading over the whole text and takes the one that explains it in the fewest bits.
//
// The decoding tables are those of golang.org/x/text; the steps are our own, because a copy that changes one field has to keep
// every other byte: a [Cursor] knows for each character the bytes it came from.
package charset

import (
	"bytes"
	"errors"
)

// An Encoding is one way to write characters as bytes.
type Encoding uint8

const (
	ASCII Encoding = iota + 1
	UTF8
	UTF16LE
	UTF16BE
	CP932
	EUCJP
	ISO2022JP
)

// String returns the name by which an encoding is commonly known.
func (e Encoding) String() string {
	switch e {
	case ASCII:
		return "ASCII"
	case UTF8:
		return "UTF-8"
	case UTF16LE:
		return "UTF-16LE"
	case UTF16BE:
		return "UTF-16BE"
	case CP932:
		return "CP932"
	case EUCJP:
		return "EUC-JP"
	case ISO2022JP:
		return "ISO-2022-JP"
	}
	return "unknown"
}

// A Charset is an encoding together with whether the text begins with a byte order mark.
type Charset struct {
	Encoding Encoding
	BOM      bool
}

// Mark returns the byte order mark that the text begins with: nothing for most.
func (c Charset) Mark() []byte {
	if !c.BOM {
		return nil
	}
	switch c.Encoding {
	case UTF8:
		return []byte{0xEF, 0xBB, 0xBF}
	case UTF16LE:
		return []byte{0xFF, 0xFE}
	case UTF16BE:
		return []byte{0xFE, 0xFF}
	}
	return nil
}

// marked returns the charset that a byte order mark names.
func marked(head []byte) (Charset, bool) {
	for _, e := range []Encoding{UTF8, UTF16LE, UTF16BE} {
		c := Charset{e, true}
		if bytes.HasPrefix(head, c.Mark()) {
			return c, true
		}
	}
	return Charset{}, false
}

var (
	// ErrBinary says that the bytes are no text: they hold control characters that no text has.
	ErrBinary = errors.New("not a text")

	// ErrUndecodable says that the bytes look like text, and that no encoding explains all of them.
	ErrUndecodable = errors.New("text with bytes that no encoding explains")

	// ErrAmbiguous says that two encodings explain the text equally well.
	ErrAmbiguous = errors.New("text with more than one reading")
)
