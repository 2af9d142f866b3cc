package report

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
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

// spots gathers the things of a result by place. Without things (a report of a report) the counts remain.
func (v voice) spots(res *inspect.Result) []*spots {
	byID := map[string]*spots{}
	for id := range res.Counts.Places {
		byID[id] = &spots{id: id, title: v.place(id)}
	}
	for i := range res.Things {
		th := &res.Things[i]
		s := byID[th.Place.ID]
		if s == nil {
			continue
		}
		s.weight, s.rows = max(s.weight, weight(th)), s.rows+th.Rows
		s.wheres = append(s.wheres, v.where(th.Within, th.Where.Words()))
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

func (v voice) people(rows int) string {
	if rows == 0 {
		return ""
	}
	return fmt.Sprintf(v.say(sayPeople), number(rows))
}

func (v voice) wheres(s *spots) string {
	var out []string
	for _, w := range s.wheres {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	if more := len(out) - maxWheres; more > 0 {
		out = append(out[:maxWheres], fmt.Sprintf(v.say(sayMore), number(more)))
	}
	return v.join(out)
}

// gather puts entries of the same place, left for the same reason, together, in the order of their first ones.
func (v voice) gather(list []redact.Entry) []*spots {
	var order []*spots
	byID := map[string]*spots{}
	for _, e := range list {
		key := e.Place + "\x00" + v.say(v.title(&e)) + "\x00" + e.Reason
		s := byID[key]
		if s == nil {
			s = &spots{id: e.Place, title: v.title(&e), reason: e.Reason}
			byID[key] = s
			order = append(order, s)
		}
		s.times, s.rows = s.times+e.Count, s.rows+e.People
		s.wheres = append(s.wheres, v.where(e.Within, e.Where.Said))
	}
	return order
}

// title says what an entry is. What has no place is seen by a reader: a tab, or a text.
func (v voice) title(e *redact.Entry) inspect.Words {
	switch {
	case e.Fix == redact.Mask:
		return sayVisibleText
	case e.Place == "":
		return sayVisibleSheet
	}
	return v.place(e.Place)
}

// proof says what was looked for again, and that it is not there: hidden sheets 0, names 0.
func (v voice) proof(before *inspect.Result, o *redact.Outcome) string {
	var parts []string
	seen := map[string]bool{}
	for _, e := range o.Taken {
		if e.Place != "" && !seen[e.Place] && len(parts) < maxWheres && o.After != nil {
			seen[e.Place] = true
			parts = append(parts, fmt.Sprintf(v.say(sayWhatCount), v.say(v.place(e.Place)), number(o.After.Counts.Places[e.Place])))
		}
	}
	for i, id := range byCount(before.Counts.Detectors) {
		if i < maxWheres && o.After != nil {
			parts = append(parts, fmt.Sprintf(v.say(sayWhatCount), v.detector(id), number(o.After.Counts.Detectors[id])))
		}
	}
	if len(parts) == 0 {
		return v.say(sayNothing)
	}
	return v.join(parts)
}

// reason says why a thing was left. The words of a reason that is new are its own.
func (v voice) reason(why string) string {
	if said, ok := leftReasons[why]; ok {
		return v.say(said)
	}
	return why
}

// leftReasons says to a person why a thing was left. The keys are those of the plan.
var leftReasons = map[string]inspect.Words{
	"":                             {},
	"kept on request":              {JA: "残すように指定しました。", EN: "It was to be kept."},
	"a reader sees it":             {JA: "読む人に見えているところです。", EN: "A reader sees it."},
	"the plan leaves it":           {JA: "プランで残すことにしました。", EN: "The plan leaves it."},
	"it lies in a file that stays": {JA: "残したファイルの中にあります。", EN: "It lies in a file that stays."},
	"a person decides":             {JA: "消してよいか、人が決めるものです。", EN: "A person decides whether it may go."},
	"nothing takes it out":         {JA: "このプログラムでは消せません。", EN: "This program can't take it out."},
	"not part of the policy":       {JA: "選んだ消し方では、消さないものです。", EN: "The chosen policy does not take it out."},
}
