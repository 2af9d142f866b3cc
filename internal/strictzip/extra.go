package strictzip

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"math"
	"time"
)

// Extra fields that honest producers write and that hold no text, APPNOTE 4.5.2, 4.6 and Info-ZIP's extrafld.txt.
const (
	extraZip64     = 0x0001 // true sizes
	extraNTFS      = 0x000a // three times
	extraTime      = 0x5455 // up to three times
	extraUnixOld   = 0x5855 // two times, user and group number
	extraUnix2     = 0x7855 // user and group number
	extraUnix3     = 0x7875 // user and group number
	extraAES       = 0x9901 // WinZip encryption
	extraStrong    = 0x0017 // PKWARE encryption
	extraJava      = 0xcafe // mark of a jar file, empty
	extraAlign     = 0xd935 // alignment of Android packages: two bytes and zeros
	extraGrowth    = 0xa220 // ECMA-376 Part 2, annex C: room for the name to grow, as Excel writes it
	extraSizes     = 0x4949 // undocumented, in exports of reporting services: both sizes once more
	extraPath      = 0x7075 // Info-ZIP: the name once more, in UTF-8
	growthHintMark = 0xa028
)

// An extra reads the extra fields of one header.
type extra struct {
	p       *parser
	e       *Entry
	at      int64  // where the fields begin
	central bool   // central or local header
	disk    uint16 // central only: the volume

	// Local only: the sizes of the local header, replaced by the zip64 values.
	compressed, size int64
}

// parse reads the fields one by one. What is not known to be inert becomes a residue.
func (x *extra) parse(b []byte) error {
	at := x.at
	for len(b) >= 4 {
		id, n := binary.LittleEndian.Uint16(b), int(binary.LittleEndian.Uint16(b[2:]))
		if n > len(b)-4 {
			break
		}
		inert, err := x.field(id, b[4:4+n], at)
		if err != nil {
			return err
		}
		if !inert {
			x.p.residue(ExtraField, at, at+4+int64(n), x.e.Name)
		}
		b, at = b[4+n:], at+4+int64(n)
	}
	if !zeros(b) { // zipalign pads with a few zeros that are no field
		x.p.residue(ExtraField, at, at+int64(len(b)), x.e.Name)
	}
	return x.saturated()
}

// field takes what one field says and reports whether it can hold nothing else.
func (x *extra) field(id uint16, b []byte, at int64) (inert bool, err error) {
	le := binary.LittleEndian
	switch id {
	case extraZip64:
		return x.zip64(b, at)
	case extraTime:
		if x.central && len(b) >= 5 && b[0]&1 != 0 {
			x.e.Modified = time.Unix(int64(int32(le.Uint32(b[1:]))), 0).UTC()
		}
		return len(b) == 1 || len(b) == 5 || len(b) == 9 || len(b) == 13, nil
	case extraNTFS:
		return len(b) == 32 && zeros(b[:4]) && le.Uint16(b[4:]) == 1 && le.Uint16(b[6:]) == 24, nil
	case extraUnixOld:
		return len(b) == 8 || len(b) == 12, nil
	case extraUnix2:
		return len(b) == 0 || len(b) == 4, nil
	case extraUnix3:
		return unix3(b), nil
	case extraJava:
		return len(b) == 0, nil
	case extraAlign:
		return len(b) >= 2 && zeros(b[2:]), nil
	case extraGrowth:
		return len(b) >= 4 && le.Uint16(b) == growthHintMark && zeros(b[4:]), nil
	case extraSizes:
		return len(b) == 16 && le.Uint64(b) == uint64(x.e.Size) && le.Uint64(b[8:]) == uint64(x.e.CompressedSize), nil
	case extraAES, extraStrong:
		x.e.flags |= flagEncrypted
		return true, nil
	case extraPath:
		return x.path(b, at)
	}
	return false, nil
}

// zip64 takes the values that did not fit into the header: in this order, size, compressed size, offset of the local header, volume
// (APPNOTE 4.5.3). Writers may give sizes that would have fitted; then they must be the same, or zero where a descriptor follows.
func (x *extra) zip64(b []byte, at int64) (bool, error) {
	size, compressed := &x.e.Size, &x.e.CompressedSize
	if !x.central {
		size, compressed = &x.size, &x.compressed
	}
	values := []*int64{size, compressed}
	if x.central {
		values = append(values, &x.e.header)
	}
	inert := true
	var skipped []*int64
	for _, v := range values {
		if *v != math.MaxUint32 {
			skipped = append(skipped, v)
			continue
		}
		if len(b) < 8 {
			return false, corrupt(x.e.Name, at, "zip64 field is too short")
		}
		n := binary.LittleEndian.Uint64(b)
		if n > math.MaxInt64/2 {
			return false, corrupt(x.e.Name, at, "zip64 size is too large")
		}
		*v, b = int64(n), b[8:]
	}
	for _, v := range skipped {
		if len(b) < 8 {
			break
		}
		n := binary.LittleEndian.Uint64(b)
		inert = inert && (n == 0 || n == uint64(*v))
		b = b[8:]
	}
	if x.disk == 0xffff && len(b) >= 4 {
		x.disk = binary.LittleEndian.Uint16(b)
		b = b[4:]
	}
	return inert && zeros(b), nil
}

// saturated refuses sizes of all ones that no zip64 field explains.
func (x *extra) saturated() error {
	if x.central && (x.e.Size == math.MaxUint32 || x.e.CompressedSize == math.MaxUint32 || x.e.header == math.MaxUint32) {
		return corrupt(x.e.Name, x.at, "zip64 sizes are missing")
	}
	return nil
}

// unix3 reports whether b is a version, and two numbers each behind its length.
func unix3(b []byte) bool {
	if len(b) < 3 || b[0] != 1 || int(b[1]) > 8 || len(b) < 3+int(b[1]) {
		return false
	}
	gid := b[2+int(b[1])]
	return gid <= 8 && len(b) == 3+int(b[1])+int(gid)
}

// path compares the UTF-8 name with the one in the header. A checksum that fails means that the header's name was changed later and
// the field is to be ignored; a different name under a good checksum would be shown by some readers and not by others.
func (x *extra) path(b []byte, at int64) (bool, error) {
	if len(b) < 5 || b[0] != 1 || binary.LittleEndian.Uint32(b[1:]) != crc32.ChecksumIEEE(x.e.RawName) {
		return false, nil
	}
	name := string(b[5:])
	if name == x.e.Name {
		return true, nil
	}
	if x.e.UTF8 || !couldBe(x.e.RawName, name) {
		return false, ambiguous(x.e.Name, at, "two names for one entry")
	}
	x.e.Name = name // it settles which of the old code pages the header's name is in
	return true, nil
}

func zeros(b []byte) bool { return len(bytes.TrimLeft(b, "\x00")) == 0 }
