package samples

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A sheet is one worksheet under construction.
type sheet struct {
	name, state, rel string
	id               int
	book             *book
	part             *part
	rows             []*row // in order
	cols             []string
	format           string            // attributes of sheetFormatPr
	slots            map[string]string // child elements by name, written in schema order
}

// row holds the cells of one row.
type row struct {
	n     int
	attrs string // ` hidden="1"`
	cells []cell
}

// cell holds one value and its style.
type cell struct {
	col, style int
	value      any // string, int, float64, bool, time.Time, formula, rich, fault or nil
}

// formula is a cell that computes; v is its last result, attrs say that it is shared or an array.
type formula struct {
	f     string
	v     any
	attrs string
}

// rich is a cell text given as the content of its string item.
type rich string

// direct is a text written into the cell itself, as if a formula had given it.
type direct string

// fault is an error value: #N/A.
type fault string

// slotOrder is the order of a worksheet's children.
var slotOrder = strings.Fields("sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection protectedRanges scenarios autoFilter customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter customProperties cellWatches drawing legacyDrawing oleObjects webPublishItems tableParts extLst")

// set puts a value into a cell given as A1.
func (s *sheet) set(ref string, value any, style int) {
	col, n := split(ref)
	s.put(n, col, value, style)
}

// line puts values into one row from a cell on, with one style.
func (s *sheet) line(ref string, style int, values ...any) {
	col, n := split(ref)
	for i, v := range values {
		s.put(n, col+i, v, style)
	}
}

// put puts a value into a cell.
func (s *sheet) put(n, col int, value any, style int) {
	r := s.row(n)
	i, found := slices.BinarySearchFunc(r.cells, col, func(c cell, col int) int { return c.col - col })
	if found {
		r.cells[i] = cell{col, style, value}
		return
	}
	r.cells = slices.Insert(r.cells, i, cell{col, style, value})
}

// row returns a row, made when it is not there yet.
func (s *sheet) row(n int) *row {
	i, found := slices.BinarySearchFunc(s.rows, n, func(r *row, n int) int { return r.n - n })
	if !found {
		s.rows = slices.Insert(s.rows, i, &row{n: n})
	}
	return s.rows[i]
}

// width sets the width of columns; attrs such as ` hidden="1"`.
func (s *sheet) width(from, to int, width float64, attrs string) {
	s.cols = append(s.cols, fmt.Sprintf(`<col min="%d" max="%d" width="%s" customWidth="1"%s/>`, from, to, num(width), attrs))
}

// xml writes the sheet.
func (s *sheet) xml() []byte {
	data := s.data()
	s.fallback("dimension", `<dimension ref="`+s.dimension()+`"/>`)
	selected := ""
	if s.id == 1 {
		selected = ` tabSelected="1"`
	}
	s.fallback("sheetViews", `<sheetViews><sheetView`+selected+` workbookViewId="0"/></sheetViews>`)
	s.fallback("sheetFormatPr", `<sheetFormatPr defaultRowHeight="18.75"`+s.format+`/>`)
	if len(s.cols) > 0 {
		s.fallback("cols", `<cols>`+strings.Join(s.cols, "")+`</cols>`)
	}
	s.fallback("sheetData", "<sheetData>"+data+"</sheetData>")
	s.fallback("phoneticPr", `<phoneticPr fontId="1"/>`)
	s.fallback("pageMargins", `<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>`)
	var out strings.Builder
	out.WriteString(xmlHead + `<worksheet xmlns="` + nsMain + `" xmlns:r="` + nsRel + `" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">`)
	for _, slot := range slotOrder {
		out.WriteString(s.slots[slot])
	}
	return []byte(out.String() + "</worksheet>")
}

// fallback fills a slot that nobody filled.
func (s *sheet) fallback(slot, xml string) {
	if s.slots[slot] == "" {
		s.slots[slot] = xml
	}
}

