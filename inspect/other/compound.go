package other

import (
	"encoding/binary"
	"io"

	"github.com/richardlehane/mscfb"
)

// A cfb is what the directory of an OLE2 compound file tells.
type cfb struct {
	ok     bool            // begins like one
	broken bool            // its directory can't be read
	locked bool            // encrypted, or under a rights management
	names  map[string]bool // streams and storages of the root
}

// Bounds for a file that is only looked at.
const (
	maxEntries = 10_000
	streamHead = 4 << 10
)

// cfb reads the directory. mscfb may panic on damaged files.
func (f *file) cfb() (c cfb) {
	if !f.at(0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
		return c
	}
	c.ok, c.names = true, map[string]bool{}
	defer func() {
		if recover() != nil {
			c.broken = true
		}
	}()
	r, err := mscfb.New(io.NewSectionReader(f.src, 0, f.src.Size))
	if err != nil {
		c.broken = true
		return c
	}
	for range maxEntries {
		e, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			c.broken = true
			break
		}
		if len(e.Path) > 0 && e.Name != "DRMContent" {
			continue
		}
		c.names[e.Name] = true
		c.locked = c.locked || locked(e)
	}
	return c
}

// locked reports whether a stream tells that the document is encrypted.
func locked(e *mscfb.File) bool {
	switch e.Name {
	case "EncryptedPackage", "DRMContent", "EncryptedSummary":
		return true
	case "Workbook", "Book":
		return filePass(start(e))
	case "WordDocument": // FibBase.fEncrypted, MS-DOC 2.5.2
		b := start(e)
		return len(b) > 11 && b[11]&1 != 0
	case "Current User": // headerToken of CurrentUserAtom, MS-PPT 2.3.2
		b := start(e)
		return len(b) >= 16 && binary.LittleEndian.Uint32(b[12:]) == 0xF3D1C4DF
	}
	return false
}

// filePass reports whether a FilePass record stands among the first records of a workbook stream, MS-XLS 2.4.117.
func filePass(b []byte) bool {
	for len(b) >= 4 {
		kind, n := binary.LittleEndian.Uint16(b), int(binary.LittleEndian.Uint16(b[2:]))
		if kind == 0x2F {
			return true
		}
		if len(b) < 4+n {
			break
		}
		b = b[4+n:]
	}
	return false
}

func start(e *mscfb.File) []byte {
	b := make([]byte, min(e.Size, streamHead))
	n, _ := io.ReadFull(e, b)
	return b[:n]
}
