package ooxml

import (
	"bytes"
	"context"
	"io"
	"path"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/runs"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
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
		if !p.Claim(part) {
			continue
		}
		var err error
		switch {
		case part.IsRels(), strings.EqualFold(part.Name, "[Content_Types].xml"):
		case !reachable[part]:
			err = p.strange(ctx, part, OrphanPart, emit)
		case known[part]:
			err = p.wellFormed(ctx, part, emit)
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

// strange emits a part that should not be there, with all its text if it is XML; another one is unread.
func (p *Package) strange(ctx context.Context, part *opc.Part, place *inspect.Place, emit Emit) error {
	fix := inspect.DropPart{Part: part.Name}
	if err := Announce(part, place, fix, emit); err != nil {
		return err
	}
	if strings.HasPrefix(part.ContentType, "image/") {
		return p.verify(ctx, part, emit)
	}
	if place == OrphanPart && folderView(part.Name) {
		return p.folderNames(ctx, part, emit)
	}
	if !p.isXML(ctx, part) {
		return emit(inspect.Item{Where: inspect.Part{Part: part.Name}, Place: place, Fix: fix, Inside: true, Unread: inspect.Unsupported})
	}
	return p.All(ctx, part, place, fix, emit)
}

// folderView reports whether a part is what macOS or Windows keep of a folder, which gets into packages that were zipped by hand.
func folderView(name string) bool {
	switch strings.ToLower(path.Base(name)) {
	case ".ds_store", "desktop.ini":
		return true
	}
	return false
}

// folderNames emits the texts of a folder's view: names of files.
func (p *Package) folderNames(ctx context.Context, part *opc.Part, emit Emit) error {
	data, err := Held(ctx, part)
	if err != nil {
		return p.broken(part, err, emit)
	}
	fix := inspect.DropPart{Part: part.Name}
	return emit(inspect.Item{Where: inspect.Part{Part: part.Name}, Text: runs.Of(data), Place: OrphanPart, Fix: fix, Inside: true})
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

func (p *Package) wellFormed(ctx context.Context, part *opc.Part, emit Emit) error {
	if !strings.HasSuffix(part.ContentType, "xml") {
		return p.verify(ctx, part, emit)
	}
	return p.Scan(ctx, part, nil, nil, emit, func(*xmlscan.Scanner) error { return nil })
}

func (p *Package) broken(part *opc.Part, err error, emit Emit) error {
	it, err := Unread(part.Name, nil, nil, err)
	if err != nil {
		return err
	}
	return emit(it)
}
