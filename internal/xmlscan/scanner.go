// Package xmlscan reads XML as a stream of tokens, and rewrites it by splicing.
//
// A [Scanner] holds a window of 256 KiB of its input, whatever the size of the document, and allocates nothing per token: names, attributes
// and text are borrowed from the window until the next call of [Scanner.Next]. It accepts one reading only: a DOCTYPE, an undeclared
// prefix, an attribute given twice, a tag that does not match, a byte that is no character, and an encoding that contradicts itself are
// errors, not guesses.
//
// The [Scanner.Raw] of all tokens, one after the other, is the document again, byte for byte. [Rewrite] rests on that: what an edit does
// not name is copied as it was. A document in another encoding than UTF-8 is read, and rewritten, as UTF-8; then the encoding in the Raw
// of its XML declaration is UTF-8 too.
//
// # Text in pieces
//
// Character data between two tags is one Text token, with these exceptions: a CDATA section is a token of its own; a comment or processing
// instruction stands between two; and data longer than 1 MiB in the document (an Excel cell has at most 32,767 characters) comes in
// pieces of about that length, of which none ends inside a character, a reference, or a line end. A UTF-8 byte order mark is a Text token
// without text. A document of no bytes at all, which some producers of ODF leave behind, has no tokens and is no error.
package xmlscan

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// A Kind says what a token is.
type Kind uint8

// The kinds of tokens. The XML declaration is a ProcInst with the target "xml".
const (
	None Kind = iota // before the first token and after the last
	Start
	End
	Text
	Comment
	ProcInst
)

// The kinds of [Error], to be asked for by errors.Is.
var (
	ErrSyntax   = errors.New("malformed")
	ErrDoctype  = errors.New("has a document type declaration")
	ErrEncoding = errors.New("unsupported or contradictory encoding")
)

// An Error says what is wrong with a document, and where. It holds nothing of the document's contents.
type Error struct {
	Kind   error
	What   string
	Offset int64 // in bytes of the input, decoded to UTF-8
}

func (e *Error) Error() string {
	if e.What == "" {
		return fmt.Sprintf("xml: %v at %d", e.Kind, e.Offset)
	}
	return fmt.Sprintf("xml: %v: %s at %d", e.Kind, e.What, e.Offset)
}

// Unwrap returns the kind, for errors.Is.
func (e *Error) Unwrap() error { return e.Kind }

const (
	window   = 256 << 10 // bytes held at a time
	maxText  = 1 << 20   // a piece of text, in bytes
	maxToken = 16 << 20  // any other token, in bytes
)

// A Scanner reads one document. It is not safe for concurrent use.
type Scanner struct {
	ctx      context.Context
	r        io.Reader
	maxDepth int

	// The window. buf[:w] is valid UTF-8 of characters that XML allows; buf[w:filled] is the beginning of a character.
	buf       []byte
	w, filled int
	base      int64 // offset of buf[0] in the decoded input
	ended     bool  // nothing more will come after buf[:w]
	readErr   error // why, if it is not the end of the input
	charset   charset
	pooled    bool
	moving    func()         // called before bytes in front of buf[tok] leave the window
	watch     func(*Scanner) // sees every token first; see Watched

	// The token.
	kind         Kind
	tok, pos     int // buf[tok:pos] is the token
	selfClosing  bool
	name, local  int // buf[name:nameEnd] is the name as written, buf[local:nameEnd] the name without prefix
	nameEnd      int
	space        int32  // the number of the element's namespace in spaces
	text         []byte // decoded
	attrs        []attr
	values       [][]byte // decoded values of attributes that have references or line ends
	marks        bool     // the start tag has a prefix or declares a namespace
	scratch      []byte   // decoded values of the attributes and the text
	decl         []byte   // the XML declaration, if its encoding had to be rewritten
	seenRoot     bool
	synthetic    bool // the token is the End of a self-closing element
	err          error
	started      bool // there was a token
	marked       bool // it was a byte order mark
	dup          map[string]struct{}
	elements     []element
	names        []byte // of the open elements, one behind the other
	bindings     []binding
	prefixes     [64]cached
	generation   uint32
	interned     map[string]string
	spaces       []string // namespace URIs; the first is none
	spaceNumbers map[string]int32
	defaultSpace int32
}

