// Package zip reads plain ZIP archives. Every member is an item and a file that goes round again; nothing is unpacked to disk.
// Office packages, which are ZIP files too, are not read here.
//
// Each hiding place is a file of this folder.
package zip

import (
	"context"
	"errors"
	"iter"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/strictzip"
	"github.com/sumikeshi/sumikeshi/internal/zipmember"
)

// Format reads ZIP archives.
type Format struct{}

// Name returns "zip".
func (Format) Name() string { return "zip" }

// Places lists what a ZIP archive hides.
func (Format) Places() []*inspect.Place { return []*inspect.Place{Residue, SystemFile} }

// Recognize reports whether src begins as a ZIP file and is not a document of another kind.
func (Format) Recognize(src *inspect.Source) bool {
	look, ok := zipmember.Peek(src, src.Size)
	return ok && !look.Package && look.Mimetype == ""
}

// Open reads the directory.
func (Format) Open(ctx context.Context, src *inspect.Source) (inspect.Document, error) {
	a, err := strictzip.Open(ctx, src, src.Size)
	if err != nil {
		un := unread(err)
		if own := (*inspect.UnreadError)(nil); errors.As(un, &own) && own.Reason == inspect.Corrupt && officeName(src.Name) {
			own.Advice = damagedOffice
		}
		return nil, un
	}
	return document{a}, nil
}

// unread explains why an archive or a member could not be read.
func unread(err error) error {
	un := &inspect.UnreadError{Reason: inspect.Corrupt, Err: err}
	switch {
	case errors.Is(err, strictzip.ErrEncrypted):
		un.Reason = inspect.Encrypted
		un.Advice = inspect.Words{
			JA: "ZIPにパスワードがかかっています。パスワードなしで作り直してから、もう一度入れてください。",
			EN: "The ZIP file has a password. Make it again without one and try again.",
		}
	case errors.Is(err, strictzip.ErrMethod):
		un.Reason = inspect.Unsupported
		un.Advice = inspect.Words{
			JA: "ふつうのZIPにはない圧縮方法です。いったん取り出し、Windowsの「圧縮（ZIP形式）」で作り直してください。",
			EN: "It is compressed in an uncommon way. Unpack it, and make an ordinary ZIP file.",
		}
	case errors.Is(err, strictzip.ErrNotZip), errors.Is(err, strictzip.ErrCorrupt), errors.Is(err, strictzip.ErrAmbiguous), errors.Is(err, strictzip.ErrName):
		un.Advice = inspect.Words{
			JA: "ZIPがこわれているか、中身がソフトによって違って見えます。いったん取り出し、新しいZIPに入れ直してください。",
			EN: "The ZIP file is damaged, or shows different things in different programs. Unpack it, and make a new one.",
		}
	default:
		return err
	}
	return un
}

type document struct{ *strictzip.Archive }

func (document) Close() error { return nil }

// Items yields what lies between the members, then every member in the order of the directory.
func (d document) Items(ctx context.Context) iter.Seq2[*inspect.Item, error] {
	return func(yield func(*inspect.Item, error) bool) {
		if !d.residue(yield) {
			return
		}
		for _, e := range d.Entries {
			it, err := member(ctx, e)
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(&it, nil) {
				return
			}
		}
	}
}

// member returns the item of one member: its name is text, and its bytes are a file. An error ends the whole archive: the budget,
// which all members share, is used up.
func member(ctx context.Context, e *strictzip.Entry) (inspect.Item, error) {
	it := inspect.Item{Where: inspect.Part{Part: e.Name}, Text: e.Name}
	if systemFile(e.Name) {
		it.Place, it.Fix = SystemFile, inspect.DropPart{Part: e.Name}
		return it, nil
	}
	if e.IsDir() {
		return it, nil
	}
	if e.Size == 0 && e.CompressedSize == 0 && !e.Encrypted() {
		return it, nil // no bytes, nothing to read
	}
	r, size, err := zipmember.Bytes(ctx, e)
	var lim *limits.Error
	switch {
	case err == nil:
		it.Child = &inspect.Source{Name: e.Name, ReaderAt: r, Size: size}
	case ctx.Err() != nil:
		return it, ctx.Err()
	case errors.As(err, &lim) && lim.Name != "held":
		return it, err
	default:
		it.Unread = inspect.ReasonOf(unread(err))
	}
	return it, nil
}
