// Package other recognises the files that are not read: it says what they are, why they were not read, and what to do. None of them
// is ever called clean.
//
// It stands last in an inspector's list of formats, and its last format recognises everything.
package other

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// A kind is one sort of file that is recognised and not read.
type kind struct {
	name   string
	is     func(*file) bool
	reason inspect.Reason
	advice inspect.Words
}

// Formats returns the formats in the order in which they have to be tried; the last is "unknown".
func Formats() []inspect.Format {
	all := kinds()
	out := make([]inspect.Format, len(all))
	for i, k := range all {
		out[i] = format{k}
	}
	return out
}

type format struct{ kind }

// Name returns the name of the kind as reports print it: "docx".
func (f format) Name() string { return f.name }

// Places returns nothing: what is not read has no known hiding places.
func (f format) Places() []*inspect.Place { return nil }

// Recognize looks at the content; the name decides only where the content leaves it open.
func (f format) Recognize(src *inspect.Source) bool { return f.is(newFile(src)) }

// Open always fails with an [*inspect.UnreadError].
func (f format) Open(_ context.Context, src *inspect.Source) (inspect.Document, error) {
	reason, advice := f.reason, f.advice
	if reason != inspect.Encrypted {
		switch c := newFile(src).cfb(); {
		case c.locked:
			reason, advice = inspect.Encrypted, inspect.Words{}
		case c.broken:
			reason, advice = inspect.Corrupt, inspect.Words{}
		}
	}
	return nil, &inspect.UnreadError{Reason: reason, Advice: advice}
}
