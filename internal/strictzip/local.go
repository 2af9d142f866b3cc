package strictzip

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"io"
	"math"
	"slices"
	"unicode/utf8"
)

// readLocals reads the local header of every entry and compares it with the central one.
func (p *parser) readLocals() error {
	for _, e := range p.a.Entries {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		if err := p.readLocal(e); err != nil {
			return err
		}
	}
	return nil
}

// readLocal reads one local header, APPNOTE 4.3.7.
func (p *parser) readLocal(e *Entry) error {
	b, err := p.read(e.header, lenLocal)
	if err != nil {
		return corrupt(e.Name, e.header, "local header lies outside the file")
	}
	le := binary.LittleEndian
	if le.Uint32(b) != sigLocal {
		return corrupt(e.Name, e.header, "no local header where the directory says")
	}
	nameLen, extraLen := int(le.Uint16(b[26:])), int(le.Uint16(b[28:]))
	rest, err := p.read(e.header+lenLocal, nameLen+extraLen)
	if err != nil {
		return corrupt(e.Name, e.header, "local header is cut off")
	}
	flags := le.Uint16(b[6:])
	if what := e.differs(flags, le.Uint16(b[8:]), rest[:nameLen]); what != "" {
		return ambiguous(e.Name, e.header, what)
	}
	x := &extra{
		p: p, e: e, at: e.header + lenLocal + int64(nameLen),
		compressed: int64(le.Uint32(b[18:])), size: int64(le.Uint32(b[22:])),
	}
	if err := x.parse(rest[nameLen:]); err != nil {
		return err
	}
	streamed := (flags|e.flags)&flagDescriptor != 0
	if what := e.sizesDiffer(x, le.Uint32(b[14:]), streamed); what != "" {
		return ambiguous(e.Name, e.header, what)
	}
	e.data = e.header + lenLocal + int64(nameLen+extraLen)
	e.streamed = streamed
	if e.CompressedSize > p.end.dir-e.data {
		return corrupt(e.Name, e.header, "data lies outside the file")
	}
	return nil
}

// differs compares what a local header says with the central one, and names the first difference that could mislead a reader.
func (e *Entry) differs(flags, method uint16, name []byte) string {
	const secret = flagEncrypted | flagStrong
	switch {
	case !bytes.Equal(name, e.RawName):
		return "local header has another name"
	case method != e.Method:
		return "local header has another method"
	case (flags^e.flags)&secret != 0 && !e.aes():
		return "only one header says encrypted"
	case (flags^e.flags)&flagUTF8 != 0 && !ascii(name):
		return "only one header says UTF-8"
	}
	return ""
}

// aes says that the encryption was told by an extra field, which both headers have to carry.
func (e *Entry) aes() bool { return e.Method == 99 }

// sizesDiffer compares sizes and checksum. In a streamed entry they follow the data, and the local header holds zeros.
func (e *Entry) sizesDiffer(x *extra, crc uint32, streamed bool) string {
	same := func(local, central int64) bool {
		return local == central || streamed && (local == 0 || local == math.MaxUint32)
	}
	switch {
	case e.flags&flagMasked != 0:
		return "" // the local values are blanked on purpose; the entry is encrypted anyway
	case !same(x.compressed, e.CompressedSize):
		return "local header has another compressed size"
	case !same(x.size, e.Size):
		return "local header has another size"
	case crc != e.CRC && !(streamed && crc == 0):
		return "local header has another checksum"
	}
	return ""
}

