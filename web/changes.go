package web

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/sumikeshi/sumikeshi/redact"
	"github.com/sumikeshi/sumikeshi/report"
)

// fill puts a text into the place that words leave for it.
func fill(said, text string) string { return fmt.Sprintf(said, text) }

// kinds counts the personal data by kind, in the copy too if there is one.
func (v *viewer) kinds(f *file) []kindView {
	counts := f.result.Counts.Detectors
	ids := slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	out := []kindView{}
	for _, id := range ids {
		if counts[id] == 0 {
			continue
		}
		k := kindView{ID: id, Name: v.s.names.detector(id, v.lang), Count: number(counts[id])}
		if f.outcome != nil && f.outcome.After != nil {
			k.After = number(f.outcome.After.Counts.Detectors[id])
		}
		if p := f.decided(); p != nil {
			k.Mask = slices.Contains(p.Mask, id) || slices.Contains(p.Mask, "all")
		}
		out = append(out, k)
	}
	return out
}

// changes says in one table what was done: each hiding place and each kind, before and after.
func (v *viewer) changes(f *file) []change {
	out, o := []change{}, f.outcome
	rows := map[string]int{} // of out, by place and what was done
	enter := func(e redact.Entry, did string) {
		key := e.Place + "\x00" + e.Where.Sheet + "\x00" + did
		if e.Place != "" {
			key = e.Place + "\x00" + did
		}
		if _, ok := rows[key]; ok {
			return
		}
		rows[key] = len(out)
		c := change{Did: did, Before: number(f.result.Counts.Places[e.Place]), After: "0"}
		switch p := v.s.names.places[e.Place]; {
		case p != nil:
			c.What = p.Title.In(v.lang)
			c.After = number(o.After.Counts.Places[e.Place])
		default:
			c.What, c.Before = e.Where.Said.In(v.lang), "1"
		}
		out = append(out, c)
	}
	for _, e := range o.Taken {
		enter(e, v.say("did-take"))
	}
	for _, e := range o.Left {
		enter(e, v.say("did-leave")+report.Reason(e.Reason, v.s.reportOptions(v.lang)))
	}
	for _, id := range slices.Sorted(maps.Keys(f.result.Counts.Detectors)) {
		before, after := f.result.Counts.Detectors[id], o.After.Counts.Detectors[id]
		if before == 0 && after == 0 {
			continue
		}
		c := change{What: v.s.names.detector(id, v.lang), Before: number(before), After: number(after)}
		if n := o.Masked[id]; n > 0 {
			c.Did = fill(v.say("did-mask"), number(n))
		}
		out = append(out, c)
	}
	return out
}
