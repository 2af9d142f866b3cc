package xlsx

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// solidChart reports whether the ground of a chart (21.2.2.29, its spPr) lets nothing shine through, as it does where nothing is said,
// and notes on the cover which cells of the sheet the chart draws: a reader sees those in it.
func (d *document) solidChart(ctx context.Context, drawing *opc.Part, id string, sh *sheet, c *cover) bool {
	for _, rel := range drawing.Rels {
		if rel.ID != id || rel.Part == nil {
			continue
		}
		solid, ground := true, 0
		ignore := func(inspect.Item) error { return nil } // the pass over the drawings reports what can't be read
		err := d.pkg.Scan(ctx, rel.Part, nil, nil, ignore, func(s *xmlscan.Scanner) error {
			switch {
			case s.Kind() == xmlscan.End && s.Depth() == ground:
				ground = 0
			case s.Kind() != xmlscan.Start:
			case s.Is("spPr") && s.Depth() == 2:
				ground = s.Depth()
			case ground > 0 && s.Depth() == ground+1 && s.Is("noFill"), ground > 0 && s.Is("alpha") && !whole(s, "val"):
				solid = false
			case s.Is("f"):
				c.draws(sh, sml.ElementText(s))
			}
			return nil
		})
		return solid && err == nil
	}
	return false
}

// maxShown bounds the areas that a chart is known to draw.
const maxShown = 1000

// draws notes the cells of the sheet that a formula names.
func (c *cover) draws(sh *sheet, formula string) {
	for ref := range sml.Refs(formula) {
		if a, ok := sml.ParseArea(ref.Area); ok && ref.Book == "" && strings.EqualFold(ref.Sheet, sh.Name) && len(c.shown) < maxShown {
			c.shown = append(c.shown, a)
		}
	}
}