func ascii(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// account orders everything that was read by its place in the file, refuses what overlaps, and calls the rest residue.
func (p *parser) account() error {
	entries := slices.SortedFunc(slices.Values(p.a.Entries), func(a, b *Entry) int { return cmp.Compare(a.header, b.header) })
	for i, e := range entries {
		next := p.end.dir
		if i+1 < len(entries) {
			next = entries[i+1].header
		}
		stop := e.data + e.CompressedSize
		if stop > next {
			return ambiguous(e.Name, e.header, "members overlap")
		}
		p.spans = append(p.spans, span{off: e.header, end: e.data, entry: e}, span{off: e.data, end: stop, entry: e, data: true})
		if e.streamed {
			if err := p.descriptor(e, stop, next); err != nil {
				return err
			}
		}
		if e.IsDir() && (e.Size > 0 || e.CompressedSize > emptyDeflate) {
			p.residue(DirectoryData, e.data, stop, e.Name)
		}
	}
	return p.gaps()
}

// emptyDeflate is the size in bytes of a deflate stream of nothing, which some writers give to folders.
const emptyDeflate = 2

// descriptor finds the data descriptor behind the data, between stop and next (APPNOTE 4.3.9): with or without signature, with sizes of
// four or eight bytes. The form that fills the room exactly is tried first. The central header is the authority; bytes that contradict
// it are residue.
func (p *parser) descriptor(e *Entry, stop, next int64) error {
	room := next - stop
	b, err := p.read(stop, int(min(room, 24)))
	if err != nil {
		return err
	}
	sizes := []int{16, 12, 24, 20}
	if i := slices.Index(sizes, int(room)); i >= 0 {
		sizes[0], sizes[i] = sizes[i], sizes[0]
	}
	for _, n := range sizes {
		if n <= len(b) && e.describes(b[:n]) {
			p.spans = append(p.spans, span{off: stop, end: stop + int64(n), entry: e})
			return nil
		}
	}
	if room >= 4 && binary.LittleEndian.Uint32(b) == sigDescriptor || room == 12 {
		p.spans = append(p.spans, span{off: stop, end: stop + int64(len(b)), entry: e})
		p.residue(Descriptor, stop, stop+int64(len(b)), e.Name)
	}
	return nil
}

// describes reports whether b is a data descriptor that says the same as the central header.
func (e *Entry) describes(b []byte) bool {
	le := binary.LittleEndian
	if len(b) == 16 || len(b) == 24 {
		if le.Uint32(b) != sigDescriptor {
			return false
		}
		b = b[4:]
	}
	if le.Uint32(b) != e.CRC {
		return false
	}
	if len(b) == 12 {
		return le.Uint32(b[4:]) == uint32(e.CompressedSize) && le.Uint32(b[8:]) == uint32(e.Size)
	}
	return le.Uint64(b[4:]) == uint64(e.CompressedSize) && le.Uint64(b[12:]) == uint64(e.Size)
}

// gaps walks over all spans in the order of the file.
func (p *parser) gaps() error {
	slices.SortFunc(p.spans, func(a, b span) int {
		if c := cmp.Compare(a.off, b.off); c != 0 {
			return c
		}
		return cmp.Compare(a.end, b.end)
	})
	at := int64(0)
	for _, s := range p.spans {
		if s.off < at {
			return ambiguous("", s.off, "records overlap")
		}
		if err := p.gap(at, s.off); err != nil {
			return err
		}
		at = max(at, s.end)
	}
	return nil // what follows the end record is known already
}

// gap adds the bytes between two records, looking whether they were a member once.
func (p *parser) gap(off, end int64) error {
	if off >= end || off > 0 && off == p.end.extensible {
		return nil
	}
	kind, name := Gap, ""
	if off == 0 {
		kind = Prefix
	}
	var head [lenLocal]byte
	if _, err := p.r.ReadAt(head[:min(lenLocal, end-off)], off); err != nil && err != io.EOF {
		return err
	}
	if binary.LittleEndian.Uint32(head[:]) == sigLocal {
		kind = HiddenMember
		n := min(int64(binary.LittleEndian.Uint16(head[26:])), end-off-lenLocal)
		if raw, err := p.read(off+lenLocal, int(max(n, 0))); err == nil {
			name = decodeName(raw, binary.LittleEndian.Uint16(head[6:])&flagUTF8 != 0)
		}
	}
	p.residue(kind, off, end, name)
	return nil
}
