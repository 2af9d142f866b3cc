package wml

import (
	"context"
	"io"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// Styles is a styles part (17.7), resolved along basedOn.
type Styles struct {
	theme    theme
	defaults Props
	shade    paint // of paragraphs by default
	line     line  // of paragraphs by default
	ind      indent
	byID     map[string]*style
	para     string // ID of the default paragraph style
	table    string
}

// A style is one of them; its properties are those of the whole chain once it is resolved.
type style struct {
	kind, base string
	run        Props
	shade      paint            // of the paragraph
	line       line             // of the paragraph
	ind        indent           // of the paragraph
	cells      map[string]paint // of a table style: shading by condition (17.18.89), "" for the whole table
	inks       map[string]Props // of a table style: of runs by condition
	resolved   bool
}

var noStyle = style{resolved: true} // never written to

const styleDepth = 64 // longest chain of basedOn that is followed

func newStyles(t theme) *Styles { return &Styles{theme: t, byID: map[string]*style{}} }

// readStyles reads a styles part.
func readStyles(ctx context.Context, r io.Reader, t theme) (*Styles, error) {
	rd := &stylesReader{st: newStyles(t)}
	s := xmlscan.New(ctx, r)
	for s.Next() {
		switch s.Kind() {
		case xmlscan.Start:
			rd.start(s)
		case xmlscan.End:
			rd.end(s)
		}
	}
	return rd.st, s.Err()
}

// A stylesReader follows the element that properties belong to.
type stylesReader struct {
	st    *Styles
	cur   *style
	cond  string
	in    string // rPr, pPr, tblPr, tcPr
	depth int    // of in
	ink   string // the property that is open
}

func (rd *stylesReader) start(s *xmlscan.Scanner) {
	if rd.in != "" {
		rd.property(s)
		rd.inside(s)
		return
	}
	switch string(s.LocalBytes()) {
	case "style":
		rd.style(s)
	case "basedOn":
		if rd.cur != nil {
			rd.cur.base, _ = Attr(s, "val")
		}
	case "tblStylePr":
		rd.cond, _ = Attr(s, "type")
	case "rPr", "pPr", "tblPr", "tcPr":
		rd.in, rd.depth = s.Local(), s.Depth()
	}
}

func (rd *stylesReader) style(s *xmlscan.Scanner) {
	id, _ := Attr(s, "styleId")
	kind, _ := Attr(s, "type")
	rd.cur, rd.cond = &style{kind: kind, cells: map[string]paint{}, inks: map[string]Props{}}, ""
	rd.st.byID[id] = rd.cur
	if v, _ := Attr(s, "default"); truth(v) {
		switch kind {
		case "paragraph":
			rd.st.para = id
		case "table":
			rd.st.table = id
		}
	}
}

// property takes an element inside of a block of properties.
func (rd *stylesReader) property(s *xmlscan.Scanner) {
	if s.Depth() != rd.depth+1 {
		return // of a change, or of something that shows no colour
	}
	t := rd.st.theme
	switch {
	case rd.cur == nil && rd.in == "rPr": // docDefaults (17.7.5.1)
		rd.st.defaults.read(s, t)
	case rd.cur == nil:
		if rd.in == "pPr" {
			rd.st.line.read(s)
			if s.Is("ind") {
				rd.st.ind.read(s)
			}
			if s.Is("shd") {
				rd.st.shade = t.shade(s)
			}
		}
	case rd.in == "rPr" && rd.cur.kind == "table":
		if rd.cond == "" {
			rd.cur.run.read(s, t)
			return
		}
		props := rd.cur.inks[rd.cond]
		props.read(s, t)
		rd.cur.inks[rd.cond] = props
	case rd.in == "rPr":
		rd.cur.run.read(s, t)
	case rd.in == "pPr" && s.Is("shd"):
		rd.cur.shade = t.shade(s)
	case rd.in == "pPr" && s.Is("ind"):
		rd.cur.ind.read(s)
	case rd.in == "pPr":
		rd.cur.line.read(s)
	case s.Is("shd"):
		rd.cur.cells[rd.cond] = t.shade(s)
	}
}

// inside takes what is below a property of a run: how a fill or an outline paints.
func (rd *stylesReader) inside(s *xmlscan.Scanner) {
	switch {
	case rd.in != "rPr" || rd.cur == nil || rd.cur.kind == "table":
	case s.Depth() == rd.depth+1:
		rd.ink = s.Local()
	case rd.ink == "textFill" || rd.ink == "textOutline":
		rd.cur.run.ink(rd.ink).paint(s, rd.st.theme)
	}
}

func (rd *stylesReader) end(s *xmlscan.Scanner) {
	switch {
	case rd.in != "" && s.Depth() == rd.depth:
		rd.in = ""
	case rd.in != "":
	case s.Is("style"):
		rd.cur = nil
	case s.Is("tblStylePr"):
		rd.cond = ""
	}
}

// get returns a style with what it takes from those it is based on; an unknown one is empty.
func (st *Styles) get(id string) *style { return st.chain(id, 0) }

func (st *Styles) chain(id string, depth int) *style {
	s := st.byID[id]
	if s == nil {
		return &noStyle
	}
	if s.resolved || depth > styleDepth {
		return s
	}
	s.resolved = true // also ends a circle
	if s.base == "" {
		return s
	}
	base := st.chain(s.base, depth+1)
	s.run = s.run.over(base.run)
	s.shade = s.shade.over(base.shade)
	s.line = s.line.over(base.line)
	s.ind = s.ind.over(base.ind)
	for cond, p := range base.inks {
		s.inks[cond] = s.inks[cond].over(p)
	}
	for cond, p := range base.cells {
		if _, ok := s.cells[cond]; !ok {
			s.cells[cond] = p
		}
	}
	return s
}

// paraStyle returns the style of a paragraph.
func (st *Styles) paraStyle(id string) *style {
	if id == "" {
		id = st.para
	}
	return st.get(id)
}

// styleOf returns the style of a paragraph whose properties have been read.
func (w *walker) styleOf(p *Para) *style {
	if p.styled == nil {
		p.styled = w.styles.paraStyle(p.style)
	}
	return p.styled
}

// plain reports whether a table's style makes all cells look alike and shades none.
func (s *style) plain() bool { return len(s.inks) == 0 && len(s.cells) == 0 }

// resolve returns the effective properties of a run: direct ones, then its character style, the paragraph's style, the table's and
// the defaults. Hidden is a toggle (17.7.3): each style that sets it turns it round, a direct value decides.
func (st *Styles) resolve(direct Props, para *style, table *Props) Props {
	char := st.get(direct.style)
	p := direct.over(char.run.over(para.run))
	if table != nil {
		p = p.over(*table)
	}
	p = p.over(st.defaults)
	switch {
	case direct.vanish != silent:
		p.vanish = direct.vanish
	case st.defaults.vanish == set:
		p.vanish = set
	default:
		hidden := (char.run.vanish == set) != (para.run.vanish == set)
		if table != nil {
			hidden = hidden != (table.vanish == set)
		}
		p.vanish = triOf(hidden)
	}
	return p
}
