package xlsx

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// feedsOfObjects notes the sheets that the objects of other visible tabs read: charts, pivots, shapes whose text is a cell's, pictures
// that a camera took, controls. What an object reads of its own tab feeds nobody else.
func (d *document) feedsOfObjects(ctx context.Context) error {
	for _, sh := range d.sheets {
		if sh.Part == nil || sh.State != sml.Visible {
			continue
		}
		seen := map[*opc.Part]bool{sh.Part: true}
		if err := d.objectsOf(ctx, sh, sh.Part, seen); err != nil {
			return err
		}
	}
	return nil
}

// objectsOf follows the relationships of a part to the objects on a sheet.
func (d *document) objectsOf(ctx context.Context, sh *sheet, part *opc.Part, seen map[*opc.Part]bool) error {
	for _, rel := range part.Rels {
		if rel.Part == nil || seen[rel.Part] || d.tabOf[rel.Part] != nil {
			continue
		}
		seen[rel.Part] = true
		read := objectReader(rel)
		if read == nil {
			continue
		}
		ignore := func(inspect.Item) error { return nil }
		err := d.pkg.Scan(ctx, rel.Part, nil, nil, ignore, func(s *xmlscan.Scanner) error {
			if s.Kind() == xmlscan.Start {
				read(d, sh, s)
			}
			return nil
		})
		if err != nil {
			return err
		}
		if err := d.objectsOf(ctx, sh, rel.Part, seen); err != nil {
			return err
		}
	}
	return nil
}

// objectReader returns what reads the references of a part, nil if it has none.
func objectReader(rel *opc.Rel) func(*document, *sheet, *xmlscan.Scanner) {
	switch {
	case ooxml.TypeIs(rel, "chart"), ooxml.TypeIs(rel, "chartEx"), ooxml.TypeIs(rel, "chartUserShapes"):
		return (*document).chartReads
	case ooxml.TypeIs(rel, "drawing"), ooxml.TypeIs(rel, "vmlDrawing"), ooxml.TypeIs(rel, "ctrlProp"):
		return (*document).shapeReads
	case ooxml.TypeIs(rel, "pivotTable"), ooxml.TypeIs(rel, "pivotCacheDefinition"):
		return (*document).pivotReads
	}
	return nil
}

func (d *document) chartReads(sh *sheet, s *xmlscan.Scanner) {
	if s.Is("f") {
		d.read(sh, sml.ElementText(s))
		return
	}
	d.shapeReads(sh, s)
}

// shapeReads reads the ties of shapes and controls to cells: textlink (20.5.2.29), cellRange of a camera, the formulas of form controls
// ([MS-XLSX] 2.6.47) and of their twins in VML (part 4, 19.4.2).
func (d *document) shapeReads(sh *sheet, s *xmlscan.Scanner) {
	for _, name := range [...]string{"textlink", "cellRange", "fmlaLink", "fmlaRange", "fmlaTxbx"} {
		if v, ok := s.Attr(name); ok && len(v) > 0 {
			d.read(sh, string(v))
		}
	}
	if local := string(s.LocalBytes()); strings.HasPrefix(local, "Fmla") && local != "FmlaMacro" {
		d.read(sh, sml.ElementText(s))
	}
}

func (d *document) pivotReads(sh *sheet, s *xmlscan.Scanner) {
	if !s.Is("worksheetSource") {
		return
	}
	if name, ok := s.Attr("sheet"); ok {
		d.feed(sh, string(name))
	}
	if name, ok := s.Attr("name"); ok {
		d.feedName(sh, string(name), 0)
	}
}
