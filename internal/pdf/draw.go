package pdf

import (
	"context"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Bounds of one page (robustness 3).
const (
	maxOperators = 1_000_000
	maxForms     = 30 // nested
	maxStates    = 10_000
	maxOperands  = 50_000
	maxGlyphs    = 2_000_000
)

// An interpreter runs content streams. One runs a page with everything that is drawn on it.
type interpreter struct {
	f       *File
	c       *Canvas
	ctx     context.Context
	st      state
	order   int
	ops     int
	over    bool // a bound was hit; the problem is noted
	noted   map[Problem]bool
	entered []int // object numbers of the forms around
}

// Draw runs the content of a page. The canvas may be one that is no longer needed: its memory is used again. The error is that of
// the context; what could not be read of the page is among the problems of the canvas.
func (f *File) Draw(ctx context.Context, p *Page, c *Canvas) (*Canvas, error) {
	if c == nil {
		c = &Canvas{}
	}
	*c = Canvas{
		Page: p, Contents: c.Contents[:0], Shows: c.Shows[:0], Glyphs: c.Glyphs[:0], Paints: c.Paints[:0], Annots: c.Annots[:0], Rules: c.Rules[:0],
		Marks: c.Marks[:0], Problems: c.Problems[:0], Uses: c.Uses[:0], Remarks: c.Remarks[:0], Photos: c.Photos[:0], lines: c.lines[:0], clips: c.clips[:0], judge: c.judge,
		content: c.content,
	}
	in := &interpreter{f: f, c: c, ctx: ctx, noted: map[Problem]bool{}}
	data, problems := f.content(p, &c.content)
	for _, pr := range problems {
		in.problem(pr)
	}
	in.st = newState()
	c.Contents = append(c.Contents, Content{Parent: -1, Annot: -1, Resources: p.Resources, Matrix: Identity, Data: data})
	in.run(0)
	in.annotations()
	return c, ctx.Err()
}

// problem notes what could not be read, each thing once.
func (in *interpreter) problem(p Problem) {
	if !in.noted[p] && len(in.noted) < 1000 {
		in.noted[p] = true
		in.c.Problems = append(in.c.Problems, p)
	}
}

// limit notes that a bound was hit, and ends the drawing.
func (in *interpreter) limit(what string) {
	in.over = true
	in.problem(Problem{OverLimit, what})
}

// A program is one content stream being run.
type program struct {
	*interpreter
	at       int // of [Canvas.Contents]
	annot    int
	lex      Lexer
	args     []Token
	numbers  []float64 // see [program.nums]
	from     int       // where the current operation starts
	res      map[string]types.Dict
	fonts    map[string]*Font
	stack    []state
	path     path
	built    int  // where the path that is being built begins, plus one; 0: none is
	clipping byte // 'W' or '*': the path becomes a clip when it is painted
	tm, tlm  Matrix
	marks    []int // open marked content, each the innermost of [Canvas.Marks]; -1: none
	texts    int   // first show of the text object
	outside  bool  // what surrounds the content is in a layer that is off
}

// run interprets a content. The graphics state is the interpreter's; it is restored at the end.
func (in *interpreter) run(at int) {
	content := &in.c.Contents[at]
	p := &program{
		interpreter: in, at: at, annot: content.Annot, lex: Lexer{Data: content.Data}, res: map[string]types.Dict{},
		fonts: map[string]*Font{}, tm: Identity, tlm: Identity,
	}
	p.lex.Remark = func(start, end int) {
		if len(in.c.Remarks) < maxMarks {
			in.c.Remarks = append(in.c.Remarks, Remark{at, start, end})
		}
	}
	saved := in.st
	defer func() { in.st = saved }()
	p.from, p.outside = -1, in.st.hidden
	for !in.over {
		t := p.lex.Next()
		if t.Kind == EOF {
			break
		}
		if p.from < 0 {
			p.from = t.Start
		}
		if t.Kind != Operator {
			if len(p.args) < maxOperands {
				p.args = append(p.args, t)
			}
			continue
		}
		if in.ops++; in.ops > maxOperators {
			in.limit("operators")
			break
		}
		if in.ops&1023 == 0 && in.ctx.Err() != nil {
			in.over = true
			break
		}
		p.remark(string(t.Bytes))
		p.do(t)
		p.args, p.from = p.args[:0], -1
		p.lex.Reset()
	}
	p.remark("") // operands that no operator takes
	for _, m := range p.marks {
		if m >= 0 && in.c.Marks[m].Content == at && in.c.Marks[m].Close == 0 {
			in.c.Marks[m].Close = len(content.Data)
		}
	}
}

// num returns an operand from the left; a missing one is 0.
func (p *program) num(i int) float64 {
	if i < len(p.args) {
		return p.args[i].Num
	}
	return 0
}

// nums returns the numbers among the operands. They are valid until the next call.
func (p *program) nums() []float64 {
	p.numbers = p.numbers[:0]
	for i := range p.args {
		if a := &p.args[i]; a.Kind == Number {
			p.numbers = append(p.numbers, a.Num)
		}
	}
	return p.numbers
}

// name returns the last operand if it is a name.
func (p *program) name() string {
	if n := len(p.args); n > 0 && p.args[n-1].Kind == Name {
		return string(p.args[n-1].Bytes)
	}
	return ""
}

// resource returns an entry of the content's resources.
func (p *program) resource(kind, name string) types.Object {
	d, ok := p.res[kind]
	if !ok {
		d = p.f.Dict(p.c.Contents[p.at].Resources[kind])
		p.res[kind] = d
	}
	return d[name]
}

// next returns the place of the next paint or show in the order of painting.
func (in *interpreter) next() int {
	in.order++
	return in.order
}

// do carries one operation out.
func (p *program) do(t Token) {
	if p.graphics(t) || p.colour(t) || p.pathOp(t) || p.text(t) {
		return
	}
	switch string(t.Bytes) {
	case "Do":
		p.xobject(t)
	case "BI":
		p.inline(t)
	case "sh":
		p.shading(t)
	case "BDC":
		p.begin(t, true)
	case "BMC":
		p.begin(t, false)
	case "EMC":
		p.end(t)
	case "d1":
		p.c.uncolored = true
	}
}

// graphics are the operators of the graphics state (8.4.4).
func (p *program) graphics(t Token) bool {
	st := &p.st
	switch string(t.Bytes) {
	case "q":
		if len(p.stack) >= maxStates {
			p.limit("nested graphics states")
			return true
		}
		p.stack = append(p.stack, *st)
	case "Q":
		if n := len(p.stack); n > 0 {
			*st = p.stack[n-1]
			p.stack = p.stack[:n-1]
		}
	case "cm":
		st.ctm = Matrix{p.num(0), p.num(1), p.num(2), p.num(3), p.num(4), p.num(5)}.Mul(st.ctm)
	case "w":
		st.lineWidth = p.num(0)
	case "J":
		st.lineCap = int(p.num(0))
	case "d":
		st.dashed = len(p.args) > 3
	case "gs":
		p.external(p.f.Dict(p.resource("ExtGState", p.name())))
	default:
		return false
	}
	return true
}

// external applies a dictionary of graphics state parameters (8.4.5).
func (p *program) external(d types.Dict) {
	st := &p.st
	if v, ok := p.f.Number(d["ca"]); ok {
		st.alpha = v
	}
	if v, ok := p.f.Number(d["CA"]); ok {
		st.strokeAlpha = v
	}
	if v, ok := p.f.Number(d["LW"]); ok {
		st.lineWidth = v
	}
	if o := d["BM"]; o != nil {
		st.blend = p.f.Name(o)
		if a := p.f.Array(o); len(a) > 0 {
			st.blend = p.f.Name(a[0])
		}
	}
	if o := d["SMask"]; o != nil {
		st.masked = p.f.Name(o) != "None"
	}
	if a := p.f.Array(d["Font"]); len(a) == 2 {
		size, _ := p.f.Number(a[1])
		st.font, st.fontName, st.size = p.f.font(a[0]), "", size
	}
}
