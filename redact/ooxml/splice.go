package ooxml

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// An action is what becomes of an element.
type action uint8

const (
	keep       action = iota // copy its tags and go on inside
	item                     // the same, and remember it as a unit that a formula inside it may take away
	formula                  // copy it; if its text reads what goes, the item around it goes
	drop                     // leave it out with all it contains
	dropAround               // leave out the item around it
	done                     // the hook has read it to its end and written what stands in its place
	lost                     // the hook has read it to its end and it is left out
)

// A hook is called for each Start tag that is copied. It may set tag to another form of the tag, and may read on if it says done.
type hook func(p *splicer) (action, error)

// A splicer copies the XML of a part and lets hooks take elements out. What would be left behind as a shell goes with them: an
// ancestor that has become empty, and a parent that makes no sense without the child ([essential]). Counts are corrected.
//
// The output is held back as far as it may still change, that is, from the start tag of the outermost such element.
type splicer struct {
	s     *xmlscan.Scanner
	w     io.Writer
	held  int64
	start []hook
	judge func(formula string) bool // whether what holds the formula must go

	buf  []byte
	tag  []byte // instead of the tag's own bytes
	open []element
	text []byte
}

// An element is open: its end is still to come.
type element struct {
	local   string
	start   int // of its start tag in buf
	count   int // of the value of its count attribute in buf
	stop    int // the end of it; 0 if there is none
	dropped int // children that went
	full    bool
	item    bool
}

// mayGo reports whether what is found inside an element can take it away.
func (e *element) mayGo() bool { return e.item || holds(e.local) }

// essential names the parents that go when a child of that name goes: an anchor in a drawing without its object, a group of sparklines
// without sparklines make Excel repair the file (ECMA-376 part 1, 20.5.2; MS-XLSX 2.6).
func essential(child, parent string) bool {
	switch parent {
	case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor":
		switch child {
		case "graphicFrame", "pic", "sp", "cxnSp", "grpSp", "contentPart", "AlternateContent":
			return true
		}
	case "AlternateContent":
		return child == "Choice"
	case "Choice":
		return true // what the choice was made for
	case "graphicFrame":
		return child == "graphic"
	case "pic":
		return child == "blipFill"
	case "blipFill":
		return child == "blip"
	case "sparklineGroup":
		return child == "sparklines"
	}
	return false
}

// shell reports whether an element means nothing when it is empty, and often must not be: lists, extensions, alternatives.
func shell(local string) bool {
	switch local {
	case "ext", "extLst", "AlternateContent", "Choice", "Fallback", "graphic", "graphicData", "conditionalFormatting", "dataConsolidate", "slicerList":
		return true
	}
	return strings.HasSuffix(local, "s")
}

// holds reports whether an element may go because of what is found inside it.
func holds(local string) bool {
	switch local {
	case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor", "AlternateContent", "Choice", "graphicFrame", "pic", "blipFill", "sparklineGroup":
		return true
	}
	return false
}

// splice copies a part from r to w through hooks. Judge may be nil if no hook says formula.
func splice(ctx context.Context, r io.Reader, w io.Writer, judge func(string) bool, hooks ...hook) error {
	p := &splicer{s: xmlscan.New(ctx, r), w: w, held: limits.From(ctx).Held, start: hooks, judge: judge}
	for p.s.Next() {
		if err := p.token(); err != nil {
			return err
		}
		if len(p.buf) >= flushAt {
			if err := p.flush(); err != nil {
				return err
			}
		}
	}
	if err := p.s.Err(); err != nil {
		return err
	}
	_, err := w.Write(p.buf)
	return err
}

// flushAt is how many bytes are collected before they are written.
const flushAt = 64 << 10

func (p *splicer) token() error {
	switch p.s.Kind() {
	case xmlscan.Start:
		return p.begin()
	case xmlscan.End:
		p.end()
	case xmlscan.Text:
		p.buf = append(p.buf, p.s.Raw()...)
		if !p.s.Blank() {
			p.fill()
		}
	default:
		p.buf = append(p.buf, p.s.Raw()...)
	}
	return nil
}

func (p *splicer) begin() error {
	act := keep
	p.tag = nil
	for _, h := range p.start {
		a, err := h(p)
		if err != nil {
			return err
		}
		if act = max(act, a); a >= drop {
			break
		}
	}
	switch act {
	case done:
		p.fill()
	case drop:
		local := p.s.Local()
		p.s.Skip()
		p.lose(local)
	case dropAround:
		p.dropItem()
	case lost:
		p.lose(p.s.Local())
	case formula:
		p.push(act)
		p.readFormula()
	default:
		p.push(act)
	}
	return p.s.Err()
}

func (p *splicer) push(act action) {
	e := element{local: p.s.Local(), start: len(p.buf), full: len(p.open) == 0, item: act == item}
	raw := p.s.Raw()
	if p.tag != nil {
		raw = p.tag
	}
	p.buf = append(p.buf, raw...)
	if v, ok := p.s.Attr("count"); ok && e.local != "sst" {
		if i := bytes.Index(raw, append(append([]byte(`count="`), v...), '"')); i > 0 && raw[i-1] <= ' ' {
			e.count = e.start + i + len(`count="`)
			e.stop = e.count + len(v)
		}
	}
	p.open = append(p.open, e)
}

