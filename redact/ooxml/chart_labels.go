package ooxml

import (
	"fmt"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// Labels that a chart takes from cells ([MS-ODRAWXML] 2.24.3.14 datalabelsRange, 2.24.3.27 dlblFieldTable) have no form without a way to
// the cells. When that way is cut, what they showed becomes text of the labels themselves (ECMA-376 part 1, 21.2.2.47 dLbl): a field in a
// label that there is becomes a run, and a point that has no label of its own is given one.

// A series is what the labels of one series say.
type series struct {
	cells   map[int]string // the texts of the range, by point
	points  []int          // those, in order
	all     bool           // points without a label of their own show their cell
	deleted bool
	own     map[int64]*ownLabel // by the offset of their tags
	taken   map[int]bool        // points that have one
	group   labelGroup          // how the others look
}

// An ownLabel is the label of one point.
type ownLabel struct {
	idx     int
	asks    bool // it shows its cell
	written bool // it has a text, with fields or without
	fields  bool // one of them stands for a cell
	deleted bool
	group   labelGroup
}

// frozen reports whether the label gets a text.
func (l *ownLabel) frozen() bool { return !l.deleted && (l.fields || l.asks && !l.written) }

// labels are the labels of a chart's series.
type labels struct {
	series map[int64]*series // by the offset of the tag of the series
	refs   map[string]string // the texts of fields that stand for a cell, by their IDs
}

// any reports whether a label shows a cell.
func (l *labels) any() bool {
	for _, s := range l.series {
		if len(s.cells) > 0 {
			return true
		}
	}
	return len(l.refs) > 0
}

// A labelSurvey collects the labels of a chart.
type labelSurvey struct {
	labels
	ser          *series
	own          *ownLabel
	at, lbls, in int // depths of the series, its labels and one of them; 0 outside
	id           string
	entry        bool // inside of an entry of a table of fields
	cells        bool // inside of a range
	idx          int
}

func (l *labelSurvey) token(s *xmlscan.Scanner) error {
	switch s.Kind() {
	case xmlscan.Start:
		l.start(s)
	case xmlscan.End:
		switch s.Depth() {
		case l.in:
			l.in, l.own = 0, nil
		case l.lbls:
			l.lbls = 0
		case l.at:
			l.at, l.ser = 0, nil
		}
		switch {
		case s.Is("datalabelsRange"):
			l.cells = false
		case s.Is("dlblFTEntry"):
			l.entry = false
		}
	}
	return nil
}

func (l *labelSurvey) start(s *xmlscan.Scanner) {
	switch local := s.Local(); local {
	case "ser":
		if l.at == 0 {
			l.at, l.ser = s.Depth(), &series{cells: map[int]string{}, own: map[int64]*ownLabel{}, taken: map[int]bool{}}
			l.series[s.Offset()] = l.ser
		}
	case "dLbls":
		if l.ser != nil {
			l.lbls = s.Depth()
		}
	case "dlblFTEntry":
		l.entry = true
	case "datalabelsRange":
		l.cells = l.ser != nil
	case "txfldGUID":
		l.id = textOf(s)
	case "pt":
		l.idx = attrInt(s, "idx")
	case "v":
		l.point(textOf(s))
	default:
		if l.lbls > 0 {
			l.label(s, local)
		}
	}
}

// point takes the text of a point of a cache.
func (l *labelSurvey) point(text string) {
	switch {
	case text == "":
	case l.entry:
		l.refs[l.id] += text
	case l.cells:
		if _, ok := l.ser.cells[l.idx]; !ok {
			l.ser.points = append(l.ser.points, l.idx)
		}
		l.ser.cells[l.idx] = text
	}
}

// label takes what stands in the labels of a series.
func (l *labelSurvey) label(s *xmlscan.Scanner, local string) {
	direct := s.Depth() == l.in+1
	switch {
	case local == "dLbl" && s.Depth() == l.lbls+1:
		l.in, l.own = s.Depth(), &ownLabel{}
		l.ser.own[s.Offset()] = l.own
	case local == "showDataLabelsRange":
		if l.own != nil {
			l.own.asks = isOn(s)
		} else {
			l.ser.all = isOn(s)
		}
	case l.own == nil:
		if s.Depth() == l.lbls+1 {
			l.ser.deleted = l.ser.deleted || local == "delete" && isOn(s)
			l.ser.group.take(s, local)
		}
	case local == "idx" && direct:
		l.own.idx = attrInt(s, "val")
		l.ser.taken[l.own.idx] = true
	case local == "delete" && direct:
		l.own.deleted = isOn(s)
	case local == "tx" && direct:
		l.own.written = true
	case local == "fld":
		l.own.fields = l.own.fields || fromCell(s)
	case direct && local != "layout":
		l.own.group.take(s, local)
	}
}

// fromCell reports whether a field stands for the text of a cell.
func fromCell(s *xmlscan.Scanner) bool {
	kind := attr(s, "type")
	return kind == "CELLRANGE" || kind == "CELLREF"
}

// isOn reports whether a switch of a chart is on; it is if it says nothing (21.2.3.8).
func isOn(s *xmlscan.Scanner) bool {
	v, ok := s.Attr("val")
	return !ok || string(v) == "1" || string(v) == "true"
}

// freezeLabels writes into the labels what they showed of cells.
func (c *chart) freezeLabels() error {
	survey := &labelSurvey{labels: labels{series: map[int64]*series{}, refs: map[string]string{}}}
	if err := c.j.scan(c.part, survey.token); err != nil || !survey.any() {
		return err
	}
	w := &labelWriter{c: c, labels: &survey.labels}
	return c.j.spliceSmall(c.part, w.hook)
}

// A labelWriter writes texts into labels.
type labelWriter struct {
	c *chart
	*labels
	ser    *series
	own    *ownLabel
	next   int  // of the points without a label of their own, the first that was not given one yet
	listed bool // all of them have one
	inside bool // of a label, where its text belongs
}

func (w *labelWriter) hook(p *splicer) (action, error) {
	s := p.s
	parent := p.parent()
	if ser := w.series[s.Offset()]; ser != nil {
		w.ser, w.own, w.next, w.listed = ser, nil, 0, false
	}
	if w.ser == nil {
		return keep, nil
	}
	switch {
	case s.Is("dLbl") && parent == "dLbls":
		w.own = w.ser.own[s.Offset()]
		w.inside = w.own != nil && w.own.frozen() && !w.own.written
		if w.own != nil {
			w.give(p, w.own.idx)
		}
	case parent == "dLbls" && p.above(2) == "ser":
		if w.own = nil; !w.listed {
			w.give(p, -1)
			w.listed = true
		}
	case parent == "dLbl" && w.own != nil:
		w.inLabel(p)
	case s.Is("fld") && w.own != nil && fromCell(s):
		return w.field(p), nil
	}
	return keep, nil
}

// inLabel takes a child of a label: its text comes before all but its number and its layout, and a label that would show nothing else
// is switched on.
func (w *labelWriter) inLabel(p *splicer) {
	s := p.s
	if w.inside && !s.Is("idx") && !s.Is("layout") {
		w.inside = false
		p.buf = w.own.group.appendText(p.buf, prefixOf(s.Name()), drawingOf(s), w.text(w.own.idx), w.own.idx)
	}
	if s.Is("showVal") && w.own.frozen() && len(w.own.group.fields) == 0 {
		p.with("val", "1")
	}
}

// text returns what a point showed of its cell.
func (w *labelWriter) text(idx int) string { return w.c.masked(w.ser.cells[idx]) }

// field turns a field into a run.
func (w *labelWriter) field(p *splicer) action {
	s := p.s
	text := w.c.masked(w.refs[attr(s, "id")])
	if attr(s, "type") == "CELLRANGE" {
		text = w.text(w.own.idx)
	}
	prefix := prefixOf(s.Name())
	var look []byte
	for depth := s.Depth(); s.Next() && !(s.Kind() == xmlscan.End && s.Depth() == depth); {
		if s.Kind() == xmlscan.Start && s.Is("rPr") && s.Depth() == depth+1 {
			look = rawOf(s)
		}
	}
	if text == "" {
		return lost
	}
	p.buf = append(append(p.buf, "<"+prefix+"r>"...), look...)
	p.buf = append(xmlscan.Escape(append(p.buf, "<"+prefix+"t>"...), text), "</"+prefix+"t></"+prefix+"r>"...)
	return done
}

// give writes labels for the points before one that have none; -1 means all.
func (w *labelWriter) give(p *splicer, before int) {
	if !w.ser.all || w.ser.deleted {
		return
	}
	prefix := prefixOf(p.s.Name())
	for ; w.next < len(w.ser.points); w.next++ {
		idx := w.ser.points[w.next]
		if before >= 0 && idx >= before {
			return
		}
		if w.ser.taken[idx] {
			continue
		}
		p.buf = fmt.Appendf(p.buf, `<%sdLbl><%[1]sidx val="%d"/>`, prefix, idx)
		p.buf = w.ser.group.appendText(p.buf, prefix, drawingOf(p.s), w.text(idx), idx)
		p.buf = w.ser.group.appendLook(p.buf)
		p.buf = fmt.Appendf(p.buf, `<%sextLst><%[1]sext uri="%s" xmlns:c15="%s"><c15:dlblFieldTable/><c15:showDataLabelsRange val="0"/></%[1]sext></%[1]sextLst></%[1]sdLbl>`, prefix, labelExt, nsChart15)
	}
}

const (
	labelExt  = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
	nsChart15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
)
