package sml

import (
	"context"
	"errors"
	"strings"

	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// Namespaces of relationship attributes, transitional and strict (ECMA-376 Part 1 and 4).
const (
	nsRel       = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsRelStrict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
)

// Sheet states (18.18.68).
const (
	Visible    = "visible"
	Hidden     = "hidden"
	VeryHidden = "veryHidden"
)

// ErrNoWorkbook says that a package has no workbook part, or one without sheets.
var ErrNoWorkbook = errors.New("no workbook part with sheets")

// A Workbook is the workbook part (18.2.27) of a package.
type Workbook struct {
	Part    *opc.Part
	Sheets  []Sheet // in the order of the tabs
	Names   []Name
	Strings *opc.Part // shared strings; nil if there are none
	Styles  *opc.Part
	Active  int // index of the tab in front
}

// A Sheet is a sheet element: a worksheet, chart sheet, dialog sheet or macro sheet.
type Sheet struct {
	Index int // among the tabs, from 0; what localSheetId counts
	Name  string
	State string
	RelID string
	Part  *opc.Part // nil if the package does not hold it
	Kind  string    // last segment of the relationship type: "worksheet", "chartsheet" …
}

// A Name is a defined name (18.2.5).
type Name struct {
	N       int // among the defined names, from 1
	Name    string
	Sheet   int // index of the sheet it is local to, or -1
	Hidden  bool
	Comment string
	Text    string // the formula, as written
}

// Builtin reports whether the name is one that Excel makes by itself, such as a print area.
func (n Name) Builtin() bool { return strings.HasPrefix(n.Name, "_xlnm.") }

// ReadWorkbook finds and reads the workbook part.
func ReadWorkbook(ctx context.Context, pkg *opc.Package) (*Workbook, error) {
	wb := &Workbook{}
	for _, rel := range pkg.Rels {
		if strings.HasSuffix(rel.Type, "/officeDocument") && rel.Part != nil {
			wb.Part = rel.Part
			break
		}
	}
	if wb.Part == nil {
		return nil, ErrNoWorkbook
	}
	for _, rel := range wb.Part.Rels {
		switch {
		case rel.Part == nil:
		case strings.HasSuffix(rel.Type, "/sharedStrings"):
			wb.Strings = rel.Part
		case strings.HasSuffix(rel.Type, "/styles"):
			wb.Styles = rel.Part
		}
	}
	if err := wb.read(ctx); err != nil {
		return nil, err
	}
	if len(wb.Sheets) == 0 {
		return nil, ErrNoWorkbook
	}
	return wb, nil
}

func (wb *Workbook) read(ctx context.Context) error {
	rc, err := wb.Part.Open(ctx)
	if err != nil {
		return err
	}
	defer rc.Close()
	s := xmlscan.New(ctx, rc)
	for s.Next() {
		if s.Kind() != xmlscan.Start {
			continue
		}
		switch {
		case s.Is("sheet"):
			wb.Sheets = append(wb.Sheets, wb.readSheet(s))
		case s.Is("definedName"):
			wb.Names = append(wb.Names, readName(s, len(wb.Names)+1))
		case s.Is("workbookView"):
			wb.Active = attrInt(s, "activeTab", 0)
		}
	}
	return s.Err()
}

func (wb *Workbook) readSheet(s *xmlscan.Scanner) Sheet {
	sh := Sheet{Index: len(wb.Sheets), Name: attr(s, "name"), State: attr(s, "state")}
	if sh.State == "" {
		sh.State = Visible
	}
	sh.RelID = RelAttr(s, "id")
	for _, rel := range wb.Part.Rels {
		if rel.ID == sh.RelID {
			sh.Part = rel.Part
			sh.Kind = rel.Type[strings.LastIndexByte(rel.Type, '/')+1:]
		}
	}
	return sh
}

func readName(s *xmlscan.Scanner, n int) Name {
	name := Name{
		N: n, Name: attr(s, "name"), Sheet: attrInt(s, "localSheetId", -1),
		Hidden: attrBool(s, "hidden"), Comment: attr(s, "comment"),
	}
	name.Text = ElementText(s)
	return name
}

// ElementText reads to the end of the element that has just started and returns its text.
func ElementText(s *xmlscan.Scanner) string {
	depth := s.Depth()
	var b strings.Builder
	for s.Next() {
		switch s.Kind() {
		case xmlscan.Text:
			b.Write(s.Text())
		case xmlscan.End:
			if s.Depth() == depth {
				return b.String()
			}
		}
	}
	return b.String()
}

// RelAttr returns the attribute of that name in the relationships namespace, transitional or strict.
func RelAttr(s *xmlscan.Scanner, local string) string {
	for _, ns := range [...]string{nsRel, nsRelStrict} {
		if v, ok := s.AttrNS(ns, local); ok {
			return string(v)
		}
	}
	return ""
}

func attr(s *xmlscan.Scanner, name string) string {
	v, _ := s.Attr(name)
	return string(v)
}
