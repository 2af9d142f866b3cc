package ole

import (
	"bytes"
	"encoding/binary"

	"golang.org/x/text/encoding/japanese"
)

// Native is a file in an Ole10Native stream ([MS-OLEDS] 2.3.6), with the names and paths that it was taken from.
type Native struct {
	Label, Path, Temp string
	Data              []byte
}

// ReadNative reads an Ole10Native stream: size, flags, label, original path, a reserved word, temporary path, and the file's bytes. It
// is false for a stream of another make, such as the data of Paint, which are a size and bytes.
func ReadNative(b []byte) (n Native, ok bool) {
	r := b[min(6, len(b)):]
	n.Label, r = cString(r)
	n.Path, r = cString(r)
	if len(r) < 8 {
		return n, false
	}
	size := int64(binary.LittleEndian.Uint32(r[4:]))
	if r = r[8:]; size > int64(len(r)) {
		return n, false
	}
	n.Temp, _ = cString(r[:size])
	r = r[size:]
	if len(r) < 4 {
		return n, false
	}
	length := int64(binary.LittleEndian.Uint32(r))
	if r = r[4:]; length > int64(len(r)) {
		return n, false
	}
	n.Data = r[:length]
	return n, true
}

// cString reads a text up to its NUL. Names are in the system's code page, which in Japan is CP932.
func cString(b []byte) (string, []byte) {
	i := bytes.IndexByte(b, 0)
	if i < 0 {
		return "", nil
	}
	s, err := japanese.ShiftJIS.NewDecoder().Bytes(b[:i])
	if err != nil {
		s = b[:i]
	}
	return string(s), b[i+1:]
}
