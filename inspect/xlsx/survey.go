package xlsx

import (
	"context"
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// The sample of a sheet that the table pass sees: 64 rows, or more of them as long as they hold few cells, so that forms and
// sheets with several tables are seen whole.
const (
	sampleRows  = 64
	sampleCells = 4096
)

// A sheet is a tab with what the survey learned of it.
type sheet struct {
	sml.Sheet
	place  *inspect.Place // of the tab as a whole; nil if a reader sees it
	fix    inspect.Fix
	front  bool // the first visible tab
	feeds  bool // a visible tab reads it
	cells  bool // it holds a value
	broken error

	frame          frame
	whole          bool    // the survey read all of it
	standardWidth  float64 // of columns, in characters
	standardHeight float64 // of rows, in points

	sample   []sampleCell
	layout   *inspect.Layout
	hidden   []sml.Columns
	zeroRows bool // rows without a height of their own are hidden
	zeroCols bool // so are columns without a width
	columns  []sml.Columns
	tables   []string // names of the tables on it
}

// A sampleCell is a cell of the sample; the text of a shared string is known only later.
type sampleCell struct {
	row, col int
	shared   int // -1: text holds the value
	text     string
}

// survey reads the start of every sheet, and all of a visible sheet if another one could feed it; then it decides what each tab is.
func (d *document) survey(ctx context.Context) error {
	d.tabOf = map[*opc.Part]*sheet{}
	visible := 0
	for _, s := range d.wb.Sheets {
		sh := &sheet{Sheet: s, standardWidth: 9.14, standardHeight: 15}
		d.sheets = append(d.sheets, sh)
		if s.Part != nil {
			d.tabOf[s.Part] = sh
		}
		if s.State == sml.Visible {
			sh.front = visible == 0
			visible++
		}
	}
	d.named()
	if err := d.readTables(ctx); err != nil {
		return err
	}
	wanted := map[int]string{}
	for _, sh := range d.sheets {
		sv := &surveyor{d: d, sh: sh, wanted: wanted, all: sh.State == sml.Visible && visible > 1}
		if err := d.scanSheet(ctx, sh, sv); err != nil {
			if sh.broken = err; ctx.Err() != nil {
				return ctx.Err()
			}
		}
		sh.whole = !sv.stopped
	}
	for _, pass := range []func(context.Context) error{d.readFrames, d.readCovers, d.feedsOfObjects} {
		if err := pass(ctx); err != nil {
			return err
		}
	}
	if err := d.resolve(ctx, wanted); err != nil {
		return err
	}
	for _, sh := range d.sheets {
		d.decide(sh)
		sh.lay(d.tables, wanted)
	}
	return nil
}

// scanSheet reads the sheet's part. A tab without one is empty.
func (d *document) scanSheet(ctx context.Context, sh *sheet, v sml.Visitor) error {
	if sh.Part == nil {
		return nil
	}
	rc, err := sh.Part.Open(ctx)
	if err != nil {
		return err
	}
	defer rc.Close()
	return sml.ScanSheet(ctx, rc, v)
}

// resolve finds the texts of the shared strings that samples hold.
func (d *document) resolve(ctx context.Context, wanted map[int]string) error {
	if d.wb.Strings == nil || len(wanted) == 0 {
		return nil
	}
	last := 0
	for id := range wanted {
		last = max(last, id)
	}
	rc, err := d.wb.Strings.Open(ctx)
	if err != nil {
		return nil // the pass over the strings reports it
	}
	defer rc.Close()
	err = sml.ScanStrings(ctx, rc, func(s *sml.String) error {
		if _, ok := wanted[s.ID]; ok {
			wanted[s.ID] = string(s.Text)
		}
		if s.ID >= last {
			return sml.ErrStop
		}
		return nil
	})
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return nil
}

// lay runs the table pass over the sample.
func (sh *sheet) lay(tables inspect.Tables, texts map[int]string) {
	cells := make([]inspect.TableCell, 0, len(sh.sample))
	for _, c := range sh.sample {
		if c.shared >= 0 {
			c.text = texts[c.shared]
		}
		if strings.TrimSpace(c.text) != "" {
			cells = append(cells, inspect.TableCell{Row: c.row, Col: c.col, Text: c.text})
		}
	}
	sh.layout = tables.Layout(cells)
	sh.sample = nil
}

// A surveyor is the visitor of the survey.
type surveyor struct {
	d      *document
	sh     *sheet
	wanted map[int]string
	all    bool // read to the end, for the formulas
	rows   int

	stopped bool
}

func (v *surveyor) Columns(c sml.Columns) error {
	v.sh.columns = append(v.sh.columns, c)
	v.sh.hides(c)
	return nil
}

func (v *surveyor) Row(sml.Row) error {
	if v.rows++; v.full() && !v.all {
		v.stopped = true
		return sml.ErrStop
	}
	return nil
}

func (v *surveyor) full() bool { return v.rows > sampleRows && len(v.sh.sample) >= sampleCells }

func (v *surveyor) Cell(c *sml.Cell) error {
	if c.HasFormula && v.all {
		v.d.read(v.sh, string(c.Formula))
	}
	if len(c.Value) == 0 {
		return nil
	}
	v.sh.cells = true
	if v.rows > sampleRows && len(v.sh.sample) >= sampleCells {
		return nil
	}
	s := sampleCell{row: c.Row, col: c.Col, shared: -1}
	if c.Type == sml.TypeShared {
		s.shared = c.Shared
		v.wanted[c.Shared] = ""
	} else {
		s.text = string(c.Value)
	}
	v.sh.sample = append(v.sh.sample, s)
	return nil
}

func (v *surveyor) Element(s *xmlscan.Scanner) error {
	switch {
	case s.Is("sheetFormatPr"):
		v.sh.standard(s)
	case s.Is("formula1"), s.Is("formula2"), s.Is("formula"), s.Is("f"):
		text := sml.ElementText(s)
		if v.all {
			v.d.read(v.sh, text)
		}
		v.sh.frame.formula(text)
	case v.all && (s.Is("controlPr") || s.Is("formControlPr")):
		for _, name := range [...]string{"linkedCell", "listFillRange"} {
			if ref, ok := s.Attr(name); ok {
				v.d.read(v.sh, string(ref))
			}
		}
	default:
		v.sh.frame.element(s)
	}
	return nil
}

// standard notes what rows and columns are that say nothing of themselves (18.3.1.81).
func (sh *sheet) standard(s *xmlscan.Scanner) {
	number := func(name string, into *float64) bool {
		v, ok := s.Attr(name)
		f, err := strconv.ParseFloat(string(v), 64)
		if ok && err == nil {
			*into = f
		}
		return ok && err == nil
	}
	sh.zeroRows = boolAttr(s, "zeroHeight")
	if number("defaultRowHeight", &sh.standardHeight) && sh.standardHeight == 0 {
		sh.zeroRows = true
	}
	sh.zeroCols = number("defaultColWidth", &sh.standardWidth) && sh.standardWidth <= hiddenWidth
}

func boolAttr(s *xmlscan.Scanner, name string) bool {
	v, _ := s.Attr(name)
	return string(v) == "1" || string(v) == "true" || string(v) == "on"
}
