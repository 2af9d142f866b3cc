// Package limits holds the bounds within which a file is read, and the one budget that all nesting levels of a file share.
//
// Real bytes are counted, never declared ones. A bound that is hit is an [Error], which the inspector reports as an unread part:
// a file that was not read to its end is never called clean.
package limits

import (
	"context"
	"fmt"
	"sync/atomic"
)

// Limits are the bounds for one file. The zero value of a field means its default.
type Limits struct {
	Input    int64 // bytes of the file itself
	Inflated int64 // bytes after decompression, all members and all nesting levels together
	Held     int64 // bytes of one member that has to be held in memory; streamed members count against Inflated only
	Members  int64 // entries of all containers together
	Depth    int   // containers inside containers
	XMLDepth int   // open elements of one XML part
}

// Default returns the bounds of DESIGN section 6.
func Default() Limits {
	return Limits{Input: 200 << 20, Inflated: 512 << 20, Held: 256 << 20, Members: 10_000, Depth: 8, XMLDepth: 256}
}

// Or returns l with each zero field replaced by d's.
func (l Limits) Or(d Limits) Limits {
	or := func(a *int64, b int64) {
		if *a == 0 {
			*a = b
		}
	}
	or(&l.Input, d.Input)
	or(&l.Inflated, d.Inflated)
	or(&l.Held, d.Held)
	or(&l.Members, d.Members)
	if l.Depth == 0 {
		l.Depth = d.Depth
	}
	if l.XMLDepth == 0 {
		l.XMLDepth = d.XMLDepth
	}
	return l
}

// An Error says which bound was hit.
type Error struct {
	Name  string // the field of [Limits] in lower case: "inflated"
	Limit int64
}

func (e *Error) Error() string { return fmt.Sprintf("limit reached: %s (%d)", e.Name, e.Limit) }

// A Budget is what is left of the [Limits] while one file is read. It is safe for concurrent use.
type Budget struct {
	Limits
	inflated, members atomic.Int64
}

// NewBudget returns a full budget; zero fields of l take their defaults.
func NewBudget(l Limits) *Budget { return &Budget{Limits: l.Or(Default())} }

// Inflate counts n bytes that came out of a decompressor.
func (b *Budget) Inflate(n int) error {
	if b.inflated.Add(int64(n)) > b.Limits.Inflated {
		return &Error{"inflated", b.Limits.Inflated}
	}
	return nil
}

// Member counts n entries of a container.
func (b *Budget) Member(n int) error {
	if b.members.Add(int64(n)) > b.Limits.Members {
		return &Error{"members", b.Limits.Members}
	}
	return nil
}

type key struct{}

// With returns a context that carries b: like a deadline, the budget travels with the call.
func With(ctx context.Context, b *Budget) context.Context { return context.WithValue(ctx, key{}, b) }

// From returns the budget that ctx carries, or a full one with the default bounds.
func From(ctx context.Context) *Budget {
	if b, ok := ctx.Value(key{}).(*Budget); ok {
		return b
	}
	return NewBudget(Limits{})
}
