package ooxml

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// TestFill works formulas out that no program has worked out, and leaves alone what is uncertain, what would be different tomorrow, and
// what is meant to keep it busy.
func TestFill(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	put := func(cell string, v any) {
		t.Helper()
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	put("A1", 2)
	put("A2", "名簿")
	want := map[string]string{}
	var cells []inspect.Cell
	add := func(row int, formula, value string) {
		t.Helper()
		cell := inspect.Cell{Sheet: "Sheet1", Row: row, Col: 2}
		if err := f.SetCellFormula("Sheet1", cell.Ref(), formula); err != nil {
			t.Fatal(err)
		}
		cells, want[cell.Ref()] = append(cells, cell), value
	}
	for i, x := range [][2]string{
		{"A1*3", "n 6"},
		{"A2&A1", "str 名簿2"},
		{`A1&""`, "str 2"}, // a text of digits is no number
		{"A1>1", "b 1"},
		{"B3&B1", "str 26"},
		{"1/0", "e #DIV/0!"},
		{"B6+1", ""}, // reads an error
		{"TODAY()", ""},
		{"B8+1", ""},
		{"B11", ""}, // a circle
		{"B10", ""},
		{`INDIRECT("A1")`, ""},
		{`REPT("x",1E12)`, ""},
		{"NOSUCHFUNCTION(A1)", ""},
		{"SUM(A1:XFD1048576)", ""},
		{"SUM(Sheet1:Sheet1!A1)", ""},
		{"A9", "n 0"},
		{"0.1+0.2", "n 0.3"},
		{`IFERROR(VLOOKUP("x",A1:A2,1,FALSE),"なし")`, "str なし"},
		{`IF(A1>5,"x","")`, ""},
	} {
		add(i+1, x[0], x[1])
	}
	for row := 100; row < 3000; row++ { // each waits for the next, more than may wait
		add(row, fmt.Sprintf("B%d+1", row+1), "?")
	}
	var book, out bytes.Buffer
	if err := f.Write(&book); err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	filled, n, err := Fill(context.Background(), asSource(book.Bytes()), cells)
	if err != nil || n == 0 {
		t.Fatal(n, err)
	}
	if took := time.Since(begin); took > 2*calcTime {
		t.Errorf("it took %v", took)
	}
	if _, err := Rewrite(context.Background(), filled, nil, nil, &out); err != nil {
		t.Fatal(err)
	}
	sheet := sound(t, out.Bytes())["xl/worksheets/sheet1.xml"]
	for ref, v := range want {
		_, cell, _ := strings.Cut(sheet, `<c r="`+ref+`"`)
		cell, _, _ = strings.Cut(cell, "</c>")
		_, typ, ok := strings.Cut(cell, ` t="`)
		if typ, _, _ = strings.Cut(typ, `"`); !ok {
			typ = "n"
		}
		_, value, _ := strings.Cut(cell, "<v>")
		value = strings.TrimSuffix(value, "</v>")
		if got := typ + " " + value; v != "?" && (got != v && (v != "" || value != "")) {
			t.Errorf("%s: %q, want %q", ref, got, v)
		}
		if !strings.Contains(cell, "<f>") {
			t.Errorf("%s: the formula is gone", ref)
		}
	}
}
