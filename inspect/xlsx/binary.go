package xlsx

import (
	"context"
	"io"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/biff12"
	"github.com/sumikeshi/sumikeshi/internal/opc"
)

// Binary reads .xlsb: a workbook whose parts are binary records (MS-XLSB). They are read as the SpreadsheetML that they stand for, so
// the hiding places are those of any workbook.
type Binary struct{ Tables inspect.Tables }

// Name returns "xlsb".
func (Binary) Name() string { return "xlsb" }

// Places lists the hiding places of a workbook.
func (b Binary) Places() []*inspect.Place { return Format(b).Places() }

// Recognize looks for a package with a binary workbook part.
func (Binary) Recognize(src *inspect.Source) bool {
	return ooxml.Declares(src, "ms-excel.sheet.binary.macroEnabled.main", "ms-excel.sheet.binary.main")
}

// Open reads what [Format.Open] does.
func (b Binary) Open(ctx context.Context, src *inspect.Source) (inspect.Document, error) {
	pkg, err := ooxml.Open(ctx, src)
	if err != nil {
		return nil, err
	}
	bin := &records{strange: map[*opc.Part]bool{}, read: map[*opc.Part]bool{}}
	if err := bin.translate(ctx, pkg.Package); err != nil {
		return nil, ooxml.Explain(err)
	}
	d, err := Format(b).open(ctx, pkg)
	if err != nil {
		return nil, err
	}
	d.binary = bin
	return d, nil
}

// records is what there is to know of the binary parts of a workbook.
type records struct {
	read    map[*opc.Part]bool // translated
	strange map[*opc.Part]bool // something in it was not understood
}

// translate sets how the binary parts are read.
func (b *records) translate(ctx context.Context, pkg *opc.Package) error {
	for _, part := range pkg.Parts {
		if isBinary(part) {
			part.Translate = func(rc io.ReadCloser) io.ReadCloser { return unreadable{rc} }
		}
	}
	for _, root := range pkg.Rels {
		if root.Part == nil || !ooxml.TypeIs(root, "officeDocument") || !isBinary(root.Part) {
			continue
		}
		rc, err := root.Part.Entry.Open(ctx)
		if err != nil {
			return err
		}
		defer rc.Close()
		book, err := biff12.ReadBook(rc)
		if err != nil {
			return err
		}
		b.as(root.Part, book.Workbook)
		for _, rel := range root.Part.Rels {
			b.parts(book, rel)
		}
	}
	return nil
}

// parts sets how what the workbook part leads to is read.
func (b *records) parts(book *biff12.Book, rel *opc.Rel) {
	switch kind := rel.Type[strings.LastIndexByte(rel.Type, '/')+1:]; {
	case rel.Part == nil || !isBinary(rel.Part):
	case kind == "sharedStrings":
		b.as(rel.Part, biff12.Strings)
	case kind == "styles":
		b.as(rel.Part, biff12.Styles)
	case strings.HasSuffix(strings.ToLower(kind), "sheet"):
		b.as(rel.Part, book.Sheet)
		for _, own := range rel.Part.Rels {
			switch {
			case own.Part == nil || !isBinary(own.Part):
			case ooxml.TypeIs(own, "comments"):
				b.as(own.Part, biff12.Comments)
			case ooxml.TypeIs(own, "queryTable"):
				b.as(own.Part, biff12.Texts)
			case ooxml.TypeIs(own, "xlBinaryIndex"):
				b.as(own.Part, biff12.Index)
			case ooxml.TypeIs(own, "table"), ooxml.TypeIs(own, "pivotTable"):
				b.as(own.Part, biff12.Texts)
			}
		}
	case kind == "attachedToolbars":
		rel.Part.Translate = nil
	case kind == "connections", kind == "usernames", kind == "externalLink", kind == "pivotCacheDefinition", kind == "revisionHeaders":
		b.as(rel.Part, biff12.Texts)
		for _, own := range rel.Part.Rels {
			if own.Part != nil && isBinary(own.Part) { // the records of a cache, the logs of the headers
				b.as(own.Part, biff12.Texts)
			}
		}
	case kind == "calcChain":
		b.as(rel.Part, biff12.Index)
	}
}

func (b *records) as(part *opc.Part, read func(io.Reader) *biff12.Part) {
	b.read[part] = true
	part.Translate = func(rc io.ReadCloser) io.ReadCloser {
		return &translated{Part: read(rc), Closer: rc, done: func(strange bool) { b.strange[part] = b.strange[part] || strange }}
	}
}

// isBinary reports whether a part holds records.
func isBinary(part *opc.Part) bool {
	t := part.ContentType
	return strings.HasPrefix(t, "application/vnd.ms-excel.") && !strings.HasSuffix(t, "xml") && strings.HasSuffix(strings.ToLower(part.Name), ".bin")
}

// A translated is an open binary part.
type translated struct {
	*biff12.Part
	io.Closer
	done func(strange bool)
}

func (t *translated) Close() error {
	t.done(t.Strange)
	return t.Closer.Close()
}

// An unreadable is a binary part of a kind that is not read.
type unreadable struct{ io.Closer }

func (unreadable) Read([]byte) (int, error) { return 0, opc.ErrUnsupported }

// binaryParts accounts for what was not understood of a binary workbook: single records, and parts that no finder read.
func (d *document) binaryParts(ctx context.Context) error {
	if d.binary == nil {
		return nil
	}
	for _, part := range d.pkg.Parts {
		if !isBinary(part) {
			continue
		}
		if d.binary.read[part] && d.pkg.Claim(part) {
			err := d.readThrough(ctx, part)
			if err != nil {
				return err
			}
		}
		if d.binary.strange[part] || !d.binary.read[part] && d.pkg.Reachable()[part] && d.pkg.Claim(part) {
			it := inspect.Item{Where: inspect.Part{Part: part.Name}, Unread: inspect.Unsupported}
			if err := d.emit(it); err != nil {
				return err
			}
		}
	}
	return nil
}

// readThrough reads a part that no finder reads, for what it holds beside what is understood.
func (d *document) readThrough(ctx context.Context, part *opc.Part) error {
	rc, err := part.Open(ctx)
	if err == nil {
		_, err = io.Copy(io.Discard, rc)
		rc.Close()
	}
	if err == nil {
		return nil
	}
	it, err := ooxml.Unread(part.Name, nil, nil, err)
	if err != nil {
		return err
	}
	return d.emit(it)
}
