package strictzip

import (
	"bytes"
	"encoding/binary"
	"io"
	"sort"
)

// Signatures of the records, APPNOTE 4.3.
const (
	sigLocal      = 0x04034b50
	sigDescriptor = 0x08074b50
	sigCentral    = 0x02014b50
	sigDigital    = 0x05054b50
	sigEnd64      = 0x06064b50
	sigLocator    = 0x07064b50
	sigEnd        = 0x06054b50
)

// Fixed sizes of the records in bytes.
const (
	lenLocal   = 30
	lenCentral = 46
	lenEnd64   = 56
	lenLocator = 20
	lenEnd     = 22

	maxComment = 1<<16 - 1
)

// An end holds the end of central directory record, with the zip64 values already put in (APPNOTE 4.3.14 to 4.3.16).
type end struct {
	pos       int64 // where the first of the end records begins: the directory has to end before
	recordPos int64 // where the plain end record itself begins
	dir, size int64 // of the central directory, dir from the start of the file
	count     uint64
	base      int64   // to be added to the offsets of the local headers, if the archive stands behind other bytes
	tail      int64   // where the search for end records began
	others    []int64 // further places that look like an end record

	extensible int64 // where the zip64 end record's extensible data begins, which is a residue already
}

// findEnd looks for the end record in the last 64 KiB. The last one that fits is taken; checkEnds refuses the file if another one stands
// where a different reader could take it for the right one.
func (p *parser) findEnd() error {
	n := min(p.size, lenEnd+maxComment)
	p.end.tail = p.size - n
	tail := make([]byte, n)
	if _, err := p.r.ReadAt(tail, p.end.tail); err != nil && err != io.EOF {
		return err
	}
	sig := []byte("PK\x05\x06")
	at := -1
	for i := bytes.LastIndex(tail, sig); i >= 0; i = bytes.LastIndex(tail[:i], sig) {
		if at < 0 && fits(tail[i:]) {
			at = i
			continue
		}
		p.end.others = append(p.end.others, p.end.tail+int64(i))
	}
	if at < 0 {
		return p.noEnd()
	}
	return p.parseEnd(tail[at:], p.end.tail+int64(at))
}

// fits reports whether b is long enough for the end record and the comment it announces.
func fits(b []byte) bool {
	return len(b) >= lenEnd && len(b) >= lenEnd+int(binary.LittleEndian.Uint16(b[20:]))
}

// noEnd tells a truncated ZIP file from something else.
func (p *parser) noEnd() error {
	head := make([]byte, min(p.size, 4))
	if _, err := p.r.ReadAt(head, 0); err != nil && err != io.EOF {
		return err
	}
	if len(head) == 4 && binary.LittleEndian.Uint32(head) == sigLocal || len(p.end.others) > 0 {
		return corrupt("", p.size, "no end record")
	}
	return &Error{Kind: ErrNotZip}
}

func (p *parser) parseEnd(b []byte, pos int64) error {
	le := binary.LittleEndian
	e := &p.end
	e.recordPos, e.pos = pos, pos
	comment := int64(le.Uint16(b[20:]))
	p.spans = append(p.spans, span{off: pos, end: pos + lenEnd})
	p.residue(ArchiveComment, pos+lenEnd, pos+lenEnd+comment, "")
	p.residue(Suffix, pos+lenEnd+comment, p.size, "")

	here, all := uint64(le.Uint16(b[8:])), uint64(le.Uint16(b[10:]))
	size, dir := uint64(le.Uint32(b[12:])), uint64(le.Uint32(b[16:]))
	disk, dirDisk := le.Uint16(b[4:]), le.Uint16(b[6:])
	v := &end64{here: here, all: all, size: size, dir: dir, disk: uint32(disk), dirDisk: uint32(dirDisk)}
	if err := p.readEnd64(v, pos); err != nil {
		return err
	}
	if v.disk != 0 && v.disk != 0xffff || v.dirDisk != 0 && v.dirDisk != 0xffff || v.here != v.all {
		return corrupt("", pos, "archive in several volumes")
	}
	if v.size > uint64(e.pos) || v.dir > uint64(e.pos) {
		return corrupt("", pos, "directory lies outside the file")
	}
	e.count, e.size, e.dir = v.all, int64(v.size), int64(v.dir)
	return p.place()
}

// An end64 holds the values that the zip64 end record may replace.
type end64 struct {
	here, all, size, dir uint64
	disk, dirDisk        uint32
}

