// Package officelock opens Office documents that are encrypted as a whole: a package inside an OLE2 compound file ([MS-OFFCRYPTO]
// 2.3.4, agile and standard encryption). It decrypts in memory; nothing decrypted is written anywhere.
package officelock

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/richardlehane/mscfb"
	"github.com/xuri/excelize/v2"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

var (
	// ErrPassword says that the password does not open the document.
	ErrPassword = errors.New("officelock: wrong password")

	// ErrUnsupported says that the document is encrypted in a way that is not read (a rights management, an old cipher), or that
	// there is something else beside the encrypted package.
	ErrUnsupported = errors.New("officelock: unsupported encryption")

	// ErrDamaged says that the container can't be read.
	ErrDamaged = errors.New("officelock: damaged")
)

// Default is the password with which Excel encrypts a workbook whose structure is protected, and which it tries by itself: such a
// file opens for anyone.
const Default = "VelvetSweatshop"

const (
	signature   = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	maxEntries  = 1000
	maxInfo     = 64 << 10 // bytes of EncryptionInfo
	prefix      = 8        // bytes before the encrypted data: the size of the package
	packageMark = "PK"
)

// Is reports whether src, size bytes long, is a compound file with an encrypted package.
func Is(src io.ReaderAt, size int64) bool {
	_, err := look(src, size)
	return err == nil || errors.Is(err, ErrUnsupported)
}

// Open returns the package in src, which is size bytes long. What it takes of memory is bound by the size of the file, which has to
// be within the limit for held parts.
func Open(ctx context.Context, src io.ReaderAt, size int64, password string) ([]byte, error) {
	b, err := look(src, size)
	if err != nil {
		return nil, err
	}
	if held := limits.From(ctx).Held; size > held {
		return nil, &limits.Error{Name: "held", Limit: held}
	}
	raw := make([]byte, size)
	if _, err := io.ReadFull(io.NewSectionReader(src, 0, size), raw); err != nil {
		return nil, fmt.Errorf("%w: it ends early", ErrDamaged)
	}
	plain, err := decrypt(raw, password)
	if err != nil {
		return nil, err
	}
	// Neither kind of encryption leaves it to chance whether a package comes out: anything else means another key.
	if !bytes.HasPrefix(plain, []byte(packageMark)) {
		return nil, ErrPassword
	}
	if b.size > uint64(len(plain)) {
		return nil, fmt.Errorf("%w: the package is cut off", ErrDamaged)
	}
	return plain[:b.size], nil
}

// decrypt is excelize's. It may panic on damaged files.
func decrypt(raw []byte, password string) (plain []byte, err error) {
	defer func() {
		if recover() != nil {
			plain, err = nil, fmt.Errorf("%w: it can't be decrypted", ErrDamaged)
		}
	}()
	plain, err = excelize.Decrypt(raw, &excelize.Options{Password: password})
	switch {
	case errors.Is(err, excelize.ErrUnsupportedEncryptMechanism), errors.Is(err, excelize.ErrUnsupportedHashAlgorithm):
		return nil, ErrUnsupported
	case err != nil: // a key of the wrong length, say; the error's own text may quote the file
		return nil, fmt.Errorf("%w: it can't be decrypted", ErrDamaged)
	}
	return plain, nil
}

// A box is what the directory of the compound file says.
type box struct {
	info bool
	size uint64 // of the package, in bytes, as declared; 0 before it was seen
	pack bool
	more bool // a stream that belongs to no encrypted package
}

// look reads the directory, and the heads of the streams. It is [ErrDamaged] for what is no encrypted package at all.
func look(src io.ReaderAt, size int64) (b *box, err error) {
	defer func() {
		if recover() != nil { // mscfb may panic on damaged files
			b, err = nil, ErrDamaged
		}
	}()
	head := make([]byte, len(signature))
	if n, _ := src.ReadAt(head, 0); n < len(head) || string(head) != signature {
		return nil, ErrDamaged
	}
	r, err := mscfb.New(io.NewSectionReader(src, 0, size))
	if err != nil {
		return nil, ErrDamaged
	}
	b = &box{}
	for n := 0; ; n++ {
		e, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil || n > maxEntries {
			return nil, ErrDamaged
		}
		if err := b.entry(e, size); err != nil {
			return nil, err
		}
	}
	switch {
	case !b.pack:
		return nil, ErrDamaged
	case !b.info || b.more:
		return nil, ErrUnsupported
	}
	return b, nil
}

// entry notes one entry of the directory.
func (b *box) entry(e *mscfb.File, size int64) error {
	if e.Size < 0 || e.Size > size {
		return ErrDamaged
	}
	top := len(e.Path) == 0
	switch {
	case top && e.Name == "EncryptedPackage" && !b.pack:
		var n [prefix]byte
		if _, err := io.ReadFull(e, n[:]); err != nil {
			return ErrDamaged
		}
		b.pack, b.size = true, binary.LittleEndian.Uint64(n[:])
		if b.size > uint64(e.Size)-prefix {
			return ErrDamaged
		}
	case top && e.Name == "EncryptionInfo" && !b.info:
		b.info = true
		return method(e)
	case top && e.Name == "DataSpaces", !top && e.Path[0] == "DataSpaces", e.Size == 0:
	default:
		b.more = true
	}
	return nil
}

// method refuses encryptions that excelize would not tell from a wrong password: standard encryption with a cipher other than AES.
func method(e *mscfb.File) error {
	if e.Size > maxInfo {
		return ErrDamaged
	}
	info := make([]byte, e.Size)
	if _, err := io.ReadFull(e, info); err != nil || len(info) < 8 {
		return ErrDamaged
	}
	major, minor := binary.LittleEndian.Uint16(info), binary.LittleEndian.Uint16(info[2:])
	switch {
	case major == 4 && minor == 4:
		return nil
	case major < 2 || major > 4 || minor != 2 || len(info) < 24:
		return ErrUnsupported
	}
	if alg := binary.LittleEndian.Uint32(info[20:]); alg < 0x660E || alg > 0x6610 {
		return ErrUnsupported
	}
	return nil
}
