// Package ole reads OLE2 compound files ([MS-CFB]) stream by stream, for what they hold: whole files, macros, old documents.
//
// The reader below it may panic on damaged files; here that is an error.
package ole

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"

	"github.com/richardlehane/mscfb"
)

// ErrBroken says that a compound file can't be read to its end.
var ErrBroken = errors.New("ole: malformed")

// maxEntries is how many streams and storages are looked at.
const maxEntries = 10_000

// Signature is what a compound file begins with.
const Signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// A Stream is one stream or storage. Its bytes are read on demand.
type Stream struct {
	Name string
	Path []string // the storages that it lies in, from the root; empty for those of the root
	Size int64    // as the directory says; 0 for a storage
	r    io.Reader
}

// Head returns up to n bytes of the stream, once.
func (s *Stream) Head(n int64) []byte {
	b, _ := io.ReadAll(io.LimitReader(s.r, min(n, max(s.Size, 0))))
	return b
}

// Streams calls visit for every stream and storage in r, until it says stop.
func Streams(r io.ReaderAt, size int64, visit func(*Stream) (more bool)) (err error) {
	defer func() {
		if recover() != nil {
			err = ErrBroken
		}
	}()
	doc, err := mscfb.New(io.NewSectionReader(r, 0, size))
	if err != nil {
		return ErrBroken
	}
	for range maxEntries {
		e, err := doc.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return ErrBroken
		}
		if !visit(&Stream{Name: e.Name, Path: e.Path, Size: min(e.Size, size), r: e}) {
			return nil
		}
	}
	return ErrBroken
}

// lockHead is how much of a stream tells whether it is encrypted, in bytes.
const lockHead = 4 << 10

// Locked reports whether a stream tells that the document is encrypted, or under a rights management. It may read the stream.
func Locked(s *Stream) bool {
	switch s.Name {
	case "EncryptedPackage", "DRMContent", "EncryptedSummary":
		return true
	case "Workbook", "Book":
		return LockedHead(s.Name, s.Head(lockHead))
	case "WordDocument", "Current User":
		return LockedHead(s.Name, s.Head(lockHead))
	}
	return false
}

// LockedHead is [Locked] for a stream whose beginning has been read.
func LockedHead(name string, b []byte) bool {
	switch name {
	case "EncryptedPackage", "DRMContent", "EncryptedSummary":
		return true
	case "Workbook", "Book":
		return filePass(b)
	case "WordDocument": // FibBase.fEncrypted, [MS-DOC] 2.5.2
		return len(b) > 11 && b[11]&1 != 0
	case "Current User": // headerToken of CurrentUserAtom, [MS-PPT] 2.3.2
		return len(b) >= 16 && binary.LittleEndian.Uint32(b[12:]) == 0xF3D1C4DF
	}
	return false
}

// filePass reports whether a FilePass record stands among the first records of a workbook stream, [MS-XLS] 2.4.117.
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

// Is reports whether bytes begin like a compound file.
func Is(b []byte) bool { return bytes.HasPrefix(b, []byte(Signature)) }
