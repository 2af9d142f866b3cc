// Package opc reads and rewrites the packages that Office documents are: parts in a ZIP file, each with a content type, tied together by
// relationships (ECMA-376 Part 2, Open Packaging Conventions).
//
// [Open] reads the skeleton: the directory, the content types and all relationships. The parts themselves are opened one by one. An [Edit]
// writes a copy that holds only what a relationship reaches, with untouched parts as they were, byte for byte, under fresh headers.
package opc

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/strictzip"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// ErrNotPackage says that a file is a ZIP file, but has no content types and therefore is no package.
var ErrNotPackage = errors.New("opc: no [Content_Types].xml")

// ErrMalformed says that content types or relationships contradict the conventions.
var ErrMalformed = errors.New("opc: malformed")

// ErrUnsupported says that a part is of a kind that is not read.
var ErrUnsupported = errors.New("opc: a part of a kind that is not read")

const contentTypes = "[Content_Types].xml"

// A Package is an open document. It is safe for concurrent use as long as nobody changes it.
type Package struct {
	Parts   []*Part // everything but folders, in the order of the file, with content types and relationship parts
	Rels    []*Rel  // relationships of the package itself
	Archive *strictzip.Archive

	byName map[string]*Part
	types  *typeTable
}

// A Part is one member of the package.
type Part struct {
	Name        string // as written, with "/" between folders and none in front
	ContentType string // lower case, without parameters; empty if none is declared
	Entry       *strictzip.Entry
	Rels        []*Rel // in the order of its relationship part

	// Translate, if set, stands between the part's bytes and who opens it: a binary part is read as the XML that it stands for.
	Translate func(io.ReadCloser) io.ReadCloser

	rels   *Part // its relationship part, if there is one
	rel    bool  // it is a relationship part itself
	source *Part // then the part it belongs to, nil for the package
}

// A Rel ties a part, or the package, to another part or to something outside.
type Rel struct {
	ID       string
	Type     string // the transitional URI, also if the document is strict
	RawType  string // as written
	Target   string // as written
	External bool
	Source   *Part // nil for the package
	Part     *Part // what Target names; nil if it is missing or external

	n int // which Relationship element of its part it is, from 0
}

// Open reads content types and relationships of the package in r, which is size bytes long.
func Open(ctx context.Context, r io.ReaderAt, size int64) (*Package, error) {
	a, err := strictzip.Open(ctx, r, size)
	if err != nil {
		return nil, err
	}
	p := &Package{Archive: a, byName: make(map[string]*Part, len(a.Entries))}
	if err := p.addParts(); err != nil {
		return nil, err
	}
	ct := p.byName[fold(contentTypes)]
	if ct == nil {
		return nil, ErrNotPackage
	}
	if p.types, err = readTypes(ctx, ct); err != nil {
		return nil, fmt.Errorf("%s: %w", ct.Name, err)
	}
	for _, part := range p.Parts {
		part.ContentType = p.types.of(part.Name)
	}
	if err := p.readRels(ctx); err != nil {
		return nil, err
	}
	return p, nil
}

