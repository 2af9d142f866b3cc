package wml

import (
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// uses is what the body of a document says of the other stories: which headers its pages have (17.10), and to which notes it refers (17.11).
// It is known when the body has been walked.
type uses struct {
	headers map[*opc.Part]bool
	notes   map[string]bool      // that a reader is sent to: "footnote" or "endnote" and the ID
	any     map[string]bool      // whether there are notes of that kind
	current map[string]*opc.Part // the headers of the section, by element and type; a section without one has that of the section before it
	title   bool                 // the section's first page has headers of its own
}

func newUses() *uses {
	return &uses{headers: map[*opc.Part]bool{}, notes: map[string]bool{}, any: map[string]bool{}, current: map[string]*opc.Part{}}
}

// refer takes an element of the body that names another story.
func (w *walker) refer(s *xmlscan.Scanner, e *element, local string) {
	u := w.doc.uses
	if w.story.Kind != Body || u == nil || w.changes > 0 {
		return
	}
	switch local {
	case "titlePg":
		u.title = on(s)
	case "headerReference", "footerReference":
		kind, _ := Attr(s, "type")
		u.current[local+kind] = related(w.story.Part, s, "id")
	case "footnoteReference", "endnoteReference":
		if w.deleted > 0 || e.run != nil && w.classify(e.run) == Hidden {
			return
		}
		id, _ := Attr(s, "id")
		kind := strings.TrimSuffix(local, "Reference")
		u.notes[kind+id], u.any[kind] = true, true
	}
}

// related returns the part that an attribute of the element leads to, nil if there is none.
func related(part *opc.Part, s *xmlscan.Scanner, attr string) *opc.Part {
	for _, space := range [...]string{opc.Transitional, opc.Strict} {
		id, ok := s.AttrNS(space, attr)
		if !ok {
			continue
		}
		for _, rel := range part.Rels {
			if rel.ID == string(id) {
				return rel.Part
			}
		}
	}
	return nil
}

// section takes the end of a section: which of its headers its pages have.
func (d *Document) section() {
	u := d.uses
	for key, part := range u.current {
		switch {
		case strings.HasSuffix(key, "first") && !u.title, strings.HasSuffix(key, "even") && !d.evenOdd:
		case part != nil:
			u.headers[part] = true
		}
	}
	u.title = false
}

// Unused reports whether a story is a header or footer that no page has: the body does not refer to it, or only for first or even pages
// where those have none of their own. It is known when the body has been walked to its end.
func (d *Document) Unused(st *Story) bool {
	return st.Kind == Header && d.walked && !d.uses.headers[st.Part]
}

// startNote takes a note (17.11.2, 17.11.10). The lines above notes are there only where notes are.
func (w *walker) startNote(s *xmlscan.Scanner, local string) {
	if w.story.Kind != Notes || !w.doc.walked {
		return
	}
	id, _ := Attr(s, "id")
	used := w.doc.uses.notes[local+id]
	if kind, _ := Attr(s, "type"); kind != "" && kind != "normal" {
		used = w.doc.uses.any[local]
	}
	w.unused = !used
}
