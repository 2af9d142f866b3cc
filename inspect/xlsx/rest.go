package xlsx

import (
	"context"
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// rest accounts for the parts that no finder read.
func (d *document) rest(ctx context.Context) error {
	for _, sh := range d.sheets {
		d.pkg.Claim(sh.Part)
	}
	for _, part := range []*opc.Part{d.wb.Part, d.wb.Strings} {
		d.pkg.Claim(part)
	}
	return d.pkg.Rest(ctx, d.knownPart, d.emit)
}

// knownPart lists the relationship types of parts that hold nothing but looks and order, or that were read with the sheet that
// they belong to.
func (d *document) knownPart(rel *opc.Rel) bool {
	for _, name := range [...]string{
		"theme", "themeOverride", "calcChain", "chartStyle", "chartColorStyle", "sheetMetadata", "ctrlProp",
		"pivotTable", "volatileDependencies", "styles", "FeaturePropertyBag",
	} {
		if ooxml.TypeIs(rel, name) {
			return true
		}
	}
	return d.rich != nil && d.rich.Plain() && slices.ContainsFunc(sml.RichParts, func(name string) bool { return ooxml.TypeIs(rel, name) })
}
