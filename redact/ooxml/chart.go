package ooxml

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// editCharts edits the charts that stay (ECMA-376 part 1, 21.2; MS-ODRAWXML 2.24 for the later kinds). A chart that draws cells which go,
// or that a fix names, keeps the points it has stored and loses the way to the cells.
func (j *job) editCharts() error {
	fits := map[*opc.Part]bool{}
	for _, t := range [...]string{"chart", "chartEx"} {
		for _, part := range j.keptByType(t) {
			fits[part] = true
			if err := j.editChart(part); err != nil {
				return err
			}
		}
	}
	for part := range j.literal {
		if j.kept[part] && !fits[part] {
			return fmt.Errorf("%w: %s is no chart", ErrUnknown, part.Name)
		}
	}
	return nil
}

// A chart is the edit of one chart part.
type chart struct {
	j     *job
	part  *opc.Part
	all   bool // every reference is cut, not only those to cells that go
	cut   bool // any reference is cut
	pivot bool // it drew a pivot table that goes
	empty bool // a reference had no points stored
	looks map[int64][]byte
	look  []byte // of the title or label that is being read
}

func (j *job) editChart(part *opc.Part) error {
	c := &chart{j: j, part: part, all: j.literal[part], cut: j.literal[part]}
	if err := j.scan(part, c.survey); err != nil {
		return err
	}
	if c.cut {
		for _, r := range part.Rels {
			if strings.HasSuffix(r.Type, "/package") || strings.HasSuffix(r.Type, "/oleObject") {
				j.cutLink(r)
			}
		}
	}
	if err := c.settle(); err != nil {
		return err
	}
	err := j.rewrite(part, func(r io.Reader, w io.Writer) error {
		return splice(j.ctx, r, w, nil, c.hook, dropReferences(j.dangling(part)), j.paragraphHook(part))
	})
	if c.empty {
		j.notes.EmptyCharts = append(j.notes.EmptyCharts, part.Name)
	}
	return err
}

// settle makes texts of what is lost with the way to the cells, and notes how titles look that get a text.
func (c *chart) settle() error {
	if !c.cut && !c.pivot {
		return nil
	}
	if err := c.freezeLabels(); err != nil {
		return err
	}
	looks := &lookSurvey{at: map[int64][]byte{}}
	c.looks = looks.at
	return c.j.scan(c.part, looks.token)
}

// cutLink drops a relationship, and the part that it leads to.
func (j *job) cutLink(r *opc.Rel) {
	if r.Part != nil {
		j.drop[r.Part] = true
		return
	}
	j.dropRels[r] = true
}

// survey finds out whether anything is cut.
func (c *chart) survey(s *xmlscan.Scanner) error {
	if s.Kind() != xmlscan.Start || c.j.judge == nil {
		return nil
	}
	switch {
	case s.Is("f"), s.Is("sqref"):
		c.cut = c.cut || c.cuts(textOf(s))
	case s.Is("name") && s.Depth() == 3: // chartSpace/pivotSource/name
		c.pivot = c.pivot || c.j.pivotGoes(textOf(s))
	}
	return nil
}

// cuts reports whether a formula's reference is cut.
func (c *chart) cuts(formula string) bool {
	return c.all || c.j.judge != nil && c.j.judge.formula(formula, origin{sheet: -1}) > safe
}

// pivotGoes reports whether a pivot table goes that a chart names, as "[Book.xlsx]Sheet!Name" (21.2.2.144).
func (j *job) pivotGoes(source string) bool {
	i := strings.LastIndexByte(source, '!')
	if i < 0 {
		return false
	}
	sheet := strings.Trim(source[strings.LastIndexByte(source[:i], ']')+1:i], "'")
	tab, known := j.judge.tab(sheet)
	return known && (j.gone[tab] || j.slicers.pivots[[2]string{j.wb.Sheets[tab].Name, source[i+1:]}])
}

