package xlsx

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A shapeReader follows a drawing (20.5), the shapes on a chart (21.3) or a diagram, and emits their texts: those that a reader sees,
// those of hidden shapes, and those that only older programs show.
type shapeReader struct {
	d    *document
	part *opc.Part
	sh   *sheet // on which the drawing stands; nil if unknown

	anchor stand
	open   []shape        // shapes around the token, from the outside
	counts map[string]int // elements so far, by local name
	forks  []fork         // open alternatives
	para   strings.Builder
	in     bool
}

// A shape is an open shape, picture, group or frame.
type shape struct {
	local  string
	n      int // of that name in the part, from 1
	depth  int
	hidden bool
	says   bool // it holds text, a picture or a chart
}

// A fork is an open AlternateContent (part 3, 10.2).
type fork struct {
	choice   []string // what the first branch says
	shows    bool     // the first branch shows something
	fallback int      // number of the Fallback that is open, 0 if none is
	said     bool
}

// shapeTexts emits the paragraphs of a drawing, and the alternative texts of its shapes.
func (d *document) shapeTexts(ctx context.Context, part *opc.Part, sh *sheet) error {
	r := &shapeReader{d: d, part: part, sh: sh, counts: map[string]int{}}
	return d.pkg.Scan(ctx, part, nil, nil, d.emit, r.token)
}

func (r *shapeReader) token(s *xmlscan.Scanner) error {
	switch s.Kind() {
	case xmlscan.Start:
		return r.start(s)
	case xmlscan.Text:
		if r.in {
			r.para.Write(s.Text())
		}
		r.anchor.text(s)
	case xmlscan.End:
		return r.end(s)
	}
	return nil
}

func (r *shapeReader) start(s *xmlscan.Scanner) error {
	r.anchor.start(s)
	local := string(s.LocalBytes())
	switch local {
	case "sp", "pic", "grpSp", "graphicFrame", "cxnSp", "contentPart":
		r.counts[local]++
		hidden := len(r.open) == 0 && r.anchor.nothing()
		if n := len(r.forks); n > 0 && r.forks[n-1].fallback == 0 {
			r.forks[n-1].shows = true
		}
		r.open = append(r.open, shape{local: local, n: r.counts[local], depth: s.Depth(), hidden: hidden, says: local != "sp" && local != "grpSp" && local != "cxnSp"})
	case "AlternateContent":
		r.forks = append(r.forks, fork{})
	case "Fallback":
		r.counts[local]++
		if n := len(r.forks); n > 0 {
			r.forks[n-1].fallback = r.counts[local]
		}
	case "compatExt": // the twin of a control in the older drawing, which shows it ([MS-ODRAWXML] 2.3.3)
		if n := len(r.open); n > 0 {
			r.open[n-1].hidden = false
		}
	case "p", "textbox":
		r.in = true
	case "cNvPr":
		if v, _ := s.Attr("hidden"); len(r.open) > 0 && (string(v) == "1" || string(v) == "true") {
			r.open[len(r.open)-1].hidden = true
		}
		return r.described(s, "descr", "title", "name")
	case "hlinkClick", "hlinkHover":
		return r.described(s, "tooltip")
	}
	return nil
}

func (r *shapeReader) end(s *xmlscan.Scanner) error {
	switch {
	case s.Is("p"), s.Is("textbox"):
		text := r.para.String()
		r.para.Reset()
		r.in = false
		return r.text(text)
	case s.Is("AlternateContent"):
		if n := len(r.forks); n > 0 {
			r.forks = r.forks[:n-1]
		}
	}
	if n := len(r.open); n > 0 && r.open[n-1].depth == s.Depth() {
		top := r.open[n-1]
		r.open = r.open[:n-1]
		return r.shut(top)
	}
	return nil
}

// hidden returns the outermost shape around the token that a reader does not see; nil if there is none.
func (r *shapeReader) hidden() *shape {
	for i := range r.open {
		if r.open[i].hidden {
			return &r.open[i]
		}
	}
	return nil
}

// described emits the attributes that describe a shape or a link. On a hidden tab or shape, they are part of that.
func (r *shapeReader) described(s *xmlscan.Scanner, names ...string) error {
	for _, name := range names {
		text, _ := s.Attr(name)
		if len(bytes.TrimSpace(text)) == 0 || name == "name" && r.hidden() != nil {
			continue
		}
		it := ooxml.Described(r.part.Name, string(text))
		switch {
		case r.sh != nil && r.sh.place != nil, r.hidden() != nil:
			if err := r.text(string(text)); err != nil {
				return err
			}
			continue
		case r.sh != nil:
			it.Outer = r.sh.fix
		}
		if err := r.d.emit(it); err != nil {
			return err
		}
	}
	return nil
}

// text emits one text.
func (r *shapeReader) text(text string) error {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	it := inspect.Item{Where: inspect.Para{Part: r.part.Name}, Text: text}
	r.sh.on(&it)
	if r.sh != nil {
		it.Outer = r.sh.fix
	}
	top := r.hidden()
	switch {
	case it.Place != nil:
	case top != nil:
		top.says = true
		it.Place, it.Fix, it.Inside = HiddenShape, top.fix(r.part), true
	default:
		r.old(&it)
	}
	return r.d.emit(it)
}

// old says of a text in a branch for older programs whether it is the same as in the first one, which is then what a reader sees, or
// former text. What stands there for a slicer or a chart without any text of its own is a notice, unless it is about somebody.
func (r *shapeReader) old(it *inspect.Item) {
	for i := range r.forks {
		f := &r.forks[i]
		switch {
		case f.fallback == 0:
			f.choice = append(f.choice, it.Text)
		case len(f.choice) == 0 && !f.shows:
		case slices.Contains(f.choice, it.Text), len(f.choice) == 0 && !r.d.telling([]byte(it.Text)):
			it.Where = inspect.Part{Part: r.part.Name}
		default:
			it.Place, it.Inside = ooxml.FallbackCopy, f.said
			it.Fix = inspect.DropElement{Part: r.part.Name, Element: "Fallback", N: f.fallback}
			f.said = true
		}
	}
}

func (s *shape) fix(part *opc.Part) inspect.Fix {
	return inspect.DropElement{Part: part.Name, Element: s.local, N: s.n}
}

// shut announces a hidden shape at its end, when it is known what it holds. On a tab that is not seen it is part of the tab.
func (r *shapeReader) shut(top shape) error {
	if !top.hidden || r.hidden() != nil || r.sh != nil && r.sh.place != nil {
		return nil
	}
	it := inspect.Item{Where: inspect.Part{Part: r.part.Name}, Place: HiddenShape, Fix: top.fix(r.part), Empty: !top.says}
	if r.sh != nil {
		it.Outer = r.sh.fix
	}
	return r.d.emit(it)
}
