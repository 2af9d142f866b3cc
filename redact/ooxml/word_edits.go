package ooxml

import (
	"bytes"
	"slices"

	"github.com/sumikeshi/sumikeshi/internal/wml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// edits are changes to the bytes of a part, noted in any order and carried out at the end. A change inside of another one is part
// of it: what is cut is cut with all that was to be changed in it.
type edits struct {
	src    []byte
	cuts   []cut
	sorted bool
}

// A cut puts bytes in place of a range.
type cut struct {
	wml.Range
	with []byte
}

func (e *edits) cut(r wml.Range) { e.replace(r, nil) }

func (e *edits) replace(r wml.Range, with []byte) {
	if r.From < r.To || len(with) > 0 {
		e.cuts = append(e.cuts, cut{r, with})
		e.sorted = false
	}
}

// sort brings the cuts into the order in which they are carried out: of two that begin together, the longer one first.
func (e *edits) sort() {
	if e.sorted {
		return
	}
	slices.SortStableFunc(e.cuts, func(a, b cut) int {
		if a.From != b.From {
			return int(min(max(a.From-b.From, -1), 1))
		}
		return int(min(max(b.To-a.To, -1), 1))
	})
	e.sorted = true
}

// render returns the bytes of a range as they are after the edit.
func (e *edits) render(r wml.Range) []byte {
	e.sort()
	i, _ := slices.BinarySearchFunc(e.cuts, r.From, func(c cut, from int64) int { return int(min(max(c.From-from, -1), 1)) })
	var out []byte
	at := r.From
	for ; i < len(e.cuts) && e.cuts[i].From < r.To; i++ {
		c := e.cuts[i]
		if c.From < at {
			continue // inside of one that was carried out
		}
		out = append(append(out, e.src[at:c.From]...), c.with...)
		at = c.To
	}
	if at < r.To {
		out = append(out, e.src[at:r.To]...)
	}
	return out
}

// of returns the bytes of a range as they were.
func (e *edits) of(r wml.Range) []byte { return e.src[r.From:r.To] }

// endTag returns where the end tag of an element begins that ends there.
func (e *edits) endTag(whole wml.Range) wml.Range {
	i := bytes.LastIndex(e.src[whole.From:whole.To], []byte("</"))
	if i < 0 {
		return wml.Range{From: whole.To, To: whole.To}
	}
	return wml.Range{From: whole.From + int64(i), To: whole.To}
}

// unwrap leaves out the tags of an element.
func (e *edits) unwrap(tag, whole wml.Range) {
	if tag == whole {
		e.cut(whole)
		return
	}
	e.cut(tag)
	e.cut(e.endTag(whole))
}

// prefix returns the prefix of the element that begins there, with its colon.
func (e *edits) prefix(r wml.Range) string {
	name := e.src[r.From+1 : r.To]
	name = name[:max(0, bytes.IndexAny(name, " \t\r\n/>"))]
	return prefixOf(name)
}

// setLocalAttr gives the attribute of that local name, whatever its prefix, another value.
func setLocalAttr(tag []byte, local, value string) []byte {
	_, from, to := localAttr(tag, local)
	if from == to {
		return tag
	}
	out := append(append([]byte(nil), tag[:from]...), '"')
	out = append(xmlscan.Escape(out, value), '"')
	return append(out, tag[to:]...)
}

// dropLocalAttr removes the attribute of that local name, whatever its prefix.
func dropLocalAttr(tag []byte, local string) []byte {
	lead, _, to := localAttr(tag, local)
	return append(append([]byte(nil), tag[:lead]...), tag[to:]...)
}

// localAttr returns where an attribute of a well-formed tag stands: the white space before it, and its value with the quotes.
func localAttr(tag []byte, local string) (lead, from, to int) {
	i := 1
	for i < len(tag) && tag[i] > ' ' && tag[i] != '>' && tag[i] != '/' {
		i++
	}
	for i < len(tag) {
		eq := bytes.IndexByte(tag[i:], '=')
		if eq < 0 {
			break
		}
		lead, from = i, i+eq+1
		name := bytes.TrimSpace(tag[lead : lead+eq])
		from += len(tag[from:]) - len(bytes.TrimLeft(tag[from:], " \t\r\n"))
		end := bytes.IndexByte(tag[from+1:], tag[from])
		if end < 0 {
			break
		}
		i = from + end + 2
		if string(name[bytes.IndexByte(name, ':')+1:]) == local {
			return lead, from, i
		}
	}
	return 0, 0, 0
}
