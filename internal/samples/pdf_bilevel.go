package samples

import (
	"encoding/binary"
	"fmt"
)

// bilevel adds a black picture with a white frame, of 64 by 64 pixels, as scanners store them (JBIG2, ITU-T T.88, the generic region coded
// as in T.6): readers show it, but few programs can write one.
func (d *pdf) bilevel() int {
	const side = 64
	var rows bits
	blank := func() { rows.add("1") }
	frame := side / 4
	for range frame {
		blank()
	}
	rows.add("001" + "101010" + "000001101010" + "1") // 16 white, 32 black, white to the end
	for range side - 2*frame - 1 {
		rows.add("111")
	}
	rows.add("0001" + "1") // past the black, white to the end
	for range frame - 1 {
		blank()
	}
	region := binary.BigEndian.AppendUint32(nil, side)
	region = binary.BigEndian.AppendUint32(region, side)
	region = append(region, make([]byte, 9)...) // at 0, 0; OR
	region = append(append(region, 1), rows.bytes()...)
	page := binary.BigEndian.AppendUint32(nil, side)
	page = binary.BigEndian.AppendUint32(page, side)
	page = append(page, make([]byte, 11)...)
	data := append(segment(0, 48, page), segment(1, 38, region)...)
	dict := "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode"
	return d.stream(fmt.Sprintf(dict, side, side), string(data))
}

// segment returns a segment of a JBIG2 stream (7.2), of its first page.
func segment(n uint32, kind byte, data []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, n)
	out = append(out, kind, 0, 1)
	return append(binary.BigEndian.AppendUint32(out, uint32(len(data))), data...)
}

// bits are written from the highest of a byte on.
type bits string

func (b *bits) add(s string) { *b += bits(s) }

func (b bits) bytes() []byte {
	out := make([]byte, (len(b)+7)/8)
	for i := range len(b) {
		out[i/8] |= (b[i] - '0') << (7 - i%8)
	}
	return out
}
