package xmlscan

import (
	"bytes"
	"fmt"
)

// Namespaces that are bound without being declared.
const (
	XML   = "http://www.w3.org/XML/1998/namespace" // of xml:space, xml:lang
	XMLNS = "http://www.w3.org/2000/xmlns/"        // of namespace declarations
)

const (
	maxBindings = 4096    // prefixes declared by open elements
	maxInterned = 4096    // strings remembered
	maxSpaces   = 1 << 16 // different namespaces of a document

	// Numbers in Scanner.spaces.
	noSpace, xmlSpace, xmlnsSpace = 0, 1, 2
)

// An element is open. Its name begins at name in Scanner.names and its local part colon bytes later.
type element struct {
	name, colon  int32
	bindings     int32 // how many bindings there were before it
	defaultSpace int32 // before it
	space        int32
}

// A binding says what a prefix stands for.
type binding struct {
	prefix string
	space  int32
}

// A cached binding is valid while no binding has come or gone since.
type cached struct {
	binding
	generation uint32
}

// resolve declares the prefixes of the start tag and resolves those of its name and attributes. It says what is wrong, if anything.
func (s *Scanner) resolve(e *element) string {
	b := s.buf[s.tok:s.w]
	prefixed := false
	for i := range s.attrs {
		a := &s.attrs[i]
		if a.nameEnd-a.name >= 5 && string(b[a.name:a.name+5]) == "xmlns" {
			if what := s.declare(b, a); what != "" {
				return what
			}
		}
		prefixed = prefixed || a.colon > 0 && a.space == noSpace
	}
	e.space = s.defaultSpace
	if e.colon > 0 {
		var ok bool
		if e.space, ok = s.lookup(s.buf[s.name : s.local-1]); !ok {
			return "an undeclared prefix"
		}
	}
	if prefixed {
		return s.resolveAttrs(b)
	}
	return ""
}

// declare takes a namespace declaration.
func (s *Scanner) declare(b []byte, a *attr) string {
	if len(s.bindings) == maxBindings || len(s.spaces) == maxSpaces {
		return "too many namespace declarations"
	}
	if a.colon == 0 {
		if a.nameEnd-a.name == 5 {
			a.space = xmlnsSpace
			s.defaultSpace = s.number(s.valueOf(b, a))
		}
		return ""
	}
	if a.colon != 6 {
		return ""
	}
	a.space = xmlnsSpace
	prefix, uri := s.intern(a.local(b)), s.number(s.valueOf(b, a))
	if prefix == "xmlns" || uri == noSpace || uri == xmlnsSpace || (prefix == "xml") != (uri == xmlSpace) {
		return "a namespace declaration that is not allowed"
	}
	s.bindings = append(s.bindings, binding{prefix, uri})
	s.generation++
	return ""
}

// resolveAttrs resolves prefixed attributes, and refuses two that are the same behind different prefixes.
func (s *Scanner) resolveAttrs(b []byte) string {
	for i := range s.attrs {
		a := &s.attrs[i]
		if a.colon == 0 || a.space != noSpace {
			continue
		}
		var ok bool
		if a.space, ok = s.lookup(b[a.name : a.name+a.colon-1]); !ok {
			return "an undeclared prefix"
		}
		if s.hasExpanded(b, s.attrs[:i], a) {
			return "an attribute given twice"
		}
	}
	return ""
}

// hasExpanded reports whether one of the attributes has the namespace and the local name of a. Beyond a few it makes a map of them, whose
// keys no name as written can have.
func (s *Scanner) hasExpanded(b []byte, attrs []attr, a *attr) bool {
	const few = 16
	if len(s.attrs) <= few {
		for i := range attrs {
			if o := &attrs[i]; o.space == a.space && bytes.Equal(o.local(b), a.local(b)) {
				return true
			}
		}
		return false
	}
	key := fmt.Sprintf("%d %s", a.space, a.local(b))
	if _, ok := s.dup[key]; ok {
		return true
	}
	s.dup[key] = struct{}{}
	return false
}

// lookup finds what a prefix stands for. Office documents declare dozens of prefixes on the root and use few of them, over and over.
func (s *Scanner) lookup(prefix []byte) (int32, bool) {
	slot := &s.prefixes[(int(prefix[0])*31+int(prefix[len(prefix)-1])+len(prefix))%len(s.prefixes)]
	if slot.generation == s.generation && slot.prefix == string(prefix) {
		return slot.space, true
	}
	for i := len(s.bindings) - 1; i >= 0; i-- {
		if s.bindings[i].prefix == string(prefix) {
			*slot = cached{s.bindings[i], s.generation}
			return slot.space, true
		}
	}
	if string(prefix) == "xml" {
		return xmlSpace, true
	}
	return noSpace, false
}

// number returns the number of a namespace URI in s.spaces.
func (s *Scanner) number(uri []byte) int32 {
	switch string(uri) {
	case "":
		return noSpace
	case XML:
		return xmlSpace
	case XMLNS:
		return xmlnsSpace
	}
	if n, ok := s.spaceNumbers[string(uri)]; ok {
		return n
	}
	if s.spaceNumbers == nil {
		s.spaceNumbers = make(map[string]int32)
	}
	n := int32(len(s.spaces))
	s.spaces = append(s.spaces, string(uri))
	s.spaceNumbers[s.spaces[n]] = n
	return n
}

// intern returns b as a string, the same one for equal bytes.
func (s *Scanner) intern(b []byte) string {
	if v, ok := s.interned[string(b)]; ok {
		return v
	}
	if s.interned == nil || len(s.interned) >= maxInterned {
		s.interned = make(map[string]string)
	}
	v := string(b)
	s.interned[v] = v
	return v
}
