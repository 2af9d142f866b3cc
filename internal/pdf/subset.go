package pdf

import (
	"encoding/binary"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Program returns the object number of the font program that a composite font embeds, and the entry it stands under, if the codes of the
// font are CIDs: then it is known which glyphs each code draws. Else it is 0.
func (f *File) Program(n int) (program int, key string) {
	font := f.font(*types.NewIndirectRef(n, 0))
	if font.cid == nil || font.cid.encoding != nil || font.cid.charset != nil || font.Unknown != "" {
		return 0, ""
	}
	a := f.Array(f.Dict(f.Object(n))["DescendantFonts"])
	if len(a) != 1 {
		return 0, ""
	}
	descriptor := f.Dict(f.Dict(a[0])["FontDescriptor"])
	for _, key := range [...]string{"FontFile2", "FontFile3"} {
		if o := ObjectNumber(descriptor[key]); o > 0 {
			return o, key
		}
	}
	return 0, ""
}

// GlyphsOf returns the numbers of the glyphs that CIDs of a TrueType program stand for (9.7.4.2), by the map of the descendant font.
func (f *File) GlyphsOf(descendant types.Dict, cids map[uint32]bool) map[uint32]bool {
	to, err := f.Stream(descendant["CIDToGIDMap"])
	if err != nil || len(to) == 0 {
		return cids // Identity
	}
	out := map[uint32]bool{}
	for c := range cids {
		if int(2*c)+2 <= len(to) {
			out[uint32(binary.BigEndian.Uint16(to[2*c:]))] = true
		}
	}
	return out
}

// keptTables are the tables of a TrueType program that drawing by glyph numbers needs (9.9). What the others say tells of characters.
var keptTables = [...]string{"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep", "vhea", "vmtx"}

// SubsetTrueType returns a program in which only those glyphs, the empty one and their parts have outlines. The numbers of all glyphs
// stay. It is nil if the program is not understood.
func SubsetTrueType(data []byte, keep map[uint32]bool) []byte {
	glyf, loca, head, maxp := sfntTable(data, "glyf"), sfntTable(data, "loca"), sfntTable(data, "head"), sfntTable(data, "maxp")
	if len(glyf) == 0 || len(head) < 54 || len(maxp) < 6 {
		return nil
	}
	n, long := int(binary.BigEndian.Uint16(maxp[4:])), binary.BigEndian.Uint16(head[50:]) != 0
	spans := glyphSpans(glyf, loca, n, long)
	if spans == nil {
		return nil
	}
	live := map[uint32]bool{0: true}
	for g := range keep {
		live[g] = true
	}
	if !withParts(glyf, spans, live) {
		return nil
	}
	var outlines, offsets []byte
	for g := range n + 1 {
		if long {
			offsets = binary.BigEndian.AppendUint32(offsets, uint32(len(outlines)))
		} else {
			offsets = binary.BigEndian.AppendUint16(offsets, uint16(len(outlines)/2))
		}
		if g < n && live[uint32(g)] {
			outlines = append(outlines, glyf[spans[g].Start:spans[g].End]...)
			outlines = append(outlines, make([]byte, -len(outlines)&3)...)
		}
	}
	if !long && len(outlines) > 2*0xFFFF {
		return nil
	}
	tables := map[string][]byte{"glyf": outlines, "loca": offsets}
	for _, tag := range keptTables {
		if t := sfntTable(data, tag); t != nil && tables[tag] == nil {
			tables[tag] = slices.Clone(t)
		}
	}
	hideWidths(tables["hhea"], tables["hmtx"], live)
	hideWidths(tables["vhea"], tables["vmtx"], live)
	return writeSFNT(data[:4], tables)
}

// glyphSpans reads where the outlines stand; nil if the table makes no sense.
func glyphSpans(glyf, loca []byte, n int, long bool) []Span {
	at := func(g int) int {
		if long {
			return int(binary.BigEndian.Uint32(loca[4*g:]))
		}
		return 2 * int(binary.BigEndian.Uint16(loca[2*g:]))
	}
	size := 2
	if long {
		size = 4
	}
	if len(loca) < (n+1)*size {
		return nil
	}
	out := make([]Span, n)
	for g := range out {
		if out[g] = (Span{at(g), at(g + 1)}); out[g].Start > out[g].End || out[g].End > len(glyf) {
			return nil
		}
	}
	return out
}

// withParts adds the glyphs of which others are composed.
func withParts(glyf []byte, spans []Span, live map[uint32]bool) bool {
	todo := make([]uint32, 0, len(live))
	for g := range live {
		todo = append(todo, g)
	}
	for len(todo) > 0 {
		g := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if int(g) >= len(spans) {
			continue
		}
		code := glyf[spans[g].Start:spans[g].End]
		if len(code) < 10 || int16(binary.BigEndian.Uint16(code)) >= 0 {
			continue
		}
		for code, more := code[10:], true; more; {
			if len(code) < 4 {
				return false
			}
			flags, part := binary.BigEndian.Uint16(code), uint32(binary.BigEndian.Uint16(code[2:]))
			if !live[part] {
				live[part] = true
				todo = append(todo, part)
			}
			size := 4 + partSize(flags)
			if more = flags&0x20 != 0; more && size > len(code) {
				return false
			}
			code = code[min(size, len(code)):]
		}
	}
	return true
}

// partSize is how many bytes the placing of a part takes (OpenType, glyf).
func partSize(flags uint16) int {
	size := 2
	if flags&1 != 0 {
		size = 4
	}
	switch {
	case flags&8 != 0:
		size += 2
	case flags&0x40 != 0:
		size += 4
	case flags&0x80 != 0:
		size += 8
	}
	return size
}

// hideWidths takes the metrics of glyphs that are gone.
func hideWidths(head, metrics []byte, live map[uint32]bool) {
	if len(head) < 36 {
		return
	}
	n := int(binary.BigEndian.Uint16(head[34:]))
	for g := range n {
		if 4*g+4 <= len(metrics) && !live[uint32(g)] {
			clear(metrics[4*g : 4*g+4])
		}
	}
	for g := n; 4*n+2*(g-n)+2 <= len(metrics); g++ {
		if at := 4*n + 2*(g-n); !live[uint32(g)] {
			clear(metrics[at : at+2])
		}
	}
}

// writeSFNT writes a program of tables, in the order of their names.
func writeSFNT(version []byte, tables map[string][]byte) []byte {
	n := len(tables)
	bits := 0
	for 2<<bits <= n {
		bits++
	}
	out := slices.Clone(version)
	for _, v := range [...]int{n, 16 << bits, bits, 16*n - 16<<bits} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at := len(out)
	out = append(out, make([]byte, 16*n)...)
	for _, tag := range keptTables {
		t, ok := tables[tag]
		if !ok {
			continue
		}
		entry := out[at:]
		copy(entry, tag)
		binary.BigEndian.PutUint32(entry[4:], sfntSum(t))
		binary.BigEndian.PutUint32(entry[8:], uint32(len(out)))
		binary.BigEndian.PutUint32(entry[12:], uint32(len(t)))
		at += 16
		out = append(out, t...)
		out = append(out, make([]byte, -len(out)&3)...)
	}
	return out
}

func sfntSum(t []byte) (sum uint32) {
	for len(t) >= 4 {
		sum += binary.BigEndian.Uint32(t)
		t = t[4:]
	}
	var rest [4]byte
	copy(rest[:], t)
	return sum + binary.BigEndian.Uint32(rest[:])
}
