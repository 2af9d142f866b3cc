package samples

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// passwords open the encrypted samples, by folder.
var passwords = map[string]string{"variants/default-password": "VelvetSweatshop", "variants/password": SamplePassword}

// TestCases_OpenElsewhere holds that an independent reader opens every workbook and sees the cells that a copy must still show.
func TestCases_OpenElsewhere(t *testing.T) {
	for _, c := range load(t) {
		if !strings.HasSuffix(c.File, ".xlsx") && !strings.HasSuffix(c.File, ".xlsm") {
			continue
		}
		t.Run(c.Dir+"/"+c.File, func(t *testing.T) {
			f, err := excelize.OpenFile(c.Path, excelize.Options{Password: passwords[c.Dir]})
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			if c.Clean == nil || c.Dir == "variants/utf16" { // excelize does not read UTF-16 parts
				return
			}
			for at, want := range c.Clean.Cells {
				sheet, cell, _ := strings.Cut(at, "!")
				got, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
				if formula, _ := f.GetCellFormula(sheet, cell); got == "" && formula != "" { // nobody calculated it before
					got, _ = f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
					got = map[string]string{"TRUE": "1", "": want}[got] + strings.TrimPrefix(got, "TRUE")
				}
				if err != nil || got != want {
					t.Errorf("%s is %q, not %q (%v)", at, got, want, err)
				}
			}
		})
	}
}

// TestRosterCases_Truth counts the people of the re-enacted roster, also as other programs saved it.
func TestRosterCases_Truth(t *testing.T) {
	tabs := map[string]string{"cases/hidden-roster": "作業", "cases/very-hidden-roster": "data", "cases/visible-source": "貼付用"}
	for _, c := range load(t) {
		tab := tabs[c.Dir]
		if tab == "" {
			continue
		}
		f, err := excelize.OpenFile(c.Path)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := f.GetRows(tab)
		if err != nil {
			t.Fatal(err)
		}
		people := map[string]bool{}
		for _, r := range rows[1:] {
			people[r[1]+r[6]] = true
		}
		if len(rows)-1 != rosterRows || len(people) != rosterPeople {
			t.Errorf("%s/%s: %d rows, %d people", c.Dir, c.File, len(rows)-1, len(people))
		}
		visible, err := f.GetSheetVisible(tab)
		if err != nil || visible != (c.Dir == "cases/visible-source") {
			t.Errorf("%s/%s: the tab's visibility is %v, %v", c.Dir, c.File, visible, err)
		}
		f.Close()
	}
}

// TestBigRoster holds that the benchmark's workbook is whole and as large as it says.
func TestBigRoster(t *testing.T) {
	const rows = 300
	var a, b bytes.Buffer
	if err := BigRoster(&a, rows); err != nil {
		t.Fatal(err)
	}
	if err := BigRoster(&b, rows); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two runs differ")
	}
	f, err := excelize.OpenReader(&a)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	list, err := f.GetRows("名簿")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, r := range list[1:] {
		for _, j := range []int{3, 4, 6, 7} {
			seen[r[j]] = true
		}
	}
	if len(list) != rows+1 || len(seen) != 4*rows || list[0][1] != "氏名" {
		t.Errorf("%d rows, %d texts of their own, head %q", len(list), len(seen), list[0])
	}
	if visible, _ := f.GetSheetVisible("名簿"); visible {
		t.Error("the roster is visible")
	}
}

// TestBigPDF holds that the benchmark's PDF file is the same whenever it is made, and has its pages and its boxes.
func TestBigPDF(t *testing.T) {
	for _, latin := range []bool{false, true} {
		a := BigPDF(3, latin)
		if !bytes.Equal(a, BigPDF(3, latin)) {
			t.Error("the same arguments give other bytes")
		}
		if n := bytes.Count(a, []byte("/Type /Page ")); n != 3 {
			t.Errorf("%d pages", n)
		}
	}
}
