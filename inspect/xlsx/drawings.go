package xlsx

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
)

// drawings emits what stands on the drawings of every sheet: texts in shapes and charts, and the names that parts such as tables
// and form controls give. A reader sees them as he sees the sheet.
func (d *document) drawings(ctx context.Context) error {
	for _, sh := range d.sheets {
		if sh.Part == nil {
			continue
		}
		for _, rel := range sh.Part.Rels {
			if err := d.drawing(ctx, rel, sh); err != nil {
				return err
			}
		}
	}
	for _, part := range d.pkg.Parts { // charts that no drawing leads to
		if strings.Contains(part.ContentType, "chart+xml") && d.pkg.Claim(part) {
			if err := d.chart(ctx, part, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *document) drawing(ctx context.Context, rel *opc.Rel, sh *sheet) error {
	switch {
	case ooxml.TypeIs(rel, "drawing"), ooxml.TypeIs(rel, "vmlDrawing"), ooxml.TypeIs(rel, "legacyDrawingHF"):
		if !d.pkg.Claim(rel.Part) {
			return nil
		}
		if err := d.shapes(ctx, rel, sh); err != nil {
			return err
		}
		for _, inner := range rel.Part.Rels {
			if err := d.onDrawing(ctx, inner, sh); err != nil {
				return err
			}
		}
	}
	return nil
}

// on says that an item stands on the sheet: it is seen as the sheet is seen, and goes with it. A nil sheet says nothing.
func (sh *sheet) on(it *inspect.Item) {
	if sh != nil {
		it.Place, it.Fix, it.Inside = sh.place, sh.fix, true
	}
}

// shapes emits the texts of a drawing, DrawingML or the older VML.
func (d *document) shapes(ctx context.Context, rel *opc.Rel, sh *sheet) error {
	if ooxml.TypeIs(rel, "drawing") {
		return d.shapeTexts(ctx, rel.Part, sh)
	}
	v := vmlReader{d: d, sh: sh, part: rel.Part, fix: inspect.DropPart{Part: rel.Part.Name}}
	return d.pkg.Scan(ctx, rel.Part, nil, nil, d.emit, v.token)
}

// onDrawing emits a chart or a diagram that stands on a drawing.
func (d *document) onDrawing(ctx context.Context, rel *opc.Rel, sh *sheet) error {
	switch {
	case ooxml.TypeIs(rel, "chart"), ooxml.TypeIs(rel, "chartEx"):
		if d.pkg.Claim(rel.Part) {
			return d.chart(ctx, rel.Part, sh)
		}
	case ooxml.TypeIs(rel, "diagramData"), ooxml.TypeIs(rel, "diagramDrawing"), ooxml.TypeIs(rel, "diagramLayout"),
		ooxml.TypeIs(rel, "diagramColors"), ooxml.TypeIs(rel, "diagramQuickStyle"):
		if d.pkg.Claim(rel.Part) {
			return d.shapeTexts(ctx, rel.Part, sh)
		}
	}
	return nil
}
