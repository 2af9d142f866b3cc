package inspect

import (
	"encoding/json"
	"fmt"
	"strconv"
)

// A Location says where in a document an item stands. It is one of [File], [Sheet], [Cell], [Page], [Box], [Para], [Part],
// [Header] and [Line].
type Location interface {
	Words() Words
	location()
}

type (
	// File is the document as a whole.
	File struct{}

	// Sheet is a sheet of a workbook; N is the place of its tab, from 1, or 0 where that does not matter.
	Sheet struct {
		Sheet string
		N     int
	}

	// Cell is a cell of a sheet; Row and Col count from 1.
	Cell struct {
		Sheet    string
		Row, Col int
	}

	// Page is a page, from 1.
	Page struct{ Page int }

	// Box is a rectangle on a page, in points from the lower left corner.
	Box struct {
		Page int
		Box  [4]float64 // x0, y0, x1, y1
	}

	// Para is a paragraph of a part, from 1; 0 for a text of a drawing or chart, which has no order.
	Para struct {
		Part string
		N    int
	}

	// Part is a part of a package, or a member of a container.
	Part struct{ Part string }

	// Header is a header of a mail.
	Header struct{ Name string }

	// Line is a line and a column of a text, both from 1; columns count characters, or fields in a table of separated values.
	Line struct{ Line, Col int }
)

func (File) location()   {}
func (Sheet) location()  {}
func (Cell) location()   {}
func (Page) location()   {}
func (Box) location()    {}
func (Para) location()   {}
func (Part) location()   {}
func (Header) location() {}
func (Line) location()   {}

// Ref returns the cell's reference: "B7".
func (c Cell) Ref() string { return ColumnName(c.Col) + strconv.Itoa(c.Row) }

// ColumnName returns the letters of a column, from 1: "A", "AB".
func ColumnName(col int) string {
	var buf [8]byte
	i := len(buf)
	for ; col > 0; col = (col - 1) / 26 {
		i--
		buf[i] = byte('A' + (col-1)%26)
	}
	return string(buf[i:])
}

func (File) Words() Words { return Words{"ファイル全体", "the file"} }
func (s Sheet) Words() Words {
	return Words{"シート「" + s.Sheet + "」", "sheet “" + s.Sheet + "”"}
}

func (c Cell) Words() Words {
	return Words{"シート「" + c.Sheet + "」の " + c.Ref(), "sheet “" + c.Sheet + "”, " + c.Ref()}
}
func (p Page) Words() Words { return words("%dページ", "page %d", p.Page) }
func (b Box) Words() Words  { return words("%dページの一部", "part of page %d", b.Page) }
func (p Para) Words() Words {
	name := partWords(p.Part)
	if p.N == 0 {
		return Words{name.JA + "の文字", "text in " + name.EN}
	}
	return Words{fmt.Sprintf("%sの %d番目の段落", name.JA, p.N), fmt.Sprintf("%s, paragraph %d", name.EN, p.N)}
}
func (p Part) Words() Words   { return partWords(p.Part) }
func (h Header) Words() Words { return Words{"ヘッダー " + h.Name, "header " + h.Name} }
func (l Line) Words() Words {
	return Words{fmt.Sprintf("%d行目 %d", l.Line, l.Col), fmt.Sprintf("line %d, %d", l.Line, l.Col)}
}

func words(ja, en string, n int) Words { return Words{fmt.Sprintf(ja, n), fmt.Sprintf(en, n)} }

// Keep returns a location that outlives the item it came with.
func Keep(l Location) Location {
	switch l := l.(type) {
	case *Cell:
		return *l
	case *Line:
		return *l
	}
	return l
}

// Where is a location as the report's JSON holds it.
type Where struct {
	Kind  string      `json:"kind"`
	Sheet string      `json:"sheet,omitempty"`
	Ref   string      `json:"ref,omitempty"`
	Page  int         `json:"page,omitempty"`
	Box   *[4]float64 `json:"box,omitempty"`
	Part  string      `json:"part,omitempty"`
	N     int         `json:"n,omitempty"`
	Name  string      `json:"name,omitempty"`
	Line  int         `json:"line,omitempty"`
	Col   int         `json:"col,omitempty"`
	Said  Words       `json:"-"`
	Lang  string      `json:"-"`
}

// NewWhere turns a location into the form that reports print.
func NewWhere(l Location) Where {
	w := Where{Said: l.Words()}
	switch l := Keep(l).(type) {
	case File:
		w.Kind = "file"
	case Sheet:
		w.Kind, w.Sheet = "sheet", l.Sheet
	case Cell:
		w.Kind, w.Sheet, w.Ref = "cell", l.Sheet, l.Ref()
	case Page:
		w.Kind, w.Page = "page", l.Page
	case Box:
		w.Kind, w.Page, w.Box = "box", l.Page, &l.Box
	case Para:
		w.Kind, w.Part, w.N = "para", l.Part, l.N
	case Part:
		w.Kind, w.Part = "part", l.Part
	case Header:
		w.Kind, w.Name = "header", l.Name
	case Line:
		w.Kind, w.Line, w.Col = "line", l.Line, l.Col
	}
	return w
}

// MarshalJSON adds the location in words, in the language of Lang (Japanese by default).
func (w Where) MarshalJSON() ([]byte, error) {
	type plain Where
	return json.Marshal(struct {
		plain
		Words string `json:"words"`
	}{plain(w), w.Said.In(w.Lang)})
}
