package pdf

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// Shares that decide that a page is a picture of text.
const (
	scanShare = 0.6 // of the page that pictures fill
	lonePage  = 0.1 // the same, of a page without any text
	fewGlyphs = 20  // text beside a scan: a page number, a stamp
)

// pictures tells of pages that are pictures: what they show is not read here.
func (d *document) pictures(p *page) error {
	if p.Images == 0 {
		return nil
	}
	var area pdf.Rect
	for i := range p.Paints {
		if k := p.Paints[i].Kind; (k == pdf.Image || k == pdf.InlineImage) && p.Paints[i].Annot < 0 {
			area = area.Union(p.Paints[i].Box.Intersect(p.Page.CropBox))
		}
	}
	texts := 0
	for i := range p.Glyphs {
		if g := &p.Glyphs[i]; p.ShowOf(g).Annot < 0 && g.Text != "" && g.Text != " " && !p.OnBox(g) {
			if texts++; texts == fewGlyphs {
				return nil
			}
		}
	}
	share := area.Area() / p.Page.CropBox.Area()
	if texts == 0 && share >= lonePage || share >= scanShare {
		return d.emit(inspect.Item{Where: inspect.Page{Page: p.n}, Unread: inspect.ImageOnly})
	}
	return nil
}

// problems tells what of the page could not be read: operators, streams, and text in encodings that are not known here.
func (d *document) problems(p *page) error {
	reasons := map[inspect.Reason]bool{}
	for _, pr := range p.Problems {
		reasons[reasonOf(pr.Kind)] = true
	}
	if undecoded(p) {
		reasons[inspect.Unsupported] = true
	}
	for _, r := range [...]inspect.Reason{inspect.Corrupt, inspect.Unsupported, inspect.Limit} {
		if !reasons[r] {
			continue
		}
		if err := d.emit(inspect.Item{Where: inspect.Page{Page: p.n}, Unread: r}); err != nil {
			return err
		}
	}
	return nil
}

// undecoded reports whether a page shows text whose characters can't be told. Fonts of bullets say nothing anyway.
func undecoded(p *page) bool {
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if g.Text == "" && g.Box.W() > 0 && !p.ShowOf(g).Font.Symbols() {
			return true
		}
	}
	return false
}
