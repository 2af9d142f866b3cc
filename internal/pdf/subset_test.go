package pdf

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// glyphProgram writes a TrueType program of five glyphs: the fourth is composed of the second.
func glyphProgram() []byte {
	outline := func(mark byte) []byte { return append([]byte{0, 1}, bytes.Repeat([]byte{mark}, 14)...) }
	composed := append([]byte{0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0}, 0, 0, 0, 1, 0, 0) // one part, placed by two bytes
	var glyf, loca, hmtx []byte
	for _, g := range [][]byte{outline('a'), outline('b'), outline('c'), composed, outline('d')} {
		loca = binary.BigEndian.AppendUint16(loca, uint16(len(glyf)/2))
		glyf = append(glyf, g...)
		hmtx = append(hmtx, 3, 0xE8, 0, 1)
	}
	loca = binary.BigEndian.AppendUint16(loca, uint16(len(glyf)/2))
	hhea := append(make([]byte, 34), 0, 5)
	return writeSFNT([]byte{0, 1, 0, 0}, map[string][]byte{
		"glyf": glyf, "loca": loca, "hmtx": hmtx, "hhea": hhea, "head": make([]byte, 54), "maxp": {0, 1, 0, 0, 0, 5},
	})
}

func Test_outlines_that_nothing_draws_go(t *testing.T) {
	whole := glyphProgram()
	out := SubsetTrueType(whole, map[uint32]bool{3: true})
	if out == nil {
		t.Fatal("not understood")
	}
	glyf, loca := sfntTable(out, "glyf"), sfntTable(out, "loca")
	spans := glyphSpans(glyf, loca, 5, false)
	for g, stays := range []bool{true, true, false, true, false} {
		if got := spans[g].End > spans[g].Start; got != stays {
			t.Errorf("glyph %d has an outline: %v", g, got)
		}
		if width := binary.BigEndian.Uint16(sfntTable(out, "hmtx")[4*g:]); (width > 0) != stays {
			t.Errorf("glyph %d is %d wide", g, width)
		}
	}
	if bytes.Contains(out, []byte("cccc")) || bytes.Contains(out, []byte("dddd")) || !bytes.Contains(out, []byte("bbbb")) {
		t.Error("the outlines are not those that are needed")
	}
	if again := SubsetTrueType(out, map[uint32]bool{3: true}); !bytes.Equal(again, out) {
		t.Error("a second time something changes")
	}
	for n := range whole {
		SubsetTrueType(whole[:n], map[uint32]bool{3: true})
	}
}

// keyedProgram writes a compact program of three glyphs that stand for CIDs: 0, 34 and 391.
func keyedProgram() []byte {
	number := func(n int) string { return string([]byte{28, byte(n >> 8), byte(n)}) }
	program := func(charset, glyphs int) []byte {
		top := number(391) + number(392) + number(0) + "\x0c\x1e" + number(charset) + "\x0f" + number(glyphs) + "\x11"
		return bytes.Join([][]byte{{1, 0, 4, 1}, cffIndex("F"), cffIndex(top), cffIndex("Adobe", "Identity"), cffIndex()}, nil)
	}
	at := len(program(0, 0))
	return append(append(program(at, at+5), 0, 0, 34, 1, 135), cffIndex("\x0e", "aaaa\x0e", "bbbb\x0e")...)
}

func Test_outlines_of_compact_fonts_go(t *testing.T) {
	out := SubsetCFF(keyedProgram(), map[uint32]bool{34: true})
	if out == nil {
		t.Fatal("not understood")
	}
	if len(out) != len(keyedProgram()) || bytes.Contains(out, []byte("bbbb")) || !bytes.Contains(out, []byte("aaaa\x0e\x0e")) {
		t.Errorf("%q", out)
	}
	if c := readCFF(out); c == nil || len(c.cids) != 3 || c.cids[1] != 34 || c.cids[2] != 0 {
		t.Errorf("the glyphs stand for %v", c)
	}
	if out := SubsetCFF(cffProgram(), map[uint32]bool{2: true}); out == nil || readCFF(out).names[2] != "uni5C71" {
		t.Error("a font that is keyed by names is not understood")
	}
	for n := range keyedProgram() {
		SubsetCFF(keyedProgram()[:n], map[uint32]bool{34: true})
	}
}

func FuzzSubset(f *testing.F) {
	f.Add(glyphProgram())
	f.Add(keyedProgram())
	f.Fuzz(func(_ *testing.T, data []byte) {
		keep := map[uint32]bool{1: true, 34: true}
		SubsetTrueType(data, keep)
		SubsetCFF(data, keep)
	})
}
