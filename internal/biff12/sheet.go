package biff12

import (
	"io"
	"math"
	"strings"
)

// A sheet translates a sheet part. A cell stays open until the next record, since its formula may come after it.
type sheet struct {
	*Part
	book *Book
	row  int // from 0; -1 before the first
	cell bool
}

// Sheet reads the part of a worksheet, a dialog, a macro sheet or a chart sheet (2.1.7.62).
func (b *Book) Sheet(r io.Reader) *Part {
	s := &sheet{Part: newPart(r, "worksheet"), book: b, row: -1}
	s.each = s.record
	end := s.end
	s.end = func() {
		s.endRow()
		end()
	}
	return s.Part
}

func (s *sheet) record(kind int, f *fields) bool {
	switch kind {
	case brtRowHdr:
		s.beginRow(f)
		return true
	case brtShrFmla, brtArrFmla:
		return s.shared(kind, f)
	}
	s.endCell()
	if kind <= brtFmlaError || kind == brtCellRString {
		return s.value(kind, f)
	}
	if kind == brtEndSheetData {
		s.endRow()
	}
	return s.row < 0 && s.around(kind, f)
}

func (s *sheet) endCell() {
	if s.cell {
		s.close("c")
		s.cell = false
	}
}

func (s *sheet) endRow() {
	s.endCell()
	if s.row >= 0 {
		s.close("row")
		s.row = -1
	}
}

// beginRow reads a BrtRowHdr (2.4.742).
func (s *sheet) beginRow(f *fields) {
	s.endRow()
	row := f.u32()
	f.u32()
	height := f.u16()
	f.u8()
	flags := f.u8()
	level := ""
	if flags&7 != 0 {
		level = itoa(flags & 7)
	}
	s.row = row
	s.open("row", "r", itoa(row+1), "ht", ftoa(float64(height)/20), "hidden", flag(flags&0x10 != 0), "outlineLevel", level, "collapsed", flag(flags&8 != 0))
}

// value reads a cell (2.5.9) with its value and its formula.
func (s *sheet) value(kind int, f *fields) bool {
	if s.row < 0 {
		f.short = true // a cell without a row
		return true
	}
	at, style := ref(s.row, f.u32()&columnBits), f.u32()&0xFFFFFF
	typ, text, reading := "", "", ""
	switch kind {
	case brtCellRk:
		text = ftoa(f.rk())
	case brtCellReal, brtFmlaNum:
		text = number(f.float())
	case brtCellError, brtFmlaError:
		typ, text = "e", errorText(f.u8())
	case brtCellBool, brtFmlaBool:
		typ, text = "b", itoa(f.u8()&1)
	case brtCellSt, brtFmlaString:
		typ, text = "str", f.text()
	case brtCellIsst:
		typ, text = "s", itoa(f.u32())
	case brtCellRString:
		typ = "inlineStr"
		text, reading = richText(f)
	}
	s.open("c", "r", at, "s", itoa(style), "t", typ)
	s.cell = true
	if typ == "inlineStr" {
		s.item("is", text, reading)
	} else {
		s.element("v", text)
	}
	if kind < brtFmlaString || kind > brtFmlaError {
		return true
	}
	f.u16()
	formula, ok := s.book.formula(f)
	s.open("f")
	s.escape(formula)
	s.close("f")
	if !ok {
		s.Strange = true
	}
	return true
}

// number spells a value; what no file holds is left out.
func number(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return ""
	}
	return ftoa(x)
}

// shared reads the formula that several cells share, or that of an array; it follows its first cell.
func (s *sheet) shared(kind int, f *fields) bool {
	at, typ := area(f), "shared"
	if kind == brtArrFmla {
		f.u8()
		typ = "array"
	}
	formula, ok := s.book.formula(f)
	if !s.cell || !ok {
		s.Strange = true
		return true
	}
	s.element("f", formula, "t", typ, "ref", at)
	return true
}

var errorTexts = map[int]string{0: "#NULL!", 7: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}

func errorText(code int) string {
	if text, ok := errorTexts[code]; ok {
		return text
	}
	return "#N/A"
}

// around reads what stands beside the cells.
func (s *sheet) around(kind int, f *fields) bool {
	switch kind {
	case brtWsProp:
		s.tag("sheetPr", "filterMode", flag(f.u16()|f.u8()<<16 >= 1<<16))
		f.take(16)
		f.text() // the name in macros
	case brtWsFmtInfo:
		s.standard(f)
	case brtColInfo:
		s.columns(f)
	case brtMergeCell:
		s.tag("mergeCell", "ref", area(f))
	case brtBeginAFilter:
		s.open("autoFilter", "ref", area(f))
	case brtEndAFilter:
		s.close("autoFilter")
	case brtBeginFilterCol:
		s.open("filterColumn", "colId", itoa(f.u32()))
	case brtEndFilterCol:
		s.close("filterColumn")
	case brtFilter:
		s.tag("filter", "val", f.text())
	case brtHeaderFooter:
		s.headers(f)
	case brtHLink:
		at, id := area(f), f.text()
		s.tag("hyperlink", "ref", at, "r:id", id, "location", f.text(), "tooltip", f.text(), "display", f.text())
	case brtSheetProtection:
		f.u16()
		if f.u32() != 0 {
			s.tag("sheetProtection", "sheet", "1")
		}
	case brtDVal:
		return s.validation(f)
	default:
		return false
	}
	return true
}

// standard reads a BrtWsFmtInfo (2.4.863).
func (s *sheet) standard(f *fields) {
	width := f.u32()
	f.u16()
	height, flags := f.u16(), f.u16()
	standard := ""
	if width != null {
		standard = ftoa(float64(width) / 256)
	}
	s.tag("sheetFormatPr", "defaultColWidth", standard, "defaultRowHeight", ftoa(float64(height)/20), "zeroHeight", flag(flags&2 != 0))
}

// columns reads a BrtColInfo (2.4.323).
func (s *sheet) columns(f *fields) {
	first, last, width := f.u32(), f.u32(), f.u32()
	f.u32()
	flags := f.u16()
	level := ""
	if n := flags >> 8 & 7; n != 0 {
		level = itoa(n)
	}
	s.tag("col", "min", itoa(first+1), "max", itoa(last+1), "width", ftoa(float64(width)/256), "hidden", flag(flags&1 != 0),
		"outlineLevel", level, "collapsed", flag(flags&0x1000 != 0))
}

func (s *sheet) headers(f *fields) {
	f.u16()
	s.open("headerFooter")
	for _, name := range [...]string{"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"} {
		s.element(name, f.text())
	}
	s.close("headerFooter")
}

// validation reads a BrtDVal (2.4.356). One that is of another form than known is told as not understood.
func (s *sheet) validation(f *fields) bool {
	v := &fields{b: f.b}
	v.u32()
	var areas []string
	for n := v.u32(); n > 0 && !v.short; n-- {
		areas = append(areas, area(v))
	}
	title, text, promptTitle, prompt := v.text(), v.text(), v.text(), v.text()
	one, known := s.book.formula(v)
	two, alsoKnown := s.book.formula(v)
	if v.short || !known || !alsoKnown || len(v.b) > 0 {
		return false
	}
	s.open("dataValidation", "sqref", strings.Join(areas, " "), "errorTitle", title, "error", text, "promptTitle", promptTitle, "prompt", prompt)
	s.element("formula1", strings.ReplaceAll(one, "\x00", ","))
	s.element("formula2", two)
	s.close("dataValidation")
	return true
}
