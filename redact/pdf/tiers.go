package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// maxPictures is how many pages of a document become pictures at most: each takes time and bytes.
const maxPictures = 100

// A PagesError says which pages could not be rewritten.
type PagesError struct {
	Pages []int // from 1
	Err   error
}

func (e *PagesError) Error() string { return fmt.Sprintf("page %d: %v", e.Pages[0], e.Err) }

func (e *PagesError) Unwrap() error { return e.Err }

// Tiers are the ways in which a file is written, one after the other: glyph by glyph; with those pages as pictures that could not be written
// so; with all pages as pictures.
type tiers struct {
	f        *pdf.File
	fixes    []inspect.Fix
	blot     func(string) string
	attached map[int]Attached
	pictures map[int]bool // pages, from 1
}

// run returns the copy of the first tier that holds. The error is that of the first: it says what is the matter with the file.
func (t *tiers) run(ctx context.Context) ([]byte, *Notes, error) {
	var first error
	for {
		out, notes, err := t.attempt(ctx)
		if err == nil {
			return out, notes, nil
		}
		if first == nil {
			first = err
		}
		if ctx.Err() != nil || !t.fall(err) {
			return nil, nil, t.blame(ctx, first)
		}
	}
}

// fall makes pictures of the pages that an attempt failed on: of all pages the second time. It reports whether that may help.
func (t *tiers) fall(err error) bool {
	pages := failedPages(err)
	if len(pages) == 0 || slices.ContainsFunc(pages, func(n int) bool { return t.pictures[n] }) {
		return false
	}
	if len(t.pictures) > 0 {
		pages = pages[:0]
		for n := range t.f.Pages {
			pages = append(pages, n+1)
		}
	}
	for _, n := range pages {
		t.pictures[n] = true
	}
	return len(t.pictures) <= maxPictures
}

// failedPages returns the pages that an error is about; none if it is about the document.
func failedPages(err error) []int {
	var pages *PagesError
	var look *LookError
	switch {
	case errors.As(err, &pages):
		return pages.Pages
	case errors.As(err, &look) && !look.Unseen && look.Page > 0:
		return append([]int{look.Page}, look.Also...)
	}
	return nil
}

// attempt writes one copy, and holds it against the source.
func (t *tiers) attempt(ctx context.Context) ([]byte, *Notes, error) {
	j := newJob(ctx, t.f)
	j.blot, j.attached, j.pictures = t.blot, t.attached, t.pictures
	defer j.witness.Close()
	if err := j.sort(t.fixes); err != nil {
		return nil, nil, err
	}
	if t.f.Locked && !j.decrypt {
		return nil, nil, ErrLocked
	}
	for n := range t.pictures {
		if _, err := j.page(n); err != nil {
			return nil, nil, err
		}
	}
	for _, step := range []func() error{
		j.editPages, j.editPictures, j.stripTexts, j.stripNotes, j.dropUnused, j.pruneFonts, j.editEntries, j.editFields, j.editAttachments, j.editAttached, j.dropSignatures, j.editOutlines, j.editDestinations, j.editNames,
		j.editStructure, j.unmarkPictures, j.labels.write, j.layer.write,
	} {
		if err := step(); err != nil {
			return nil, nil, err
		}
	}
	var out bytes.Buffer
	if err := j.write(&out); err != nil {
		return nil, nil, err
	}
	if err := j.reread(ctx, out.Bytes()); err != nil {
		return nil, nil, err
	}
	var err error
	if j.notes.Looked, err = j.look(ctx, out.Bytes()); err != nil {
		return nil, nil, err
	}
	j.notes.Pictures = slices.Sorted(maps.Keys(t.pictures))
	return out.Bytes(), &j.notes, nil
}
