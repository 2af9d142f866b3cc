package sumikeshi_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
)

// around looks around a location of a file of testdata.
func around(t *testing.T, path string, values bool, within []string, at inspect.Location) *inspect.View {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", filepath.FromSlash(path)))
	if err != nil {
		t.Fatal(err)
	}
	in := sumikeshi.NewInspector(sumikeshi.Options{ShowValues: values})
	v, err := in.Around(context.Background(), &inspect.Source{Name: "x", ReaderAt: bytes.NewReader(raw), Size: int64(len(raw))}, within, at)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func texts(v *inspect.View) string {
	var b strings.Builder
	for _, n := range v.Near {
		fmt.Fprintf(&b, "%s|%s\n", n.Where.Said.JA, n.Text)
	}
	return b.String()
}

func Test_what_stands_around_a_cell_is_masked_but_for_heads(t *testing.T) {
	at := inspect.Cell{Sheet: "作業", Row: 2, Col: 7}
	v := around(t, "cases/hidden-roster/book.xlsx", false, nil, at)
	got := texts(v)
	for _, want := range []string{"シート「作業」の G1|電話番号\n", "シート「作業」の G2|0●●\n", "シート「作業」の G5|0●●\n", "シート「作業」の D2|東●●\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q", want)
		}
	}
	for _, far := range []string{"090-9138-5029", "髙橋", "G6|", "B2|", "L2|", "集計"} {
		if strings.Contains(got, far) {
			t.Errorf("holds %q", far)
		}
	}
	if len(v.Tabs) != 3 || v.Tabs[0].Name != "集計" || v.Tabs[0].Hidden || v.Tabs[2].Name != "作業" || !v.Tabs[2].Hidden || v.Tabs[2].People != 1011 {
		t.Errorf("%+v", v.Tabs)
	}
	if shown := texts(around(t, "cases/hidden-roster/book.xlsx", true, nil, at)); !strings.Contains(shown, "G2|090-9138-5029\n") {
		t.Error("values are not shown when asked for")
	}
}

func Test_what_stands_around_other_places(t *testing.T) {
	v := around(t, "cases/word-tracked/report.docx", false, nil, inspect.Para{Part: "word/document.xml", N: 3})
	got := texts(v)
	if !strings.Contains(got, "1番目の段落|いじめ重大事態に関する調査報告（公表版）") || strings.Contains(got, "7番目") || len(v.Tabs) != 0 {
		t.Error(got)
	}
	for _, n := range v.Near {
		if n.Place != "" && !strings.Contains(n.Text, "●") {
			t.Errorf("%s is hidden and not masked", n.Place)
		}
	}
	in := around(t, "cases/csv-in-zip/files.zip", false, nil, inspect.Line{Line: 2, Col: 1})
	if len(in.Near) != 0 {
		t.Error("a line of a file inside is taken for one of the file:", texts(in))
	}
	page := around(t, "cases/pdf-patients/chromium.pdf", false, nil, inspect.Page{Page: 1})
	if got := texts(page); !strings.Contains(got, "●●") || len(page.Near) < 20 {
		t.Error(got)
	}
	if none := around(t, "cases/pdf-patients/chromium.pdf", false, nil, inspect.Page{Page: 9}); len(none.Near) != 0 || none.Tabs == nil {
		t.Error(texts(none))
	}
}