// addParts makes a part of every entry that is no folder.
func (p *Package) addParts() error {
	for _, e := range p.Archive.Entries {
		if e.IsDir() {
			continue
		}
		part := &Part{Name: strings.ReplaceAll(e.Name, `\`, "/"), Entry: e}
		key := fold(part.Name)
		if p.byName[key] != nil {
			// Names that differ only in percent-encoding are equivalent, Part 2 section 6.2.2.3.
			return &strictzip.Error{Kind: strictzip.ErrAmbiguous, Entry: e.Name, Offset: e.Offset(), What: "two parts of one name"}
		}
		p.byName[key] = part
		p.Parts = append(p.Parts, part)
	}
	return nil
}

// Part returns the part of that name, with or without a leading slash, whatever the case and percent-encoding; nil if there is none.
func (p *Package) Part(name string) *Part { return p.byName[fold(name)] }

// Open returns the contents of the part. See [strictzip.Entry.Open] for what Read checks.
func (p *Part) Open(ctx context.Context) (io.ReadCloser, error) {
	if p.Entry == nil {
		return nil, fmt.Errorf("opc: %s was added", p.Name)
	}
	rc, err := p.Entry.Open(ctx)
	if err == nil && p.Translate != nil {
		rc = p.Translate(rc)
	}
	return rc, err
}

// IsRels reports whether the part holds the relationships of another part or of the package.
func (p *Part) IsRels() bool { return p.rel }

// ByType returns the part's relationships whose type is relType or ends with a slash and relType: "comments", "metadata/thumbnail".
func (p *Part) ByType(relType string) []*Rel { return byType(p.Rels, relType) }

// ByType returns all relationships in the package of a type, as [Part.ByType] does: those of the package first, then part by part.
func (p *Package) ByType(relType string) []*Rel {
	found := byType(p.Rels, relType)
	for _, part := range p.Parts {
		found = append(found, byType(part.Rels, relType)...)
	}
	return found
}

func byType(rels []*Rel, relType string) (found []*Rel) {
	for _, r := range rels {
		if r.Type == relType || strings.HasSuffix(r.Type, "/"+relType) {
			found = append(found, r)
		}
	}
	return found
}

// Missing returns the internal relationships that name a part which does not exist.
func (p *Package) Missing() (missing []*Rel) {
	add := func(rels []*Rel) {
		for _, r := range rels {
			if !r.External && r.Part == nil && !strings.HasPrefix(r.Target, "#") {
				missing = append(missing, r)
			}
		}
	}
	add(p.Rels)
	for _, part := range p.Parts {
		add(part.Rels)
	}
	return missing
}

// Reachable returns the parts that a chain of relationships from the package leads to, together with the relationship parts on the way
// and the content types. What is not in it is shown by no program, and is there all the same.
func (p *Package) Reachable() map[*Part]bool {
	return p.reach(func(*Rel) bool { return true })
}

// reach follows the relationships that follow approves.
func (p *Package) reach(follow func(*Rel) bool) map[*Part]bool {
	seen := map[*Part]bool{p.Part(contentTypes): true}
	if root := p.Part("_rels/.rels"); root != nil {
		seen[root] = true
	}
	todo := []([]*Rel){p.Rels}
	for len(todo) > 0 {
		rels := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, r := range rels {
			if r.Part == nil || seen[r.Part] || !follow(r) {
				continue
			}
			seen[r.Part] = true
			if r.Part.rels != nil {
				seen[r.Part.rels] = true
			}
			todo = append(todo, r.Part.Rels)
		}
	}
	return seen
}

// fold returns the key under which equivalent part names meet (Part 2 section 6.2.2.3).
func fold(name string) string {
	name = strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/")
	return strictzip.Fold(unescape(name))
}

// unescape resolves percent-encoding; a percent sign that begins none stays.
func unescape(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if hi, lo := hex(s[i+1]), hex(s[i+2]); hi >= 0 && lo >= 0 {
				b = append(b, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		b = append(b, s[i])
	}
	return string(b)
}

func hex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// relsName returns the name of the part that holds the relationships of name, "" being the package (Part 2 section 6.5.2).
func relsName(name string) string {
	dir, file := path.Split(name)
	return dir + "_rels/" + file + ".rels"
}

// Reason says in one of the words of a report why a part could not be read: "encrypted", "unsupported", "limit" or "corrupt". It knows the
// errors of this package, strictzip, xmlscan and limits. A cancelled context says nothing about the file; ask the context first.
func Reason(err error) string {
	var limit *limits.Error
	switch {
	case err == nil:
		return ""
	case errors.Is(err, strictzip.ErrEncrypted):
		return "encrypted"
	case errors.As(err, &limit):
		return "limit"
	case errors.Is(err, strictzip.ErrMethod), errors.Is(err, xmlscan.ErrEncoding), errors.Is(err, strictzip.ErrNotZip), errors.Is(err, ErrNotPackage),
		errors.Is(err, ErrUnsupported):
		return "unsupported"
	}
	return "corrupt"
}
