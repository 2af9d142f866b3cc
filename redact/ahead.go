package redact

import (
	"context"
	"io"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// An Ahead is what [Build] collects from its source, collected while the source was checked and the plan not yet made: each thing was
// guessed to be taken or left. It is used only for a plan that answers as was guessed for every one of them; then it is, to the last
// finding, what collecting would have come to. For any other plan, and when it is nil, the source is inspected again.
type Ahead struct {
	b      *build // nil when it is of no use, or no more
	in     *inspect.Inspector
	src    *inspect.Source
	policy policy
	guess  map[inspect.ThingKey]bool
}

// Check is [inspect.Inspector.Check], and collects ahead for a plan that [NewPlan] makes of the result with these options.
func Check(ctx context.Context, in *inspect.Inspector, src *inspect.Source, o Options) (*inspect.Result, *Ahead) {
	if !o.Plain() {
		return in.Check(ctx, src), nil
	}
	a := &Ahead{in: in, src: src, policy: policies[PolicyPublish], guess: map[inspect.ThingKey]bool{}}
	a.b = newBuild(in, Plan{Options: o})
	a.b.answer = func(key inspect.ThingKey) bool { return a.guess[key] }
	res := in.Watch(ctx, src, a.at)
	if len(res.Unread) > 0 {
		a.b = nil
	}
	return res, a
}

// at collects a finding. It gives up when it is clear that a guess was wrong, and on pages, of which little is collected twice.
func (a *Ahead) at(f *inspect.Finding) {
	if a.b == nil {
		return
	}
	if f.Glyphs != nil {
		a.b = nil
		return
	}
	if f.Place != nil && f.Fix != nil && !(f.Inside && f.Place.Action == inspect.Take) {
		if found := likely(f); found || !f.Inside {
			a.meet(f, found)
		}
	}
	if a.b != nil {
		a.b.meet(f)
	}
}

// meet guesses what becomes of the thing that a finding belongs to.
func (a *Ahead) meet(f *inspect.Finding, found bool) {
	th := &inspect.Thing{Place: f.Place, Fix: f.Fix}
	if found {
		th.Counts = map[string]int{"": 1}
	}
	key, _ := f.Thing()
	take := a.policy.reason(th) == ""
	switch asked, ok := a.b.ids[key]; {
	case ok && take && !asked:
		a.b = nil // what was collected of it before is wrong
	default:
		a.guess[key] = a.guess[key] || take
	}
}

// Build is [Build] with what was collected.
func (a *Ahead) Build(ctx context.Context, in *inspect.Inspector, src *inspect.Source, plan Plan, w io.Writer) (*Promise, error) {
	return buildCopy(ctx, in, src, plan, a, w)
}

// adopt takes over what was collected ahead, if it is of the same source and its guesses are what the plan says. It does so once.
func (b *build) adopt(a *Ahead, src *inspect.Source) bool {
	if a == nil || a.b == nil || a.in != b.in || a.src != src || !b.plan.made || !b.plan.Plain() || b.strikes.on() || b.masksLiterals() {
		return false
	}
	from := a.b
	a.b = nil
	for key, guessed := range from.ids {
		if b.take[key.ID()] != guessed {
			return false
		}
	}
	b.ids, b.jobs, b.unread, b.eyes = from.ids, from.jobs, from.unread, from.eyes
	b.promise.gone, b.promise.seen, b.promise.left = from.promise.gone, from.promise.seen, from.promise.left
	return true
}
