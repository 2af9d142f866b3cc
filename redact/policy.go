package redact

import (
	"fmt"
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// planSchema is the Schema of a [Plan].
const planSchema = "sumikeshi.plan/1"

// Reasons why a thing is left.
const (
	leftPlan    = "the plan leaves it"
	leftKept    = "kept on request"
	leftVisible = "a reader sees it"
	leftReport  = "a person decides"
	leftNoFix   = "nothing takes it out"
	leftInside  = "it lies in a file that stays"
	leftPolicy  = "not part of the policy"
)

// An answer is what a policy does with the places of one action.
type answer uint8

const (
	leaves  answer = iota
	ifFound        // takes them if a match of Likely or more lies in them
	takes
)

// A policy is a row of answers.
type policy struct {
	take, ask, report answer // by the action of a place, if it has a fix
	sheet             answer // for visible sheets with people that are only offered
	metadata          bool   // what does not tell how the file was made is left
	values            bool   // every formula becomes the value that it shows
}

var policies = map[string]policy{
	PolicyPublish:  {take: takes, ask: ifFound, report: ifFound, sheet: leaves},
	PolicyStrict:   {take: takes, ask: takes, report: ifFound, sheet: takes, values: true},
	PolicyMetadata: {take: takes, ask: takes, report: leaves, sheet: leaves, metadata: true},
}

// reason says why the policy leaves a thing; "" if it takes it.
func (pol policy) reason(th *inspect.Thing) string {
	if _, ok := th.Fix.(inspect.Rebuild); ok {
		return "" // every copy is a new container
	}
	if pol.metadata && !th.Place.Metadata {
		return leftPolicy
	}
	a, why := pol.report, leftReport
	_, drops := th.Fix.(inspect.DropSheet)
	switch {
	case th.Place.Action == inspect.Take:
		a = pol.take
	case th.Place.OnlyWithPeople && drops:
		a, why = pol.sheet, leftVisible
	case th.Place.Action == inspect.Ask:
		a = pol.ask
	}
	if a == takes || a == ifFound && len(th.Counts) > 0 {
		return ""
	}
	return why
}

// View returns the inspector that sees a source as these options will show it: [NewPlan] needs what it says. It is in itself but for
// rows that a filter hides and that will be shown.
func View(in *inspect.Inspector, o Options) *inspect.Inspector {
	if o.Plan != nil {
		o = o.Plan.Options
	}
	if o.Filtered != FilteredPublish {
		return in
	}
	shown := *in
	shown.Unfiltered = true
	return &shown
}

// NewPlan decides what is taken out of the source that before describes, as it looks in [View]. The error is an [*OptionError]: the options do not fit.
func NewPlan(before *inspect.Result, o Options) (Plan, error) {
	given := o.Plan
	if given != nil {
		if err := given.fits(before, o); err != nil {
			return Plan{}, err
		}
		o = given.Options
	}
	if o.Policy == "" {
		o.Policy = PolicyPublish
	}
	pol, ok := policies[o.Policy]
	if !ok {
		return Plan{}, optionError("方針「%s」はありません。", "there is no policy %q", o.Policy)
	}
	if o.Filtered != "" && o.Filtered != FilteredBlank && o.Filtered != FilteredPublish {
		return Plan{}, optionError("フィルターでかくれている行の扱いは blank か publish です（%q ではなく）。", "filtered rows are made blank or publish, not %q", o.Filtered)
	}
	if err := checkMarks(before, &o); err != nil {
		return Plan{}, err
	}
	if err := checkSheets(before, o); err != nil {
		return Plan{}, err
	}
	d := newDraft(o, pol, given)
	for _, step := range []func(*inspect.Result) error{d.things, d.tabs, d.findings} {
		if err := step(before); err != nil {
			return Plan{}, err
		}
	}
	return d.plan(before)
}

func optionError(ja, en string, v any) error {
	return &OptionError{Words: inspect.Words{JA: fmt.Sprintf(ja, v), EN: fmt.Sprintf(en, v)}}
}

// checkSheets refuses names of sheets that the source does not have: a misspelt --keep-sheets would drop the sheet it names.
func checkSheets(before *inspect.Result, o Options) error {
	has := func(name string) bool {
		return slices.ContainsFunc(before.Sheets, func(s inspect.SheetRef) bool { return s.Name == name })
	}
	for _, name := range slices.Concat(o.DropSheets, o.KeepSheets) {
		if !has(name) {
			return optionError("シート「%s」がありません。", "there is no sheet %q", name)
		}
	}
	return nil
}
