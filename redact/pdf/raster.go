package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"maps"
	"slices"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
	"github.com/sumikeshi/sumikeshi/internal/pdfium"
	"github.com/sumikeshi/sumikeshi/internal/witness"
)

// How pages become pictures.
const (
	pictureTime = 30 * time.Second // for all pages of a document
	pictureName = "SkPage"
	leastInk    = 24   // sum of the differences of three channels between the paper and the ink of a character
	blankShare  = 0.02 // of a page's characters that may draw nothing: dots that are finer than a pixel
	blankMost   = 2
)

// pictureLook is how finely pages are drawn that become pictures.
var pictureLook = pdfium.Look{DPI: 200, MaxPixels: 8_000_000}

var (
	errHeld = fmt.Errorf("%w: hidden text can't be told apart in the picture of the page", ErrDraw)
	errFont = fmt.Errorf("%w: the page can't be drawn here as its reader sees it", ErrDraw)
)

// A raster is what a page becomes: its pixels, and the text that stands invisibly on them so that the page can be searched and read out.
type raster struct {
	img  *image.RGBA
	to   pdf.Matrix // from default user space to the pixels
	area image.Rectangle
}

// editPictures turns pages into pictures of what their reader saw: without what is hidden, with the shapes of annotations that go, and
// with boxes.
func (j *job) editPictures() error {
	if len(j.pictures) == 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(j.ctx, pictureTime)
	defer cancel()
	view := newJob(j.ctx, j.f)
	var list []*drawing
	for _, n := range slices.Sorted(maps.Keys(j.pictures)) {
		d, err := j.drawing(j.pages[n])
		if err == nil {
			d.picture = &raster{}
			err = d.strike()
		}
		if err != nil {
			return err
		}
		d.show(view)
		list = append(list, d)
	}
	var data bytes.Buffer
	if err := view.write(&data); err != nil {
		return err
	}
	doc, err := pdfium.Open(ctx, data.Bytes())
	if err != nil {
		return errors.Join(ErrDraw, err)
	}
	defer doc.Close()
	for _, d := range list {
		if err := d.becomePicture(ctx, doc); err != nil {
			return err
		}
	}
	return nil
}

// show leaves on a page of the view the annotations that become a part of the picture: those that go and whose shape stays.
func (d *drawing) show(view *job) {
	list := d.f.Array(d.p.page.Dict["Annots"])
	var kept types.Array
	for i := range d.c.Annots {
		if d.burnt(i) && d.c.Annots[i].N < len(list) {
			kept = append(kept, list[d.c.Annots[i].N])
		}
	}
	page := view.edit(d.p.page.Obj)
	if delete(page, "Annots"); len(kept) > 0 {
		page["Annots"] = kept
	}
}

// burnt reports whether the shape of an annotation becomes a part of the page.
func (d *drawing) burnt(at int) bool {
	a := &d.c.Annots[at]
	return d.drops(a) && a.Subtype != "Redact" && d.stays(at)
}

// shows reports whether a glyph that stays is shown in the copy: hidden ones do not come along in a picture, and those of an annotation
// that goes only with its shape.
func (d *drawing) shows(g *pdf.Glyph) bool {
	if d.picture == nil {
		return true
	}
	annot := d.c.ShowOf(g).Annot
	if annot >= 0 {
		return !d.drops(&d.c.Annots[annot]) || d.burnt(annot)
	}
	return g.Cause == pdf.Seen || g.Cause == pdf.OCR
}

// becomePicture writes a page as a picture.
func (d *drawing) becomePicture(ctx context.Context, doc *pdfium.Doc) error {
	p := d.picture
	all, err := doc.Render(ctx, d.p.page.N, pictureLook)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDraw, err)
	}
	p.img = all.RGBA
	w, h := p.img.Bounds().Dx(), p.img.Bounds().Dy()
	width, height := d.p.page.Shown()
	p.to = d.p.page.Screen().Mul(pdf.Matrix{float64(w) / width, 0, 0, float64(h) / height, 0, 0})
	if !d.drawnPictures() {
		return errFont
	}
	if err := d.uncover(ctx, doc); err != nil {
		return err
	}
	d.fill()
	if !d.inked() {
		return errFont
	}
	p.area = d.inkArea()
	for _, step := range []func() error{d.burnRedactions, d.drawBoxes, d.writePicture, d.expected} {
		if err := step(); err != nil {
			return err
		}
	}
	d.silenceErased()
	d.noteKept()
	return nil
}

// noteKept notes that nothing which the page drew is drawn any more, but for what annotations draw that stay.
func (d *drawing) noteKept() {
	for _, u := range d.c.Uses {
		d.replaced[u.Obj] = true
	}
	kept := func(annot int) bool { return annot >= 0 && !d.drops(&d.c.Annots[annot]) }
	for i := range d.c.Contents {
		if c := &d.c.Contents[i]; kept(c.Annot) {
			d.used[c.Obj] = true
		}
	}
	for i := range d.c.Paints {
		if q := &d.c.Paints[i]; kept(q.Annot) {
			d.used[q.Obj] = true
		}
	}
}

// uncover takes out of the pixels what shows of glyphs that go: where they stand, the page is drawn without their texts.
func (d *drawing) uncover(ctx context.Context, doc *pdfium.Doc) error {
	texts, err := doc.Texts(ctx, d.p.page.N)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDraw, err)
	}
	byShow, _ := witness.Match(texts, d.c)
	off := map[int]bool{}
	var boxes []pdf.Rect
	for i := range d.c.Glyphs {
		g := &d.c.Glyphs[i]
		if g.Space() || g.Cause == pdf.Seen || d.shows(g) && !d.gone(g) || g.Box.Intersect(d.p.page.CropBox).Empty() {
			continue
		}
		switch s := d.c.ShowOf(g); {
		case byShow[g.Show] >= 0:
			off[byShow[g.Show]] = true
			boxes = append(boxes, g.Box)
		case g.Cause == pdf.Struck, g.Cause == pdf.UnderRedact: // a box is filled there
		case s.Size == 0, s.Annot >= 0 && !d.burnt(s.Annot): // not drawn
		default:
			return errHeld
		}
	}
	if len(off) == 0 {
		return nil
	}
	if err := doc.Switch(ctx, func(t int) bool { return !off[t] }); err != nil {
		return fmt.Errorf("%w: %w", ErrDraw, err)
	}
	rest, err := doc.Render(ctx, d.p.page.N, pictureLook)
	if err != nil || rest.Bounds() != d.picture.img.Bounds() {
		return errHeld
	}
	b := rest.Bounds()
	for _, box := range boxes {
		r := pixels(d.picture.to.Box(box), 0, b.Dx(), b.Dy())
		for y := r.Min.Y; y < r.Max.Y; y++ {
			copy(d.picture.img.Pix[d.picture.img.PixOffset(r.Min.X, y):d.picture.img.PixOffset(r.Max.X, y)], rest.Pix[rest.PixOffset(r.Min.X, y):])
		}
	}
	return nil
}
