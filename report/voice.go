package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// A voice finds the words of a run: every kind of report says the same sentences.
type voice struct{ Options }

func (v voice) say(w inspect.Words) string { return w.In(v.Lang) }

func (v voice) join(parts []string) string {
	if v.Lang == "en" {
		return strings.Join(parts, ", ")
	}
	return strings.Join(parts, "、")
}

// sentences say in one or two lines what is the matter.
func (v voice) sentences(res *inspect.Result) []string {
	var out []string
	grave := gravest(res.Things)
	switch {
	case grave != nil && (grave.Rows > 0 || len(grave.Counts) > 0 || grave.Place.Weight > inspect.Note):
		out = append(out, v.hidden(grave))
	case res.People > 0 && len(res.Things) == 0 || res.Verdict == inspect.Review && res.People > 0:
		out = append(out, fmt.Sprintf(v.say(sayVisiblePeople), number(res.People)))
	case len(res.LookedAt) > 0 && len(res.Counts.Detectors) == 0:
		out = append(out, v.say(sayByEye))
	case res.Verdict == inspect.NG || res.Verdict == inspect.Review:
		out = append(out, fmt.Sprintf(v.say(sayVisibleData), v.counts(res.Counts.Detectors, 5)))
	}
	switch {
	case len(res.Unread) > 0:
		out = append(out, v.say(sayUnread))
	case res.Verdict == inspect.Review:
		out = append(out, v.say(sayLook))
	case res.Verdict == inspect.OK:
		out = append(out, v.say(sayOK))
	}
	return out
}

func (v voice) hidden(th *inspect.Thing) string {
	title, where := v.say(th.Place.Title), v.where(th.Within, th.Where.Words())
	switch n := total(th.Counts); {
	case th.Rows > 0:
		return fmt.Sprintf(v.say(sayHiddenPeople), title, number(th.Rows), where)
	case n > 0:
		return fmt.Sprintf(v.say(sayHiddenData), title, number(n), where)
	}
	return fmt.Sprintf(v.say(sayHidden), title, where)
}

// where says a location with the containers around it.
func (v voice) where(within []string, w inspect.Words) string {
	return strings.Join(append(slices.Clone(within), v.say(w)), " › ")
}

// tally counts the files of a run by verdict.
func (v voice) tally(s Summary) string {
	var parts []string
	for _, c := range []struct {
		verdict inspect.Verdict
		n       int
	}{{inspect.NG, s.NG}, {inspect.Review, s.Review}, {inspect.OK, s.OK}, {inspect.NotRead, s.Unread}} {
		parts = append(parts, v.say(c.verdict.Words())+" "+number(c.n))
	}
	if s.Skipped > 0 {
		parts = append(parts, fmt.Sprintf(v.say(saySkipped), number(s.Skipped)))
	}
	return v.join(parts)
}

// told says the most important thing about a file. Of one that could not be read this is the reason.
func (v voice) told(res *inspect.Result) string {
	if res.Verdict == inspect.NotRead && len(res.Unread) > 0 {
		return v.unreadAdvice(res.Unread[0])
	}
	if lines := v.sentences(res); len(lines) > 0 {
		return lines[0]
	}
	return ""
}

// unreadSpot says where something could not be read.
func (v voice) unreadSpot(u inspect.Unread) string {
	if u.Where == "file" {
		return v.say(inspect.File{}.Words())
	}
	return u.Where
}

// unreadAdvice says what to do about a part that could not be read.
func (v voice) unreadAdvice(u inspect.Unread) string {
	if u.Advice == (inspect.Words{}) {
		return v.say(u.Reason.Words())
	}
	return v.say(u.Advice)
}

// allowances say what somebody decided may be published, a line each.
func (v voice) allowances(res *inspect.Result) []string {
	var out []string
	for _, a := range res.Allowed {
		what := v.detector(a.Rule)
		if strings.Contains(a.Rule, "/") {
			what = v.say(v.place(a.Rule))
		}
		if a.Where != "" {
			what = v.sentence(a.Where, what)
		}
		by := a.By
		if by == "" {
			by = "-"
		}
		out = append(out, fmt.Sprintf(v.say(sayAllowed), what, number(a.Count), a.Reason, by, a.Until))
	}
	return out
}

// gravest returns the thing that a person has to hear of first: the weightiest place, the most people in it.
func gravest(things []inspect.Thing) *inspect.Thing {
	var top *inspect.Thing
	for i := range things {
		th := &things[i]
		if top == nil || heavier(th, top) > 0 {
			top = th
		}
	}
	return top
}

func heavier(a, b *inspect.Thing) int {
	return cmp.Or(
		cmp.Compare(weight(a), weight(b)), cmp.Compare(a.Rows, b.Rows), cmp.Compare(total(a.Counts), total(b.Counts)),
	)
}

// weight is the place's; what holds nothing is no more than a note.
func weight(th *inspect.Thing) inspect.Weight {
	if th.Empty && len(th.Counts) == 0 {
		return inspect.Note
	}
	return th.Place.Weight
}

func total(counts map[string]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// counts says how many of what, the most first.
func (v voice) counts(m map[string]int, most int) string {
	var parts []string
	for _, id := range byCount(m) {
		if len(parts) < most {
			parts = append(parts, fmt.Sprintf(v.say(sayWhatCount), v.detector(id), number(m[id])))
		}
	}
	return v.join(parts)
}

// byCount returns the keys of m that count anything, the most first.
func byCount(m map[string]int) []string {
	keys := slices.SortedFunc(maps.Keys(m), func(a, b string) int { return cmp.Or(m[b]-m[a], cmp.Compare(a, b)) })
	return slices.DeleteFunc(keys, func(id string) bool { return m[id] == 0 })
}

// number groups digits: 1,011.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
