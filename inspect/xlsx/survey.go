package xlsx

import (
	"bytes"
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
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
		sh := &sheet{Sheet: s}
		d.sheets = append(d.sheets, sh)
		if s.Part != nil {
			d.tabOf[s.Part] = sh
		}
		if s.State == sml.Visible {
			sh.front = visible == 0
			visible++
		}
	}
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
	}
	if err := d.feedsOfObjects(ctx); err != nil {
		return err
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

// readTables notes the names of each sheet's tables, which structured references use.
func (d *document) readTables(ctx context.Context) error {
	ignore := func(inspect.Item) error { return nil }
	for _, sh := range d.sheets {
		if sh.Part == nil {
			continue
		}
		for _, rel := range sh.Part.Rels {
			if rel.Part == nil || !ooxml.TypeIs(rel, "table") {
				continue
			}
			err := d.pkg.Scan(ctx, rel.Part, nil, nil, ignore, func(s *xmlscan.Scanner) error {
				if s.Kind() == xmlscan.Start && s.Is("table") {
					name, _ := s.Attr("displayName")
					sh.tables = append(sh.tables, string(name))
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
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
}

func (v *surveyor) Columns(c sml.Columns) error {
	v.sh.columns = append(v.sh.columns, c)
	if c.Hidden || c.Width >= 0 && c.Width <= hiddenWidth {
		v.sh.hidden = append(v.sh.hidden, c)
	}
	return nil
}

func (v *surveyor) Row(sml.Row) error {
	if v.rows++; v.full() && !v.all {
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
		v.sh.zeroRows = boolAttr(s, "zeroHeight")
		width, ok := s.Attr("defaultColWidth")
		v.sh.zeroCols = ok && len(bytes.Trim(width, "0.")) == 0
	case v.all && (s.Is("formula1") || s.Is("formula2") || s.Is("formula") || s.Is("f")):
		v.d.read(v.sh, sml.ElementText(s))
	}
	return nil
}

func boolAttr(s *xmlscan.Scanner, name string) bool {
	v, _ := s.Attr(name)
	return string(v) == "1" || string(v) == "true" || string(v) == "on"
}

// feedsOfObjects notes the sheets that charts, pivots and other objects of visible tabs read.
func (d *document) feedsOfObjects(ctx context.Context) error {
	for _, part := range d.pkg.Parts {
		switch {
		case strings.Contains(part.ContentType, "chart+xml"), strings.Contains(part.ContentType, "chartex+xml"):
			if err := d.feedsOfChart(ctx, part); err != nil {
				return err
			}
		case strings.HasSuffix(part.ContentType, "pivotcachedefinition+xml"):
			if err := d.feedsOfPivot(ctx, part); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *document) feedsOfChart(ctx context.Context, part *opc.Part) error {
	ignore := func(inspect.Item) error { return nil }
	return d.pkg.Scan(ctx, part, nil, nil, ignore, func(s *xmlscan.Scanner) error {
		if s.Kind() == xmlscan.Start && s.Is("f") {
			d.read(nil, sml.ElementText(s))
		}
		return nil
	})
}

func (d *document) feedsOfPivot(ctx context.Context, part *opc.Part) error {
	ignore := func(inspect.Item) error { return nil }
	return d.pkg.Scan(ctx, part, nil, nil, ignore, func(s *xmlscan.Scanner) error {
		if s.Kind() != xmlscan.Start || !s.Is("worksheetSource") {
			return nil
		}
		if name, ok := s.Attr("sheet"); ok {
			d.feed(nil, string(name))
		}
		if name, ok := s.Attr("name"); ok {
			d.feedName(nil, string(name), 0)
		}
		return nil
	})
}

// rest accounts for the parts that no finder read.
func (d *document) rest(ctx context.Context) error {
	for _, sh := range d.sheets {
		d.pkg.Claim(sh.Part)
	}
	for _, part := range []*opc.Part{d.wb.Part, d.wb.Strings, d.wb.Styles} {
		d.pkg.Claim(part)
	}
	return d.pkg.Rest(ctx, knownPart, d.emit)
}

// knownPart lists the relationship types of parts that hold nothing but looks and order, or that were read with the sheet that
// they belong to.
func knownPart(rel *opc.Rel) bool {
	for _, name := range [...]string{
		"theme", "themeOverride", "calcChain", "chartStyle", "chartColorStyle", "sheetMetadata", "table", "tableSingleCells", "ctrlProp",
		"pivotTable", "volatileDependencies", "styles",
	} {
		if ooxml.TypeIs(rel, name) {
			return true
		}
	}
	return false
}
