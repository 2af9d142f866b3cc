package redact

import (
	"maps"
	"slices"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
)

// A draft is a plan that is being made: every entry with the reason why it is left, empty for what is taken.
type draft struct {
	Options
	policy  policy
	entries []Entry
	index   map[string]int    // of entries, by ID
	sheets  map[string]bool   // things that are visible sheets, by ID
	given   map[string]choice // what a person decided, by ID
}

// A choice is an entry of a plan that was given.
type choice struct {
	take   bool
	reason string
}

func newDraft(o Options, pol policy, given *Plan) *draft {
	d := &draft{Options: o, policy: pol, index: map[string]int{}, sheets: map[string]bool{}, given: map[string]choice{}}
	if given != nil {
		for _, e := range given.Take {
			d.given[e.ID] = choice{take: true}
		}
		for _, e := range given.Leave {
			d.given[e.ID] = choice{reason: e.Reason}
		}
	}
	return d
}

// things enters the hiding places.
func (d *draft) things(before *inspect.Result) error {
	for i := range before.Things {
		th := &before.Things[i]
		e := Entry{
			ID: th.ID, Place: th.Place.ID, Within: th.Within, Where: inspect.NewWhere(th.Where), Kinds: kindsOf(th.Counts),
			Count: max(th.Times, 1), People: th.Rows,
		}
		if th.Fix != nil {
			e.Fix = th.Fix.Verb()
		}
		d.sheets[th.ID] = th.Place.OnlyWithPeople
		why := d.reason(th)
		if d.stays(th.Holder) && !d.opens(th.Holder) { // what lies in it can't be taken out alone
			e.Fix, why = "", leftInside
		}
		if err := d.enter(e, why); err != nil {
			return err
		}
	}
	return nil
}

// stays reports whether a thing was entered before and is left.
func (d *draft) stays(id string) bool {
	i, ok := d.index[id]
	return ok && d.entries[i].Reason != ""
}

// opens reports whether a thing is a file that is written anew where it stays.
func (d *draft) opens(id string) bool {
	return d.entries[d.index[id]].Fix == inspect.DropAttachment{}.Verb()
}

func kindsOf(counts map[string]int) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(counts)), func(id string) bool { return counts[id] == 0 })
}

// reason says why a thing is left; "" if it is taken.
func (d *draft) reason(th *inspect.Thing) string {
	sheet, isSheet := th.Where.(inspect.Sheet)
	_, drops := th.Fix.(inspect.DropSheet)
	switch {
	case th.Fix == nil:
		return leftNoFix
	case isSheet && drops && slices.Contains(d.KeepSheets, sheet.Sheet), slices.Contains(d.Keep, th.Place.ID):
		return leftKept
	case isSheet && drops && slices.Contains(d.DropSheets, sheet.Sheet):
		return ""
	case d.filtered(th.Fix):
		return ""
	case th.Allowed != "":
		return th.Allowed
	}
	return d.policy.reason(th)
}

// filtered reports whether the options say that rows which a filter hides are emptied or shown.
func (d *draft) filtered(fix inspect.Fix) bool {
	if _, ok := fix.(inspect.ShowRows); ok {
		return true
	}
	cells, ok := fix.(inspect.BlankCells)
	return ok && cells.Filtered && d.Filtered == FilteredBlank
}

// tabs enters the sheets that are no hiding place.
func (d *draft) tabs(before *inspect.Result) error {
	for _, s := range before.Sheets {
		if _, ok := d.index[s.ID]; ok {
			continue
		}
		why := leftVisible
		if slices.Contains(d.DropSheets, s.Name) {
			why = ""
		}
		e := Entry{ID: s.ID, Within: s.Within, Where: inspect.NewWhere(inspect.Sheet{Sheet: s.Name}), Fix: inspect.DropSheet{}.Verb(), Count: 1}
		if err := d.enter(e, why); err != nil {
			return err
		}
	}
	return nil
}

// findings enters what a reader sees of personal data, as far as the check lists it.
func (d *draft) findings(before *inspect.Result) error {
	for i := range before.Findings {
		f := &before.Findings[i]
		if len(f.Matches) == 0 || !d.sees(f) {
			continue
		}
		e := Entry{ID: f.ID, Place: f.Place, Within: f.Within, Where: f.Where, Fix: Mask, Count: f.Count}
		why := leftVisible
		for _, m := range f.Matches {
			e.Kinds = append(e.Kinds, m.Detector)
			asked := slices.Contains(d.Mask, m.Detector) || slices.Contains(d.Mask, "all")
			if asked && m.Sure != detectors.Shape.String() {
				why = ""
			}
		}
		slices.Sort(e.Kinds)
		e.Kinds = slices.Compact(e.Kinds)
		if err := d.enter(e, why); err != nil {
			return err
		}
	}
	return nil
}

// sees reports whether a reader of the copy sees the finding: in the original, or on a visible sheet that stays.
func (d *draft) sees(f *inspect.Listed) bool {
	if f.Thing == "" {
		return true
	}
	return d.sheets[f.Thing] && d.stays(f.Thing)
}

// enter adds an entry with the reason why it is left, unless a person decided otherwise. Texts of a drawing may share an ID: they are
// one entry.
func (d *draft) enter(e Entry, why string) error {
	if i, ok := d.index[e.ID]; ok {
		d.entries[i].Count += e.Count
		return nil
	}
	if c, ok := d.given[e.ID]; ok {
		var err error
		if why, err = d.choose(e, c, why); err != nil {
			return err
		}
	}
	e.Reason = why
	if e.Within == nil {
		e.Within = []string{}
	}
	d.index[e.ID] = len(d.entries)
	d.entries = append(d.entries, e)
	return nil
}

// choose returns the reason for what a person decided, or an error if it can't be carried out.
func (d *draft) choose(e Entry, c choice, why string) (string, error) {
	sheet := e.Fix == inspect.DropSheet{}.Verb()
	switch {
	case c.take && e.Fix == "":
		return "", optionError("プランの %s は、このプログラムでは消せません。leave に移してください。", "%s of the plan can't be taken out: move it to leave", e.ID)
	case c.take && sheet && slices.Contains(d.KeepSheets, e.Where.Sheet), !c.take && sheet && slices.Contains(d.DropSheets, e.Where.Sheet):
		return "", optionError("プランの中で、シート「%s」を消すことと残すことの両方が指定されています。",
			"the plan both drops and keeps sheet %q", e.Where.Sheet)
	case !c.take && e.Fix == inspect.ShowRows{}.Verb():
		return "", optionError("プランの %s は残せません。行をかくしたままにするなら、filtered を消して、プランを作り直してください。",
			"%s of the plan can't be left: to keep the rows hidden, make the plan again without filtered", e.ID)
	case c.take:
		return "", nil
	case c.reason != "":
		return c.reason, nil
	case why == "":
		return leftPlan, nil
	}
	return why, nil
}

// plan parts the entries into what is taken and what is left. What was decided of things that the source does not have is an error.
func (d *draft) plan(before *inspect.Result) (Plan, error) {
	for _, id := range slices.Sorted(maps.Keys(d.given)) {
		if _, ok := d.index[id]; !ok {
			return Plan{}, optionError("プランの %s は、このファイルにありません。", "%s of the plan is not in this file", id)
		}
	}
	p := Plan{Schema: planSchema, Source: before.SHA256, Options: d.Options, Take: []Entry{}, Leave: []Entry{}, made: len(d.given) == 0}
	for _, e := range d.entries {
		if e.Reason == "" {
			p.Take = append(p.Take, e)
		} else {
			p.Leave = append(p.Leave, e)
		}
	}
	return p, nil
}
