package docx

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/wml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A story reads one part with text of its own.
type story struct {
	d    *document
	part string
	kind wml.StoryKind
	err  error // of emit

	place *inspect.Place // of the story as a whole; nil if a reader sees it
	fix   inspect.Fix

	announced bool // of a header that no page has: a text of it was told

	matches []detectors.Match
	told    map[string]bool // descriptions

	forks     []fork // open alternatives
	fallbacks int    // branches for older programs so far

	queue   []queued // items of tables whose heads are not known yet
	grids   map[*wml.Table]*grid
	waiting int // open tables of which that is true
}

// readStoryOnce emits a story, unless it was read before.
func (d *document) readStoryOnce(ctx context.Context, st *wml.Story) error {
	if !d.pkg.Claim(st.Part) {
		return nil
	}
	r := &story{d: d, part: st.Part.Name, kind: st.Kind, grids: map[*wml.Table]*grid{}, told: map[string]bool{}}
	switch {
	case st.Kind == wml.Comments:
		r.place, r.fix = Comment, inspect.DropPart{Part: r.part}
	case st.Kind == wml.Glossary:
		r.place, r.fix = Glossary, d.glossaryFix(st.Part)
	case d.doc.Unused(st):
		r.place, r.fix = UnusedHeader, inspect.DropPart{Part: r.part}
	}
	return d.readStory(ctx, st, r)
}

// readStory walks a story. What can't be read of it is unread, and the rest of the document goes on.
func (d *document) readStory(ctx context.Context, st *wml.Story, r *story) error {
	rc, err := st.Part.Open(ctx)
	if err == nil {
		defer rc.Close()
		watched, strays := d.pkg.Watch(ctx, st.Part, nil, d.emit)
		err = wml.Walk(watched, d.doc, st, rc, &wml.Visitor{
			Start: r.start, End: r.end, Stray: r.stray, Para: r.para, Field: r.field, Shape: r.shape, Row: r.row, Table: r.table,
		})
		if r.err == nil {
			r.err = strays.Err()
		}
		if r.err == nil {
			r.flush()
		}
	}
	switch {
	case r.err != nil:
		return r.err
	case err == nil:
		return nil
	}
	it, err := ooxml.Unread(r.part, r.place, r.fix, err)
	if err != nil {
		return err
	}
	return d.emit(it)
}

// send emits an item, or lets it wait for the heads of its table. In a story that is hidden as a whole every item lies in it.
func (r *story) send(it inspect.Item, cell *wml.Cell) error {
	switch {
	case r.place == UnusedHeader:
		if !r.unused(&it) {
			return nil
		}
	case r.place != nil:
		it.Place, it.Fix, it.Inside = r.place, r.fix, true
	}
	if r.waiting > 0 || cell != nil || len(r.queue) > 0 {
		return r.hold(it, cell)
	}
	return r.out(it)
}

func (r *story) out(it inspect.Item) error {
	if err := r.d.emit(it); err != nil {
		r.err = err
		return err
	}
	return nil
}

// says reports whether a text holds more than blanks.
func says(text string) bool { return strings.TrimSpace(text) != "" }

// para emits a paragraph: what a reader sees of it, then what a reader does not see.
func (r *story) para(p *wml.Para) error {
	at := inspect.Para{Part: r.part, N: p.N}
	if text := p.Shown(); says(text) {
		r.sample(p.Cell, text)
		it := inspect.Item{Where: at, Text: text}
		if r.kind == wml.Header && r.place == nil {
			r.d.headers[text] = true
		}
		r.old(&it)
		if err := r.send(it, p.Cell); err != nil {
			return err
		}
	}
	for _, s := range p.Stretches() {
		it := inspect.Item{Where: at, Text: s.Text, Place: placeOf(s.Class), Fix: r.fixOf(s.Class), Empty: !says(s.Text)}
		if s.Class != wml.Deleted {
			it.Labels = labelBefore(p.Before(s.First), s.Text)
		}
		r.sample(p.Cell, s.Text)
		if err := r.send(it, p.Cell); err != nil {
			return err
		}
	}
	if err := r.covered(p); err != nil {
		return err
	}
	if p.LosesShape() {
		it := inspect.Item{Where: at, Place: DeletedText, Fix: r.fixOf(wml.Deleted)}
		if err := r.send(it, p.Cell); err != nil {
			return err
		}
	}
	return r.readings(p)
}

