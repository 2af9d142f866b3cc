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
	case "v": // of a literal (21.2.2.200 strLit), of a title, or of the labels that cells give
		if c.j.mask != nil {
			return c.literal(p), nil
		}
	case "pt": // of a later chart
		if c.j.mask != nil && p.parent() == "lvl" && s.Space() != nsChart && s.Space() != nsChartStrict {
			return c.j.maskElement(p, func(s string) string { return c.j.mask(partAt(c.part), s) }), nil
		}
	}
	return keep, nil
}

// literal masks a value that is tied to no cell. In numbers there is no room for a text.
func (c *chart) literal(p *splicer) action {
	p.buf = append(p.buf, p.s.Raw()...)
	n := len(p.buf)
	old := p.readRaw()
	now := c.masked(old)
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
