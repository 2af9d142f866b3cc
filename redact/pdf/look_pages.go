package pdf

import (
	"bytes"
	"context"
	"errors"

	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/pdfium"
)

// A comparison holds both files open.
type comparison struct {
	j             *job
	before, after *pdfium.Doc
	was, is       *pdfium.Picture // of the last page, lent
	differs       mask
}

func (j *job) compare(ctx context.Context, copied []byte) (*comparison, error) {
	source, err := j.unlocked()
	if err != nil {
		return nil, unseen(0, err)
	}
	open := pdfium.Open
	if _, ok := limits.End(ctx); ok {
		open = pdfium.OpenSwift
	}
	l := &comparison{j: j}
	if l.before, err = open(ctx, source); err != nil {
		return nil, unseen(0, err)
	}
	if l.after, err = open(ctx, copied); err != nil {
		l.before.Close()
		return nil, unseen(0, err)
	}
	n := len(j.f.Pages)
	if l.before.Pages() != l.after.Pages() || l.before.Pages() < n {
		l.close()
		return nil, unseen(0, errPages)
	}
	if n+1 <= l.before.Pages() { // it believes what the page tree declares
		if _, err := l.before.Render(ctx, n+1, pdfium.Look{}); err == nil {
			l.close()
			return nil, unseen(n+1, errPages)
		}
	}
	return l, nil
}

func (l *comparison) close() {
	l.before.Close()
	l.after.Close()
}

func unseen(page int, err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		err = errTooMany
	}
	return &LookError{Page: page, Unseen: true, Err: err}
}

// page compares one page.
func (l *comparison) page(ctx context.Context, n int) error {
	o := pdfium.Look{MaxPixels: lookPixels}
	if l.j.pictures[n] {
		o = pictureLook
	}
	if err := l.draw(ctx, n, o); err != nil {
		return unseen(n, err)
	}
	var want expectation
	if p := l.j.pages[n]; p != nil {
		want = p.expect
	}
	if l.was.Bounds() != l.is.Bounds() {
		return &LookError{Page: n, Err: errSize}
	}
	l.differs = differences(l.was.RGBA, l.is.RGBA, l.differs)
	if err := want.holds(l.j.f.Pages[n-1], l.was.RGBA, l.is.RGBA, l.differs); err != nil {
		return &LookError{Page: n, Err: err}
	}
	if err := l.j.painted(l.j.pages[n], l.is.RGBA); err != nil {
		return &LookError{Page: n, Err: err}
	}
	return nil
}

// draw draws a page of both files, at the same time.
func (l *comparison) draw(ctx context.Context, n int, o pdfium.Look) error {
	o.Lent = true
	done := make(chan error, 1)
	go func() {
		var err error
		l.was, err = l.before.Render(ctx, n, o)
		done <- err
	}()
	var err error
	l.is, err = l.after.Render(ctx, n, o)
	return errors.Join(<-done, err)
}

// unlocked returns the source as anyone can open it.
func (j *job) unlocked() ([]byte, error) {
	if !j.f.Locked {
		return j.f.Data, nil
	}
	var out bytes.Buffer
	err := newJob(j.ctx, j.f).write(&out)
	return out.Bytes(), err
}
