package sml

import (
	"context"
	"errors"
	"io"
	"strconv"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// ErrStop, returned by a visitor, ends a scan without an error.
var ErrStop = errors.New("stop")

// Cell types, the t attribute of a cell (18.18.11).
const (
	TypeNumber = "n"
	TypeShared = "s"
	TypeString = "str"
	TypeInline = "inlineStr"
	TypeBool   = "b"
	TypeError  = "e"
	TypeDate   = "d"
)

// A Columns is a col element (18.3.1.13): a run of columns, from 1.
type Columns struct {
	Min, Max  int
	Hidden    bool
	Collapsed bool
	Width     float64 // in characters; -1 if not given
	Style     int
	Level     int // of the outline, from 0
}

// A Row is a row element (18.3.1.73).
type Row struct {
	N      int     // from 1
	Height float64 // in points; -1 if not given
	Hidden bool
	Level  int // of the outline, from 0; told of hidden rows only
}

// HiddenHeight is the height, in points, up to which a row shows nothing: two or three pixels.
const HiddenHeight = 2

// ShownHeight is the height, in points, of a row that is shown again and has none of its own.
const ShownHeight = 15

// A Cell is a c element (18.3.1.4). It is borrowed until the next one.
type Cell struct {
	Row, Col int // from 1
	Style    int // index into the cell formats
	Type     string
	Value    []byte // v as written, or the text of an inline string
	Shared   int    // the index in the shared strings, if Type is TypeShared
	Phonetic []byte // the reading of an inline string
	Runs     []Run  // of an inline string that is rich text
	Rich     int    // of an error: the number of its rich value (see [Rich]), from 1; 0 if it has none

	Formula     []byte // f as written
	HasFormula  bool
	FormulaType string // "shared", "array", "dataTable" or empty
	FormulaRef  string // the range of a shared or array formula's master
}

// A Visitor is told of a worksheet's content in document order. Each method may return an error to end the scan.
type Visitor interface {
	Columns(Columns) error
	Row(Row) error
	Cell(*Cell) error

	// Element is told of every other element that starts. It may read on (Skip, Text) up to the element's end.
	Element(*xmlscan.Scanner) error
}

// ScanSheet reads a worksheet part.
func ScanSheet(ctx context.Context, r io.Reader, v Visitor) error {
	sc := sheetScan{s: xmlscan.New(ctx, r), v: v}
	return sc.run()
}

func (sc *sheetScan) run() error {
	for sc.s.Next() {
		if sc.s.Kind() != xmlscan.Start {
			continue
		}
		if err := sc.start(); err != nil {
			if errors.Is(err, ErrStop) {
				return nil
			}
			return err
		}
	}
	return sc.s.Err()
}

type sheetScan struct {
	s    *xmlscan.Scanner
	v    Visitor
	cell Cell
	row  int
	col  int

	value, formula, phonetic []byte // of cells that are not plain
	dirty                    bool   // the cell was not plain
	runs                     runReader
	thorough                 bool // leave every cell to the scanner; for tests
}

func (sc *sheetScan) start() error {
	switch s := sc.s; {
	case s.Is("c"):
		return sc.readCell()
	case s.Is("row"):
		return sc.readRow()
	case s.Is("col"):
		return sc.v.Columns(readColumns(s))
	case s.Is("sheetData"), s.Is("cols"):
		return nil
	default:
		return sc.v.Element(s)
	}
}

func readColumns(s *xmlscan.Scanner) Columns {
	return Columns{
		Min: attrInt(s, "min", 0), Max: attrInt(s, "max", 0), Hidden: attrBool(s, "hidden"),
		Collapsed: attrBool(s, "collapsed"), Width: attrFloat(s, "width", -1), Style: attrInt(s, "style", 0),
		Level: attrInt(s, "outlineLevel", 0),
	}
}

func (sc *sheetScan) readRow() error {
	sc.row = attrInt(sc.s, "r", sc.row+1)
	sc.col = 0
	r := Row{N: sc.row, Hidden: attrBool(sc.s, "hidden"), Height: attrFloat(sc.s, "ht", -1)}
	if r.Hidden || r.Height >= 0 && r.Height <= HiddenHeight {
		r.Level = attrInt(sc.s, "outlineLevel", 0)
	}
	if err := sc.v.Row(r); err != nil {
		return err
	}
	return sc.ahead()
}

// readCell reads one cell up to its end element.
func (sc *sheetScan) readCell() error {
	s, c := sc.s, &sc.cell
	*c = Cell{Value: sc.value[:0], Formula: sc.formula[:0], Phonetic: sc.phonetic[:0], Type: TypeNumber, Row: sc.row, Col: sc.col + 1}
	sc.dirty, sc.runs.runs = true, sc.runs.runs[:0]
	if ref, ok := s.Attr("r"); ok {
		if row, col, ok := ParseRef(ref); ok {
			c.Row, c.Col = row, col
		}
	}
	sc.col = c.Col
	c.Style = attrInt(s, "s", 0)
	if t, ok := s.Attr("t"); ok {
		c.Type = cellType(t)
	}
	if c.Type == TypeError {
		c.Rich = attrInt(s, "vm", 0)
	}
	if err := sc.content(); err != nil {
		return err
	}
	sc.value, sc.formula, sc.phonetic = c.Value, c.Formula, c.Phonetic
	if c.Runs = sc.runs.runs; len(c.Runs) == 0 {
		c.Runs = nil
	}
	if c.Type == TypeShared {
		c.Shared = atoi(c.Value, -1)
	}
	if err := sc.v.Cell(c); err != nil {
		return err
	}
	return sc.ahead()
}

func (sc *sheetScan) content() error {
	s := sc.s
	depth := s.Depth()
	into := (*[]byte)(nil)
	for s.Next() {
		switch s.Kind() {
		case xmlscan.Start:
			into = sc.target(into)
		case xmlscan.Text:
			if into != nil {
				*into = append(*into, s.Text()...)
			}
		case xmlscan.End:
			if s.Depth() == depth {
				return nil
			}
			if s.Is("rPh") || s.Is("v") || s.Is("f") || s.Is("t") {
				into = nil
			}
			sc.runs.end(s, len(sc.cell.Value))
		}
	}
	return s.Err()
}

// target returns where the text of the element that starts goes.
func (sc *sheetScan) target(into *[]byte) *[]byte {
	s, c := sc.s, &sc.cell
	switch {
	case s.Is("v"):
		return &c.Value
	case s.Is("f"):
		c.HasFormula = true
		if t, ok := s.Attr("t"); ok {
			c.FormulaType = string(t)
		}
		if ref, ok := s.Attr("ref"); ok {
			c.FormulaRef = string(ref)
		}
		return &c.Formula
	case s.Is("rPh"):
		return &c.Phonetic
	case s.Is("t"):
		if into == &c.Phonetic {
			return into
		}
		return &c.Value
	}
	sc.runs.start(s, len(c.Value))
	return into
}

// cellType returns a constant for a t attribute, so that no string is made for each cell.
func cellType(t []byte) string {
	for _, k := range [...]string{TypeShared, TypeNumber, TypeString, TypeInline, TypeBool, TypeError, TypeDate} {
		if string(t) == k {
			return k
		}
	}
	return TypeNumber
}

// ParseRef reads a reference such as "AB12".
func ParseRef(ref []byte) (row, col int, ok bool) {
	i := 0
	for ; i < len(ref); i++ {
		c := ref[i] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		col = col*26 + int(c-'a') + 1
	}
	if i == 0 || i > 3 {
		return 0, 0, false
	}
	row = atoi(ref[i:], 0)
	return row, col, row > 0
}

// atoi reads a decimal number without an allocation, or returns def.
func atoi(b []byte, def int) int {
	if len(b) == 0 || len(b) > 10 {
		return def
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return def
		}
		n = n*10 + int(c-'0')
	}
	return n
}

func attrInt(s *xmlscan.Scanner, name string, def int) int {
	v, ok := s.Attr(name)
	if !ok {
		return def
	}
	return atoi(v, def)
}

func attrFloat(s *xmlscan.Scanner, name string, def float64) float64 {
	v, ok := s.Attr(name)
	if !ok {
		return def
	}
	f, err := strconv.ParseFloat(string(v), 64)
	if err != nil {
		return def
	}
	return f
}

// attrBool reads an xsd:boolean.
func attrBool(s *xmlscan.Scanner, name string) bool {
	v, _ := s.Attr(name)
	return string(v) == "1" || string(v) == "true" || string(v) == "on"
}
