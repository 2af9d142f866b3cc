package strictzip

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"io"
	"testing"

	"github.com/klauspost/compress/flate"
)

// A member is what a test wants one entry to look like. Zero values make an honest entry.
type member struct {
	name, data    string
	localName     string // if other than name
	flags         uint16
	localFlags    uint16 // added to flags
	method        uint16
	localMethod   uint16 // added to method
	extra, lextra []byte
	comment       string
	crc           uint32 // added to the right one, in the central header
	lcrc          uint32 // added to the local one
	size, lsize   uint32 // added
	raw           []byte // compressed data instead of data
	before, after string // bytes before the local header and after the data
	descriptor    []byte
	shift         int32 // of the central header's offset
}

func (m member) compressed() []byte {
	if m.raw != nil {
		return m.raw
	}
	if m.method != Deflate {
		return []byte(m.data)
	}
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, 6)
	io.WriteString(w, m.data)
	w.Close()
	return b.Bytes()
}

// build writes an archive as described, with comment at its end and tail behind it.
func build(comment, tail string, members ...member) []byte {
	le := binary.LittleEndian
	var out, dir []byte
	for _, m := range members {
		out = append(out, m.before...)
		offset := len(out)
		data, crc := m.compressed(), crc32.ChecksumIEEE([]byte(m.data))
		name := m.name
		if m.localName != "" {
			name = m.localName
		}
		flags := m.flags | m.localFlags
		zero := uint32(1)
		if flags&flagDescriptor != 0 {
			zero = 0
		}
		header := func(b []byte, flags, method uint16, crc, compressed, size uint32, name string, extra []byte) []byte {
			b = le.AppendUint16(b, 20)
			b = le.AppendUint16(b, flags)
			b = le.AppendUint16(b, method)
			b = le.AppendUint32(b, 0x5a8f1234)
			b = le.AppendUint32(b, crc)
			b = le.AppendUint32(b, compressed)
			b = le.AppendUint32(b, size)
			b = le.AppendUint16(b, uint16(len(name)))
			return le.AppendUint16(b, uint16(len(extra)))
		}
		out = le.AppendUint32(out, sigLocal)
		out = header(out, flags, m.method+m.localMethod, zero*(crc+m.lcrc), zero*uint32(len(data)), zero*(uint32(len(m.data))+m.lsize), name, m.lextra)
		out = append(append(out, name...), m.lextra...)
		out = append(append(append(out, data...), m.descriptor...), m.after...)

		dir = le.AppendUint32(dir, sigCentral)
		dir = le.AppendUint16(dir, 20)
		dir = header(dir, m.flags, m.method, crc+m.crc, uint32(len(data)), uint32(len(m.data))+m.size, m.name, m.extra)
		dir = le.AppendUint16(dir, uint16(len(m.comment)))
		dir = append(dir, make([]byte, 8)...)
		dir = le.AppendUint32(dir, uint32(int32(offset)+m.shift))
		dir = append(append(append(dir, m.name...), m.extra...), m.comment...)
	}
	at := len(out)
	out = append(out, dir...)
	out = le.AppendUint32(out, sigEnd)
	out = append(out, 0, 0, 0, 0)
	out = le.AppendUint16(out, uint16(len(members)))
	out = le.AppendUint16(out, uint16(len(members)))
	out = le.AppendUint32(out, uint32(len(dir)))
	out = le.AppendUint32(out, uint32(at))
	out = le.AppendUint16(out, uint16(len(comment)))
	return append(append(out, comment...), tail...)
}

func open(b []byte) (*Archive, error) {
	return Open(context.Background(), bytes.NewReader(b), int64(len(b)))
}

func mustOpen(t testing.TB, b []byte) *Archive {
	t.Helper()
	a, err := open(b)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func contents(e *Entry) (string, error) {
	r, err := e.Open(context.Background())
	if err != nil {
		return "", err
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	return string(b), err
}

func field(id uint16, data string) []byte {
	b := binary.LittleEndian.AppendUint16(nil, id)
	b = binary.LittleEndian.AppendUint16(b, uint16(len(data)))
	return append(b, data...)
}
