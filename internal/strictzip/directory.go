package strictzip

import (
	"bufio"
	"encoding/binary"
	"io"
	"time"
)

// General purpose bits, APPNOTE 4.4.4.
const (
	flagEncrypted  = 1 << 0
	flagDescriptor = 1 << 3
	flagPatched    = 1 << 5
	flagStrong     = 1 << 6
	flagUTF8       = 1 << 11
	flagMasked     = 1 << 13
)

// readDirectory reads the central directory record by record; nothing is allocated by a size that the file declares.
func (p *parser) readDirectory() error {
	e := &p.end
	r := bufio.NewReaderSize(io.NewSectionReader(p.r, e.dir, e.size), 1<<16)
	at := e.dir
	for range e.count {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		n, err := p.readCentral(r, at)
		if err != nil {
			return err
		}
		at += n
	}
	p.spans = append(p.spans, span{off: e.dir, end: at})
	return p.restOfDirectory(r, at)
}

// restOfDirectory deals with bytes that the end record counts to the directory but that hold no listed entry.
func (p *parser) restOfDirectory(r *bufio.Reader, at int64) error {
	stop := p.end.dir + p.end.size
	if at == stop {
		return nil
	}
	sig, _ := r.Peek(4)
	if len(sig) == 4 && binary.LittleEndian.Uint32(sig) == sigCentral {
		return ambiguous("", at, "more entries in the directory than counted")
	}
	p.residue(DirectoryExtra, at, stop, "")
	p.spans = append(p.spans, span{off: at, end: stop})
	return nil
}

// readCentral reads one central header (APPNOTE 4.3.12) and returns its length in bytes.
func (p *parser) readCentral(r *bufio.Reader, at int64) (int64, error) {
	var fixed [lenCentral]byte
	if _, err := io.ReadFull(r, fixed[:]); err != nil {
		return 0, cut(err, at)
	}
	b, le := fixed[:], binary.LittleEndian
	if le.Uint32(b) != sigCentral {
		return 0, corrupt("", at, "no central header where one is counted")
	}
	nameLen, extraLen, commentLen := int(le.Uint16(b[28:])), int(le.Uint16(b[30:])), int(le.Uint16(b[32:]))
	rest := make([]byte, nameLen+extraLen+commentLen)
	if _, err := io.ReadFull(r, rest); err != nil {
		return 0, cut(err, at)
	}
	e := &Entry{
		a: p.a, flags: le.Uint16(b[8:]), Method: le.Uint16(b[10:]), CRC: le.Uint32(b[16:]), RawName: rest[:nameLen:nameLen],
		CompressedSize: int64(le.Uint32(b[20:])), Size: int64(le.Uint32(b[24:])), header: int64(le.Uint32(b[42:])),
		Modified: dosTime(le.Uint16(b[14:]), le.Uint16(b[12:])),
	}
	e.UTF8 = e.flags&flagUTF8 != 0
	x := &extra{p: p, e: e, at: at + lenCentral + int64(nameLen), central: true, disk: le.Uint16(b[34:])}
	e.Name = decodeName(e.RawName, e.UTF8)
	if err := x.parse(rest[nameLen : nameLen+extraLen]); err != nil {
		return 0, err
	}
	if x.disk != 0 {
		return 0, corrupt(e.Name, at, "archive in several volumes")
	}
	e.header += p.end.base
	comment := x.at + int64(extraLen)
	p.residue(EntryComment, comment, comment+int64(commentLen), e.Name)
	p.a.Entries = append(p.a.Entries, e)
	return lenCentral + int64(len(rest)), nil
}

func cut(err error, at int64) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return corrupt("", at, "directory is cut off")
	}
	return err
}

// dosTime converts an MS-DOS date and time (APPNOTE 4.4.6), which has no zone; it is taken as UTC. Zero stays the zero time.
func dosTime(date, clock uint16) time.Time {
	if date == 0 {
		return time.Time{}
	}
	return time.Date(int(date>>9)+1980, time.Month(date>>5&15), int(date&31), int(clock>>11), int(clock>>5&63), int(clock&31)*2, 0, time.UTC)
}
