package sumikeshi_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/samples"
)

var update = flag.Bool("update", false, "write the generated parts of the documents anew")

// generated holds the part of a document between its markers to what a test made, or writes it with -update.
func generated(t *testing.T, path, name, want string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	start, end := "<!-- generated: "+name+" -->\n", "<!-- /generated -->"
	head, rest, begins := strings.Cut(string(text), start)
	now, tail, ends := strings.Cut(rest, end)
	switch {
	case !begins || !ends:
		t.Fatalf("%s has lost the markers of %s", path, name)
	case now == want:
	case !*update:
		t.Errorf("%s: %s is not what the program does: run go test . -update", path, name)
	default:
		if err := os.WriteFile(path, []byte(head+start+want+end+tail), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Test_the_table_of_breaches_is_true runs the program over testdata/cases: the first file of each re-enactment that it can
// read.
func Test_the_table_of_breaches_is_true(t *testing.T) {
	var rows []row
	told := map[string]bool{}
	for _, c := range allCases(t) {
		if !strings.HasPrefix(c.Dir, "cases/") || told[c.Words.EN] || c.Clean == nil || c.Verdict == string(inspect.OK) {
			continue
		}
		if r := breach(t, &c); r.text != "" {
			told[c.Words.EN] = true
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int { return b.people - a.people })
	var out strings.Builder
	out.WriteString("| 公開された事故 · published breach | 見つけた場所 · where | 見つけた · found | 公開用ファイル · copy | 探した文字 · searched | 見える文字 · seen |\n")
	out.WriteString("|---|---|---|---|--:|--:|\n")
	for _, r := range rows {
		out.WriteString(r.text)
	}
	generated(t, "README.md", "breaches", out.String())
}

// A row is one re-enactment of the table, which is in the order of how many people it concerned.
type row struct {
	people int
	text   string
}

// breach returns the row of one re-enactment; an empty one if nothing can read the file yet.
func breach(t *testing.T, c *samples.Case) row {
	data, err := os.ReadFile(c.Path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, src := context.Background(), sourceOf(c.Path, data)
	if res, err := sumikeshi.Check(ctx, src, sumikeshi.Options{}); err != nil || res.Verdict == inspect.NotRead {
		return row{}
	}
	var copied bytes.Buffer
	o, err := sumikeshi.Clean(ctx, src, &copied, sumikeshi.Options{}, optionsOf(t, c.Clean.Args))
	if err != nil {
		t.Errorf("%s: %v", c.Path, err)
		return row{}
	}
	asked := ""
	if len(c.Clean.Args) > 0 {
		asked = "<br>`" + strings.Join(c.Clean.Args, " ") + "`"
	}
	found := func(r *inspect.Result) string { return r.Verdict.Words().JA + "<br>" + thousands(r.People) + "人" }
	return row{o.Before.People, fmt.Sprintf("| %s<br>%s%s | %s | %s | %s | %s | %s |\n",
		c.Words.JA, c.Words.EN, asked, whereOf(o.Before), found(o.Before), found(o.After), thousands(o.Proof.Searched), thousands(o.Proof.Seen))}
}

// whereOf names the places in which personal data was found; without any, a reader sees it.
func whereOf(r *inspect.Result) string {
	ids := []string{}
	for _, th := range r.Things {
		if id := "`" + th.Place.ID + "`"; len(th.Counts) > 0 && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return "見えている · visible"
	}
	return strings.Join(ids, "<br>")
}

// thousands groups the digits of a number.
func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}

// Test_the_list_of_places_is_true writes docs/places.md from the values that reports print.
func Test_the_list_of_places_is_true(t *testing.T) {
	actions := map[inspect.Action]string{inspect.Take: "消す · taken", inspect.Ask: "個人データがあれば消す · taken if it holds personal data", inspect.Report: "知らせる · reported"}
	weights := map[inspect.Weight]string{inspect.Stop: "公開NG · stop", inspect.Warn: "注意 · warn", inspect.Note: "参考 · note"}
	var out strings.Builder
	places := sumikeshi.NewInspector(sumikeshi.Options{}).Places()
	slices.SortFunc(places, func(a, b *inspect.Place) int { return strings.Compare(a.ID, b.ID) })
	for _, p := range places {
		fmt.Fprintf(&out, "\n### `%s` %s · %s\n\n", p.ID, p.Title.JA, p.Title.EN)
		fmt.Fprintf(&out, "%s\n→ %s\n\n%s\n→ %s\n\n", p.Why.JA, p.Advice.JA, p.Why.EN, p.Advice.EN)
		fmt.Fprintf(&out, "重さ · weight: %s ／ 公開用ファイルでは · in the copy: %s\n", weights[p.Weight], actions[p.Action])
	}
	generated(t, "docs/places.md", "places", out.String())
}

// kinds are the formats in the order and the words of the README's table: what they are called, and what cleaning does with them.
var kinds = []struct{ name, words, clean string }{
	{"xlsx", "Excel（.xlsx .xlsm .xltx .xltm）", "○"},
	{"docx", "Word（.docx .docm .dotx .dotm）", "○"},
	{"xlsb", "Excel（.xlsb）", "△（ファイルの情報・マクロなど。シートの中身は .xlsx にしてから · parts around the sheets; save as .xlsx for the rest）"},
	{"pdf", "PDF", "○（`--mask`）"},
	{"csv", "CSV・TSV", "○（`--mask`）"},
	{"text", "テキスト · text（UTF-8、UTF-16、Shift_JIS、EUC-JP、JIS）", "○（`--mask`）"},
	{"zip", "ZIP（中のファイルも · members too）", "○"},
}

// absent are the formats that users have and ask for, as long as no format reads them.
var absent = [][2]string{
	{"pdf", "PDF"},
	{"docx", "Word（.docx）"},
	{"pptx", "PowerPoint（.pptx）"},
	{"xls", "古い Office（.doc .xls .ppt）"},
	{"odf", "OpenDocument（.odt .ods）"},
	{"jtd", "一太郎（.jtd）"},
	{"xdw", "DocuWorks（.xdw）"},
	{"mail", "メール · mail（.eml .msg）"},
	{"rtf", "RTF"},
	{"html", "HTML"},
}

// Test_the_list_of_formats_is_true writes what the README says of formats from those that are wired.
func Test_the_list_of_formats_is_true(t *testing.T) {
	places := map[string]int{} // by format
	for _, f := range sumikeshi.NewInspector(sumikeshi.Options{}).Formats {
		if !strings.HasSuffix(reflect.TypeOf(f).PkgPath(), "/inspect/other") {
			places[f.Name()] = len(f.Places())
		}
	}
	var missing []string
	for _, a := range absent {
		if _, there := places[a[0]]; !there {
			missing = append(missing, a[1])
		}
	}
	var out strings.Builder
	out.WriteString("| 形式 · format | 見えないところ · hiding places | 公開用ファイル · copy |\n|---|--:|---|\n")
	for _, k := range kinds {
		if n, ok := places[k.name]; ok {
			fmt.Fprintf(&out, "| %s | %d | %s |\n", k.words, n, k.clean)
			delete(places, k.name)
		}
	}
	for name := range places {
		t.Errorf("no words for the format %s", name)
	}
	out.WriteString("| そのほか · anything else | | 未検査 · unread |\n\nまだ読めない形式 · not read yet: " + strings.Join(missing, "、") + "。\n")
	generated(t, "README.md", "formats", out.String())
}