// buffers holds windows: a folder of small files has thousands of parts.
var buffers = sync.Pool{New: func() any { b := make([]byte, window); return &b }}

// New returns a scanner of the document in r. The depth of open elements is bounded by the budget of ctx; bytes are counted where they are
// inflated, not here.
func New(ctx context.Context, r io.Reader) *Scanner {
	s := &Scanner{ctx: ctx, r: r, maxDepth: limits.From(ctx).XMLDepth, generation: 1}
	s.watch, _ = ctx.Value(watchKey{}).(func(*Scanner))
	s.spaces = append(s.spaces, "", XML, XMLNS)
	s.buf = *buffers.Get().(*[]byte)
	s.pooled = true
	if err := s.detect(); err != nil {
		s.fail(err)
	}
	return s
}

type watchKey struct{}

// Watched returns a context in which every scanner shows watch each token that it reads, also those that its own reader skips, before
// that reader sees it. What is taken by [Scanner.Take] is not shown. Watch must not move the scanner.
func Watched(ctx context.Context, watch func(*Scanner)) context.Context {
	return context.WithValue(ctx, watchKey{}, watch)
}

// Next advances to the next token. It returns false at the end of the document and on an error, which [Scanner.Err] then tells. What the
// methods returned for the token before is no longer valid.
func (s *Scanner) Next() bool {
	if !s.next() {
		return false
	}
	if s.watch != nil {
		s.watch(s)
	}
	return true
}

func (s *Scanner) next() bool {
	if s.err != nil || s.kind == None && s.buf == nil {
		return false
	}
	s.leave()
	if s.synthetic {
		s.kind = End
		return true
	}
	for {
		if s.pos == s.w && !s.fill() {
			return s.end()
		}
		switch s.scan() {
		case done:
			s.started = true
			return true
		case more:
			if !s.fill() {
				return s.failAt(s.w, "ends inside a token")
			}
		case failed:
			return false
		}
	}
}

// leave ends the token before.
func (s *Scanner) leave() {
	s.tok = s.pos
	switch {
	case s.kind == Start && s.selfClosing:
		s.synthetic, s.selfClosing = true, false
		s.attrs = s.attrs[:0]
		return
	case s.kind == Start:
		s.attrs = s.attrs[:0]
	case s.kind == End:
		s.pop()
		s.synthetic = false
	}
	s.scratch = s.scratch[:0]
	s.name, s.local, s.nameEnd = 0, 0, 0
}

// end checks that the document is complete and gives the window back.
func (s *Scanner) end() bool {
	switch {
	case s.readErr != nil:
		return s.fail(s.readErr)
	case len(s.elements) > 0:
		return s.failAt(s.w, "an element is not closed")
	case !s.seenRoot && s.started:
		return s.failAt(s.w, "no element")
	}
	if s.moving != nil {
		s.moving()
	}
	s.release()
	return false
}

func (s *Scanner) release() {
	if s.pooled {
		b := s.buf
		buffers.Put(&b)
	}
	s.kind, s.buf, s.pooled = None, nil, false
	s.tok, s.pos, s.w, s.filled = 0, 0, 0, 0
	s.name, s.local, s.nameEnd, s.text, s.attrs = 0, 0, 0, nil, nil
}

func (s *Scanner) fail(err error) bool {
	s.err = err
	s.release()
	return false
}

func (s *Scanner) failAt(at int, what string) bool {
	if s.readErr != nil { // the cause of an early end
		return s.fail(s.readErr)
	}
	return s.fail(&Error{Kind: ErrSyntax, What: what, Offset: s.base + int64(at)})
}

