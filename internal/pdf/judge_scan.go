package pdf

import (
	"math"
	"strings"
	"unicode"
)

// Bounds of looking at the pixels under the text of a scan.
const (
	evenPixels  = 8.0   // standard deviation below which an area is of one colour
	darkPixels  = 70.0  // brightness of what people black out with
	whitePixels = 251.0 // of what they white out with: paper that was scanned is never so white and so even
	bareEven    = 1.0
	leastBare   = 3 // characters in a row that stand on nothing: fewer are noise of the recognition
)

// blackouts finds text of a scan that stands where the picture was blacked out: the text was recognised before, or from another copy,
// and still says what is hidden. Pictures in codings that can't be read here are not looked at.
func (j *judge) blackouts() {
	glyphs := j.c.Glyphs
	for i := 0; i < len(glyphs); {
		if glyphs[i].Cause != OCR {
			i++
			continue
		}
		end := i + 1
		for end < len(glyphs) && glyphs[end].Show == glyphs[i].Show && (glyphs[end].Cause == OCR || glyphs[end].white) {
			end++
		}
		j.blackedOut(glyphs[i:end])
		i = end
	}
}

// ground kinds of a glyph of a scan.
const (
	inked = iota // something is drawn below it, or it can't be told
	dark
	bare
)

// blackedOut marks what of a run stands on black, and what of it stands on nothing.
func (j *judge) blackedOut(run []Glyph) {
	for i := 0; i < len(run); {
		kind, end := j.pixels(&run[i]), i+1
		for end < len(run) && (run[end].white || j.pixels(&run[end]) == kind) {
			end++
		}
		letters := 0
		for k := i; k < end; k++ {
			if strings.IndexFunc(run[k].Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
				letters++
			}
		}
		if kind == dark && (letters > 1 || wide(run[i].Text)) || kind == bare && letters >= leastBare {
			for k := i; k < end; k++ {
				if run[k].Cause == OCR {
					run[k].Cause = BlackedOut
				}
			}
		}
		i = end
	}
}

// pixels looks at the picture below a glyph.
func (j *judge) pixels(g *Glyph) int {
	if g.white {
		return inked
	}
	p := j.pictureAt(g)
	if p == nil {
		return inked
	}
	r := j.f.scanRaster(p.Obj)
	inv, ok := p.Matrix.Inverse()
	if r == nil || !ok || !r.paper() {
		return inked
	}
	box := g.Box
	if mean, dev := r.stats(inv.Box(g.core)); dev < evenPixels && mean < darkPixels {
		return dark
	}
	// What is white has to be so around the character too: recognised text rarely fits its letters exactly.
	grow := 0.3 * box.H()
	if mean, dev := r.stats(inv.Box(Rect{box.X0 - grow, box.Y0 - grow, box.X1 + grow, box.Y1 + grow})); dev < bareEven && mean > whitePixels {
		return bare
	}
	return inked
}

// pictureAt returns the topmost picture at a glyph.
func (j *judge) pictureAt(g *Glyph) *Paint {
	x, y := g.core.Center()
	list := j.bands[j.band(y)]
	for k := len(list) - 1; k >= 0; k-- {
		if p := &j.c.Paints[list[k]]; p.Kind == Image && p.Obj > 0 && p.mask == nil && p.Box.Contains(x, y) {
			return p
		}
	}
	return nil
}

// maxScanned bounds the pixels of all the scans of a file that are looked at: what lies beyond stays text of a scan.
const maxScanned = 600 << 20

// scanRaster returns the pixels of an image; those of the last one are kept.
func (f *File) scanRaster(obj int) *Raster {
	if f.lastScan != obj {
		f.lastScan, f.scan = obj, nil
		d := f.Dict(f.Object(obj))
		if f.scanned += f.Int(d["Width"]) * f.Int(d["Height"]); f.scanned > maxScanned {
			return nil
		}
		if r, err := f.Raster(f.Object(obj)); err == nil {
			f.scan = r
		}
	}
	return f.scan
}

// maxSamples bounds the pixels along one side of an area that are looked at.
const maxSamples = 40

// paper reports whether the image is a bright one as a whole: on a dark one nothing was blacked out.
func (r *Raster) paper() bool {
	if r.mean == 0 {
		r.mean, _ = r.stats(Rect{0, 0, 1, 1})
		r.mean++
	}
	return r.mean > 128
}

// stats returns the mean brightness of an area of the unit square and its standard deviation.
func (r *Raster) stats(box Rect) (mean, dev float64) {
	box = box.Intersect(Rect{0, 0, 1, 1})
	if box.Empty() {
		return 0, 255
	}
	nx := max(1, min(maxSamples, int(box.W()*float64(r.W))))
	ny := max(1, min(maxSamples, int(box.H()*float64(r.H))))
	sum, square := 0.0, 0.0
	for k := range nx * ny {
		v := float64(r.At(box.X0+(float64(k%nx)+0.5)/float64(nx)*box.W(), box.Y0+(float64(k/nx)+0.5)/float64(ny)*box.H()))
		sum += v
		square += v * v
	}
	n := float64(nx * ny)
	mean = sum / n
	return mean, math.Sqrt(max(0, square/n-mean*mean))
}
