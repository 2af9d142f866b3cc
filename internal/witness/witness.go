// Package witness looks at a page a second time: by its pixels. Where internal/pdf can't be certain by geometry that a reader sees
// some text, the page is drawn with the text and without it. A glyph whose box does not change can't be seen, whatever the reason:
// order, colour, clip, blending, patterns.
//
// The witness says nothing of glyphs that PDFium can't draw at all, for lack of a font; and it does not doubt what the first eye
// calls hidden.
package witness

import (
	"context"
	"errors"
	"image"
	"math"
	"strings"
	"time"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
	"github.com/sumikeshi/sumikeshi/internal/pdfium"
)

// ErrNoWord says that PDFium reads the page in another way than internal/pdf, so that its pixels can't be compared.
var ErrNoWord = errors.New("witness: the page can't be compared")

// ErrTime says that the pages of the document took too long.
var ErrTime = errors.New("witness: out of time")

const (
	maxTime    = 20 * time.Second // for all pages of a document
	maxPixels  = 4_000_000        // of a page
	smallType  = 8                // pixels: letters below this height are drawn larger
	fineDPI    = 150
	maxColors  = 6        // of texts that overlap each other; those beyond get no word
	sameColor  = 24       // sum of the differences of three channels up to which a pixel is the same
	minInk     = 6        // pixels of a glyph that stands alone
	faintShare = 0.1      // of those pixels: if no more of them change, the glyph can't be seen
	matched    = 0.9      // of the page's texts that both eyes must know
	paper      = 0x6FA05A // of which no text is
)

// A Witness looks at the pages of one document. It opens the document in PDFium when it is first asked. Close it.
type Witness struct {
	data  []byte
	doc   *pdfium.Doc
	spent time.Duration
}

// New returns a witness for a document.
func New(data []byte) *Witness { return &Witness{data: data} }

// Close frees what the witness holds.
func (w *Witness) Close() {
	if w.doc != nil {
		w.doc.Close()
		w.doc = nil
	}
}

// Look marks the glyphs of a judged canvas that a reader does not see though geometry says so: [pdf.Unseen]. It returns how many. The
// errors are [ErrNoWord], [ErrTime], those of package pdfium and the context's; the canvas is then as it was.
func (w *Witness) Look(ctx context.Context, c *pdf.Canvas) (int, error) {
	if w.spent > maxTime {
		return 0, ErrTime
	}
	began := time.Now()
	defer func() { w.spent += time.Since(began) }()
	if err := w.open(ctx); err != nil {
		return 0, err
	}
	l := &look{w: w, c: c, n: c.Page.N, change: map[int32]int{}}
	return l.run(ctx)
}

func (w *Witness) open(ctx context.Context) (err error) {
	if w.doc == nil {
		w.doc, err = pdfium.Open(ctx, w.data)
	}
	return err
}

// Differs returns how many pixels of a page are others in another version of the document.
func (w *Witness) Differs(ctx context.Context, other []byte, page int) (int, error) {
	if w.spent > maxTime {
		return 0, ErrTime
	}
	began := time.Now()
	defer func() { w.spent += time.Since(began) }()
	if err := w.open(ctx); err != nil {
		return 0, err
	}
	doc, err := pdfium.Open(ctx, other)
	if err != nil {
		return 0, err
	}
	defer doc.Close()
	o := pdfium.Look{MaxPixels: maxPixels}
	was, err := w.doc.Render(ctx, page, o)
	if err != nil {
		return 0, err
	}
	is, err := doc.Render(ctx, page, o)
	if err != nil || was.Bounds() != is.Bounds() {
		return 0, errors.Join(ErrNoWord, err)
	}
	return changed(was.RGBA, is.RGBA, was.Bounds()), nil
}

// A look is one page that is looked at.
type look struct {
	w *Witness
	c *pdf.Canvas
	n int

	text   []int // by show: its text object; -1: none
	color  []int // by show: the pass in which it is switched off; -1: none
	colors int
	o      pdfium.Look
	first  *pdfium.Picture
	m      pdf.Matrix // from the page to its pixels
	unseen []int32    // glyphs whose box hardly changes
	change map[int32]int
}