// hook turns references into literals.
func (c *chart) hook(p *splicer) (action, error) {
	s := p.s
	if titled(s) {
		c.look = c.looks[s.Offset()]
	}
	switch string(s.LocalBytes()) {
	case "numRef", "strRef", "multiLvlStrRef":
		c.reference(p)
		return done, nil
	case "pivotSource", "pivotFmts":
		if c.pivot {
			return drop, nil
		}
	case "ext":
		if c.cut || c.pivot {
			return c.extension(p), nil
		}
	case "f": // of a later chart, which has no other form for what it draws
		start := len(p.buf)
		p.buf = append(p.buf, s.Raw()...)
		if c.cuts(p.readRaw()) {
			p.buf = p.buf[:start]
		}
		return done, nil
	case "v": // of a literal (21.2.2.200 strLit), or of a title
		if c.j.mask != nil {
			return c.literal(p), nil
		}
	case "pt": // of a later chart
		if c.j.mask != nil && p.parent() == "lvl" && s.Space() != nsChart && s.Space() != nsChartStrict {
			return c.j.maskElement(p, partAt(c.part)), nil
		}
	case "v": // of a literal, or of the labels that cells give
		if p.above(2) != "numLit" {
			return c.j.maskElement(p, partAt(c.part)), nil
		}
	}
	return keep, nil
}

// literal masks a value that is tied to no cell. In numbers there is no room for a text.
func (c *chart) literal(p *splicer) action {
	p.buf = append(p.buf, p.s.Raw()...)
	n := len(p.buf)
	old := p.readRaw()
	now := c.j.mask(partAt(c.part), old)
	if now == old {
		return done
	}
	if _, err := strconv.ParseFloat(old, 64); err == nil {
		now = "0"
	}
	end := append([]byte(nil), p.s.Raw()...)
	p.buf = append(xmlscan.Escape(p.buf[:n], now), end...)
	return done
}

// Namespaces of charts, transitional and strict.
const (
	nsChart       = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	nsChartStrict = "http://purl.oclc.org/ooxml/drawingml/chart"
)

// extension reads an extension and leaves it out if it holds references or series that a filter hides (MS-ODRAWXML 2.24.3). Labels that
// were taken from cells are no longer asked for.
func (c *chart) extension(p *splicer) action {
	start, depth := len(p.buf), p.s.Depth()
	goes := false
	p.buf = append(p.buf, p.s.Raw()...)
	for p.s.Next() {
		if p.s.Kind() == xmlscan.Start {
			switch local := p.s.Local(); local {
			case "f", "sqref", "datalabelsRange", "formulaRef", "fullRef", "levelRef", "pivotOptions":
				goes = true
			default:
				goes = goes || strings.HasPrefix(local, "filtered")
			}
		}
		p.buf = append(p.buf, p.s.Raw()...)
		if p.s.Kind() == xmlscan.End && p.s.Depth() == depth {
			break
		}
	}
	if goes {
		p.buf = p.buf[:start]
		return lost
	}
	if at := p.buf[start:]; bytes.Contains(at, []byte(`showDataLabelsRange val="1"`)) {
		off := bytes.ReplaceAll(at, []byte(`showDataLabelsRange val="1"`), []byte(`showDataLabelsRange val="0"`))
		p.buf = append(p.buf[:start], off...)
	}
	return done
}

// A source is what a numRef, strRef or multiLvlStrRef says: where the points come from, and the points that are stored.
type source struct {
	raw     []byte // all of it, with masked texts
	formula strings.Builder
	cache   []byte // between the tags of the cache; of levels only the innermost
	first   string // text of the first point
	stored  bool
}

// reference copies a reference, or puts a literal in its place: numRef becomes numLit, strRef and multiLvlStrRef of categories strLit; the
// name of a series becomes a plain text and a title a rich one (21.2.2.32, 21.2.2.123, 21.2.2.201, 21.2.2.215).
func (c *chart) reference(p *splicer) {
	prefix, space := prefixOf(p.s.Name()), drawingOf(p.s)
	number := p.s.Is("numRef")
	src := c.read(p.s)
	if !c.cuts(src.formula.String()) {
		p.buf = append(p.buf, src.raw...)
		return
	}
	c.empty = c.empty || !src.stored
	switch {
	case number:
		p.buf = appendLiteral(p.buf, prefix, "numLit", src.cache)
	case p.parent() == "tx" && p.above(2) == "ser":
		p.buf = append(p.buf, "<"+prefix+"v>"...)
		p.buf = append(xmlscan.Escape(p.buf, src.first), "</"+prefix+"v>"...)
	case p.parent() == "tx":
		p.buf = appendRich(p.buf, prefix, space, c.look, func(b []byte, a string) []byte {
			return append(xmlscan.Escape(append(b, "<"+a+"r><"+a+"t>"...), src.first), "</"+a+"t></"+a+"r>"...)
		})
	default:
		p.buf = appendLiteral(p.buf, prefix, "strLit", src.cache)
	}
}

