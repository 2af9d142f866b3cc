// Package unfilter carries to the readers that filters are to be taken away: rows that a filter hides are then looked at as what they
// will be, rows that everybody sees.
package unfilter

import "context"

type key struct{}

// With returns a context in which the rows that filters hide count as shown.
func With(ctx context.Context) context.Context { return context.WithValue(ctx, key{}, true) }

// On reports whether they do.
func On(ctx context.Context) bool { return ctx.Value(key{}) != nil }
