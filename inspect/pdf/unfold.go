package pdf

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// Prose in several columns is read column by column. It is unfolded for that: each column is moved under the one before it, so that its
// paragraphs are put together as if the page were long and narrow.

// What columns of prose are like, in ems unless said otherwise.
const (
	mostFolds   = 4   // columns beside each other
	leastLines  = 4   // in each
	leastWidth  = 9   // of a line that fills it
	nearlyFull  = 1.6 // that such a line may lack
	leastAskew  = 3   // lines beside others at another height, that tell of columns if no two lines stand at one
	kanaShare   = 8   // one in so many characters is hiragana, or a space between words
	foldsPerRun = 64  // of a page
)

// A fold is columns of prose between two heights of the page.
type fold struct {
	dir         int32
	top, bottom float64
	cols        []foldColumn
	extra       float64 // how far what stands below is moved
}

// A foldColumn is one of them, with how far it is moved.
type foldColumn struct {
	reach
	lines  []*piece
	du, dv float64
}

// unfold finds the columns of prose among pieces that stand in no table, and moves them under each other.
func (l *layout) unfold(pieces []piece) (folds []fold) {
	if l.inner < leastRows && !askew(pieces) {
		return nil
	}
	seen := len(pieces)
	if i := slices.IndexFunc(pieces, func(p piece) bool { return p.cause != pdf.Seen }); i >= 0 {
		seen = i
	}
	rs := slices.Clone(l.rows(pieces[:seen]))
	for i := 0; i < len(rs) && len(folds) < foldsPerRun; {
		f, n := folded(rs[i:])
		if f.prose() {
			f.place()
			folds = append(folds, f)
			i += n
			continue
		}
		i++
	}
	for i := range pieces {
		p := &pieces[i]
		du, dv := moved(folds, p.dir, (p.u0+p.u1)/2, p.v)
		p.u0, p.u1, p.v = p.u0+du, p.u1+du, p.v+dv
	}
	return folds
}

// askew reports whether lines stand beside others, but not at their heights.
func askew(pieces []piece) bool {
	n := 0
	for i := 1; i < len(pieces); i++ {
		a, b := &pieces[i-1], &pieces[i]
		if a.dir == b.dir && math.Abs(b.v-a.v) < 0.9*a.size && (a.u1 < b.u0 || b.u1 < a.u0) {
			n++
		}
	}
	return n >= leastAskew
}

// folded gathers the columns that begin with the first of the rows, and returns how many rows they take.
func folded(rs []row) (f fold, n int) {
	begin := rs[0].pieces
	if len(begin) == 1 && len(rs) > 1 && rs[1].pieces[0].v-begin[0].v < mostPitch*begin[0].size {
		if begin = rs[1].pieces; len(begin) == 1 { // the lines of the columns do not stand at one height
			begin = []*piece{rs[0].pieces[0], begin[0]}
			slices.SortFunc(begin, func(a, b *piece) int { return cmp.Compare(a.u0, b.u0) })
		}
	}
	if len(begin) < 2 || len(begin) > mostFolds {
		return f, 1
	}
	f.dir = begin[0].dir
	for _, p := range begin {
		f.cols = append(f.cols, foldColumn{reach: reach{p.u0, p.u1}})
	}
	for n < len(rs) && (n == 0 || near(rs[n-1], rs[n])) && f.take(rs[n].pieces) {
		n++
	}
	return f, max(n, 1)
}

// take puts the lines of a row into the columns that they stand in; false if one stands in none, or in several.
func (f *fold) take(pieces []*piece) bool {
	var at [mostFolds]int
	if len(pieces) > len(f.cols) {
		return false
	}
	for i, p := range pieces {
		at[i] = -1
		for k := range f.cols {
			if f.cols[k].from < p.u1 && p.u0 < f.cols[k].to {
				if at[i] >= 0 || i > 0 && at[i-1] == k {
					return false
				}
				at[i] = k
			}
		}
		if at[i] < 0 {
			return false
		}
	}
	for i, p := range pieces {
		c := &f.cols[at[i]]
		c.from, c.to = min(c.from, p.u0), max(c.to, p.u1)
		c.lines = append(c.lines, p)
	}
	return true
}

// prose reports whether the columns hold prose: most lines fill them, and say something in words.
func (f *fold) prose() bool {
	if len(f.cols) < 2 {
		return false
	}
	for k := range f.cols {
		c := &f.cols[k]
		if len(c.lines) < leastLines || k > 0 && c.from < f.cols[k-1].to {
			return false
		}
		full, words, runes := 0, 0, 0
		for _, p := range c.lines {
			if c.to-p.u1 < nearlyFull*p.size && p.u1-p.u0 > leastWidth*p.size {
				full++
			}
			runes += utf8.RuneCountInString(p.text)
			for _, r := range p.text {
				if r == ' ' || r >= 'ぁ' && r <= 'ん' {
					words++
				}
			}
		}
		if 2*full < len(c.lines) || kanaShare*words < runes {
			return false
		}
	}
	return true
}

// place tells how far each column is moved: its first line to where the next line of the column before it would stand.
func (f *fold) place() {
	f.top, f.bottom = math.Inf(1), math.Inf(-1)
	for k := range f.cols {
		lines := f.cols[k].lines
		f.top, f.bottom = min(f.top, lines[0].v), max(f.bottom, lines[len(lines)-1].v)
	}
	end := 0.0
	for k := range f.cols {
		c := &f.cols[k]
		first, last := c.lines[0], c.lines[len(c.lines)-1]
		if k > 0 {
			c.du, c.dv = f.cols[0].from-c.from, end+c.pitch()-first.v
		}
		end = last.v + c.dv
	}
	f.extra = max(0, end-f.bottom)
}

// pitch returns the usual distance of the lines.
func (c *foldColumn) pitch() float64 {
	steps := make([]float64, 0, len(c.lines)-1)
	for i := 1; i < len(c.lines); i++ {
		steps = append(steps, c.lines[i].v-c.lines[i-1].v)
	}
	slices.Sort(steps)
	return steps[len(steps)/2]
}

// moved returns how far what stands at a place is moved.
func moved(folds []fold, dir int32, u, v float64) (du, dv float64) {
	for i := range folds {
		f := &folds[i]
		switch {
		case f.dir != dir || v < f.top:
		case v > f.bottom:
			dv += f.extra
		default:
			k := len(f.cols) - 1
			for k > 0 && u < f.cols[k].from {
				k--
			}
			du, dv = f.cols[k].du, dv+f.cols[k].dv
		}
	}
	return du, dv
}
