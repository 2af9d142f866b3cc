package pdf

import (
	"testing"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// glyphsOf makes glyphs of one byte each, for the elements of an array that are strings.
func glyphsOf(elems ...string) []pdf.Glyph {
	var list []pdf.Glyph
	for i, s := range elems {
		for k := range len(s) {
			list = append(list, pdf.Glyph{Text: s[k : k+1], Elem: int32(i), Pos: int32(k), N: 1, Kern: -500})
		}
	}
	return list
}

func TestUnshow(t *testing.T) {
	for _, tt := range []struct {
		name, code, op string
		glyphs         []pdf.Glyph
		gone           string
		free           bool
		want           string
	}{
		{"the middle", "(abcd) Tj", "Tj", glyphsOf("abcd"), "bc", false, "[(a)-1000 (d)] TJ"},
		{"the start", "(abcd) Tj", "Tj", glyphsOf("abcd"), "ab", false, "[-1000 (cd)] TJ"},
		{"the end, followed by more", "(abcd) Tj", "Tj", glyphsOf("abcd"), "cd", false, "[(ab)-1000 ] TJ"},
		{"the end of a line", "(abcd) Tj", "Tj", glyphsOf("abcd"), "cd", true, "[(ab)] TJ"},
		{"all of a line", "(abcd) Tj", "Tj", glyphsOf("abcd"), "abcd", true, ""},
		{"an array", "[(ab) 20 (cd)] TJ", "TJ", glyphsOf("ab", "", "cd"), "bc", false, "[(a)-980 (d)] TJ"},
		{"hexadecimal", "<61626364> Tj", "Tj", glyphsOf("abcd"), "a", false, "[-500 <626364>] TJ"},
		{"next line", "(abcd) '", "'", glyphsOf("abcd"), "a", false, "T* [-500 (bcd)] TJ"},
		{"all of the next line", "(abcd) '", "'", glyphsOf("abcd"), "abcd", true, "T* "},
		{"with spacing", `3 1.5 (abcd) "`, `"`, glyphsOf("abcd"), "a", false, "3 Tw 1.5 Tc T* [-500 (bcd)] TJ"},
		{"brackets", `(a\(b\)) Tj`, "Tj", glyphsOf("a(b)"), "b", false, `[(a\()-500 (\))] TJ`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			gone := func(g *pdf.Glyph) bool {
				for _, r := range tt.gone {
					if g.Text == string(r) {
						return true
					}
				}
				return false
			}
			if got := string(unshow([]byte(tt.code), tt.op, tt.glyphs, gone, tt.free)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestFree(t *testing.T) {
	for code, want := range map[string]bool{
		" 0 -12 Td (next) Tj": true, " T* (next) Tj": true, " ET": true, "": true, " (next) '": true, " 1 0 0 1 9 9 Tm (x) Tj": true,
		" (next) Tj": false, " /F2 9 Tf (next) Tj": false, " 0 g [(x)] TJ": false,
	} {
		if free([]byte(code), 0) != want {
			t.Errorf("%q: %v", code, !want)
		}
	}
}
