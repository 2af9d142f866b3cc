package xmlscan

// aheadDepth is how deep the elements may be nested that are taken from what is ahead.
const aheadDepth = 4

// Ahead returns the characters behind the token that are in the window already, and the name, as written, of the element that they
// stand in. A reader of parts with millions of little elements looks at them itself: it goes over those that it knows to the letter
// with [Scanner.Take], and leaves whatever is out of the ordinary to [Scanner.Next]. There may be none ahead.
//
// The characters are allowed ones, and may be cut off anywhere. They are borrowed until the next call of Next.
func (s *Scanner) Ahead() (parent, ahead []byte) {
	open := len(s.elements)
	if s.kind == End {
		open--
	}
	if s.selfClosing || open < 1 || open+aheadDepth > s.maxDepth {
		return nil, nil
	}
	to := len(s.names)
	if open < len(s.elements) {
		to = int(s.elements[open].name)
	}
	return s.names[s.elements[open-1].name:to], s.buf[s.pos:s.w]
}

// Take goes over the first n bytes of what is ahead. They must be whole elements, nested four deep at most, without references,
// carriage returns and declarations of namespaces; or leave the element that they stand in and go into another one of the same name.
// What the methods return for the token before is no longer valid.
func (s *Scanner) Take(n int) { s.pos += n }

// SpaceOf returns the namespace that a prefix stands for where the scanner stands, "" if it stands for none.
func (s *Scanner) SpaceOf(prefix string) string {
	if prefix == "" {
		return ""
	}
	n, ok := s.lookup([]byte(prefix))
	if !ok || n < 0 {
		return ""
	}
	return s.spaces[n]
}

// Bound reports whether a prefix may be used ahead.
func (s *Scanner) Bound(prefix string) bool {
	_, ok := s.lookup([]byte(prefix))
	return ok
}
