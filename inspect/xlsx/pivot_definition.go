package xlsx

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// pivotSample is how many shared items of a field decide the type of its column.
const pivotSample = 64

// definition reads the cache's definition: who refreshed it, from where, the names of the fields and their shared items.
func (c *pivotCache) definition(ctx context.Context) error {
	c.fields = nil
	inItems := false
	err := c.d.pkg.Scan(ctx, c.part, PivotCache, c.fix, c.d.emit, func(s *xmlscan.Scanner) error {
		if s.Kind() == xmlscan.End {
			if s.Is("cacheField") {
				inItems = false
				return c.endField()
			}
			inItems = inItems && !s.Is("sharedItems")
			return nil
		}
		if s.Kind() != xmlscan.Start {
			return nil
		}
		switch {
		case s.Is("cacheField"):
			name, _ := s.Attr("name")
			c.fields = append(c.fields, pivotField{name: string(name)})
			return c.d.emit(c.item(string(name), -1))
		case s.Is("sharedItems"):
			inItems = true
			return nil
		case inItems && (s.Is("s") || s.Is("n") || s.Is("d") || s.Is("m") || s.Is("b") || s.Is("e")):
			v, _ := s.Attr("v")
			return c.shared(string(v))
		}
		return c.attrs(s)
	})
	return err
}

// attrs emits what the definition says about people and places.
func (c *pivotCache) attrs(s *xmlscan.Scanner) error {
	for _, name := range [...]string{"refreshedBy", "caption"} {
		if v, ok := s.Attr(name); ok && len(v) > 0 {
			it := c.item(string(v), -1)
			it.Labels = []string{name}
			if err := c.d.emit(it); err != nil {
				return err
			}
		}
	}
	return nil
}

// shared takes the next shared item of the field being read. The first ones wait until the column's type is known.
func (c *pivotCache) shared(text string) error {
	f := &c.fields[len(c.fields)-1]
	f.n++
	if f.labels == nil && len(f.held) < pivotSample {
		f.held = append(f.held, text)
		return nil
	}
	if f.labels == nil {
		if err := c.release(f); err != nil {
			return err
		}
	}
	return c.sharedItem(f, f.n-1, text)
}

func (c *pivotCache) endField() error {
	f := &c.fields[len(c.fields)-1]
	if f.labels != nil {
		return nil
	}
	return c.release(f)
}

// release decides the type of the column and emits the shared items that waited for it.
func (c *pivotCache) release(f *pivotField) error {
	var sample []string
	for _, text := range f.held {
		if text != "" {
			sample = append(sample, text)
		}
	}
	typed := c.d.tables.Detectors.Column([]string{f.name}, sample)
	f.labels = []string{typed.Label(), f.name}
	for i, text := range f.held {
		if err := c.sharedItem(f, i, text); err != nil {
			return err
		}
	}
	f.held = nil
	return nil
}

// sharedItem emits one shared item with the rows in which it stands.
func (c *pivotCache) sharedItem(f *pivotField, id int, text string) error {
	if text == "" {
		return nil
	}
	it := c.item(text, len(c.fields)-1)
	it.Labels = f.labels
	if n := len(c.fields) - 1; n < len(c.items) {
		rows := c.items[n].of(id, nil)
		if len(rows) > 0 {
			it.Record = inspect.Record(c.space, int(rows[0].row))
		}
		if len(rows) > 1 {
			it.Uses = func(yield func(inspect.Use) bool) {
				for _, r := range rows {
					if !yield(inspect.Use{Where: it.Where, Record: inspect.Record(c.space, int(r.row))}) {
						return
					}
				}
			}
		}
	}
	return c.d.emit(it)
}

// fieldName returns the labels of a field that the records hold values of; the names stand in the definition.
func (c *pivotCache) fieldName(ctx context.Context, field int) []string {
	if c.fields == nil {
		ignore := func(inspect.Item) error { return nil }
		_ = c.d.pkg.Scan(ctx, c.part, nil, nil, ignore, func(s *xmlscan.Scanner) error {
			if s.Kind() == xmlscan.Start && s.Is("cacheField") {
				name, _ := s.Attr("name")
				c.fields = append(c.fields, pivotField{name: string(name), labels: []string{string(name)}})
			}
			return nil
		})
	}
	if field >= len(c.fields) {
		return nil
	}
	return c.fields[field].labels
}
