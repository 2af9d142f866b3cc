// Package ooxml finds what every Office Open XML package can hide, whatever its kind: properties, thumbnails, printer settings,
// embedded files, parts that nothing leads to or that nobody knows, and bytes between the entries of the ZIP file.
//
// The formats (xlsx, later docx and pptx) read their own parts and claim them; [Package.Rest] then accounts for every part that is
// left, so that none goes unread.
package ooxml

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// Places are the hiding places that any package may have.
func Places() []*inspect.Place {
	return []*inspect.Place{
		Metadata, Title, Thumbnail, PrinterSettings, CustomXML, EmbeddedFile, ChartWorkbook, FallbackCopy, AltText, LocalLink,
		CroppedImage, ImageMetadata, MetafileText, ImageContent, UnknownMarkup, Remark,
		Extension, Signature, OrphanPart, UnknownPart, ZipResidue,
	}
}

// Emit is [inspect.Emit].
type Emit = inspect.Emit

// A Package is a package with a note of which parts were read.
type Package struct {
	*opc.Package
	claimed  map[*opc.Part]bool
	watched  map[*opc.Part]bool // also read for what readers do not look at
	whole    map[*opc.Part]bool // all that they say was emitted
	pictures int                // found so far
}

// Open opens the package in src.
func Open(ctx context.Context, src *inspect.Source) (*Package, error) {
	pkg, err := opc.Open(ctx, src, src.Size)
	if err != nil {
		return nil, Explain(err)
	}
	return &Package{Package: pkg, claimed: map[*opc.Part]bool{}, watched: map[*opc.Part]bool{}, whole: map[*opc.Part]bool{}}, nil
}

// Explain gives an error of the package layer the reason that a report prints.
func Explain(err error) error {
	var un *inspect.UnreadError
	if err == nil || errors.As(err, &un) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return &inspect.UnreadError{Reason: inspect.Reason(opc.Reason(err)), Err: err}
}

// Common emits what any package can hide, whatever its kind. What is left then is for [Package.Rest].
func (p *Package) Common(ctx context.Context, emit Emit) error {
	for _, find := range []func(context.Context, Emit) error{
		p.Embedded, p.Thumbnails, p.CustomData, p.Extensions, p.Signatures, p.Properties, p.Printers, p.Links,
		p.Pictures, p.Residue,
	} {
		if err := find(ctx, emit); err != nil {
			return err
		}
	}
	return nil
}

// Claim notes that a part is accounted for, and reports whether it was not before.
func (p *Package) Claim(part *opc.Part) bool {
	if part == nil || p.claimed[part] {
		return false
	}
	p.claimed[part] = true
	return true
}

// Held reads a whole part into memory, within the limit for held parts.
func Held(ctx context.Context, part *opc.Part) ([]byte, error) {
	rc, err := part.Open(ctx)
	if err != nil {
		return nil, err
	}
	defer rc.Close()
	lim := limits.From(ctx).Held
	data, err := io.ReadAll(io.LimitReader(rc, lim+1))
	if err == nil && int64(len(data)) > lim {
		err = &limits.Error{Name: "held", Limit: lim}
	}
	return data, err
}

// Unread is the item of a part that could not be read. An error that ends the whole check is returned as it is.
func Unread(part string, place *inspect.Place, fix inspect.Fix, err error) (inspect.Item, error) {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return inspect.Item{}, err
	}
	reason := inspect.ReasonOf(Explain(err))
	return inspect.Item{Where: inspect.Part{Part: part}, Place: place, Fix: fix, Inside: place != nil, Unread: reason}, nil
}

