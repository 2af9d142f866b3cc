package sml

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A log is everything that a scan tells, in words.
type log struct{ lines []string }

func (l *log) say(format string, args ...any) {
	l.lines = append(l.lines, fmt.Sprintf(format, args...))
}
func (l *log) Columns(c Columns) error          { l.say("columns %+v", c); return nil }
func (l *log) Row(r Row) error                  { l.say("row %+v", r); return nil }
func (l *log) Cell(c *Cell) error               { l.say("cell %+q", fmt.Sprintf("%+v", *normal(c))); return nil }
func (l *log) Element(s *xmlscan.Scanner) error { l.say("element %s", s.LocalBytes()); return nil }

// normal returns the cell with nil for what is empty.
func normal(c *Cell) *Cell {
	n := *c
	n.Value, n.Formula, n.Phonetic = append([]byte(nil), c.Value...), append([]byte(nil), c.Formula...), append([]byte(nil), c.Phonetic...)
	return &n
}

// sheetLog scans a sheet, with or without the short cut for plain cells.
func sheetLog(part string, thorough bool) ([]string, error) {
	var l log
	sc := sheetScan{s: xmlscan.New(context.Background(), strings.NewReader(part)), v: &l, thorough: thorough}
	err := sc.run()
	return l.lines, err
}

func stringLog(part string, thorough bool) ([]string, error) {
	var lines []string
	sc := stringScan{s: xmlscan.New(context.Background(), strings.NewReader(part)), str: String{ID: -1}, thorough: thorough}
	sc.fn = func(s *String) error {
		lines = append(lines, fmt.Sprintf("%d %q %q", s.ID, s.Text, s.Phonetic))
		return nil
	}
	err := sc.run()
	return lines, err
}

var plainSheets = []string{
	sheetXML,
	`<worksheet><sheetData><row r="1" spans="1:8"><c r="A1"><v>1</v></c><c r="B1" s="5" t="s"><v>12</v></c><c r="XFD1" t="str"><f>A1+1</f><v>山田 太郎</v></c></row><row r="2"><c r="A2" s="1"/><c t="b"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c></row></sheetData></worksheet>`,
	`<worksheet><row r="9"><c r="A9" s="1" s="2"><v>1</v></c></row></worksheet>`,
	`<worksheet><row r="9"><c r="A9"><v>a]]></v></c></row></worksheet>`,
	`<worksheet><row><c><f>A1&amp;B1</f><v>&lt;</v></c><c r="a1"><v>1</v></c><c r="ABCD1"><v>1</v></c><c r="A0"><v>2</v></c><c s="12345678901"/><c t="zz"><v>3</v></c></row></worksheet>`,
	`<worksheet xmlns:x14ac="u"><row r="3" x14ac:dyDescent="0.15" ht="12.5" customHeight="1"><c r="A3" t="inlineStr"><is><t>x</t></is></c></row><row r="4" x14ac:dyDescent="0.15" hidden="1"><c><v>1</v></c></row><row hidden="0" r="7"><c><v>2</v></c></row></worksheet>`,
	`<worksheet><row r="3"><c><v>1</v></c></row><row r="4" x14ac:dyDescent="0.15"><c><v>1</v></c></row></worksheet>`,
	`<worksheet><row r="3"><c><v>1</v></c></row><row r="4" r="4"><c><v>1</v></c></row></worksheet>`,
	`<x:worksheet xmlns:x="u"><x:row><c><v>1</v></c></x:row></x:worksheet>`,
	`<worksheet><row><c><v>1</v></c></row></worksheet></row><row r="5">`, `<row></row><row>`, `<row><c/></row><row>`,
	"<worksheet><row>\n<c><v>1</v></c>\n </row> \n<row ht=\"x\">\r\n<c ><v>1\r\n</v></c></row></worksheet>",
}

