package sml

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A recorder writes down what a scan tells.
type recorder struct {
	cells []string
	rows  []Row
	cols  []Columns
	stop  int // after so many cells; 0 never
}

func (r *recorder) Columns(c Columns) error { r.cols = append(r.cols, c); return nil }
func (r *recorder) Row(row Row) error       { r.rows = append(r.rows, row); return nil }
func (r *recorder) Cell(c *Cell) error {
	r.cells = append(r.cells, fmt.Sprintf("%d,%d %s %q f=%q %s", c.Row, c.Col, c.Type, c.Value, c.Formula, c.FormulaType))
	if r.stop > 0 && len(r.cells) >= r.stop {
		return ErrStop
	}
	return nil
}
func (r *recorder) Element(*xmlscan.Scanner) error { return nil }

const sheetXML = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<cols><col min="2" max="3" width="0" hidden="1"/></cols><sheetData>
<row r="3" hidden="true"><c r="B3" t="s" s="4"><v>7</v></c><c r="D3" t="inlineStr"><is><t>山田</t><rPh sb="0" eb="2"><t>ヤマダ</t></rPh></is></c></row>
<row><c><v>1.5</v></c><c t="str"><f>A1&amp;"x"</f><v>a&lt;b</v></c><c><f t="shared" ref="C4:C9" si="0">B4*2</f></c><c s="1"/></row>
</sheetData></worksheet>`

func TestScanSheet(t *testing.T) {
	var r recorder
	if err := ScanSheet(context.Background(), strings.NewReader(sheetXML), &r); err != nil {
		t.Fatal(err)
	}
	want := []string{
		`3,2 s "7" f="" `, `3,4 inlineStr "山田" f="" `,
		`4,1 n "1.5" f="" `, `4,2 str "a<b" f="A1&\"x\"" `, `4,3 n "" f="B4*2" shared`, `4,4 n "" f="" `,
	}
	if got := strings.Join(r.cells, "\n"); got != strings.Join(want, "\n") {
		t.Errorf("cells:\n%s\nwant:\n%s", got, strings.Join(want, "\n"))
	}
	if len(r.rows) != 2 || !r.rows[0].Hidden || r.rows[1].N != 4 || r.rows[1].Hidden {
		t.Errorf("rows = %+v", r.rows)
	}
	if len(r.cols) != 1 || r.cols[0].Min != 2 || r.cols[0].Max != 3 || !r.cols[0].Hidden || r.cols[0].Width != 0 {
		t.Errorf("columns = %+v", r.cols)
	}
}

func TestScanSheet_stop(t *testing.T) {
	r := recorder{stop: 1}
	if err := ScanSheet(context.Background(), strings.NewReader(sheetXML+"<broken"), &r); err != nil || len(r.cells) != 1 {
		t.Errorf("%d cells, error %v; want 1 and none", len(r.cells), err)
	}
	if err := ScanSheet(context.Background(), strings.NewReader(sheetXML[:200]), &recorder{}); err == nil {
		t.Error("a sheet that is cut off was read without an error")
	}
}

func TestScanStrings(t *testing.T) {
	const part = `<sst><si><t>山田</t></si><si><r><t>東</t></r><r><rPr><b/></rPr><t>京</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si/></sst>`
	var got []string
	err := ScanStrings(context.Background(), strings.NewReader(part), func(s *String) error {
		got = append(got, fmt.Sprintf("%d %s %s", s.ID, s.Text, s.Phonetic))
		return nil
	})
	if want := "0 山田 |1 東京 トウキョウ|2  "; err != nil || strings.Join(got, "|") != want {
		t.Errorf("strings = %q, error %v; want %q", strings.Join(got, "|"), err, want)
	}
}

func TestParseRef(t *testing.T) {
	tests := []struct {
		ref      string
		row, col int
		ok       bool
	}{
		{"A1", 1, 1, true},
		{"AB12", 12, 28, true},
		{"XFD1048576", 1048576, 16384, true},
		{"b7", 7, 2, true},
		{"", 0, 0, false},
		{"7", 0, 0, false},
		{"A", 0, 0, false},
		{"A0", 0, 0, false},
		{"AAAA1", 0, 0, false},
		{"A1:B2", 0, 0, false},
	}
	for _, tt := range tests {
		row, col, ok := ParseRef([]byte(tt.ref))
		if ok != tt.ok || ok && (row != tt.row || col != tt.col) {
			t.Errorf("ParseRef(%q) = %d, %d, %v; want %d, %d, %v", tt.ref, row, col, ok, tt.row, tt.col, tt.ok)
		}
	}
}

func Test_colours_that_number_formats_name(t *testing.T) {
	tests := []struct{ code, text, number string }{
		{"[White]@", "White", "White"},
		{"0;-0;0;[Color2]@", "Color2", ""},
		{"[白]0;[赤]-0;0;@", "", "白"},
		{`"[White]"0;_[White]0`, "", ""},
		{"[>=100][Color 56]0;0", "", "Color 56"},
		{"[Color57]0", "", ""},
		{"[h]:mm", "", ""},
	}
	for _, tt := range tests {
		if f := ParseNumberFormat(tt.code); f.textInk != tt.text || f.ink != tt.number {
			t.Errorf("%s: texts in %q, numbers in %q; want %q, %q", tt.code, f.textInk, f.ink, tt.text, tt.number)
		}
	}
	if i, ok := inkIndex("Color2"); !ok || defaultIndexed()[i] != (Color{255, 255, 255}) {
		t.Error("Color2 is not white")
	}
}

func TestParseNumberFormat(t *testing.T) {
	tests := []struct {
		code   string
		hidden string // which of 5, -5, 1234 and text (T) show nothing
	}{
		{"General", ""},
		{"", ""},
		{";;;", "5 -5 1234 T"},
		{`"";"";""`, "5 -5 1234"},
		{`"";"";"";""`, "5 -5 1234 T"},
		{`""`, "5 -5 1234"},
		{`;;;@`, "5 -5 1234"},
		{`@`, ""},
		{"0;-0;;@", ""}, // only blanks zeros
		{"0;;0", "-5"},
		{"[Red];[Blue];;", "5 -5 1234 T"},
		{`#,##0;"△"#,##0`, ""},
		{";;", "5 -5 1234"},
		{`_ ;* ;;\ `, "5 -5 1234 T"},
		{`[$-411]ggge"年"m"月"d"日"`, ""},
		{`[=5]"";0`, "5"},
		{`[>100]"";General`, "1234"},
		{`[<0]0;[>=1000]0;""`, "5"},
		{"[h]", ""},
		{"[$¥-411]", ""},
		{"[DBNum3]", ""},
		{`0;-0;0;"非公開"`, "T"}, // words in its place
		{`0;-0;0;"@"`, "T"},
		{`0;-0;0;"氏名 "@`, ""},
		{"General;General;General;General", ""},
	}
	for _, tt := range tests {
		f := ParseNumberFormat(tt.code)
		var got []string
		for _, v := range []float64{5, -5, 1234} {
			if f.HidesNumber(v) {
				got = append(got, fmt.Sprint(v))
			}
		}
		if f.HidesText {
			got = append(got, "T")
		}
		if s := strings.Join(got, " "); s != tt.hidden || f.hides() != (s != "") || f.HidesNumber(0) {
			t.Errorf("ParseNumberFormat(%q) hides %q, want %q (%+v)", tt.code, s, tt.hidden, f)
		}
	}
}

