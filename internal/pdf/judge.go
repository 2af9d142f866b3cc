package pdf

import (
	"strings"
	"unicode"
)

// Shares of a page and of a glyph that decide (knowledge of what producers draw, tried on real files).
const (
	coveredShare = 0.75 // of the points of a glyph that a cover has to hide
	pictureShare = 0.5  // of the page that a scan fills at least
	hatchedShare = 0.6  // the same of hatching: many thin covers, or a pattern; what is left of the ink can't be read
	manyCovers   = 4
	ocrShare     = 0.9  // of a page's text that is invisible if it is the text of a scan
	tinyPoints   = 1.05 // text below this size can't be read; one point is the least that Word and Excel offer
	clearAlpha   = 0.05
)

// maxWork bounds the tests of points against outlines on one page.
const maxWork = 300_000_000

// Judge says of every glyph whether a reader sees it, by the order of painting: what is opaque and painted later hides what lies
// below. Glyphs that draw nothing (spaces) count as seen.
func (c *Canvas) Judge(f *File) {
	j := c.judging(f)
	if h := j.page.H(); h > 0 {
		j.perPoint = bandCount / h
	}
	j.index()
	for rest := c.Glyphs; len(rest) > 0; {
		n := sameShow(rest)
		j.show(rest[:n])
		if rest = rest[n:]; j.work > maxWork {
			c.Problems = append(c.Problems, Problem{OverLimit, "covers"})
			break
		}
	}
	j.scan()
	j.blackouts()
	j.redrawn()
	j.slivers()
	j.redact(f)
	j.spaces()
	j.doubts()
}

// A judge is the judging of one page.
type judge struct {
	c        *Canvas
	f        *File
	page     Rect
	perPoint float64            // bands
	bands    [bandCount][]int32 // paints by the horizontal bands that they touch, in the order of painting
	picture  int32              // the paint of the largest image that fills half the page; -1: none
	work     int
	near     [nearSpots]int32 // of chain, by folded spots
	chain    []hiddenSpot
	view     view     // of the last glyph
	ink      paperInk // the last
	odds     []bool   // of paints, for doubts
}

const bandCount = 64

// judging returns a judge that uses the memory of the canvas's last one.
func (c *Canvas) judging(f *File) *judge {
	old := c.judge
	if old == nil {
		old = &judge{}
	}
	for i := range old.bands {
		old.bands[i] = old.bands[i][:0]
	}
	*old = judge{c: c, f: f, page: c.Page.CropBox, bands: old.bands, chain: old.chain[:0], odds: old.odds[:0]}
	c.judge = old
	return old
}

func (j *judge) band(y float64) int {
	switch b := (y - j.page.Y0) * j.perPoint; {
	case b >= bandCount-1:
		return bandCount - 1
	case b > 0:
		return int(b)
	}
	return 0 // also of what is no number
}

func (j *judge) index() {
	j.picture = -1
	area := 0.0
	for i := range j.c.Paints {
		p := &j.c.Paints[i]
		for b := j.band(p.Box.Y0); b <= j.band(p.Box.Y1); b++ {
			j.bands[b] = append(j.bands[b], int32(i))
		}
		if a := p.Box.Intersect(j.page).Area(); p.picture() && a > area && a >= pictureShare*j.page.Area() {
			j.picture, area = int32(i), a
		}
	}
}

// show judges glyphs of one operation.
func (j *judge) show(glyphs []Glyph) {
	alone := j.alone(glyphs)
	for i := range glyphs {
		g := &glyphs[i]
		g.Cause, g.Cover = Seen, -1
		if !alone && !g.white && j.work <= maxWork {
			j.glyph(g)
		}
	}
}

func (p *Paint) picture() bool { return p.Kind == Image || p.Kind == InlineImage }

