package samples

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
)

// A blockFont is an embedded font of our own: every character is a pattern of squares that spells the bits of its code, so that
// renderers draw different characters differently and no font of anybody else is needed. It is embedded as real producers embed
// theirs: a TrueType subset, Identity-H codes, a ToUnicode map.
type blockFont struct {
	runes []rune // glyph g is runes[g-1]
	gid   map[rune]int
	extra map[string][]byte // further tables of its program
}

func newBlockFont() *blockFont { return &blockFont{gid: map[rune]int{}} }

// hex returns the codes of a text as a hexadecimal string.
func (f *blockFont) hex(s string) string {
	var b strings.Builder
	for _, r := range s {
		g := f.gid[r]
		if g == 0 {
			f.runes = append(f.runes, r)
			g = len(f.runes)
			f.gid[r] = g
		}
		fmt.Fprintf(&b, "%04X", g)
	}
	return "<" + b.String() + ">"
}

// advance is the width of a character in thousandths of its size: half for ASCII, full for the others.
func advance(r rune) int {
	if r < 0x80 {
		return 500
	}
	return 1000
}

// width is the width of a text at a size.
func width(s string, size float64) float64 {
	n := 0
	for _, r := range s {
		n += advance(r)
	}
	return float64(n) * size / 1000
}

// write adds the font's objects.
func (f *blockFont) write(d *pdf) {
	var widths, pairs strings.Builder
	for i, r := range f.runes {
		fmt.Fprintf(&widths, "%d [%d] ", i+1, advance(r))
		fmt.Fprintf(&pairs, "<%04X> <%04X>\n", i+1, r)
	}
	file := f.trueType()
	data := d.stream(fmt.Sprintf("/Length1 %d", len(file)), string(file))
	about := d.add("<< /Type /FontDescriptor /FontName /AAAAAA+SumikeshiBlocks /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /FontFile2 %d 0 R >>", data)
	cid := d.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+SumikeshiBlocks /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor %d 0 R /CIDToGIDMap /Identity /DW 1000 /W [%s] >>", about, strings.TrimSpace(widths.String()))
	uni := d.stream("", toUnicode(len(f.runes), pairs.String()))
	d.objs[pdfFont-1] = fmt.Sprintf("<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+SumikeshiBlocks /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>", cid, uni)
}

// toUnicode is a CMap from codes to UTF-16. A block holds at most a hundred pairs.
func toUnicode(n int, pairs string) string {
	lines := strings.SplitAfter(pairs, "\n")
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for part := range slices.Chunk(lines[:n], 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n%sendbfchar\n", len(part), strings.Join(part, ""))
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.String()
}

// trueType writes the font program: the tables that a PDF needs of one (ISO 32000-1, 9.9), at 1000 units an em.
func (f *blockFont) trueType() []byte {
	var glyf, loca, hmtx []byte
	for g := range len(f.runes) + 1 {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		w := 1000
		if g > 0 {
			w = advance(f.runes[g-1])
			glyf = append(glyf, outline(f.runes[g-1], w)...)
		}
		hmtx = append(hmtx, words16(w, 0)...)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	n := len(f.runes) + 1
	head := append(words16(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0x0B, 1000), make([]byte, 16)...)
	head = append(head, words16(0, -120, 1000, 880, 0, 8, 2, 1, 0)...)
	type table struct {
		tag  string
		data []byte
	}
	tables := []table{
		{"glyf", glyf},
		{"head", head},
		{"hhea", words16(1, 0, 880, -120, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, n)},
		{"hmtx", hmtx},
		{"loca", loca},
		{"maxp", words16(1, 0, n, 64, 16, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)},
	}
	for _, tag := range sortedKeys(f.extra) {
		tables = append(tables, table{tag, f.extra[tag]})
	}
	out := append(words16(1, 0, len(tables), 64, 2, len(tables)*16-64), make([]byte, 16*len(tables))...)
	for i, t := range tables {
		entry := out[12+16*i:]
		copy(entry, t.tag)
		binary.BigEndian.PutUint32(entry[4:], checksum(t.data))
		binary.BigEndian.PutUint32(entry[8:], uint32(len(out)))
		binary.BigEndian.PutUint32(entry[12:], uint32(len(t.data)))
		out = append(out, t.data...)
		out = append(out, make([]byte, -len(out)&3)...)
	}
	return out
}

// outline draws a character: sixteen squares for sixteen bits, and a bar at the foot so that none is empty but the spaces.
func outline(r rune, width int) []byte {
	if r == ' ' || r == '　' {
		return nil
	}
	pitch := (width - 100) / 4
	boxes := [][4]int{{50, -100, width - 50, -40}}
	for bit := range 16 {
		if r>>bit&1 != 0 {
			x, y := 50+bit%4*pitch, bit/4*200
			boxes = append(boxes, [4]int{x, y, x + pitch - 30, y + 170})
		}
	}
	out := words16(len(boxes), 0, -120, width, 880)
	for i := range boxes {
		out = append(out, words16(i*4+3)...)
	}
	out = append(out, words16(0)...)
	for range 4 * len(boxes) {
		out = append(out, 1) // on the curve, coordinates of two bytes
	}
	var xs, ys []byte
	x, y := 0, 0
	for _, b := range boxes {
		for _, p := range [4][2]int{{b[0], b[1]}, {b[0], b[3]}, {b[2], b[3]}, {b[2], b[1]}} {
			xs = append(xs, words16(p[0]-x)...)
			ys = append(ys, words16(p[1]-y)...)
			x, y = p[0], p[1]
		}
	}
	out = append(append(out, xs...), ys...)
	return append(out, make([]byte, -len(out)&3)...)
}

func words16(list ...int) []byte {
	var out []byte
	for _, n := range list {
		out = binary.BigEndian.AppendUint16(out, uint16(n))
	}
	return out
}

func checksum(data []byte) uint32 {
	var sum uint32
	padded := append(slices.Clone(data), make([]byte, -len(data)&3)...)
	for ; len(padded) > 0; padded = padded[4:] {
		sum += binary.BigEndian.Uint32(padded)
	}
	return sum
}
