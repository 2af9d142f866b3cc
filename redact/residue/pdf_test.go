package residue

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/internal/samples"
)

// searched returns whether one text is found in a file.
func searched(t *testing.T, data []byte, text string) bool {
	t.Helper()
	var s Set
	s.Add(text, len([]rune(text)) < leastText || !strings.ContainsAny(text, "0123456789-"))
	s.Freeze()
	if s.Len() == 0 {
		t.Fatalf("%q is not searched for", text)
	}
	hits, err := s.Search(context.Background(), bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return len(hits) > 0
}

// TestSearch_PDF holds that everything which the samples hide is found in them: the search reads what their producers write.
func TestSearch_PDF(t *testing.T) {
	list, err := samples.Cases("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, c := range list {
		if c.Clean == nil || !strings.HasSuffix(c.File, ".pdf") || c.Dir == "pdf/permission-only" { // the last is encrypted; no copy is
			continue
		}
		data, err := os.ReadFile(c.Path)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range c.Clean.Gone {
			n++
			if !searched(t, data, text) {
				t.Errorf("%s/%s: %q is not found", c.Dir, c.File, text)
			}
		}
		if searched(t, data, "鬼瓦権之助") || searched(t, data, "070-9999-0000") {
			t.Errorf("%s/%s: found what is not there", c.Dir, c.File)
		}
	}
	if n < 40 {
		t.Errorf("only %d texts", n)
	}
}

// TestSearch_PDFSpellings holds the ways in which a PDF file spells one text.
func TestSearch_PDFSpellings(t *testing.T) {
	const text = "山田太郎"
	for name, body := range map[string]string{
		"UTF-16 hex":     "1 0 obj\n<< /Title <FEFF5C7175305 92A90CE> >>\nendobj",
		"UTF-16 literal": "1 0 obj\n<< /Title (\xFE\xFF\x5C\x5C\x71\x75\\060\x59\x2A\x90\xCE) >>\nendobj",
		"CP932":          "1 0 obj\n<< /Title (\x8ER\x93c\x91\xBE\x98Y) >>\nendobj",
		"EUC":            "1 0 obj\n<< /Title (\xBB\xB3\xC5\xC4\xC2\xC0\xCF\xBA) >>\nendobj",
		"UTF-8":          "1 0 obj\n<< /Title (\xEF\xBB\xBF山田太郎) >>\nendobj",
		"comment":        "% 山田太郎\n1 0 obj\nnull\nendobj",
		"split":          "1 0 obj\n<< /Length 99 >>\nstream\nBT [<5C71> -20 <7530> 30 <592A90CE>] TJ ET\nendstream\nendobj",
		"moved":          "1 0 obj\n<< /Length 99 >>\nstream\nBT <5C71> Tj 10 0 Td <7530> Tj 10 0 Td <592A> Tj 10 0 Td <90CE> Tj ET\nendstream\nendobj",
		"hex filter":     "1 0 obj\n<< /Filter /ASCIIHexDecode /Length 9 >>\nstream\nE5B1B1E794B0E5A4AAE9838E>\nendstream\nendobj",
		"behind the end": "%%EOF\n\x8ER\x93c\x91\xBE\x98Y",
	} {
		data := []byte("%PDF-1.7\n" + body + "\n")
		if !searched(t, data, text) {
			t.Errorf("%s: not found", name)
		}
	}
}

// TestSearch_PDFGlyphNames holds that the name of a digit in a font is no text, and that a text beside it is.
func TestSearch_PDFGlyphNames(t *testing.T) {
	for body, want := range map[string]bool{
		"<< /Differences [24 /two /three /four] >>":                    false,
		"<< /CharSet (/two/three/four) >>":                             false,
		"<< /Differences [24 /two /four] /Opt [(three)] >>":            true,
		"<< /Differences [24 /two /four] /Title (two, three, four) >>": true,
	} {
		if got := searched(t, []byte("%PDF-1.7\n1 0 obj\n"+body+"\nendobj\n"), "three"); got != want {
			t.Errorf("%s: %v", body, got)
		}
	}
}

// TestSearch_PDFEncrypted holds that a copy which can't be searched is not called clean.
func TestSearch_PDFEncrypted(t *testing.T) {
	var s Set
	s.Add("山田太郎", true)
	s.Freeze()
	data := []byte("%PDF-1.7\ntrailer << /Encrypt 3 0 R >>\n")
	if _, err := s.Search(context.Background(), bytes.NewReader(data), int64(len(data))); err == nil {
		t.Error("an encrypted file was searched")
	}
}
