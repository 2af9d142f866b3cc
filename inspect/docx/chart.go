package docx

import (
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// charts emits what stands on the charts: titles, and the names and values that are stored with them (21.2.2.224 strCache and its
// like), which a reader sees drawn. A series that is filtered out ([MS-ODRAWXML] 2.24.3) is not drawn; it belongs to the workbook
// behind the chart.
func (d *document) charts(ctx context.Context) error {
	for _, part := range d.pkg.Parts {
		if !strings.Contains(part.ContentType, "chart+xml") && !strings.Contains(part.ContentType, "chartex+xml") || !d.pkg.Claim(part) {
			continue
		}
		r := &chartReader{d: d, part: part, fix: inspect.DropElement{Part: part.Name, Element: "extLst"}}
		for _, rel := range part.Rels {
			if rel.Part != nil && (hasType(rel, "package") || hasType(rel, "oleObject")) {
				r.fix = inspect.DropPart{Part: rel.Part.Name}
			}
		}
		if err := d.pkg.Scan(ctx, part, nil, nil, d.emit, r.token); err != nil {
			return err
		}
		for _, rel := range part.Rels {
			if hasType(rel, "chartUserShapes") && d.pkg.Claim(rel.Part) {
				if err := d.drawing(ctx, rel.Part); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// A chartReader emits the texts of one chart.
type chartReader struct {
	d    *document
	part *opc.Part
	fix  inspect.Fix // of what is not drawn
	out  int         // depth of a filtered series, 0 outside
	in   string
	text strings.Builder
}

func (r *chartReader) token(s *xmlscan.Scanner) error {
	switch s.Kind() {
	case xmlscan.Start:
		local := s.Local()
		switch local {
		case "p", "v", "pt":
			if local != "pt" || strings.Contains(s.Space(), "chartex") { // elsewhere a point holds its value in an element
				r.in = local
				r.text.Reset()
			}
		}
		if strings.HasPrefix(local, "filtered") && r.out == 0 {
			r.out = s.Depth()
		}
	case xmlscan.Text:
		if r.in != "" {
			r.text.Write(s.Text())
		}
	case xmlscan.End:
		if s.Depth() == r.out {
			r.out = 0
		}
		if r.in != "" && s.Is(r.in) {
			r.in = ""
			for line := range strings.SplitSeq(r.text.String(), "\n") {
				if err := r.item(line); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (r *chartReader) item(text string) error {
	if !says(text) {
		return nil
	}
	it := inspect.Item{Where: inspect.Para{Part: r.part.Name}, Text: text, Labels: []string{"chart"}}
	if r.out > 0 {
		it.Where, it.Place, it.Fix, it.Inside = inspect.Part{Part: r.part.Name}, ooxml.ChartWorkbook, r.fix, true
	}
	return r.d.emit(it)
}

// diagrams emits the texts of diagrams (21.4), which are stored twice: as data and as drawn.
func (d *document) diagrams(ctx context.Context) error {
	for _, kind := range [...]string{"diagramData", "diagramDrawing", "diagramLayout", "diagramColors", "diagramQuickStyle"} {
		for _, part := range d.pkg.Targets(kind) {
			if d.pkg.Claim(part) {
				if err := d.drawing(ctx, part); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// drawing emits the paragraphs of a drawing part (21.1.2.2.6).
func (d *document) drawing(ctx context.Context, part *opc.Part) error {
	var text strings.Builder
	in := false
	return d.pkg.Scan(ctx, part, nil, nil, d.emit, func(s *xmlscan.Scanner) error {
		switch {
		case s.Kind() == xmlscan.Start && s.Is("p"):
			text.Reset()
			in = true
		case s.Kind() == xmlscan.Text && in:
			text.Write(s.Text())
		case s.Kind() == xmlscan.End && s.Is("p"):
			in = false
			if says(text.String()) {
				return d.emit(inspect.Item{Where: inspect.Para{Part: part.Name}, Text: text.String()})
			}
		}
		return nil
	})
}
