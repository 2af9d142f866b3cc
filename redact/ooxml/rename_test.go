package ooxml

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// TestRenameSheet renames the tabs of a workbook that uses their names wherever it can, and opens it with other readers: what they
// calculate anew is what stood there.
func TestRenameSheet(t *testing.T) {
	book, err := os.ReadFile("../../testdata/variants/people-tabs/book.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	before, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer before.Close()
	fixes := []inspect.Fix{
		inspect.RenameSheet{Part: "xl/worksheets/sheet2.xml", Name: "甲"}, inspect.RenameSheet{Part: "xl/worksheets/sheet3.xml", Name: "●'● (2)"},
	}
	var out, again bytes.Buffer
	for _, w := range []*bytes.Buffer{&out, &again} {
		if _, err := Rewrite(context.Background(), asSource(book), fixes, nil, w); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("two copies differ")
	}
	for _, old := range before.GetSheetList()[1:] {
		parts, _ := clean(t, book, nil, fixes...)
		gone(t, parts, old)
	}
	after, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer after.Close()
	if got := after.GetSheetList(); !slices.Equal(got, []string{"集計", "甲", "●'● (2)"}) {
		t.Errorf("%q", got)
	}
	for cell, want := range map[string]string{"B2": "16", "B6": "12"} {
		if got, err := after.CalcCellValue("集計", cell); err != nil || got != want {
			t.Errorf("%s: %q, %v", cell, got, err)
		}
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "copy.xlsx"), out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Run("openpyxl", func(t *testing.T) { openWithPython(t, dir) })
	t.Run("LibreOffice", func(t *testing.T) {
		calculates(t, dir, "計1,16\n", "計2,9\n", "計3,3\n", "計4,見る\n", "計5,12\n")
	})
}

// calculates lets LibreOffice work a workbook out and looks for lines of its first tab.
func calculates(t *testing.T, dir string, lines ...string) {
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("no LibreOffice, or a short run")
	}
	args := []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", dir, filepath.Join(dir, "copy.xlsx")}
	if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	text, err := os.ReadFile(filepath.Join(dir, "copy.csv"))
	for _, line := range lines {
		if err != nil || !strings.Contains(string(text), line) {
			t.Errorf("no %q, %v", line, err)
		}
	}
}
