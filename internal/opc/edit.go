package opc

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/sumikeshi/sumikeshi/internal/strictzip"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// errStructure says that an edit names a part that it writes itself.
var errStructure = errors.New("opc: content types and relationships are written by the edit itself")

// An Edit says what a copy of a package is to hold. The zero value of a field changes nothing.
//
// The copy holds what relationships reach, and nothing else: what was not reachable in the source, or is no longer after the edit, is left
// out, together with its relationships and its content type. It is an archive of its own, see [strictzip.Writer].
type Edit struct {
	Package  *Package
	Drop     map[*Part]bool                    // parts to leave out, with the relationships that lead to them
	DropRels map[*Rel]bool                     // relationships to leave out
	Replace  map[*Part]func(w io.Writer) error // writes the new contents of a part
	Types    map[*Part]string                  // new content types
	Add      []Added
}

// Added is a part that the source does not have, and the relationship that leads to it.
type Added struct {
	Name, ContentType string
	Write             func(w io.Writer) error
	Source            *Part // where the relationship starts, nil for the package
	ID, Type          string
}

// Write writes the copy to w. It returns the parts that were written, in their order, which is that of the source with what was added at
// the end. References to a dropped relationship inside of parts are the caller's task.
func (e *Edit) Write(ctx context.Context, w io.Writer) ([]*Part, error) {
	c, err := e.plan()
	if err != nil {
		return nil, err
	}
	out := strictzip.NewWriter(w)
	for _, part := range c.parts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := c.write(ctx, out, part); err != nil {
			return nil, fmt.Errorf("%s: %w", part.Name, err)
		}
	}
	return c.parts, out.Close()
}

// A copying carries out one edit.
type copying struct {
	*Edit
	parts []*Part           // to be written, in order
	kept  map[*Part]bool    // the same
	added map[*Part]Added   // those that are new
	rels  map[*Part][]Added // new relationships by source, nil for the package
	fresh map[*Part]bool    // relationship parts that are new
}

// plan decides which parts the copy has.
func (e *Edit) plan() (*copying, error) {
	c := &copying{Edit: e, added: map[*Part]Added{}, rels: map[*Part][]Added{}, fresh: map[*Part]bool{}}
	for part := range e.Drop {
		if err := c.structural(part); err != nil {
			return nil, err
		}
	}
	for part := range e.Replace {
		if err := c.structural(part); err != nil {
			return nil, err
		}
	}
	c.kept = e.Package.reach(func(r *Rel) bool { return !e.DropRels[r] && !e.Drop[r.Part] })
	for _, a := range e.Add {
		if e.Package.Part(a.Name) != nil {
			return nil, fmt.Errorf("opc: %s: %w", a.Name, strictzip.ErrAmbiguous)
		}
		if a.Source == nil || c.kept[a.Source] {
			c.rels[a.Source] = append(c.rels[a.Source], a)
		}
	}
	for _, part := range e.Package.Parts {
		if part.rel && c.kept[part] && part.source != nil && !c.hasRels(part.source) {
			delete(c.kept, part)
		}
		if c.kept[part] {
			c.parts = append(c.parts, part)
		}
	}
	c.addNew()
	return c, nil
}

// addNew adds the new parts and the relationship parts that they need.
func (c *copying) addNew() {
	for _, a := range c.Add {
		if a.Source != nil && !c.kept[a.Source] {
			continue
		}
		if rels := c.relsPart(a.Source); rels == nil {
			name := ""
			if a.Source != nil {
				name = a.Source.Name
			}
			c.put(&Part{Name: relsName(name), rel: true, source: a.Source}, c.fresh)
		}
		part := &Part{Name: a.Name, ContentType: mediaType(a.ContentType)}
		c.added[part] = a
		c.put(part, nil)
	}
}

func (c *copying) put(part *Part, set map[*Part]bool) {
	c.parts = append(c.parts, part)
	c.kept[part] = true
	if set != nil {
		set[part] = true
	}
}

// relsPart returns the part that holds the relationships of source in the copy.
func (c *copying) relsPart(source *Part) *Part {
	for part := range c.fresh {
		if part.source == source {
			return part
		}
	}
	if source != nil {
		return source.rels
	}
	return c.Package.Part(relsName(""))
}

func (c *copying) structural(part *Part) error {
	if part.rel || part == c.Package.types.part {
		return fmt.Errorf("%w: %s", errStructure, part.Name)
	}
	return nil
}

// keeps reports whether a relationship stays in the copy.
func (c *copying) keeps(r *Rel) bool { return !c.DropRels[r] && (r.Part == nil || c.kept[r.Part]) }

