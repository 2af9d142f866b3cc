package xmlscan

import (
	"bytes"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// A status is the outcome of looking for a token in the window.
type status uint8

const (
	done   status = iota
	more          // the token goes on behind the window
	failed        // s.err is set
)

// Classes of bytes, for the loops that see every byte of the document.
const (
	inName    = 1 << iota // may be part of a name
	nameStart             // may begin one
	plainName             // may be part of one that is ASCII and has no prefix
	inText                // needs a look in character data: < & > and carriage return
	inValue               // needs a look in an attribute value: quotes, < & and white space but the blank
	isSpace
)

var class = func() (t [256]uint8) {
	for c := range t {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80
		if letter {
			t[c] |= nameStart | inName
		}
		if c >= '0' && c <= '9' || c == '-' || c == '.' || c == ':' {
			t[c] |= inName
		}
		if t[c]&inName != 0 && c != ':' && c < 0x80 {
			t[c] |= plainName
		}
	}
	for _, c := range "<&>\r" {
		t[c] |= inText
	}
	for _, c := range "\"'<&\t\r\n" {
		t[c] |= inValue
	}
	for _, c := range " \t\r\n" {
		t[c] |= isSpace
	}
	return t
}()

// scan looks for the token that begins at s.tok.
func (s *Scanner) scan() status {
	b := s.buf[s.tok:s.w]
	switch {
	case b[0] != '<':
		return s.scanText(b)
	case len(b) < 2:
		return more
	case b[1] == '/':
		return s.scanEnd(b)
	case b[1] == '?':
		return s.scanProcInst(b)
	case b[1] == '!':
		return s.scanDeclaration(b)
	}
	return s.scanStart(b)
}

// take makes the first n bytes of the window the token.
func (s *Scanner) take(kind Kind, n int) status {
	s.kind, s.pos = kind, s.tok+n
	return done
}

// named tells where the name of the token is, from its start.
func (s *Scanner) named(name, local, end int) {
	s.name, s.local, s.nameEnd = s.tok+name, s.tok+local, s.tok+end
}

// bad fails at the offset i from the start of the token.
func (s *Scanner) bad(i int, what string) status {
	s.failAt(s.tok+i, what)
	return failed
}

// scanText reads character data up to the next tag, or a piece of it.
func (s *Scanner) scanText(b []byte) status {
	if !s.started && bytes.HasPrefix(b, bom) {
		s.marked, s.text = true, nil
		return s.take(Text, len(bom))
	}
	i, special := 0, false
	for ; i < len(b); i++ {
		if class[b[i]]&inText == 0 {
			continue
		}
		if b[i] == '<' {
			break
		}
		if b[i] != '>' {
			special = true
		} else if i >= 2 && b[i-1] == ']' && b[i-2] == ']' {
			return s.bad(i-2, "]]> in text")
		}
	}
	if i == len(b) && !s.ended {
		if i < maxText {
			return more
		}
		i = pieceEnd(b)
	}
	if i == 0 {
		return s.bad(0, "a reference without end")
	}
	s.text = b[:i]
	if special {
		var at int
		if s.text, at = s.decode(b[:i], false); at >= 0 {
			return s.bad(at, "an unknown or broken reference")
		}
	}
	if len(s.elements) == 0 && len(bytes.TrimLeft(s.text, " \t\r\n")) > 0 {
		return s.bad(0, "text outside of the root element")
	}
	return s.take(Text, i)
}

// pieceEnd returns where long text may be cut: not inside a reference or a line end, nor between the brackets of a forbidden "]]>".
func pieceEnd(b []byte) int {
	n := len(b)
	if amp := bytes.LastIndexByte(b, '&'); amp >= 0 && bytes.IndexByte(b[amp:], ';') < 0 {
		n = amp
	}
	for n > 0 && (b[n-1] == '\r' || b[n-1] == ']') {
		n--
	}
	return n
}

// scanEnd reads an end tag and compares it with the start tag.
func (s *Scanner) scanEnd(b []byte) status {
	if len(s.elements) == 0 {
		return s.bad(0, "an end tag without a start tag")
	}
	top := &s.elements[len(s.elements)-1]
	name := s.names[top.name:]
	n := 2 + len(name)
	if len(b) <= n {
		if s.ended || !bytes.HasPrefix(name, b[2:]) {
			return s.bad(0, "an end tag that does not match")
		}
		return more
	}
	if string(b[2:n]) != string(name) || class[b[n]]&inName != 0 {
		return s.bad(0, "an end tag that does not match")
	}
	i := spaces(b, n)
	if i == len(b) {
		return more
	}
	if b[i] != '>' {
		return s.bad(i, "an end tag that is not closed")
	}
	s.named(2, 2+int(top.colon), n)
	s.space = top.space
	return s.take(End, i+1)
}

// spaces returns the index of the first byte from i that is no white space.
func spaces(b []byte, i int) int {
	for i < len(b) && class[b[i]]&isSpace != 0 {
		i++
	}
	return i
}

// scanDeclaration reads what begins with "<!": a comment or a CDATA section.
func (s *Scanner) scanDeclaration(b []byte) status {
	switch {
	case bytes.HasPrefix(b, []byte("<!--")):
		return s.scanComment(b)
	case bytes.HasPrefix(b, []byte("<![CDATA[")):
		return s.scanCDATA(b)
	case bytes.HasPrefix(b, []byte("<!DOCTYPE")):
		s.fail(&Error{Kind: ErrDoctype, Offset: s.Offset()})
		return failed
	case len(b) < len("<![CDATA[") && !s.ended:
		return more
	}
	return s.bad(0, "an unknown declaration")
}

func (s *Scanner) scanComment(b []byte) status {
	i := bytes.Index(b[4:], []byte("--"))
	if i < 0 || len(b) <= i+6 {
		return more
	}
	if b[i+6] != '>' {
		return s.bad(i+4, "-- in a comment")
	}
	s.text = b[4 : i+4]
	return s.take(Comment, i+7)
}

func (s *Scanner) scanCDATA(b []byte) status {
	const open = len("<![CDATA[")
	if len(s.elements) == 0 {
		return s.bad(0, "text outside of the root element")
	}
	i := bytes.Index(b[open:], []byte("]]>"))
	if i < 0 {
		return more
	}
	s.text = s.lineEnds(b[open : open+i])
	return s.take(Text, open+i+3)
}

// scanProcInst reads a processing instruction or the XML declaration.
func (s *Scanner) scanProcInst(b []byte) status {
	end := bytes.Index(b[2:], []byte("?>"))
	if end < 0 {
		return more
	}
	end += 2
	i := 2
	for i < end && class[b[i]]&inName != 0 {
		i++
	}
	s.named(2, 2, i)
	if !nameAllowed(b[2:i]) || bytes.IndexByte(b[2:i], ':') >= 0 {
		return s.bad(2, "a processing instruction without a name")
	}
	data := spaces(b[:end], i)
	if data == i && i < end {
		return s.bad(i, "a processing instruction without a name")
	}
	s.text = b[data:end]
	if bytes.EqualFold(b[2:i], []byte("xml")) {
		if err := s.declaration(b[:end+2], data); err != nil {
			s.fail(err)
			return failed
		}
	}
	return s.take(ProcInst, end+2)
}

// scanStart reads a start tag with its attributes.
func (s *Scanner) scanStart(b []byte) status {
	i, colon := scanName(b, 1)
	if i < 0 {
		return s.bad(1, badName)
	}
	if i == len(b) {
		return more
	}
	s.named(1, 1+colon, i)
	s.attrs, s.scratch, s.values = s.attrs[:0], s.scratch[:0], s.values[:0]
	s.marks = colon > 0
	for {
		j := spaces(b, i)
		if j == len(b) {
			return more
		}
		switch {
		case b[j] == '>':
			return s.push(j + 1)
		case b[j] == '/':
			if j+1 == len(b) {
				return more
			}
			if b[j+1] != '>' {
				return s.bad(j, "a tag that is not closed")
			}
			s.selfClosing = true
			return s.push(j + 2)
		case j == i:
			return s.bad(j, "no white space before an attribute")
		}
		var st status
		if i, st = s.scanAttr(b, i, j); st != done {
			return st
		}
	}
}

// push opens the element whose start tag is the first n bytes of the window.
func (s *Scanner) push(n int) status {
	switch {
	case len(s.elements) >= s.maxDepth:
		s.fail(&limits.Error{Name: "xmldepth", Limit: int64(s.maxDepth)})
		return failed
	case len(s.elements) == 0 && s.seenRoot:
		return s.bad(0, "a second root element")
	}
	e := s.newElement()
	e.name, e.colon, e.bindings = int32(len(s.names)), int32(s.local-s.name), int32(len(s.bindings))
	e.defaultSpace, e.space = s.defaultSpace, s.defaultSpace
	if s.marks {
		if what := s.resolve(e); what != "" {
			return s.bad(0, what)
		}
	}
	s.space = e.space
	s.names = append(s.names, s.buf[s.name:s.nameEnd]...)
	s.seenRoot = true
	return s.take(Start, n)
}

// newElement returns a place for one open element more. It is not cleared.
func (s *Scanner) newElement() *element {
	n := len(s.elements)
	if n == cap(s.elements) {
		s.elements = append(s.elements, element{})
	} else {
		s.elements = s.elements[:n+1]
	}
	return &s.elements[n]
}

// pop closes the innermost element.
func (s *Scanner) pop() {
	e := &s.elements[len(s.elements)-1]
	s.names = s.names[:e.name]
	if len(s.bindings) > int(e.bindings) {
		s.bindings = s.bindings[:e.bindings]
		s.generation++
	}
	s.defaultSpace = e.defaultSpace
	s.elements = s.elements[:len(s.elements)-1]
}
