package xlsx

import (
	"bytes"
	"context"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// Comment is a note on a cell (18.7) with its author.
var Comment = &inspect.Place{
	ID:     "xlsx/comment",
	Title:  inspect.Words{JA: "セルのメモ（コメント）", EN: "cell comment"},
	Why:    inspect.Words{JA: "セルに付けたメモと、書いた人の名前です。内部のやりとりが残っていることがあります。", EN: "Notes on cells with the names of who wrote them. Internal remarks may remain."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。見る人に必要な説明は、セルに書いてください。", EN: "It is removed from the copy. Put what readers need into a cell."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// comments emits the notes of every sheet, and the drawings that show them.
func (d *document) comments(ctx context.Context) error {
	for _, sh := range d.sheets {
		if sh.Part == nil {
			continue
		}
		for _, rel := range sh.Part.Rels {
			if !ooxml.TypeIs(rel, "comments") || !d.pkg.Claim(rel.Part) {
				continue
			}
			if err := d.notes(ctx, sh, rel.Part); err != nil {
				return err
			}
			if err := d.noteDrawings(ctx, sh, rel.Part); err != nil {
				return err
			}
		}
	}
	return nil
}

// notes emits one comments part: its authors, and an item for each note.
func (d *document) notes(ctx context.Context, sh *sheet, part *opc.Part) error {
	fix := inspect.DropPart{Part: part.Name}
	var text strings.Builder
	var at inspect.Cell
	in := ""
	return d.pkg.Scan(ctx, part, Comment, fix, d.emit, func(s *xmlscan.Scanner) error {
		switch s.Kind() {
		case xmlscan.Start:
			if s.Is("author") || s.Is("t") {
				in = string(s.LocalBytes())
			}
			if s.Is("comment") {
				ref, _ := s.Attr("ref")
				row, col, _ := sml.ParseRef(ref)
				at = inspect.Cell{Sheet: sh.Name, Row: row, Col: col}
				text.Reset()
			}
		case xmlscan.Text:
			switch in {
			case "author":
				return d.emit(inspect.Item{Where: inspect.Part{Part: part.Name}, Text: string(s.Text()), Labels: []string{"author"}, Place: Comment, Fix: fix, Inside: true})
			case "t":
				text.Write(s.Text())
			}
		case xmlscan.End:
			if s.Is("author") || s.Is("t") {
				in = ""
			}
			if s.Is("comment") {
				return d.emit(inspect.Item{Where: at, Text: text.String(), Place: Comment, Fix: fix, Outer: sh.fix})
			}
		}
		return nil
	})
}

// noteDrawings emits what the sheet's VML drawing says: a copy of the notes in older files, and the captions of form controls, which
// a reader sees.
func (d *document) noteDrawings(ctx context.Context, sh *sheet, notes *opc.Part) error {
	for _, rel := range sh.Part.Rels {
		if !ooxml.TypeIs(rel, "vmlDrawing") || !d.pkg.Claim(rel.Part) {
			continue
		}
		v := vmlReader{d: d, sh: sh, part: rel.Part, fix: inspect.DropPart{Part: notes.Name}}
		emit := func(it inspect.Item) error {
			if it.Unread != "" && onlyNotes(ctx, rel.Part) {
				it.Place, it.Fix, it.Inside = Comment, inspect.DropPart{Part: rel.Part.Name}, true
			}
			return d.emit(it)
		}
		if err := d.pkg.Scan(ctx, rel.Part, nil, nil, emit, v.token); err != nil {
			return err
		}
	}
	return nil
}

// onlyNotes reports whether a drawing that is no proper XML (older programs left "<br>" open) has nothing but the boxes of notes: then it
// goes with them, unread.
func onlyNotes(ctx context.Context, part *opc.Part) bool {
	data, err := ooxml.Held(ctx, part)
	if err != nil {
		return false
	}
	objects := bytes.Count(data, []byte("ObjectType"))
	return objects > 0 && objects == bytes.Count(data, []byte(`ObjectType="Note"`)) && !bytes.Contains(data, []byte("imagedata"))
}

// A vmlReader collects the text of each shape until its client data tells what the shape is.
type vmlReader struct {
	d    *document
	sh   *sheet
	part *opc.Part
	fix  inspect.Fix
	in   bool // a text box
	text strings.Builder
	note bool
}

func (v *vmlReader) token(s *xmlscan.Scanner) error {
	switch s.Kind() {
	case xmlscan.Start:
		switch {
		case s.Is("shape"):
			v.note = false
			v.text.Reset()
		case s.Is("textbox"):
			v.in = true
		case s.Is("ClientData"):
			kind, _ := s.Attr("ObjectType")
			v.note = string(kind) == "Note"
		}
	case xmlscan.Text:
		if v.in {
			v.text.Write(s.Text())
		}
	case xmlscan.End:
		switch {
		case s.Is("textbox"):
			v.in = false
		case s.Is("shape"):
			return v.emit(strings.TrimSpace(v.text.String()))
		}
	}
	return nil
}

func (v *vmlReader) emit(text string) error {
	if text == "" {
		return nil
	}
	it := inspect.Item{Where: inspect.Para{Part: v.part.Name}, Text: text, Outer: v.sh.fix}
	v.sh.on(&it)
	if v.note {
		it.Place, it.Fix = Comment, v.fix
	}
	return v.d.emit(it)
}