// hasRels reports whether the copy of a part has any relationship.
func (c *copying) hasRels(part *Part) bool {
	for _, r := range part.Rels {
		if c.keeps(r) {
			return true
		}
	}
	return len(c.rels[part]) > 0
}

// write writes one part.
func (c *copying) write(ctx context.Context, out *strictzip.Writer, part *Part) error {
	replace := c.Replace[part]
	if a, ok := c.added[part]; ok {
		replace = a.Write
	}
	if replace == nil && !part.rel && part != c.Package.types.part {
		return out.CopyAs(part.Name, part.Entry)
	}
	w, err := out.Create(part.Name)
	switch {
	case err != nil:
		return err
	case c.fresh[part]:
		return c.writeFresh(w, part.source)
	case part.rel:
		return c.writeRels(ctx, w, part)
	case part == c.Package.types.part:
		return c.writeTypes(ctx, w, part)
	}
	return replace(w)
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// writeFresh writes a relationship part that the source does not have.
func (c *copying) writeFresh(w io.Writer, source *Part) error {
	b := append([]byte(xmlHead), `<Relationships xmlns="`+nsRels+`">`...)
	b = append(appendRels(b, c.rels[source]), "</Relationships>"...)
	_, err := w.Write(b)
	return err
}

// appendRels appends a Relationship element for each added part. It declares its namespace, since the part may use a prefix.
func appendRels(b []byte, added []Added) []byte {
	for _, a := range added {
		b = append(b, `<Relationship xmlns="`+nsRels+`" Id="`...)
		b = append(xmlscan.Escape(b, a.ID), `" Type="`...)
		b = append(xmlscan.Escape(b, a.Type), `" Target="/`...)
		b = append(xmlscan.Escape(b, a.Name), `"/>`...)
	}
	return b
}

// writeRels copies a relationship part without what the copy does not have.
func (c *copying) writeRels(ctx context.Context, w io.Writer, part *Part) error {
	rels := c.Package.Rels
	if part.source != nil {
		rels = part.source.Rels
	}
	added := appendRels(nil, c.rels[part.source])
	return c.splice(ctx, w, part, func(s *xmlscan.Scanner, out *xmlscan.Out) {
		if s.Depth() == 1 && len(rels) == 0 && added != nil {
			out.SetContent(added)
		}
		if s.Depth() != 2 || !s.Is("Relationship") || s.Space() != nsRels {
			return
		}
		out.Insert(added)
		added = nil
		if !c.keeps(rels[0]) {
			out.Drop()
		}
		rels = rels[1:]
	})
}

// splice rewrites a part of the skeleton, without remarks; edit sees its Start tokens.
func (c *copying) splice(ctx context.Context, w io.Writer, part *Part, edit func(*xmlscan.Scanner, *xmlscan.Out)) error {
	r, err := part.Open(ctx)
	if err != nil {
		return err
	}
	defer r.Close()
	return xmlscan.RewriteBare(ctx, r, w, func(s *xmlscan.Scanner, out *xmlscan.Out) error {
		if s.Kind() == xmlscan.Start {
			edit(s, out)
		}
		return nil
	})
}

// writeTypes copies the content types without those of parts that the copy does not have.
func (c *copying) writeTypes(ctx context.Context, w io.Writer, part *Part) error {
	overridden, used := map[string]*Part{}, map[string]bool{"rels": true, "xml": true}
	var added []byte
	for _, p := range c.parts {
		key := fold(p.Name)
		overridden[key] = p
		if _, ok := c.Package.types.overrides[key]; ok {
			continue
		}
		ext := extension(p.Name)
		typ := p.ContentType
		if t, ok := c.Types[p]; ok {
			typ = t
		}
		if used[ext] = true; !p.rel && p != part && c.Package.types.defaults[ext] != mediaType(typ) {
			added = append(added, `<Override xmlns="`+nsTypes+`" PartName="/`...)
			added = append(xmlscan.Escape(added, p.Name), `" ContentType="`...)
			added = append(xmlscan.Escape(added, typ), `"/>`...)
		}
	}
	return c.splice(ctx, w, part, func(s *xmlscan.Scanner, out *xmlscan.Out) {
		if s.Depth() != 2 || s.Space() != nsTypes {
			return
		}
		out.Insert(added)
		added = nil
		table, key := c.Package.types.entry(s)
		switch {
		case table == nil:
		case s.Is("Default") && !used[key], s.Is("Override") && overridden[key] == nil:
			out.Drop()
		case s.Is("Override"):
			if t, ok := c.Types[overridden[key]]; ok {
				out.SetAttr("ContentType", t)
			}
		}
	})
}
