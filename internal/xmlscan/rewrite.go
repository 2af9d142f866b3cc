package xmlscan

import (
	"context"
	"io"
)

// flushAt is how many bytes an Out collects before it writes them.
const flushAt = 64 << 10

// Rewrite copies the document in r to w and lets edit change it on the way. Edit is called for each Start and Text token, and says by the
// methods of out what becomes of it; what it says nothing about is copied as it is, byte for byte. Edit is not called for what is inside
// an element that it dropped or replaced. An error of edit ends the rewriting.
func Rewrite(ctx context.Context, r io.Reader, w io.Writer, edit func(s *Scanner, out *Out) error) error {
	return splice(New(ctx, r), w, false, edit)
}

// RewriteBare is [Rewrite], and leaves out comments and processing instructions.
func RewriteBare(ctx context.Context, r io.Reader, w io.Writer, edit func(s *Scanner, out *Out) error) error {
	return splice(New(ctx, r), w, true, edit)
}

func splice(s *Scanner, w io.Writer, bare bool, edit func(s *Scanner, out *Out) error) error {
	o := &Out{s: s, w: w}
	s.moving = o.moving
	for s.Next() {
		switch s.Kind() {
		case Start, Text:
			o.action, o.with, o.edits = keep, nil, o.edits[:0]
			if err := edit(s, o); err != nil {
				return err
			}
			o.apply()
		case ProcInst:
			if s.rewritten() {
				o.instead(s.decl)
			} else if bare && !s.Is("xml") {
				o.instead(nil)
			}
		case Comment:
			if bare {
				o.instead(nil)
			}
		}
		if o.err != nil {
			return o.err
		}
	}
	if err := s.Err(); err != nil {
		return err
	}
	o.flush()
	return o.err
}

// An action is what becomes of a token.
type action uint8

const (
	keep action = iota
	drop
	content
)

// An Out takes the decision about one token. The last of Drop, Replace and SetContent holds; without any it is kept.
//
// What is kept is not touched: it is written from the scanner's window in one piece when something is changed behind it or when the window
// moves on.
type Out struct {
	s        *Scanner
	w        io.Writer
	err      error  // of w
	from     int    // the scanner's buf[from:tok] is kept and not yet written
	skipping bool   // what the scanner reads is being left out
	buf      []byte // small pieces on their way to w
	action   action
	with     []byte
	edits    []edit
}

// An edit changes one attribute; without a value it removes it.
type edit struct {
	name  string
	value []byte
	set   bool
}

// Drop leaves out the text, or the element with all it contains.
func (o *Out) Drop() { o.action, o.with = drop, nil }

// Replace puts xml in the place of the text, or of the element with all it contains. It has to be well-formed; use [Escape] for text.
func (o *Out) Replace(xml []byte) { o.action, o.with = drop, xml }

// SetContent keeps the tags of the element and puts xml between them.
func (o *Out) SetContent(xml []byte) { o.action, o.with = content, xml }

// Insert puts xml before the token, at once.
func (o *Out) Insert(xml []byte) {
	o.upTo()
	o.add(xml)
}

// SetAttr gives an attribute of the element a value, in the place where it stands or as the last one. The name is the one in the tag, with
// its prefix if it has one.
func (o *Out) SetAttr(name, value string) {
	o.change(edit{name: name, value: Escape(nil, value), set: true})
}

// DelAttr removes an attribute of the element if it is there. The name is the one in the tag, with its prefix if it has one.
func (o *Out) DelAttr(name string) { o.change(edit{name: name}) }

// change notes an edit. A later edit of an attribute takes the place of an earlier one.
func (o *Out) change(e edit) {
	if old := o.edit([]byte(e.name)); old != nil {
		*old = e
		return
	}
	o.edits = append(o.edits, e)
}

// MapAttrs gives each attribute of the element the value that change answers for it. Namespace declarations stay as they are.
func (o *Out) MapAttrs(change func(space string, local, value []byte) string) {
	b := o.s.buf[o.s.tok:o.s.w]
	for i := range o.s.attrs {
		a := &o.s.attrs[i]
		if a.space == xmlnsSpace {
			continue
		}
		value := o.s.valueOf(b, a)
		if to := change(o.s.spaces[a.space], a.local(b), value); to != string(value) {
			o.SetAttr(string(b[a.name:a.nameEnd]), to)
		}
	}
}

