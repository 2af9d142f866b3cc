package xlsx

import (
	"context"
	"hash/maphash"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// longNumber is the number of digits from which a number can tell somebody: phones, accounts.
const longNumber = 7

// A shownTexts is the texts of the cells that a reader sees, as hashes. It is kept only for a workbook with a pivot table, to tell
// whether the table's cache says more than the visible sheets do.
type shownTexts struct {
	seed maphash.Seed
	set  map[uint64]struct{}
}

func (d *document) watchShown() {
	if len(d.pkg.Targets("pivotCacheDefinition")) > 0 {
		d.shown = &shownTexts{maphash.MakeSeed(), map[uint64]struct{}{}}
	}
}

// note enters the text of a cell that is shown.
func (s *shownTexts) note(place *inspect.Place, text string) {
	if s != nil && (place == nil || place.OnlyWithPeople) {
		s.set[maphash.String(s.seed, text)] = struct{}{}
	}
}

func (s *shownTexts) has(text string) bool {
	_, ok := s.set[maphash.String(s.seed, text)]
	return ok
}

// hides reports whether the cache holds a text, or a long number, that no visible cell shows. Dates and short numbers are written
// differently in a cache and tell nobody.
func (c *pivotCache) hides(ctx context.Context) bool {
	hidden := false
	fail := func(inspect.Item) error { hidden = true; return nil }
	look := func(s *xmlscan.Scanner) error {
		if s.Kind() != xmlscan.Start || hidden {
			return nil
		}
		v, ok := s.Attr("v")
		if s.Is("s") && ok || s.Is("n") && ok && len(v) >= longNumber {
			hidden = len(v) > 0 && !c.d.shown.has(string(v))
		}
		return nil
	}
	parts := []*opc.Part{c.part}
	for _, rel := range c.part.Rels {
		if rel.Part != nil && ooxml.TypeIs(rel, "pivotCacheRecords") {
			parts = append(parts, rel.Part)
		}
	}
	for _, part := range parts {
		if hidden || c.d.pkg.Scan(ctx, part, nil, nil, fail, look) != nil {
			return true
		}
	}
	return hidden
}

// plain accounts for a cache that says nothing that is not shown, but for the names of fields and of who refreshed it.
func (c *pivotCache) plain(ctx context.Context) error {
	for _, rel := range c.part.Rels {
		if ooxml.TypeIs(rel, "pivotCacheRecords") {
			c.d.pkg.Claim(rel.Part)
		}
	}
	return c.d.pkg.Scan(ctx, c.part, nil, nil, c.d.emit, func(s *xmlscan.Scanner) error {
		if name, _ := s.Attr("name"); s.Kind() == xmlscan.Start && s.Is("cacheField") && len(name) > 0 && !c.d.shown.has(string(name)) {
			return c.d.emit(inspect.Item{Where: inspect.Part{Part: c.part.Name}, Text: string(name)})
		}
		by, ok := s.Attr("refreshedBy")
		if s.Kind() != xmlscan.Start || !ok || !s.Is("pivotCacheDefinition") {
			return nil
		}
		fix := inspect.DropAttr{Part: c.part.Name, Element: "pivotCacheDefinition", Attr: "refreshedBy"}
		return c.d.emit(inspect.Item{Where: inspect.Part{Part: c.part.Name}, Text: string(by), Place: WorkbookTrace, Fix: fix})
	})
}
