package redact

import (
	"errors"
	"fmt"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// An Outcome is what a cleaning did. A copy exists only if there was no error.
type Outcome struct {
	Before *inspect.Result `json:"-"` // the source
	After  *inspect.Result `json:"-"` // the copy, looked at again
	Taken  []Entry         `json:"taken"`
	Left   []Entry         `json:"left"`
	Masked map[string]int  `json:"masked"` // visible matches masked, by detector ID
	Notes  []Note          `json:"notes,omitempty"`
	Struck []Struck        `json:"struck,omitempty"` // what was blacked out by marks, in the order of the pages
	Proof  Proof           `json:"proof"`
	SHA256 string          `json:"outputSha256"`
	Size   int64           `json:"outputSize"` // bytes

	MacroFree bool `json:"-"` // the copy is of the kind without macros, see [Plan]
}

// Proof says what held. A field that did not hold is never false in an Outcome: there would be none.
type Proof struct {
	Inspected bool `json:"inspected"` // the copy was opened again: nothing of the plan is left, nothing is unread
	Searched  int  `json:"searched"`  // removed texts that were searched for in all bytes of the copy
	Seen      int  `json:"seen"`      // visible texts that are the same before and after
	Pages     int  `json:"pages"`     // pages of PDF files that look the same before and after: those that were touched, and some others
}

// ErrLeft is the error of a copy that does not keep its promise: something that was taken out is still there, or something that
// was visible is not. The copy is thrown away.
var ErrLeft = errors.New("the copy failed its proof")

// A ProofError is an [ErrLeft] that says which lock failed and where. It holds no text of the document.
type ProofError struct {
	Lock  int           // 2 second look, 3 residue, 4 visible text
	Where string        // a part of the copy, or a sheet
	Place string        // the hiding place that is still there, for lock 2
	Words inspect.Words // the sentence for a person
}

func (e *ProofError) Error() string {
	return fmt.Sprintf("lock %d: %s %s", e.Lock, e.Where, e.Place)
}

// Is makes errors.Is(err, ErrLeft) true.
func (e *ProofError) Is(target error) bool { return target == ErrLeft }

// An UnreadError says that a part which would remain in the copy could not be read, so that no copy is made.
type UnreadError struct{ Parts []inspect.Unread }

func (e *UnreadError) Error() string {
	return fmt.Sprintf("%d parts that would remain could not be read", len(e.Parts))
}

// An OptionError says that the options do not fit the source: a sheet that does not exist, a kind that nobody knows.
type OptionError struct{ Words inspect.Words }

func (e *OptionError) Error() string { return e.Words.EN }

// NewOutcome puts together what [Build] and [Prove] returned.
func NewOutcome(p *Promise, before, after *inspect.Result, proof Proof) *Outcome {
	return &Outcome{
		Before: before, After: after, Taken: p.plan.Taken(), Left: p.plan.Left(), Masked: p.masked, Notes: p.notes, Struck: p.struck, Proof: proof,
		SHA256: after.SHA256, Size: after.Size, MacroFree: p.macroFree,
	}
}