// readEnd64 puts the values of the zip64 end record into v, if there is one. Readers that know zip64 and those that don't must see the
// same: a value in the plain record is either all ones or equal.
func (p *parser) readEnd64(v *end64, pos int64) error {
	saturated := v.all == 0xffff || v.here == 0xffff || v.size == 0xffffffff || v.dir == 0xffffffff
	if pos < lenLocator {
		return nil
	}
	loc, err := p.read(pos-lenLocator, lenLocator)
	if err != nil {
		return err
	}
	le := binary.LittleEndian
	if le.Uint32(loc) != sigLocator {
		return nil // saturated values may be true values, or place finds that they are not
	}
	at := int64(le.Uint64(loc[8:]))
	rec, at, err := p.end64At(at, pos-lenLocator)
	if err != nil {
		if !saturated {
			return nil // some bytes that look like a locator; they stay a gap
		}
		return err
	}
	size := le.Uint64(rec[4:])
	if size < lenEnd64-12 || int64(size) != pos-lenLocator-at-12 {
		return corrupt("", at, "zip64 end record has a wrong size")
	}
	for _, x := range []struct{ small, big, ones uint64 }{
		{v.here, le.Uint64(rec[24:]), 0xffff},
		{v.all, le.Uint64(rec[32:]), 0xffff},
		{v.size, le.Uint64(rec[40:]), 0xffffffff},
		{v.dir, le.Uint64(rec[48:]), 0xffffffff},
	} {
		if x.small != x.ones && x.small != x.big {
			return ambiguous("", at, "zip64 end record differs from the end record")
		}
	}
	v.disk, v.dirDisk = le.Uint32(rec[16:]), le.Uint32(rec[20:])
	v.here, v.all, v.size, v.dir = le.Uint64(rec[24:]), le.Uint64(rec[32:]), le.Uint64(rec[40:]), le.Uint64(rec[48:])
	p.spans = append(p.spans, span{off: at, end: at + lenEnd64}, span{off: pos - lenLocator, end: pos})
	p.residue(DirectoryExtra, at+lenEnd64, pos-lenLocator, "")
	p.end.pos, p.end.extensible = at, at+lenEnd64
	return nil
}

// end64At reads the zip64 end record at the place the locator tells, or directly before the locator if the archive was moved.
func (p *parser) end64At(at, locator int64) ([]byte, int64, error) {
	for _, off := range []int64{at, locator - lenEnd64} {
		if off < 0 || off > locator-lenEnd64 {
			continue
		}
		b, err := p.read(off, lenEnd64)
		if err != nil {
			return nil, 0, err
		}
		if binary.LittleEndian.Uint32(b) == sigEnd64 {
			return b, off, nil
		}
	}
	return nil, 0, corrupt("", locator, "no zip64 end record")
}

// place decides whether offsets count from the start of the file or, in an archive that was glued behind other bytes, from the start of
// the archive. If a directory stands at both places the file is ambiguous.
func (p *parser) place() error {
	e := &p.end
	if e.dir+e.size == e.pos {
		return nil
	}
	plain := p.isDirectory(e.dir, e.size)
	moved := e.pos - e.size
	shifted := e.dir <= moved && p.isDirectory(moved, e.size)
	switch {
	case plain && shifted && e.count > 0:
		return ambiguous("", e.recordPos, "two central directories")
	case plain && e.dir+e.size < e.pos:
		return nil
	case shifted:
		e.base = moved - e.dir
		e.dir = moved
		return p.checkGlued()
	}
	return corrupt("", e.recordPos, "no central directory where the end record says")
}

func (p *parser) isDirectory(off, size int64) bool {
	if p.end.count == 0 {
		return size == 0
	}
	b, err := p.read(off, 4)
	return err == nil && binary.LittleEndian.Uint32(b) == sigCentral && size >= lenCentral
}

// checkGlued refuses an archive behind bytes that are an archive themselves: the end of a truncated file may be the end of a ZIP file
// that was stored inside it.
func (p *parser) checkGlued() error {
	b, err := p.read(0, 4)
	if err == nil && p.end.base > 0 && binary.LittleEndian.Uint32(b) == sigLocal {
		return ambiguous("", 0, "an archive behind another one")
	}
	return err
}

// checkEnds refuses a second end record where a reader could find it: anywhere but inside the data of a member.
func (p *parser) checkEnds() error {
	for _, at := range p.end.others {
		// The spans are in order and do not overlap.
		i := sort.Search(len(p.spans), func(i int) bool { return p.spans[i].end > at })
		if i == len(p.spans) || !p.spans[i].data || p.spans[i].off > at || p.spans[i].end < at+4 {
			return ambiguous("", at, "two end records")
		}
	}
	return nil
}
