package detectors

import "strings"

// evidence is what speaks for and against a value of one kind at one place, apart from its format.
type evidence struct {
	column  bool   // stands in a column typed as this kind
	full    bool   // the column has at least 5 cells and six in ten or more fit
	all     bool   // the column has at least 6 cells and all fit
	label   bool   // a label, or a context word before it
	weak    bool   // only a weak label, one that other things carry too
	against bool   // a word against it, or a column of something else
	owner   string // "organisation" when the row or column is about one
	because string // the first reason
}

// why notes a reason unless there is one already.
func (e *evidence) why(reason string) {
	if e.because == "" {
		e.because = reason
	}
}

// any reports whether anything speaks for the value.
func (e *evidence) any() bool { return e.column || e.label }

// evidence gathers what is known about a value of detector k at s[start:].
func (t *textState) evidence(k *Detector, start int) evidence {
	var e evidence
	if t.column.Kind == k.ID {
		c := t.column
		e.column = true
		e.full = c.Total >= 5 && c.Valid*10 >= c.Total*6
		e.all = c.Total >= 6 && c.Valid == c.Total
	}
	e.owner = t.column.Against
	e.against = t.column.Kind != k.ID && (t.column.Against == statistic || t.column.Kind == statistic)
	for _, l := range t.labels {
		t.weigh(&e, l)
	}
	if f, ok := t.inField(k.ID, start); ok {
		e.label, e.weak = true, f.head.weak
		if e.because == "" {
			e.because = "label " + t.s[f.start:f.end]
		}
		if f.head.against != "" {
			e.owner = f.head.against
		}
	}
	if len(k.words) > 0 || len(k.against) > 0 {
		t.context(&e, k, start)
	}
	return e
}

// weigh adds what one label says.
func (t *textState) weigh(e *evidence, l *label) {
	switch {
	case l.head.bit&t.bit != 0:
		e.why(l.because)
		if l.column.Kind != "" {
			return
		}
		if !e.label || e.weak {
			e.weak = l.head.weak
		}
		e.label = true
		if l.head.against != "" {
			e.owner = l.head.against
		}
	case l.against&t.bit != 0:
		e.against = true
	case !e.label && l.words&t.bit != 0:
		e.label = true
		e.why(l.because)
	case l.head.kind == statistic && l.column.Kind == "":
		e.against = true
	}
}

// How far before a value a word still speaks of it, in bytes: about 40 characters.
const reach = 120

// context looks for words before the value on its line, up to the value before it when that has a word of its own.
func (t *textState) context(e *evidence, k *Detector, start int) {
	from, _ := t.line(start)
	before := t.s[max(from, start-reach):start]
	if len(before) == 0 {
		return
	}
	for _, w := range k.words {
		if strings.Contains(before, w) {
			if e.because == "" {
				e.because = "word " + w + " before it"
			}
			e.label, e.weak = true, false
			break
		}
	}
	if containsAny(before, k.against) {
		e.against = true
	}
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// reason joins the first reason with a word on the format.
func (e *evidence) reason(format string) string {
	switch {
	case e.because == "":
		return format
	case format == "":
		return e.because
	}
	return e.because + ", " + format
}

// judge turns evidence into sureness by the rules of one place: format alone gives bare; format with a label or column gives
// Likely, and with both, or with a verified check digit, Proven. A word against it, or the contact of an organisation, takes one
// step.
func (e *evidence) judge(bare Sureness, checked bool) Sureness {
	sure := bare
	if e.any() {
		sure = max(sure, Likely)
		if checked || e.column && e.full && !e.weak {
			sure = Proven
		}
	}
	if e.column && e.all && checked {
		sure = Proven
	}
	if e.against && sure > 0 {
		sure--
	}
	if e.owner != "" && sure > Shape {
		sure = Shape
	}
	return sure
}
