package samples

import (
	"fmt"
	"unicode/utf16"
)

// A binaryBook is a workbook of binary records (.xlsb, MS-XLSB): tabs, shared strings, and a styles part with one look.
type binaryBook struct {
	pack
	wb     *part
	tabs   []*binarySheet
	texts  []string
	index  map[string]int
	extern []byte // records of references and names
	path   string // where it was saved
}

// A binarySheet is one tab. Rows are counted from 0.
type binarySheet struct {
	book       *binaryBook
	part       *part
	name       string
	state      uint32 // 0 visible, 1 hidden, 2 very hidden
	head, rows []byte // records before and in the cell table
	cols, tail []byte
}

func newBinaryBook() *binaryBook {
	b := &binaryBook{index: map[string]int{}}
	b.wb = b.add("xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroEnabled.main", "")
	b.root.relate("officeDocument", b.wb.name)
	return b
}

func (b *binaryBook) sheet(name string, state uint32) *binarySheet {
	s := &binarySheet{book: b, name: name, state: state}
	s.part = b.add(fmt.Sprintf("xl/worksheets/sheet%d.bin", len(b.tabs)+1), "application/vnd.ms-excel.worksheet", "")
	b.tabs = append(b.tabs, s)
	return s
}

// biff is a record as it stands in a part: type and size in groups of seven bits.
func biff(kind int, data ...any) []byte {
	body := le(data...)
	var out []byte
	if kind < 0x80 {
		out = append(out, byte(kind))
	} else {
		out = append(out, byte(kind)|0x80, byte(kind>>7))
	}
	n := len(body)
	for ; n >= 0x80; n >>= 7 {
		out = append(out, byte(n)|0x80)
	}
	return append(append(out, byte(n)), body...)
}

// wide is an XLWideString.
func wide(s string) []byte {
	return append(le(uint32(len(utf16.Encode([]rune(s))))), utf16le(s)...)
}

// row begins a row.
func (s *binarySheet) row(n int, hidden bool) {
	flags := byte(0)
	if hidden {
		flags = 0x10
	}
	s.rows = append(s.rows, biff(0, uint32(n), uint32(0), uint16(300), byte(0), flags, byte(0), uint32(0))...)
}

// line writes a row of texts and numbers.
func (s *binarySheet) line(n int, hidden bool, values ...any) {
	s.row(n, hidden)
	for col, v := range values {
		at := le(uint32(col), uint32(0))
		switch v := v.(type) {
		case string:
			s.rows = append(s.rows, biff(7, at, uint32(s.book.shared(v)))...)
		case int:
			s.rows = append(s.rows, biff(2, at, uint32(v<<2|2))...)
		case []byte: // a record's own fields: a number with a formula
			s.rows = append(s.rows, biff(9, at, v)...)
		}
	}
}

func (b *binaryBook) shared(text string) int {
	i, ok := b.index[text]
	if !ok {
		i = len(b.texts)
		b.index[text] = i
		b.texts = append(b.texts, text)
	}
	return i
}

// column sets the width of one column, in 256ths of a character, or hides it.
func (s *binarySheet) column(n int, hidden bool) {
	flags := uint16(0)
	if hidden {
		flags = 1
	}
	s.cols = append(s.cols, biff(60, uint32(n), uint32(n), uint32(2560), uint32(0), flags)...)
}

func (s *binarySheet) bytes() []byte {
	out := biff(129)
	out = append(out, s.head...)
	out = append(out, biff(485, uint32(0xFFFFFFFF), uint16(8), uint16(300), uint32(0))...)
	if s.cols != nil {
		out = append(append(append(out, biff(390)...), s.cols...), biff(391)...)
	}
	out = append(append(append(out, biff(145)...), s.rows...), biff(146)...)
	return append(append(out, s.tail...), biff(130)...)
}

// printer adds printer settings and a page setup that uses them.
func (s *binarySheet) printer(name string) {
	p := s.book.add("xl/printerSettings/printerSettings1.bin", ctSheetML+"printerSettings", string(devmode(name)))
	id := s.part.relate("printerSettings", p.name)
	s.tail = append(s.tail, biff(478, uint32(9), uint32(100), uint32(0), uint32(0), uint32(1), uint32(1), uint32(1), uint32(1), uint16(2), wide(id))...)
}

// bytes writes the book.
func (b *binaryBook) bytes() []byte {
	out := biff(131)
	if b.path != "" {
		out = append(out, biff(37, uint16(1), uint32(0x80000E02))...)
		out = append(append(out, biff(2071, wide(b.path))...), biff(38)...)
	}
	out = append(append(out, biff(135)...), biff(158, [5]uint32{0, 0, 16000, 9000, 600}, uint32(0), uint32(0), byte(0x78))...)
	out = append(append(out, biff(136)...), biff(143)...)
	for i, s := range b.tabs {
		s.part.data = s.bytes()
		out = append(out, biff(156, s.state, uint32(i+1), wide(b.wb.relate("worksheet", s.part.name)), wide(s.name))...)
	}
	out = append(append(out, biff(144)...), b.extern...)
	b.wb.data = append(out, biff(132)...)
	sst := biff(159, uint32(len(b.texts)), uint32(len(b.texts)))
	for _, text := range b.texts {
		sst = append(sst, biff(19, byte(0), wide(text))...)
	}
	b.add("xl/sharedStrings.bin", "application/vnd.ms-excel.sharedStrings", string(append(sst, biff(160)...)))
	b.wb.relate("sharedStrings", "xl/sharedStrings.bin")
	b.add("xl/styles.bin", "application/vnd.ms-excel.styles", string(binaryStyles()))
	b.wb.relate("styles", "xl/styles.bin")
	return b.pack.bytes()
}

// binaryStyles is the smallest styles part that programs open: a font, two fills, a border, a format.
func binaryStyles() []byte {
	font := biff(43, uint16(220), uint16(0), uint16(400), uint16(0), [4]byte{}, [8]byte{1}, byte(0), wide("游ゴシック"))
	fill := func(pattern uint32) []byte {
		return biff(45, pattern, [8]byte{3, 64}, [8]byte{3, 65}, [44]byte{})
	}
	border := biff(46, byte(0), [50]byte{})
	format := func(parent uint16) []byte { return biff(47, parent, [6]uint16{}, uint16(0)) }
	var out []byte
	for _, rec := range [][]byte{
		biff(278),
		biff(611, uint32(1)), font, biff(612),
		biff(603, uint32(2)), fill(0), fill(17), biff(604),
		biff(613, uint32(1)), border, biff(614),
		biff(626, uint32(1)), format(0xFFFF), biff(627),
		biff(617, uint32(1)), format(0), biff(618),
		biff(279),
	} {
		out = append(out, rec...)
	}
	return out
}
