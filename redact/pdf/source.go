package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/sumikeshi/sumikeshi/internal/pdfium"
)

// A SourceError says that no copy can be held against the source, for a reason that lies in the source: programs that show it do not
// agree on what it shows, or it takes too long to see.
type SourceError struct {
	Page int  // from 1; 0: the document as a whole
	Late bool // there was no time left
	Err  error
}

func (e *SourceError) Error() string {
	return fmt.Sprintf("pdf: page %d of the source: %v", e.Page, e.Err)
}

func (e *SourceError) Unwrap() error { return e.Err }

// blame returns the error of a copy that failed, as one of the source if that is to blame: if PDFium refuses it, or if a copy from which
// nothing was taken looks different on that page too.
func (t *tiers) blame(ctx context.Context, err error) error {
	var look *LookError
	if !errors.As(err, &look) || ctx.Err() != nil {
		return err
	}
	switch {
	case !look.Unseen && look.Page > 0:
		if again := t.plain(ctx, look.Page); again != nil {
			return &SourceError{Page: look.Page, Err: again}
		}
	case errors.Is(look.Err, errTooMany):
		return &SourceError{Page: look.Page, Late: true, Err: look.Err}
	case errors.Is(look.Err, errPages), errors.Is(look.Err, pdfium.ErrRefused):
		return &SourceError{Page: look.Page, Err: look.Err}
	}
	return err
}

// plain writes a copy from which nothing is taken and compares one of its pages with the source.
func (t *tiers) plain(ctx context.Context, page int) error {
	ctx, cancel := context.WithTimeout(ctx, patience(ctx))
	defer cancel()
	j := newJob(ctx, t.f)
	var out bytes.Buffer
	if err := j.write(&out); err != nil {
		return err
	}
	l, err := j.compare(ctx, out.Bytes())
	if err != nil {
		return err
	}
	defer l.close()
	return l.page(ctx, page)
}
