package xlsx

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/runs"
)

// wholeParts emits the parts that are hiding places as a whole, by the types of the relationships that lead to them.
func (d *document) wholeParts(ctx context.Context) error {
	for _, kind := range [...]struct {
		place *inspect.Place
		rels  []string
	}{
		{Connection, []string{"connections", "queryTable"}},
		{DataModel, []string{"powerPivotData", "model"}},
		{SlicerCache, []string{"slicerCache", "slicer", "timelineCache", "timeline"}},
		{RevisionLog, []string{"revisionHeaders", "revisionLog", "usernames"}},
		{XMLMap, []string{"xmlMaps", "tableSingleCells"}},
		{RichData, d.richParts()},
		{CustomProperty, []string{"customProperty"}},
	} {
		for _, rel := range kind.rels {
			for _, part := range d.pkg.Targets(rel) {
				if err := d.whole(ctx, part, kind.place); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// whole emits a part that goes as a whole. The data model is not read: it goes.
func (d *document) whole(ctx context.Context, part *opc.Part, place *inspect.Place) error {
	if place == DataModel || place == CustomProperty {
		if !d.pkg.Claim(part) {
			return nil
		}
		fix := inspect.DropPart{Part: part.Name}
		it := inspect.Item{Where: inspect.Part{Part: part.Name}, Place: place, Fix: fix}
		if err := d.emit(it); err != nil || place == DataModel {
			return err
		}
		return d.property(ctx, part, it)
	}
	return d.pkg.DropWhole(ctx, part, place, d.emit)
}

// property emits the texts in the bytes of a custom property, which is of no known make.
func (d *document) property(ctx context.Context, part *opc.Part, it inspect.Item) error {
	data, err := ooxml.Held(ctx, part)
	if err != nil {
		unread, err := ooxml.Unread(part.Name, it.Place, it.Fix, err)
		if err != nil {
			return err
		}
		return d.emit(unread)
	}
	it.Text, it.Inside, it.Raw = runs.Of(data), true, true
	return d.emit(it)
}
