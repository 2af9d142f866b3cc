package pdf

import (
	"cmp"
	"math"
	"slices"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// A ruling is the rules of a page as text of one direction meets them: those along its lines, and those across them.
type ruling struct {
	along  []fence // above and under lines of text, in order
	across []fence // before and behind cells, in order
	work   int     // steps that may still be taken on the page
}

// A fence is rules that lie on one straight line.
type fence struct {
	at    float64
	spans []reach // in order
}

// A reach is from where to where something reaches.
type reach struct{ from, to float64 }

// A pen is the area around a piece that rules enclose: a cell.
type pen struct {
	left, right, top, bottom float64
	open                     bool // nothing stands before and behind it: a row of cells without lines between them
}

// Distances, in points, and bounds.
const (
	sameFence = 2.0 // rules so near to each other are one: each cell may have a border of its own
	fenceGap  = 2.5 // between the pieces of one fence
	penMargin = 1.5 // how far a rule has to reach beyond the text that it closes off: an underline does not
	headReach = 2.6 // ems from a rule up to the heads above it
	fenceWork = 4 << 20
)

// newRuling sorts the rules of a page for text of one direction; nil if there are none.
func newRuling(rules []pdf.Rule, dir int32) *ruling {
	u, v, ok := axes(dir)
	if !ok || len(rules) < 2 {
		return nil
	}
	var along, across []fence
	for _, r := range rules {
		u0, u1, _ := extent(pdf.Rect(r), u[0], u[1])
		v0, v1, _ := extent(pdf.Rect(r), v[0], v[1])
		if u1-u0 >= v1-v0 {
			along = append(along, fence{(v0 + v1) / 2, []reach{{u0, u1}}})
		} else {
			across = append(across, fence{(u0 + u1) / 2, []reach{{v0, v1}}})
		}
	}
	return &ruling{along: merge(along), across: merge(across), work: fenceWork}
}

// merge puts rules that lie on one line together.
func merge(all []fence) []fence {
	slices.SortFunc(all, func(a, b fence) int { return cmp.Compare(a.at, b.at) })
	out := all[:0]
	for _, f := range all {
		if n := len(out); n > 0 && f.at-out[n-1].at < sameFence {
			out[n-1].spans = append(out[n-1].spans, f.spans...)
			continue
		}
		out = append(out, f)
	}
	for i := range out {
		s := out[i].spans
		slices.SortFunc(s, func(a, b reach) int { return cmp.Compare(a.from, b.from) })
		joined := s[:1]
		for _, r := range s[1:] {
			if last := &joined[len(joined)-1]; r.from <= last.to+fenceGap {
				last.to = max(last.to, r.to)
				continue
			}
			joined = append(joined, r)
		}
		out[i].spans = joined
	}
	return out
}

// covers returns the part of a fence that reaches over a stretch.
func (f *fence) covers(from, to float64) (reach, bool) {
	i, _ := slices.BinarySearchFunc(f.spans, from, func(r reach, at float64) int { return cmp.Compare(r.to, at) })
	if i < len(f.spans) && f.spans[i].from <= from && f.spans[i].to >= to {
		return f.spans[i], true
	}
	return reach{}, false
}

// next returns the nearest fence on one side of a place that reaches over a stretch. Step is 1 or -1.
func (r *ruling) next(all []fence, at float64, step int, from, to float64) (fence, reach, bool) {
	i, _ := slices.BinarySearchFunc(all, at, func(f fence, at float64) int { return cmp.Compare(f.at, at) })
	if step < 0 {
		i--
	}
	for ; i >= 0 && i < len(all) && r.work > 0; i += step {
		r.work--
		if span, ok := all[i].covers(from, to); ok {
			return all[i], span, true
		}
	}
	return fence{}, reach{}, false
}

// around returns the pen of a piece; false if it has none.
func (r *ruling) around(p *piece) (pen, bool) {
	v0, v1 := p.body()
	mid := (v0 + v1) / 2
	left, _, l := r.next(r.across, (p.u0+min(p.u1, p.u0+p.size))/2, -1, mid, mid)
	right, _, h := r.next(r.across, (p.u1+max(p.u0, p.u1-p.size))/2, 1, mid, mid)
	from, to := p.u0-penMargin, p.u1+penMargin
	if l {
		from = max(from, left.at+penMargin)
	}
	if h {
		to = min(to, right.at-penMargin)
	}
	bottom, below, ok := r.next(r.along, mid, 1, from, to)
	if !ok {
		return pen{}, false
	}
	top, above, ok := r.next(r.along, mid, -1, from, to)
	if !ok && !l && !h && bottom.at-mid < headReach*p.size { // the heads of a table that begins with the rule below them
		top.at, above, ok = bottom.at-2*headReach*math.Round(p.size), below, true
	}
	if !ok {
		return pen{}, false
	}
	out := pen{left.at, right.at, top.at, bottom.at, !l && !h}
	if !l {
		out.left = max(above.from, below.from)
	}
	if !h {
		out.right = min(above.to, below.to)
	}
	return out, true
}

// body returns from where to where the letters of a piece reach across its line.
func (p *piece) body() (v0, v1 float64) {
	if p.dir >= columnsDown/2 {
		return p.v - 0.4*p.size, p.v + 0.4*p.size
	}
	return p.v - 0.7*p.size, p.v - 0.05*p.size
}

// walls returns where fences stand across a line, in order.
func (r *ruling) walls(out []float64, v float64) []float64 {
	for i := range r.across {
		if r.work--; r.work <= 0 {
			break
		}
		if _, ok := r.across[i].covers(v, v); ok {
			out = append(out, r.across[i].at)
		}
	}
	return out
}

// wallsOf notes the rules that stand across the line of a mark.
func (l *layout) wallsOf(m *mark) {
	l.walls = l.walls[:0]
	if r := l.ruling(m.dir); r != nil {
		p := piece{v: m.v, size: m.size, dir: m.dir}
		v0, v1 := p.body()
		l.walls = r.walls(l.walls, (v0+v1)/2)
	}
}

// parted reports whether a wall stands between two marks of the line. Text that runs on through a wall is not parted.
func (l *layout) parted(wall *int, a, b *mark) bool {
	if len(l.walls) == 0 || b.u0-a.u1 < wallGap*min(a.size, b.size) {
		return false
	}
	for *wall < len(l.walls) && l.walls[*wall] <= (a.u0+a.u1)/2 {
		*wall++
	}
	return *wall < len(l.walls) && l.walls[*wall] < (b.u0+b.u1)/2
}

// ruling returns the rules of the page as text of that direction meets them; nil if there are none.
func (l *layout) ruling(dir int32) *ruling {
	if len(l.rules) == 0 {
		return nil
	}
	r, ok := l.rulings[dir]
	if !ok {
		if l.rulings == nil {
			l.rulings = map[int32]*ruling{}
		}
		r = newRuling(l.rules, dir)
		l.rulings[dir] = r
	}
	return r
}
