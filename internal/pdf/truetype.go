package pdf

import (
	"encoding/binary"
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/sumikeshi/sumikeshi/internal/cid"
)

// readProgram reads the characters of CIDs from the embedded font program, as the last resort: the way back from glyphs, for fonts in
// Identity-H without ToUnicode.
func (f *File) readProgram(c *cidFont, descendant types.Dict) {
	descriptor := f.Dict(descendant["FontDescriptor"])
	if data, err := f.Stream(descriptor["FontFile3"]); err == nil {
		f.readCompact(c, data)
		return
	}
	data, err := f.Stream(descriptor["FontFile2"])
	if err != nil {
		return
	}
	byGlyph := programRunes(data)
	toGlyph, err := f.Stream(descendant["CIDToGIDMap"])
	if err != nil || len(toGlyph) == 0 {
		c.glyphs = byGlyph // Identity
		return
	}
	c.glyphs = map[uint32]rune{}
	for id := 0; 2*id+1 < len(toGlyph); id++ {
		if r, ok := byGlyph[uint32(binary.BigEndian.Uint16(toGlyph[2*id:]))]; ok {
			c.glyphs[uint32(id)] = r
		}
	}
}

// readCompact reads a program in the Compact Font Format, bare or in OpenType.
func (f *File) readCompact(c *cidFont, data []byte) {
	program := readCFF(sfntCFF(data))
	switch byGlyph := glyphRunes(data); {
	case program == nil:
		c.glyphs = byGlyph
	case cid.Known(program.ordering):
		c.ordering = program.ordering
	case program.cids == nil:
		c.glyphs = program.characters()
		maps.Copy(c.glyphs, byGlyph)
	default:
		c.glyphs = map[uint32]rune{}
		for g, id := range program.cids {
			if r, ok := byGlyph[uint32(g)]; ok {
				c.glyphs[id] = r
			}
		}
	}
}

// programRunes returns the characters of the glyphs of a TrueType program: by its cmap table, else by the names of its glyphs.
func programRunes(data []byte) map[uint32]rune {
	out := glyphRunes(data)
	for g, name := range postNames(data) {
		if out == nil {
			out = map[uint32]rune{}
		}
		if text := []rune(glyphText(name)); len(text) == 1 && out[uint32(g)] == 0 {
			out[uint32(g)] = text[0]
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

// sfntTable returns a table of a font, nil if there is none.
func sfntTable(data []byte, tag string) []byte {
	from, to := sfntSpan(data, tag)
	if from == to {
		return nil
	}
	return data[from:to]
}

// sfntSpan returns where a table of a font stands, twice 0 if there is none.
func sfntSpan(data []byte, tag string) (from, to int) {
	if len(data) < 12 {
		return 0, 0
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := 12 + 16*i
		if at+16 > len(data) {
			break
		}
		if string(data[at:at+4]) == tag {
			off, n := int(binary.BigEndian.Uint32(data[at+8:])), int(binary.BigEndian.Uint32(data[at+12:]))
			if off > len(data) || n > len(data)-off {
				break
			}
			return off, off + n
		}
	}
	return 0, 0
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

// symbolCodes returns the characters of the codes of a simple TrueType font that has no encoding (9.6.5.4): through the glyphs to which
// its own tables lead. Codes stand at F000 in tables of symbols.
func symbolCodes(data []byte) (names [256]string) {
	byGlyph := programRunes(data)
	if len(byGlyph) == 0 {
		return names
	}
	for code, g := range glyphCodes(data) {
		if r, ok := byGlyph[g]; ok && code < 256 {
			names[code] = string(r)
		}
	}
	return names
}

// glyphCodes reads the subtables that map codes of one byte: (1, 0) and (3, 0).
func glyphCodes(data []byte) map[uint32]uint32 {
	table := sfntTable(data, "cmap")
	out := map[uint32]uint32{}
	if len(table) < 4 {
		return out
	}
	for i := range int(binary.BigEndian.Uint16(table[2:])) {
		at := 4 + 8*i
		if at+8 > len(table) || i > 64 {
			break
		}
		platform, encoding := binary.BigEndian.Uint16(table[at:]), binary.BigEndian.Uint16(table[at+2:])
		off := int(binary.BigEndian.Uint32(table[at+4:]))
		if encoding != 0 || platform != 1 && platform != 3 || off+16 > len(table) {
			continue
		}
		sub := table[off:]
		switch binary.BigEndian.Uint16(sub) {
		case 0:
			for code := 0; code < 256 && 6+code < len(sub); code++ {
				out[uint32(code)] = uint32(sub[6+code])
			}
		case 4:
			glyphs := map[uint32]rune{}
			format4(sub, glyphs)
			for g, r := range glyphs {
				out[uint32(r)&0xFF] = g
			}
		case 6:
			start, n := int(binary.BigEndian.Uint16(sub[6:])), int(binary.BigEndian.Uint16(sub[8:]))
			for k := 0; k < n && 12+2*k <= len(sub); k++ {
				out[uint32(start+k)] = uint32(binary.BigEndian.Uint16(sub[10+2*k:]))
			}
		}
	}
	return out
}
