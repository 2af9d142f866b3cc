package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

type object = types.Object

// A drawing is a page that is being rewritten: its canvas, what is cut out of each content, and what each use of a form becomes.
type drawing struct {
	*job
	p      *pageJob
	c      *pdf.Canvas
	cuts   [][]splice
	target []int                // by content: the object that is to be drawn
	bind   []map[string]int     // by content that owns resources: names of XObjects and what they are to lead to
	own    []int                // by content: the one whose resources it uses
	tail   []byte               // drawn on top of the page
	states map[int]types.Object // appearances of annotations that changed

	multiply     bool               // the tail needs the graphics state that multiplies
	alphas       map[string]float64 // and those that are faint
	paths        []subpath          // of all contents; only if something is blacked out
	struckAnnots []int              // of the canvas: annotations that a box touches

	labelled bool    // the tail needs the fonts of labels
	picture  *raster // what the page becomes; nil: it stays what it is
}

// A splice replaces bytes of a content.
type splice struct {
	start, end int
	with       []byte
}

// editPages rewrites the pages that lose something, in their order. Those that can't be rewritten are named all at once.
func (j *job) editPages() error {
	var failed PagesError
	for _, n := range slices.Sorted(maps.Keys(j.pages)) {
		if j.pictures[n] {
			continue
		}
		err := j.editPage(j.pages[n])
		switch {
		case j.ctx.Err() != nil:
			return j.ctx.Err()
		case errors.Is(err, ErrDraw):
			failed.Pages, failed.Err = append(failed.Pages, n), err
		case err != nil:
			return fmt.Errorf("page %d: %w", n, err)
		}
	}
	if len(failed.Pages) > 0 {
		return &failed
	}
	return nil
}

func (j *job) editPage(p *pageJob) error {
	d, err := j.drawing(p)
	if err != nil {
		return err
	}
	for _, step := range []func() error{
		d.owners, d.strike, d.cutGlyphs, d.cutLayers, d.cutUnseen, d.erasePictures, d.cutPaths, d.contents, d.burn, d.drawBoxes, d.finish, d.expected, d.remember,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// drawing draws and judges a page that is to be rewritten.
func (j *job) drawing(p *pageJob) (*drawing, error) {
	if p.page.Obj == 0 {
		return nil, ErrDraw
	}
	c, err := j.f.Draw(j.ctx, p.page, nil)
	if err != nil {
		return nil, err
	}
	for _, pr := range c.Problems {
		if pr.Kind != pdf.Unsupported { // an unknown encoding does not keep other text from being cut out
			return nil, fmt.Errorf("%w: %s", ErrDraw, pr.What)
		}
	}
	c.Judge(j.f)
	if p.causes[pdf.Unseen] && c.Doubtful {
		if _, err := j.witness.Look(j.ctx, c); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrDraw, err)
		}
	}
	n := len(c.Contents)
	return &drawing{
		job: j, p: p, c: c, cuts: make([][]splice, n), target: make([]int, n), bind: make([]map[string]int, n), own: make([]int, n),
		states: map[int]object{},
	}, nil
}

// gone reports whether a glyph is to be taken out.
func (d *drawing) gone(g *pdf.Glyph) bool { return g.Cause != pdf.Seen && d.p.causes[g.Cause] }

// cutGlyphs rewrites the operations that show glyphs which go.
func (d *drawing) cutGlyphs() error {
	for from := 0; from < len(d.c.Glyphs); {
		show := d.c.Glyphs[from].Show
		to := from
		lost := false
		for ; to < len(d.c.Glyphs) && d.c.Glyphs[to].Show == show; to++ {
			lost = lost || d.gone(&d.c.Glyphs[to])
		}
		if lost {
			d.cutShow(&d.c.Shows[show], d.c.Glyphs[from:to])
		}
		from = to
	}
	for i := range d.c.Marks {
		if d.p.silence {
			d.cutMark(&d.c.Marks[i])
		}
	}
	return nil
}

func (d *drawing) cutShow(s *pdf.Show, glyphs []pdf.Glyph) {
	data := d.c.Contents[s.Content].Data
	with := unshow(data[s.Start:s.End], s.Op, glyphs, d.gone, free(data, s.End))
	d.cuts[s.Content] = append(d.cuts[s.Content], splice{s.Start, s.End, with})
	for at := s.Mark; at >= 0; at = d.c.Marks[at].Parent {
		d.cutMark(&d.c.Marks[at])
	}
	d.markErased(s.Content, s.Start)
}

// cutMark takes from a marked-content sequence what it says about text that went: the replacement, the description and the expansion
// (14.9). Its number in the structure stays.
func (d *drawing) cutMark(m *pdf.Mark) {
	if !m.HasActual && m.Alt == "" && m.Expansion == "" {
		return
	}
	with := appendName(nil, m.Tag)
	if m.MCID >= 0 {
		with = fmt.Appendf(with, " <</MCID %d>> BDC", m.MCID)
	} else {
		with = append(with, " BMC"...)
	}
	cut := splice{m.Start, m.End, with}
	same := func(o splice) bool { return o.start == cut.start }
	if !slices.ContainsFunc(d.cuts[m.Content], same) {
		d.cuts[m.Content] = append(d.cuts[m.Content], cut)
	}
}

