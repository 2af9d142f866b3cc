package strictzip

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"math"
	"path"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

const (
	// deflateLevel is the point where klauspost's compressor is a few percent behind the best size at a third of the time.
	deflateLevel = 5
	// tiny contents in bytes are stored: a deflate stream would hardly be shorter, and the "mimetype" of ODF must be stored.
	tiny = 128
	// held is how much compressed data in bytes an entry may have before its header is written without sizes.
	held = 1 << 20
	// dosEpoch is 1980-01-01, the date of every entry we write.
	dosEpoch = 0<<9 | 1<<5 | 1
)

// A Writer writes a fresh archive: names, contents, and nothing else. No comments, no extra fields, no times, no attributes. The same
// calls give the same bytes.
//
// The sizes stand in the local header, as Office writes them, if an entry's compressed data is below 1 MiB. A larger entry is streamed
// and its sizes follow in a data descriptor: a book of a million rows must not be held in memory, and Excel and LibreOffice accept
// descriptors (most libraries write nothing else). The choice depends on the contents alone.
//
// The writer has no zip64: a copy is never larger than 4 GiB, nor has it more than 65,535 entries; beyond that it fails.
type Writer struct {
	w       *bufio.Writer
	n       int64 // bytes written
	entries []written
	names   map[string]bool
	open    *creator
	err     error
}

// A written entry is remembered for the directory.
type written struct {
	name             string
	flags, method    uint16
	crc              uint32
	compressed, size int64
	offset           int64
}

// NewWriter returns a writer of a new archive to w.
func NewWriter(w io.Writer) *Writer {
	return &Writer{w: bufio.NewWriterSize(w, 1<<16), names: map[string]bool{}}
}

// Create begins an entry. Its contents are what is written to the returned writer before the next call of Create, Copy or Close.
func (w *Writer) Create(name string) (io.Writer, error) {
	if err := w.begin(name); err != nil {
		return nil, err
	}
	w.open = &creator{w: w, e: written{name: name, offset: w.n}, media: isMedia(name)}
	return w.open, nil
}

// Copy copies an entry under its own name, see [Writer.CopyAs].
func (w *Writer) Copy(e *Entry) error { return w.CopyAs(e.Name, e) }

// CopyAs copies the compressed data of an entry as it is, under a fresh header. An entry that was not read to its end before is read now:
// nothing unchecked gets into a copy.
func (w *Writer) CopyAs(name string, e *Entry) error {
	if err := w.begin(name); err != nil {
		return err
	}
	if err := e.Verify(context.Background()); err != nil {
		return w.fail(err)
	}
	h := written{name: name, method: e.Method, crc: e.CRC, compressed: e.CompressedSize, size: e.Size, offset: w.n}
	if e.IsDir() || e.Size == 0 {
		h.method, h.crc, h.compressed, h.size = Store, 0, 0, 0
	}
	if h.method == Deflate && h.compressed > held {
		h.flags = flagDescriptor // as Create writes it: a copy of a copy is the same bytes
	}
	if err := w.header(&h); err != nil {
		return err
	}
	raw := io.NewSectionReader(e.a.r, e.data, h.compressed)
	n, err := io.Copy(w.w, raw)
	w.n += n
	if err == nil && n != h.compressed {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return w.fail(err)
	}
	if h.flags&flagDescriptor != 0 {
		if err := w.descriptor(&h); err != nil {
			return err
		}
	}
	w.entries = append(w.entries, h)
	return nil
}

// begin ends the entry before and checks the new name.
func (w *Writer) begin(name string) error {
	if err := w.finish(); err != nil {
		return err
	}
	key := Fold(name)
	if unsafeName(name) || w.names[key] || len(name) > math.MaxUint16 {
		return w.fail(&Error{Kind: ErrName, Entry: name, Offset: w.n})
	}
	w.names[key] = true
	return nil
}

// finish ends the entry that is being written, if any.
func (w *Writer) finish() error {
	if w.err != nil || w.open == nil {
		return w.err
	}
	c := w.open
	w.open = nil
	if err := c.close(); err != nil {
		return w.fail(err)
	}
	w.entries = append(w.entries, c.e)
	return nil
}

func (w *Writer) fail(err error) error {
	if w.err == nil {
		w.err = err
	}
	return w.err
}

func (w *Writer) write(b []byte) error {
	n, err := w.w.Write(b)
	w.n += int64(n)
	if err != nil {
		return w.fail(err)
	}
	return nil
}

// fields appends a header's common fields from "version needed" to "extra length" (APPNOTE 4.3.7, 4.3.12).
func (h *written) fields(b []byte, local bool) []byte {
	if !ascii([]byte(h.name)) {
		h.flags |= flagUTF8
	}
	le := binary.LittleEndian
	b = le.AppendUint16(b, 20)
	b = le.AppendUint16(b, h.flags)
	b = le.AppendUint16(b, h.method)
	b = le.AppendUint16(b, 0)
	b = le.AppendUint16(b, dosEpoch)
	crc, compressed, size := h.crc, h.compressed, h.size
	if local && h.flags&flagDescriptor != 0 {
		crc, compressed, size = 0, 0, 0
	}
	b = le.AppendUint32(b, crc)
	b = le.AppendUint32(b, uint32(compressed))
	b = le.AppendUint32(b, uint32(size))
	b = le.AppendUint16(b, uint16(len(h.name)))
	return le.AppendUint16(b, 0)
}

