package xlsx

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
)

// rest accounts for the parts that no finder read.
func (d *document) rest(ctx context.Context) error {
	for _, sh := range d.sheets {
		d.pkg.Claim(sh.Part)
	}
	for _, part := range []*opc.Part{d.wb.Part, d.wb.Strings} {
		d.pkg.Claim(part)
	}
	return d.pkg.Rest(ctx, knownPart, d.emit)
}

// knownPart lists the relationship types of parts that hold nothing but looks and order, or that were read with the sheet that
// they belong to.
func knownPart(rel *opc.Rel) bool {
	for _, name := range [...]string{
		"theme", "themeOverride", "calcChain", "chartStyle", "chartColorStyle", "sheetMetadata", "ctrlProp",
		"pivotTable", "volatileDependencies", "styles",
	} {
		if ooxml.TypeIs(rel, name) {
			return true
		}
	}
	return false
}
