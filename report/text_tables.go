package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

const (
	maxLines  = 10 // lines of a list
	maxWheres = 3  // locations in a cell
)

// places prints the hiding places that were found, the weightiest first.
func (t *textWriter) places(res *inspect.Result) {
	if len(res.Counts.Places) == 0 {
		return
	}
	tab := table{numbers: []bool{false, true, true, false}}
	tab.add(t.say(headPlace), t.say(headCount), t.say(headPeople), t.say(headWhere))
	for _, s := range t.spots(res) {
		tab.add(t.say(s.title), number(res.Counts.Places[s.id]), t.people(s.rows), t.wheres(s))
	}
	t.table(tab)
}

// kinds prints the personal data by kind, and how many people it is about.
func (t *textWriter) kinds(res *inspect.Result) {
	ids := byCount(res.Counts.Detectors)
	if len(ids) == 0 {
		return
	}
	tab := table{numbers: []bool{false, true}}
	tab.add(t.say(headKind), t.say(headCount))
	for _, id := range ids {
		tab.add(t.detector(id), number(res.Counts.Detectors[id]))
	}
	t.table(tab)
	if res.People > 0 {
		t.line("  %s", fmt.Sprintf(t.say(sayTotal), number(res.People), number(res.Rows)))
	}
}

func (t *textWriter) table(tab table) {
	for i, l := range tab.lines() {
		t.raw("  " + l)
		if i == 0 {
			t.raw("  " + strings.Repeat("-", columns(l)))
		}
	}
}

// cleaned prints what a cleaning did.
func (t *textWriter) cleaned(f *File) {
	defer t.raw("")
	o := f.Cleaned.Outcome
	if o == nil {
		t.line("  %s", t.say(sayNoCopy))
		if said := t.say(f.Cleaned.Problem); said != "" {
			t.line("  %s", said)
		}
		t.allowed(f.Result)
		t.unread(f.Result)
		return
	}
	if o.SHA256 == f.SHA256 {
		t.line("  %s", t.say(sayAsIs))
	} else {
		t.line("  %s", t.say(sayCopied))
	}
	t.entries(headTaken, o.Taken)
	if len(o.Masked) > 0 {
		t.line("  "+t.say(sayMasked), t.counts(o.Masked, len(o.Masked)))
	}
	t.entries(headLeft, o.Left)
	t.allowed(f.Result)
	for i, n := range o.Notes {
		if i == maxLines {
			t.line("  "+t.say(sayMore), number(len(o.Notes)-i))
			break
		}
		said := t.say(inspect.Words{JA: n.JA, EN: n.EN})
		if n.Where == "" {
			t.line("  %s", said)
			continue
		}
		t.line("  "+t.say(sayPart), n.Where, said)
	}
	if o.After != nil && o.After.Verdict != inspect.OK {
		t.line("  %s", t.sentences(o.After)[0])
		t.line("  %s", t.say(sayCopyLeft))
	}
	t.line("  "+t.say(sayProved), t.proof(f.Result, o))
	t.locks(o.Proof)
	t.line("  "+t.say(sayOutput), f.Cleaned.Output)
	t.line("  "+t.say(sayHash), o.SHA256)
}

// entries prints a list of things by place.
func (t *textWriter) entries(head inspect.Words, list []redact.Entry) {
	if len(list) == 0 {
		return
	}
	order := t.gather(list)
	tab := table{numbers: []bool{false, true, true, false}}
	cells := []string{t.say(head), t.say(headCount), t.say(headPeople), t.say(headWhere)}
	told := slices.ContainsFunc(order, func(s *spots) bool { return s.reason != "" })
	if told {
		tab.numbers, cells = append(tab.numbers, false), append(cells, t.say(headReason))
	}
	tab.add(cells...)
	for _, s := range order {
		cells := []string{t.say(s.title), number(s.times), t.people(s.rows), t.wheres(s)}
		if told {
			cells = append(cells, t.reason(s.reason))
		}
		tab.add(cells...)
	}
	t.table(tab)
}

// locks says what else held: nothing of what was taken out is in the copy's bytes, and what was visible is the same.
func (t *textWriter) locks(p redact.Proof) {
	if p.Searched > 0 {
		t.line("  "+t.say(saySearched), number(p.Searched))
	}
	if p.Seen > 0 {
		t.line("  "+t.say(saySeen), number(p.Seen))
	}
	if p.Pages > 0 {
		t.line("  "+t.say(sayPages), number(p.Pages))
	}
}
