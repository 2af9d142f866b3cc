package opc

import (
	"bytes"
	"context"
	"io"
	"strconv"

	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// DropReferences copies the XML of a part from r to w without the references to relationships whose ID is in ids.
//
// An element that carries such a reference (an attribute in the namespace of officeDocument relationships, transitional or strict) goes
// with all it contains. Then goes every ancestor but the root that has become empty by that: tableParts without a tablePart, extLst without
// an ext. Where children went from an element with a count attribute, the count is corrected.
//
// Two elements stay and lose the attribute alone, since they show something without it: the pageSetup of a sheet, whose reference is to
// printer settings, and the hyperlink of a Word document, which holds the text of the link.
func DropReferences(ctx context.Context, r io.Reader, w io.Writer, ids map[string]bool) error {
	d := &dropper{s: xmlscan.New(ctx, r), w: w, ids: ids, held: limits.From(ctx).Held}
	d.refers = func(space string, _, value []byte) bool {
		return (space == Transitional || space == Strict) && d.ids[string(value)]
	}
	for d.s.Next() {
		d.token()
		if len(d.buf) >= flushAt {
			if err := d.flush(); err != nil {
				return err
			}
		}
	}
	if err := d.s.Err(); err != nil {
		return err
	}
	_, err := w.Write(d.buf)
	return err
}

// flushAt is how many bytes are collected before they are written.
const flushAt = 64 << 10

// A dropper holds the output back as far as it may still change: from the start tag of the outermost open element that has nothing in it
// yet, or whose count may have to be corrected.
type dropper struct {
	s      *xmlscan.Scanner
	w      io.Writer
	ids    map[string]bool
	refers func(space string, local, value []byte) bool
	held   int64

	buf  []byte
	open []openElement
}

// An openElement is an element whose end is still to come.
type openElement struct {
	start       int // where its start tag begins in buf
	count, stop int // where the value of its count attribute stands in buf, if stop > 0
	dropped     int // children that went
	full        bool
}

func (d *dropper) token() {
	s := d.s
	switch s.Kind() {
	case xmlscan.Start:
		d.start()
	case xmlscan.End:
		d.end()
	case xmlscan.Text:
		d.buf = append(d.buf, s.Raw()...)
		if !s.Blank() {
			d.fill()
		}
	default:
		d.buf = append(d.buf, s.Raw()...)
	}
}

func (d *dropper) start() {
	s := d.s
	refers := false
	s.Attrs(func(space string, local, value []byte) bool {
		refers = d.refers(space, local, value)
		return !refers
	})
	if refers && len(d.open) > 0 && !staysWithout(s) {
		d.open[len(d.open)-1].dropped++
		s.Skip()
		return
	}
	e := openElement{start: len(d.buf), full: len(d.open) == 0}
	if refers {
		d.buf = s.AppendTagWithout(d.buf, d.refers)
	} else {
		d.buf = append(d.buf, s.Raw()...)
	}
	if _, ok := s.Attr("count"); ok {
		e.count, e.stop = findCount(d.buf, e.start)
	}
	d.open = append(d.open, e)
}

// staysWithout reports whether the element means something without its reference.
func staysWithout(s *xmlscan.Scanner) bool {
	return s.Is("pageSetup") || s.Is("hyperlink") && (s.Space() == nsWord || s.Space() == nsWordStrict)
}

// Namespaces of WordprocessingML.
const (
	nsWord       = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsWordStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
)

// findCount returns where the digits of the count attribute stand in the tag that begins at start; 0, 0 if it is not a plain number.
func findCount(buf []byte, start int) (from, to int) {
	tag := buf[start:]
	for i := 0; ; {
		n := bytes.Index(tag[i:], []byte("count"))
		if n < 0 {
			return 0, 0
		}
		i += n + len("count")
		before := tag[i-len("count")-1]
		rest := bytes.TrimLeft(tag[i:], " \t\r\n")
		if before > ' ' || len(rest) == 0 || rest[0] != '=' {
			continue
		}
		rest = bytes.TrimLeft(rest[1:], " \t\r\n")
		digits := 1
		for digits < len(rest) && rest[digits] >= '0' && rest[digits] <= '9' {
			digits++
		}
		if digits == 1 || digits == len(rest) || rest[digits] != rest[0] {
			return 0, 0
		}
		from = len(buf) - len(rest) + 1
		return from, from + digits - 1
	}
}

// end closes an element: it goes if it became empty, else its count is set right.
func (d *dropper) end() {
	e := d.open[len(d.open)-1]
	d.open = d.open[:len(d.open)-1]
	if e.dropped > 0 && !e.full {
		d.buf = d.buf[:e.start]
		d.open[len(d.open)-1].dropped++
		return
	}
	d.buf = append(d.buf, d.s.Raw()...)
	if e.dropped > 0 && e.stop > 0 {
		d.correct(e)
	}
	d.fill()
}

// correct lowers the count of an element by the children that went.
func (d *dropper) correct(e openElement) {
	n, err := strconv.Atoi(string(d.buf[e.count:e.stop]))
	if err != nil {
		return // larger than any number of elements; it was wrong before
	}
	digits := strconv.AppendInt(nil, int64(max(n-e.dropped, 0)), 10)
	size := copy(d.buf[e.count:], digits)
	d.buf = append(d.buf[:e.count+size], d.buf[e.stop:]...)
}

// fill notes that every open element has something in it that stays.
func (d *dropper) fill() {
	for i := len(d.open) - 1; i >= 0 && !d.open[i].full; i-- {
		d.open[i].full = true
	}
}

// flush writes what can no longer change.
func (d *dropper) flush() error {
	n := len(d.buf)
	for _, e := range d.open {
		if !e.full || e.stop > 0 {
			n = e.start
			break
		}
	}
	if int64(len(d.buf)-n) > d.held {
		return &limits.Error{Name: "held", Limit: d.held}
	}
	if n == 0 {
		return nil
	}
	if _, err := d.w.Write(d.buf[:n]); err != nil {
		return err
	}
	d.buf = append(d.buf[:0], d.buf[n:]...)
	for i := range d.open {
		e := &d.open[i]
		e.start -= n
		if e.stop > 0 {
			e.count, e.stop = e.count-n, e.stop-n
		}
	}
	return nil
}
