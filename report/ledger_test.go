package report

import (
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"github.com/joshdk/go-junit"
	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/xuri/excelize/v2"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// rows prints a workbook as text, a line a row: the bytes of a golden file would say nothing.
func rows(t *testing.T, book string) string {
	t.Helper()
	f, err := excelize.OpenReader(strings.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b strings.Builder
	for _, name := range f.GetSheetList() {
		fmt.Fprintf(&b, "== %s\n", name)
		lines, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, cells := range lines {
			b.WriteString(strings.Join(cells, " | ") + "\n")
		}
	}
	return b.String()
}

// formula is a file whose name and sheet would be formulas, were they not made inert.
func formula() *File {
	res := result("=cmd|'/c calc'!A1.xlsx", inspect.Review)
	res.Findings = []inspect.Listed{
		{ID: "f", Where: inspect.NewWhere(inspect.Line{Line: 3, Col: 2}), Text: "＝HYPERLINK(\"http://x\")", Count: 1},
		{ID: "g", Where: inspect.NewWhere(inspect.Line{Line: 4, Col: 2}), Text: "@SUM(A1)\x1b[31m", Count: 1},
	}
	return &File{Result: res}
}

func Test_csv_is_read_back_and_runs_nothing(t *testing.T) {
	out := print(t, "csv", options("ja"), append(checked(), formula()))
	if !strings.HasPrefix(out, "\ufeff") || strings.Count(out, "\n") != strings.Count(out, "\r\n") {
		t.Errorf("no mark, or lines that do not end with CRLF: %q", out)
	}
	lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) != 1+6+2 {
		t.Errorf("%d lines", len(lines))
	}
	for _, cells := range lines {
		for _, c := range cells {
			if c != "" && strings.ContainsAny(string([]rune(c)[:1]), "=+-@\t\r＝＋－＠") {
				t.Errorf("a formula: %q", c)
			}
		}
	}
}

func Test_a_workbook_holds_texts_and_no_formulas(t *testing.T) {
	f, err := excelize.OpenReader(strings.NewReader(print(t, "xlsx", options("ja"), []*File{formula()})))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if name, _ := f.GetCellValue("ファイル", "A2"); name != formula().Path {
		t.Errorf("%q", name)
	}
	for _, at := range []string{"A2", "I2", "I3"} {
		if said, _ := f.GetCellFormula("見つかったもの", at); said != "" {
			t.Errorf("%s: %q", at, said)
		}
	}
}

// Test_sarif_is_valid asks the schema of OASIS, as another program ships it, and for what hosts ask for beside it: a line.
func Test_sarif_is_valid(t *testing.T) {
	for name, files := range map[string][]*File{"check": append(checked(), formula()), "clean": cleaned(), "none": nil} {
		doc, err := sarif.FromString(print(t, "sarif", options("ja"), files))
		if err != nil {
			t.Fatal(err)
		}
		if err := doc.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, r := range doc.Runs[0].Results {
			at := r.Locations[0].PhysicalLocation
			if *at.Region.StartLine < 1 || *at.ArtifactLocation.URI == "" {
				t.Errorf("%s: %+v", name, at)
			}
			if rule := doc.Runs[0].Tool.Driver.Rules[r.RuleIndex]; *rule.ID != *r.RuleID {
				t.Errorf("%s: rule %s under the index of %s", name, *r.RuleID, *rule.ID)
			}
		}
	}
}

func Test_file_uri(t *testing.T) {
	for path, want := range map[string]string{
		"公開/a b.xlsx": "%E5%85%AC%E9%96%8B/a%20b.xlsx", "/srv/a.pdf": "file:///srv/a.pdf", "C:/a.pdf": "file:///C:/a.pdf", "a:b.pdf": "file:///a:b.pdf",
		"./x/a:b#c?.pdf": "x/a:b%23c%3F.pdf",
	} {
		if got := fileURI(path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func Test_junit_is_read_by_another_program(t *testing.T) {
	for name, want := range map[string]junit.Totals{"check": {Tests: 6, Passed: 2, Failed: 3, Error: 1}, "clean": {Tests: 5, Passed: 2, Failed: 1, Error: 2}} {
		files := append(checked(), formula())
		if name == "clean" {
			files = cleaned()
		}
		suites, err := junit.Ingest([]byte(print(t, "junit", options("ja"), files)))
		if err != nil || len(suites) != 1 {
			t.Fatalf("%d suites, %v", len(suites), err)
		}
		if suites[0].Totals != want {
			t.Errorf("%s: %+v", name, suites[0].Totals)
		}
	}
}

func Test_markdown_stays_below_what_a_comment_may_hold(t *testing.T) {
	var files []*File
	for range 3000 {
		files = append(files, checked()...)
	}
	out := print(t, "markdown", options("ja"), files)
	if n := len([]rune(out)); n > 65000 || n < 50000 || !strings.Contains(out, "入りきりませんでした") {
		t.Errorf("%d characters", n)
	}
	if strings.Contains(out, "問題なし |") {
		t.Error("a file that is ok took the room of one that is not")
	}
}

func Test_cell_is_no_markup(t *testing.T) {
	for in, want := range map[string]string{
		"a|b\n*c*": `a\|b \*c\*`, "[x](http://e.example)": `\[x\](http:\//e.example)`, "<b>@all": `\<b\>\@all`, "名簿（1）.xlsx": "名簿（1）.xlsx",
	} {
		if got := cell(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
