package redact

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// A struckPage is the text of one page while it is decided what of it is struck.
type struckPage struct {
	within []string
	n      int // of the page, from 1
	lines  []*pageLine
	others []pageOther
}

// A pageOther is what stands on a page without being written there: the address that a link leads to.
type pageOther struct {
	text  string
	seen  seen // as it is summed up if it stays
	box   [4]float64
	loose bool
}

// A pageLine is one item of a page: a line, a paragraph or the text of a cell.
type pageLine struct {
	seen  bool // a reader sees it
	loose bool // it lies in a file inside the file, whose looks nobody promises
	scan  bool // it stands invisibly on a picture that shows it
	cells []cellText
	runes []rune // folded, without spaces
	at    []int  // for each of the runes the cell that it stands in
	box   [4]float64
}

// A cellText is a character with its place, and what strikes it.
type cellText struct {
	text   string
	start  int
	quad   inspect.Quad
	line   inspect.Quad // as its line takes it
	struck bool
	mark   int // of the marks; -1: personal data
}

// A struck is an area that is blacked out.
type struck struct {
	within []string
	page   int
	area   inspect.Quad
	mark   int
	drawn  bool // the area is what a person drew, and stays as it is
}

// turn makes the page that a finding stands on the current one. It returns one that is complete.
func (s *strikes) turn(f *inspect.Finding) (full *struckPage) {
	n := pageOf(f.Where)
	if p := s.page; p == nil || p.n != n || !slices.Equal(p.within, f.Within) {
		full = p
		s.page = &struckPage{within: slices.Clone(f.Within), n: n}
	}
	return full
}

// other adds a finding that is on the current page but not written there.
func (s *strikes) other(f *inspect.Finding, box [4]float64) {
	o := pageOther{text: strings.Clone(f.Text), seen: seen{}, box: box, loose: !open(f.Holder)}
	o.seen.add(f, f.Text)
	s.page.others = append(s.page.others, o)
}

// held reports whether an area takes the better part of a box, and what stands there with it.
func held(areas []struck, box [4]float64) bool {
	for _, a := range areas {
		b := a.area.Bounds()
		w, h := min(b[2], box[2])-max(b[0], box[0]), min(b[3], box[3])-max(b[1], box[1])
		if w > 0 && h > 0 && w*h > 0.5*(box[2]-box[0])*(box[3]-box[1]) {
			return true
		}
	}
	return false
}

// line adds a finding to the current page.
func (s *strikes) line(f *inspect.Finding) {
	l := &pageLine{seen: f.Place == nil, loose: !open(f.Holder), scan: recognised(f)}
	for g := range f.Glyphs {
		if g.End > len(f.Text) {
			break
		}
		l.cells = append(l.cells, cellText{text: strings.Clone(f.Text[g.Start:g.End]), start: g.Start, quad: g.Quad, line: g.OnLine, mark: -1})
	}
	if len(l.cells) == 0 {
		return
	}
	l.box = l.cells[0].quad.Bounds()
	for _, c := range l.cells {
		b := c.quad.Bounds()
		l.box = [4]float64{min(l.box[0], b[0]), min(l.box[1], b[1]), max(l.box[2], b[2]), max(l.box[3], b[3])}
	}
	var offsets []int
	l.runes = s.squeeze(f.Text, &offsets)
	at := 0
	for _, o := range offsets {
		for at+1 < len(l.cells) && l.cells[at+1].start <= o {
			at++
		}
		l.at = append(l.at, at)
	}
	for _, w := range s.masks.of(f.Where, f.Text) {
		for i := range l.cells {
			if c := &l.cells[i]; c.start >= w.start && c.start < w.end {
				c.struck = true
			}
		}
	}
	s.page.lines = append(s.page.lines, l)
}

// strike decides what of a page is struck, and returns the areas.
func (s *strikes) strike(p *struckPage) []struck {
	var out []struck
	for i := range s.marks {
		m := &s.marks[i]
		if m.Words != "" || m.Page != p.n || len(p.within) > 0 {
			continue
		}
		out = append(out, struck{within: p.within, page: p.n, area: m.area(), mark: i, drawn: true})
		for _, l := range p.lines {
			for k := range l.cells {
				if c := &l.cells[k]; m.area().Covers(c.quad) {
					c.struck, c.mark = true, -2 // the box that was drawn covers it already
				}
			}
		}
	}
	for _, joined := range p.joints() {
		s.strikeRun(p, joined)
	}
	from := len(out)
	for _, l := range p.lines {
		out = append(out, l.areas(p)...)
	}
	p.under(out[from:])
	s.tell(p)
	return out
}