var rubyLabels = []string{detectors.Ruby}

// readings emits the readings above the words of a paragraph.
func (r *story) readings(p *wml.Para) error {
	for _, rb := range p.Ruby {
		if !says(rb.Text) {
			continue
		}
		it := inspect.Item{Where: inspect.Part{Part: r.part}, Text: rb.Text, Labels: rubyLabels}
		if rb.Class != wml.Shown {
			it.Place, it.Fix, it.Inside = placeOf(rb.Class), r.fixOf(rb.Class), true
		}
		if err := r.send(it, nil); err != nil {
			return err
		}
	}
	return nil
}

// placeOf returns the hiding place that a class of text lies in.
func placeOf(c wml.Class) *inspect.Place {
	switch c {
	case wml.Blacked:
		return BlackedText
	case wml.Faint:
		return SameColorText
	case wml.Tiny:
		return TinyText
	case wml.Hidden:
		return HiddenText
	case wml.Boxed:
		return HiddenShape
	case wml.Merged:
		return MergedAwayCell
	case wml.Outside:
		return OffPage
	case wml.Unused:
		return UnusedHeader
	}
	return DeletedText
}

// fixOf returns what takes a class of text out.
func (r *story) fixOf(c wml.Class) inspect.Fix {
	switch c {
	case wml.Blacked:
		return inspect.BlotText{Part: r.part}
	case wml.Faint:
		return inspect.DropText{Part: r.part, Of: "faint"}
	case wml.Tiny:
		return inspect.DropText{Part: r.part, Of: "tiny"}
	case wml.Hidden:
		return inspect.DropText{Part: r.part, Of: "hidden"}
	case wml.Boxed:
		return inspect.DropText{Part: r.part, Of: "shape"}
	case wml.Merged:
		return inspect.DropText{Part: r.part, Of: "merged"}
	case wml.Outside:
		return inspect.DropText{Part: r.part, Of: "outside"}
	case wml.Unused:
		return inspect.DropText{Part: r.part, Of: "unused"}
	}
	return inspect.AcceptChanges{Part: r.part}
}

// stray emits text that stands in no run of the document: that of a drawing, which a reader may see.
func (r *story) stray(text, in string) error {
	switch in {
	case "t":
	case "fldData", "binData":
		return r.send(inspect.Item{
			Where: inspect.Part{Part: r.part}, Text: text, Place: FieldCode, Fix: inspect.DropElement{Part: r.part, Element: in},
		}, nil)
	default:
		return nil // see ooxml.UnknownMarkup
	}
	return r.send(inspect.Item{Where: inspect.Part{Part: r.part}, Text: text, Labels: []string{in}}, nil)
}

// start looks at the attributes that say something.
func (r *story) start(s *xmlscan.Scanner, e *wml.Element) error {
	if r.kind == wml.Comments && e.Word && e.Local == "comment" {
		return r.comment(s)
	}
	r.session(s)
	r.branch(e)
	for _, look := range [...]func(*story, *xmlscan.Scanner, *wml.Element) error{
		(*story).revision, (*story).described, (*story).entry, (*story).binding,
	} {
		if err := look(r, s, e); err != nil {
			return err
		}
	}
	return nil
}

// described emits the alternative texts of pictures, shapes and links, which screen readers tell, and the names of picture files.
func (r *story) described(s *xmlscan.Scanner, e *wml.Element) error {
	texts := wml.Described(s, e)
	if len(texts) == 0 {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		text := texts[name]
		if !says(text) {
			continue
		}
		if r.told[text] && len(r.told) < maxQueued { // programs give every shape a name
			continue
		}
		r.told[text] = true
		it := ooxml.Described(r.part, text)
		if err := r.send(it, nil); err != nil {
			return err
		}
	}
	return nil
}