// readFormula copies an element whose text is a formula up to its end, and takes away the item around it if the formula reads what
// goes.
func (p *splicer) readFormula() {
	depth := len(p.open)
	p.text = p.text[:0]
	for p.s.Next() {
		if p.s.Kind() == xmlscan.Text {
			p.text = append(p.text, p.s.Text()...)
		}
		if p.s.Kind() == xmlscan.End && p.s.Depth() == depth {
			break
		}
		p.buf = append(p.buf, p.s.Raw()...)
	}
	if p.judge(string(p.text)) {
		p.dropItem()
		return
	}
	p.fill()
	p.end()
}

// dropItem leaves out the innermost open item, or if there is none the innermost element.
func (p *splicer) dropItem() {
	for i := len(p.open) - 1; i > 0; i-- {
		if p.open[i].item {
			p.abandon(i)
			return
		}
	}
	p.abandon(len(p.open) - 1)
}

// abandon leaves out an open element and what was written and is still to come of it.
func (p *splicer) abandon(i int) {
	local := p.open[i].local
	p.buf = p.buf[:p.open[i].start]
	p.open = p.open[:i]
	for !(p.s.Kind() == xmlscan.End && p.s.Depth() == i+1) && p.s.Next() {
	}
	p.lose(local)
}

// lose notes that a child of the innermost open element went.
func (p *splicer) lose(child string) {
	i := len(p.open) - 1
	if i < 0 {
		return
	}
	p.open[i].dropped++
	if i > 0 && essential(child, p.open[i].local) {
		p.abandon(i)
	}
}

// end closes an element: it goes if it became empty, else its count is set right.
func (p *splicer) end() {
	e := p.open[len(p.open)-1]
	p.open = p.open[:len(p.open)-1]
	if e.dropped > 0 && !e.full && shell(e.local) {
		p.buf = p.buf[:e.start]
		p.lose(e.local)
		return
	}
	p.buf = append(p.buf, p.s.Raw()...)
	if e.dropped > 0 && e.stop > 0 {
		if n, err := strconv.Atoi(string(p.buf[e.count:e.stop])); err == nil {
			p.buf = slices.Replace(p.buf, e.count, e.stop, strconv.AppendInt(nil, int64(max(0, n-e.dropped)), 10)...)
		}
	}
	p.fill()
}

// fill notes that every open element has something in it that stays; beyond one that may still go as a whole that is not certain
// before its end.
func (p *splicer) fill() {
	for i := len(p.open) - 1; i >= 0 && !p.open[i].full; i-- {
		p.open[i].full = true
		if p.open[i].mayGo() {
			return
		}
	}
}

// flush writes what can no longer change.
func (p *splicer) flush() error {
	n := len(p.buf)
	for _, e := range p.open {
		if !e.full && shell(e.local) || e.stop > 0 || e.mayGo() {
			n = e.start
			break
		}
	}
	if int64(len(p.buf)-n) > p.held {
		return &limits.Error{Name: "held", Limit: p.held}
	}
	if n == 0 {
		return nil
	}
	_, err := p.w.Write(p.buf[:n])
	p.buf = append(p.buf[:0], p.buf[n:]...)
	for i := range p.open {
		e := &p.open[i]
		e.start -= n
		if e.stop > 0 {
			e.count, e.stop = e.count-n, e.stop-n
		}
	}
	return err
}

// parent returns the local name of the innermost open element.
func (p *splicer) parent() string { return p.above(1) }

// above returns the local name of the nth open element from within: 1 is the parent of the tag that a hook sees.
func (p *splicer) above(n int) string {
	if n > len(p.open) {
		return ""
	}
	return p.open[len(p.open)-n].local
}

// without leaves out an attribute that has no prefix.
func (p *splicer) without(name string) { p.set(name, "", false) }

// with gives an attribute without prefix a value.
func (p *splicer) with(name, value string) { p.set(name, value, true) }

func (p *splicer) set(name, value string, add bool) {
	raw := p.tag
	if raw == nil {
		raw = p.s.Raw()
	}
	p.tag = setAttr(raw, name, value, add)
}

// setAttr returns a start tag in which an attribute has another value, in the place where it stands or as the last one, or is gone.
func setAttr(tag []byte, name, value string, add bool) []byte {
	from, to := findAttr(tag, name)
	if from < 0 {
		if !add {
			return tag
		}
		from = len(tag) - 1
		if tag[from-1] == '/' {
			from--
		}
		to = from
	}
	out := append([]byte(nil), tag[:from]...)
	if add {
		out = append(append(append(out, ' '), name...), `="`...)
		out = append(xmlscan.Escape(out, value), '"')
	}
	return append(out, tag[to:]...)
}

// findAttr returns where an attribute of a well-formed tag stands, with the white space before it; -1 if it is not there.
func findAttr(tag []byte, name string) (from, to int) {
	i := 1
	for i < len(tag) && tag[i] > ' ' && tag[i] != '>' && tag[i] != '/' {
		i++
	}
	for i < len(tag) {
		lead := i
		i += len(tag[i:]) - len(bytes.TrimLeft(tag[i:], " \t\r\n"))
		eq := bytes.IndexByte(tag[i:], '=')
		if eq < 0 {
			return -1, -1
		}
		key := bytes.TrimRight(tag[i:i+eq], " \t\r\n")
		i += eq + 1
		i += len(tag[i:]) - len(bytes.TrimLeft(tag[i:], " \t\r\n"))
		end := bytes.IndexByte(tag[i+1:], tag[i])
		if end < 0 {
			return -1, -1
		}
		i += end + 2
		if string(key) == name {
			return lead, i
		}
	}
	return -1, -1
}
