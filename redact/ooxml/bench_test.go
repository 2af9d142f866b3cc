package ooxml

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// bigBook is a roster of rows with shared strings, and a summary of as many formulas.
func bigBook(t testing.TB, rows int) (book []byte, sheet int) {
	t.Helper()
	var roster, summary strings.Builder
	roster.WriteString("<sheetData>")
	summary.WriteString("<sheetData>")
	for r := 1; r <= rows; r++ {
		fmt.Fprintf(&roster, `<row r="%d">`, r)
		for c := range 8 {
			fmt.Fprintf(&roster, `<c r="%c%d" s="1" t="s"><v>%d</v></c>`, 'A'+c, r, 8*r+c)
		}
		roster.WriteString("</row>")
		fmt.Fprintf(&summary, `<row r="%d"><c r="A%d"><f>COUNTIF(名簿!$A$1:$A$%d,B%d)</f><v>%d</v></c><c r="B%d" t="s"><v>%d</v></c></row>`, r, r, r, r, r, r, r)
	}
	roster.WriteString("</sheetData>")
	summary.WriteString("</sheetData>")
	d := draft{sheets: []string{"集計", "", summary.String(), "一覧", "", roster.String(), "名簿", `state="hidden"`, roster.String()}}
	for i := range 8*rows + 8 {
		d.strings = append(d.strings, fmt.Sprintf("<t>文字列 %d 号</t>", i))
	}
	return d.bytes(t), roster.Len()
}

// BenchmarkDropSheet drops a hidden roster that a summary counts.
func BenchmarkDropSheet(b *testing.B) {
	book, _ := bigBook(b, 20_000)
	for b.Loop() {
		if _, err := Rewrite(context.Background(), asSource(book), []inspect.Fix{inspect.DropSheet{Part: "xl/worksheets/sheet3.xml"}}, nil, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkScan reads sheets without a change to them.
func BenchmarkScan(b *testing.B) {
	book, size := bigBook(b, 20_000)
	b.SetBytes(int64(2*size + size/4))
	for b.Loop() {
		if _, err := Rewrite(context.Background(), asSource(book), []inspect.Fix{inspect.DropSheet{Part: "xl/worksheets/sheet1.xml"}}, nil, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

// TestRewrite_large checks parts that pass the buffers many times over.
func TestRewrite_large(t *testing.T) {
	if testing.Short() {
		t.Skip("a short run")
	}
	book, _ := bigBook(t, 60_000)
	var out bytes.Buffer
	notes, err := Rewrite(context.Background(), asSource(book), []inspect.Fix{inspect.DropSheet{Part: "xl/worksheets/sheet3.xml"}}, nil, &out)
	if err != nil {
		t.Fatal(err)
	}
	parts := sound(t, out.Bytes())
	if notes.Frozen != 60_000 || strings.Contains(parts["xl/worksheets/sheet1.xml"], "<f>") {
		t.Errorf("%d formulas frozen", notes.Frozen)
	}
}
