package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"maps"
	"math"
	"slices"
	"time"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
	"github.com/sumikeshi/sumikeshi/internal/pdfium"
)

// A LookError says that a page of the copy does not look like that of the source, or that this could not be seen. There is no copy
// then: what a reader saw must not change.
type LookError struct {
	Page   int  // from 1; 0: the document as a whole
	Unseen bool // it could not be compared
	Err    error
}

func (e *LookError) Error() string {
	if e.Unseen {
		return fmt.Sprintf("pdf: page %d can't be compared: %v", e.Page, e.Err)
	}
	return fmt.Sprintf("pdf: page %d looks different: %v", e.Page, e.Err)
}

func (e *LookError) Unwrap() error { return e.Err }

// How pages are compared.
const (
	lookTime    = 25 * time.Second // for all pages of a document
	lookPixels  = 4_000_000        // of a page; larger ones are drawn smaller
	otherPages  = 4                // of the pages that were not touched, so many are compared too
	sameColor   = 60               // sum of the differences of three channels below which pixels are the same
	tileSide    = 16               // pixels
	tileDiffers = 12               // pixels of a tile that may differ: where edges are smoothed
	pageDiffers = 10_000           // one of so many pixels of a page may differ
	looseEdge   = 2                // pixels around what may differ
	inkShare    = 0.12             // of a glyph's box: below it a glyph was not there to be read
)

var (
	errTooMany  = errors.New("too many pages")
	errPages    = errors.New("the number of pages is not the same")
	errSize     = errors.New("the size of the page is not the same")
	errPixels   = errors.New("pixels differ")
	errSeenText = errors.New("text that a reader saw is gone")
)

// An expectation says where a page may look different in the copy.
type expectation struct {
	loose []pdf.Rect // a reader saw what stood here, and it was to go
	runs  [][]pdf.Rect
}

// look compares the pages of the copy with those of the source, as PDFium draws them, and returns how many were compared: all that
// were touched, and some others.
func (j *job) look(ctx context.Context, copied []byte) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, lookTime)
	defer cancel()
	unseen := func(page int, err error) error {
		if errors.Is(err, context.DeadlineExceeded) {
			err = errTooMany
		}
		return &LookError{Page: page, Unseen: true, Err: err}
	}
	source, err := j.unlocked()
	if err != nil {
		return 0, unseen(0, err)
	}
	before, err := pdfium.Open(ctx, source)
	if err != nil {
		return 0, unseen(0, err)
	}
	defer before.Close()
	after, err := pdfium.Open(ctx, copied)
	if err != nil {
		return 0, unseen(0, err)
	}
	defer after.Close()
	if before.Pages() != after.Pages() || before.Pages() < len(j.f.Pages) {
		return 0, unseen(0, errPages)
	}
	if n := len(j.f.Pages) + 1; n <= before.Pages() { // it believes what the page tree declares
		if _, err := before.Render(ctx, n, pdfium.Look{}); err == nil {
			return 0, unseen(n, errPages)
		}
	}
	if n, err := j.blankBelow(ctx, copied); err != nil {
		return 0, &LookError{Page: n, Err: err}
	}
	pages := j.looked()
	for _, n := range pages {
		was, err := before.Render(ctx, n, pdfium.Look{MaxPixels: lookPixels})
		if err != nil {
			return 0, unseen(n, err)
		}
		is, err := after.Render(ctx, n, pdfium.Look{MaxPixels: lookPixels})
		if err != nil {
			return 0, unseen(n, err)
		}
		var want expectation
		if p := j.pages[n]; p != nil {
			want = p.expect
		}
		if err := want.holds(j.f.Pages[n-1], was.RGBA, is.RGBA); err != nil {
			return 0, &LookError{Page: n, Err: err}
		}
		if err := j.painted(j.pages[n], is.RGBA); err != nil {
			return 0, &LookError{Page: n, Err: err}
		}
	}
	return len(pages), nil
}

// unlocked returns the source as anyone can open it.
func (j *job) unlocked() ([]byte, error) {
	if !j.f.Locked {
		return j.f.Data, nil
	}
	var out bytes.Buffer
	err := newJob(j.ctx, j.f).write(&out)
	return out.Bytes(), err
}

// looked returns the pages to compare: those that were touched, and some others from all over the document.
func (j *job) looked() []int {
	pages := slices.Sorted(maps.Keys(j.pages))
	n := len(j.f.Pages)
	for i := range otherPages {
		p := 1 + i*(n-1)/max(1, otherPages-1)
		if !slices.Contains(pages, p) && p <= n {
			pages = append(pages, p)
		}
	}
	return pages
}

