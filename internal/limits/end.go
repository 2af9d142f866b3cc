package limits

import (
	"context"
	"time"
)

type endKey struct{}

// WithEnd returns a context for work in a process that is ended from outside at that time, whatever it is at. It is no deadline: nothing
// breaks off then. But work that may be done in part can be made to fit, and none has to be able to break off by itself.
func WithEnd(ctx context.Context, at time.Time) context.Context {
	return context.WithValue(ctx, endKey{}, at)
}

// End returns when the process is ended, and whether it is.
func End(ctx context.Context) (at time.Time, ok bool) {
	at, ok = ctx.Value(endKey{}).(time.Time)
	return at, ok
}
