package samples

import (
	"bytes"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
	"strings"
	"unicode/utf16"
)

// utf16le encodes text as UTF-16 without a byte order mark.
func utf16le(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

// png draws a small grey picture with a stripe whose place depends on seed. It is not compressed, so that its bytes do not
// depend on a compressor.
func png(seed int) []byte {
	return pngPixels(func(x, y int) byte {
		if y/4 == seed%8 {
			return 0x60
		}
		return 0xE8
	})
}

const side = 32 // of a small picture, in pixels

// pngPixels draws a grey picture.
func pngPixels(at func(x, y int) byte) []byte {
	var raw bytes.Buffer
	for y := range side {
		raw.WriteByte(0)
		for x := range side {
			raw.WriteByte(at(x, y))
		}
	}
	var z bytes.Buffer
	z.Write([]byte{0x78, 0x01, 1})
	z.Write(le(uint16(raw.Len()), ^uint16(raw.Len())))
	z.Write(raw.Bytes())
	z.Write(binary.BigEndian.AppendUint32(nil, adler32.Checksum(raw.Bytes())))
	out := []byte("\x89PNG\r\n\x1a\n")
	out = append(out, chunk("IHDR", []byte{0, 0, 0, side, 0, 0, 0, side, 8, 0, 0, 0, 0})...)
	out = append(out, chunk("IDAT", z.Bytes())...)
	return append(out, chunk("IEND", nil)...)
}

// pngText is the same picture with a text inside, as programs note who made it.
func pngText(seed int, text string) []byte {
	pic := png(seed)
	end := len(pic) - len(chunk("IEND", nil))
	note := append([]byte("Description\x00\x00\x00\x00\x00"), text...)
	return append(pic[:end:end], append(chunk("iTXt", note), pic[end:]...)...)
}

func chunk(kind string, data []byte) []byte {
	body := append([]byte(kind), data...)
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	out = append(out, body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(body))
}

// vbaProject is a compound file with the streams of a macro project. The module's source is one raw (uncompressed) chunk.
func vbaProject(source string) []byte {
	source += strings.Repeat(" ", 4096-len(source))
	module := append([]byte{1, 0xFF, 0x3F}, source...)
	return compound([]stream{
		{"dir", []byte{1, 0x19, 0xB0}},
		{"Module1", module},
		{"PROJECT", []byte("ID=\"{2F5A1C30-7B1D-4E0E-8D2B-3C1B7A90D001}\"\r\nModule=Module1\r\nName=\"VBAProject\"\r\n")},
		{"_VBA_PROJECT", []byte{0xCC, 0x61, 0xFF, 0xFF, 0, 0, 0}},
	})
}

// stream is a named stream of a compound file.
type stream struct {
	name string
	data []byte
}

const (
	sector    = 512
	endChain  = 0xFFFFFFFE
	freeSect  = 0xFFFFFFFF
	fatSect   = 0xFFFFFFFD
	noStream  = 0xFFFFFFFF
	miniLimit = 4096
)

// compound writes a minimal compound file (version 3): one FAT sector, streams in the root, each padded to full sectors and to
// the size from which no mini stream is needed. The directory's tree is a list to the right, in the order given.
func compound(streams []stream) []byte {
	fat := []uint32{fatSect}
	var body bytes.Buffer
	chain := func(data []byte) uint32 {
		start := uint32(len(fat))
		n := (len(data) + sector - 1) / sector
		body.Write(data)
		body.Write(make([]byte, n*sector-len(data)))
		for i := range n {
			fat = append(fat, start+uint32(i)+1)
		}
		fat[len(fat)-1] = endChain
		return start
	}
	dir := entry("Root Entry", 5, 1, noStream, endChain, 0)
	for i, s := range streams {
		next := uint32(noStream)
		if i+1 < len(streams) {
			next = uint32(i + 2)
		}
		data := append(s.data, make([]byte, max(0, miniLimit-len(s.data)))...)
		dir = append(dir, entry(s.name, 2, noStream, next, chain(data), uint32(len(data)))...)
	}
	for len(dir)%sector != 0 {
		dir = append(dir, entry("", 0, noStream, noStream, 0, 0)...)
	}
	dirStart := chain(dir)
	for len(fat) < sector/4 {
		fat = append(fat, freeSect)
	}
	head := []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}
	head = append(head, make([]byte, 16)...)
	head = append(head, le(uint16(0x3E), uint16(3), uint16(0xFFFE), uint16(9), uint16(6), [6]byte{}, uint32(0), uint32(1), dirStart, uint32(0), uint32(miniLimit), uint32(endChain), uint32(0), uint32(endChain), uint32(0), uint32(0))...)
	for len(head) < sector {
		head = append(head, 0xFF)
	}
	return append(append(head, le(fat)...), body.Bytes()...)
}

// entry is one directory entry: kind 5 is the root, 2 a stream, 0 unused.
func entry(name string, kind byte, child, right, start, size uint32) []byte {
	var field [64]byte
	length := uint16(0)
	if name != "" {
		length = uint16(copy(field[:], utf16le(name)) + 2)
	}
	return le(field, length, kind, byte(1), uint32(noStream), right, child, [16]byte{}, uint32(0), [16]byte{}, start, size, uint32(0))
}
