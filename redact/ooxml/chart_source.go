package ooxml

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A source is what a numRef, strRef or multiLvlStrRef says: where the points come from, and the points that are stored.
type source struct {
	raw     []byte // all of it, with masked texts
	formula strings.Builder
	cache   []byte           // between the tags of the cache
	levels  []map[int]string // of labels in levels, the innermost first
	point   int
	first   string // text of the first point
	stored  bool
}

// reference copies a reference, or puts a literal in its place: numRef becomes numLit, strRef and multiLvlStrRef of categories strLit; the
// name of a series becomes a plain text and a title a rich one (21.2.2.32, 21.2.2.123, 21.2.2.201, 21.2.2.215).
func (c *chart) reference(p *splicer) {
	prefix, space := prefixOf(p.s.Name()), drawingOf(p.s)
	number := p.s.Is("numRef")
	src := c.read(p.s)
	if !c.cuts(src.formula.String()) {
		p.buf = append(p.buf, src.raw...)
		return
	}
	c.empty = c.empty || !src.stored
	switch {
	case number:
		p.buf = appendLiteral(p.buf, prefix, "numLit", src.cache)
	case p.parent() == "tx" && p.above(2) == "ser":
		p.buf = append(p.buf, "<"+prefix+"v>"...)
		p.buf = append(xmlscan.Escape(p.buf, src.first), "</"+prefix+"v>"...)
	case p.parent() == "tx":
		p.buf = appendRich(p.buf, prefix, space, c.look, func(b []byte, a string) []byte {
			return append(xmlscan.Escape(append(b, "<"+a+"r><"+a+"t>"...), src.first), "</"+a+"t></"+a+"r>"...)
		})
	default:
		p.buf = appendLiteral(p.buf, prefix, "strLit", src.cache)
	}
}

func appendLiteral(b []byte, prefix, local string, cache []byte) []byte {
	if len(cache) == 0 {
		cache = []byte("<" + prefix + `ptCount val="0"/>`)
	}
	b = append(append(b, "<"+prefix+local+">"...), cache...)
	return append(b, "</"+prefix+local+">"...)
}

// prefixOf returns the prefix of a name with its colon.
func prefixOf(name []byte) string { return string(name[:bytes.IndexByte(name, ':')+1]) }

// read reads a reference to its end.
func (c *chart) read(s *xmlscan.Scanner) *source {
	src := &source{raw: append([]byte(nil), s.Raw()...)}
	depth, begin := s.Depth(), -1
	number := false
	var count []byte // the number of points of a cache with levels
	for s.Next() {
		end := s.Kind() == xmlscan.End
		start := s.Kind() == xmlscan.Start
		switch {
		case start && s.Is("f"):
			c.copyText(s, src, func(text string) string { src.formula.WriteString(text); return text })
			continue
		case start && s.Is("v"):
			c.copyText(s, src, func(text string) string { return c.value(src, text, number) })
			continue
		case end && (s.Is("numCache") || s.Is("strCache")) && begin >= 0:
			src.cache = append([]byte(nil), src.raw[begin:]...)
		}
		at := len(src.raw)
		src.raw = append(src.raw, s.Raw()...)
		switch {
		case end && s.Depth() == depth:
			if len(src.levels) > 0 {
				src.cache = src.join(count, prefixOf(s.Name()))
			}
			return src
		case start && s.Is("pt"):
			src.point = attrInt(s, "idx")
		case start && (s.Is("numCache") || s.Is("strCache")):
			begin, src.stored, number = len(src.raw), true, s.Is("numCache")
		case start && s.Is("multiLvlStrCache"):
			src.stored = true
		case start && s.Is("ptCount") && begin < 0 && len(src.levels) == 0:
			count = append(append([]byte(nil), src.raw[at:]...), closingOf(s)...)
		case start && s.Is("lvl"):
			src.levels = append(src.levels, map[int]string{})
		}
	}
	return src
}

// join makes points of labels in levels, which a literal has not: each level is a line, as an axis draws them.
func (src *source) join(count []byte, prefix string) []byte {
	points := map[int]string{}
	for n, level := range src.levels {
		for idx, text := range level {
			if n > 0 && points[idx] != "" {
				points[idx] += "\n"
			}
			points[idx] += text
		}
	}
	for _, idx := range slices.Sorted(maps.Keys(points)) {
		count = fmt.Appendf(count, `<%spt idx="%d"><%[1]sv>`, prefix, idx)
		count = fmt.Appendf(xmlscan.Escape(count, points[idx]), "</%sv></%[1]spt>", prefix)
	}
	return count
}

// closingOf returns the end tag that the element which has just started needs when it is copied alone.
func closingOf(s *xmlscan.Scanner) string {
	if s.SelfClosing() {
		return ""
	}
	return "</" + string(s.Name()) + ">"
}

// value masks the text of a point. In numbers there is no room for a text; a masked one is drawn as 0.
func (c *chart) value(src *source, text string, number bool) string {
	masked := c.masked(text)
	if masked != text && number {
		masked = "0"
	}
	if n := len(src.levels); n > 0 {
		src.levels[n-1][src.point] = masked
	}
	if src.first == "" {
		src.first = masked
	}
	return masked
}

// masked masks a text line by line: a point has a line for each level of its labels.
func (c *chart) masked(text string) string {
	if c.j.mask == nil || text == "" {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = c.j.mask(partAt(c.part), line)
	}
	return strings.Join(lines, "\n")
}

// copyText copies an element that holds one text, which change may change.
func (c *chart) copyText(s *xmlscan.Scanner, src *source, change func(string) string) {
	src.raw = append(src.raw, s.Raw()...)
	if s.SelfClosing() {
		s.Skip()
		return
	}
	at := len(src.raw)
	var text strings.Builder
	for depth := s.Depth(); s.Next() && !(s.Kind() == xmlscan.End && s.Depth() == depth); {
		if s.Kind() == xmlscan.Text {
			text.Write(s.Text())
		}
		src.raw = append(src.raw, s.Raw()...)
	}
	old := text.String()
	if now := change(old); now != old {
		src.raw = xmlscan.Escape(src.raw[:at], now)
	}
	src.raw = append(src.raw, s.Raw()...)
}
