package wml

import (
	"context"
	"io"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A Visitor takes what a story holds. A function that is nil is not called; an error of one ends the walk.
type Visitor struct {
	Token  func(s *xmlscan.Scanner)                   // every token, before anything else
	Start  func(s *xmlscan.Scanner, e *Element) error // every start tag; e is good until the next one
	End    func(s *xmlscan.Scanner, e *Element) error // every end
	Stray  func(text string, in string) error         // text that stands in no run, with the name of its element
	Para   func(*Para) error                          // a paragraph, when it is complete
	Change func(*Change) error                        // a tracked change, at its end
	Field  func(*Field) error                         // a field, at its end
	Shape  func(*Shape) error                         // a hidden drawing, at its end
	Row    func(*Table) error                         // a row, at its end
	Table  func(*Table) error                         // a table, at its end
}

// An Element is what a visitor is told of an element.
type Element struct {
	Local string
	Word  bool   // it is one of WordprocessingML
	Up    string // local name of its parent
	Tag   Range
	Whole Range // at its end
	Run   *Run  // it stands directly in that run; nil otherwise
	N     int   // of the paragraph that is open, 0 if none is
	Gone  bool  // a row or a cell that was deleted
	Alien bool  // in markup that programs pass over
}

// An element is open.
type element struct {
	local  string
	word   bool
	tag    Range
	run    *Run
	fill   paint
	hidden bool // see hide
	thin   bool // a drawing without room for text
	known  bool // of alternative content: today's programs show the first branch
	older  bool // see walker
	alien  bool // programs pass it over, with what is in it
	gone   bool // a deleted row or cell: its text counts as deleted
	opened openedKind
	kind   string // of a fldChar; what a character element stands for
}

type openedKind uint8

const (
	opensNothing openedKind = iota
	opensPara
	opensRun
	opensBox
	opensDeletion
	opensChange
	opensText
	opensCode
	opensSimple
	opensCharacter
	opensRuby
	opensRubyText
)

type walker struct {
	ctx    context.Context
	doc    *Document
	story  *Story
	styles *Styles
	v      *Visitor
	pos    int64

	open    []element
	boxes   []*box
	floats  []*floating
	paras   int   // seen
	fields  int   // seen
	deleted int   // open deletions
	older   []int // open branches for older programs in a paragraph, each with the number of boxes around it
	foreign int   // open elements that programs pass over; see startForeign
	boxed   int   // open hidden shapes
	boxedAs Class
	unused  bool // the open note is one that nothing refers to
	changes int  // open property changes: what stands in them is of old
	ruby    int  // open readings
	rubyAt  []int
	text    strings.Builder // of the open w:t
	reading bool
	el      Element
	patches map[int]*patches // what is covered, by paragraph
}

// Walk reads a story in r and calls the visitor for what it holds.
func Walk(ctx context.Context, d *Document, st *Story, r io.Reader, v *Visitor) error {
	patches := d.patchesOf(ctx, st)
	if st.Kind == Body {
		d.uses, d.walked = newUses(), false
	}
	w := newWalker(ctx, d, st, v)
	w.patches = patches
	err := w.walk(r)
	if st.Kind == Body {
		d.walked = err == nil
	}
	return err
}

// newWalker returns a walker of a story.
func newWalker(ctx context.Context, d *Document, st *Story, v *Visitor) *walker {
	return &walker{ctx: ctx, doc: d, story: st, styles: st.styles, v: v, boxes: []*box{{}}}
}

func (w *walker) walk(r io.Reader) error {
	s, v := xmlscan.New(w.ctx, r), w.v
	for s.Next() {
		if v.Token != nil {
			v.Token(s)
		}
		at := Range{w.pos, w.pos + int64(len(s.Raw()))}
		w.pos = at.To
		var err error
		switch s.Kind() {
		case xmlscan.Start:
			err = w.start(s, at)
		case xmlscan.End:
			err = w.end(s, at)
		case xmlscan.Text:
			err = w.chars(s)
		}
		if err != nil {
			return err
		}
	}
	if err := s.Err(); err != nil {
		return err
	}
	return w.closeBox()
}

func (w *walker) box() *box { return w.boxes[len(w.boxes)-1] }

// para returns the innermost open paragraph, or nil.
func (w *walker) para() *Para {
	b := w.box()
	if len(b.paras) == 0 {
		return nil
	}
	return b.paras[len(b.paras)-1]
}

// run returns the innermost open run, or nil.
func (w *walker) run() *Run {
	b := w.box()
	if len(b.runs) == 0 {
		return nil
	}
	return b.runs[len(b.runs)-1]
}

// parent returns the local name of the element around the one that was opened last.
func (w *walker) parent() string { return w.up(1) }

func (w *walker) up(n int) string {
	if i := len(w.open) - 1 - n; i >= 0 {
		return w.open[i].local
	}
	return ""
}

func (w *walker) start(s *xmlscan.Scanner, at Range) error {
	local, word := s.Local(), isWord(s)
	if err := w.settleCarry(local, word); err != nil {
		return err
	}
	e := element{local: local, word: word, tag: at}
	if n := len(w.open); n > 0 && w.open[n-1].opened == opensRun {
		e.run = w.run()
	}
	w.open = append(w.open, e)
	var err error
	if !word {
		w.startForeign(s, local)
	}
	switch {
	case word:
		err = w.startWord(s, local, at)
	case isMath(s):
		w.startMath(local)
	default:
		w.startFloat(s, local)
		w.startShape(s, local)
		w.runInk(s, local)
	}
	if err != nil || w.v.Start == nil {
		return err
	}
	return w.v.Start(s, w.told(&w.open[len(w.open)-1], local))
}

// told fills in what a visitor is told of an open element.
func (w *walker) told(e *element, local string) *Element {
	w.el = Element{Local: local, Word: e.word, Up: w.parent(), Tag: e.tag, Whole: e.tag, Run: e.run, Gone: e.gone, Alien: w.foreign > 0}
	if p := w.para(); p != nil {
		w.el.N = p.N
	}
	return &w.el
}

// startWord takes an element of WordprocessingML.
func (w *walker) startWord(s *xmlscan.Scanner, local string, at Range) error {
	e := &w.open[len(w.open)-1]
	if e.run != nil && contents(local) {
		e.run.Contents++
	}
	switch local {
	case "p":
		w.startPara(e, at)
	case "r":
		w.startRun(e, at)
	case "t", "delText":
		w.startText(e, opensText)
	case "instrText", "delInstrText":
		w.startText(e, opensCode)
	case "tab", "br", "cr", "noBreakHyphen", "sym", "ptab":
		w.character(s, e, local)
	case "fldChar":
		e.kind, _ = Attr(s, "fldCharType")
	case "fldSimple":
		e.opened = opensSimple
		w.startSimple(s)
	case "tbl", "tr", "tc", "tblStyle", "tblLook", "tblInd", "tblpPr", "tblLayout", "gridCol", "gridBefore", "gridSpan", "vMerge", "tcW", "trHeight", "cnfStyle":
		w.startTable(s, local)
	case "txbxContent":
		e.opened = opensBox
		w.boxes = append(w.boxes, &box{ground: w.textGround(), thin: w.enclosing("drawing").thin})
	case "rt":
		e.opened = opensRubyText
		w.ruby++
	case "ruby":
		e.opened = opensRuby
		if p := w.para(); p != nil {
			w.rubyAt = append(w.rubyAt, len(p.Pieces))
		}
	case "drawing", "pict", "object":
		if p := w.para(); p != nil && w.deleted > 0 {
			p.shape = true
		}
	case "pStyle":
		if p := w.para(); p != nil && w.parent() == "pPr" && w.changes == 0 {
			p.style, _ = Attr(s, "val")
		}
	case "sectPr":
		if p := w.para(); p != nil && w.parent() == "pPr" {
			p.section = true
		}
	case "titlePg", "headerReference", "footerReference", "footnoteReference", "endnoteReference":
		w.refer(s, e, local)
	case "footnote", "endnote":
		w.startNote(s, local)
	case "shd":
		w.shading(s)
	case "spacing", "ind", "jc", "framePr":
		if p := w.para(); p != nil && w.parent() == "pPr" && w.changes == 0 {
			p.stands(s, local)
		}
	default:
		w.startChange(e, local)
	}
	w.runProperty(s)
	return nil
}

// shading takes a w:shd of a paragraph or a cell; those of runs are among their properties.
func (w *walker) shading(s *xmlscan.Scanner) {
	switch p := w.para(); {
	case w.changes > 0:
	case w.parent() == "pPr" && p != nil:
		p.shade = w.styles.theme.shade(s)
	case w.parent() == "tcPr":
		w.startTable(s, "shd")
	}
}

// runProperty takes a child of the properties of a run.
func (w *walker) runProperty(s *xmlscan.Scanner) {
	if w.changes > 0 || w.parent() != "rPr" || w.up(2) != "r" {
		return
	}
	if r := w.run(); r != nil {
		r.props.read(s, w.styles.theme)
	}
}

// runInk takes the fill and the outline of a run's letters.
func (w *walker) runInk(s *xmlscan.Scanner, local string) {
	if local == "textFill" || local == "textOutline" {
		w.runProperty(s)
		return
	}
	i := w.index("textFill", "textOutline")
	if r := w.run(); i > 1 && r != nil && w.changes == 0 && w.open[i-1].local == "rPr" && w.open[i-2].local == "r" {
		r.props.ink(w.open[i].local).paint(s, w.styles.theme)
	}
}

// contents reports whether an element of a run is content.
func contents(local string) bool { return local != "rPr" && local != "lastRenderedPageBreak" }

// startMath takes an element of a formula (22.1.2): its runs hold text as others do.
func (w *walker) startMath(local string) {
	e := &w.open[len(w.open)-1]
	switch local {
	case "r":
		w.startRun(e, e.tag)
	case "t":
		if e.run != nil {
			e.run.Contents++
		}
		w.startText(e, opensText)
	}
}

func (w *walker) startPara(e *element, at Range) {
	e.opened = opensPara
	w.paras++
	b := w.box()
	p := &Para{N: w.paras, Cell: w.cell()}
	if b.carry != nil {
		p, b.carry = b.carry, nil
		p.markDeleted, p.style, p.shade, p.line, p.ind, p.jc = false, "", paint{}, line{}, indent{}, ""
		p.styled, p.frame, p.flat = nil, nil, false
	}
	p.Heads = append(p.Heads, Head{Start: at})
	b.paras = append(b.paras, p)
}

func (w *walker) startRun(e *element, at Range) {
	e.opened = opensRun
	b := w.box()
	b.runs = append(b.runs, &Run{Range: at})
}

func (w *walker) startText(e *element, kind openedKind) {
	e.opened = kind
	w.text.Reset()
	w.reading = true
}

// chars takes character data.
func (w *walker) chars(s *xmlscan.Scanner) error {
	if w.reading {
		w.text.Write(s.Text())
		return nil
	}
	if s.Blank() || len(w.open) == 0 {
		return nil
	}
	if f := w.float(); f != nil {
		f.measure(string(s.Text()), w.open[len(w.open)-1].local)
	}
	if w.v.Stray == nil {
		return nil
	}
	return w.v.Stray(string(s.Text()), w.open[len(w.open)-1].local)
}
