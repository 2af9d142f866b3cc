package pdf

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// Test_fonts_forget holds that the maps of a copy's fonts say what its pages show, and nothing of what went.
func Test_fonts_forget(t *testing.T) {
	data, err := os.ReadFile(filepath.FromSlash("../../testdata/pdf/covered-text/dirty.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	source := open(t, data)
	copied := open(t, rewrite(t, data, pageFixes(source)...))
	before, after := mapped(source), mapped(copied)
	shown := map[string]bool{}
	c, err := copied.Draw(t.Context(), copied.Pages[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := range c.Glyphs {
		shown[c.Glyphs[i].Text] = true
	}
	if len(after) == 0 || len(after) >= len(before) {
		t.Errorf("%d characters are mapped, before %d", len(after), len(before))
	}
	for _, s := range after {
		if !shown[s] {
			t.Errorf("a map still tells %q", s)
		}
	}
}

// mapped returns what the maps to Unicode of a file speak of.
func mapped(f *pdf.File) []string {
	var out []string
	for _, n := range f.Objects() {
		if u := f.Dict(f.Object(n))["ToUnicode"]; u != nil {
			f.Unicode(u, func(s string) bool {
				out = append(out, s)
				return true
			})
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Test_a_map_is_written holds that a map that lost entries reads as before but for those.
func Test_a_map_is_written(t *testing.T) {
	data, err := os.ReadFile(filepath.FromSlash("../../testdata/pdf/covered-text/dirty.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, data)
	all := mapped(f)
	for _, n := range f.Objects() {
		u := f.Dict(f.Object(n))["ToUnicode"]
		if u == nil {
			continue
		}
		out := string(f.Unicode(u, func(s string) bool { return s != all[len(all)-1] }))
		if n := strings.Count(out, "> <") - 1; n != len(all)-1 {
			t.Errorf("%d lines for %d characters", n, len(all)-1)
		}
		if gone := fmt.Sprintf("<%04X>\n", []rune(all[len(all)-1])[0]); strings.Contains(out, gone) {
			t.Errorf("%s is still there", gone)
		}
	}
}

// Test_fonts_forget_shapes holds that no font of a copy keeps the outline or the width of a character that its page shows no longer.
func Test_fonts_forget_shapes(t *testing.T) {
	data, err := os.ReadFile(filepath.FromSlash("../../testdata/pdf/covered-text/dirty.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	source := open(t, data)
	copied := open(t, rewrite(t, data, pageFixes(source)...))
	c, err := copied.Draw(t.Context(), copied.Pages[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	keep, widths := map[uint32]bool{}, 0
	for i := range c.Glyphs {
		keep[c.Glyphs[i].Code] = true
	}
	before, after := programOf(t, source), programOf(t, copied)
	if want := pdf.SubsetTrueType(before, keep); want == nil || !slices.Equal(after, want) || len(after) >= len(before) {
		t.Errorf("the program has %d bytes, before %d", len(after), len(before))
	}
	for _, n := range copied.Objects() {
		copied.CIDRuns(copied.Dict(copied.Object(n))["W"], 1, func(cid uint32, _ []float64) {
			if widths++; !keep[cid] {
				t.Errorf("there is a width for %d", cid)
			}
		})
	}
	if widths == 0 {
		t.Error("there are no widths")
	}
}

func programOf(t *testing.T, f *pdf.File) []byte {
	t.Helper()
	for _, n := range f.Objects() {
		if o := f.Dict(f.Object(n))["FontFile2"]; o != nil {
			data, err := f.Stream(o)
			if err != nil {
				t.Fatal(err)
			}
			return data
		}
	}
	t.Fatal("no font")
	return nil
}

// Test_simple_fonts_forget_widths holds that a simple font keeps the widths of what the copy shows, and no others.
func Test_simple_fonts_forget_widths(t *testing.T) {
	data := pageOf([]byte("BT /F 20 Tf 40 300 Td (AC) Tj ET BT /F 20 Tf 3 Tr 40 200 Td (BD) Tj ET"), []byte("BT /F 20 Tf (D) Tj ET"))
	old := []byte("/Encoding /WinAnsiEncoding >>\nendobj\n5 0 obj")
	at := bytes.Index(data, old)
	data = withTrailer(data[:bytes.LastIndex(data, []byte("xref\n0 7"))])
	data = slices.Insert(data, at, []byte("/FirstChar 65 /LastChar 68 /Widths [667 668 722 723] ")...)
	f := open(t, rewrite(t, data, pageFixes(open(t, data))...))
	n := 0
	for _, at := range f.Objects() {
		if w := f.Numbers(f.Dict(f.Object(at))["Widths"]); len(w) > 0 {
			if n++; !slices.Equal(w, []float64{667, 0, 722, 723}) { // the form that no page draws shows the last
				t.Error(w)
			}
		}
	}
	if n != 1 {
		t.Errorf("%d fonts", n)
	}
}
