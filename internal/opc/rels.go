package opc

import (
	"context"
	"fmt"
	"path"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// Namespaces of the skeleton, Part 2 annex E. It has no strict variant.
const (
	nsTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
	nsRels  = "http://schemas.openxmlformats.org/package/2006/relationships"
)

// Namespaces of relationship types, and of the attributes in a part that name a relationship: ECMA-376 Part 4 (transitional) and Part 1
// (strict).
const (
	Transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	Strict       = "http://purl.oclc.org/ooxml/officeDocument/relationships"
)

// maxRels bounds relationships and content types of a package. A sheet may have 65,530 links, each with a relationship.
const maxRels = 500_000

// strictTypes are the relationship types whose strict form differs in more than its beginning.
var strictTypes = map[string]string{
	Strict + "/extendedProperties":       Transitional + "/extended-properties",
	Strict + "/customProperties":         Transitional + "/custom-properties",
	Strict + "/metadata/core-properties": nsRels + "/metadata/core-properties",
	Strict + "/metadata/thumbnail":       nsRels + "/metadata/thumbnail",
}

// transitional returns the transitional URI of a relationship type.
func transitional(relType string) string {
	if t, ok := strictTypes[relType]; ok {
		return t
	}
	if rest, ok := strings.CutPrefix(relType, Strict+"/"); ok {
		return Transitional + "/" + rest
	}
	return relType
}

// readRels reads the relationship parts of the package and of all its parts.
func (p *Package) readRels(ctx context.Context) error {
	left := maxRels
	read := func(source *Part, name string) ([]*Rel, *Part, error) {
		part := p.byName[fold(relsName(name))]
		if part == nil {
			return nil, nil, nil
		}
		part.rel, part.source = true, source
		rels, err := p.parseRels(ctx, part, source, &left)
		if err != nil {
			err = fmt.Errorf("%s: %w", part.Name, err)
		}
		return rels, part, err
	}
	var err error
	if p.Rels, _, err = read(nil, ""); err != nil {
		return err
	}
	for _, part := range p.Parts {
		if part.rel {
			continue
		}
		if part.Rels, part.rels, err = read(part, part.Name); err != nil {
			return err
		}
	}
	return nil
}

// parseRels reads one relationship part.
func (p *Package) parseRels(ctx context.Context, part, source *Part, left *int) ([]*Rel, error) {
	r, err := part.Open(ctx)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var rels []*Rel
	ids := map[string]bool{}
	s := xmlscan.New(ctx, r)
	for n := 0; s.Next(); {
		if s.Kind() != xmlscan.Start || s.Depth() != 2 || !s.Is("Relationship") || s.Space() != nsRels {
			continue
		}
		if *left--; *left < 0 {
			return nil, &limits.Error{Name: "relationships", Limit: maxRels}
		}
		rel := p.rel(s, source)
		rel.n = n
		n++
		if ids[rel.ID] {
			return nil, fmt.Errorf("%w: two relationships of one id", ErrMalformed)
		}
		ids[rel.ID] = true
		rels = append(rels, rel)
	}
	return rels, s.Err()
}

// rel makes a relationship of the element the scanner stands on.
func (p *Package) rel(s *xmlscan.Scanner, source *Part) *Rel {
	attr := func(name string) string {
		v, _ := s.Attr(name)
		return string(v)
	}
	r := &Rel{ID: attr("Id"), RawType: attr("Type"), Target: attr("Target"), External: attr("TargetMode") == "External", Source: source}
	r.Type = transitional(r.RawType)
	if !r.External {
		r.Part = p.resolve(source, r.Target)
	}
	return r
}

// resolve finds the part that a relationship target names, seen from source (Part 2 section 6.4.3, RFC 3986 section 5).
func (p *Package) resolve(source *Part, target string) *Part {
	target = strings.ReplaceAll(target, `\`, "/")
	target, _, _ = strings.Cut(target, "#")
	target, _, _ = strings.Cut(target, "?")
	if target == "" {
		return nil
	}
	if source != nil && !strings.HasPrefix(target, "/") {
		target = path.Join(path.Dir(source.Name), target)
	}
	return p.byName[fold(path.Clean("/"+target))]
}
