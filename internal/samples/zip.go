package samples

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"

	"github.com/klauspost/compress/flate"
)

// member is one entry of a ZIP file. The writer is our own because some samples need what archive/zip refuses to write: bytes
// between entries, comments, names in CP932; and because nothing in it may depend on the clock or on the Go version.
type member struct {
	name   []byte
	data   []byte
	utf8   bool   // set the flag that says the name is UTF-8
	stored bool   // do not compress
	stream bool   // sizes follow in a data descriptor, as programs write that cannot seek
	gap    []byte // bytes after the entry that belong to nobody
}

const (
	zipDate   = 1<<5 | 1 // 1980-01-01, which Excel writes too
	flagUTF8  = 1 << 11
	flagSizes = 1 << 3
)

// zipBytes lays out members in order.
func zipBytes(members []member, comment string) []byte {
	var out, central bytes.Buffer
	for _, m := range members {
		offset := out.Len()
		packed, method := deflate(m.data), uint16(8)
		if m.stored {
			packed, method = m.data, 0
		}
		var flags uint16
		if m.utf8 {
			flags |= flagUTF8
		}
		sum, sizes := crc32.ChecksumIEEE(m.data), [2]uint32{uint32(len(packed)), uint32(len(m.data))}
		head := le(uint16(20), flags, method, uint16(0), uint16(zipDate), sum, sizes[0], sizes[1], uint16(len(m.name)), uint16(0))
		local := head
		if m.stream {
			flags |= flagSizes
			head = le(uint16(20), flags, method, uint16(0), uint16(zipDate), sum, sizes[0], sizes[1], uint16(len(m.name)), uint16(0))
			local = le(uint16(20), flags, method, uint16(0), uint16(zipDate), uint32(0), uint32(0), uint32(0), uint16(len(m.name)), uint16(0))
		}
		out.Write(le(uint32(0x04034b50)))
		out.Write(local)
		out.Write(m.name)
		out.Write(packed)
		if m.stream {
			out.Write(le(uint32(0x08074b50), sum, sizes[0], sizes[1]))
		}
		out.Write(m.gap)
		central.Write(le(uint32(0x02014b50), uint16(20)))
		central.Write(head)
		central.Write(le(uint16(0), uint16(0), uint16(0), uint32(0), uint32(offset)))
		central.Write(m.name)
	}
	start, n := out.Len(), uint16(len(members))
	out.Write(central.Bytes())
	out.Write(le(uint32(0x06054b50), uint16(0), uint16(0), n, n, uint32(central.Len()), uint32(start), uint16(len(comment))))
	out.WriteString(comment)
	return out.Bytes()
}

// deflate compresses data with the compressor that go.mod pins.
func deflate(data []byte) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, 9)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // a buffer does not fail
	}
	return b.Bytes()
}

// le lays out numbers in little-endian order.
func le(values ...any) []byte {
	var b bytes.Buffer
	for _, v := range values {
		if err := binary.Write(&b, binary.LittleEndian, v); err != nil {
			panic(err) // a value without a fixed size: a mistake in this package
		}
	}
	return b.Bytes()
}