// header writes a local header.
func (w *Writer) header(h *written) error {
	if err := fits32(h.offset, h.compressed, h.size); err != nil {
		return w.fail(err)
	}
	b := binary.LittleEndian.AppendUint32(nil, sigLocal)
	b = append(h.fields(b, true), h.name...)
	return w.write(b)
}

// Close writes the directory. It does not close the underlying writer.
func (w *Writer) Close() error {
	if err := w.finish(); err != nil {
		return err
	}
	le, dir := binary.LittleEndian, w.n
	for i := range w.entries {
		h := &w.entries[i]
		b := le.AppendUint32(nil, sigCentral)
		b = le.AppendUint16(b, 20)
		b = h.fields(b, false)
		b = append(b, make([]byte, 10)...) // comment length, volume, attributes
		b = le.AppendUint32(b, uint32(h.offset))
		if err := w.write(append(b, h.name...)); err != nil {
			return err
		}
	}
	if err := fits32(w.n); err != nil {
		return w.fail(err)
	}
	if len(w.entries) >= math.MaxUint16 {
		return w.fail(&limits.Error{Name: "members", Limit: math.MaxUint16 - 1})
	}
	b := append(le.AppendUint32(nil, sigEnd), 0, 0, 0, 0)
	b = le.AppendUint16(b, uint16(len(w.entries)))
	b = le.AppendUint16(b, uint16(len(w.entries)))
	b = le.AppendUint32(b, uint32(w.n-dir))
	b = le.AppendUint32(b, uint32(dir))
	if err := w.write(append(b, 0, 0)); err != nil {
		return err
	}
	if err := w.w.Flush(); err != nil {
		return w.fail(err)
	}
	w.err = errClosed
	return nil
}

var errClosed = errors.New("zip: writer is closed")

func fits32(sizes ...int64) error {
	for _, n := range sizes {
		if n >= math.MaxUint32 {
			return &limits.Error{Name: "output", Limit: math.MaxUint32 - 1}
		}
	}
	return nil
}

// isMedia names what is compressed already.
func isMedia(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".png", ".jpg", ".jpeg", ".jpe", ".gif", ".mp3", ".mp4", ".m4a", ".m4v", ".mov", ".wmv", ".webp", ".zip", ".xlsx", ".docx", ".pptx":
		return true
	}
	return false
}

// A creator takes the contents of one new entry. They pass through three states: raw while tiny, then compressed but held, then streamed.
// Media are held whole, stored: they were held by whoever rewrote them, and a stored entry must have its size in front.
type creator struct {
	w     *Writer
	e     written
	media bool

	raw      bytes.Buffer // the contents while they are tiny, or media
	out      bytes.Buffer // compressed data while it is held
	deflater *flate.Writer
	streamed bool
}

// deflaters weigh about 1 MiB each.
var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, deflateLevel)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

func (c *creator) Write(b []byte) (int, error) {
	if c.w.err != nil {
		return 0, c.w.err
	}
	if c.w.open != c {
		return 0, errClosed
	}
	c.e.crc = crc32.Update(c.e.crc, crc32.IEEETable, b)
	c.e.size += int64(len(b))
	if c.deflater == nil && (c.media || c.e.size <= tiny) {
		if c.e.size > limits.Default().Held {
			return 0, c.w.fail(&limits.Error{Name: "held", Limit: limits.Default().Held})
		}
		return c.raw.Write(b)
	}
	if err := c.deflate(b); err != nil {
		return 0, c.w.fail(err)
	}
	return len(b), nil
}

func (c *creator) deflate(b []byte) error {
	if c.deflater == nil {
		c.deflater = deflaters.Get().(*flate.Writer)
		c.deflater.Reset((*sink)(c))
		if _, err := c.deflater.Write(c.raw.Bytes()); err != nil {
			return err
		}
	}
	_, err := c.deflater.Write(b)
	return err
}

// A sink is the creator as the deflater's output.
type sink creator

func (s *sink) Write(b []byte) (int, error) {
	s.e.compressed += int64(len(b))
	if !s.streamed && s.out.Len()+len(b) <= held {
		return s.out.Write(b)
	}
	if !s.streamed {
		s.streamed = true
		s.e.flags, s.e.method = flagDescriptor, Deflate
		if err := s.w.header(&s.e); err != nil {
			return 0, err
		}
		if err := s.w.write(s.out.Bytes()); err != nil {
			return 0, err
		}
		s.out = bytes.Buffer{}
	}
	return len(b), s.w.write(b)
}

// close writes what is still held: header and data, or the data descriptor.
func (c *creator) close() error {
	data := &c.raw
	if c.deflater == nil {
		c.e.method, c.e.compressed = Store, c.e.size
	} else {
		err := c.deflater.Close()
		deflaters.Put(c.deflater)
		c.deflater = nil
		if err != nil {
			return err
		}
		c.e.method, data = Deflate, &c.out
	}
	if err := fits32(c.e.compressed, c.e.size); err != nil {
		return err
	}
	if !c.streamed {
		if err := c.w.header(&c.e); err != nil {
			return err
		}
		return c.w.write(data.Bytes())
	}
	return c.w.descriptor(&c.e)
}

// descriptor writes the data descriptor of a streamed entry (APPNOTE 4.3.9).
func (w *Writer) descriptor(e *written) error {
	le := binary.LittleEndian
	b := le.AppendUint32(nil, sigDescriptor)
	b = le.AppendUint32(b, e.crc)
	b = le.AppendUint32(b, uint32(e.compressed))
	return w.write(le.AppendUint32(b, uint32(e.size)))
}
