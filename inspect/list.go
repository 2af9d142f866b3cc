package inspect

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/detectors"
)

// listFinding puts a finding into the report's list, or counts it with the others of its group.
func (t *tally) listFinding(th *thing, f *Finding, uses int, opens bool) {
	key := groupKey{within: strings.Join(f.Within, "\x00"), kinds: t.kindsOf(f.Matches), opens: opens}
	if th.seq > 0 {
		key.place = th.Place
		if th.Place.OnlyWithPeople {
			key.sheet = th
		}
	}
	g := t.groups[key]
	if g == nil {
		g = &group{key: key, owner: th}
		t.groups[key] = g
		t.list = append(t.list, g)
	}
	if len(g.listed) >= maxShown {
		g.more += uses
		return
	}
	t.listSingly(g, th, f, uses)
}

// listSingly lists uses of a finding singly until the group is full.
func (t *tally) listSingly(g *group, th *thing, f *Finding, uses int) {
	for u := range f.Each() {
		if len(g.listed) >= maxShown {
			g.more += uses
			return
		}
		g.listed = append(g.listed, t.listed(th, f, u.Where))
		uses--
	}
}

// kindsOf returns the set of detectors that matched, Shape included.
func (t *tally) kindsOf(ms []detectors.Match) uint64 {
	var set uint64
	for _, m := range ms {
		if i, ok := t.kinds[m.Detector]; ok {
			bit := uint64(1) << (i & 63)
			set |= bit
		}
	}
	return set
}

func (t *tally) listed(th *thing, f *Finding, at Location) Listed {
	l := Listed{Where: NewWhere(at), Within: slices.Clone(f.Within), Text: t.value(f.Text), Matches: []Match{}, Count: 1}
	if l.Within == nil {
		l.Within = []string{}
	}
	var kinds []string
	for _, m := range f.Matches {
		l.Matches = append(l.Matches, Match{
			Detector: m.Detector, Sure: m.Sure.String(), Because: m.Because,
			Start: m.Start, End: m.End, Text: t.value(f.Text[m.Start:m.End]),
		})
		kinds = append(kinds, m.Detector)
	}
	if th.seq > 0 {
		l.Place, l.Weight = th.Place.ID, th.weight().String()
		if th.Fix != nil {
			l.Fix = th.Fix.Verb()
		}
	}
	l.ID = shortHash(l.Place, strings.Join(l.Within, "\x00"), fmt.Sprintf("%+v", Keep(at)), strings.Join(kinds, ","))
	return l
}

func (t *tally) value(s string) string {
	if t.show {
		return strings.Clone(s)
	}
	return detectors.Mask(s)
}

// weight is the place's weight; what holds nothing of its own weighs no more than a note.
func (th *thing) weight() Weight {
	if th.Empty && th.Times > 0 {
		return Note
	}
	return th.Place.Weight
}

// findings returns the list for the report: hiding places before what is visible, in the order in which they appeared.
func (t *tally) findings() []Listed {
	out := []Listed{}
	slices.SortStableFunc(t.list, func(a, b *group) int { return order(a.owner) - order(b.owner) })
	for _, g := range t.list {
		if g.key.opens && g.owner.visible() && g.key.kinds == 0 {
			continue // announced a place that did not come true
		}
		for i := range g.listed {
			t.settle(g.owner, &g.listed[i])
		}
		out = append(out, g.listed...)
		if g.more > 0 {
			rest := g.listed[0]
			rest.ID = shortHash("rest", rest.ID)
			rest.Count = g.more
			out = append(out, rest)
		}
	}
	return out
}

// settle brings a listed finding up to what is known at the end: a place that exists only with people may turn out to be an
// ordinary visible sheet, an announced one to be empty.
func (t *tally) settle(th *thing, l *Listed) {
	switch {
	case th.seq == 0:
	case th.visible():
		l.Place, l.Weight, l.Fix = "", "", ""
	default:
		l.Weight = th.weight().String()
	}
}

func order(th *thing) int {
	if th.seq == 0 || th.visible() {
		return 1 << 30
	}
	return th.seq
}

// visible reports whether the place did not come true: it exists only with people, and none were found.
func (th *thing) visible() bool { return th.Place != nil && th.Place.OnlyWithPeople && !th.people }
