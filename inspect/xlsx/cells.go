package xlsx

import (
	"bytes"
	"context"
	"unsafe"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/unfilter"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// cells emits the cells of every sheet. A cell with a shared string is only remembered; see strings.
func (d *document) cells(ctx context.Context) error {
	d.contexts = append(d.contexts, cellContext{}) // 0 is none
	d.watchShown()
	for i, sh := range d.sheets {
		v := &cellReader{d: d, sh: sh, space: i + 1, unfiltered: unfilter.On(ctx), known: map[contextKey]uint32{}, maxShared: d.maxShared(), validations: 0}
		v.under = under{covers: sh.frame.covers, standard: sh.standardHeight * emuPoint}
		watched, strays := d.pkg.Watch(ctx, sh.Part, sh.fix, d.emit)
		err := d.scanSheet(watched, sh, v)
		if strays.Err() != nil {
			return strays.Err()
		}
		if err != nil {
			if v.err != nil || ctx.Err() != nil {
				return err
			}
			it, err := ooxml.Unread(sh.Part.Name, sh.place, sh.fix, err)
			if err != nil {
				return err
			}
			if err := d.emit(it); err != nil {
				return err
			}
		}
	}
	return nil
}

// maxShared is a bound for the index of a shared string, from the size that their part can have.
func (d *document) maxShared() int {
	if d.wb.Strings == nil {
		return 0
	}
	const least = len("<si/>")
	return int(d.wb.Strings.Entry.Most()) / least
}

const maxColumn = 1 << 14 // the last column of a sheet

// emuPoint is a point in EMU.
const emuPoint = 12700

// A cellReader is the visitor that emits cells.
type cellReader struct {
	d         *document
	sh        *sheet
	space     int
	known     map[contextKey]uint32
	beyond    []beyond // by column: the last context below the sample
	maxShared int
	where     inspect.Cell
	lent      inspect.Item

	unfiltered  bool           // rows that a filter hides count as shown
	rowPlace    *inspect.Place // of the row being read, if a reader does not see it
	rowSaid     bool           // the hidden row was announced
	shade       sml.Shade      // of the cell being read
	fits        int            // how much of a text can be read in it; 0 if it does not shrink texts
	framed      bool           // something around the cells can hide one of this row
	under       under
	islands     islands
	colSaid     map[int]bool
	stringless  bool // a cell without its string was told
	validations int
	ruleCount   ruleCount
	err         error // of emit
}

type contextKey struct {
	col    int
	place  *inspect.Place
	label  *string
	record record
	shade  sml.Shade
	fits   int
}

type beyond struct {
	place *inspect.Place
	id    uint32
	shade sml.Shade
	fits  int
}

func (v *cellReader) emit(it inspect.Item) error {
	if err := v.d.emit(it); err != nil {
		v.err = err
		return err
	}
	return nil
}

func (v *cellReader) lend(it *inspect.Item) error {
	v.err = v.d.lend(it)
	return v.err
}

func (v *cellReader) Columns(sml.Columns) error { return nil }

func (v *cellReader) Row(r sml.Row) error {
	v.rowPlace, v.rowSaid = v.sh.hidesRow(r), false
	height := r.Height * emuPoint
	switch {
	case v.rowPlace == FilteredRow && v.unfiltered:
		v.rowPlace = nil
		if height = v.sh.shownHeight(r) * emuPoint; v.sh.place == nil || v.sh.place.OnlyWithPeople {
			if err := v.showRow(r.N); err != nil {
				return err
			}
		}
	case v.rowPlace != nil:
		height = 0
	}
	covered := v.under.row(r.N, height)
	v.framed = v.sh.frame.reaches(r.N) || covered
	return nil
}

func (v *cellReader) Cell(c *sml.Cell) error {
	if c.Rich > 0 {
		v.d.card(c)
	}
	if len(c.Formula) > 0 {
		if err := v.formula(c); err != nil {
			return err
		}
	}
	if len(c.Value) == 0 || c.Type == sml.TypeInline && len(bytes.TrimSpace(c.Value)) == 0 {
		return nil
	}
	place, err := v.placeOf(c)
	if err != nil {
		return err
	}
	id := v.context(c, place)
	if c.Type == sml.TypeShared {
		if c.Shared < 0 || c.Shared > v.maxShared {
			return v.noString()
		}
		v.d.uses.add(c.Shared, id, c.Row)
		return nil
	}
	ctx := &v.d.contexts[id]
	v.d.shown.note(ctx.place, borrow(c.Value))
	v.where = inspect.Cell{Sheet: v.sh.Name, Row: c.Row, Col: c.Col}
	it := &v.lent // its other fields stay as they are
	it.Text, it.Labels, it.Record = borrow(c.Value), ctx.labels, ctx.record.number(c.Row)
	it.Where, it.Place, it.Fix, it.Inside, it.Outer = &v.where, ctx.place, ctx.fix, ctx.inside, v.sh.fix
	ctx.shrinks(it)
	if err := v.emitText(it, c, ctx); err != nil {
		return err
	}
	if len(c.Phonetic) > 0 {
		return v.emit(inspect.Item{
			Where: &v.where, Text: borrow(c.Phonetic), Labels: ctx.labels, Record: it.Record,
			Place: Furigana, Fix: inspect.DropElement{Part: v.sh.Part.Name, Element: "rPh"},
		})
	}
	return nil
}

// noString says, once a sheet, that a cell has a string that there is not: a damaged sheet may have a million.
func (v *cellReader) noString() error {
	if v.stringless {
		return nil
	}
	v.stringless = true
	return v.emit(inspect.Item{Where: inspect.Sheet{Sheet: v.sh.Name}, Place: v.sh.place, Fix: v.sh.fix, Inside: v.sh.place != nil, Unread: inspect.Corrupt})
}

// emitText emits a cell with a text of its own, and apart from it the runs that nobody sees.
func (v *cellReader) emitText(it *inspect.Item, c *sml.Cell, ctx *cellContext) error {
	if len(c.Runs) == 0 || !ctx.looks() {
		return v.lend(it)
	}
	out, seen := v.d.unseenRuns(c.Value, c.Runs, ctx)
	if !seen {
		out = 0
	}
	v.d.dress(it, c.Value, c.Runs, ctx, out)
	if err := v.lend(it); err != nil {
		return err
	}
	if v.err = v.d.emitRuns(*it, v.sh.Part.Name, c.Value, c.Runs, out); v.err != nil {
		return v.err
	}
	return nil
}

// borrow makes a string of bytes that change with the next item, which an item's Text may do.
func borrow(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// context returns the number of the cell's context.
func (v *cellReader) context(c *sml.Cell, place *inspect.Place) uint32 {
	below := c.Row > v.sh.layout.Sampled()
	if below && c.Col < len(v.beyond) {
		if last := &v.beyond[c.Col]; last.id != 0 && last.place == place && last.shade == v.shade && last.fits == v.fits {
			return last.id
		}
	}
	labels, rec := v.sh.layout.At(c.Row, c.Col)
	key := contextKey{col: c.Col, place: place, record: v.record(rec, c.Row), shade: v.shade, fits: v.fits}
	if len(labels) > 0 {
		key.label = &labels[0]
	}
	id, ok := v.known[key]
	if !ok {
		id = uint32(len(v.d.contexts))
		v.d.contexts = append(v.d.contexts, v.newContext(key, labels))
		v.known[key] = id
	}
	if below && c.Col <= maxColumn {
		for c.Col >= len(v.beyond) {
			v.beyond = append(v.beyond, beyond{})
		}
		v.beyond[c.Col] = beyond{place, id, v.shade, v.fits}
	}
	return id
}

func (v *cellReader) newContext(key contextKey, labels []string) cellContext {
	ctx := cellContext{sh: v.sh, col: key.col, place: key.place, labels: labels, record: key.record, shade: key.shade, fits: key.fits}
	switch key.place {
	case v.sh.place: // nil for the tab in front, which can be dropped on request too
		ctx.fix, ctx.inside = v.sh.fix, true
	default:
		ctx.fix = v.sh.blank(key.place)
		ctx.inside = announced(key.place)
	}
	return ctx
}

// record turns the layout's record number into a rule that holds for the whole column, so that one context serves it.
func (v *cellReader) record(rec, row int) record {
	switch {
	case rec == 0:
		return record{}
	case inspect.SameRow(rec, row):
		return record{space: v.space, add: rec - row}
	}
	return record{space: v.space, add: rec, fixed: true}
}

// announced reports whether an item stands for each row or column of the place.
func announced(p *inspect.Place) bool {
	return p == HiddenRow || p == HiddenColumn || p == FilteredRow || p == CollapsedGroup
}

func (v *cellReader) Element(s *xmlscan.Scanner) error {
	switch {
	case s.Is("dataValidation"):
		v.validations++
		return v.validation(s)
	case s.Is("headerFooter"):
		return v.headerFooter(s)
	case s.Is("hyperlink"):
		return v.described(s, "tooltip", "display")
	case s.Is("scenarios"):
		return v.scenarios(s)
	case s.Is("customSheetViews"):
		return v.sheetViews(s)
	case s.Is("sheetProtection"):
		return v.protection(s)
	case s.Is("webPublishItem"):
		return v.published(s)
	case s.Is("cfRule"), s.Is("filterColumn"), s.Is("protectedRange"), s.Is("cellWatches"):
		return v.rule(s)
	}
	return nil
}