// under notes the characters that go with what stands around them, though they were read as another text: a number that stands upright
// in a vertical line.
func (p *struckPage) under(areas []struck) {
	if len(areas) == 0 {
		return
	}
	for _, l := range p.lines {
		for i := range l.cells {
			c := &l.cells[i]
			if c.struck {
				continue
			}
			if slices.ContainsFunc(areas, func(a struck) bool { return a.area.Covers(c.quad) }) {
				c.struck, c.mark = true, -2
			}
		}
	}
}

// A run is characters of one or more lines in an order in which a value may stand in them.
type run struct {
	runes []rune
	cells []*cellText
	cuts  []int // where another line begins; a value has to reach over one, unless there are none
}

func (r *run) add(l *pageLine) {
	if len(r.runes) > 0 {
		r.cuts = append(r.cuts, len(r.runes))
	}
	r.runes = append(r.runes, l.runes...)
	for _, at := range l.at {
		r.cells = append(r.cells, &l.cells[at])
	}
}

// joints returns the runs of a page: each line, the lines side by side, and each line with the one below it.
func (p *struckPage) joints() []run {
	var out []run
	order := slices.Clone(p.lines)
	slices.SortStableFunc(order, func(a, b *pageLine) int {
		return cmp.Or(-cmp.Compare(a.box[1], b.box[1]), cmp.Compare(a.box[0], b.box[0]))
	})
	for i := 0; i < len(order); {
		end := i + 1
		for end < len(order) && order[i].box[1]-order[end].box[1] < 0.5*(order[i].box[3]-order[i].box[1]) {
			end++
		}
		row := slices.Clone(order[i:end])
		slices.SortStableFunc(row, func(a, b *pageLine) int { return cmp.Compare(a.box[0], b.box[0]) })
		var side run
		for _, l := range row {
			var one run
			one.add(l)
			out = append(out, one)
			side.add(l)
		}
		if len(row) > 1 {
			out = append(out, side)
		}
		i = end
	}
	for i, a := range order {
		if b := below(a, order[i+1:]); b != nil {
			var two run
			two.add(a)
			two.add(b)
			out = append(out, two)
		}
	}
	return out
}

// below returns the line that goes on under a, nil if there is none: close, and with a part of its width in common.
func below(a *pageLine, rest []*pageLine) *pageLine {
	h := a.box[3] - a.box[1]
	for _, b := range rest {
		if a.box[1]-b.box[1] > 2.5*h+b.box[3]-b.box[1] {
			return nil
		}
		if a.box[1]-b.box[1] > 0.5*h && b.box[0] < a.box[2] && b.box[2] > a.box[0] {
			return b
		}
	}
	return nil
}

// strikeRun strikes the values that stand in a run.
func (s *strikes) strikeRun(p *struckPage, r run) {
	s.matches(r.runes, p.n, func(k, from, to int) {
		v := &s.values[k]
		over := len(r.cuts) == 0
		for _, cut := range r.cuts {
			over = over || from < cut && to > cut
		}
		if v.open || !over || len(r.cuts) > 0 && to-from < leastValue {
			return
		}
		if v.mark >= 0 {
			s.met[v.mark] = true
		}
		for _, c := range r.cells[from:to] {
			if !c.struck {
				c.struck, c.mark = true, v.mark
			}
		}
	})
}

// tell notes which values a reader still sees: what stood in a box that a person drew may stand elsewhere too.
func (s *strikes) tell(p *struckPage) {
	for _, l := range p.lines {
		if !l.seen {
			continue
		}
		s.longer(l.runes)
		s.matches(l.runes, 0, func(k, from, to int) {
			for _, at := range l.at[from:to] {
				if !l.cells[at].struck {
					s.values[k].public = true
				}
			}
		})
	}
}

// areas returns the areas of a line's struck characters: one for each run of them.
func (l *pageLine) areas(p *struckPage) []struck {
	var out []struck
	open := false
	for i := range l.cells {
		c := &l.cells[i]
		if !c.struck || c.mark == -2 {
			open = false
			continue
		}
		if n := len(out); open && out[n-1].mark == c.mark {
			if q, ok := out[n-1].area.Join(c.line); ok {
				out[n-1].area = q
				continue
			}
		}
		out = append(out, struck{within: p.within, page: p.n, area: c.line, mark: c.mark})
		open = true
	}
	return out
}
