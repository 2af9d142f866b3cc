package stray

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

func Test_what_no_reader_looks_at_is_told(t *testing.T) {
	const main = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:z="urn:z"`
	for _, tt := range []struct {
		name, xml string
		want      []string
	}{
		{"text of cells", `<worksheet` + main + `><sheetData><row r="1"><c><v>あ</v></c><c><is><t>い</t></is></c></row></sheetData></worksheet>`, nil},
		{"an element of another namespace", `<worksheet` + main + `><sheetData><z:t>あ</z:t></sheetData></worksheet>`, []string{"あ"}},
		{"the right name in the wrong place", `<worksheet` + main + `><row><t>あ</t><v>い</v></row></worksheet>`, []string{"あ", "い"}},
		{"behind a cell", `<worksheet` + main + `><row><c><v>あ</v></c>い</row></worksheet>`, []string{"い"}},
		{"inside of what is told", `<sst` + main + `><si><t><z:x>あ</z:x></t></si></sst>`, nil},
		{"text of settings", `<styleSheet` + main + `><extLst><ext><z:m>あ</z:m></ext></extLst></styleSheet>`, []string{"あ"}},
		{"attributes", `<worksheet` + main + ` z:a="あ" b="090-1234-5678" c="12"><tab tooltip="い"/></worksheet>`, []string{"あ", "090-1234-5678", "い"}},
		{"attributes that readers look at", `<worksheet` + main + `><hyperlink tooltip="い"/></worksheet>`, nil},
		{"those of another namespace", `<worksheet` + main + `><z:hyperlink tooltip="い"/></worksheet>`, []string{"い"}},
		{"values of a pivot cache", `<pivotCacheRecords` + main + `><r><s v="あ"/><x v="い"/></r></pivotCacheRecords>`, []string{"い"}},
		{"the same element elsewhere", `<metadata` + main + `><s v="あ"/></metadata>`, []string{"あ"}},
		{"an unknown root", `<memo>あ</memo>`, []string{"あ"}},
		{"a Word story", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:t>あ</w:t></w:document>`, nil},
		{"remarks", `<sst` + main + `><!--あ--><?m い?></sst>`, []string{"あ", "い"}},
		{"links to the outside", `<Relationships><Relationship Target="mailto:a@example.jp" TargetMode="External"/><Relationship Target="a@b.xml"/></Relationships>`, []string{"a@b.xml"}},
	} {
		if got := strays(t, tt.xml); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func strays(t *testing.T, doc string) (found []string) {
	t.Helper()
	var r Reader
	s := xmlscan.New(context.Background(), strings.NewReader(doc))
	for s.Next() {
		r.Follow(s)
		switch {
		case s.Kind() == xmlscan.Start:
			s.Attrs(func(space string, local, value []byte) bool {
				if space != xmlscan.XMLNS && r.Attr(s, local, value) {
					found = append(found, string(value))
				}
				return true
			})
		case s.Kind() == xmlscan.Text && r.Text(s), Remark(s):
			found = append(found, string(s.Text()))
		}
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return found
}

func Test_values_of_the_markup_itself_tell_nothing(t *testing.T) {
	for _, v := range []string{
		"", "1", "12192000", "0.79998168889431442", "1.5E-3", "{0C9E4B52-1F0B-4C6E-8D21-2A53C0C9A001}", "00A77B3E", "2024-05-10T10:00:00Z",
		"http://schemas.openxmlformats.org/drawingml/2006/main", "FFFFFFFF", "A1:B12", "4294967295",
	} {
		if CanTell([]byte(v)) {
			t.Errorf("%q can tell", v)
		}
	}
	for _, v := range []string{"山", "a@b", "090-1234-5678", "09012345678", "123456789012", "https://x.example/admin", `\\fsv01\jumin`, `C:\名`, `D:\home\x`} {
		if !CanTell([]byte(v)) {
			t.Errorf("%q can't tell", v)
		}
	}
}

func Test_references_and_names_are_tied(t *testing.T) {
	s := xmlscan.New(context.Background(), strings.NewReader(`<cfRule xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="あ"><f>あ</f><m>い</m></cfRule>`))
	var r Reader
	tied := map[string]bool{}
	for s.Next() {
		if r.Follow(s); s.Kind() == xmlscan.Text {
			tied[string(s.Text())] = r.Tied(s)
		}
		s.Attrs(func(space string, local, _ []byte) bool {
			tied[string(local)] = TiedAttr(s, space, local)
			return true
		})
	}
	if !tied["あ"] || tied["い"] || !tied["id"] || tied["r"] {
		t.Error(tied)
	}
}
