package detectors_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"html"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/japanese"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/detectors/internal/eval"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/samples"
)

// renderers write a table as a file of one kind.
var renderers = map[string]func(t *testing.T, rows [][]string) []byte{
	"a.csv":       asCSV,
	"cp932.csv":   asCP932,
	"a.xlsx":      func(t *testing.T, rows [][]string) []byte { return asBook(t, rows, false) },
	"hidden.xlsx": func(t *testing.T, rows [][]string) []byte { return asBook(t, rows, true) },
	"a.docx":      asWord,
	"a.pdf":       asPDF,
}

func asCSV(t *testing.T, rows [][]string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asCP932(t *testing.T, rows [][]string) []byte {
	t.Helper()
	// What the encoding does not have is written in the way that offices do.
	spelled := strings.NewReplacer("–", "-", "‐", "-", "―", "ー", "−", "ー").Replace(string(asCSV(t, rows)))
	b, err := japanese.ShiftJIS.NewEncoder().Bytes([]byte(spelled))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// asBook writes a workbook; hidden puts the table behind a visible notice.
func asBook(t *testing.T, rows [][]string, hidden bool) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	name := f.GetSheetName(0)
	fail := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	if hidden {
		fail(f.SetCellValue(name, "A1", "夏まつりのお知らせ"))
		name = "作業"
		_, err := f.NewSheet(name)
		fail(err)
		fail(f.SetSheetVisible(name, false))
	}
	for i, row := range rows {
		for k, cell := range row {
			at, err := excelize.CoordinatesToCellName(k+1, i+1)
			fail(err)
			fail(f.SetCellValue(name, at, cell))
		}
	}
	var b bytes.Buffer
	fail(f.Write(&b))
	return b.Bytes()
}

func asWord(_ *testing.T, rows [][]string) []byte {
	var b strings.Builder
	b.WriteString("<w:p><w:r><w:t>資料</w:t></w:r></w:p><w:tbl>")
	for _, row := range rows {
		b.WriteString("<w:tr>")
		for _, cell := range row {
			b.WriteString(`<w:tc><w:p><w:r><w:t xml:space="preserve">` + html.EscapeString(cell) + "</w:t></w:r></w:p></w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl>")
	return samples.Word(b.String())
}

// asPDF writes the table as text that a printer driver would set: a show operator a cell, 40 rows a page, in a font that is not embedded.
func asPDF(_ *testing.T, rows [][]string) []byte {
	objects := []string{
		"", "", "<</Type/Font/Subtype/Type0/BaseFont/HeiseiKakuGo-W5/Encoding/UniJIS-UTF16-H/DescendantFonts[4 0 R]>>",
		"<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiKakuGo-W5/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/DW 1000/FontDescriptor 5 0 R>>",
		"<</Type/FontDescriptor/FontName/HeiseiKakuGo-W5/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>",
	}
	wide := make([]int, 0, 16)
	for _, row := range rows {
		for k, cell := range row {
			if k == len(wide) {
				wide = append(wide, 0)
			}
			wide[k] = max(wide[k], len([]rune(cell))*8+16)
		}
	}
	var pages []string
	for page := range slices.Chunk(rows, 40) {
		var c strings.Builder
		for i, row := range page {
			x := 30
			for k, cell := range row {
				fmt.Fprintf(&c, "BT /F1 8 Tf %d %d Td <%X> Tj ET\n", x, 1100-i*24, utf16(cell))
				x += wide[k]
			}
		}
		n := len(objects) + 1
		objects = append(objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 2400 1190]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>", n+1),
			fmt.Sprintf("<</Length %d>>stream\n%sendstream", c.Len(), c.String()))
		pages = append(pages, fmt.Sprintf("%d 0 R", n))
	}
	objects[0] = "<</Type/Catalog/Pages 2 0 R>>"
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(pages, " "), len(pages))
	var b bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	var xref strings.Builder
	for i, o := range objects {
		fmt.Fprintf(&xref, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref.String(), len(objects)+1, at)
	return b.Bytes()
}

func utf16(s string) (out []byte) {
	for _, r := range s {
		out = append(out, byte(r>>8), byte(r))
	}
	return out
}

// truth is what the table holds: how many different people, and how grave the gravest kind in it is.
func truth(set *detectors.Set, table eval.Table) (people, step int) {
	seen := map[string]bool{}
	for _, row := range table.Rows {
		who, telling, other := "", "", ""
		for _, cell := range row {
			for _, s := range cell.Spans {
				kind := strings.TrimPrefix(s.Kind, eval.Either)
				d := set.Detector(kind)
				step = max(step, d.Step)
				value := cell.Text[s.Start:s.End]
				switch kind {
				case "name":
					who += value
				case "birth-date", "phone", "email", "patient-id", "student-id":
					telling += value
				default:
					if d.Person && other == "" {
						other = value // the first number of a row that names nobody tells who it is
					}
				}
			}
		}
		if who == "" {
			who = other
		}
		if who != "" || telling != "" {
			seen[who+"\x00"+telling] = true
		}
	}
	return len(seen), step
}

// TestEvalFiles writes the tables as files of each kind and holds the number of people and the verdict against what they hold.
func TestEvalFiles(t *testing.T) {
	set := detectors.NewSet(detectors.All())
	confusion := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(renderers)) {
		files, exact, off := 0, 0, 0.0
		for _, table := range eval.Tables(testSeed, eval.Test, 60) {
			people, step := truth(set, table)
			rows := [][]string{table.Heads}
			for _, r := range table.Rows {
				var cells []string
				for _, c := range r {
					cells = append(cells, c.Text)
				}
				rows = append(rows, cells)
			}
			res := check(t, name, renderers[name](t, rows))
			want := verdict(name == "hidden.xlsx", people, step)
			confusion[string(want)+" → "+string(res.Verdict)]++
			if res.Verdict != want {
				t.Errorf("%s of %s: %s, want %s %v", table.Family, name, res.Verdict, want, res.Unread)
			}
			files++
			if off += float64(max(res.People-people, people-res.People)) / float64(max(people, 1)); res.People == people {
				exact++
			} else {
				t.Logf("%s of %s: %d people, want %d", table.Family, name, res.People, people)
			}
		}
		if off > 0.05*float64(files) {
			t.Errorf("%s: the number of people is off by %.3f", name, off/float64(files))
		}
		t.Logf("%-12s %2d tables, people exact in %2d, error %.4f", name, files, exact, off/float64(files))
	}
	t.Log(confusion)
}

func verdict(hidden bool, people, step int) inspect.Verdict {
	switch {
	case hidden && step >= 2, step >= 4:
		return inspect.NG
	case hidden, people > 0:
		return inspect.Review
	}
	return inspect.OK
}

func check(t *testing.T, name string, data []byte) *inspect.Result {
	t.Helper()
	res, err := sumikeshi.Check(context.Background(), &inspect.Source{Name: name, ReaderAt: bytes.NewReader(data), Size: int64(len(data))}, sumikeshi.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return res
}
