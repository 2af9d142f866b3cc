package ooxml

import (
	"bytes"
	"fmt"
	"unicode"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A labelGroup is how the labels of a series look that have no look of their own (ECMA-376 part 1, 21.2.2.49): the elements of it in their
// order, and what they show.
type labelGroup struct {
	elements  [][]byte
	value     int // of the elements, the one that shows the value, from 1; 0: none
	fields    []string
	separator []byte // as written
	body      []byte // what is inside of the properties of the text
}

// fieldOf names the field that stands for what a switch shows.
var fieldOf = map[string]string{
	"showSerName": "SERIESNAME", "showCatName": "CATEGORYNAME", "showVal": "VALUE", "showPercent": "PERCENTAGE", "showBubbleSize": "BUBBLESIZE",
}

// fieldOrder is the order in which a label shows them.
var fieldOrder = [...]string{"SERIESNAME", "CATEGORYNAME", "VALUE", "PERCENTAGE", "BUBBLESIZE"}

// take takes an element of the labels that is no label.
func (g *labelGroup) take(s *xmlscan.Scanner, local string) {
	switch local {
	case "delete", "extLst", "showLeaderLines", "leaderLines", "dLbl":
		return
	}
	if field := fieldOf[local]; field != "" && isOn(s) {
		g.fields = append(g.fields, field)
	}
	raw := rawOf(s)
	switch local {
	case "txPr":
		g.body = bodyOf(raw)
	case "separator":
		g.separator = bodyOf(raw)
	case "showVal":
		g.value = len(g.elements) + 1
	}
	g.elements = append(g.elements, raw)
}

// appendLook appends the elements; a label that shows nothing but its text has to say that it shows something.
func (g *labelGroup) appendLook(b []byte) []byte {
	for i, e := range g.elements {
		if i+1 == g.value && len(g.fields) == 0 {
			e = setAttr(e, "val", "1", true)
		}
		b = append(b, e...)
	}
	return b
}

// appendText appends the text of a label: that of its cell, and fields for what else it shows. Which fields is said by the series, so it
// is true of labels without a text of their own only.
func (g *labelGroup) appendText(b []byte, prefix, space, text string, idx int) []byte {
	b = append(b, "<"+prefix+"tx>"...)
	b = appendRich(b, prefix, space, g.body, func(b []byte, a string) []byte {
		b = append(xmlscan.Escape(append(b, "<"+a+"r><"+a+"t>"...), text), "</"+a+"t></"+a+"r>"...)
		for n, field := range fieldOrder {
			for _, f := range g.fields {
				if f != field {
					continue
				}
				b = append(append(append(b, "<"+a+"r><"+a+"t>"...), g.between()...), "</"+a+"t></"+a+"r>"...)
				b = fmt.Appendf(b, `<%sfld id="{%08X-0000-4000-8000-%012X}" type="%s"><%[1]st>[%[4]s]</%[1]st></%[1]sfld>`, a, idx+1, n+1, field)
			}
		}
		return b
	})
	return append(b, "</"+prefix+"tx>"...)
}

// between returns what separates the texts of a label, as it stands in a document. What looks like a word is taken for one of the texts by
// who compares them, so it becomes a blank.
func (g *labelGroup) between() []byte {
	switch {
	case len(g.separator) == 0:
		return []byte("; ")
	case bytes.IndexFunc(g.separator, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '&' || r == '<' }) >= 0:
		return []byte(" ")
	}
	return g.separator
}

// appendRich appends a rich text that looks as the properties of a text say. Runs writes what it says, with the prefix of the drawing's
// namespace.
func appendRich(b []byte, prefix, space string, body []byte, runs func(b []byte, a string) []byte) []byte {
	b = append(b, "<"+prefix+"rich>"...)
	if a, at := runsAt(body); at > 0 {
		b = append(runs(append(b, body[:at]...), a), body[at:]...)
	} else {
		b = append(b, `<a:bodyPr xmlns:a="`+space+`"/><a:p xmlns:a="`+space+`">`...)
		b = append(runs(b, "a:"), "</a:p>"...)
	}
	return append(b, "</"+prefix+"rich>"...)
}

// runsAt returns where the runs of a text stand whose properties are given, and the prefix of its namespace.
func runsAt(body []byte) (prefix string, at int) {
	i := bytes.IndexByte(body, '<')
	if i < 0 {
		return "", 0
	}
	name := body[i+1:]
	if n := bytes.IndexAny(name, " />"); n > 0 {
		name = name[:n]
	}
	prefix = prefixOf(name)
	for _, tag := range [...]string{"<" + prefix + "endParaRPr", "</" + prefix + "p>"} {
		if at := bytes.Index(body, []byte(tag)); at > 0 {
			return prefix, at
		}
	}
	return "", 0
}

// bodyOf returns what is inside of an element; nothing if its own tag declares a namespace, which would be lost.
func bodyOf(raw []byte) []byte {
	from, to := bytes.IndexByte(raw, '>'), bytes.LastIndexByte(raw, '<')
	if from < 0 || to <= from || bytes.Contains(raw[:from], []byte("xmlns")) {
		return nil
	}
	return raw[from+1 : to]
}

// rawOf reads the element that has just started to its end and returns its bytes.
func rawOf(s *xmlscan.Scanner) []byte {
	raw := append([]byte(nil), s.Raw()...)
	for depth := s.Depth(); s.Next(); {
		raw = append(raw, s.Raw()...)
		if s.Kind() == xmlscan.End && s.Depth() == depth {
			break
		}
	}
	return raw
}

// drawingOf returns the namespace of texts in a chart whose element has just started.
func drawingOf(s *xmlscan.Scanner) string {
	if s.Space() == nsChartStrict {
		return nsDrawingStrict
	}
	return nsDrawing
}

// A lookSurvey collects the properties of the texts of titles and labels (21.2.2.211), by the offset of their tags.
type lookSurvey struct {
	at    map[int64][]byte
	open  int64
	depth int
}

// titled reports whether an element shows one text, which a cell may give.
func titled(s *xmlscan.Scanner) bool {
	return s.Is("title") || s.Is("dLbl") || s.Is("trendlineLbl") || s.Is("dispUnitsLbl")
}

func (l *lookSurvey) token(s *xmlscan.Scanner) error {
	switch {
	case s.Kind() != xmlscan.Start:
	case titled(s):
		l.open, l.depth = s.Offset(), s.Depth()
	case s.Is("txPr") && s.Depth() == l.depth+1:
		l.at[l.open] = bodyOf(rawOf(s))
	}
	return nil
}