// cutLayers takes out what else is drawn in layers that are off: forms, pictures, paths. Only sequences that leave the graphics state
// as it was are cut as a whole; of the others the glyphs are gone already.
func (d *drawing) cutLayers() error {
	if !d.p.causes[pdf.Layer] {
		return nil
	}
	for _, u := range d.c.Uses {
		if u.Off && u.Content >= 0 {
			d.cut(u.Content, splice{u.Start, u.End, nil})
		}
	}
	defer d.noteUses()
	for i := range d.c.Marks {
		m := &d.c.Marks[i]
		data := d.c.Contents[m.Content].Data
		if !m.Layer || !m.Hidden || m.Close <= m.End || !balanced(data[m.End:m.Close]) {
			continue
		}
		inside := func(s splice) bool { return s.start >= m.Start && s.end <= m.Close }
		d.cuts[m.Content] = append(slices.DeleteFunc(d.cuts[m.Content], inside), splice{m.Start, m.Close, nil})
	}
	return nil
}

// balanced reports whether content leaves everything behind it as it was: text objects and states are closed, and no state is set
// outside of them.
func balanced(code []byte) bool {
	lex := pdf.Lexer{Data: code}
	depth := 0
	for t := lex.Next(); t.Kind != pdf.EOF; t = lex.Next() {
		if t.Kind != pdf.Operator {
			lex.Reset()
			continue
		}
		switch string(t.Bytes) {
		case "q":
			depth++
		case "Q":
			if depth--; depth < 0 {
				return false
			}
		case "BI": // its data can't be told from operators here
			return false
		case "cm", "W", "W*", "gs", "Tf", "Td", "TD", "Tm", "T*", "BT", "ET":
			if depth == 0 {
				return false
			}
		}
	}
	return depth == 0
}

// owners notes for each content what it draws now, and whose resources it uses.
func (d *drawing) owners() error {
	for i := range d.c.Contents {
		c := &d.c.Contents[i]
		d.target[i] = c.Obj
		d.own[i] = i
		if c.Inherited && c.Parent >= 0 {
			d.own[i] = d.own[c.Parent]
		}
	}
	return nil
}

// apply carries out the splices on a content.
func apply(data []byte, cuts []splice) []byte {
	slices.SortFunc(cuts, func(a, b splice) int { return a.start - b.start })
	var out bytes.Buffer
	at := 0
	for _, c := range cuts {
		if c.start < at {
			continue
		}
		out.Write(data[at:c.start])
		out.WriteByte(' ')
		out.Write(c.with)
		out.WriteByte(' ')
		at = c.end
	}
	out.Write(data[at:])
	return out.Bytes()
}

// finish writes the page: its content in one stream, its resources and its annotations.
func (d *drawing) finish() error {
	d.rename(0)
	page := d.edit(d.p.page.Obj)
	if page == nil {
		return ErrDraw
	}
	if len(d.cuts[0]) > 0 || len(d.tail) > 0 {
		data := apply(d.c.Contents[0].Data, d.cuts[0])
		if len(d.tail) > 0 {
			least, end := d.depths()
			data = append(enclosed(data, least, end), d.tail...)
		}
		n, err := d.once("page", nil, data)
		if err != nil {
			return err
		}
		page["Contents"] = *types.NewIndirectRef(n, 0)
	}
	if len(d.bind[0]) > 0 || d.multiply || len(d.alphas) > 0 || d.labelled {
		res := d.bound(d.p.page.Resources, d.bind[0])
		if d.multiply {
			d.sub(res, "ExtGState")[multiplyName] = types.Dict{"Type": types.Name("ExtGState"), "BM": types.Name("Multiply")}
		}
		for name, alpha := range d.alphas {
			d.sub(res, "ExtGState")[name] = types.Dict{"Type": types.Name("ExtGState"), "CA": types.Float(alpha), "ca": types.Float(alpha)}
		}
		for n, ref := range d.labels.fonts {
			if d.labelled {
				d.sub(res, "Font")[labelName(n)] = ref
			}
		}
		page["Resources"] = res
	}
	return d.annotations(page)
}

// depths counts how far the page's content goes below and ends above the graphics state that it began with.
func (d *drawing) depths() (least, end int) {
	data := bytes.Clone(d.c.Contents[0].Data)
	for _, q := range d.c.Paints {
		if q.Kind == pdf.InlineImage && q.Content == 0 {
			copy(data[q.Start:q.End], bytes.Repeat([]byte{' '}, q.End-q.Start)) // pixels are no operators
		}
	}
	lex := pdf.Lexer{Data: data}
	for t := lex.Next(); t.Kind != pdf.EOF; t = lex.Next() {
		if t.Kind != pdf.Operator {
			continue
		}
		switch string(t.Bytes) {
		case "q":
			end++
		case "Q":
			end--
			least = min(least, end)
		}
		lex.Reset()
	}
	return least, end
}

// enclosed returns content that leaves the graphics state as it found it, however many states it opens or closes.
func enclosed(data []byte, least, end int) []byte {
	out := bytes.Repeat([]byte("q\n"), 1-least)
	out = append(out, data...)
	return append(append(out, bytes.Repeat([]byte("\nQ"), 1-least+end)...), '\n')
}
