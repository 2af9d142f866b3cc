package ooxml

import (
	"io"
	"strconv"

	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// editStrings sets up the rewriting of the shared strings (ECMA-376 part 1, 18.4.9): those that no cell of the copy uses are blanked, the
// others masked. They keep their places, so that no cell has to be renumbered.
func (j *job) editStrings() error {
	if j.wb == nil || j.wb.Strings == nil || !j.kept[j.wb.Strings] {
		return nil
	}
	part := j.wb.Strings
	if !j.takes() && !j.strings && j.mask == nil {
		if len(j.elements[part]) > 0 {
			j.stream(part, func(r io.Reader, w io.Writer) error { return splice(j.ctx, r, w, nil) })
		}
		return nil
	}
	j.stream(part, func(r io.Reader, w io.Writer) error { return splice(j.ctx, r, w, nil, j.stringHook()) })
	return nil
}

func (j *job) stringHook() hook {
	id := -1
	var si sharedString
	return func(p *splicer) (action, error) {
		switch {
		case p.s.Is("sst") && len(p.open) == 0:
			if _, ok := p.s.Attr("count"); ok {
				p.with("count", strconv.Itoa(j.uses))
			}
		case p.s.Is("si"):
			id++
			prefix := prefixOf(p.s.Name())
			si.read(p.s)
			p.buf = j.appendString(p.buf, id, prefix, &si)
			id = j.appendPlain(p, id)
			return done, nil
		}
		return keep, nil
	}
}

// appendPlain appends what becomes of the strings that follow as far as they are plain, and returns the number of the last one.
func (j *job) appendPlain(p *splicer, id int) int {
	parent, ahead := p.s.Ahead()
	if string(parent) != "sst" {
		return id
	}
	at := 0
	for {
		text, n := sml.PlainString(ahead[at:])
		if n == 0 {
			p.s.Take(at)
			return id
		}
		id++
		p.buf = j.appendString(p.buf, id, "", &sharedString{raw: ahead[at : at+n], text: text})
		at += n
	}
}

// appendString appends what becomes of a shared string.
func (j *job) appendString(b []byte, id int, prefix string, si *sharedString) []byte {
	if (j.strings || j.takes()) && !j.used.has(id) {
		if prefix == "" {
			return append(b, "<si><t/></si>"...)
		}
		return append(b, "<"+prefix+"si><"+prefix+"t/></"+prefix+"si>"...)
	}
	if j.mask == nil || len(si.text) == 0 {
		return append(b, si.raw...)
	}
	old := string(si.text)
	text := j.mask(nil, old)
	if text == old {
		return append(b, si.raw...)
	}
	// One run without formats of its own, and without its reading, which would say it again.
	b = append(b, "<"+prefix+"si><"+prefix+`t xml:space="preserve">`...)
	b = xmlscan.Escape(b, text)
	return append(b, "</"+prefix+"t></"+prefix+"si>"...)
}

// A sharedString is an si element (18.4.8): its bytes, and what a cell shows of it.
type sharedString struct{ raw, text []byte }

// read reads the string that has just started, up to its end.
func (si *sharedString) read(s *xmlscan.Scanner) {
	si.raw, si.text = append(si.raw[:0], s.Raw()...), si.text[:0]
	depth, inText, reading := s.Depth(), false, false
	for s.Next() {
		si.raw = append(si.raw, s.Raw()...)
		switch {
		case s.Kind() == xmlscan.Text && inText && !reading:
			si.text = append(si.text, s.Text()...)
		case s.Kind() == xmlscan.Start || s.Kind() == xmlscan.End:
			switch start := s.Kind() == xmlscan.Start; {
			case s.Is("t"):
				inText = start
			case s.Is("rPh"):
				reading = start
			}
		}
		if s.Kind() == xmlscan.End && s.Depth() == depth {
			return
		}
	}
}
