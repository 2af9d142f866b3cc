// Package biff12 reads the binary parts of .xlsb workbooks (MS-XLSB) as the SpreadsheetML that they stand for, record by record and as
// a stream, so that what finds hidden content in workbooks reads both kinds. It also takes single records out of such a part.
//
// Only what says something to a person is translated. Records that are known to hold nothing of the kind are passed over; any other
// record that holds a text makes the part one that was not read to its end, see [Part.Strange].
package biff12

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"unicode/utf16"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// ErrDamaged says that a part is no series of records, or that a record is shorter than what it has to hold.
var ErrDamaged = errors.New("biff12: damaged")

// maxRecord bounds one record, in bytes. The longest that Excel writes is a string of 32,767 characters with its runs.
const maxRecord = 4 << 20

// A Reader reads records.
type Reader struct {
	r   *bufio.Reader
	buf []byte
}

// NewReader returns a reader of the records in r.
func NewReader(r io.Reader) *Reader { return &Reader{r: bufio.NewReaderSize(r, 64<<10)} }

// Next returns the next record: its type and its data, which are borrowed until the next call. At the end it is io.EOF.
func (r *Reader) Next() (kind int, data []byte, err error) {
	kind, err = r.number(2)
	if err != nil {
		return 0, nil, err
	}
	size, err := r.number(4)
	if err != nil {
		return 0, nil, ErrDamaged
	}
	if size > maxRecord {
		return 0, nil, &limits.Error{Name: "record", Limit: maxRecord}
	}
	if size > cap(r.buf) {
		r.buf = make([]byte, size)
	}
	r.buf = r.buf[:size]
	if _, err := io.ReadFull(r.r, r.buf); err != nil {
		return 0, nil, short(err)
	}
	return kind, r.buf, nil
}

// number reads a number of up to n bytes of seven bits each, the lowest first (2.1.4).
func (r *Reader) number(n int) (int, error) {
	v := 0
	for i := range n {
		b, err := r.r.ReadByte()
		if err == io.EOF && i > 0 {
			return 0, ErrDamaged
		}
		if err != nil {
			return 0, err
		}
		v |= int(b&0x7f) << (7 * i)
		if b < 0x80 {
			break
		}
	}
	return v, nil
}

func short(err error) error {
	if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
		return ErrDamaged
	}
	return err
}

// appendRecord appends a record as it stands in a part.
func appendRecord(out []byte, kind int, data []byte) []byte {
	if kind < 0x80 {
		out = append(out, byte(kind))
	} else {
		out = append(out, byte(kind)|0x80, byte(kind>>7))
	}
	n := len(data)
	for ; n >= 0x80; n >>= 7 {
		out = append(out, byte(n)|0x80)
	}
	out = append(out, byte(n))
	return append(out, data...)
}

// A fields reads the fields of a record one after another. What lies beyond its end is zero, and noted.
type fields struct {
	b     []byte
	short bool
}

func (f *fields) take(n int) []byte {
	if n < 0 || n > len(f.b) {
		f.short, f.b = true, nil
		return nil
	}
	out := f.b[:n]
	f.b = f.b[n:]
	return out
}

func (f *fields) u8() int {
	if b := f.take(1); b != nil {
		return int(b[0])
	}
	return 0
}

func (f *fields) u16() int {
	if b := f.take(2); b != nil {
		return int(binary.LittleEndian.Uint16(b))
	}
	return 0
}

func (f *fields) u32() int {
	if b := f.take(4); b != nil {
		return int(binary.LittleEndian.Uint32(b))
	}
	return 0
}

func (f *fields) float() float64 {
	if b := f.take(8); b != nil {
		return math.Float64frombits(binary.LittleEndian.Uint64(b))
	}
	return 0
}

const null = 0xFFFFFFFF // the length of an XLNullableWideString that is none (2.5.166)

// text reads an XLWideString (2.5.168), or an XLNullableWideString.
func (f *fields) text() string {
	n := f.u32()
	if n == null {
		return ""
	}
	return wide(f.take(2 * n))
}

func wide(b []byte) string {
	u := make([]uint16, len(b)/2)
	for i := range u {
		u[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(u))
}

// number reads an RkNumber (2.5.122).
func (f *fields) rk() float64 {
	v := uint32(f.u32())
	var x float64
	if v&2 != 0 {
		x = float64(int32(v) >> 2)
	} else {
		x = math.Float64frombits(uint64(v&^3) << 32)
	}
	if v&1 != 0 {
		x /= 100
	}
	return x
}
