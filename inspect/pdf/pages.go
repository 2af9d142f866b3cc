package pdf

import (
	"context"
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// A page is one page while it is looked at.
type page struct {
	*pdf.Canvas
	n int
}

// where returns the place of a box as a reader counts: from the lower left corner of what is shown of the page.
func (p *page) where(r pdf.Rect) inspect.Location {
	o := p.Page.CropBox
	round := func(v float64) float64 { return float64(int(v*100)) / 100 }
	return inspect.Box{Page: p.n, Box: [4]float64{round(r.X0 - o.X0), round(r.Y0 - o.Y0), round(r.X1 - o.X0), round(r.Y1 - o.Y0)}}
}

// pageFinders look at one page that was drawn.
var pageFinders = []func(*document, *page) error{
	(*document).texts,
	(*document).annotationCovers,
	(*document).coveredImages,
	(*document).croppedImages,
	(*document).redactions,
	(*document).annotationNotes,
	(*document).hiddenAnnotations,
	(*document).annotationMedia,
	(*document).links,
	(*document).actualTexts,
	(*document).coveredDrawings,
	(*document).weakMasks,
	(*document).transparentImages,
	(*document).widthLeaks,
	(*document).comments,
	(*document).inlineNotes,
	(*document).pictures,
	(*document).layered,
	(*document).problems,
}

// pages draws every page and emits what stands on it.
func (d *document) pages(ctx context.Context) error {
	defer d.witness.Close()
	var canvas *pdf.Canvas
	for _, pg := range d.f.Pages {
		var err error
		if canvas, err = d.f.Draw(ctx, pg, canvas); err != nil {
			return err
		}
		canvas.Judge(d.f)
		for _, u := range canvas.Uses {
			d.used[u.Obj] = true
		}
		d.cutOff = d.cutOff || slices.ContainsFunc(canvas.Problems, func(p pdf.Problem) bool { return p.Kind == pdf.OverLimit })
		if err := d.lookAgain(ctx, canvas); err != nil {
			return err
		}
		p := &page{canvas, pg.N}
		for _, find := range pageFinders {
			if err := find(d, p); err != nil {
				return err
			}
		}
		if err := d.states(ctx, p); err != nil {
			return err
		}
	}
	return d.spilled(ctx)
}

// causePlaces say which place glyphs with a cause lie in.
var causePlaces = map[pdf.Cause]*inspect.Place{
	pdf.Covered: CoveredText, pdf.UnderAnnot: CoveredText, pdf.UnderRedact: AnnotationRedact, pdf.Invisible: InvisibleText, pdf.OCR: OCRLayer,
	pdf.Tiny: TinyText, pdf.Clipped: ClippedText, pdf.OffPage: OffPageText, pdf.Layer: HiddenLayer, pdf.InHiddenNote: AnnotationHidden,
	pdf.BlackedOut: OCRUnderBlackout,
	pdf.Unseen:     WitnessDisagrees,
}

// texts emits the text of a page: what a reader sees, and what is hidden with the reason why. Labels and records come from both
// together, but what a reader sees is cut into lines without regard to what is hidden: taking that out changes no line.
func (d *document) texts(p *page) error {
	var has [16]bool
	for i := range p.Glyphs {
		has[p.Glyphs[i].Cause] = true
	}
	l := &d.layout
	for cause := pdf.Seen; cause <= pdf.Unseen; cause++ {
		if cause == pdf.Seen || has[cause] {
			l.lay(p.Canvas, cause)
		}
	}
	if len(l.laid) == 0 {
		d.over = overleaf{}
		return nil
	}
	if d.spills.spots = nil; has[pdf.Clipped] || has[pdf.OffPage] {
		d.spills.gather(p.Canvas)
	}
	cells := l.read()
	lay := d.layOut(cells)
	d.goesOn(cells, lay)
	d.space++
	told := map[*inspect.Place]bool{}
	for _, c := range cells {
		it := inspect.Item{Where: p.where(c.box), Text: c.text, Glyphs: l.glyphs(p, c.piece)}
		var rec int
		if it.Labels, rec = lay.At(c.row, c.col); rec > 0 {
			it.Record = inspect.Record(d.space, rec)
		}
		if d.remember(p, c.piece); c.cause != pdf.Seen {
			it.Place = causePlaces[c.cause]
			it.Fix = inspect.EraseBox{Page: p.n, Of: c.cause.String()}                     // of one page and one reason: one thing
			it.Inside = c.cause == pdf.OCR && told[it.Place] || c.cause == pdf.UnderRedact // the annotation announces it
			it.Empty = says(c.text) == 0
			told[it.Place] = true
			if d.spills.spots != nil && (c.cause == pdf.Clipped || c.cause == pdf.OffPage) && d.spills.keep(it, p, l, c.piece) {
				continue
			}
		}
		if err := d.emit(it); err != nil {
			return err
		}
	}
	return nil
}

// says counts the characters of a text that say something: a text of dashes, or of one letter repeated over and over to show that
// something was blacked out, says nothing.
func says(text string) int {
	var one rune
	n, same := 0, true
	for _, r := range text {
		if r <= ' ' || r == '　' {
			continue
		}
		if n > 0 && r != one {
			same = false
		}
		one = r
		n++
	}
	if same && n > 2 && (one == 'X' || one == 'x' || one == '*' || one == '■' || one == '●' || one == '×' || one == '＊') {
		return 0
	}
	return n
}

// remember notes what a reader sees, for what is said elsewhere in the file. Only what the structure tree or a form could repeat is
// kept.
func (d *document) remember(p *page, c *piece) {
	if c.cause != pdf.Seen {
		return
	}
	if d.tagged {
		d.seen.add(squeeze(c.text))
	}
	for i := range p.Annots {
		if a := &p.Annots[i]; a.Subtype == "Widget" && a.Rect.Contains(c.box.Center()) {
			d.widgets.add(squeeze(c.text))
		}
	}
}