// expected notes where the page may look different. What is painted over is no such place: it was not seen before, and is not
// missed. So glyphs that go without having been seen are kept by their runs: if one of those left a mark on the page, it was seen.
func (d *drawing) expected() error {
	e := &d.p.expect
	show := int32(-1)
	for i := range d.c.Glyphs {
		g := &d.c.Glyphs[i]
		switch {
		case !d.gone(g):
		case g.Cause == pdf.Struck, g.Cause == pdf.UnderRedact, g.Cause == pdf.Tiny: // of tiny text a reader saw specks
			e.loose = append(e.loose, g.Box)
		case g.Show == show && len(e.runs) > 0:
			e.runs[len(e.runs)-1] = append(e.runs[len(e.runs)-1], g.Box)
		default:
			e.runs = append(e.runs, []pdf.Rect{g.Box})
			show = g.Show
		}
	}
	for _, b := range d.p.areas {
		for _, q := range [...]inspect.Quad{b.area, b.drawn} {
			r := q.Bounds()
			e.loose = append(e.loose, pdf.Rect{X0: r[0], Y0: r[1], X1: r[2], Y1: r[3]})
		}
	}
	for at := range d.c.Annots {
		a := &d.c.Annots[at]
		switch {
		case !d.drops(a):
		case a.Subtype == "Redact":
			e.loose = append(append(e.loose, areas(d.f, a)...), a.Rect)
		case !d.drawn(at):
			e.loose = append(e.loose, d.extent(a))
		case !d.stays(at):
			e.loose = append(e.loose, a.Rect)
		}
	}
	return nil
}

// drawn reports whether an annotation says itself how it looks. Readers draw those without an appearance in their own ways.
func (d *drawing) drawn(at int) bool {
	return slices.ContainsFunc(d.c.Contents, func(c pdf.Content) bool { return c.Annot == at && c.Parent < 0 && c.Obj > 0 })
}

// iconSize is how far the icons of comments and attached files, which readers draw in their own size, reach from their corner, in
// points.
const iconSize = 24

// extent returns where readers may draw an annotation that has no appearance.
func (d *drawing) extent(a *pdf.Annot) pdf.Rect {
	r := pdf.Rect{X0: a.Rect.X0 - iconSize, Y0: a.Rect.Y0 - iconSize, X1: a.Rect.X1 + iconSize, Y1: a.Rect.Y1 + iconSize}
	lines := d.f.Array(a.Dict["InkList"])
	for _, o := range append(lines[:len(lines):len(lines)], a.Dict["L"], a.Dict["Vertices"]) {
		v := d.f.Numbers(o)
		for ; len(v) >= 2; v = v[2:] {
			r = r.Union(pdf.Rect{X0: v[0] - iconSize, Y0: v[1] - iconSize, X1: v[0] + iconSize, Y1: v[1] + iconSize})
		}
	}
	return r
}

// holds compares two pictures of a page.
func (e *expectation) holds(p *pdf.Page, was, is *image.RGBA) error {
	if was.Bounds() != is.Bounds() {
		return errSize
	}
	w, h := was.Bounds().Dx(), was.Bounds().Dy()
	shown, _ := p.Shown()
	s := float64(w) / shown
	m := p.Screen().Mul(pdf.Matrix{s, 0, 0, s, 0, 0})
	differs := differences(was, is)
	for _, run := range e.runs {
		if e.seen(m, differs, w, h, run) {
			return errSeenText
		}
	}
	for _, boxes := range append(e.runs, e.loose) {
		for _, box := range boxes {
			clearBox(differs, w, pixels(m.Box(box), looseEdge, w, h))
		}
	}
	total := 0
	for y := 0; y < h; y += tileSide {
		for x := 0; x < w; x += tileSide {
			n := count(differs, w, image.Rect(x, y, min(x+tileSide, w), min(y+tileSide, h)))
			if total += n; n > tileDiffers {
				return errPixels
			}
		}
	}
	if total > max(tileDiffers, w*h/pageDiffers) {
		return errPixels
	}
	return nil
}

// seen reports whether glyphs that went were there to be read: most of them changed as much of the page as a letter does.
func (e *expectation) seen(m pdf.Matrix, differs []bool, w, h int, run []pdf.Rect) bool {
	inked, all := 0, 0
	for _, box := range run {
		area := pixels(m.Box(box), 0, w, h)
		if size := area.Dx() * area.Dy(); size > 0 {
			all++
			if float64(count(differs, w, area)) > inkShare*float64(size) {
				inked++
			}
		}
	}
	return inked > 0 && 2*inked > all
}

// pixels returns the pixels of a box, with an edge around it.
func pixels(b pdf.Rect, edge, w, h int) image.Rectangle {
	whole := func(v float64) int { return int(max(-1e6, min(v, 1e6))) }
	r := image.Rect(whole(math.Floor(b.X0))-edge, whole(math.Floor(b.Y0))-edge, whole(math.Ceil(b.X1))+edge, whole(math.Ceil(b.Y1))+edge)
	return r.Intersect(image.Rect(0, 0, w, h))
}

// differences returns which pixels are not the same.
func differences(a, b *image.RGBA) []bool {
	out := make([]bool, len(a.Pix)/4)
	for i := range out {
		p, q := a.Pix[4*i:4*i+3:4*i+3], b.Pix[4*i:4*i+3:4*i+3]
		if p[0] != q[0] || p[1] != q[1] || p[2] != q[2] {
			out[i] = abs(int(p[0])-int(q[0]))+abs(int(p[1])-int(q[1]))+abs(int(p[2])-int(q[2])) > sameColor
		}
	}
	return out
}

func count(differs []bool, w int, r image.Rectangle) int {
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for _, d := range differs[y*w+r.Min.X : y*w+r.Max.X] {
			if d {
				n++
			}
		}
	}
	return n
}

func clearBox(differs []bool, w int, r image.Rectangle) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		clear(differs[y*w+r.Min.X : max(y*w+r.Min.X, y*w+r.Max.X)])
	}
}

func abs(n int) int { return max(n, -n) }