// glyph judges one glyph by itself.
func (j *judge) glyph(g *Glyph) {
	s := &j.c.Shows[g.Show]
	if j.inView(s, g.core) && s.Size >= tinyPoints {
		j.painted(g, s)
		return
	}
	in := 1.0
	if s.clip >= 0 && !j.c.plainly(s.clip, g.core) {
		in = j.share(g, func(x, y float64) bool { return j.c.inClip(s.clip, x, y, &j.work) })
	}
	switch {
	case s.Annot >= 0 && !j.c.Annots[s.Annot].Shown:
		g.Cause = InHiddenNote
	case s.Hidden:
		g.Cause = Layer
	case g.core.Intersect(j.page).Area() < (1-coveredShare)*g.core.Area(), g.core.Empty() && !j.page.Contains(g.X, g.Y):
		g.Cause = OffPage
	case s.Size < tinyPoints:
		g.Cause = Tiny
	case in <= 1-coveredShare:
		g.Cause = Clipped
	default:
		j.painted(g, s)
	}
}

// painted judges a glyph that is on the page by what is painted over and under it.
func (j *judge) painted(g *Glyph, s *Show) {
	after := s.Order
	unseen := s.Mode == 3 || g.void || s.Mode == 7 && (s.textClip < 0 || !j.c.clips[s.textClip].painted)
	if unseen {
		after = j.pictureUnder(g)
	}
	if cover := j.cover(g, after); cover >= 0 && !(unseen && after < 0) {
		g.Cause, g.Cover = Covered, cover
		if j.c.Paints[cover].Annot > s.Annot {
			g.Cause = UnderAnnot
		}
		return
	}
	switch {
	case unseen && after >= 0:
		g.Cause = OCR
	case unseen || s.Alpha < clearAlpha:
		g.Cause = Invisible
	default:
		j.ground(g, s)
	}
}

// pictureUnder returns the order of the picture that a glyph stands on or behind, -1 if there is none.
func (j *judge) pictureUnder(g *Glyph) int {
	x, y := g.core.Center()
	for _, i := range j.bands[j.band(y)] {
		if p := &j.c.Paints[i]; p.picture() && p.Box.Contains(x, y) {
			return p.Order
		}
	}
	return -1
}

// points are where a glyph is tested, as shares of its core.
var points = [...]float64{0.1, 0.3, 0.5, 0.7, 0.9}

// share returns the share of a glyph's points for which a test holds.
func (j *judge) share(g *Glyph, test func(x, y float64) bool) float64 {
	n := 0
	for _, v := range points {
		for _, u := range points {
			if test(g.core.X0+u*g.core.W(), g.core.Y0+v*g.core.H()) {
				n++
			}
		}
	}
	return float64(n) / (float64(len(points)) * float64(len(points)))
}

// cover returns the last opaque paint that helps to hide a glyph, if all those painted after it hide it; else -1.
func (j *judge) cover(g *Glyph, after int) int32 {
	var near [32]int32
	covers := near[:0]
	b0, b1 := j.band(g.core.Y0), j.band(g.core.Y1)
	for b := b0; b <= b1; b++ {
		list := j.bands[b]
		for k := len(list) - 1; k >= 0; k-- {
			p := &j.c.Paints[list[k]]
			if p.Order <= after {
				break
			}
			j.work++
			if (p.Opaque || p.Dense > 0) && p.Box.meets(g.core) && (b == b0 || !contains(covers, list[k])) {
				covers = append(covers, list[k])
			}
		}
	}
	if len(covers) == 0 {
		return -1
	}
	if j.covers(&j.c.Paints[covers[0]], g.core) {
		return covers[0]
	}
	first := int32(-1)
	hidden := 0.0
	n := j.samplePoints(covers)
	for k := range n * n {
		x := g.core.X0 + (float64(k%n)+0.5)/float64(n)*g.core.W()
		y := g.core.Y0 + (float64(k/n)+0.5)/float64(n)*g.core.H()
		seen := 1.0
		for _, i := range covers {
			p := &j.c.Paints[i]
			if j.paints(p, x, y) {
				first = max(first, i)
				if seen *= 1 - float64(p.Dense); p.Opaque {
					seen = 0
					break
				}
			}
		}
		hidden += 1 - seen
	}
	least := coveredShare
	if n > 5 {
		least = hatchedShare
	}
	if hidden < least*float64(n*n) {
		return -1
	}
	return first
}

// covers reports whether a paint is an opaque rectangle over all of a box, as most bars are: then no point needs to be tested.
func (j *judge) covers(p *Paint, box Rect) bool {
	inside := p.Box.holds(box) && p.shape.box.holds(box)
	return inside && p.Opaque && p.mask == nil && p.shape.first == p.shape.last && !p.shape.vague && j.c.plainly(p.clip, box)
}

