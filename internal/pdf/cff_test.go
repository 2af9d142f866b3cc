package pdf

import (
	"bytes"
	"testing"
)

// cffIndex writes an INDEX with offsets of one byte.
func cffIndex(items ...string) []byte {
	out := []byte{0, byte(len(items))}
	if len(items) == 0 {
		return out
	}
	out = append(out, 1, 1)
	at := byte(1)
	for _, s := range items {
		at += byte(len(s))
		out = append(out, at)
	}
	for _, s := range items {
		out = append(out, s...)
	}
	return out
}

// cffProgram writes a program with the glyphs .notdef, A and uni5C71, of which the last has the code 33.
func cffProgram() []byte {
	number := func(n int) string { return string([]byte{28, byte(n >> 8), byte(n)}) }
	program := func(charset, encoding, glyphs int) []byte {
		top := number(charset) + "\x0f" + number(encoding) + "\x10" + number(glyphs) + "\x11"
		return bytes.Join([][]byte{{1, 0, 4, 1}, cffIndex("F"), cffIndex(top), cffIndex("uni5C71"), cffIndex()}, nil)
	}
	at := len(program(0, 0, 0))
	out := program(at, at+5, at+9)
	out = append(out, 0, 0, 34, 1, 135) // charset in format 0: A is string 34, the first of its own 391
	out = append(out, 0, 2, 65, 33)     // encoding in format 0
	return append(out, cffIndex("\x0e", "\x0e", "\x0e")...)
}

func Test_compact_fonts(t *testing.T) {
	c := readCFF(cffProgram())
	if c == nil {
		t.Fatal("not read")
	}
	if len(c.names) != 3 || c.names[1] != "A" || c.names[2] != "uni5C71" || c.codes[33] != 2 || c.codes[65] != 1 {
		t.Errorf("names %q, code 33 is glyph %d", c.names, c.codes[33])
	}
	if got := c.characters(); got[1] != 'A' || got[2] != '山' {
		t.Errorf("characters %v", got)
	}
	for n := range cffProgram() {
		readCFF(cffProgram()[:n])
	}
}

func FuzzCFF(f *testing.F) {
	f.Add(cffProgram())
	f.Fuzz(func(_ *testing.T, data []byte) {
		if c := readCFF(data); c != nil {
			c.characters()
		}
		symbolCodes(data)
	})
}

func Test_pixels_of_images(t *testing.T) {
	r := &Raster{W: 2, H: 2, Gray: []byte{10, 20, 30, 40}}
	for _, c := range []struct {
		x, y float64
		want byte
	}{{0.2, 0.9, 10}, {0.8, 0.9, 20}, {0.2, 0.1, 30}, {0.8, 0.1, 40}, {-1, 7, 10}, {2, -2, 40}} {
		if got := r.At(c.x, c.y); got != c.want {
			t.Errorf("at %g, %g: %d, not %d", c.x, c.y, got, c.want)
		}
	}
	if mean, dev := r.stats(Rect{0, 0, 1, 0.5}); mean != 35 || dev != 5 {
		t.Errorf("the lower half: %g, %g", mean, dev)
	}
	line := samples{bits: 2}
	if got := line.sample([]byte{0b00_01_10_11}, 2); got != 2 {
		t.Errorf("two bits: %d", got)
	}
}
