package picture

import (
	"bytes"
	"context"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// scanSVG calls visit for each token of an SVG file in UTF-8, with its place in the bytes.
func scanSVG(data []byte, visit func(s *xmlscan.Scanner, from int)) error {
	if !utf8.Valid(data) {
		return ErrBroken
	}
	s := xmlscan.New(context.Background(), bytes.NewReader(data))
	at := 0
	for s.Next() {
		n := len(s.Raw())
		visit(s, at)
		at += n
	}
	if s.Err() != nil {
		return ErrBroken
	}
	return nil
}

// svgExtras finds what is not drawn: comments, instructions, elements of metadata, and what drawing programs note for themselves
// (SVG 2, 5.10).
func svgExtras(data []byte) ([]Extra, error) {
	var list []Extra
	depth, start := 0, 0 // of an element that goes
	err := scanSVG(data, func(s *xmlscan.Scanner, from int) {
		raw := s.Raw()
		switch kind := s.Kind(); {
		case depth > 0:
			if kind == xmlscan.End && s.Depth() == depth {
				text, grave := packet(data[start : from+len(raw)])
				list = append(list, Extra{Kind: "metadata", From: start, To: from + len(raw), Text: text, Grave: grave})
				depth = 0
			}
		case kind == xmlscan.Comment, kind == xmlscan.ProcInst && !bytes.HasPrefix(raw, []byte("<?xml ")):
			list = append(list, Extra{Kind: "comment", From: from, To: from + len(raw), Text: decode(raw)})
		case kind != xmlscan.Start:
		case s.Is("metadata"), ownSpace(s.Space()):
			depth, start = s.Depth(), from
		default:
			if x, ok := ownAttrs(s); ok {
				x.From, x.To = from, from+len(raw)
				list = append(list, x)
			}
		}
	})
	return list, err
}

// ownSpace reports whether a namespace is a drawing program's own.
func ownSpace(space string) bool {
	return strings.Contains(space, "inkscape") || strings.Contains(space, "sodipodi") || strings.Contains(space, "ns.adobe.com")
}

// ownAttrs returns what a tag becomes without a program's own attributes, such as the path of the file.
func ownAttrs(s *xmlscan.Scanner) (Extra, bool) {
	x := Extra{Kind: "attributes"}
	var said []string
	x.With = s.AppendTagWithout(nil, func(space string, _, value []byte) bool {
		if ownSpace(space) {
			said = append(said, string(value))
		}
		return ownSpace(space)
	})
	x.Text = strings.Join(said, "\n")
	return x, said != nil
}

// svgLines returns the texts of the picture with its titles and descriptions.
func svgLines(data []byte) ([]Line, error) {
	var list []Line
	var text strings.Builder
	depth := 0
	err := scanSVG(data, func(s *xmlscan.Scanner, _ int) {
		switch s.Kind() {
		case xmlscan.Start:
			if depth == 0 && (s.Is("text") || s.Is("title") || s.Is("desc") || s.Is("foreignObject")) {
				depth = s.Depth()
			}
		case xmlscan.Text:
			if depth > 0 {
				text.Write(s.Text())
			}
		case xmlscan.End:
			if depth > 0 && s.Depth() == depth {
				if t := strings.TrimSpace(text.String()); t != "" {
					list = append(list, Line{Text: t})
				}
				text.Reset()
				depth = 0
			}
		}
	})
	return list, err
}