// samplePoints returns how many points a glyph is tested at along each side: more where many thin things lie over it, as in hatching.
func (j *judge) samplePoints(covers []int32) int {
	if len(covers) >= manyCovers {
		return 12
	}
	for _, i := range covers {
		if j.c.Paints[i].Dense > 0 {
			return 12
		}
	}
	return 5
}

// paints reports whether a paint lies over a point, where its mask lets it.
func (j *judge) paints(p *Paint, x, y float64) bool {
	if !p.Box.Contains(x, y) || !j.c.inShape(&p.shape, x, y, &j.work) || !j.c.inClip(p.clip, x, y, &j.work) {
		return false
	}
	return p.mask == nil || j.unmasked(p, x, y)
}

// unmasked looks at an image's mask. One that can't be read hides nothing.
func (j *judge) unmasked(p *Paint, x, y float64) bool {
	r := j.f.maskRaster(p.mask)
	inv, ok := p.Matrix.Inverse()
	if r == nil || !ok {
		return false
	}
	return r.At(inv.Apply(x, y)) >= 0xF0
}

func contains(list []int32, v int32) bool {
	for _, x := range list {
		if x == v {
			return true
		}
	}
	return false
}

// ground compares the colour of a glyph with what it stands on: the last paint before it, or paper. Black on black is a covered
// text, as Word and Excel print it; white on white is an invisible one.
func (j *judge) ground(g *Glyph, s *Show) {
	ink := s.Fill
	switch s.Mode {
	case 1, 5:
		ink = s.Stroke
	case 2, 6:
		if !s.Fill.Near(s.Stroke) {
			return
		}
	}
	if !ink.Known {
		return
	}
	ground, under := white, int32(-1)
	x, y := g.core.Center()
	list := j.bands[j.band(y)]
	for k := len(list) - 1; k >= 0; k-- {
		p := &j.c.Paints[list[k]]
		j.work++
		if p.Order >= s.Order || !p.Box.Contains(x, y) {
			continue
		}
		if p.shape.vague || j.c.vagueClip(p.clip) {
			return
		}
		if j.paints(p, x, y) {
			if !p.Opaque || !p.Color.Known {
				return
			}
			ground, under = p.Color, list[k]
			break
		}
	}
	if under < 0 { // most text stands on paper, in one colour
		if !j.faint(ink) {
			return
		}
	} else if !ink.Near(ground) {
		return
	}
	g.Cause, g.Cover = Invisible, under
	if under >= 0 && ground.Luminance() < 0.35 && j.mostly(g, under) {
		g.Cause = Covered
	}
}

// mostly reports whether a paint lies under most of a glyph.
func (j *judge) mostly(g *Glyph, under int32) bool {
	p := &j.c.Paints[under]
	return j.share(g, func(x, y float64) bool { return p.Box.Contains(x, y) && j.c.inShape(&p.shape, x, y, &j.work) }) >= coveredShare
}

// scan recognises the text of a scanned page: nearly all of the page's text is invisible or lies under one picture that fills the
// page. Text that is merely hidden by a picture beside other text stays covered.
func (j *judge) scan() {
	if j.picture < 0 {
		return
	}
	under, all := 0, 0
	for i := range j.c.Glyphs {
		g := &j.c.Glyphs[i]
		if g.white || g.Cause == OffPage {
			continue
		}
		all++
		if g.Cause == OCR || g.Cause == Covered && g.Cover == j.picture || g.Cause == Invisible && j.hiddenMode(g) {
			under++
		}
	}
	if float64(under) < ocrShare*float64(all) {
		return
	}
	for i := range j.c.Glyphs {
		if g := &j.c.Glyphs[i]; g.Cause == Covered && g.Cover == j.picture || g.Cause == Invisible && j.hiddenMode(g) {
			g.Cause = OCR
		}
	}
}

func (j *judge) hiddenMode(g *Glyph) bool { return j.c.Shows[g.Show].Mode == 3 }

// box reports the characters that are a box.
func box(s string) bool { return s == "█" || s == "■" }

func blank(s string) bool { return s != "" && strings.TrimFunc(s, invisibleRune) == "" }

// invisibleRune reports characters that draw nothing.
func invisibleRune(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r)
}
