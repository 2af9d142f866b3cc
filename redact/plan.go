// Package redact does: it makes a copy of a document without what a plan names, and proves that it is gone.
//
// A [Plan] is data: which hiding places are taken, which are left and why, which kinds of visible personal data are masked. It
// holds no value of the document, so it can be shown, edited, stored and sent; to carry it out, the source is inspected again.
//
// [Build] writes an unproved copy and returns a [Promise]: what must be gone from the copy and what must still be seen in it.
// [Prove] holds a copy to its promise. They are two functions so that they can run in two processes; [Clean] is both, and lets
// nothing out before the proof holds.
package redact

import "github.com/sumikeshi/sumikeshi/inspect"

// Policies. The zero value of Options.Policy means PolicyPublish.
const (
	PolicyPublish  = "publish"
	PolicyStrict   = "strict"
	PolicyMetadata = "metadata"
)

// Options are what a person asks for. [NewPlan] turns them and a result into a plan.
type Options struct {
	Policy     string   `json:"policy,omitempty"`
	Mask       []string `json:"mask,omitempty"`       // detector IDs, or "all"
	DropSheets []string `json:"dropSheets,omitempty"` // names of visible sheets to drop
	KeepSheets []string `json:"keepSheets,omitempty"` // names of sheets to keep although the policy takes them
}

// A Plan says what is taken out of one source and what is left.
type Plan struct {
	Schema string `json:"schema"` // "sumikeshi.plan/1"
	Source string `json:"source"` // SHA-256 of the source, hex
	Options
	Take  []Entry `json:"take"`
	Leave []Entry `json:"leave"`
}

// An Entry is one thing of a plan.
type Entry struct {
	ID     string        `json:"id"` // the thing's, see [inspect.Thing]
	Place  string        `json:"place"`
	Within []string      `json:"within"`
	Where  inspect.Where `json:"where"`
	Fix    string        `json:"fix"`
	Count  int           `json:"count"`            // things: hidden rows announced together count each
	People int           `json:"people,omitempty"` // table rows in it that hold a person
	Reason string        `json:"reason,omitempty"` // why it is left
}
