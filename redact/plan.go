// Package redact does: it makes a copy of a document without what a plan names, and proves that it is gone.
//
// A [Plan] is data: which hiding places are taken, which are left and why, which kinds of visible personal data are masked. It
// holds no value of the document, so it can be shown, edited, stored and sent; to carry it out, the source is inspected again.
//
// [Build] writes an unproved copy and returns a [Promise]: what must be gone from the copy and what must still be seen in it.
// [Prove] holds a copy to its promise. They are two functions so that they can run in two processes; [Clean] is both, and lets
// nothing out before the proof holds.
package redact

import (
	"slices"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
)

// Policies. The zero value of Options.Policy means PolicyPublish.
const (
	PolicyPublish  = "publish"
	PolicyStrict   = "strict"
	PolicyMetadata = "metadata"
)

// What becomes of rows that a filter hides.
const (
	FilteredBlank   = "blank"
	FilteredPublish = "publish"
)

// Options are what a person asks for. [NewPlan] turns them and a result into a plan.
type Options struct {
	Policy     string   `json:"policy,omitempty"`
	Mask       []string `json:"mask,omitempty"`       // detector IDs, or "all"
	DropSheets []string `json:"dropSheets,omitempty"` // names of visible sheets to drop
	KeepSheets []string `json:"keepSheets,omitempty"` // names of sheets to keep although the policy takes them
	Marks      []Mark   `json:"marks,omitempty"`      // what a person marked on the pages of a PDF file
	MarksOf    string   `json:"marksOf,omitempty"`    // SHA-256 of the file that was marked, hex; empty: any

	// Looked says which pages of a scan a person has looked at, beside those with a mark that is an area: see [Options.LookedAt].
	Looked inspect.Looked `json:"looked,omitzero"`

	// AllowUnencrypted lets a copy of a file that needs a password be written without one.
	AllowUnencrypted bool `json:"allowUnencrypted,omitempty"`

	// Filtered says what becomes of rows that a filter hides: FilteredBlank empties them always, FilteredPublish takes the filter away
	// and shows them. Empty: they are emptied if the policy takes them.
	Filtered string `json:"filtered,omitempty"`

	Keep []string `json:"keep,omitempty"` // IDs of places to keep although the policy takes them

	// Plan is a plan that a person has gone through: it is carried out, and the other options must be empty. What it does not name
	// is decided by its policy.
	Plan *Plan `json:"plan,omitempty"`
}

// Plain reports whether the options are those of the policy "publish", with no more taken out than it does: then a file in which
// nothing was found can go out as it is.
func (o *Options) Plain() bool {
	return (o.Policy == "" || o.Policy == PolicyPublish) && o.Filtered == "" &&
		len(o.Mask)+len(o.DropSheets)+len(o.Marks) == 0 && o.Plan == nil
}

// alone reports whether no option but the plan is set.
func (o *Options) alone() bool {
	return o.Policy+o.Filtered == "" && len(o.Mask)+len(o.DropSheets)+len(o.KeepSheets)+len(o.Keep)+len(o.Marks) == 0 && !o.Looked.All && len(o.Looked.Pages) == 0
}

// LookedAt returns the pages that a person has looked at: those that the options name, and those on which an area was marked. A
// picture without text there does not keep a copy from being made (docs/adr/0012-a-marked-page-was-looked-at.md).
func (o *Options) LookedAt() inspect.Looked {
	if o.Plan != nil {
		return o.Plan.LookedAt()
	}
	l := inspect.Looked{All: o.Looked.All, Pages: slices.Clone(o.Looked.Pages)}
	for _, m := range o.Marks {
		if m.Words == "" && m.Page > 0 && !slices.Contains(l.Pages, m.Page) {
			l.Pages = append(l.Pages, m.Page)
		}
	}
	return l
}

// A Plan says what is taken out of one source and what is left.
//
// Besides the hiding places it names what a reader sees: the tabs, and the findings that a check lists. To take one of those is to
// drop the tab, or to mask the finding's text wherever it stands.
type Plan struct {
	Schema string `json:"schema"` // "sumikeshi.plan/1"
	Source string `json:"source"` // SHA-256 of the source, hex
	Options
	Take  []Entry `json:"take"`
	Leave []Entry `json:"leave"`

	// MacroFree lets a copy without macros be of the kind without, which wants a name with another ending: .xlsx for .xlsm.
	MacroFree bool `json:"-"`

	made bool // by NewPlan alone: what it says of single findings follows from the kinds
}

// An Entry is one thing of a plan. Its ID says which, and the list it stands on what becomes of it; all else is for the reader of
// the plan.
type Entry struct {
	ID     string        `json:"id"`    // the thing's, see [inspect.Thing], or the finding's, see [inspect.Listed]
	Place  string        `json:"place"` // empty: a reader sees it
	Within []string      `json:"within"`
	Where  inspect.Where `json:"where"`
	Fix    string        `json:"fix"`              // the verb that takes it out, empty if there is none; "mask" for a finding
	Kinds  []string      `json:"kinds,omitempty"`  // detector IDs: the personal data in it
	Count  int           `json:"count"`            // things: hidden rows announced together count each
	People int           `json:"people,omitempty"` // table rows in it that hold a person
	Reason string        `json:"reason,omitempty"` // why it is left
}

// Mask is the Fix of an entry that is a finding which a reader sees: its text is masked wherever it stands.
const Mask = "mask"

// Check refuses kinds of personal data and hiding places that nobody knows: a misspelt one would say nothing.
func (p *Plan) Check(in *inspect.Inspector) error {
	for _, kind := range p.Mask {
		if kind != "all" && !slices.ContainsFunc(in.Detectors.Detectors(), func(d *detectors.Detector) bool { return d.ID == kind }) {
			return optionError("個人データの種類「%s」はありません（sumikeshi detectors で一覧）。", "there is no kind %q of personal data: see sumikeshi detectors", kind)
		}
	}
	for _, id := range p.Keep {
		if !slices.ContainsFunc(in.Places(), func(p *inspect.Place) bool { return p.ID == id }) {
			return optionError("見えないところの種類「%s」はありません（sumikeshi places で一覧）。", "there is no hiding place %q: see sumikeshi places", id)
		}
	}
	return nil
}

// Taken are the entries of Take that a report tells one by one: not what is masked, which is counted.
func (p *Plan) Taken() []Entry {
	return only(p.Take, func(e Entry) bool { return e.Fix != Mask })
}

// Left are the entries of Leave that a report tells: not what a reader sees, unless a person said why it stays.
func (p *Plan) Left() []Entry {
	return only(p.Leave, func(e Entry) bool { return e.Place != "" && e.Fix != Mask || e.Reason != leftVisible })
}

func only(list []Entry, want func(Entry) bool) []Entry {
	out := []Entry{}
	for _, e := range list {
		if want(e) {
			out = append(out, e)
		}
	}
	return out
}