// fill moves the token that is being read to the front of the window, makes room if it fills the window, and reads on. It returns false
// if there is nothing more to read.
func (s *Scanner) fill() bool {
	if s.ended {
		return false
	}
	if err := s.ctx.Err(); err != nil {
		s.ended, s.readErr = true, err
		return false
	}
	if s.tok > 0 {
		if s.moving != nil {
			s.moving()
		}
		copy(s.buf, s.buf[s.tok:s.filled])
		s.base += int64(s.tok)
		s.w, s.filled, s.pos, s.tok = s.w-s.tok, s.filled-s.tok, s.pos-s.tok, 0
	}
	if s.filled > len(s.buf)/2 {
		s.grow()
	}
	before := s.w
	for s.filled < len(s.buf) && !s.ended {
		n, err := s.r.Read(s.buf[s.filled:])
		s.filled += n
		if err != nil {
			s.ended = true
			if err != io.EOF {
				s.readErr = err
			}
		}
	}
	s.validate()
	return s.w > before
}

// grow doubles the window for a long token, up to maxToken; beyond it the window stays and fill will find nothing to add.
func (s *Scanner) grow() {
	if len(s.buf) >= maxToken {
		s.ended, s.readErr = true, &limits.Error{Name: "xmltoken", Limit: maxToken}
		return
	}
	b := make([]byte, 2*len(s.buf))
	copy(b, s.buf[:s.filled])
	if s.pooled {
		old := s.buf
		buffers.Put(&old)
	}
	s.buf, s.pooled = b, false
}

// Err returns why Next returned false, nil at the end of the document.
func (s *Scanner) Err() error { return s.err }

// Kind returns what the token is.
func (s *Scanner) Kind() Kind { return s.kind }

// Is reports whether the token is the start or end of an element of that local name, or a processing instruction of that target.
func (s *Scanner) Is(local string) bool { return string(s.buf[s.local:s.nameEnd]) == local }

// LocalBytes returns the local name of the element, or the target of the processing instruction.
func (s *Scanner) LocalBytes() []byte { return s.buf[s.local:s.nameEnd] }

// Local is like [Scanner.LocalBytes] but returns a string that stays valid. It allocates only for a name that is new to the scanner.
func (s *Scanner) Local() string { return s.intern(s.LocalBytes()) }

// Space returns the namespace URI of the element, empty if it has none. Equal URIs are the same string.
func (s *Scanner) Space() string {
	if s.kind != Start && s.kind != End {
		return ""
	}
	return s.spaces[s.space]
}

// Name returns the name of the element as written, with its prefix.
func (s *Scanner) Name() []byte { return s.buf[s.name:s.nameEnd] }

// SelfClosing reports whether the Start token is an empty-element tag. An End token with an empty Raw follows it all the same.
func (s *Scanner) SelfClosing() bool { return s.selfClosing }

// Text returns the decoded text of a Text token, the contents of a comment, or what follows the target of a processing instruction.
func (s *Scanner) Text() []byte {
	if s.kind == Start || s.kind == End {
		return nil
	}
	return s.text
}

// Blank reports whether the token's text is white space only.
func (s *Scanner) Blank() bool { return len(bytes.TrimLeft(s.Text(), " \t\r\n")) == 0 }

// Raw returns the bytes of the token as they stand in the document.
func (s *Scanner) Raw() []byte {
	if s.rewritten() {
		return s.decl
	}
	return s.buf[s.tok:s.pos]
}

// rewritten reports whether the token is an XML declaration whose encoding had to be changed.
func (s *Scanner) rewritten() bool { return s.decl != nil && s.kind == ProcInst && s.Is("xml") }

// Depth returns how many elements are open, counting the one that a Start or End token begins or ends: 1 for the root.
func (s *Scanner) Depth() int { return len(s.elements) }

// Offset returns where the token begins, in bytes of the input decoded to UTF-8.
func (s *Scanner) Offset() int64 { return s.base + int64(s.tok) }

// Skip advances from a Start token to the End token of the same element. It returns false on an error, like Next.
func (s *Scanner) Skip() bool {
	if s.kind != Start {
		return s.err == nil
	}
	for depth := len(s.elements); s.Next(); {
		if s.kind == End && len(s.elements) == depth {
			return true
		}
	}
	return false
}
