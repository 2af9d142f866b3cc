package pdf

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// A LookError says that a page of the copy does not look like that of the source, or that this could not be seen. There is no copy
// then: what a reader saw must not change.
type LookError struct {
	Page   int   // from 1; 0: the document as a whole
	Also   []int // further pages of which that is true
	Unseen bool  // it could not be compared
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
	lookTime    = 15 * time.Second // for all pages of a document
	lookPixels  = 4_000_000        // of a page; larger ones are drawn smaller
	lookSpare   = 5 * time.Second  // of it for the page that is being compared when time is short
	lookAfter   = 4 * time.Second  // for what has to be done after it, before this process is ended
	leastLooked = 8                // pages that are compared however long it takes
	mostLooked  = 1000             // pages that are compared if there are more
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
	moved []pdf.Rect // what stands here was an annotation: PDFium places those by whole pixels
	read  reading    // what our own engine is to read there
}

// look compares the pages of the copy with those of the source, as PDFium draws them, and returns how many were compared: those that
// were touched, and some others. A page that became a picture is drawn as finely as the picture: both have the same pixels then.
func (j *job) look(ctx context.Context, copied []byte) (int, error) {
	if n, err := j.blankBelow(ctx, copied); err != nil {
		return 0, &LookError{Page: n, Err: err}
	}
	ctx, cancel := context.WithTimeout(ctx, patience(ctx))
	defer cancel()
	l, err := j.compare(ctx, copied)
	if err != nil {
		return 0, err
	}
	defer l.close()
	pages := j.looked()
	all := len(pages)
	pages = pages[:min(all, mostLooked)]
	var failed *LookError
	for i, n := range pages {
		if i >= leastLooked && late(ctx) {
			pages = pages[:i]
			break
		}
		err := l.page(ctx, n)
		var look *LookError
		switch {
		case errors.As(err, &look) && !look.Unseen && failed == nil:
			failed = look
		case errors.As(err, &look) && !look.Unseen:
			failed.Also = append(failed.Also, n)
		case err != nil:
			return 0, err
		}
	}
	if failed != nil {
		return 0, failed
	}
	j.notes.Unlooked = all - len(pages)
	return len(pages), nil
}

// patience returns for how long pages may be compared. A process that is ended from outside has to be done before that.
func patience(ctx context.Context) time.Duration {
	if end, ok := limits.End(ctx); ok {
		return max(lookSpare, min(lookTime, time.Until(end)-lookAfter))
	}
	return lookTime
}

// late reports whether the better part of the time is over.
func late(ctx context.Context) bool {
	end, ok := ctx.Deadline()
	return ok && time.Until(end) < lookSpare
}

// looked returns the pages to compare, in the order of how much depends on it: those that became pictures, those where something was
// blacked out, those that were touched in another way, and some others. Each list is spread over the document, so that any number of
// its pages is a sample.
func (j *job) looked() []int {
	var pages []int
	known := map[int]bool{}
	add := func(list []int) {
		for _, p := range list {
			if !known[p] {
				known[p] = true
				pages = append(pages, p)
			}
		}
	}
	touched := slices.Sorted(maps.Keys(j.pages))
	struck := slices.DeleteFunc(slices.Clone(touched), func(n int) bool { return len(j.pages[n].areas) == 0 })
	var others []int
	n := len(j.f.Pages)
	for i := range min(n, otherPages) {
		others = append(others, 1+i*(n-1)/max(1, otherPages-1))
	}
	for _, list := range [][]int{slices.Sorted(maps.Keys(j.pictures)), spread(struck), spread(touched), others} {
		add(list)
	}
	return pages
}

// spread orders a list so that every beginning of it is taken from all over.
func spread(list []int) []int {
	var out []int
	taken := map[int]bool{}
	step := 1
	for step < len(list) {
		step *= 2
	}
	for ; step > 0; step /= 2 {
		for i := 0; i < len(list); i += step {
			if !taken[i] {
				taken[i] = true
				out = append(out, list[i])
			}
		}
	}
	return out
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
		case (g.Cause == pdf.Clipped || g.Cause == pdf.OffPage) && !d.c.Edge(g).Empty(): // it goes with the sliver of it that shows
			e.loose = append(e.loose, d.c.Edge(g))
		case g.Show == show && len(e.runs) > 0:
			e.runs[len(e.runs)-1] = append(e.runs[len(e.runs)-1], g.Box)
		default:
			e.runs = append(e.runs, []pdf.Rect{g.Box})
			show = g.Show
		}
	}
	e.read = reads(d.c, d.picture != nil, d.p.boxes(), func(g *pdf.Glyph) bool { return !d.gone(g) && d.shows(g) })
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
		default:
			e.moved = append(e.moved, a.Rect)
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