// AppendTagWithout appends the Raw of a Start token to dst, leaving out the attributes that drop says.
func (s *Scanner) AppendTagWithout(dst []byte, drop func(space string, local, value []byte) bool) []byte {
	raw, at := s.Raw(), 0
	for i := range s.attrs {
		if a := &s.attrs[i]; drop(s.spaces[a.space], a.local(raw), s.valueOf(raw, a)) {
			dst = append(dst, raw[at:a.lead]...)
			at = int(a.end) + 1
		}
	}
	return append(dst, raw[at:]...)
}

// add writes b, by way of the buffer unless it is long.
func (o *Out) add(b []byte) {
	if len(o.buf)+len(b) > flushAt {
		o.flush()
	}
	if len(b) < flushAt {
		o.buf = append(o.buf, b...)
	} else if o.err == nil {
		_, o.err = o.w.Write(b)
	}
}

func (o *Out) flush() {
	if o.err == nil && len(o.buf) > 0 {
		_, o.err = o.w.Write(o.buf)
	}
	o.buf = o.buf[:0]
}

// upTo writes what is kept up to the token, which is then the next thing to be kept.
func (o *Out) upTo() {
	if !o.skipping && o.from < o.s.tok {
		o.add(o.s.buf[o.from:o.s.tok])
	}
	o.from = o.s.tok
}

// moving saves what is kept before it leaves the window; the token will begin at 0.
func (o *Out) moving() {
	o.upTo()
	o.from = 0
}

// instead writes b in place of the token.
func (o *Out) instead(b []byte) {
	o.upTo()
	o.add(b)
	o.from = o.s.pos
}

// skip leaves out everything up to the end of the element, or the text.
func (o *Out) skip() {
	o.skipping = true
	o.s.Skip()
	o.skipping = false
	o.from = o.s.pos
}

// apply carries out what was decided about a Start or Text token.
func (o *Out) apply() {
	s := o.s
	switch {
	case o.action == drop:
		o.instead(o.with)
		o.skip()
	case o.action == content && s.Kind() == Start:
		o.setContent()
	case o.action == content:
		o.instead(o.with)
	case len(o.edits) > 0 && s.Kind() == Start:
		o.tag(false)
	}
}

// setContent writes the element with other content and skips its own.
func (o *Out) setContent() {
	s := o.s
	if s.SelfClosing() {
		o.tag(true)
		o.add(o.with)
		o.buf = append(append(append(o.buf, "</"...), s.Name()...), '>')
		o.skip()
		return
	}
	o.tag(false)
	o.add(o.with)
	o.skip()
	o.from = s.tok // the end tag is kept
}

// tag writes a Start token with its attributes as edited, and if open is set a self-closing tag as an opening one.
func (o *Out) tag(open bool) {
	raw := o.s.Raw()
	o.upTo()
	o.from = o.s.pos
	at := 0
	for i := range o.s.attrs {
		a := &o.s.attrs[i]
		e := o.edit(raw[a.name:a.nameEnd])
		switch {
		case e == nil:
			continue
		case e.set:
			o.add(raw[at : a.value-1])
			o.quote(e.value)
			e.name = "" // carried out
		default:
			o.add(raw[at:a.lead])
		}
		at = int(a.end) + 1
	}
	tail := len(raw) - 1
	if o.s.SelfClosing() {
		tail--
	}
	for tail > at && class[raw[tail-1]]&isSpace != 0 {
		tail--
	}
	o.add(raw[at:tail])
	for _, e := range o.edits {
		if e.set && e.name != "" {
			o.buf = append(append(append(o.buf, ' '), e.name...), '=')
			o.quote(e.value)
		}
	}
	if open {
		tail = len(raw) - 1
	}
	o.add(raw[tail:])
}

// edit returns the edit of the attribute of that name, nil if there is none.
func (o *Out) edit(name []byte) *edit {
	for i := range o.edits {
		if o.edits[i].name == string(name) {
			return &o.edits[i]
		}
	}
	return nil
}

func (o *Out) quote(value []byte) {
	o.buf = append(append(append(o.buf, '"'), value...), '"')
}