func (l *look) run(ctx context.Context) (int, error) {
	if err := l.match(ctx); err != nil {
		return 0, err
	}
	l.paint()
	l.o = pdfium.Look{MaxPixels: maxPixels}
	if l.typical() < smallType {
		l.o.DPI = fineDPI
	}
	var err error
	if l.first, err = l.w.doc.Render(ctx, l.n, l.o); err != nil {
		return 0, err
	}
	width, _ := l.c.Page.Shown()
	s := float64(l.first.Bounds().Dx()) / width
	l.m = l.c.Page.Screen().Mul(pdf.Matrix{s, 0, 0, s, 0, 0})
	for k := range l.colors {
		if err := l.pass(ctx, k); err != nil {
			return 0, err
		}
	}
	lone := twice(l.c, l.unseen)
	if len(lone) < len(l.unseen) {
		if err := l.together(ctx, lone); err != nil {
			return 0, err
		}
	} else {
		l.unseen = lone
	}
	if len(l.unseen) > 0 {
		if err := l.alone(ctx); err != nil {
			return 0, err
		}
	}
	if err := l.w.doc.Switch(ctx, func(int) bool { return true }); err != nil {
		return 0, err
	}
	return l.c.Mark(l.unseen), nil
}

// typical returns the height of the page's type, in pixels at 100 dpi.
func (l *look) typical() float64 {
	sum := 0.0
	for i := range l.c.Glyphs {
		sum += l.c.ShowOf(&l.c.Glyphs[i]).Size
	}
	return sum / float64(max(1, len(l.c.Glyphs))) * 100 / 72
}

// match finds the text object of each show.
func (l *look) match(ctx context.Context) error {
	texts, err := l.w.doc.Texts(ctx, l.n)
	if err != nil {
		return err
	}
	var share float64
	if l.text, share = Match(texts, l.c); share < matched {
		return ErrNoWord
	}
	return nil
}

// Match returns for each show of a canvas the index of its text object, -1 if there is none, and the share of those that have one: both are
// in the order of painting, and begin at the same place.
func Match(texts []pdfium.Text, c *pdf.Canvas) (byShow []int, share float64) {
	byShow = make([]int, len(c.Shows))
	for i := range byShow {
		byShow[i] = -1
	}
	at, found, all, last := 0, 0, 0, int32(-1)
	for i := range c.Glyphs {
		g := &c.Glyphs[i]
		s := c.ShowOf(g)
		if g.Show == last || s.Annot >= 0 || s.Size == 0 {
			continue
		}
		last = g.Show
		all++
		for k := at; k < min(len(texts), at+256); k++ {
			if reach := 1 + s.Size; math.Abs(texts[k].X-g.X) < reach && math.Abs(texts[k].Y-g.Y) < reach {
				byShow[g.Show], at = k, k+1
				found++
				break
			}
		}
	}
	if all == 0 {
		return byShow, 1
	}
	return byShow, float64(found) / float64(all)
}

// paint gives texts that overlap different colours: each colour is switched off in a pass of its own.
func (l *look) paint() {
	l.color = make([]int, len(l.c.Shows))
	for i := range l.color {
		l.color[i] = -1
	}
	var taken [maxColors]map[[2]int]bool
	for i := 0; i < len(l.c.Glyphs); {
		show := l.c.Glyphs[i].Show
		from := i
		for i < len(l.c.Glyphs) && l.c.Glyphs[i].Show == show {
			i++
		}
		if l.text[show] < 0 {
			continue
		}
		cells := cells(l.c.Glyphs[from:i])
		for k := range taken {
			if taken[k] == nil {
				taken[k] = map[[2]int]bool{}
			}
			if free(taken[k], cells) {
				for _, cell := range cells {
					taken[k][cell] = true
				}
				l.color[show], l.colors = k, max(l.colors, k+1)
				break
			}
		}
	}
}

// cellSize is that of the squares by which overlapping is told, in points.
const cellSize = 3

