package xmlscan

import (
	"bytes"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// maxAttrs bounds the attributes of one element.
const maxAttrs = 1000

// An attr is one attribute of the start tag. Its places are offsets from the start of the token.
type attr struct {
	lead, name, colon int32 // where the white space before it and its name begin; the length of its prefix with the colon
	nameEnd           int32
	value, end        int32 // of the raw value, without quotes
	decoded           int32 // the number of the value in Scanner.values, from 1; 0 if it is the raw one
	space             int32 // the number of the namespace in Scanner.spaces
}

// valueOf returns the decoded value of an attribute.
func (s *Scanner) valueOf(b []byte, a *attr) []byte {
	if a.decoded > 0 {
		return s.values[a.decoded-1]
	}
	return b[a.value:a.end]
}

func (a *attr) local(b []byte) []byte { return b[a.name+a.colon : a.nameEnd] }

// scanName returns the end of the name that begins at i, and the length of its prefix with the colon. The end is len(b) if the name may
// go on behind the window, and negative if it is broken.
func scanName(b []byte, i int) (end, colon int) {
	start := i
	if i < len(b) && class[b[i]]&nameStart == 0 {
		return -1, 0
	}
	for i < len(b) && class[b[i]]&plainName != 0 {
		i++
	}
	if i == len(b) || class[b[i]]&inName == 0 {
		return i, 0
	}
	for i < len(b) && class[b[i]]&inName != 0 {
		i++
	}
	if i < len(b) && !nameAllowed(b[start:i]) {
		return -1, 0
	}
	return i, bytes.IndexByte(b[start:i], ':') + 1
}

// scanAttr reads an attribute whose white space begins at lead and whose name begins at i. It returns where the tag goes on.
func (s *Scanner) scanAttr(b []byte, lead, i int) (int, status) {
	start := i
	i, colon := scanName(b, i)
	if i < 0 {
		return 0, s.bad(start, badName)
	}
	nameEnd := i
	if i = spaces(b, i); i == len(b) {
		return 0, more
	}
	if b[i] != '=' {
		return 0, s.bad(i, "an attribute without a value")
	}
	if i = spaces(b, i+1); i == len(b) {
		return 0, more
	}
	quote := b[i]
	if quote != '"' && quote != '\'' {
		return 0, s.bad(i, "an attribute value without quotes")
	}
	i++
	value, special := i, false
	for {
		for i < len(b) && class[b[i]]&inValue == 0 {
			i++
		}
		if i == len(b) {
			return 0, more
		}
		if b[i] == quote {
			break
		}
		if b[i] == '<' {
			return 0, s.bad(i, "< in an attribute value")
		}
		special = special || b[i] != '"' && b[i] != '\''
		i++
	}
	a := s.newAttr()
	a.lead, a.name, a.colon, a.nameEnd = int32(lead), int32(start), int32(colon), int32(nameEnd)
	a.value, a.end, a.decoded, a.space = int32(value), int32(i), 0, 0
	s.marks = s.marks || colon > 0 || nameEnd-start == 5 && string(b[start:nameEnd]) == "xmlns"
	return i + 1, s.checkAttr(b, a, special)
}

// newAttr returns a place for one attribute more. It is not cleared.
func (s *Scanner) newAttr() *attr {
	n := len(s.attrs)
	if n == cap(s.attrs) {
		s.attrs = append(s.attrs, attr{})
	} else {
		s.attrs = s.attrs[:n+1]
	}
	return &s.attrs[n]
}

// checkAttr decodes the value and refuses an attribute that was there before.
func (s *Scanner) checkAttr(b []byte, a *attr, special bool) status {
	if special {
		value, at := s.decode(b[a.value:a.end], true)
		if at >= 0 {
			return s.bad(int(a.value)+at, "an unknown or broken reference")
		}
		s.values = append(s.values, value)
		a.decoded = int32(len(s.values))
	}
	before := s.attrs[:len(s.attrs)-1]
	if len(before) > 0 && s.hasAttr(b, before, b[a.name:a.nameEnd]) {
		return s.bad(int(a.name), "an attribute given twice")
	}
	if len(s.attrs) > maxAttrs {
		s.fail(&limits.Error{Name: "xmlattributes", Limit: maxAttrs})
		return failed
	}
	return done
}

// hasAttr reports whether one of the attributes has that name. Beyond a few, it remembers them in a map.
func (s *Scanner) hasAttr(b []byte, attrs []attr, name []byte) bool {
	const few = 16
	if len(attrs) < few {
		for i := range attrs {
			a := &attrs[i]
			if int(a.nameEnd-a.name) == len(name) && b[a.name] == name[0] && string(b[a.name:a.nameEnd]) == string(name) {
				return true
			}
		}
		return false
	}
	if len(attrs) == few {
		s.dup = make(map[string]struct{}, 2*few)
		for i := range attrs {
			s.dup[string(b[attrs[i].name:attrs[i].nameEnd])] = struct{}{}
		}
	}
	if _, ok := s.dup[string(name)]; ok {
		return true
	}
	s.dup[string(name)] = struct{}{}
	return false
}

// Attr returns the value of the attribute that has that name and no prefix. The value is decoded and borrowed until the next token.
func (s *Scanner) Attr(local string) ([]byte, bool) {
	b := s.buf[s.tok:s.w]
	for i := range s.attrs {
		if a := &s.attrs[i]; a.colon == 0 && string(b[a.name:a.nameEnd]) == local {
			return s.valueOf(b, a), true
		}
	}
	return nil, false
}

// AttrNS returns the value of the attribute that has that local name and whose prefix stands for space.
func (s *Scanner) AttrNS(space, local string) ([]byte, bool) {
	b := s.buf[s.tok:s.w]
	for i := range s.attrs {
		if a := &s.attrs[i]; s.spaces[a.space] == space && string(a.local(b)) == local {
			return s.valueOf(b, a), true
		}
	}
	return nil, false
}

// Attrs calls yield for every attribute in the order of the document, until it returns false. Attributes without prefix have no
// namespace; namespace declarations are in [XMLNS]. The slices are borrowed until the next token.
func (s *Scanner) Attrs(yield func(space string, local, value []byte) bool) {
	b := s.buf[s.tok:s.w]
	for i := range s.attrs {
		if a := &s.attrs[i]; !yield(s.spaces[a.space], a.local(b), s.valueOf(b, a)) {
			return
		}
	}
}

const badName = "a name is missing or broken"

// nameAllowed checks a name that consists of name bytes: XML 1.0 productions 4 and 4a, Namespaces 1.0 production 7.
func nameAllowed(name []byte) bool {
	if len(name) == 0 || class[name[0]]&nameStart == 0 {
		return false
	}
	other := false
	colons := 0
	for i, c := range name {
		switch {
		case c == ':':
			if colons++; i+1 == len(name) || class[name[i+1]]&nameStart == 0 {
				return false
			}
		case c >= utf8.RuneSelf:
			other = true
		}
	}
	return colons <= 1 && (!other || runesAllowed(name))
}

// runesAllowed checks the characters of a name that has others than ASCII.
func runesAllowed(name []byte) bool {
	first := true
	for _, r := range string(name) {
		switch {
		case r == ':':
			first = true
			continue
		case r < utf8.RuneSelf, isNameStart(r):
		case !first && (r == 0xb7 || r >= 0x300 && r <= 0x36f || r == 0x203f || r == 0x2040):
		default:
			return false
		}
		first = false
	}
	return true
}

// isNameStart is production 4 of XML 1.0, fifth edition, for characters beyond ASCII.
func isNameStart(r rune) bool {
	for _, x := range [...][2]rune{
		{0xc0, 0xd6},
		{0xd8, 0xf6},
		{0xf8, 0x2ff},
		{0x370, 0x37d},
		{0x37f, 0x1fff},
		{0x200c, 0x200d},
		{0x2070, 0x218f},
		{0x2c00, 0x2fef},
		{0x3001, 0xd7ff},
		{0xf900, 0xfdcf},
		{0xfdf0, 0xfffd},
		{0x10000, 0xeffff},
	} {
		if r >= x[0] && r <= x[1] {
			return true
		}
	}
	return false
}
