package pdf

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// CoveredImage is a part of a scanned page under a box that was drawn over it: the picture below is whole.
var CoveredImage = &inspect.Place{
	ID:    "pdf/covered-image",
	Title: inspect.Words{JA: "黒い四角の下に残っている画像", EN: "picture under a cover"},
	Why: inspect.Words{
		JA: "スキャンした紙の上に四角を重ねただけで、下の画像は消えていません。画像を取り出すと全部見えます。",
		EN: "A box was laid over a scanned page. The picture below is whole, and shows everything once it is taken out.",
	},
	Advice: inspect.Words{
		JA: "黒く塗った紙をスキャンし直すか、四角ごと1枚の画像として保存し直してください。",
		EN: "Scan the blacked-out paper again, or save the page with its boxes as one picture.",
	},
	Weight: inspect.Stop, Action: inspect.Ask,
}

// Sizes of boxes that cover something on a scan: from a word to half a page, in points.
const (
	minBoxWidth  = 10
	minBoxHeight = 5
	maxBoxShare  = 0.5
)

// coveredImages emits dark or white boxes over the picture of a scanned page. On other pages boxes over pictures are captions and
// drawings.
func (d *document) coveredImages(p *page) error {
	scan, seen := p.scan()
	if scan < 0 || seen >= fewGlyphs {
		return nil
	}
	under := p.Paints[scan].Box
	for i := scan + 1; i < len(p.Paints); i++ {
		q := &p.Paints[i]
		box := q.Box.Intersect(under)
		drawn := q.Kind == pdf.Fill || q.Kind == pdf.Stroke
		if !drawn || !q.Opaque || !hides(q.Color) || box.W() < minBoxWidth || box.H() < minBoxHeight || box.Area() > maxBoxShare*under.Area() {
			continue
		}
		if err := d.emit(inspect.Item{Where: p.where(box), Place: CoveredImage}); err != nil {
			return err
		}
	}
	return nil
}

// hides reports the colours in which people cover things.
func hides(c pdf.Color) bool { return c.Known && (c.Luminance() < 0.35 || c.Luminance() > 0.95) }

// scan returns the paint of the picture that fills the page, -1 if there is none, and how many glyphs a reader sees besides.
func (p *page) scan() (picture, seen int) {
	picture = -1
	for i := range p.Paints {
		q := &p.Paints[i]
		if k := q.Kind; (k == pdf.Image || k == pdf.InlineImage) && q.Box.Intersect(p.Page.CropBox).Area() >= scanShare*p.Page.CropBox.Area() {
			picture = i
		}
	}
	for i := range p.Glyphs {
		if g := &p.Glyphs[i]; g.Cause == pdf.Seen && g.Text != " " {
			seen++
		}
	}
	return picture, seen
}