// What is read as plain is what the scanner would have read, error for error.
func FuzzPlainSheet(f *testing.F) {
	for _, s := range plainSheets {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, part string) {
		got, err := sheetLog(part, false)
		want, wantErr := sheetLog(part, true)
		if (err == nil) != (wantErr == nil) {
			t.Fatalf("error %v, without the short cut %v", err, wantErr)
		}
		if err == nil && !slices.Equal(got, want) || len(got) > len(want) || !slices.Equal(got, want[:len(got)]) {
			t.Fatalf("got\n%s\nwithout the short cut\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}

var plainStrings = []string{
	`<sst count="2"><si><t>山田</t></si><si><t xml:space="preserve"> a </t></si><si><t/></si><si/><si><t>a&amp;b</t></si><si><r><t>x</t></r><r><t>y</t></r></si></sst>`,
	`<sst><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>b</t></si></sst>`,
	`<sst><si><t>]]></t></si></sst>`, `<sst><si><t>a</t></si>`, `<sst><si><t>a</t></si></si></sst>`, `<x:sst xmlns:x="u"><si><t>a</t></si></x:sst>`,
	"<sst>\n<si><t>a\r\nb</t></si><si><t>c</t></si><!-- --><si><t>d</t></si></sst>",
}

// The strings are those that the scanner alone, and encoding/xml, would have read.
func FuzzPlainStrings(f *testing.F) {
	for _, s := range plainStrings {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, part string) {
		got, err := stringLog(part, false)
		want, wantErr := stringLog(part, true)
		if (err == nil) != (wantErr == nil) {
			t.Fatalf("error %v, without the short cut %v", err, wantErr)
		}
		if len(got) > len(want) || !slices.Equal(got, want[:len(got)]) || err == nil && len(got) != len(want) {
			t.Fatalf("got\n%s\nwithout the short cut\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	})
}

// The same sheets, cell by cell, as encoding/xml reads them.
func TestPlain_oracle(t *testing.T) {
	for _, part := range plainSheets {
		got, err := sheetLog(part, false)
		want, wantErr := oracleCells(part)
		if err != nil || wantErr != nil {
			continue
		}
		n := 0
		for _, line := range got {
			if strings.HasPrefix(line, "cell ") {
				n++
			}
		}
		if n != len(want) {
			t.Errorf("%d cells, encoding/xml reads %d of %s", n, len(want), part)
		}
	}
}

// Values and strings of a sheet as a million-row roster has them are what encoding/xml reads, over the edges of the window too.
func TestPlain_large(t *testing.T) {
	var sheet, sst strings.Builder
	sheet.WriteString(`<worksheet><sheetData>`)
	sst.WriteString(`<sst>`)
	for i := range 20_000 {
		fmt.Fprintf(&sheet, `<row r="%[1]d" spans="1:3"><c r="A%[1]d"><v>%[2]d</v></c><c r="B%[1]d" s="%[3]d" t="s"><v>%[2]d</v></c><c r="C%[1]d" t="str"><f>A%[1]d</f><v>値%[2]d</v></c></row>`, i+1, i*7, i%9)
		fmt.Fprintf(&sst, `<si><t>佐藤 %d</t></si>`, i)
		if i%1000 == 0 {
			sst.WriteString(`<si><t>A&amp;B</t></si>`)
		}
	}
	sheet.WriteString(`</sheetData></worksheet>`)
	sst.WriteString(`</sst>`)
	var got values
	if err := ScanSheet(context.Background(), strings.NewReader(sheet.String()), &got); err != nil {
		t.Fatal(err)
	}
	want, err := oracleCells(sheet.String())
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%d values, encoding/xml reads %d, or others (%v)", len(got), len(want), err)
	}
	var texts []string
	err = ScanStrings(context.Background(), strings.NewReader(sst.String()), func(s *String) error {
		texts = append(texts, string(s.Text))
		return nil
	})
	var parsed struct {
		SI []struct {
			T string `xml:"t"`
		} `xml:"si"`
	}
	if err2 := xml.Unmarshal([]byte(sst.String()), &parsed); err != nil || err2 != nil || len(parsed.SI) != len(texts) {
		t.Fatalf("%d strings, encoding/xml reads %d (%v, %v)", len(texts), len(parsed.SI), err, err2)
	}
	for i, si := range parsed.SI {
		if si.T != texts[i] {
			t.Fatalf("string %d is %q, encoding/xml reads %q", i, texts[i], si.T)
		}
	}
}

// values are the cells' values in order.
type values []string

func (v *values) Columns(Columns) error          { return nil }
func (v *values) Row(Row) error                  { return nil }
func (v *values) Cell(c *Cell) error             { *v = append(*v, string(c.Value)); return nil }
func (v *values) Element(*xmlscan.Scanner) error { return nil }

// oracleCells reads the values of cells that are not inside of another one.
func oracleCells(part string) ([]string, error) {
	d := xml.NewDecoder(strings.NewReader(part))
	var cells []string
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return cells, nil
		}
		if err != nil {
			return nil, err
		}
		if el, ok := tok.(xml.StartElement); ok && el.Name.Local == "c" {
			var c struct {
				V  string `xml:"v"`
				IS string `xml:"is>t"`
			}
			if err := d.DecodeElement(&c, &el); err != nil {
				return nil, err
			}
			cells = append(cells, c.V+c.IS)
		}
	}
}

// Every character, wherever it stands among others: eight bytes at a time must come to what one at a time does.
func Test_plainLen(t *testing.T) {
	for _, filler := range []byte{'a', 0x3f, 0x80, 0xff, 0} {
		for at := range 20 {
			for c := range 256 {
				b := bytes.Repeat([]byte{filler}, 20)
				b[at] = byte(c)
				want := len(b)
				if needsLook[c] {
					want = at
				}
				if got := plainLen(b); got != want {
					t.Fatalf("%q: %d, want %d", b, got, want)
				}
			}
		}
	}
}
