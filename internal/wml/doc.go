// Package wml reads WordprocessingML (ECMA-376 Part 1, 17) as far as it has to be known what a reader sees: the stories of a Word
// document, their paragraphs with the text of every run, and for each piece of text whether it is shown, deleted in a tracked
// change, hidden, or painted in the colour of its ground.
//
// [Walk] reads one story as a stream. It is used twice: package inspect tells what it finds, and package redact takes it out of a
// copy. Both see the same pieces at the same bytes, so that what was found is what is taken.
package wml

import (
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// Namespaces of WordprocessingML, transitional and strict, and of the drawings in it.
const (
	Space       = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	StrictSpace = "http://purl.oclc.org/ooxml/wordprocessingml/main"

	mathSpace       = "http://schemas.openxmlformats.org/officeDocument/2006/math"
	strictMathSpace = "http://purl.oclc.org/ooxml/officeDocument/math"
	vmlSpace        = "urn:schemas-microsoft-com:vml"
)

// A Range is bytes of a part, counted in the Raw of its tokens.
type Range struct{ From, To int64 }

// isWord reports whether the element the scanner stands on is one of WordprocessingML.
func isWord(s *xmlscan.Scanner) bool {
	space := s.Space()
	return space == Space || space == StrictSpace
}

func isMath(s *xmlscan.Scanner) bool {
	space := s.Space()
	return space == mathSpace || space == strictMathSpace
}

// Attr returns an attribute in the namespace of its element, as all those of WordprocessingML are.
func Attr(s *xmlscan.Scanner, local string) (string, bool) {
	v, ok := s.AttrNS(s.Space(), local)
	return string(v), ok
}

// on reads an on/off property (17.17.4): without a value it is on.
func on(s *xmlscan.Scanner) bool {
	v, ok := Attr(s, "val")
	return !ok || v != "0" && v != "false" && v != "off"
}

// plainAttr returns an attribute without a namespace.
func plainAttr(s *xmlscan.Scanner, local string) string {
	v, _ := s.Attr(local)
	return string(v)
}

func truth(v string) bool { return v == "1" || v == "true" || v == "on" || v == "t" }
