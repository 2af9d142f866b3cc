package residue

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/japanese"
)

// zipped returns an archive with one member.
func zipped(t testing.TB, name string, data []byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	f, err := w.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func utf16le(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

func cp932(t testing.TB, s string) []byte {
	t.Helper()
	b, err := japanese.ShiftJIS.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func look(t testing.TB, s *Set, data []byte) map[int]string {
	t.Helper()
	hits, err := s.Search(context.Background(), bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return hits
}

func TestSearch(t *testing.T) {
	pad := bytes.Repeat([]byte{0xF1, 0x02, 0x83}, 50)
	tests := []struct {
		name   string
		gone   string // what was taken out
		isName bool
		part   []byte
		hit    bool
	}{
		{"text node", "横浜市西区花咲町1-2", false, []byte(`<t>横浜市西区花咲町1-2</t>`), true},
		{"other width and hyphen", "横浜市西区花咲町1-2", false, []byte(`<t>横浜市西区花咲町１－２</t>`), true},
		{"inside a longer text", "横浜市西区花咲町1-2", false, []byte(`<t>住所は横浜市西区花咲町1-2です</t>`), true},
		{"attribute", "株式会社みどり台", false, []byte(`<a b="株式会社みどり台"/>`), true},
		{"character references", "山田太郎", true, []byte(`<t>&#23665;&#30000;&#x592A;郎</t>`), true},
		{"split over runs", "山田太郎", true, []byte(`<si><r><t>山田</t></r><r><rPr><sz val="9"/></rPr><t>太郎</t></r></si>`), true},
		{"two cells are not one text", "山田太郎", true, []byte(`<si><t>山田</t></si><si><t>太郎</t></si>`), false},
		{"a space in the name", "山田　太郎", true, []byte(`<t>山田 太郎</t>`), true},
		{"short name", "林桂", true, []byte(`<t>林桂</t>`), true},
		{"short text that is no name", "合計", false, []byte(`<t>合計</t>`), false},
		{"UTF-16 in a binary part", "山田太郎", true, append(append([]byte{}, pad...), utf16le("山田太郎")...), true},
		{"UTF-16 at an odd offset", "山田太郎", true, append(append([]byte{1}, pad...), utf16le("山田太郎")...), true},
		{"CP932 in a binary part", "山田太郎", true, append(append([]byte{}, append(pad, 0)...), cp932(t, "山田太郎")...), true},
		{"phone", "090-1234-5678", false, []byte(`<v>090-1234-5678</v>`), true},
		{"number as a cell value", "9012345678", false, []byte(`<v>9012345678</v>`), true},
		{"number inside a longer number", "9012345678", false, []byte(`<v>190123456789</v>`), false},
		{"seven digits among coordinates", "1270000", false, []byte(`<a:off x="1270000"/>`), false},
		{"seven digits in a cell", "1270001", false, []byte(`<v>1270001</v>`), true},
		{"small number", "2024", false, []byte(`<v>2024</v>`), false},
		{"a word of the format", "center", false, []byte(`<alignment horizontal="center"/>`), false},
		{"the same word as a text", "center", false, []byte(`<t>center</t>`), true},
		{"pivot item", "Tanaka", false, []byte(`<s v="Tanaka"/>`), true},
		{"schema", "http://schemas.openxmlformats.org/x", false, []byte(`<a b="http://schemas.openxmlformats.org/x"/>`), false},
		{"comment", "横浜市西区花咲町1-2", false, []byte(`<t/><!-- 横浜市西区花咲町1-2 --><t/>`), true},
		{"character data", "山田太郎", true, []byte(`<t><![CDATA[山田太郎]]></t>`), true},
		{"processing instruction", "山田太郎", true, []byte(`<?note 山田太郎?><t/>`), true},
		{"csv field", "Tanaka", false, []byte("a,Tanaka,b\n"), true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var s Set
			s.Add(tt.gone, tt.isName)
			s.Freeze()
			if got := len(look(t, &s, zipped(t, "part", tt.part))) > 0; got != tt.hit {
				t.Errorf("found = %v, want %v", got, tt.hit)
			}
		})
	}
}

// A container inside the container, and bytes outside every member.
func TestSearch_everywhere(t *testing.T) {
	var s Set
	s.Add("横浜市西区花咲町1-2", false)
	s.Freeze()
	inner := zipped(t, "sheet.xml", []byte(`<t>横浜市西区花咲町1-2</t>`))
	hits := look(t, &s, zipped(t, "book.xlsx", inner))
	if len(hits) != 1 || hits[0] != "book.xlsx > sheet.xml" {
		t.Errorf("hits = %v, want one in book.xlsx > sheet.xml", hits)
	}
	clean := zipped(t, "sheet.xml", []byte(`<t>お知らせ</t>`))
	if hits := look(t, &s, clean); len(hits) != 0 {
		t.Errorf("hits = %v in a clean archive", hits)
	}
	gap := append([]byte("横浜市西区花咲町1-2\x00"), clean...)
	if hits := look(t, &s, gap); len(hits) != 1 {
		t.Errorf("hits = %v, want one before the first record", hits)
	}
}

// A text across the border of two windows, and a long text of which only the end is left.
func TestSearch_borders(t *testing.T) {
	var s Set
	s.Add(strings.Repeat("あいうえおかきくけこ", 12)+"横浜市西区花咲町", false)
	s.Freeze()
	part := "<t>" + strings.Repeat("。", window/3-4) + strings.Repeat("あいうえおかきくけこ", 12) + "</t>"
	if hits := look(t, &s, zipped(t, "a", []byte(part))); len(hits) == 0 {
		t.Error("a text across two windows was not found")
	}
}

func TestExcuse(t *testing.T) {
	var s Set
	s.Add("みどり台公民館", false)
	s.Add("横浜市西区花咲町1-2", false)
	s.Freeze()
	hits := look(t, &s, zipped(t, "a", []byte(`<t>みどり台公民館</t><t>横浜市西区花咲町1-2</t>`)))
	if len(hits) != 2 {
		t.Fatalf("%d hits, want 2", len(hits))
	}
	s.Excuse(hits, "会場：みどり台公民館（2階）")
	if len(hits) != 1 {
		t.Errorf("%d hits after one was excused, want 1", len(hits))
	}
}

func TestBytes(t *testing.T) {
	var s, u Set
	for _, text := range []string{"山田太郎", "090-1234-5678", "横浜市西区花咲町1-2"} {
		s.Add(text, true)
	}
	s.Freeze()
	if err := u.SetBytes(s.Append(nil)); err != nil {
		t.Fatal(err)
	}
	part := zipped(t, "a", []byte(`<t>山田太郎</t><t>090-1234-5678</t>`))
	if got := len(look(t, &u, part)); got != 2 || u.Len() != s.Len() {
		t.Errorf("%d hits of %d prints, want 2 of %d", got, u.Len(), s.Len())
	}
	if u.SetBytes([]byte{1}) == nil {
		t.Error("a set that is cut off was read")
	}
}

func FuzzSearch(f *testing.F) {
	f.Add([]byte(`<t>山田太郎</t>`))
	f.Add([]byte("\xff\xfe\x00<&#x;\"'"))
	f.Add(zipped(f, "a", []byte(`<a b='`)))
	f.Fuzz(func(t *testing.T, data []byte) {
		var s Set
		s.Add("山田太郎", true)
		s.Freeze()
		_, _ = s.Search(context.Background(), bytes.NewReader(data), int64(len(data)))
		marked := append(append([]byte{}, data...), "\n山田太郎\n"...)
		if bytes.HasPrefix(data, []byte("PK")) || kindOf(marked) == markup {
			return
		}
		if hits, err := s.Search(context.Background(), bytes.NewReader(marked), int64(len(marked))); err == nil && len(hits) == 0 {
			t.Errorf("a name behind %q was not found", data)
		}
	})
}
