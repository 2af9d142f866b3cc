// Package stray tells text that stands in the XML of an Office part where its readers do not look: character data in elements that hold
// none, values of attributes that are no text for people, comments and processing instructions (ECMA-376 part 3, 10.1: a program passes
// over markup that it does not understand, and keeps it).
//
// What readers do look at is listed here by the root element of the part ([known]). A list that says too little makes a text be looked
// at twice; one that says too much would hide it.
package stray

import (
	"bytes"
	"strconv"
	"strings"
	"time"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A Reader follows the tokens of one part. Its zero value is ready.
type Reader struct {
	words *vocabulary
	depth int      // of the outermost open element whose texts are told; 0 if there is none
	open  []string // local names of the open elements
}

// Follow takes the next token. It has to see every Start and Text token, but for those inside of elements that are told.
func (r *Reader) Follow(s *xmlscan.Scanner) {
	if s.Kind() != xmlscan.Start {
		return
	}
	depth := s.Depth()
	if depth == 1 {
		r.words, r.depth = known[string(s.LocalBytes())], 0
	}
	if depth <= r.depth {
		r.depth = 0
	}
	if r.depth > 0 || r.words != nil && r.words.all {
		return
	}
	if r.words != nil && r.words.flat {
		if r.words.texts[string(s.LocalBytes())] && Ours(s.Space()) {
			r.depth = depth
		}
		return
	}
	local := s.Local()
	if r.words != nil && r.told(local, depth) && Ours(s.Space()) {
		r.depth = depth
		return
	}
	r.open = append(r.open[:min(depth-1, len(r.open))], local)
}

// told reports whether the texts in an element are told.
func (r *Reader) told(local string, depth int) bool {
	if r.words.texts[local] {
		return true
	}
	return depth > 1 && len(r.open) >= depth-1 && r.words.under[path{r.open[depth-2], local}]
}

// Ours reports whether a namespace is one of Office, or none: readers go by local names, and nobody else's element of the same name is
// meant.
func Ours(space string) bool {
	return space == "" || strings.HasPrefix(space, "http://schemas.") || strings.HasPrefix(space, "http://purl.oclc.org/ooxml/") ||
		strings.HasPrefix(space, "urn:schemas-microsoft-com:")
}

// Text reports whether the Text token is one that no reader looks at.
func (r *Reader) Text(s *xmlscan.Scanner) bool {
	if s.Blank() || r.words != nil && r.words.all {
		return false
	}
	return r.depth == 0 || s.Depth() < r.depth
}

// Attr reports whether the attribute of the Start token is one that no reader looks at and that could tell something.
func (r *Reader) Attr(s *xmlscan.Scanner, local, value []byte) bool {
	if mode, _ := s.Attr("TargetMode"); string(local) == "Target" && string(mode) == "External" {
		return false // the links to the outside
	}
	if !CanTell(value) {
		return false
	}
	if Ours(s.Space()) && (toldAttr(s.LocalBytes(), local) || r.words != nil && r.words.toldAttr(s.LocalBytes(), local)) {
		return false
	}
	return true
}

// Tied reports whether something else goes by a text of the innermost element, a formula: it can't be changed alone.
func (r *Reader) Tied(s *xmlscan.Scanner) bool {
	if d := s.Depth(); d > 0 && d <= len(r.open) {
		return tiedText[r.open[d-1]]
	}
	return false
}

// TiedAttr reports whether something else goes by the value of an attribute: a name or a reference.
func TiedAttr(s *xmlscan.Scanner, space string, local []byte) bool {
	return strings.HasSuffix(space, "/relationships") || tiedAttr[string(local)] || s.Is("table") && string(local) == "name"
}

// Remark reports whether the token is a comment or a processing instruction.
func Remark(s *xmlscan.Scanner) bool {
	switch s.Kind() {
	case xmlscan.Comment:
		return true
	case xmlscan.ProcInst:
		return !s.Is("xml")
	}
	return false
}

func (w *vocabulary) toldAttr(element, attr []byte) bool {
	return w.attrs[string(attr)] || w.pairs[path{string(element), string(attr)}]
}

func toldAttr(element, attr []byte) bool {
	for _, name := range told[string(element)] {
		if name == string(attr) {
			return true
		}
	}
	return false
}

// CanTell reports whether a value could be about somebody: it has letters beyond ASCII, an address, or digits enough for a number of a
// person. Numbers of the markup itself, identifiers and names of schemas can't.
func CanTell(value []byte) bool {
	digits, at, beyond, other := 0, false, false, false
	for _, c := range value {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c >= 0x80:
			beyond = true
		case c == '@':
			at = true
		default:
			other = true
		}
	}
	switch {
	case beyond, at:
		return true
	case bytes.Contains(value, []byte("://")):
		return !isSchema(value)
	case digits < 7:
		return bytes.Contains(value, []byte(`\\`)) || bytes.Contains(value, []byte(`:\`))
	case other:
		return !isID(value) && !isNumber(value)
	}
	return digits >= 12 || digits >= 10 && value[0] == '0' // a number of a person, a telephone number
}

func isSchema(value []byte) bool {
	for _, head := range [...]string{"http://schemas.", "http://purl.oclc.org/ooxml/", "http://www.w3.org/", "http://purl.org/"} {
		if bytes.HasPrefix(value, []byte(head)) {
			return true
		}
	}
	return false
}

// isNumber reports whether a value is a number with a fraction or an exponent, or a time of the form that XML has for it.
func isNumber(value []byte) bool {
	if _, err := strconv.ParseFloat(string(value), 64); err == nil {
		return true
	}
	_, err := time.Parse("2006-01-02T15:04:05", string(bytes.TrimSuffix(value, []byte("Z"))))
	return err == nil
}

// isID reports whether a value is a GUID, or hexadecimal with a letter in it, in braces or not.
func isID(value []byte) bool {
	letters := 0
	for _, c := range bytes.Trim(value, "{}") {
		switch {
		case c >= '0' && c <= '9', c == '-':
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			letters++
		default:
			return false
		}
	}
	return letters > 0
}
