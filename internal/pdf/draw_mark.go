package pdf

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// maxMarks bounds how deep marked content may nest.
const maxMarks = 10_000

// mark returns the innermost open mark, -1 if there is none.
func (p *program) mark() int {
	if n := len(p.marks); n > 0 {
		return p.marks[n-1]
	}
	return -1
}

// begin opens a marked-content sequence (14.6). It is entered if it says something about its text or belongs to a layer.
func (p *program) begin(t Token, properties bool) {
	if len(p.marks) >= maxMarks {
		p.limit("nested marked content")
		return
	}
	m := Mark{Parent: p.mark(), Content: p.at, Start: p.from, End: t.End, MCID: -1}
	if len(p.args) > 0 {
		m.Tag = string(p.args[0].Bytes)
	}
	keep := false
	if properties && len(p.args) > 1 {
		keep = p.properties(&m)
	}
	at := m.Parent
	if m.Layer && p.st.hidden {
		m.Hidden = true
	}
	if keep {
		p.c.Marks = append(p.c.Marks, m)
		at = len(p.c.Marks) - 1
	}
	p.marks = append(p.marks, at)
	p.hide()
}

func (p *program) end(t Token) {
	n := len(p.marks)
	if n == 0 {
		return
	}
	at := p.marks[n-1]
	p.marks = p.marks[:n-1]
	if at >= 0 && at != p.mark() {
		p.c.Marks[at].Close = t.End
	}
	p.hide()
}

// hide sets whether what follows is in a layer that is off: by the marks of this content or by what surrounds it.
func (p *program) hide() {
	p.st.hidden = p.outside
	for at := p.mark(); at >= 0; at = p.c.Marks[at].Parent {
		if p.c.Marks[at].Hidden {
			p.st.hidden = true
			return
		}
	}
}

// properties reads the property list of a sequence, and reports whether it says something that matters.
func (p *program) properties(m *Mark) bool {
	v := p.args[1]
	if v.Kind == Name {
		o := p.resource("Properties", string(v.Bytes))
		if m.Tag == "OC" {
			m.Layer, m.Hidden = true, p.f.LayerOff(o)
			return m.Hidden
		}
		return p.property(m, p.f.Dict(o))
	}
	depth, key := 0, ""
	for _, a := range p.args[1:] {
		switch {
		case a.Kind == DictOpen || a.Kind == ArrayOpen:
			depth++
			key = ""
		case a.Kind == DictClose || a.Kind == ArrayClose:
			depth--
			key = ""
		case depth == 1 && a.Kind == Name && key == "":
			key = string(a.Bytes)
		case depth == 1:
			m.set(key, a)
			key = ""
		}
	}
	return m.HasActual || m.Alt != "" || m.Expansion != ""
}

func (m *Mark) set(key string, v Token) {
	switch key {
	case "ActualText":
		m.ActualText, m.HasActual = DecodeText(v.Bytes), true
	case "Alt":
		m.Alt = DecodeText(v.Bytes)
	case "E":
		m.Expansion = DecodeText(v.Bytes)
	case "MCID":
		m.MCID = int(v.Num)
	}
}

func (p *program) property(m *Mark, d types.Dict) bool {
	if o := d["ActualText"]; o != nil {
		m.ActualText, m.HasActual = p.f.Text(o), true
	}
	m.Alt, m.Expansion = p.f.Text(d["Alt"]), p.f.Text(d["E"])
	if d["MCID"] != nil {
		m.MCID = p.f.Int(d["MCID"])
	}
	return m.HasActual || m.Alt != "" || m.Expansion != ""
}
