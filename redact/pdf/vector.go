package pdf

import (
	"bytes"
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// A subpath is a part of a path that begins with a move or a rectangle: the outline of a letter, a line, a frame.
type subpath struct {
	content    int
	start, end int      // of the operations that build it
	box        pdf.Rect // on the page
	points     int
	curved     bool
	clips      bool // the path it belongs to becomes a clip
	painted    bool
}

// maxSubpaths bounds what is noted of one page; a page with more can't be blacked out exactly.
const maxSubpaths = 1_000_000

// A tracer follows the paths of a content.
type tracer struct {
	d     *drawing
	at    int
	m     pdf.Matrix
	stack []pdf.Matrix
	nums  []float64
	from  int // where the operation starts; -1: none begun
	out   []subpath
	first int // of the path that is being built
}

// subpaths returns the subpaths of all contents of a page.
func (d *drawing) subpaths() []subpath {
	var out []subpath
	for i := range d.c.Contents {
		c := &d.c.Contents[i]
		t := tracer{d: d, at: i, m: c.Matrix, from: -1, out: out, first: len(out)}
		t.run(d.plain(i))
		out = t.out
	}
	return out
}

// plain returns the code of a content with blanks for the data of its inline images, which are no operators.
func (d *drawing) plain(content int) []byte {
	data := d.c.Contents[content].Data
	cloned := false
	for _, q := range d.c.Paints {
		if q.Kind == pdf.InlineImage && q.Content == content {
			if !cloned {
				data, cloned = bytes.Clone(data), true
			}
			copy(data[q.Start:q.End], bytes.Repeat([]byte{' '}, q.End-q.Start))
		}
	}
	return data
}

func (t *tracer) run(data []byte) {
	lex := pdf.Lexer{Data: data}
	for tok := lex.Next(); tok.Kind != pdf.EOF && len(t.out) < maxSubpaths; tok = lex.Next() {
		if t.from < 0 {
			t.from = tok.Start
		}
		if tok.Kind != pdf.Operator {
			if tok.Kind == pdf.Number && len(t.nums) < 8 {
				t.nums = append(t.nums, tok.Num)
			}
			continue
		}
		t.do(string(tok.Bytes), tok.End)
		t.nums, t.from = t.nums[:0], -1
		lex.Reset()
	}
}

func (t *tracer) num(i int) float64 {
	if i < len(t.nums) {
		return t.nums[i]
	}
	return 0
}

func (t *tracer) do(op string, end int) {
	switch op {
	case "q":
		if len(t.stack) < 10_000 {
			t.stack = append(t.stack, t.m)
		}
	case "Q":
		if n := len(t.stack); n > 0 {
			t.m, t.stack = t.stack[n-1], t.stack[:n-1]
		}
	case "cm":
		t.m = pdf.Matrix{t.num(0), t.num(1), t.num(2), t.num(3), t.num(4), t.num(5)}.Mul(t.m)
	case "m":
		t.begin()
		t.add(end, 2)
	case "re":
		x, y := t.num(0), t.num(1)
		w, h := t.num(2), t.num(3)
		t.begin()
		t.nums = append(t.nums[:0], x, y, x+w, y, x+w, y+h, x, y+h)
		t.add(end, 8)
	case "l":
		t.add(end, 2)
	case "c":
		t.add(end, 6)
	case "v", "y":
		t.add(end, 4)
	case "h":
		t.add(end, 0)
	case "W", "W*":
		for i := t.first; i < len(t.out); i++ {
			t.out[i].clips = true
		}
	case "n", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*":
		for i := t.first; i < len(t.out); i++ {
			t.out[i].painted = op != "n"
		}
		t.first = len(t.out)
	}
}

func (t *tracer) begin() {
	t.out = append(t.out, subpath{content: t.at, start: t.from, end: t.from})
}

// add adds points to the subpath. What goes on behind its end without a move is held for a part of it.
func (t *tracer) add(end, coords int) {
	if len(t.out) == t.first {
		return
	}
	s := &t.out[len(t.out)-1]
	s.end, s.curved = end, s.curved || coords == 4 || coords == 6
	for i := 0; i+1 < coords; i += 2 {
		x, y := t.m.Apply(t.num(i), t.num(i+1))
		if s.points == 0 {
			s.box = pdf.Rect{X0: x, Y0: y, X1: x, Y1: y}
		}
		s.box = pdf.Rect{X0: min(s.box.X0, x), Y0: min(s.box.Y0, y), X1: max(s.box.X1, x), Y1: max(s.box.Y1, y)}
		s.points++
	}
}

// cutPaths takes out the drawings that lie in the areas: letters drawn as outlines, signatures, small pictures made of lines. Frames
// and rules that only pass through tell nothing and stay.
func (d *drawing) cutPaths() error {
	if len(d.paths) >= maxSubpaths {
		return ErrDraw
	}
	for _, s := range d.paths {
		if !s.painted || s.clips || !slices.ContainsFunc(d.p.areas, func(a *blackout) bool { return s.goes(a.area) }) {
			continue
		}
		inside := func(c splice) bool { return c.start <= s.start && c.end >= s.end }
		if !slices.ContainsFunc(d.cuts[s.content], inside) {
			d.cuts[s.content] = append(d.cuts[s.content], splice{s.start, s.end, nil})
		}
	}
	return nil
}

// goes reports whether a subpath lies in an area: as a whole, or, if it has the outline of something, for the better part.
func (s *subpath) goes(area inspect.Quad) bool {
	const edge = 0.5
	b := area.Bounds()
	around := pdf.Rect{X0: b[0] - edge, Y0: b[1] - edge, X1: b[2] + edge, Y1: b[3] + edge}
	r := s.box
	if r.X1 < around.X0 || r.X0 > around.X1 || r.Y1 < around.Y0 || r.Y0 > around.Y1 {
		return false
	}
	cx, cy := r.Center()
	if !area.Contains(cx, cy) {
		return false
	}
	if r.X0 >= around.X0 && r.X1 <= around.X1 && r.Y0 >= around.Y0 && r.Y1 <= around.Y1 {
		return true
	}
	in := r.Intersect(around)
	shape := s.curved || s.points > 5
	return shape && in.Area() >= 0.5*r.Area()
}
