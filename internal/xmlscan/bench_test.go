package xmlscan

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"testing"
)

// sheet makes the XML of a worksheet as Excel writes it: shared strings, numbers, and a formula in every eighth cell.
func sheet(rows int) []byte {
	b := []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\r\n" +
		`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData>`)
	for r := 1; r <= rows; r++ {
		b = fmt.Appendf(b, `<row r="%d" spans="1:8">`, r)
		for c := range 8 {
			switch {
			case c == 7:
				b = fmt.Appendf(b, `<c r="%c%d" s="2"><f>SUM(A%d:G%d)</f><v>%d</v></c>`, 'A'+c, r, r, r, r*7)
			case c%2 == 0:
				b = fmt.Appendf(b, `<c r="%c%d" s="1" t="s"><v>%d</v></c>`, 'A'+c, r, r*8+c)
			default:
				b = fmt.Appendf(b, `<c r="%c%d"><v>%d</v></c>`, 'A'+c, r, r%997)
			}
		}
		b = append(b, "</row>"...)
	}
	return append(b, `</sheetData></worksheet>`...)
}

// sharedStrings makes the XML of a string table in Japanese.
func sharedStrings(n int) []byte {
	b := []byte(`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`)
	for i := range n {
		b = fmt.Appendf(b, `<si><t>見本県例示市架空町%d丁目&amp;番地</t><phoneticPr fontId="1"/></si>`, i)
	}
	return append(b, "</sst>"...)
}

func benchmark(b *testing.B, doc []byte, run func(r io.Reader) error) {
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	for b.Loop() {
		if err := run(bytes.NewReader(doc)); err != nil {
			b.Fatal(err)
		}
	}
}

func scanAll(r io.Reader) error {
	s := New(context.Background(), r)
	for s.Next() {
		if s.Kind() == Start && s.Is("c") {
			s.Attr("r")
		}
	}
	return s.Err()
}

func BenchmarkScan(b *testing.B) {
	b.Run("sheet", func(b *testing.B) { benchmark(b, sheet(50_000), scanAll) })
	b.Run("strings", func(b *testing.B) { benchmark(b, sharedStrings(200_000), scanAll) })
	b.Run("sheet_encoding_xml", func(b *testing.B) {
		benchmark(b, sheet(5_000), func(r io.Reader) error {
			for d := xml.NewDecoder(r); ; {
				if _, err := d.RawToken(); err != nil {
					if err == io.EOF {
						return nil
					}
					return err
				}
			}
		})
	})
}

func BenchmarkRewrite(b *testing.B) {
	run := func(edit func(s *Scanner, out *Out) error) func(io.Reader) error {
		return func(r io.Reader) error { return Rewrite(context.Background(), r, io.Discard, edit) }
	}
	b.Run("keep", func(b *testing.B) {
		benchmark(b, sheet(50_000), run(func(*Scanner, *Out) error { return nil }))
	})
	b.Run("drop_formulas", func(b *testing.B) {
		benchmark(b, sheet(50_000), run(func(s *Scanner, out *Out) error {
			if s.Kind() == Start && s.Is("f") {
				out.Drop()
			}
			return nil
		}))
	})
}
