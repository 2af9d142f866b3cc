// Package xlsx finds what an Excel workbook (SpreadsheetML, ECMA-376 Part 1, 18) hides.
//
// A workbook is read in three passes that hold no part: a survey of each sheet (its first rows, its hidden columns, and which
// sheets its formulas read), the cells of each sheet, and the shared strings, each of which is emitted once for every context in
// which it stands. What is kept of a cell with a shared string are four to eight bytes.
//
// Each hiding place is a file of this folder.
package xlsx

import (
	"context"
	"iter"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// Format reads .xlsx, .xlsm, .xltx and .xltm.
type Format struct{ Tables inspect.Tables }

// Name returns "xlsx".
func (Format) Name() string { return "xlsx" }

// Places lists the hiding places of a workbook, then those of any package.
func (Format) Places() []*inspect.Place {
	own := []*inspect.Place{
		SourceSheet, HiddenSheet, VeryHiddenSheet, OtherSheet,
		HiddenRow, HiddenColumn, FilteredRow, CollapsedGroup, MergedAwayCell, CoveredCell, BlackedCell,
		FormatHiddenCell, SameColorText, HiddenRun, TinyText, OutsidePrintArea, FormulaText,
		TableCache, RuleReference, CustomView, HeaderFooter, Protection, ValidationList,
		PivotCache, ExternalLinkCache, ChartCache, ChartText, HiddenShape, FormControl, Macro, Comment, ThreadedComment,
		OrphanString, Furigana, DefinedName, Scenario,
		Connection, DataModel, SlicerCache, RevisionLog, XMLMap, RichData, CustomProperty, WorkbookTrace,
	}
	return append(own, ooxml.Places()...)
}

// mainTypes are the content types of a workbook part: book, template and add-in, with and without macros.
var mainTypes = []string{
	"spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml",
	"ms-excel.sheet.macroEnabled.main+xml", "ms-excel.template.macroEnabled.main+xml", "ms-excel.addin.macroEnabled.main+xml",
}

// Recognize looks for a package with a workbook part. The name of the file is not looked at.
func (Format) Recognize(src *inspect.Source) bool { return ooxml.Declares(src, mainTypes...) }

// Open reads the directory, the relationships, the workbook part and the styles.
func (f Format) Open(ctx context.Context, src *inspect.Source) (inspect.Document, error) {
	pkg, err := ooxml.Open(ctx, src)
	if err != nil {
		return nil, err
	}
	return f.open(ctx, pkg)
}

func (f Format) open(ctx context.Context, pkg *ooxml.Package) (*document, error) {
	var err error
	d := &document{pkg: pkg, tables: f.Tables, emit: func(inspect.Item) error { return nil }, lend: func(*inspect.Item) error { return nil }}
	if d.wb, err = sml.ReadWorkbook(ctx, pkg.Package); err != nil {
		return nil, ooxml.Explain(err)
	}
	if err := d.readStyles(ctx); err != nil {
		return nil, ooxml.Explain(err)
	}
	d.rich = sml.ReadRich(ctx, d.wb)
	return d, nil
}

// A document is an open workbook.
type document struct {
	pkg    *ooxml.Package
	wb     *sml.Workbook
	styles *sml.Styles
	rich   *sml.Rich
	tables inspect.Tables
	sheets []*sheet
	tabOf  map[*opc.Part]*sheet
	binary *records // of an .xlsb; else nil
	emit   ooxml.Emit
	lend   inspect.Lend

	contexts []cellContext
	uses     uses
	shown    *shownTexts
	literals map[string]bool // texts in formulas, and whether they hold personal data
	caches   int             // pivot caches and external books seen, to number their table spaces
}

func (d *document) Close() error { return nil }

// finders are the passes over a workbook, in the order of the report: what holds people comes first.
var finders = []func(*document, context.Context) error{
	(*document).survey,
	(*document).announceSheets,
	(*document).cells,
	(*document).strings,
	(*document).binaryCaches,
	(*document).pivots,
	(*document).externalLinks,
	(*document).comments,
	(*document).threadedComments,
	(*document).drawings,
	(*document).formControls,
	(*document).macros,
	(*document).mashups,
	(*document).names,
	(*document).tableParts,
	(*document).wholeParts,
	(*document).trace,
	(*document).common,
	(*document).binaryParts,
	(*document).rest,
}

// Items streams the workbook.
func (d *document) Items(ctx context.Context) iter.Seq2[*inspect.Item, error] {
	return inspect.Stream(func(emit inspect.Emit, lend inspect.Lend) error {
		d.emit, d.lend = emit, lend
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

func (d *document) readStyles(ctx context.Context) error {
	if d.wb.Styles == nil {
		return nil
	}
	rc, err := d.wb.Styles.Open(ctx)
	if err != nil {
		return err
	}
	defer rc.Close()
	for _, rel := range d.wb.Part.Rels {
		if rel.Part == nil || !ooxml.TypeIs(rel, "theme") {
			continue
		}
		theme, err := rel.Part.Open(ctx)
		if err != nil {
			return err
		}
		defer theme.Close()
		d.styles, err = sml.ReadStyles(ctx, rc, theme)
		return err
	}
	d.styles, err = sml.ReadStyles(ctx, rc, nil)
	return err
}

// Tabs returns the names of the tabs in the order of the strip.
func (d *document) Tabs() []string {
	var names []string
	for _, sh := range d.wb.Sheets {
		names = append(names, sh.Name)
	}
	return names
}
