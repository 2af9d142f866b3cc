package inspect

import (
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/detectors"
)

// listFinding puts a finding into the report's list, or counts it with the others of its group.
func (t *tally) listFinding(th *thing, f *Finding, uses int, opens bool) {
	g := t.group(th, f, opens)
	if len(g.listed) >= maxShown {
		g.more += uses
		return
	}
	t.listSingly(g, th, f, uses)
}

// group returns the group that a finding of the thing belongs to.
func (t *tally) group(th *thing, f *Finding, opens bool) *group {
	set := t.matched
	recent := &t.last.groups[(bits.TrailingZeros64(set)+bits.OnesCount64(set))%len(t.last.groups)]
	if g := *recent; g != nil && g.key.kinds == set && g.key.opens == opens {
		return g
	}
	key := groupKey{within: strings.Join(f.Within, "\x00"), kinds: set, opens: opens}
	if th.seq > 0 {
		key.place = th.Place
		if th.Place.OnlyWithPeople {
			key.sheet = th
		}
	}
	g := t.groups[key]
	if g == nil {
		g = &group{key: key, owner: th, rest: f.RestID()}
		t.groups[key] = g
		t.list = append(t.list, g)
	}
	*recent = g
	return g
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

func (t *tally) listed(th *thing, f *Finding, at Location) Listed {
	l := Listed{Where: NewWhere(at), Within: slices.Clone(f.Within), Text: t.value(f.Text), Matches: []Match{}, Count: 1}
	if l.Within == nil {
		l.Within = []string{}
	}
	for _, m := range f.Matches {
		l.Matches = append(l.Matches, Match{
			Detector: m.Detector, Sure: m.Sure.String(), Because: m.Because,
			Start: m.Start, End: m.End, Text: t.value(f.Text[m.Start:m.End]),
		})
	}
	if th.seq > 0 {
		l.Place, l.Weight, l.Thing = th.Place.ID, th.weight().String(), th.ID
		if th.Fix != nil {
			l.Fix = th.Fix.Verb()
		}
	}
	l.ID = f.ID(at)
	return l
}

// ID returns the ID under which reports list the finding where it stands at: one of its uses, or Where. It is derived from place,
// container, location and kinds, never from a value.
func (f *Finding) ID(at Location) string {
	return shortHash(nameOf(f.place()), strings.Join(f.Within, "\x00"), fmt.Sprintf("%+v", Keep(at)), strings.Join(f.kinds(), ","))
}

// RestID returns the ID under which reports list as one the findings of equal place, container and kinds that they do not list
// singly.
func (f *Finding) RestID() string {
	sheet, kinds := "", f.kinds()
	if p := f.place(); p != nil && p.OnlyWithPeople {
		key, _ := f.Thing()
		sheet = key.ID()
	}
	slices.Sort(kinds)
	opens := strconv.FormatBool(f.Place != nil && !f.Inside)
	return shortHash("rest", nameOf(f.place()), strings.Join(f.Within, "\x00"), sheet, strings.Join(slices.Compact(kinds), ","), opens)
}

// place returns the hiding place that the finding lies in, by itself or with its container; nil if a reader sees it.
func (f *Finding) place() *Place {
	if f.Place == nil && f.Holder != nil {
		return f.Holder.Place
	}
	return f.Place
}

func nameOf(p *Place) string {
	if p == nil {
		return ""
	}
	return p.ID
}

func (f *Finding) kinds() []string {
	var kinds []string
	for _, m := range f.Matches {
		kinds = append(kinds, m.Detector)
	}
	return kinds
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
			rest.ID = g.rest
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
		l.Place, l.Weight, l.Fix, l.Thing = "", "", "", ""
	default:
		l.Weight = th.weight().String()
	}
	l.Allowed = t.allowedFor(th, l)
}

func order(th *thing) int {
	if th.seq == 0 || th.visible() {
		return 1 << 30
	}
	return th.seq
}

// visible reports whether the place did not come true: it exists only with people, and none were found.
func (th *thing) visible() bool { return th.Place != nil && th.Place.OnlyWithPeople && !th.people }
