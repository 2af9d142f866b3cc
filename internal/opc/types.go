package opc

import (
	"context"
	"path"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/strictzip"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A typeTable is what [Content_Types].xml says: a type by extension, and exceptions by part (Part 2 section 6.2.3).
type typeTable struct {
	part      *Part
	defaults  map[string]string // by lower-case extension
	overrides map[string]string // by folded name
}

// readTypes reads the content types. Of two for the same extension or part the file is ambiguous, unless they agree.
func readTypes(ctx context.Context, part *Part) (*typeTable, error) {
	r, err := part.Open(ctx)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	t := &typeTable{part: part, defaults: map[string]string{}, overrides: map[string]string{}}
	s := xmlscan.New(ctx, r)
	for s.Next() {
		if s.Kind() != xmlscan.Start || s.Depth() != 2 || s.Space() != nsTypes {
			continue
		}
		if len(t.defaults)+len(t.overrides) >= maxRels {
			return nil, &limits.Error{Name: "contenttypes", Limit: maxRels}
		}
		table, key := t.entry(s)
		if table == nil {
			continue
		}
		typ, _ := s.Attr("ContentType")
		value := mediaType(string(typ))
		if old, ok := table[key]; ok && old != value {
			return nil, &strictzip.Error{Kind: strictzip.ErrAmbiguous, Entry: part.Name, What: "two content types for one part"}
		}
		table[key] = value
	}
	return t, s.Err()
}

// entry returns the table and the key that the element the scanner stands on belongs to.
func (t *typeTable) entry(s *xmlscan.Scanner) (table map[string]string, key string) {
	switch {
	case s.Is("Default"):
		ext, _ := s.Attr("Extension")
		return t.defaults, strings.ToLower(string(ext))
	case s.Is("Override"):
		name, _ := s.Attr("PartName")
		return t.overrides, fold(string(name))
	}
	return nil, ""
}

// of returns the content type of a part.
func (t *typeTable) of(name string) string {
	if typ, ok := t.overrides[fold(name)]; ok {
		return typ
	}
	return t.defaults[extension(name)]
}

// extension returns what a Default of the part's type would be given for.
func extension(name string) string { return strings.ToLower(strings.TrimPrefix(path.Ext(name), ".")) }

// mediaType returns a content type in lower case and without parameters.
func mediaType(s string) string {
	s, _, _ = strings.Cut(s, ";")
	return strings.ToLower(strings.TrimSpace(s))
}
