// Package docx finds what a Word document (WordprocessingML, ECMA-376 Part 1, 17) hides.
//
// Every story is read once, as a stream: the body, headers and footers, footnotes and endnotes, comments and building blocks, with
// the text of shapes and both branches of alternative content. A paragraph is an item; what a reader does not see of it are further
// ones. Paragraphs in a table wait until the table pass knows what heads its columns.
//
// Each hiding place is a file of this folder.
package docx

import (
	"context"
	"iter"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/wml"
)

// Format reads .docx, .docm, .dotx and .dotm.
type Format struct{ Tables inspect.Tables }

// Name returns "docx".
func (Format) Name() string { return "docx" }

// Places lists the hiding places of a document, then those of any package.
func (Format) Places() []*inspect.Place {
	own := []*inspect.Place{
		BlackedText, CoveredText, DeletedText, Comment, HiddenText, SameColorText, TinyText, MergedAwayCell, HiddenShape, OffPage, UnusedHeader,
		AltChunk, MailMerge, FieldCode, UnseenEntry, ContentControl, Glossary, RevisionMark, SettingsTrace, Macro,
	}
	return append(own, ooxml.Places()...)
}

// mainTypes are the content types of a main document part: document and template, with and without macros.
var mainTypes = []string{
	"wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml",
	"ms-word.document.macroEnabled.main+xml", "ms-word.template.macroEnabledTemplate.main+xml",
}

// Recognize looks for a package with a main document part. The name of the file is not looked at.
func (Format) Recognize(src *inspect.Source) bool { return ooxml.Declares(src, mainTypes...) }

// Open reads the directory, the relationships, the styles and the settings.
func (f Format) Open(ctx context.Context, src *inspect.Source) (inspect.Document, error) {
	pkg, err := ooxml.Open(ctx, src)
	if err != nil {
		return nil, err
	}
	doc, err := wml.Open(ctx, pkg.Package)
	if err != nil {
		return nil, ooxml.Explain(err)
	}
	return &document{pkg: pkg, doc: doc, tables: f.Tables, headers: map[string]bool{}, emit: func(inspect.Item) error { return nil }}, nil
}

// A document is an open document.
type document struct {
	pkg    *ooxml.Package
	doc    *wml.Document
	tables inspect.Tables
	emit   ooxml.Emit

	spaces  int             // tables numbered so far
	headers map[string]bool // what the headers say that pages have
	rsid    *opc.Part       // a part that has numbers of editing sessions
}

func (d *document) Close() error { return nil }

// finders are the passes over a document, in the order of the report.
var finders = []func(*document, context.Context) error{
	(*document).readStories,
	(*document).altChunks,
	(*document).charts,
	(*document).diagrams,
	(*document).names,
	(*document).commentParts,
	(*document).settings,
	(*document).glossaryParts,
	(*document).controls,
	(*document).macros,
	(*document).common,
	(*document).links,
	(*document).rest,
}

// Items streams the document.
func (d *document) Items(ctx context.Context) iter.Seq2[*inspect.Item, error] {
	return inspect.Stream(func(emit inspect.Emit, _ inspect.Lend) error {
		d.emit = emit
		for _, find := range finders {
			if err := find(d, ctx); err != nil {
				return err
			}
		}
		return nil
	})
}

// macros emits the VBA project.
func (d *document) macros(ctx context.Context) error { return d.pkg.Macros(ctx, Macro, d.emit) }

// common emits what any package can hide.
func (d *document) common(ctx context.Context) error { return d.pkg.Common(ctx, d.emit) }

// rest accounts for the parts that no finder read.
func (d *document) rest(ctx context.Context) error { return d.pkg.Rest(ctx, knownPart, d.emit) }

// knownPart lists the relationship types of parts that hold nothing but looks.
func knownPart(rel *opc.Rel) bool {
	for _, name := range [...]string{
		"theme", "themeOverride", "styles", "stylesWithEffects", "fontTable", "font", "webSettings", "chartStyle", "chartColorStyle", "settings",
	} {
		if ooxml.TypeIs(rel, name) {
			return true
		}
	}
	return false
}
