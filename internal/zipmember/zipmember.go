// Package zipmember gives what inspecting and cleaning a ZIP file share beyond its directory: the bytes of a member as something
// that can be read at any place, and a first look that tells archives from the documents which are ZIP files too.
package zipmember

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/strictzip"
)

// maxRatio is how many bytes a byte of a deflate stream can become at most (258 from two bits).
const maxRatio = 1032

// Bytes returns the contents of a member, checked to the last byte, and their size. A stored member is read where it is; a
// compressed one is inflated into memory, within the bound Held of the budget that ctx carries.
func Bytes(ctx context.Context, e *strictzip.Entry) (io.ReaderAt, int64, error) {
	if e.Method == strictzip.Store {
		if err := e.Verify(ctx); err != nil {
			return nil, 0, err
		}
		raw := e.Raw()
		return raw, raw.Size(), nil
	}
	rc, err := e.Open(ctx)
	if err != nil {
		return nil, 0, err
	}
	defer rc.Close()
	if held := limits.From(ctx).Held; e.Size > held {
		return nil, 0, &limits.Error{Name: "held", Limit: held}
	}
	// A declared size is allocated only as far as the compressed bytes can bear it out.
	buf := bytes.NewBuffer(make([]byte, 0, min(e.Size, e.CompressedSize*maxRatio)+bytes.MinRead))
	if _, err := buf.ReadFrom(rc); err != nil {
		return nil, 0, err
	}
	return bytes.NewReader(buf.Bytes()), int64(buf.Len()), nil
}

// A Look is what the directory of a ZIP file says at first sight. It only recognises; it does not tell whether the file can be read.
type Look struct {
	Package  bool   // an Office package: it has [Content_Types].xml
	Types    string // of a package: the start of its content types in lower case, without NULs
	Mimetype string // what an OpenDocument file or an e-book says it is
}

// headSize is how much of the content types is looked at, in bytes.
const headSize = 1 << 20

// signatures are how a ZIP file may begin: with a member, with the end of an empty archive, or with the mark of one in parts.
var signatures = []string{"PK\x03\x04", "PK\x05\x06", "PK\x07\x08"}

// Peek looks at a ZIP file. ok is false if src does not begin like one.
func Peek(src io.ReaderAt, size int64) (l Look, ok bool) {
	var sig [4]byte
	if n, _ := src.ReadAt(sig[:], 0); n < len(sig) || !slices.Contains(signatures, string(sig[:])) {
		return Look{}, false
	}
	zr, err := zip.NewReader(src, size)
	if err != nil {
		return Look{}, true
	}
	for i, f := range zr.File {
		switch name := strings.ReplaceAll(f.Name, `\`, "/"); {
		case strings.EqualFold(strings.TrimPrefix(name, "/"), "[Content_Types].xml"):
			l.Package = true
			l.Types += strings.ToLower(strings.ReplaceAll(head(f), "\x00", ""))
		case i == 0 && name == "mimetype":
			l.Mimetype = strings.TrimSpace(head(f))
		}
	}
	return l, true
}

func head(f *zip.File) string {
	rc, err := f.Open()
	if err != nil {
		return ""
	}
	defer rc.Close()
	b, _ := io.ReadAll(io.LimitReader(rc, headSize))
	return string(b)
}
