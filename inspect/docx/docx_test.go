package docx

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/samples"
)

const testdata = "../../testdata"

// inspector reads Word files alone.
func inspector() *inspect.Inspector {
	set := detectors.NewSet(detectors.All())
	return &inspect.Inspector{Formats: []inspect.Format{Format{Tables: inspect.Tables{Detectors: set}}}, Detectors: set}
}

func check(t testing.TB, data []byte) *inspect.Result {
	t.Helper()
	return inspector().Check(context.Background(), &inspect.Source{Name: "a.docx", ReaderAt: bytes.NewReader(data), Size: int64(len(data))})
}

// wordCases returns the Word files among the samples.
func wordCases(t testing.TB) []samples.Case {
	all, err := samples.Cases(testdata)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(c samples.Case) bool { return !strings.HasSuffix(c.File, ".docx") })
}

// TestPlaces_AreComplete holds that every place of this folder has both languages and a sample that bears its name.
func TestPlaces_AreComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range (Format{}).Places() {
		if seen[p.ID] {
			t.Errorf("%s is listed twice", p.ID)
		}
		seen[p.ID] = true
		for _, w := range []inspect.Words{p.Title, p.Why, p.Advice} {
			if w.JA == "" || w.EN == "" {
				t.Errorf("%s lacks words", p.ID)
			}
		}
		if !strings.HasPrefix(p.ID, "docx/") {
			continue
		}
		if _, err := os.Stat(filepath.Join(testdata, p.ID, "dirty.docx")); err != nil {
			t.Errorf("%s has no sample: %v", p.ID, err)
		}
	}
}

// TestCheck_FindsWhatIsWanted holds the format to the samples.
func TestCheck_FindsWhatIsWanted(t *testing.T) {
	for _, c := range wordCases(t) {
		data, err := os.ReadFile(c.Path)
		if err != nil {
			t.Fatal(err)
		}
		res := check(t, data)
		for id, want := range c.Places {
			if strings.HasPrefix(id, "docx/") && !want.OK(res.Counts.Places[id]) {
				t.Errorf("%s/%s: %s: %d, want %v", c.Dir, c.File, id, res.Counts.Places[id], want)
			}
		}
		for _, id := range c.Absent {
			if n := res.Counts.Places[id]; n > 0 {
				t.Errorf("%s/%s: %s: %d, want none", c.Dir, c.File, id, n)
			}
		}
	}
}

// TestItems_TablesTellHeadsAndRecords holds the table pass: a cell is told the head of its column and its row.
func TestItems_TablesTellHeadsAndRecords(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(testdata, "cases/word-blacked/list.docx"))
	if err != nil {
		t.Fatal(err)
	}
	in := inspector()
	rows := map[int64][]string{}
	for f, err := range in.Findings(context.Background(), &inspect.Source{Name: "a", ReaderAt: bytes.NewReader(data), Size: int64(len(data))}) {
		if err != nil {
			t.Fatal(err)
		}
		if f.Place == BlackedText && f.Record != 0 {
			if len(f.Labels) == 0 {
				t.Errorf("paragraph %v has no label", f.Where)
				continue
			}
			rows[f.Record] = append(rows[f.Record], f.Labels[0])
		}
	}
	if len(rows) != 6 {
		t.Errorf("%d rows", len(rows))
	}
	for _, heads := range rows {
		if !slices.Equal(heads, []string{"氏名", "住所", "電話番号"}) {
			t.Errorf("a row under %v", heads)
		}
	}
}

// TestCheck_LongTable holds that rows below the sample keep their heads, and that nothing waits for the end of the table.
func TestCheck_LongTable(t *testing.T) {
	const rows = 300
	var b strings.Builder
	cell := func(s string) { b.WriteString("<w:tc><w:tcPr/><w:p><w:r><w:t>" + s + "</w:t></w:r></w:p></w:tc>") }
	b.WriteString("<w:tbl><w:tr>")
	cell("番号")
	cell("氏名")
	cell("電話番号")
	b.WriteString("</w:tr>")
	for i, p := range samples.Roster(7, rows) {
		b.WriteString("<w:tr>")
		cell(string(rune('A' + i%26)))
		cell(p.Name())
		cell(p.Mobile)
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl>")
	res := check(t, samples.Word(b.String()))
	if res.Rows != rows || res.People != rows || len(res.Unread) > 0 {
		t.Errorf("%d rows, %d people, unread %v", res.Rows, res.People, res.Unread)
	}
}

// FuzzCheck holds that no bytes make the format panic, and that what breaks off is unread.
func FuzzCheck(f *testing.F) {
	for _, c := range wordCases(f) {
		data, err := os.ReadFile(c.Path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if res := check(t, data); res.Verdict == "" {
			t.Error("no verdict")
		}
	})
}

// FuzzStory reads a body of any kind inside of a sound package.
func FuzzStory(f *testing.F) {
	f.Add(`<w:p><w:r><w:t>a</w:t></w:r></w:p>`)
	f.Add(`<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>`)
	f.Add(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF</w:instrText></w:r></w:p><w:p/>`)
	f.Add(`<w:tc><w:p><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt></w:ruby></w:p></w:tc></w:tr>`)
	f.Fuzz(func(t *testing.T, body string) {
		if res := check(t, samples.Word(body)); res.Verdict == "" {
			t.Error("no verdict")
		}
	})
}

// BenchmarkCheck reads 10,000 paragraphs.
func BenchmarkCheck(b *testing.B) {
	var body strings.Builder
	for range 10_000 {
		body.WriteString(`<w:p w:rsidR="00A1B2C3"><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>令和6年度の事業計画について、</w:t></w:r><w:r><w:t>次のとおり定めます。担当課は関係機関と連携して進めるものとします。</w:t></w:r></w:p>`)
	}
	data := samples.Word(body.String())
	in := inspector()
	b.SetBytes(int64(body.Len()))
	for b.Loop() {
		in.Check(context.Background(), &inspect.Source{Name: "a.docx", ReaderAt: bytes.NewReader(data), Size: int64(len(data))})
	}
}
