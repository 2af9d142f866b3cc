package ole

import (
	"bytes"
	"encoding/binary"
)

// maxSource is how much source of one module is decompressed, in bytes.
const maxSource = 8 << 20

// Source returns the source of the module in a stream of a VBA project, in the code page of the system ([MS-OVBA] 2.3.4.3); nil if
// there is none. The source stands behind compiled code of unknown length, and begins with an attribute.
func Source(stream []byte) []byte {
	at := bytes.Index(stream, []byte("\x00Attribut"))
	if at < 3 || stream[at-3] != 1 {
		return nil
	}
	return Decompress(stream[at-3:])
}

// Decompress undoes the compression of VBA ([MS-OVBA] 2.4.1.3.1) as far as it can be undone.
func Decompress(b []byte) []byte {
	if len(b) == 0 || b[0] != 1 {
		return nil
	}
	var out []byte
	for b = b[1:]; len(b) >= 2 && len(out) < maxSource; {
		head := binary.LittleEndian.Uint16(b)
		size := int(head&0x0FFF) + 3
		if head&0x7000 != 0x3000 {
			break
		}
		size = min(size, len(b))
		if head&0x8000 == 0 {
			out = append(out, b[2:size]...)
		} else {
			out = chunk(out, b[2:size])
		}
		b = b[size:]
	}
	return out
}

// chunk decompresses one chunk: flags, each with eight tokens, of which each is a byte or a copy of what stands before.
func chunk(out, b []byte) []byte {
	start := len(out)
	for len(b) > 0 {
		flags := b[0]
		b = b[1:]
		for i := range 8 {
			switch {
			case len(b) == 0:
				return out
			case flags>>i&1 == 0:
				out = append(out, b[0])
				b = b[1:]
				continue
			case len(b) < 2 || len(out) == start:
				return out
			}
			bits := 4
			for 1<<bits < len(out)-start {
				bits++
			}
			token := int(binary.LittleEndian.Uint16(b))
			b = b[2:]
			from := len(out) - (token>>(16-bits) + 1)
			if from < start {
				return out
			}
			for n := token&(1<<(16-bits)-1) + 3; n > 0; n-- {
				out = append(out, out[from])
				from++
			}
		}
	}
	return out
}
