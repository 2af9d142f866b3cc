// Package zip writes a ZIP archive anew with some of its members rewritten and others left out. Nothing is copied but names and
// contents: no comments, no gaps, no times.
package zip

import (
	"context"
	"errors"
	"io"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/strictzip"
	"github.com/sumikeshi/sumikeshi/internal/zipmember"
)

// Rewrite copies the archive src to w. Members for which drop returns true are left out. Each other one is handed to member, which
// either writes its new contents and returns true, or writes nothing and returns false: then its compressed bytes are copied as they
// are. member may be nil. Folders are kept.
func Rewrite(
	ctx context.Context,
	src *inspect.Source,
	member func(name string, src *inspect.Source, w io.Writer) (changed bool, err error),
	drop func(name string) bool,
	w io.Writer,
) error {
	a, err := strictzip.Open(ctx, src, src.Size)
	if err != nil {
		return err
	}
	out := strictzip.NewWriter(w)
	for _, e := range a.Entries {
		if err := ctx.Err(); err != nil {
			return err
		}
		if drop != nil && drop(e.Name) {
			continue
		}
		if err := rewrite(ctx, e, member, out); err != nil {
			return err
		}
	}
	return out.Close()
}

func rewrite(ctx context.Context, e *strictzip.Entry, member func(string, *inspect.Source, io.Writer) (bool, error), out *strictzip.Writer) error {
	if e.IsDir() || member == nil {
		return out.Copy(e)
	}
	r, size, err := zipmember.Bytes(ctx, e)
	if err != nil {
		return err
	}
	w := &late{out: out, name: e.Name}
	changed, err := member(e.Name, &inspect.Source{Name: e.Name, ReaderAt: r, Size: size}, w)
	switch {
	case err != nil:
		return err
	case !changed && w.w != nil:
		return errors.New("a member that did not change was written")
	case !changed:
		return out.Copy(e)
	}
	_, err = w.Write(nil) // an empty member
	return err
}

// late begins a member when its first byte is written, since only then it is known that it changed.
type late struct {
	out  *strictzip.Writer
	name string
	w    io.Writer
}

func (l *late) Write(b []byte) (int, error) {
	if l.w == nil {
		var err error
		if l.w, err = l.out.Create(l.name); err != nil {
			return 0, err
		}
	}
	return l.w.Write(b)
}
