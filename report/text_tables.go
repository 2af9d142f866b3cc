package report

import (
	"cmp"
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

// spots is what one place of a file comes to.
type spots struct {
	id     string
	title  inspect.Words
	weight inspect.Weight
	times  int
	rows   int
	wheres []string
	reason string
}

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

// spots gathers the things of a result by place. Without things (a report of a report) the counts remain.
func (t *textWriter) spots(res *inspect.Result) []*spots {
	byID := map[string]*spots{}
	for id := range res.Counts.Places {
		byID[id] = &spots{id: id, title: t.o.place(id)}
	}
	for i := range res.Things {
		th := &res.Things[i]
		s := byID[th.Place.ID]
		if s == nil {
			continue
		}
		s.weight, s.rows = max(s.weight, weight(th)), s.rows+th.Rows
		s.wheres = append(s.wheres, t.where(th.Within, th.Where.Words()))
	}
	var list []*spots
	for _, s := range byID {
		list = append(list, s)
	}
	slices.SortFunc(list, func(a, b *spots) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(b.rows, a.rows), cmp.Compare(a.id, b.id))
	})
	return list
}

func (t *textWriter) people(rows int) string {
	if rows == 0 {
		return ""
	}
	return fmt.Sprintf(t.say(sayPeople), number(rows))
}

func (t *textWriter) wheres(s *spots) string {
	var out []string
	for _, w := range s.wheres {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	if more := len(out) - maxWheres; more > 0 {
		out = append(out[:maxWheres], fmt.Sprintf(t.say(sayMore), number(more)))
	}
	return t.join(out)
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
		tab.add(t.o.detector(id), number(res.Counts.Detectors[id]))
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
	for i, n := range o.Notes {
		if i == maxLines {
			t.line("  "+t.say(sayMore), number(len(o.Notes)-i))
			break
		}
		t.line("  "+t.say(sayPart), n.Where, t.say(inspect.Words{JA: n.JA, EN: n.EN}))
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
	tab.add(t.say(head), t.say(headCount), t.say(headPeople), t.say(headWhere))
	for _, s := range order {
		tab.add(t.say(s.title), number(s.times), t.people(s.rows), t.wheres(s))
	}
	t.table(tab)
}

// gather puts entries of the same place, left for the same reason, together, in the order of their first ones.
func (t *textWriter) gather(list []redact.Entry) []*spots {
	var order []*spots
	byID := map[string]*spots{}
	for _, e := range list {
		s := byID[e.Place+"\x00"+e.Reason]
		if s == nil {
			s = &spots{id: e.Place, title: t.o.place(e.Place), reason: e.Reason}
			byID[e.Place+"\x00"+e.Reason] = s
			order = append(order, s)
		}
		s.times, s.rows = s.times+e.Count, s.rows+e.People
		s.wheres = append(s.wheres, t.where(e.Within, e.Where.Said))
	}
	return order
}

// proof says what was looked for again, and that it is not there: hidden sheets 0, names 0.
func (t *textWriter) proof(before *inspect.Result, o *redact.Outcome) string {
	var parts []string
	seen := map[string]bool{}
	for _, e := range o.Taken {
		if !seen[e.Place] && len(parts) < maxWheres && o.After != nil {
			seen[e.Place] = true
			parts = append(parts, fmt.Sprintf(t.say(sayWhatCount), t.say(t.o.place(e.Place)), number(o.After.Counts.Places[e.Place])))
		}
	}
	for i, id := range byCount(before.Counts.Detectors) {
		if i < maxWheres && o.After != nil {
			parts = append(parts, fmt.Sprintf(t.say(sayWhatCount), t.o.detector(id), number(o.After.Counts.Detectors[id])))
		}
	}
	if len(parts) == 0 {
		return t.say(sayNothing)
	}
	return t.join(parts)
}

// locks says what else held: nothing of what was taken out is in the copy's bytes, and what was visible is the same.
func (t *textWriter) locks(p redact.Proof) {
	if p.Searched > 0 {
		t.line("  "+t.say(saySearched), number(p.Searched))
	}
	if p.Seen > 0 {
		t.line("  "+t.say(saySeen), number(p.Seen))
	}
}