// dimension is the used range.
func (s *sheet) dimension() string {
	left, right, top, bottom := math.MaxInt, 0, math.MaxInt, 0
	for _, r := range s.rows {
		for _, c := range r.cells {
			left, right = min(left, c.col), max(right, c.col)
			top, bottom = min(top, r.n), max(bottom, r.n)
		}
	}
	if right == 0 {
		return "A1"
	}
	return ref(left, top) + ":" + ref(right, bottom)
}

// data writes the rows.
func (s *sheet) data() string {
	var out strings.Builder
	for _, r := range s.rows {
		fmt.Fprintf(&out, `<row r="%d"`, r.n)
		if len(r.cells) > 0 {
			fmt.Fprintf(&out, ` spans="%d:%d"`, r.cells[0].col, r.cells[len(r.cells)-1].col)
		}
		out.WriteString(r.attrs + ">")
		for _, c := range r.cells {
			s.cell(&out, ref(c.col, r.n), c)
		}
		out.WriteString("</row>")
	}
	return out.String()
}

// cell writes one cell.
func (s *sheet) cell(out *strings.Builder, at string, c cell) {
	value, body := c.value, ""
	if f, ok := value.(formula); ok {
		body = "<f" + f.attrs + ">" + esc(f.f) + "</f>"
		if f.f == "" {
			body = "<f" + f.attrs + "/>"
		}
		value = f.v
		fmt.Fprintf(&s.book.calc, `<c r="%s" i="%d"/>`, at, s.id)
		if text, ok := value.(string); ok && !s.book.noCache {
			out.WriteString(`<c r="` + at + `"` + styleAttr(c.style) + ` t="str">` + body + `<v>` + esc(text) + `</v></c>`)
			return
		}
		if s.book.noCache {
			value = nil
		}
	}
	kind, v := s.encode(value)
	out.WriteString(`<c r="` + at + `"` + styleAttr(c.style) + kind + `>` + body + v + `</c>`)
}

// encode writes a value and the type attribute of its cell.
func (s *sheet) encode(value any) (kind, v string) {
	b := s.book
	switch x := value.(type) {
	case nil:
		return "", ""
	case int:
		return "", "<v>" + strconv.Itoa(x) + "</v>"
	case float64:
		return "", "<v>" + num(x) + "</v>"
	case bool:
		return ` t="b"`, "<v>" + map[bool]string{true: "1", false: "0"}[x] + "</v>"
	case time.Time:
		return "", "<v>" + strconv.Itoa(serial(x)) + "</v>"
	case fault:
		return ` t="e"`, "<v>" + string(x) + "</v>"
	case direct:
		return ` t="str"`, "<v>" + esc(string(x)) + "</v>"
	case string:
		return s.encode(rich(plain(x)))
	case rich:
		if b.inline {
			return ` t="inlineStr"`, "<is>" + string(x) + "</is>"
		}
		b.used++
		return ` t="s"`, "<v>" + strconv.Itoa(b.rich(string(x))) + "</v>"
	}
	panic(fmt.Sprintf("samples: cannot write a %T", value))
}

// serial is a date as Excel counts days.
func serial(t time.Time) int {
	return int(t.Sub(newDate(1899, 12, 30)).Hours() / 24)
}

func styleAttr(style int) string {
	if style == 0 {
		return ""
	}
	return ` s="` + strconv.Itoa(style) + `"`
}

func num(f float64) string { return strconv.FormatFloat(f, 'g', -1, 64) }

// ref spells a cell: (28, 3) is AB3.
func ref(col, n int) string { return letters(col) + strconv.Itoa(n) }

func letters(col int) string {
	s := ""
	for ; col > 0; col = (col - 1) / 26 {
		s = string(rune('A'+(col-1)%26)) + s
	}
	return s
}

// split reads a cell such as AB3.
func split(at string) (col, n int) {
	for i := range len(at) {
		if c := at[i]; c >= 'A' && c <= 'Z' {
			col = col*26 + int(c-'A') + 1
		} else {
			n = n*10 + int(c-'0')
		}
	}
	return col, n
}
