package ooxml

import (
	"bytes"
	"context"
	"io"
	"path"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/ole"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/runs"
	"github.com/sumikeshi/sumikeshi/internal/stray"
)

// Rest accounts for every part that nobody claimed: pictures, parts that a format knows to be inert, parts that no relationship
// reaches, and parts of an unknown kind. Inert parts are read to their end all the same, so that a damaged one is noticed.
func (p *Package) Rest(ctx context.Context, inert func(*opc.Rel) bool, emit Emit) error {
	known := map[*opc.Part]bool{}
	note := func(rels []*opc.Rel) {
		for _, rel := range rels {
			if rel.Part != nil && inert(rel) {
				known[rel.Part] = true
			}
		}
	}
	note(p.Rels)
	for _, part := range p.Parts {
		note(part.Rels)
	}
	reachable := p.Reachable()
	for _, part := range p.Parts {
		err := p.named(part, reachable[part], emit)
		if err != nil {
			return err
		}
		switch {
		case !p.Claim(part):
			err = p.beside(ctx, part, emit)
		case part.IsRels(), strings.EqualFold(part.Name, "[Content_Types].xml"):
			err = p.sweep(ctx, part, emit)
		case !reachable[part]:
			err = p.strange(ctx, part, OrphanPart, emit)
		case known[part]:
			err = p.settings(ctx, part, emit)
		default:
			err = p.strange(ctx, part, UnknownPart, emit)
		}
		if err != nil {
			return err
		}
	}
	if p.pictures == 0 {
		return nil
	}
	return emit(inspect.Item{Where: inspect.File{}, Place: ImageContent, Times: p.pictures})
}

// named emits the name of a part that could be about somebody: it stands in the directory of the archive, and stays in the copy.
func (p *Package) named(part *opc.Part, reachable bool, emit Emit) error {
	if !reachable || !stray.CanTell([]byte(part.Name)) {
		return nil
	}
	base := strings.TrimSuffix(path.Base(part.Name), path.Ext(part.Name))
	return emit(inspect.Item{Where: inspect.Part{Part: part.Name}, Text: base, Place: UnknownMarkup})
}

// settings reads a part whose elements hold no text for people, to its end, and emits what they hold all the same.
func (p *Package) settings(ctx context.Context, part *opc.Part, emit Emit) error {
	if !p.isXML(ctx, part) {
		return p.verify(ctx, part, emit)
	}
	return p.sweep(ctx, part, emit)
}

// beside emits what a part that was read holds beside that. What could not be read of it was said.
func (p *Package) beside(ctx context.Context, part *opc.Part, emit Emit) error {
	if p.watched[part] || strings.HasPrefix(part.ContentType, "image/") || !strings.HasSuffix(part.ContentType, "xml") && !strings.HasSuffix(part.ContentType, "vmldrawing") || !p.isXML(ctx, part) {
		return nil
	}
	return p.sweep(ctx, part, func(it inspect.Item) error {
		if it.Unread != "" {
			return nil
		}
		return emit(it)
	})
}

// strange emits a part that should not be there, with all its text if it is XML. Of others, one that nothing leads to is searched as it
// is, since no copy has it, whatever the plan says; one of an unknown kind that something leads to is unread.
func (p *Package) strange(ctx context.Context, part *opc.Part, place *inspect.Place, emit Emit) error {
	fix := inspect.DropPart{Part: part.Name}
	if err := Announce(part, place, fix, emit); err != nil {
		return err
	}
	if strings.HasPrefix(part.ContentType, "image/") {
		return p.verify(ctx, part, emit)
	}
	if !p.isXML(ctx, part) {
		if place == OrphanPart {
			return loose(ctx, part, emit)
		}
		return emit(inspect.Item{Where: inspect.Part{Part: part.Name}, Place: place, Fix: fix, Inside: true, Unread: inspect.Unsupported})
	}
	return p.All(ctx, part, place, fix, emit)
}

// loose emits what a part holds that nothing leads to and that is no XML, such as what systems leave in folders (.DS_Store, Thumbs.db):
// a file that a format may know as a child, OLE storages taken apart, anything else as the texts in its bytes.
func loose(ctx context.Context, part *opc.Part, emit Emit) error {
	fix := inspect.DropPart{Part: part.Name}
	data, err := Held(ctx, part)
	if err != nil {
		it, err := Unread(part.Name, OrphanPart, fix, err)
		if err != nil {
			return err
		}
		return emit(it)
	}
	o := &oleObject{}
	switch {
	case ole.Is(data):
		if o = readOLE(data); o.unread == inspect.Corrupt { // it goes all the same
			o.unread, o.texts = "", append(o.texts, runs.Of(data))
		}
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("%PDF-")):
		o.files = []oleFile{{data: data}}
	default:
		o.texts = []string{runs.Of(data)}
	}
	return o.emit(part, OrphanPart, fix, emit)
}

func (p *Package) isXML(ctx context.Context, part *opc.Part) bool {
	rc, err := part.Open(ctx)
	if err != nil {
		return true // reading it says what is wrong
	}
	defer rc.Close()
	head := make([]byte, 64)
	n, _ := io.ReadFull(rc, head)
	head = bytes.ReplaceAll(head[:n], []byte{0}, nil) // UTF-16
	for _, mark := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		head = bytes.TrimPrefix(head, []byte(mark))
	}
	return bytes.HasPrefix(bytes.TrimLeft(head, " \r\n\t"), []byte("<"))
}

// verify reads a part to its end, for its checksum.
func (p *Package) verify(ctx context.Context, part *opc.Part, emit Emit) error {
	rc, err := part.Open(ctx)
	if err == nil {
		defer rc.Close()
		_, err = io.Copy(io.Discard, rc)
	}
	if err == nil {
		return nil
	}
	return p.broken(part, err, emit)
}

func (p *Package) broken(part *opc.Part, err error, emit Emit) error {
	it, err := Unread(part.Name, nil, nil, err)
	if err != nil {
		return err
	}
	return emit(it)
}
