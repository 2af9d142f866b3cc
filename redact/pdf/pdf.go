// Package pdf writes a copy of a PDF file without what fixes name.
//
// The copy is always written anew: one revision, one cross-reference table, the objects that are reached from the catalog and nothing
// else, in the order in which they are reached. What was saved before, what nothing refers to and what lies between objects is gone by
// construction. Streams that are not changed keep their bytes.
//
// Glyphs leave the content streams operand by operand: where a glyph was stands a number that moves as far, so that nothing else on
// the page moves. Forms are copied for each use that changes.
package pdf

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
)

// ErrUnknown says that a fix can't be carried out on what it names: an annotation that the page does not have.
var ErrUnknown = errors.New("pdf: the fix does not fit the file")

// ErrDraw says that something on a page can't be changed without changing what a reader sees: a picture in a coding that is not
// written here, the content of a page that could not be read to its end.
var ErrDraw = errors.New("pdf: the page can't be rewritten")

// Rewrite writes a copy of the file in src to w in which the fixes are carried out. The same input gives the same bytes, and a copy
// of a copy is the copy. The fixes are those that an inspection of this very source named. An error leaves w with half a file.
func Rewrite(ctx context.Context, src *inspect.Source, fixes []inspect.Fix, w io.Writer) (err error) {
	f, err := pdf.Open(ctx, src, src.Size)
	if err != nil {
		return err
	}
	defer func() {
		// The object layer panics on objects that are not what they should be. No copy is better than a wrong one.
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", ErrDraw, p)
		}
	}()
	j := newJob(ctx, f)
	if err := j.sort(fixes); err != nil {
		return err
	}
	for _, step := range []func() error{j.editPages, j.dropUnused, j.editEntries, j.editFields, j.editAttachments, j.editOutlines, j.editStructure} {
		if err := step(); err != nil {
			return err
		}
	}
	out := bufio.NewWriterSize(w, 64<<10)
	if err := j.write(out); err != nil {
		return err
	}
	return out.Flush()
}
