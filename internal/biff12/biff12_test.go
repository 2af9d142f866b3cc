package biff12

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
)

func records(list ...[]byte) []byte { return bytes.Join(list, nil) }

func record(kind int, data ...[]byte) []byte { return appendRecord(nil, kind, bytes.Join(data, nil)) }

func u32(list ...uint32) (b []byte) {
	for _, v := range list {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	return b
}

func read(t *testing.T, p *Part) string {
	t.Helper()
	out, err := io.ReadAll(p)
	if err != nil {
		t.Fatal(err)
	}
	_, xml, _ := strings.Cut(string(out), ">")
	return xml
}

var header = record(brtRowHdr, u32(4, 0), []byte{0x2c, 1, 0, 0x13, 0}, u32(0))

func Test_cells(t *testing.T) {
	cell := u32(27, 0)
	tests := []struct {
		rec  []byte
		want string
	}{
		{record(brtCellRk, cell, u32(7<<2|2)), "<c r=\"AB5\" s=\"0\"><v>7</v></c>"},
		{record(brtCellRk, cell, u32(1250<<2|3)), "<v>12.5</v>"},
		{record(brtCellReal, cell, []byte{0, 0, 0, 0, 0, 0, 0xf8, 0x3f}), "<v>1.5</v>"},
		{record(brtCellIsst, cell, u32(3)), "t=\"s\"><v>3</v>"},
		{record(brtCellSt, cell, appendText(nil, "山川<")), "t=\"str\"><v>山川&lt;</v>"},
		{record(brtCellBool, cell, []byte{1}), "t=\"b\"><v>1</v>"},
		{record(brtCellError, cell, []byte{0x17}), "<v>#REF!</v>"},
		{record(brtCellRString, cell, []byte{2}, appendText(nil, "花"), appendText(nil, "ハナ")), "<t>花</t><rPh sb=\"0\" eb=\"1\"><t>ハナ</t></rPh>"},
		{record(brtFmlaString, cell, appendText(nil, "x"), []byte{0, 0}, u32(7), []byte{0x17, 2, 0, 'a', 0, 'b', 0}, u32(0)), "<v>x</v><f>&#34;ab&#34;</f>"},
	}
	for _, test := range tests {
		p := (&Book{}).Sheet(bytes.NewReader(records(record(145), header, test.rec, record(brtEndSheetData))))
		got := read(t, p)
		if !strings.Contains(got, test.want) || !strings.HasPrefix(got, "<row r=\"5\" ht=\"15\" hidden=\"1\" outlineLevel=\"3\">") || p.Strange {
			t.Errorf("%s, want %s (strange: %v)", got, test.want, p.Strange)
		}
	}
}

func Test_strange(t *testing.T) {
	text := appendText(nil, "山川")
	tests := []struct {
		name    string
		rec     []byte
		strange bool
	}{
		{"an unknown record with a text", record(900, text), true},
		{"an unknown record with a text at an odd place", record(900, []byte{7}, text), true},
		{"an unknown record without a text", record(900, u32(1, 0x80000000, 2)), false},
		{"a known one with a text of the program", record(brtDrawing, text), false},
		{"a validation", record(64, text), true},
		{"a formula with an unknown token", records(header, record(brtFmlaBool, u32(0, 0), []byte{1, 0, 0}, u32(1), []byte{0x7f}, u32(0))), true},
		{"what a later version added", records(record(brtFRTBegin, u32(0)), record(brtCellBlank, []byte{1}), record(brtFRTEnd)), false},
		{"a text that a later version added", records(record(brtFRTBegin, u32(0)), record(brtCellBlank, text), record(brtFRTEnd)), true},
	}
	for _, test := range tests {
		p := (&Book{}).Sheet(bytes.NewReader(test.rec))
		if read(t, p); p.Strange != test.strange {
			t.Errorf("%s: %v", test.name, p.Strange)
		}
	}
}

func Test_damage(t *testing.T) {
	for name, data := range map[string][]byte{
		"no size":                 {0x81, 0x01},
		"cut off":                 {0x13, 0x10, 1, 2},
		"a cell without a row":    record(brtCellBlank, u32(0, 0)),
		"a cell without a column": records(header, record(brtCellRk, []byte{1})),
		"a text beyond the end":   records(header, record(brtCellSt, u32(0, 0, 1<<30))),
	} {
		if _, err := io.ReadAll((&Book{}).Sheet(bytes.NewReader(data))); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	big := append([]byte{1}, 0xff, 0xff, 0xff, 0x7f)
	if _, err := io.ReadAll((&Book{}).Sheet(bytes.NewReader(big))); err == nil || errors.Is(err, ErrDamaged) {
		t.Errorf("a record beyond all bounds: %v", err)
	}
}

func Test_without(t *testing.T) {
	page := record(brtPageSetup, u32(9), appendText(nil, "rId1"))
	path := records(record(brtACBegin, u32(1)), record(brtAbsPath, appendText(nil, "C:\\x")), record(brtACEnd))
	other := records(record(brtACBegin, u32(2)), record(2000, u32(5)), record(brtACEnd))
	all := records(record(129), path, other, page, record(brtLegacyDrawing, appendText(nil, "rId2")), record(130))
	tests := []struct {
		ids  map[string]bool
		path bool
		want []byte
	}{
		{nil, false, all},
		{nil, true, records(record(129), other, page, record(brtLegacyDrawing, appendText(nil, "rId2")), record(130))},
		{map[string]bool{"rId1": true, "rId2": true}, false, records(record(129), path, other, record(brtPageSetup, u32(9, null)), record(130))},
	}
	for i, test := range tests {
		var out bytes.Buffer
		if err := Without(bytes.NewReader(all), &out, test.ids, test.path); err != nil || !bytes.Equal(out.Bytes(), test.want) {
			t.Errorf("%d: %x, want %x: %v", i, out.Bytes(), test.want, err)
		}
	}
	needs := record(639, appendText(nil, "rId1"))
	if err := Without(bytes.NewReader(needs), io.Discard, map[string]bool{"rId1": true}, false); !errors.Is(err, ErrReferred) {
		t.Errorf("an object without its file: %v", err)
	}
}

func Test_texts(t *testing.T) {
	got := read(t, Texts(bytes.NewReader(record(538, []byte{1, 2}, appendText(nil, "PWD=x"), u32(9), appendText(nil, "山川")))))
	if want := "<t>PWD=x</t><t>山川</t></texts>"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// Whatever the records say, reading ends, and what comes out is not out of proportion to what goes in.
func FuzzParts(f *testing.F) {
	for _, name := range []string{"xlsb-source", "xlsb-traces"} {
		if data, err := os.ReadFile("../../testdata/variants/" + name + "/book.xlsb"); err == nil {
			f.Add(data)
		}
	}
	f.Add(records(record(145), header, record(brtFmlaString, u32(1, 0), appendText(nil, "x"), []byte{0, 0}, u32(15), []byte{0x3B, 0, 0}, u32(1, 8), []byte{0, 0, 0, 0}, u32(0))))
	f.Add(records(record(brtName, u32(0), []byte{0}, u32(null), appendText(nil, "n"), u32(0, 0, null)), record(brtFont, make([]byte, 24))))
	f.Fuzz(func(t *testing.T, data []byte) {
		book, err := ReadBook(bytes.NewReader(data))
		if err != nil {
			book = &Book{}
		}
		for _, read := range []func(io.Reader) *Part{book.Workbook, book.Sheet, Strings, Styles, Comments, Texts, Index} {
			p := read(bytes.NewReader(data))
			n, _ := io.Copy(io.Discard, p)
			if most := int64(1000 + 300*len(data)); n > most {
				t.Errorf("%d bytes out of %d", n, len(data))
			}
		}
		_ = Without(bytes.NewReader(data), io.Discard, map[string]bool{"rId1": true}, true)
	})
}

// The space between the halves of a Japanese name is wide: a text with one in it is a text.
func Test_a_wide_space_does_not_end_a_text(t *testing.T) {
	text := appendText(nil, "山川　花子")
	if p := Texts(bytes.NewReader(record(24, text))); !strings.Contains(read(t, p), "<t>山川　花子</t>") {
		t.Error("a text with a wide space is passed over")
	}
	p := Index(bytes.NewReader(record(24, text)))
	if read(t, p); !p.Strange {
		t.Error("a record of an unknown kind with a wide space in its text passes as one without text")
	}
}

func Test_validations(t *testing.T) {
	formula := func(s string) []byte { // a text, and nothing beside
		units := appendText(nil, s)[4:]
		return slices.Concat(u32(uint32(3+len(units))), []byte{0x17, byte(len(units) / 2), 0}, units, u32(0))
	}
	rule := slices.Concat(u32(3, 1, 3, 4, 5, 5), appendText(nil, "誤り"), appendText(nil, "一覧から"), u32(null, null), formula("山川\x00海野"), u32(0, 0))
	p := (&Book{}).Sheet(bytes.NewReader(record(brtDVal, rule)))
	const want = `<dataValidation sqref="F4:F5" errorTitle="誤り" error="一覧から"><formula1>&#34;山川,海野&#34;</formula1></dataValidation>`
	if got := read(t, p); !strings.Contains(got, want) || p.Strange {
		t.Errorf("%s, want %s", got, want)
	}
	p = (&Book{}).Sheet(bytes.NewReader(record(brtDVal, rule[:len(rule)-2])))
	if got := read(t, p); strings.Contains(got, "dataValidation") || !p.Strange {
		t.Errorf("of another form, and yet understood: %s", got)
	}
}
