// Package pdf finds what a PDF file (ISO 32000-2) hides: on its pages, in the objects around them, and in its bytes.
//
// Every page is drawn once by internal/pdf, which says of each glyph whether a reader sees it. Glyphs become lines, and lines that
// stand in columns become records; hidden glyphs are laid out among the visible ones, so that a painted-over name still has its
// column head. Then come the objects around the pages, and the bytes that no object owns.
//
// Each hiding place is a file of this folder.
package pdf

import (
	"context"
	"errors"
	"iter"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
	"github.com/sumikeshi/sumikeshi/internal/plain"
	"github.com/sumikeshi/sumikeshi/internal/witness"
)

// Format reads PDF files.
type Format struct{ Tables inspect.Tables }

// Name returns "pdf".
func (Format) Name() string { return "pdf" }

// Places lists the hiding places of a PDF file, what can only be a leak first.
func (Format) Places() []*inspect.Place {
	return []*inspect.Place{
		CoveredText, CoveredImage, AnnotationCover, AnnotationRedact, HiddenLayer, OldRevision, Attachment, RemovedPage, AnnotationHidden, HiddenField,
		Portfolio, Thumbnail,
		OCRUnderBlackout, CoveredDrawing, UnusedObject, TransparentImage, CroppedImage, WeakMask, SearchIndex,
		InvisibleText, InnerText, WitnessDisagrees, Repaired, TinyText, ClippedText, OffPageText, ActualText, OrphanObject, TrailingData, AnnotationNote, AnnotationMedia,
		FormValue, XFA, Script, LinkPath, AlternateImage, PrivateData, ObjectMetadata, ImageMetadata, Bookmark, Signature,
		Metadata, Title, OCRLayer, NamedDestination, PageLabel, ArticleThread, ContentComment, WidthLeak, UnknownKey, StrayText, FontText, PermissionOnly,
	}
}

// Recognize looks for the header where readers look for it.
func (Format) Recognize(src *inspect.Source) bool {
	head := src.Head(1024)
	if header(head) {
		return true
	}
	if strings.HasPrefix(string(head), "PK\x03\x04") {
		return false // no text: guessing its encoding is most of the work on a small workbook
	}
	look, _ := plain.Sniff(src.Name, src, src.Size)
	return look.Markup == "pdf"
}

// header reports whether a header stands among the first bytes. Readers accept what comes before it.
func header(head []byte) bool {
	for i := 0; i+5 <= len(head); i++ {
		if string(head[i:i+5]) == "%PDF-" {
			return true
		}
	}
	return false
}

// Open reads the object table and the pages.
func (f Format) Open(ctx context.Context, src *inspect.Source) (inspect.Document, error) {
	file, err := pdf.Open(ctx, src, src.Size)
	var damage *pdf.DamageError
	switch {
	case errors.Is(err, pdf.ErrEncrypted):
		return nil, &inspect.UnreadError{Reason: inspect.Encrypted, Err: err}
	case errors.As(err, &damage):
		return nil, &inspect.UnreadError{Reason: inspect.Corrupt, Err: errors.New("the objects can't be read")}
	case err != nil:
		return nil, err
	}
	return &document{
		f: file, tables: f.Tables, tagged: file.Catalog()["StructTreeRoot"] != nil, seen: texts{}, widgets: texts{}, paths: texts{},
		used: map[int]bool{}, whole: map[int]bool{}, linked: map[int]bool{}, looked: map[int]bool{}, spoken: map[int]bool{}, nodes: map[int]bool{}, children: map[string]int{}, witness: witness.New(file.Data),
	}, nil
}

// A document is an open PDF file.
type document struct {
	f       *pdf.File
	tables  inspect.Tables
	emit    func(inspect.Item) error
	space   int // table spaces used so far
	layout  layout
	over    overleaf
	spills  spills
	witness *witness.Witness

	seen    texts        // what the pages show, to tell what only the structure tree says
	used    map[int]bool // forms and pictures that some page draws
	whole   map[int]bool // pictures of which some page so far shows the better part
	looked  map[int]bool // appearances that are not shown and were looked at
	linked  map[int]bool // actions of links on pages
	cutOff  bool         // a page was not drawn to its end: what it draws is not known
	leaks   int          // boxes that tell a number of characters
	bars    []bar        // of the page
	numbers []int        // of the objects that are reached
	tagged  bool         // it has a structure tree
	widgets texts        // what the appearances of form fields show
	paths   texts        // files and addresses that links and attachments name
	spoken  map[int]bool // objects whose values and titles were told
	nodes   map[int]bool // of trees whose names were told

	children map[string]int // how many attached files have a name
}

func (d *document) Close() error { return nil }

// finders are the passes over a file, in the order of the report.
var finders = []func(*document, context.Context) error{
	(*document).pages,
	(*document).repaired,
	(*document).attachments,
	(*document).revisions,
	(*document).innerTexts,
	(*document).unused,
	(*document).imageMetadata,
	(*document).orphans,
	(*document).removedPages,
	(*document).strayAnnotations,
	(*document).fields,
	(*document).scripts,
	(*document).actions,
	(*document).structure,
	(*document).keys,
	(*document).bookmarks,
	(*document).names,
	(*document).metadata,
	(*document).captured,
	(*document).strayTexts,
	(*document).trailing,
	(*document).damage,
}

// Items streams the file.
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

// damage tells of what could not be read of the file's structure.
func (d *document) damage(context.Context) error {
	for _, what := range d.f.Damage {
		if err := d.emit(inspect.Item{Where: inspect.Part{Part: what}, Unread: inspect.Corrupt}); err != nil {
			return err
		}
	}
	return nil
}
