package residue

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// nesting is how deep containers are opened.
const nesting = 10

// Search looks for the set's texts in all bytes of the copy, which is size bytes long: in every member, inflated, recursively, and
// in what lies between them. It returns the prints found, each with the part where it was found first.
func (s *Set) Search(ctx context.Context, r io.ReaderAt, size int64) (map[int]string, error) {
	sr := &search{set: s, ctx: ctx, hits: map[int]string{}, left: limits.From(ctx).Inflated}
	if len(s.prints) == 0 {
		return sr.hits, nil
	}
	err := sr.file("", r, size, 0)
	return sr.hits, err
}

type search struct {
	set  *Set
	ctx  context.Context
	hits map[int]string
	left int64 // bytes that may still be inflated
	node node
}

// file searches a container or a plain file.
func (sr *search) file(name string, r io.ReaderAt, size int64, depth int) error {
	if depth >= nesting {
		return sr.part(name, io.NewSectionReader(r, 0, size))
	}
	head := make([]byte, min(size, pdfHead))
	if n, _ := r.ReadAt(head, 0); isPDF(head[:n]) {
		data, err := io.ReadAll(io.NewSectionReader(r, 0, size))
		if err == nil {
			err = sr.pdf(name, data, depth)
		}
		if err != nil {
			return err
		}
	}
	if zr, err := zip.NewReader(r, size); err == nil {
		return sr.zip(name, zr, r, size, depth)
	} else if isPDF(head) {
		return nil
	}
	return sr.part(name, io.NewSectionReader(r, 0, size))
}

func (sr *search) zip(name string, zr *zip.Reader, r io.ReaderAt, size int64, depth int) error {
	var packed [][2]int64 // compressed data: its bytes say nothing as they are
	for _, f := range zr.File {
		if err := sr.ctx.Err(); err != nil {
			return err
		}
		off, err := f.DataOffset()
		if err != nil {
			return err
		}
		if f.Method == zip.Deflate {
			packed = append(packed, [2]int64{off, off + int64(f.CompressedSize64)})
		}
		if err := sr.member(join(name, f.Name), f, depth); err != nil {
			return err
		}
	}
	slices.SortFunc(packed, func(a, b [2]int64) int { return int(min(max(a[0]-b[0], -1), 1)) })
	at := int64(0)
	for _, p := range append(packed, [2]int64{size, size}) {
		if p[0] > at {
			if err := sr.part(name, io.NewSectionReader(r, at, p[0]-at)); err != nil {
				return err
			}
		}
		at = max(at, p[1])
	}
	return nil
}

func join(outer, name string) string {
	if outer == "" {
		return name
	}
	return outer + " > " + name
}

// member searches one entry; an entry that is a container itself is held and opened.
func (sr *search) member(name string, f *zip.File, depth int) error {
	rc, err := f.Open()
	if err != nil {
		return err
	}
	defer rc.Close()
	in := &counted{r: rc, left: &sr.left}
	head := make([]byte, 4)
	n, err := io.ReadFull(in, head)
	if err != nil && n < len(head) && err != io.ErrUnexpectedEOF && err != io.EOF {
		return err
	}
	whole := io.MultiReader(bytes.NewReader(head[:n]), in)
	if string(head[:n]) != "PK\x03\x04" && string(head[:n]) != "%PDF" {
		return sr.part(name, whole)
	}
	data, err := io.ReadAll(whole)
	if err != nil {
		return err
	}
	return sr.file(name, bytes.NewReader(data), int64(len(data)), depth+1)
}

// counted bounds what is inflated.
type counted struct {
	r    io.Reader
	left *int64
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	if *c.left -= int64(n); *c.left < 0 {
		return n, &limits.Error{Name: "inflated"}
	}
	return n, err
}

// window is how many bytes of a part are looked at in one go; overlap is what two windows share, so that nothing is cut.
const (
	window  = 1 << 20
	overlap = 1 << 10
)

// part searches one part in every encoding that it can be in.
func (sr *search) part(name string, r io.Reader) error {
	buf := make([]byte, 0, 64<<10)
	first := true
	kind := unknown
	for {
		if err := sr.ctx.Err(); err != nil {
			return err
		}
		var err error
		buf, err = fill(r, buf)
		if first {
			kind = kindOf(buf)
			sr.node.start(sr, name, kind == markup)
			first = false
		}
		last := err == io.EOF
		if err != nil && !last {
			return err
		}
		rest := sr.chunk(name, kind, buf, last)
		if last {
			return nil
		}
		buf = append(buf[:0], rest...)
	}
}

// fill reads until the buffer holds a window, growing it only as there is data.
func fill(r io.Reader, buf []byte) ([]byte, error) {
	for len(buf) < window {
		if len(buf) == cap(buf) {
			buf = slices.Grow(buf, min(cap(buf), window-len(buf)+1))
		}
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if err != nil {
			return buf, err
		}
	}
	return buf, nil
}

// chunk searches a window and returns the bytes that the next one has to begin with.
func (sr *search) chunk(name string, kind textKind, buf []byte, last bool) []byte {
	switch kind {
	case markup, plain:
		n := len(buf)
		if !last {
			n = wholeRunes(buf)
		}
		if utf8.Valid(buf[:n]) {
			sr.node.write(buf[:n])
			if last {
				sr.node.flush()
			}
			return buf[n:]
		}
	}
	sr.binary(name, buf, kind == picture)
	return buf[max(0, len(buf)-overlap):]
}

// wholeRunes returns the length of b without a rune that is cut at its end.
func wholeRunes(b []byte) int {
	for i := 1; i < utf8.UTFMax && i <= len(b); i++ {
		if c := b[len(b)-i]; utf8.RuneStart(c) {
			if !utf8.FullRune(b[len(b)-i:]) {
				return len(b) - i
			}
			break
		}
	}
	return len(b)
}
