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
func (t *textState) evidence(k *Detector, start int) (e evidence) {
	if t.with != nil {
		e = *t.base()
	}
	if f := t.inField(k.ID, start); f != nil {
		e.label, e.weak = true, f.head.weak
		e.why(f.head.because)
		if f.head.against != "" {
			e.owner = f.head.against
		}
	}
	if start > 0 && len(k.words)+len(k.against) > 0 && t.spoken() {
		t.weighContext(&e, start)
	}
	return e
}

// base returns what the labels say of a value of the running detector. It is worked out once for the cells of a column.
func (t *textState) base() *evidence {
	l := t.with
	e := &l.base[t.index]
	if l.done&t.bit != 0 {
		return e
	}
	l.done |= t.bit
	*e = evidence{owner: l.column.Against}
	c := &l.column
	if l.columnBit == t.bit {
		e.column = true
		e.full = c.Total >= 5 && c.Valid*10 >= c.Total*6
		e.all = c.Total >= 6 && c.Valid == c.Total
	}
	e.against = l.columnBit != t.bit && (c.Against == statistic || c.Kind == statistic)
	for _, k := range l.labels {
		t.weigh(e, k)
	}
	if l.office && !e.column && e.owner == "" {
		e.owner = organisation
	}
	return e
}

// weigh adds what one label says.
func (t *textState) weigh(e *evidence, l *label) {
	if l.example {
		e.owner = "example"
	}
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

// spoken reports whether a context word of the text says anything to the running detector.
func (t *textState) spoken() bool {
	t.findWords()
	return t.wordBits&t.bit != 0
}

// weighContext looks for words before the value on its line.
func (t *textState) weighContext(e *evidence, start int) {
	from, _ := t.line(start)
	if f := t.fieldOf(start); f != nil && f.head.bit != 0 {
		from = max(from, f.start) // the words before the label speak of something else
	}
	near := t.context(max(from, start-reach), start)
	for i := len(near) - 1; i >= 0; i-- {
		w := near[i]
		if (w.speaks|w.against)&t.bit == 0 || w.end() > start || strings.HasSuffix(t.s[:w.start], "被") {
			continue // 被保険者番号 does not speak of a 保険者番号
		}
		if w.against&t.bit != 0 {
			e.against = true
		}
		if w.speaks&t.bit != 0 {
			e.why(w.because)
			e.label, e.weak = true, false
		}
	}
}

// A reason is two pieces of evidence as joined for a match. They repeat from match to match, so the joined text is kept.
type reason struct{ first, second, joined string }

// reason joins the first reason with a word on the format.
func (t *textState) reason(e *evidence, format string) string {
	switch {
	case e.because == "":
		return format
	case format == "":
		return e.because
	}
	return t.join(e.because, format)
}

// join joins two reasons.
func (t *textState) join(first, second string) string {
	r := &t.reasons[(len(first)*7+len(second)*3+int(first[len(first)-1])*5+int(first[len(first)/2])*11+int(second[len(second)/2]))%len(t.reasons)]
	if r.first != first || r.second != second {
		*r = reason{first, second, first + ", " + second}
	}
	return r.joined
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
