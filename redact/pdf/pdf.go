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

// ErrNoPage says that a fix names a page which the file does not have.
var ErrNoPage = fmt.Errorf("%w: no such page", ErrUnknown)

// An OffPageError says that an area which a person marked lies outside of its page.
type OffPageError struct{ Page int } // from 1

func (e *OffPageError) Error() string {
	return fmt.Sprintf("pdf: a marked area lies outside of page %d", e.Page)
}

// ErrLocked says that the file needs a password, and that no fix allows a copy without one.
var ErrLocked = errors.New("pdf: the copy would have no password")

// Notes say what became of a rewriting.
type Notes struct {
	Looked   int   // pages that were compared with those of the source, pixel by pixel
	Unlooked int   // pages that would have been compared too, had there been time
	Boxes    []Box // that were drawn for [inspect.BlackOut], page by page
	Signed   int   // signatures that were dropped: any change makes them void
	Tight    int   // boxes that should have been wider than what they hide, and are not
	Pictures []int // pages that became pictures, from 1
	Outlines int   // fonts that keep the shapes of characters which went, since they are not understood well enough
}

// A Box is an area that was blacked out.
type Box struct {
	Fix   inspect.BlackOut
	Area  inspect.Quad // as it was drawn
	Label string       // as it was written; empty: nothing
}

// An Attached returns what an attached file holds in the copy, from what it holds in the source. Nil: the same.
type Attached func(data []byte) ([]byte, error)

// Rewrite writes a copy of the file in src to w in which the fixes are carried out. The same input gives the same bytes, and a copy
// of a copy is the copy. The fixes are those that an inspection of this very source named.
//
// Blot is asked for every text of the file that no page shows, and returns it as it is to stand in the copy; nil changes none. Attached
// is asked for the contents of those attached files that stay, by the object number of their streams.
//
// Before anything is written, the copy's pages are read again and compared with those of the source, as PDFium draws them ([LookError]).
// A page on which that does not hold, or which can't be rewritten, becomes a picture; if even that does not do, there is no copy.
func Rewrite(ctx context.Context, src *inspect.Source, fixes []inspect.Fix, blot func(string) string, attached map[int]Attached, w io.Writer) (notes *Notes, err error) {
	f, err := pdf.Open(ctx, src, src.Size)
	if err != nil {
		return nil, err
	}
	defer func() {
		// The object layer panics on objects that are not what they should be. No copy is better than a wrong one.
		if p := recover(); p != nil {
			notes, err = nil, fmt.Errorf("%w: %v", ErrDraw, p)
		}
	}()
	t := &tiers{f: f, fixes: fixes, blot: blot, attached: attached, pictures: map[int]bool{}}
	out, notes, err := t.run(ctx)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(out)
	return notes, err
}
