package sml

import (
	"bytes"
	"context"
	"io"
)

// ScanAround reads a worksheet part without its cells: what stands before and behind the sheetData element (18.3.1.80), which holds
// nearly all of its bytes. The visitor is not told of rows and cells. It costs as much as inflating the part.
func ScanAround(ctx context.Context, r io.Reader, v Visitor) error {
	return ScanSheet(ctx, &aroundReader{r: r}, v)
}

// An aroundReader leaves the content of the sheetData element out of a part. A part in which it does not find one, in another encoding
// for instance, it passes on as it is.
type aroundReader struct {
	r     io.Reader
	buf   [keepBack + 64<<10]byte
	kept  []byte // of buf: read, but it may be the beginning of a tag
	out   []byte // ready
	space []byte // of out
	state aroundState
	err   error
}

type aroundState uint8

const (
	before aroundState = iota
	within
	behind
)

// keepBack is how much of the input is kept back, so that a tag is not cut in two. A start tag has no attributes here, a prefix is
// short; what is longer is passed on.
const keepBack = 256

var sheetData = []byte("sheetData")

func (a *aroundReader) Read(p []byte) (int, error) {
	for len(a.out) == 0 {
		if a.err != nil {
			return 0, a.err
		}
		a.step()
	}
	n := copy(p, a.out)
	a.out = a.out[n:]
	return n, nil
}

// step reads on and sorts what it read into what goes out and what is kept back.
func (a *aroundReader) step() {
	kept := copy(a.buf[:], a.kept)
	n, err := a.r.Read(a.buf[kept:])
	a.err = err
	data := a.buf[:kept+n]
	a.kept, a.out = nil, a.space[:0]
	for len(data) > 0 {
		data = a.sort(data)
	}
	a.space = a.out
}

// sort takes what stands at the beginning of the data and returns the rest.
func (a *aroundReader) sort(data []byte) []byte {
	back := max(0, len(data)-keepBack)
	switch a.state {
	case before:
		end := openTag(data)
		if end < 0 {
			if a.err != nil {
				back = len(data)
			}
			a.out, a.kept = append(a.out, data[:back]...), data[back:]
			return nil
		}
		a.out = append(a.out, data[:end]...)
		if a.state = within; data[end-2] == '/' {
			a.state = behind
		}
		return data[end:]
	case within:
		at := closeTag(data)
		if at < 0 {
			a.kept = data[back:]
			return nil
		}
		a.state = behind
		return data[at:]
	}
	a.out = append(a.out, data...)
	return nil
}

// openTag returns the end of the first sheetData start tag, or -1.
func openTag(b []byte) int {
	for from := 0; ; {
		i := bytes.Index(b[from:], sheetData)
		if i < 0 {
			return -1
		}
		at := from + i
		from = at + len(sheetData)
		open := nameStart(b, at)
		if open < 0 || b[open] != '<' {
			continue
		}
		if end := bytes.IndexByte(b[from:], '>'); end >= 0 && (end == 0 || b[from] == '/' || b[from] == ' ' || b[from] == '\n' || b[from] == '\r' || b[from] == '\t') {
			return from + end + 1
		}
	}
}

// closeTag returns where the first sheetData end tag begins, or -1.
func closeTag(b []byte) int {
	for from := 0; ; {
		i := bytes.Index(b[from:], sheetData)
		if i < 0 {
			return -1
		}
		at := from + i
		from = at + len(sheetData)
		if open := nameStart(b, at); open > 0 && b[open] == '/' && b[open-1] == '<' {
			return open - 1
		}
	}
}

// nameStart returns what stands before the name, with its prefix, whose local part begins at i.
func nameStart(b []byte, i int) int {
	i--
	if i >= 0 && b[i] == ':' {
		for i--; i >= 0 && b[i] != '<' && b[i] != '/' && b[i] != '>' && b[i] != ' '; i-- {
		}
	}
	return i
}