// cells returns the squares that the glyphs lie in.
func cells(glyphs []pdf.Glyph) [][2]int {
	var out [][2]int
	for i := range glyphs {
		b := glyphs[i].Box
		if b.W() > 2000 || b.H() > 2000 {
			continue
		}
		for y := math.Floor(b.Y0 / cellSize); y <= b.Y1/cellSize; y++ {
			for x := math.Floor(b.X0 / cellSize); x <= b.X1/cellSize; x++ {
				out = append(out, [2]int{int(x), int(y)})
			}
		}
	}
	return out
}

func free(taken map[[2]int]bool, cells [][2]int) bool {
	for _, c := range cells {
		if taken[c] {
			return false
		}
	}
	return true
}

// pass switches the texts of one colour off and notes what does not change.
func (l *look) pass(ctx context.Context, color int) error {
	off := map[int]bool{}
	for show, k := range l.color {
		if k == color {
			off[l.text[show]] = true
		}
	}
	if err := l.w.doc.Switch(ctx, func(t int) bool { return !off[t] }); err != nil {
		return err
	}
	pic, err := l.w.doc.Render(ctx, l.n, l.o)
	if err != nil {
		return err
	}
	for i := range l.c.Glyphs {
		g := &l.c.Glyphs[i]
		if l.color[g.Show] != color || g.Cause != pdf.Seen || strings.TrimSpace(g.Text) == "" {
			continue
		}
		box := l.box(g)
		if n := changed(l.first.RGBA, pic.RGBA, box); float64(n) <= faintShare*float64(box.Dx()*box.Dy()) {
			l.unseen = append(l.unseen, int32(i))
			l.change[int32(i)] = n
		}
	}
	return nil
}

// alone keeps of the glyphs that can't be seen those that PDFium draws when nothing else is there: for the others it has no font, or
// there is nothing to draw. A soft mask stays on whatever is switched off: below one all are kept.
func (l *look) alone(ctx context.Context) error {
	doc := l.w.doc
	if err := doc.SwitchRest(ctx, false); err != nil {
		return err
	}
	on := map[int]bool{}
	for _, at := range l.unseen {
		on[l.text[l.c.Glyphs[at].Show]] = true
	}
	o := l.o
	o.Paper, o.Bare = paper, true
	var pics [2]*pdfium.Picture
	for i := range pics {
		if err := doc.Switch(ctx, func(t int) bool { return i == 1 && on[t] }); err != nil {
			return err
		}
		var err error
		if pics[i], err = doc.Render(ctx, l.n, o); err != nil {
			return err
		}
	}
	var kept []int32
	for _, at := range l.unseen {
		ink := changed(pics[0].RGBA, pics[1].RGBA, l.box(&l.c.Glyphs[at]))
		if l.c.Masked(&l.c.Glyphs[at]) || ink >= minInk && float64(l.change[at]) <= faintShare*float64(ink) {
			kept = append(kept, at)
		}
	}
	l.unseen = kept
	return doc.SwitchRest(ctx, true)
}

// box returns the pixels of a glyph.
func (l *look) box(g *pdf.Glyph) image.Rectangle {
	b := l.m.Box(g.Box)
	whole := func(v float64) int { return int(max(-1e6, min(v, 1e6))) }
	return image.Rect(whole(math.Floor(b.X0)), whole(math.Floor(b.Y0)), whole(math.Ceil(b.X1)), whole(math.Ceil(b.Y1))).Intersect(l.first.Bounds())
}

// changed counts the pixels of an area that differ.
func changed(a, b *image.RGBA, r image.Rectangle) int {
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		p, q := a.Pix[a.PixOffset(r.Min.X, y):a.PixOffset(r.Max.X, y)], b.Pix[b.PixOffset(r.Min.X, y):b.PixOffset(r.Max.X, y)]
		for i := 0; i+3 < len(p); i += 4 {
			d := 0
			for k := range 3 {
				d += max(int(p[i+k])-int(q[i+k]), int(q[i+k])-int(p[i+k]))
			}
			if d > sameColor {
				n++
			}
		}
	}
	return n
}
