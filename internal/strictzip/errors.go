package strictzip

import (
	"errors"
	"fmt"
)

// The kinds of [Error], to be asked for by errors.Is.
var (
	ErrNotZip    = errors.New("not a zip file")
	ErrCorrupt   = errors.New("corrupt")            // bad checksum or size, truncated, broken deflate stream
	ErrAmbiguous = errors.New("ambiguous")          // readers would see different things
	ErrEncrypted = errors.New("encrypted")          // the entry needs a password
	ErrMethod    = errors.New("unsupported method") // the entry is compressed by other than store or deflate
	ErrName      = errors.New("unsafe name")        // absolute, with "..", empty, or with a NUL
)

// An Error says what is wrong with an archive, and where.
type Error struct {
	Kind   error  // one of the errors above
	Entry  string // the entry's name, empty if it is about the archive
	Offset int64  // of the record, in bytes from the start of the file
	What   string // the detail; never contents of the file
}

func (e *Error) Error() string {
	s := "zip: " + e.Kind.Error()
	if e.What != "" {
		s += ": " + e.What
	}
	if e.Entry != "" {
		s += fmt.Sprintf(" (%q)", e.Entry)
	}
	return fmt.Sprintf("%s at %d", s, e.Offset)
}

// Unwrap returns the kind, for errors.Is.
func (e *Error) Unwrap() error { return e.Kind }

func corrupt(entry string, off int64, what string) error {
	return &Error{Kind: ErrCorrupt, Entry: entry, Offset: off, What: what}
}

func ambiguous(entry string, off int64, what string) error {
	return &Error{Kind: ErrAmbiguous, Entry: entry, Offset: off, What: what}
}