// Scan reads an XML part and hands every token to fn. What can't be read is emitted as unread, under the given place if there is
// one; only an error of fn or one that ends the whole check is returned.
func (p *Package) Scan(ctx context.Context, part *opc.Part, place *inspect.Place, fix inspect.Fix, emit Emit, fn func(*xmlscan.Scanner) error) error {
	rc, err := part.Open(ctx)
	if err == nil {
		defer rc.Close()
		s := xmlscan.New(ctx, rc)
		for s.Next() {
			if err := fn(s); err != nil {
				return err
			}
		}
		err = s.Err()
	}
	if err == nil {
		return nil
	}
	it, err := Unread(part.Name, place, fix, err)
	if err != nil {
		return err
	}
	return emit(it)
}

// Texts emits the character data of an XML part, an item for each run of it, and the values of the named attributes. The names of
// elements are no labels: "name" in markup does not mean that a person follows.
func (p *Package) Texts(ctx context.Context, part *opc.Part, place *inspect.Place, fix inspect.Fix, emit Emit, attrs ...string) error {
	item := func(text string) error {
		if strings.TrimSpace(text) == "" {
			return nil
		}
		return emit(inspect.Item{
			Where: inspect.Part{Part: part.Name}, Text: text, Place: place, Fix: fix, Inside: place != nil,
		})
	}
	return p.Scan(ctx, part, place, fix, emit, func(s *xmlscan.Scanner) error {
		switch s.Kind() {
		case xmlscan.Text:
			return item(string(s.Text()))
		case xmlscan.Start:
			for _, name := range attrs {
				if v, ok := s.Attr(name); ok {
					if err := item(string(v)); err != nil {
						return err
					}
				}
			}
		}
		return nil
	})
}

// All emits everything that an XML part says, in text and in attributes, as lying in place; a part that is no XML is unread.
func (p *Package) All(ctx context.Context, part *opc.Part, place *inspect.Place, fix inspect.Fix, emit Emit) error {
	p.whole[part] = true
	item := func(text string) error {
		if strings.TrimSpace(text) == "" {
			return nil
		}
		return emit(inspect.Item{Where: inspect.Part{Part: part.Name}, Text: text, Place: place, Fix: fix, Inside: true})
	}
	return p.Scan(ctx, part, place, fix, emit, func(s *xmlscan.Scanner) error {
		if s.Kind() == xmlscan.Text {
			return item(string(s.Text()))
		}
		if s.Kind() != xmlscan.Start {
			return nil
		}
		var err error
		s.Attrs(func(space string, _, value []byte) bool {
			if space != xmlscan.XMLNS {
				err = item(string(value))
			}
			return err == nil
		})
		return err
	})
}

// Announce emits the item that stands for a hidden part as a whole.
func Announce(part *opc.Part, place *inspect.Place, fix inspect.Fix, emit Emit) error {
	return emit(inspect.Item{Where: inspect.Part{Part: part.Name}, Place: place, Fix: fix})
}

// DropWhole claims a part, announces it and emits all that it says: the way of every part that goes as a whole.
func (p *Package) DropWhole(ctx context.Context, part *opc.Part, place *inspect.Place, emit Emit) error {
	if !p.Claim(part) {
		return nil
	}
	fix := inspect.DropPart{Part: part.Name}
	if err := Announce(part, place, fix, emit); err != nil {
		return err
	}
	return p.All(ctx, part, place, fix, emit)
}

// TypeIs reports whether a relationship's type ends in "/"+name.
func TypeIs(rel *opc.Rel, name string) bool {
	t := rel.Type
	return len(t) > len(name) && t[len(t)-len(name)-1] == '/' && strings.HasSuffix(t, name)
}

// Targets returns the parts that any part leads to by a relationship of that type, in the order of the file.
func (p *Package) Targets(name string) []*opc.Part {
	hit := map[*opc.Part]bool{}
	note := func(rels []*opc.Rel) {
		for _, rel := range rels {
			if rel.Part != nil && TypeIs(rel, name) {
				hit[rel.Part] = true
			}
		}
	}
	note(p.Rels)
	for _, part := range p.Parts {
		note(part.Rels)
	}
	var out []*opc.Part
	for _, part := range p.Parts {
		if hit[part] {
			out = append(out, part)
		}
	}
	return out
}
