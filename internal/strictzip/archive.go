// Package strictzip reads a ZIP file in exactly one way, or not at all, and writes fresh ones.
//
// ZIP readers disagree about files that say two things: two end records, two entries of one name, a local header that contradicts the
// central directory, members that overlap. What one reader shows, another hides. [Open] therefore parses every record itself and refuses
// such files with [ErrAmbiguous]; it never picks a side. What honest producers do differently is accepted: data descriptors, zip64,
// zeros in a streamed local header, a UTF-8 flag that differs on an ASCII name.
//
// Every byte of the file is accounted for. It belongs to a record, to the data of an [Entry], or to a [Residue]: bytes that a plain
// reader never shows, such as a comment, an extra field, a gap, or a member that was deleted from the directory but not from the file.
//
// A [Writer] makes the opposite: an archive with nothing in it but names and contents, byte for byte the same for the same input.
//
// APPNOTE is PKWARE's .ZIP File Format Specification 6.3.10.
package strictzip

import (
	"context"
	"io"
	"sort"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// An Archive is a ZIP file whose records were all read and agree with each other. It is safe for concurrent use.
type Archive struct {
	Entries []*Entry  // in the order of the central directory
	Residue []Residue // in the order of the file

	r      io.ReaderAt
	size   int64
	limits limits.Limits
}

// What a [Residue] is.
const (
	Prefix         = "prefix"          // bytes before the first record
	Gap            = "gap"             // bytes between records
	HiddenMember   = "hidden-member"   // a gap that begins with a local header: a member that the directory does not list
	Suffix         = "suffix"          // bytes after the end record
	ArchiveComment = "archive-comment" // APPNOTE 4.3.16
	EntryComment   = "entry-comment"   // APPNOTE 4.3.12
	ExtraField     = "extra-field"     // APPNOTE 4.5, one that is not known to be inert
	DirectoryData  = "directory-data"  // contents of an entry that is a folder
	Descriptor     = "descriptor"      // APPNOTE 4.3.9, a data descriptor that is none: other bytes stand in its place
	DirectoryExtra = "directory-extra" // APPNOTE 4.3.11, 4.3.13, 4.3.14: signature and extensible data of the directory
)

// A Residue is a run of bytes that a plain reader of the archive does not see.
type Residue struct {
	Kind         string // one of the constants above
	Offset, Size int64  // in bytes, from the start of the file
	Name         string // the entry it belongs to, or the name that a hidden member gives itself; may be empty
}

// Open reads all records of the ZIP file in r, which is size bytes long. The members count against the budget of ctx.
//
// An entry that is encrypted or compressed by an unknown method does not fail Open, but its own [Entry.Open].
func Open(ctx context.Context, r io.ReaderAt, size int64) (*Archive, error) {
	budget := limits.From(ctx)
	p := &parser{ctx: ctx, a: &Archive{r: r, size: size, limits: budget.Limits}, r: r, size: size}
	if err := p.findEnd(); err != nil {
		return nil, err
	}
	if p.end.count > uint64(budget.Members) {
		return nil, &limits.Error{Name: "members", Limit: budget.Members}
	}
	if err := budget.Member(int(p.end.count)); err != nil {
		return nil, err
	}
	for _, step := range []func() error{p.readDirectory, p.readLocals, p.account, p.checkNames, p.checkEnds} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	sort.SliceStable(p.a.Residue, func(i, j int) bool { return p.a.Residue[i].Offset < p.a.Residue[j].Offset })
	return p.a, nil
}

// ReadResidue returns the bytes of one of the archive's residues.
func (a *Archive) ReadResidue(r Residue) *io.SectionReader {
	return io.NewSectionReader(a.r, r.Offset, r.Size)
}

// A parser holds what is known while the records are read.
type parser struct {
	ctx  context.Context
	a    *Archive
	r    io.ReaderAt
	size int64

	end   end
	spans []span // every run of bytes that is accounted for
}

// A span is a run of bytes that a record or its data occupies.
type span struct {
	off, end int64
	entry    *Entry // whose record it is, nil for the directory and the end records
	data     bool   // holds member data, so that signatures inside mean nothing
}

func (p *parser) residue(kind string, off, end int64, name string) {
	if end > off {
		p.a.Residue = append(p.a.Residue, Residue{Kind: kind, Offset: off, Size: end - off, Name: name})
	}
}

// read fills a new slice of n bytes from off. n is small and never taken from the file unchecked.
func (p *parser) read(off int64, n int) ([]byte, error) {
	b := make([]byte, n)
	if off < 0 || off > p.size-int64(n) {
		return nil, corrupt("", off, "record is cut off")
	}
	if _, err := p.r.ReadAt(b, off); err != nil && err != io.EOF {
		return nil, err
	}
	return b, nil
}
