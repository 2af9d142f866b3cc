package inspect

import (
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/sumikeshi/sumikeshi/detectors"
)

// An Allowed says that something may be published, by whose decision, why, and until when. What is allowed is found, counted and
// listed as before; it no longer decides the verdict, and no policy takes it.
type Allowed struct {
	Rule   string    // the ID of a place or, for what a reader sees, of a detector
	Path   string    // a pattern that the name of the source has to match (*, ?, **); empty: any
	Where  string    // the sheet or part of a place, or its words in one of the languages; empty: any
	Most   int       // it lapses when the file is about more people than this; 0: never
	Until  time.Time // the last day on which it holds
	Reason string
	By     string
}

// AllowedUse is an [Allowed] that was used for a file, as the report's JSON holds it.
type AllowedUse struct {
	Rule   string `json:"rule"`
	Where  string `json:"where"` // as the rule says it
	Reason string `json:"reason"`
	By     string `json:"by"`
	Until  string `json:"until"` // 2027-03-31
	Count  int    `json:"count"` // things, or matches of a detector
}

// allow finds what may be published of a result whose counts are complete.
func (t *tally) allow(list []Allowed, res *Result) {
	res.Allowed = []AllowedUse{}
	for i := range list {
		a := &list[i]
		if a.Most > 0 && res.People > a.Most || !a.names(res.Path) {
			continue
		}
		n := t.allowThings(a) + t.allowVisible(a)
		if n > 0 {
			res.Allowed = append(res.Allowed, AllowedUse{a.Rule, a.Where, a.Reason, a.By, a.Until.Format(time.DateOnly), n})
		}
	}
}

func (a *Allowed) names(path string) bool {
	if a.Path == "" {
		return true
	}
	ok, err := doublestar.PathMatch(a.Path, path)
	return ok && err == nil
}

// allowThings marks the hiding places that a allows, and counts them.
func (t *tally) allowThings(a *Allowed) int {
	n := 0
	for _, th := range t.order {
		if th.Place.ID == a.Rule && !th.visible() && a.stands(th.Where) {
			th.Allowed = a.Reason
			n += max(th.Times, 1)
		}
	}
	return n
}

func (a *Allowed) stands(at Location) bool {
	if a.Where == "" {
		return true
	}
	w := NewWhere(at)
	return a.Where == w.Sheet || a.Where == w.Part || a.Where == w.Said.JA || a.Where == w.Said.EN
}

// allowVisible marks the kind of personal data that a allows where a reader sees it, and counts the matches.
func (t *tally) allowVisible(a *Allowed) int {
	n, ok := t.kinds.byID[a.Rule]
	if !ok || a.Where != "" {
		return 0
	}
	found := 0
	for _, th := range append(t.visible(), &t.shown) {
		if n < len(th.counts) {
			found += th.counts[n]
		}
	}
	if found > 0 {
		if t.allowed == nil {
			t.allowed = map[string]string{}
		}
		t.allowed[a.Rule] = a.Reason
	}
	return found
}

// visible returns the announced places that did not come true.
func (t *tally) visible() []*thing {
	var out []*thing
	for _, th := range t.order {
		if th.visible() {
			out = append(out, th)
		}
	}
	return out
}

// seen says how grave what a reader sees of a thing is, and whether it is about people, without the kinds that are allowed.
func (t *tally) seen(th *thing) (grave int, people bool) {
	if len(t.allowed) == 0 {
		return th.grave, th.people
	}
	for i, n := range th.counts {
		if d := t.kinds.list[i]; n > 0 && t.allowed[d.ID] == "" {
			grave, people = max(grave, d.Step), people || d.Person
		}
	}
	return grave, people
}

// allowedFor returns why a listed finding may be published, or "".
func (t *tally) allowedFor(th *thing, l *Listed) string {
	if l.Place != "" {
		return th.Allowed
	}
	why := ""
	for _, m := range l.Matches {
		if m.Sure == detectors.Shape.String() {
			continue
		}
		if why = t.allowed[m.Detector]; why == "" {
			return ""
		}
	}
	return why
}
