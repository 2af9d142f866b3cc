package xlsx

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// binaryCaches emits all texts of the parts of a binary workbook that are caches, and of its tables and pivot tables: of these parts no
// more is known than what texts they hold. The finders of the other kind of workbook then find them claimed.
func (d *document) binaryCaches(ctx context.Context) error {
	if d.binary == nil {
		return nil
	}
	for _, x := range [...]struct {
		rel   string
		place *inspect.Place
	}{{"pivotCacheDefinition", PivotCache}, {"pivotCacheRecords", PivotCache}, {"externalLink", ExternalLinkCache}} {
		for _, part := range d.pkg.Targets(x.rel) {
			if err := d.pkg.DropWhole(ctx, part, x.place, d.emit); err != nil {
				return err
			}
		}
	}
	for _, rel := range [...]string{"table", "pivotTable"} {
		for _, part := range d.pkg.Targets(rel) {
			if err := d.binaryTable(ctx, part); err != nil {
				return err
			}
		}
	}
	return nil
}

// binaryTable emits the texts of a table that no cell shows.
func (d *document) binaryTable(ctx context.Context, part *opc.Part) error {
	if !d.pkg.Claim(part) {
		return nil
	}
	return d.pkg.Scan(ctx, part, nil, nil, d.emit, func(s *xmlscan.Scanner) error {
		text := strings.TrimSpace(string(s.Text()))
		if s.Kind() != xmlscan.Text || text == "" {
			return nil
		}
		return d.emit(inspect.Item{Where: inspect.Part{Part: part.Name}, Text: text, Place: ooxml.UnknownMarkup})
	})
}
