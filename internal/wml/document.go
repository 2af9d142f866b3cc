package wml

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// ErrNoDocument says that a package has no main document part.
var ErrNoDocument = errors.New("no main document part")

// A Document is the skeleton of a Word document: its stories, and what all of them share.
type Document struct {
	Main     *opc.Part
	Settings *opc.Part // nil if there is none
	Stories  []*Story  // the body first, then headers, footers, notes, comments and the glossary

	styles *Styles
	page   paint // of the page
	behind tri   // whether something large lies behind the text; see covered
	large  tri   // whether there is anything large; see pictured

	extent  extent // see outside.go
	evenOdd bool   // even pages have headers of their own (17.15.1.35)
	uses    *uses  // nil until the body is walked
	walked  bool   // to its end

	patches map[*Story]map[int]*patches // what floating objects cover; see patchesOf
}

// A StoryKind says what kind of text a story is (17.2.1).
type StoryKind uint8

const (
	Body StoryKind = iota
	Header
	Notes    // footnotes and endnotes
	Comments // what reviewers said
	Glossary // building blocks that no page shows
)

// A Story is a part with text of its own.
type Story struct {
	Part   *opc.Part
	Kind   StoryKind
	styles *Styles
}

// Open finds the stories of a document and reads its styles, theme and settings.
func Open(ctx context.Context, pkg *opc.Package) (*Document, error) {
	d := &Document{page: paint{solid, white}}
	for _, rel := range pkg.Rels {
		if rel.Part != nil && strings.HasSuffix(rel.Type, "/officeDocument") {
			d.Main = rel.Part
			break
		}
	}
	if d.Main == nil {
		return nil, ErrNoDocument
	}
	mapped, err := d.readSettings(ctx)
	if err != nil {
		return nil, err
	}
	if d.styles, err = stylesOf(ctx, d.Main, mapped); err != nil {
		return nil, err
	}
	d.add(d.Main, Body, d.styles)
	d.addRelated(d.Main, d.styles, false)
	for _, rel := range d.Main.Rels {
		if rel.Part == nil || !strings.HasSuffix(rel.Type, "/glossaryDocument") || d.has(rel.Part) {
			continue
		}
		st, err := stylesOf(ctx, rel.Part, mapped)
		if err != nil {
			return nil, err
		}
		d.add(rel.Part, Glossary, st)
		d.addRelated(rel.Part, st, true)
	}
	return d, nil
}

func (d *Document) add(part *opc.Part, kind StoryKind, st *Styles) {
	if !d.has(part) {
		d.Stories = append(d.Stories, &Story{Part: part, Kind: kind, styles: st})
	}
}

func (d *Document) has(part *opc.Part) bool {
	for _, s := range d.Stories {
		if s.Part == part {
			return true
		}
	}
	return false
}

// addRelated adds the stories that a main part leads to.
func (d *Document) addRelated(main *opc.Part, st *Styles, glossary bool) {
	for _, kind := range [...]struct {
		rel  string
		kind StoryKind
	}{{"header", Header}, {"footer", Header}, {"footnotes", Notes}, {"endnotes", Notes}, {"comments", Comments}} {
		for _, rel := range main.Rels {
			if rel.Part == nil || !strings.HasSuffix(rel.Type, "/"+kind.rel) {
				continue
			}
			if glossary {
				kind.kind = Glossary
			}
			d.add(rel.Part, kind.kind, st)
		}
	}
}

// readSettings reads what the settings (17.15.1) say of colours: whether the page's background is shown, and which colours of the theme
// stand for text and ground.
func (d *Document) readSettings(ctx context.Context) (map[string]string, error) {
	for _, rel := range d.Main.Rels {
		if rel.Part != nil && strings.HasSuffix(rel.Type, "/settings") {
			d.Settings = rel.Part
		}
	}
	if d.Settings == nil {
		return nil, nil
	}
	shown := false
	mapped := map[string]string{}
	err := scan(ctx, d.Settings, func(s *xmlscan.Scanner) bool {
		switch {
		case s.Kind() != xmlscan.Start:
		case s.Is("displayBackgroundShape"):
			shown = on(s)
		case s.Is("evenAndOddHeaders"):
			d.evenOdd = on(s)
		case s.Is("clrSchemeMapping"):
			for short, name := range map[string]string{"bg1": "lt1", "t1": "dk1", "bg2": "lt2", "t2": "dk2"} {
				if v, ok := Attr(s, short); ok {
					mapped[name] = themeNames[v]
				}
			}
		}
		return true
	})
	if err != nil || !shown {
		return mapped, err
	}
	return mapped, scan(ctx, d.Main, func(s *xmlscan.Scanner) bool {
		if s.Kind() == xmlscan.Start && s.Is("background") {
			if p := newTheme().paint(s, "color", "themeColor", "themeTint", "themeShade"); p.kind == solid {
				d.page = p
			}
		}
		return !s.Is("body")
	})
}

// scan reads a part until visit says that it has seen enough.
func scan(ctx context.Context, part *opc.Part, visit func(*xmlscan.Scanner) bool) error {
	r, err := part.Open(ctx)
	if err != nil {
		return err
	}
	defer r.Close()
	s := xmlscan.New(ctx, r)
	for s.Next() {
		if !visit(s) {
			return nil
		}
	}
	return s.Err()
}

// stylesOf reads the styles and the theme that belong to a main part.
func stylesOf(ctx context.Context, main *opc.Part, mapped map[string]string) (*Styles, error) {
	t := newTheme()
	if err := withPart(ctx, main, "theme", func(r io.Reader) error { return t.read(ctx, r) }); err != nil {
		return nil, err
	}
	swapped := map[string]sml.Color{}
	for name, to := range mapped {
		if c, ok := t[to]; ok {
			swapped[name] = c
		}
	}
	for name, c := range swapped {
		t[name] = c
	}
	st := newStyles(t)
	err := withPart(ctx, main, "styles", func(r io.Reader) (err error) {
		st, err = readStyles(ctx, r, t)
		return err
	})
	return st, err
}

// withPart opens the first part of a relationship type, if there is one.
func withPart(ctx context.Context, main *opc.Part, kind string, read func(io.Reader) error) error {
	for _, rel := range main.Rels {
		if rel.Part == nil || !strings.HasSuffix(rel.Type, "/"+kind) {
			continue
		}
		r, err := rel.Part.Open(ctx)
		if err != nil {
			return err
		}
		defer r.Close()
		return read(r)
	}
	return nil
}