func appendLiteral(b []byte, prefix, local string, cache []byte) []byte {
	if len(cache) == 0 {
		cache = []byte("<" + prefix + `ptCount val="0"/>`)
	}
	b = append(append(b, "<"+prefix+local+">"...), cache...)
	return append(b, "</"+prefix+local+">"...)
}

// prefixOf returns the prefix of a name with its colon.
func prefixOf(name []byte) string { return string(name[:bytes.IndexByte(name, ':')+1]) }

// read reads a reference to its end.
func (c *chart) read(s *xmlscan.Scanner) *source {
	src := &source{raw: append([]byte(nil), s.Raw()...)}
	depth, level, begin := s.Depth(), 0, -1
	number := false
	var count []byte // the number of points of a cache with levels
	for s.Next() {
		end := s.Kind() == xmlscan.End
		start := s.Kind() == xmlscan.Start
		switch {
		case start && s.Is("f"):
			c.copyText(s, src, func(text string) string { src.formula.WriteString(text); return text })
			continue
		case start && s.Is("v"):
			c.copyText(s, src, func(text string) string { return c.value(src, text, number) })
			continue
		case end && s.Is("lvl") && level == 1 && begin >= 0:
			src.cache = append(count, src.raw[begin:]...)
			begin = -1
		case end && (s.Is("numCache") || s.Is("strCache")) && begin >= 0:
			src.cache = append([]byte(nil), src.raw[begin:]...)
		}
		at := len(src.raw)
		src.raw = append(src.raw, s.Raw()...)
		switch {
		case end && s.Depth() == depth:
			return src
		case start && (s.Is("numCache") || s.Is("strCache")):
			begin, src.stored, number = len(src.raw), true, s.Is("numCache")
		case start && s.Is("multiLvlStrCache"):
			src.stored = true
		case start && s.Is("ptCount") && begin < 0 && level == 0:
			count = append(append([]byte(nil), src.raw[at:]...), closingOf(s)...)
		case start && s.Is("lvl"):
			if level++; level == 1 {
				begin = len(src.raw)
			}
		}
	}
	return src
}

// closingOf returns the end tag that the element which has just started needs when it is copied alone.
func closingOf(s *xmlscan.Scanner) string {
	if s.SelfClosing() {
		return ""
	}
	return "</" + string(s.Name()) + ">"
}

// value masks the text of a point. In numbers there is no room for a text; a masked one is drawn as 0.
func (c *chart) value(src *source, text string, number bool) string {
	masked := text
	if c.j.mask != nil && text != "" {
		if masked = c.j.mask(partAt(c.part), text); masked != text && number {
			masked = "0"
		}
	}
	if src.first == "" {
		src.first = masked
	}
	return masked
}

// copyText copies an element that holds one text, which change may change.
func (c *chart) copyText(s *xmlscan.Scanner, src *source, change func(string) string) {
	src.raw = append(src.raw, s.Raw()...)
	if s.SelfClosing() {
		s.Skip()
		return
	}
	at := len(src.raw)
	var text strings.Builder
	for depth := s.Depth(); s.Next() && !(s.Kind() == xmlscan.End && s.Depth() == depth); {
		if s.Kind() == xmlscan.Text {
			text.Write(s.Text())
		}
		src.raw = append(src.raw, s.Raw()...)
	}
	old := text.String()
	if now := change(old); now != old {
		src.raw = xmlscan.Escape(src.raw[:at], now)
	}
	src.raw = append(src.raw, s.Raw()...)
}
