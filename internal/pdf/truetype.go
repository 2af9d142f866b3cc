package pdf

import (
	"encoding/binary"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// programUnicode reads the characters of CIDs from the cmap table of an embedded TrueType program (OpenType, cmap): the way back
// from glyphs, for fonts in Identity-H without ToUnicode. It is nil if the program has no usable table.
func (f *File) programUnicode(descendant types.Dict) map[uint32]rune {
	data, err := f.Stream(f.Dict(descendant["FontDescriptor"])["FontFile2"])
	if err != nil {
		return nil
	}
	byGlyph := glyphRunes(data)
	if len(byGlyph) == 0 {
		return nil
	}
	toGlyph, err := f.Stream(descendant["CIDToGIDMap"])
	if err != nil || len(toGlyph) == 0 {
		return byGlyph // Identity
	}
	out := map[uint32]rune{}
	for cid := 0; 2*cid+1 < len(toGlyph); cid++ {
		if r, ok := byGlyph[uint32(binary.BigEndian.Uint16(toGlyph[2*cid:]))]; ok {
			out[uint32(cid)] = r
		}
	}
	return out
}

// glyphRunes reads the Unicode subtables in formats 4 and 12.
func glyphRunes(data []byte) map[uint32]rune {
	table := sfntTable(data, "cmap")
	if len(table) < 4 {
		return nil
	}
	out := map[uint32]rune{}
	for i := range int(binary.BigEndian.Uint16(table[2:])) {
		at := 4 + 8*i
		if at+8 > len(table) || i > 64 {
			break
		}
		platform, encoding := binary.BigEndian.Uint16(table[at:]), binary.BigEndian.Uint16(table[at+2:])
		off := int(binary.BigEndian.Uint32(table[at+4:]))
		if platform != 0 && (platform != 3 || encoding != 1 && encoding != 10) || off+16 > len(table) {
			continue
		}
		switch sub := table[off:]; binary.BigEndian.Uint16(sub) {
		case 4:
			format4(sub, out)
		case 12:
			format12(sub, out)
		}
	}
	return out
}

func sfntTable(data []byte, tag string) []byte {
	if len(data) < 12 {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := 12 + 16*i
		if at+16 > len(data) {
			return nil
		}
		if string(data[at:at+4]) == tag {
			off, n := int(binary.BigEndian.Uint32(data[at+8:])), int(binary.BigEndian.Uint32(data[at+12:]))
			if off > len(data) || n > len(data)-off {
				return nil
			}
			return data[off : off+n]
		}
	}
	return nil
}

func format4(t []byte, out map[uint32]rune) {
	u16 := func(at int) int {
		if at < 0 || at+2 > len(t) {
			return 0
		}
		return int(binary.BigEndian.Uint16(t[at:]))
	}
	n := u16(6) / 2
	for i := range n {
		end, start := u16(14+2*i), u16(16+2*n+2*i)
		delta, rangeAt := u16(16+4*n+2*i), 16+6*n+2*i
		for c := start; c <= end && c < 0xFFFF; c++ {
			g := c + delta
			if off := u16(rangeAt); off != 0 {
				if g = u16(rangeAt + off + 2*(c-start)); g != 0 {
					g += delta
				}
			}
			enter(out, uint32(g&0xFFFF), rune(c))
		}
	}
}

func format12(t []byte, out map[uint32]rune) {
	n := int(binary.BigEndian.Uint32(t[12:]))
	for i := 0; i < n && 16+12*i+12 <= len(t) && len(out) < 1<<17; i++ {
		start := binary.BigEndian.Uint32(t[16+12*i:])
		end := binary.BigEndian.Uint32(t[20+12*i:])
		g := binary.BigEndian.Uint32(t[24+12*i:])
		for c := start; c <= end && c-start < 1<<16 && c <= 0x10FFFF; c++ {
			enter(out, g+c-start, rune(c))
		}
	}
}

// enter keeps the first character of a glyph, so that an ordinary one is preferred to its compatibility forms.
func enter(out map[uint32]rune, g uint32, r rune) {
	if old, ok := out[g]; g != 0 && (!ok || r < old) {
		out[g] = r
	}
}
