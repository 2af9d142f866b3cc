package strictzip

import (
	"bufio"
	"context"
	"hash"
	"hash/crc32"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/klauspost/compress/flate"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// Compression methods, APPNOTE 4.4.5.
const (
	Store   = 0
	Deflate = 8
)

// An Entry is one member of an archive.
type Entry struct {
	Name           string // decoded, as written otherwise: `\` stays
	RawName        []byte // the bytes of the name in the file
	UTF8           bool   // the headers say that RawName is UTF-8
	Size           int64  // declared size of the contents in bytes; [Entry.Open] holds it to that
	CompressedSize int64  // size in the file in bytes
	CRC            uint32
	Method         uint16
	Modified       time.Time // UTC; the zero time if there is none

	a            *Archive
	flags        uint16
	header, data int64 // offsets of the local header and of the data
	streamed     bool  // a data descriptor may follow the data
	verified     atomic.Bool
}

// IsDir reports whether the entry is a folder.
func (e *Entry) IsDir() bool { return strings.HasSuffix(e.Name, "/") || strings.HasSuffix(e.Name, `\`) }

// Encrypted reports whether the contents need a password.
func (e *Entry) Encrypted() bool {
	return e.flags&(flagEncrypted|flagStrong|flagMasked) != 0 || e.Method == 99
}

// Offset returns where the entry's local header begins, in bytes from the start of the file.
func (e *Entry) Offset() int64 { return e.header }

// Most returns the most bytes that the contents can have, whatever their declared size: deflate makes at most 1032 of one (RFC 1951: a
// copy of 258 bytes takes two bits).
func (e *Entry) Most() int64 {
	if e.Method == Store {
		return min(e.Size, e.CompressedSize)
	}
	const most = 1032
	return min(e.Size, e.CompressedSize*most)
}

// Raw returns the data as it stands in the file, compressed and unchecked.
func (e *Entry) Raw() *io.SectionReader { return io.NewSectionReader(e.a.r, e.data, e.CompressedSize) }

// check says why the entry cannot be read.
func (e *Entry) check() error {
	switch {
	case e.Encrypted():
		return &Error{Kind: ErrEncrypted, Entry: e.Name, Offset: e.header}
	case e.Method != Store && e.Method != Deflate, e.flags&flagPatched != 0:
		return &Error{Kind: ErrMethod, Entry: e.Name, Offset: e.header}
	case e.Method == Store && e.Size != e.CompressedSize:
		return ambiguous(e.Name, e.header, "a stored entry with two sizes")
	}
	return nil
}

// Open returns the contents as a stream. Read returns [io.EOF] only if size and checksum are right and the compressed data was used up
// to its last byte. Every byte counts against the budget of ctx; Read fails when ctx is done.
func (e *Entry) Open(ctx context.Context) (io.ReadCloser, error) {
	if err := e.check(); err != nil {
		return nil, err
	}
	r := &reader{ctx: ctx, budget: limits.From(ctx), e: e, crc: crc32.NewIEEE()}
	r.buf = buffers.Get().(*bufio.Reader)
	r.buf.Reset(e.Raw())
	if e.Method == Store || e.CompressedSize == 0 && e.Size == 0 { // some writers deflate nothing to nothing
		r.src = r.buf
		return r, nil
	}
	r.inflater = inflaters.Get().(io.ReadCloser)
	if err := r.inflater.(flate.Resetter).Reset(r.buf, nil); err != nil {
		return nil, err
	}
	r.src = r.inflater
	return r, nil
}

// Verify reads the entry to its end and returns what is wrong with it. It counts against no budget but is held to the bounds that the
// archive was opened with.
func (e *Entry) Verify(ctx context.Context) error {
	if e.verified.Load() {
		return nil
	}
	r, err := e.Open(limits.With(ctx, limits.NewBudget(e.a.limits)))
	if err != nil {
		return err
	}
	defer r.Close()
	_, err = io.Copy(io.Discard, r)
	return err
}

// Inflaters and their input buffers weigh 44 and 64 KiB; a folder of small files would otherwise spend half its time collecting them.
var (
	inflaters = sync.Pool{New: func() any { return flate.NewReader(strings.NewReader("")) }}
	buffers   = sync.Pool{New: func() any { return bufio.NewReaderSize(nil, 1<<16) }}
)

// A reader reads the contents of one entry and checks them. The inflater takes bytes one by one from buf and never more than it needs,
// so that what is left over shows.
type reader struct {
	ctx      context.Context
	budget   *limits.Budget
	e        *Entry
	src      io.Reader
	inflater io.ReadCloser
	buf      *bufio.Reader
	crc      hash.Hash32
	n        int64
	err      error
}

func (r *reader) Read(b []byte) (int, error) {
	if r.err != nil {
		return 0, r.err
	}
	if r.err = r.ctx.Err(); r.err != nil {
		return 0, r.err
	}
	n, err := r.src.Read(b)
	r.n += int64(n)
	r.crc.Write(b[:n])
	if err2 := r.budget.Inflate(n); err2 != nil {
		r.err = err2
		return 0, r.err
	}
	switch {
	case r.n > r.e.Size:
		r.err = r.corrupt("more data than declared")
	case err == io.EOF:
		r.err = r.finish()
	case err != nil:
		r.err = r.broken(err)
	}
	return n, r.err
}

// finish checks an entry that was read to its end.
func (r *reader) finish() error {
	switch {
	case r.n != r.e.Size:
		return r.corrupt("less data than declared")
	case r.crc.Sum32() != r.e.CRC:
		return r.corrupt("wrong checksum")
	}
	if _, err := r.buf.ReadByte(); err != io.EOF {
		return r.corrupt("bytes behind the end of the deflate stream")
	}
	r.e.verified.Store(true)
	return io.EOF
}

// broken tells a damaged deflate stream from a failing disk.
func (r *reader) broken(err error) error {
	if _, ok := err.(flate.CorruptInputError); ok || err == io.ErrUnexpectedEOF {
		return r.corrupt("broken deflate stream")
	}
	return err
}

func (r *reader) corrupt(what string) error { return corrupt(r.e.Name, r.e.header, what) }

// Close gives the buffers back.
func (r *reader) Close() error {
	if r.buf == nil {
		return nil
	}
	if r.err == nil {
		r.err = io.ErrClosedPipe
	}
	r.buf.Reset(nil)
	buffers.Put(r.buf)
	if r.inflater != nil {
		inflaters.Put(r.inflater)
	}
	r.buf, r.inflater = nil, nil
	return nil
}
