// Package unlock carries a password to the readers of encrypted files. It is no part of options that are printed or stored.
package unlock

import "context"

type key struct{}

// With returns a context in which encrypted files are opened with that password, if they need one.
func With(ctx context.Context, password string) context.Context {
	if password == "" {
		return ctx
	}
	return context.WithValue(ctx, key{}, password)
}

// Password returns the password to try; empty: there is none.
func Password(ctx context.Context) string {
	p, _ := ctx.Value(key{}).(string)
	return p
}
