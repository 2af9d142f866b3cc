package wml

import (
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// end takes an end tag.
func (w *walker) end(s *xmlscan.Scanner, at Range) error {
	e := w.open[len(w.open)-1]
	whole := Range{e.tag.From, at.To}
	if err := w.endOpened(s, &e, whole, at); err != nil {
		return err
	}
	if err := w.flushCarry(len(w.open)); err != nil {
		return err
	}
	told := w.told(&e, e.local)
	told.Whole = whole
	if e.word {
		if err := w.endTable(e.local); err != nil {
			return err
		}
	}
	if e.gone {
		w.deleted--
	}
	if e.older {
		w.older = w.older[:len(w.older)-1]
	}
	if e.alien {
		w.foreign--
	}
	if err := w.endShape(told, e.hidden); err != nil {
		return err
	}
	if w.v.End != nil {
		if err := w.v.End(s, told); err != nil {
			return err
		}
	}
	w.endFloat(s)
	w.open = w.open[:len(w.open)-1]
	return nil
}

// endOpened closes what the element opened.
func (w *walker) endOpened(s *xmlscan.Scanner, e *element, whole, at Range) error {
	b := w.box()
	switch e.opened {
	case opensPara:
		p := w.para()
		h := &p.Heads[len(p.Heads)-1]
		h.End = at
		b.paras = b.paras[:len(b.paras)-1]
		if p.markDeleted && !p.section {
			b.carry, b.carryDepth = p, len(w.open)
			return nil
		}
		return w.tell(p)
	case opensRun:
		w.run().Range = whole
		b.runs = b.runs[:len(b.runs)-1]
	case opensText:
		w.reading = false
		return w.piece(e, whole, at)
	case opensCode:
		w.reading = false
		return w.code(Piece{Mark: Mark{whole, e.run}, Text: w.text.String(), In: Range{e.tag.To, at.From}})
	case opensBox:
		if err := w.closeBox(); err != nil {
			return err
		}
		w.boxes = w.boxes[:len(w.boxes)-1]
	case opensSimple:
		if f := w.field(); f != nil {
			el := *w.told(e, e.local)
			el.Whole = whole
			f.Simple = &el
			return w.endField()
		}
	case opensCharacter:
		if e.kind != "" && !w.inCode() {
			return w.add(Piece{Mark: Mark{whole, e.run}, Text: e.kind})
		}
	case opensRubyText:
		w.ruby--
	case opensRuby:
		w.endRuby()
	case opensDeletion, opensChange:
		return w.endChange(e, whole)
	default:
		return w.endPlain(e, whole)
	}
	return nil
}

// endPlain closes an element that opened nothing.
func (w *walker) endPlain(e *element, whole Range) error {
	switch {
	case !e.word:
	case e.local == "pPr" && w.parent() == "p":
		if p := w.para(); p != nil {
			p.Heads[len(p.Heads)-1].Start.To = whole.To
		}
	case e.local == "fldChar":
		return w.fieldChar(e.kind, Mark{whole, e.run})
	case e.local == "sectPr":
		if w.story.Kind == Body && w.doc.uses != nil && w.changes == 0 {
			w.doc.section()
		}
	case e.local == "footnote", e.local == "endnote":
		w.unused = false
	}
	return nil
}

// piece takes a w:t that has ended. Text between the characters of a field is its code.
func (w *walker) piece(e *element, whole, at Range) error {
	p := Piece{Mark: Mark{whole, e.run}, Text: w.text.String(), In: Range{e.tag.To, at.From}}
	if p.In.From > p.In.To { // an empty element
		p.In = Range{}
	}
	if w.inCode() && w.deleted == 0 {
		return w.code(p)
	}
	return w.add(p)
}

// character takes an element that stands for a character.
func (w *walker) character(s *xmlscan.Scanner, e *element, local string) {
	if w.parent() != "r" {
		return
	}
	e.opened, e.kind = opensCharacter, "\n"
	switch local {
	case "tab", "ptab":
		e.kind = "\t"
	case "noBreakHyphen":
		e.kind = "-"
	case "sym":
		e.kind = symbol(s)
	}
}

// symbol returns the character of w:sym (17.3.3.30). Those of symbol fonts lie in the private area and mean nothing outside of it.
func symbol(s *xmlscan.Scanner) string {
	v, _ := Attr(s, "char")
	n, err := strconv.ParseUint(v, 16, 32)
	if err != nil || n < 0x20 || n >= 0xE000 && n < 0xF900 || n > 0x10FFFF {
		return ""
	}
	return string(rune(n))
}

// add appends a piece to the paragraph that is open.
func (w *walker) add(p Piece) error {
	para := w.para()
	if para == nil {
		if w.v.Stray == nil {
			return nil
		}
		return w.v.Stray(p.Text, "t")
	}
	switch {
	case w.deleted > 0:
		p.Class = Deleted
	case w.boxed > 0:
		p.Class = w.boxedAs
	case w.foreign > 0 || w.inOlder() || w.silent():
		p.Class = Hidden
	case p.Run != nil:
		p.Class = w.classify(p.Run)
	}
	switch {
	case p.Class == Shown && w.unused:
		p.Class = Unused
	case p.Class == Shown:
		p.Class = w.out(para, &p)
	}
	if w.ruby > 0 {
		para.Ruby = append(para.Ruby, Ruby{Piece: p})
		return nil
	}
	para.Pieces = append(para.Pieces, p)
	return nil
}

// endRuby ties the readings to the text under them.
func (w *walker) endRuby() {
	p := w.para()
	if p == nil || len(w.rubyAt) == 0 {
		return
	}
	from := w.rubyAt[len(w.rubyAt)-1]
	w.rubyAt = w.rubyAt[:len(w.rubyAt)-1]
	for i := range p.Ruby {
		if r := &p.Ruby[i]; r.To == 0 {
			r.From, r.To = min(from, len(p.Pieces)), len(p.Pieces)
		}
	}
}

// settleCarry decides what becomes of a paragraph whose mark was deleted when the next element begins: a paragraph beside it joins
// it, marks of ranges stand in between, and anything else ends it.
func (w *walker) settleCarry(local string, word bool) error {
	b := w.box()
	if b.carry == nil || len(w.open) != b.carryDepth-1 {
		return nil
	}
	if word && (local == "p" || strings.HasSuffix(local, "Start") || strings.HasSuffix(local, "End") || local == "proofErr") {
		return nil
	}
	return w.release()
}

// flushCarry ends the paragraph whose mark was deleted when what it stands in ends.
func (w *walker) flushCarry(depth int) error {
	if b := w.box(); b.carry == nil || depth >= b.carryDepth {
		return nil
	}
	return w.release()
}

// tell reports a paragraph.
func (w *walker) tell(p *Para) error {
	if w.outside(p) {
		p.leave(Outside)
	}
	if w.clipped(p) {
		p.leave(Tiny)
	}
	p.lay(w.patches[p.N])
	return call(w.v.Para, p)
}

func (w *walker) release() error {
	b := w.box()
	p := b.carry
	b.carry = nil
	return w.tell(p)
}

// closeBox ends what is still open in a container: fields without an end, a paragraph that was carried.
func (w *walker) closeBox() error {
	for w.field() != nil {
		w.field().Open = true
		if err := w.endField(); err != nil {
			return err
		}
	}
	if w.box().carry != nil {
		return w.release()
	}
	return nil
}
