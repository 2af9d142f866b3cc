package sumikeshi

import (
	"errors"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

// An OutputError says that a copy could not be written where it was asked for.
type OutputError struct {
	Words inspect.Words
	Err   error
}

func (e *OutputError) Error() string { return "output: " + e.Err.Error() }

func (e *OutputError) Unwrap() error { return e.Err }

// A failure is an error of package redact or inspect on its way from a worker.
type failure struct {
	Kind   string           `json:"kind"`
	Words  inspect.Words    `json:"words"`
	Parts  []inspect.Unread `json:"parts"`
	Lock   int              `json:"lock"`
	Where  string           `json:"where"`
	Place  string           `json:"place"`
	Reason inspect.Reason   `json:"reason"`
}

// The kinds of failures. Anything else is a document that could not be read.
const (
	failedOption = "option"
	failedUnread = "unread"
	failedProof  = "proof"
	failedOutput = "output"
	failedRead   = "read"
)

func failureOf(err error) *failure {
	var opt *redact.OptionError
	var un *redact.UnreadError
	var proof *redact.ProofError
	var out *OutputError
	var src *inspect.UnreadError
	switch {
	case errors.As(err, &opt):
		return &failure{Kind: failedOption, Words: opt.Words}
	case errors.As(err, &un):
		return &failure{Kind: failedUnread, Parts: un.Parts}
	case errors.As(err, &proof):
		return &failure{Kind: failedProof, Lock: proof.Lock, Where: proof.Where, Place: proof.Place, Words: proof.Words}
	case errors.Is(err, redact.ErrLeft):
		return &failure{Kind: failedProof}
	case errors.As(err, &out):
		return &failure{Kind: failedOutput, Words: out.Words}
	}
	f := &failure{Kind: failedRead, Reason: inspect.ReasonOf(err)}
	if errors.As(err, &src) {
		f.Words = src.Advice
	}
	return f
}

// err turns a failure back into the error that it was.
func (f *failure) err() error {
	switch f.Kind {
	case failedOption:
		return &redact.OptionError{Words: f.Words}
	case failedUnread:
		return &redact.UnreadError{Parts: f.Parts}
	case failedProof:
		return &redact.ProofError{Lock: f.Lock, Where: f.Where, Place: f.Place, Words: f.Words}
	case failedOutput:
		return &OutputError{Words: f.Words, Err: errors.New("the copy could not be written")}
	}
	return &inspect.UnreadError{Reason: f.Reason, Advice: f.Words}
}
