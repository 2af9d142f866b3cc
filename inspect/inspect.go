// Package inspect tells what a document holds: what a reader sees, what a reader does not see, and the personal data in both.
// It never writes.
//
// A [Format] recognises bytes and opens them as a [Document], which streams [Item] values: located pieces of text or objects. An
// item with a [Place] is hidden from a reader, or says something about the file that a reader does not see; an item without one is
// plainly visible. A [Fix] says, as data, what would take the item out; package redact knows how. A file inside the file is a
// Child, which goes round again.
//
// The [Inspector] walks the stream, hands the texts to the detectors, counts people and comes to a verdict. It holds counts and
// the first findings of each kind, never the document.
package inspect

import (
	"context"
	"io"
	"iter"
)

// A Source is bytes with a name. The name is shown in reports and is never used as a path.
type Source struct {
	Name string
	io.ReaderAt
	Size int64 // bytes

	// Locked says that it was encrypted, with a password that not every program knows. See [Inspector.Unlock].
	Locked bool

	inner *Source // what Unlock returned
}

// Reader returns a reader over the whole source.
func (s *Source) Reader() *io.SectionReader { return io.NewSectionReader(s, 0, s.Size) }

// Head returns up to n bytes from the start of the source, for recognition by content.
func (s *Source) Head(n int) []byte {
	buf := make([]byte, min(int64(n), s.Size))
	m, _ := s.ReadAt(buf, 0)
	return buf[:m]
}

// A Format is one kind of file. Formats are tried in the order of the inspector's list; the first that recognises a source reads it.
type Format interface {
	Name() string // as in the report: "xlsx"

	// Recognize looks at the content, never at the name's extension alone.
	Recognize(src *Source) bool

	// Open reads as much as is needed to stream the items. An error is an [*UnreadError] if it can be explained to a user.
	Open(ctx context.Context, src *Source) (Document, error)

	// Places lists every hiding place that the format's items can name.
	Places() []*Place
}

// A Document streams what one file holds.
type Document interface {
	// Items yields the items. What it yields may be borrowed until the next item, the item itself included. An error ends the stream
	// and makes the whole file unread; a part that can't be read is an item with Unread set, and the rest goes on.
	Items(ctx context.Context) iter.Seq2[*Item, error]
	io.Closer
}

// An Item is one located piece of text, or one object, of a document.
type Item struct {
	Where  Location // may be borrowed until the next item; see [Keep]
	Text   string   // may be borrowed until the next item
	Labels []string // what stands beside the text, nearest first, and the type of its column
	Record int64    // the table row that it belongs to, 0 for none; see [Record]
	Place  *Place   // nil: a reader sees it
	Fix    Fix      // what would take it out; nil: nothing can, or nothing need
	Child  *Source  // a file inside the file
	Outer  Fix      // what would take out the thing that it stands on, such as the sheet of a chart; nil if there is none

	// Glyphs yields where on a page the characters of Text stand, in the order of the text: what the text holds beside them
	// (spaces, line ends) has no place. Nil if that is not known. It is borrowed until the next item.
	Glyphs iter.Seq[Glyph]

	// Inside says that the item lies in a hiding place which an earlier item of the same Place and Fix announced: it is not one
	// more thing found.
	Inside bool

	// Times says for how many things an announcing item stands, when neighbours are announced together (hidden rows 5 to 104);
	// 0 means 1.
	Times int

	// Empty says that the announced thing holds no content, or none that a reader does not see beside it. It then weighs no more
	// than a note.
	Empty bool

	// Raw says that the text is what can be made out of bytes of an unknown make: much of it is no text of the document, and of what
	// goes with it only the matches have to be gone.
	Raw bool

	// Unread is set when the item could not be read, and says why.
	Unread Reason

	// Advice says what to do about what could not be read; the zero value means the reason's own words.
	Advice Words

	// Uses yields the places where this same text stands, if the text is interned (shared strings): Where and Record are then
	// those of the first of them, and every use counts. Nil means one use.
	Uses iter.Seq[Use]
}

// A Glyph is a character, or several that are drawn as one, with its place on the page.
type Glyph struct {
	Start, End int // bytes of the item's Text
	Quad       Quad
	OnLine     Quad // the same as its line takes it: of a character that stands upright on a vertical line the first side runs down it
}

// A Use is one place where an interned text stands.
type Use struct {
	Where  Location // borrowed until the next use
	Record int64
}

// Each yields the uses of an item: its own Where and Record if it is not interned.
func (it *Item) Each() iter.Seq[Use] {
	if it.Uses != nil {
		return it.Uses
	}
	return func(yield func(Use) bool) { yield(Use{it.Where, it.Record}) }
}

// A Record number names a table row: a table space (one block of one sheet, one pivot cache) and a row in it, both from 1.
func Record(space, row int) int64 { return int64(space)<<recordBits | int64(row) }

const recordBits = 24 // rows a space: 16 million, more than a sheet or a CSV file within the input limit can hold
