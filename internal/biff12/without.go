package biff12

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"unicode/utf16"
)

// ErrReferred says that a record names a relationship that is to go, and can't be without it.
var ErrReferred = errors.New("biff12: a record needs what is to go")

// Without copies the records of a part without what refers to the relationships with these IDs, and without the path under which the
// workbook was saved (2.4.296) if path is set. All other records stay as they are.
func Without(r io.Reader, w io.Writer, ids map[string]bool, path bool) error {
	var out, held []byte // held is an opening mark that goes if it holds nothing but the path
	rd := NewReader(r)
	for {
		kind, data, err := rd.Next()
		if err != nil && err != io.EOF {
			return err
		}
		out = append(out[:0], held...)
		switch {
		case err == io.EOF:
		case path && kind == brtAbsPath:
			if len(held) == 0 { // not between marks of its own
				continue
			}
			kind, _, err = rd.Next()
			if err != nil {
				return short(err)
			}
			if kind != brtACEnd {
				return ErrReferred
			}
			held = held[:0]
			continue
		default:
			if data, err = withoutIDs(kind, data, ids); err != nil {
				return err
			}
		}
		held = held[:0]
		switch {
		case err == io.EOF:
			_, werr := w.Write(out)
			return werr
		case path && kind == brtACBegin:
			held = appendRecord(held, kind, data)
		case data != nil:
			out = appendRecord(out, kind, data)
		}
		if _, err := w.Write(out); err != nil {
			return err
		}
	}
}

// withoutIDs returns the data of a record that names none of the relationships; nil if the record goes.
func withoutIDs(kind int, data []byte, ids map[string]bool) ([]byte, error) {
	for id := range ids {
		name := appendText(nil, id)
		if !bytes.Contains(data, name) {
			continue
		}
		switch {
		case kind == brtPageSetup && bytes.HasSuffix(data, name):
			return binary.LittleEndian.AppendUint32(bytes.Clone(data[:len(data)-len(name)]), null), nil
		case (kind == brtDrawing || kind == brtLegacyDrawing || kind == brtLegacyDrawingHF) && bytes.Equal(data, name):
			return nil, nil
		}
		return nil, ErrReferred
	}
	if data == nil {
		data = []byte{}
	}
	return data, nil
}

// appendText appends an XLWideString.
func appendText(b []byte, s string) []byte {
	u := utf16.Encode([]rune(s))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(u)))
	for _, c := range u {
		b = binary.LittleEndian.AppendUint16(b, c)
	}
	return b
}
