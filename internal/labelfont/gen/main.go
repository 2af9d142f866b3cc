// Command gen makes glyphs.bin from a TrueType font: outlines of the characters that labels are written with.
//
//	go run ./internal/labelfont/gen FONT.ttf
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/flate"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/encoding/japanese"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: gen FONT.ttf")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	f, err := sfnt.Parse(data)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	n := 0
	for _, r := range characters() {
		ok, err := glyph(&out, f, r)
		if err != nil {
			return err
		}
		if ok {
			n++
		}
	}
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(out.Bytes()); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	fmt.Printf("%d characters, %d bytes\n", n, packed.Len())
	return os.WriteFile(filepath.Join("internal", "labelfont", "glyphs.bin"), packed.Bytes(), 0o644)
}

// characters returns ASCII, and the signs, kana and kanji of the first level of JIS X 0208.
func characters() []rune {
	var out []rune
	for r := rune(0x21); r < 0x7F; r++ {
		out = append(out, r)
	}
	dec := japanese.EUCJP.NewDecoder()
	for row := 1; row <= 47; row++ {
		if row >= 6 && row <= 12 || row >= 14 && row <= 15 { // Greek, Cyrillic, rules, and rows without characters
			continue
		}
		for col := 1; col <= 94; col++ {
			s, err := dec.Bytes([]byte{byte(0xA0 + row), byte(0xA0 + col)})
			if r := bytes.Runes(s); err == nil && len(r) == 1 && r[0] != 0xFFFD && r[0] != 0x3000 {
				out = append(out, r[0])
			}
		}
	}
	for r := '①'; r <= '⑳'; r++ {
		out = append(out, r)
	}
	for r := 'Ⅰ'; r <= 'Ⅹ'; r++ {
		out = append(out, r)
	}
	return out
}

// units are the font units of an em in the table.
const units = 512

// glyph writes one glyph: rune, advance, number of operations, and each operation with its points as differences.
func glyph(out *bytes.Buffer, f *sfnt.Font, r rune) (bool, error) {
	var buf sfnt.Buffer
	i, err := f.GlyphIndex(&buf, r)
	if err != nil || i == 0 {
		return false, err
	}
	ppem := fixed.I(units)
	adv, err := f.GlyphAdvance(&buf, i, ppem, font.HintingNone)
	if err != nil {
		return false, err
	}
	segments, err := f.LoadGlyph(&buf, i, ppem, nil)
	if err != nil {
		return false, err
	}
	b := binary.AppendUvarint(nil, uint64(r))
	b = binary.AppendUvarint(b, uint64(adv.Round()))
	b = binary.AppendUvarint(b, uint64(len(segments)))
	x, y := 0, 0
	for _, s := range segments {
		b = append(b, byte(s.Op))
		points := map[sfnt.SegmentOp]int{sfnt.SegmentOpMoveTo: 1, sfnt.SegmentOpLineTo: 1, sfnt.SegmentOpQuadTo: 2, sfnt.SegmentOpCubeTo: 3}[s.Op]
		for _, p := range s.Args[:points] {
			px, py := p.X.Round(), -p.Y.Round()
			b = binary.AppendVarint(b, int64(px-x))
			b = binary.AppendVarint(b, int64(py-y))
			x, y = px, py
		}
	}
	out.Write(b)
	return true, nil
}