func TestReadStyles(t *testing.T) {
	const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode=";;;"/><numFmt numFmtId="171" formatCode="yyyy/m/d"/></numFmts>
<fonts><font><sz val="11"/></font><font><color rgb="FFFFFFFF"/></font><font><color theme="0" tint="-0.05"/></font><font><color indexed="8"/></font>
<font><sz val="2"/></font><font><sz val="2"/><name val="Code39"/></font><font><color rgb="FFFFFF00"/></font><font><color indexed="10"/></font></fonts>
<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF000000"/><bgColor indexed="64"/></patternFill></fill>
<fill><patternFill patternType="darkGray"/></fill><fill><gradientFill><stop position="0"><color rgb="FFFFFFFF"/></stop><stop position="1"><color rgb="FF000000"/></stop></gradientFill></fill></fills>
<cellStyleXfs><xf numFmtId="170" fontId="1" fillId="0"/></cellStyleXfs>
<cellXfs><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="170" fontId="0" fillId="0"/><xf numFmtId="0" fontId="1" fillId="0"/><xf numFmtId="0" fontId="1" fillId="1"/>
<xf numFmtId="0" fontId="2" fillId="0"/><xf numFmtId="0" fontId="3" fillId="1"/><xf numFmtId="171"/><xf fontId="4"/><xf fontId="5"/><xf fontId="6"/><xf fontId="7"/>
<xf xfId="0"/><xf fontId="1" fillId="2"/><xf fontId="1" fillId="3"/></cellXfs>
<dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf><dxf><font><b/></font><border><left><color rgb="FF000000"/></left></border></dxf>
<dxf><font><color rgb="FF101010"/></font><fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill></dxf><dxf><numFmt numFmtId="172" formatCode=";;;"/></dxf></dxfs>
<colors><indexedColors><rgbColor rgb="00000000"/><rgbColor rgb="00FFFFFF"/><rgbColor/><rgbColor/><rgbColor/><rgbColor/><rgbColor/><rgbColor/><rgbColor/><rgbColor/><rgbColor rgb="00FEFEFE"/></indexedColors></colors></styleSheet>`
	st, err := ReadStyles(context.Background(), strings.NewReader(styles), nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []Look{
		0, Blank, SameColor, 0, SameColor, SameColor | Blacked, 0, Tiny,
		0,                 // a bar code
		0,                 // yellow on white is read
		SameColor,         // in the workbook's own palette
		SameColor | Blank, // from its cell style
		0,                 // on a dense pattern
		0,                 // on a gradient
	} {
		if got := st.Format(i).Look; got != want {
			t.Errorf("format %d looks %b, want %b (%+v)", i, got, want, st.Format(i))
		}
	}
	if !st.Format(1).Number.HidesText || st.Format(0).Number.HidesText {
		t.Error(";;; is not resolved")
	}
	if !st.Format(6).Date || st.Format(0).Date {
		t.Error("the date format is not resolved")
	}
	if st.Format(99).Look != 0 || (*Styles)(nil).Format(0).Look != 0 {
		t.Error("a format that is not there hides its text")
	}
	for i, want := range []struct{ hides, paints, numbers bool }{{true, true, false}, {false, false, false}, {true, true, false}, {false, false, true}} {
		x, ok := st.Dxf(i)
		if !ok || x.Hides(st.Format(0)) != want.hides || x.Paints() != want.paints || x.Numbers != want.numbers {
			t.Errorf("differential format %d = %+v, want %+v", i, x, want)
		}
	}
}

// What the scan tells of a sheet is what encoding/xml tells.
func FuzzScanSheet(f *testing.F) {
	f.Add(sheetXML)
	f.Add(`<a><row r="1"><c r="A1" t="s"><v>0</v></c></row></a>`)
	f.Add(`<x:worksheet xmlns:x="u"><x:row><x:c><x:v><![CDATA[1]]></x:v></x:c></x:row></x:worksheet>`)
	f.Fuzz(func(t *testing.T, part string) {
		var r recorder
		if err := ScanSheet(context.Background(), strings.NewReader(part), &r); err != nil {
			return
		}
		cells, err := countCells(part)
		if err == nil && cells != len(r.cells) {
			t.Errorf("%d cells, encoding/xml sees %d", len(r.cells), cells)
		}
	})
}

// countCells counts the cells that are not inside another one.
func countCells(part string) (int, error) {
	d := xml.NewDecoder(strings.NewReader(part))
	d.Strict = true
	n, inside := 0, 0
	for {
		tok, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return n, nil
		}
		if err != nil {
			return 0, err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if tok.Name.Local == "c" || inside > 0 {
				if inside == 0 {
					n++
				}
				inside++
			}
		case xml.EndElement:
			if inside > 0 {
				inside--
			}
		}
	}
}
