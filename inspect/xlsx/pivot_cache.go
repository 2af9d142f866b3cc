package xlsx

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// PivotCache is the copy of its source that a pivot table keeps (18.10.1.67 and 18.10.1.9): distinct values in the definition,
// rows in the records.
var PivotCache = &inspect.Place{
	ID:     "xlsx/pivot-cache",
	Title:  inspect.Words{JA: "集計表のうらに残っている、もとのデータ", EN: "pivot cache"},
	Why:    inspect.Words{JA: "集計表（ピボットテーブル）をダブルクリックすると、もとの行がすべて出てきます。もとのシートを消しても残ります。", EN: "A double click on the pivot table lists every source row, even if the source sheet was deleted."},
	Advice: inspect.Words{JA: "公開用ファイルではもとのデータを消し、集計表は数字と文字だけにします。", EN: "The copy loses the source data; the pivot table stays as plain cells."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// cacheSpaces is where the table spaces of pivot caches and external books begin, behind those of the sheets.
const cacheSpaces = 1 << 20

// pivots emits the pivot caches, and claims the parts that go with them.
func (d *document) pivots(ctx context.Context) error {
	for _, part := range d.pkg.Targets("pivotCacheDefinition") {
		if !d.pkg.Claim(part) {
			continue
		}
		d.caches++
		c := &pivotCache{d: d, part: part, space: cacheSpaces + d.caches, fix: inspect.Flatten{Part: part.Name}}
		if err := c.emit(ctx); err != nil {
			return err
		}
	}
	for _, part := range d.pkg.Targets("pivotCacheRecords") { // left without a definition
		if err := d.pkg.DropWhole(ctx, part, PivotCache, d.emit); err != nil {
			return err
		}
	}
	return nil
}

// pivotContext is the context of all rows of a cache.
const pivotContext = 1

// A pivotCache is one cache being read: its records first, since they tell in which rows each shared item stands.
type pivotCache struct {
	d     *document
	part  *opc.Part
	fix   inspect.Fix
	space int

	items  []uses // by field: the rows of each shared item
	fields []pivotField
	rows   int
}

// A pivotField is one column of the cache.
type pivotField struct {
	name   string
	labels []string
	held   []string // the first shared items, until the type of the column is known
	n      int      // shared items seen
}

func (c *pivotCache) emit(ctx context.Context) error {
	if !c.hides(ctx) {
		return c.plain(ctx)
	}
	if err := ooxml.Announce(c.part, PivotCache, c.fix, c.d.emit); err != nil {
		return err
	}
	for _, rel := range c.part.Rels {
		if ooxml.TypeIs(rel, "pivotCacheRecords") && c.d.pkg.Claim(rel.Part) {
			if err := c.records(ctx, rel.Part); err != nil {
				return err
			}
		}
	}
	return c.definition(ctx)
}

func (c *pivotCache) item(text string, field int) inspect.Item {
	it := inspect.Item{Where: inspect.Part{Part: c.part.Name}, Text: text, Place: PivotCache, Fix: c.fix, Inside: true}
	if field >= 0 && field < len(c.fields) {
		it.Labels = c.fields[field].labels
	}
	return it
}

// records reads the rows. Values that are not shared are emitted at once; shared ones are remembered with their row.
func (c *pivotCache) records(ctx context.Context, part *opc.Part) error {
	const least = len("<m/>")
	most := int(c.part.Entry.Most()) / least // the shared items stand in the definition
	field := 0
	return c.d.pkg.Scan(ctx, part, PivotCache, c.fix, c.d.emit, func(s *xmlscan.Scanner) error {
		if s.Kind() != xmlscan.Start {
			return nil
		}
		if s.Is("r") {
			c.rows++
			field = 0
			return nil
		}
		v, ok := s.Attr("v")
		switch {
		case s.Is("x") && ok && field < maxColumn:
			for field >= len(c.items) {
				c.items = append(c.items, uses{})
			}
			if id := number(v); id >= 0 && id <= most {
				c.items[field].add(id, pivotContext, c.rows)
			}
		case ok && len(v) > 0 && (s.Is("s") || s.Is("n") || s.Is("d")):
			it := c.item(string(v), -1)
			it.Labels = c.fieldName(ctx, field)
			it.Record = inspect.Record(c.space, c.rows)
			if err := c.d.emit(it); err != nil {
				return err
			}
		case !s.Is("m") && !s.Is("b") && !s.Is("e") && !s.Is("x"):
			return nil
		}
		field++
		return nil
	})
}

func number(b []byte) int {
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' || n > 1<<30 {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}
