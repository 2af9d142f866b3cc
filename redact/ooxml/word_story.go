package ooxml

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/wml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A storyEditor edits one story: it walks it as the inspection did, and notes what becomes of its bytes.
type storyEditor struct {
	edits
	j        *wordJob
	part     *opc.Part
	do       *storyFixes
	dangling map[string]bool // relationships that the copy does not have
	held     int64
	err      error

	cutIn   map[*wml.Run]int // elements of a run that were cut
	gone    map[int64]bool   // where cut elements begin
	joins   [][]wml.Head
	refs    []bool // by open element: it names a relationship that goes
	objects []object
	rows    []tally // by open table
	cells   []tally // by open row

	fallbacks int // branches for older programs so far
}

// An object is an open w:object (17.3.3.19).
type object struct{ loses, drawing bool }

// A tally counts what an element holds and what of it goes.
type tally struct{ all, gone int }

// editStories edits every story that stays.
func (j *wordJob) editStories() error {
	for _, st := range j.doc.Stories {
		if !j.kept[st.Part] {
			continue
		}
		if err := j.editStory(st); err != nil {
			return fmt.Errorf("%s: %w", st.Part.Name, err)
		}
	}
	return nil
}

func (j *wordJob) editStory(st *wml.Story) error {
	r, err := j.open(st.Part)
	if err != nil {
		return err
	}
	defer r.Close()
	e := &storyEditor{
		j: j, part: st.Part, do: j.stories[st.Part], dangling: j.job.dangling(st.Part), held: limits.From(j.ctx).Held,
		cutIn: map[*wml.Run]int{}, gone: map[int64]bool{},
	}
	err = wml.Walk(j.ctx, j.doc, st, r, &wml.Visitor{
		Token: e.token, Start: e.start, End: e.end, Para: e.para, Change: e.change, Field: e.field, Shape: e.shape,
	})
	if err == nil {
		err = e.err
	}
	if err != nil {
		return err
	}
	e.finish()
	if len(e.cuts) == 0 {
		return nil
	}
	j.held[st.Part] = e.render(wml.Range{To: int64(len(e.src))})
	return j.pruneRels(st.Part)
}

// token keeps the bytes of the part.
func (e *storyEditor) token(s *xmlscan.Scanner) {
	if e.src = append(e.src, s.Raw()...); int64(len(e.src)) > e.held && e.err == nil {
		e.err = &limits.Error{Name: "held", Limit: e.held}
	}
}

// start edits the attributes of a tag.
func (e *storyEditor) start(s *xmlscan.Scanner, el *wml.Element) error {
	if e.err != nil {
		return e.err
	}
	e.open(el)
	tag := s.Raw()
	refers := false
	edited := s.AppendTagWithout(nil, func(space string, local, value []byte) bool {
		if e.j.sessions && el.Word && strings.HasPrefix(string(local), "rsid") {
			return true
		}
		if !refersBy(space, string(local)) || !e.dangling[string(value)] {
			return false
		}
		refers = true
		return true
	})
	goes := refers && !keepsWithout(el) || e.former(el)
	e.refs = append(e.refs, goes)
	if goes {
		return nil // its end takes it out whole
	}
	if e.j.mask != nil {
		for name, text := range wml.Described(s, el) {
			switch masked := e.j.mask(inspect.Part{Part: e.part.Name}, text); {
			case masked == text:
			case name == "fullDate": // it has to be a date
				edited = dropLocalAttr(edited, name)
			default:
				edited = setLocalAttr(edited, name, masked)
			}
		}
	}
	if !bytes.Equal(edited, tag) {
		e.replace(el.Tag, edited)
	}
	return nil
}

// former reports whether an element is a branch for older programs that goes.
func (e *storyEditor) former(el *wml.Element) bool {
	if el.Local != "Fallback" {
		return false
	}
	e.fallbacks++
	return e.do.nth[inspect.DropElement{Part: e.part.Name, Element: "Fallback", N: e.fallbacks}]
}

// keepsWithout reports whether an element says something without its relationship: the text of a link, a picture that has a copy in the
// file, a shape.
func keepsWithout(el *wml.Element) bool {
	switch el.Local {
	case "hyperlink":
		return el.Word
	case "blip", "imagedata", "hlinkClick", "hlinkHover", "shape", "rect", "fill":
		return true
	}
	return false
}

// open notes tables, rows and objects.
func (e *storyEditor) open(el *wml.Element) {
	if !el.Word {
		return
	}
	switch el.Local {
	case "tbl":
		e.rows = append(e.rows, tally{})
	case "tr":
		e.cells = append(e.cells, tally{})
	case "object":
		e.objects = append(e.objects, object{})
	case "drawing":
		if n := len(e.objects); n > 0 {
			e.objects[n-1].drawing = true
		}
	}
}

// end takes elements out that have been read to their end.
func (e *storyEditor) end(_ *xmlscan.Scanner, el *wml.Element) error {
	refers := e.refs[len(e.refs)-1]
	e.refs = e.refs[:len(e.refs)-1]
	switch {
	case refers:
		if n := len(e.objects); n > 0 && el.Up == "object" {
			e.objects[n-1].loses = true
		}
		e.take(wml.Mark{El: el.Whole, Run: el.Run})
	case e.do.elements[el.Local], e.do.elements["bookmarkStart"] && el.Local == "bookmarkEnd", e.do.elements["permStart"] && el.Local == "permEnd":
		e.cut(el.Whole)
	case !el.Word:
	case e.j.comments && (el.Local == "commentRangeStart" || el.Local == "commentRangeEnd" || el.Local == "commentReference"):
		e.take(wml.Mark{El: el.Whole, Run: el.Run})
	case el.Local == "tbl", el.Local == "tr", el.Local == "tc":
		e.endTable(el)
	case el.Local == "object":
		e.endObject(el)
	case el.Local == "hyperlink":
		e.endLink(el)
	}
	return nil
}

// endTable takes deleted rows and cells out, and what is left empty by that.
func (e *storyEditor) endTable(el *wml.Element) {
	gone := el.Gone && e.do.accept
	count := func(ts []tally) {
		if n := len(ts); n > 0 {
			ts[n-1].all++
			if gone {
				ts[n-1].gone++
			}
		}
	}
	switch el.Local {
	case "tc":
		count(e.cells)
	case "tr":
		if n := len(e.cells); n > 0 {
			gone = gone || e.cells[n-1].all > 0 && e.cells[n-1].all == e.cells[n-1].gone
			e.cells = e.cells[:n-1]
		}
		count(e.rows)
	case "tbl":
		if n := len(e.rows); n > 0 {
			gone = e.rows[n-1].all > 0 && e.rows[n-1].all == e.rows[n-1].gone
			e.rows = e.rows[:n-1]
		}
	}
	if gone {
		e.cut(el.Whole)
	}
}

// endObject makes an object without its file a picture.
func (e *storyEditor) endObject(el *wml.Element) {
	n := len(e.objects)
	if n == 0 {
		return
	}
	o := e.objects[n-1]
	e.objects = e.objects[:n-1]
	switch {
	case !o.loses:
	case o.drawing:
		e.unwrap(el.Tag, el.Whole)
	default:
		p := e.prefix(el.Tag)
		e.replace(el.Tag, []byte("<"+p+"pict>"))
		e.replace(e.endTag(el.Whole), []byte("</"+p+"pict>"))
	}
}

var anyRun = regexp.MustCompile(`<([A-Za-z0-9]+:)?(r|fldSimple|sdt|smartTag)[\s/>]`)

// endLink takes a link out that has lost its text.
func (e *storyEditor) endLink(el *wml.Element) {
	if el.Tag == el.Whole || !anyRun.Match(e.of(el.Whole)) {
		return
	}
	inner := wml.Range{From: el.Tag.To, To: e.endTag(el.Whole).From}
	if !anyRun.Match(e.render(inner)) {
		e.cut(el.Whole)
	}
}

// take cuts an element, and counts it for the run that it stands in.
func (e *storyEditor) take(m wml.Mark) {
	if e.gone[m.El.From] {
		return
	}
	e.gone[m.El.From] = true
	e.cut(m.El)
	if m.Run != nil {
		e.cutIn[m.Run]++
	}
}

// change carries a tracked change out.
func (e *storyEditor) change(c *wml.Change) error {
	switch {
	case !e.do.accept:
	case c.Kind == wml.Insertion:
		e.unwrap(c.El.Tag, c.Whole)
	default:
		e.cut(c.Whole)
	}
	return nil
}

// field turns a field into its result.
func (e *storyEditor) field(f *wml.Field) error {
	if f.Open {
		return nil
	}
	switch f.Kind() {
	case wml.Telling:
		if !e.do.unlink["code"] {
			return nil
		}
	case wml.Entry:
		if !e.do.unlink["entry"] {
			return nil
		}
	case wml.Drawn:
		e.maskCode(f)
		return nil
	default:
		if !f.Talks() || !e.do.unlink["talk"] {
			return nil
		}
	}
	if f.Simple != nil {
		e.unwrap(f.Simple.Tag, f.Simple.Whole)
	}
	for _, m := range f.Marks {
		e.take(m)
	}
	return nil
}

// shape takes a hidden drawing out.
func (e *storyEditor) shape(sh *wml.Shape) error {
	if sh.Class == wml.Boxed && e.do.drop["shape"] || sh.Class == wml.Outside && e.do.drop["outside"] {
		e.take(sh.Mark)
	}
	return nil
}

// finish cuts the runs that have nothing left in them, and joins paragraphs.
func (e *storyEditor) finish() {
	for run, n := range e.cutIn {
		if n == run.Contents {
			e.cut(run.Range)
		}
	}
	for _, heads := range e.joins {
		e.join(heads)
	}
}

// join makes one paragraph of several. It has the properties of the last, whose mark is the one that is left.
func (e *storyEditor) join(heads []wml.Head) {
	n := len(heads)
	last := heads[n-1]
	head := e.render(last.Start)
	ends := heads[:n-1]
	if last.End.From == last.End.To && bytes.HasSuffix(head, []byte("/>")) { // <w:p/>: the end tag of the one before is kept
		head = append(bytes.TrimSuffix(head, []byte("/>")), '>')
		ends = heads[:n-2]
	}
	for _, h := range ends {
		e.cut(h.End)
	}
	for i, h := range heads {
		if i == 0 {
			e.replace(h.Start, head)
		} else {
			e.cut(h.Start)
		}
	}
}
