package ooxml

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// A job is one rewriting.
type job struct {
	ctx   context.Context
	pkg   *opc.Package
	wb    *sml.Workbook // nil if the package is no workbook
	mask  Mask
	notes Notes

	// What the fixes say.
	drop     map[*opc.Part]bool // grows while consequences are settled
	dropRels map[*opc.Rel]bool  // to outside
	blank    map[*opc.Part][]sml.Area
	show     map[*opc.Part][]sml.Area      // rows
	freeze   map[*opc.Part]map[[2]int]bool // cells, by column and row, whose formulas go
	elements map[*opc.Part][]inspect.DropElement
	attrs    map[*opc.Part][]inspect.DropAttr
	literal  map[*opc.Part]bool
	flatten  map[*opc.Part]bool // pivot caches and pivot tables
	strip    map[*opc.Part]bool
	pictures map[*opc.Part]*pictureFix
	scrub    map[*opc.Part]scrub

	strings   bool // blank what no cell uses
	values    bool // freeze every formula
	macroFree bool // announce no macros if there are none

	// What the skeleton says.
	gone     []bool // by tab: the sheet is dropped
	goneAny  bool
	sheetOf  map[*opc.Part]int
	tables   []*table
	caches   []*cache
	slicers  slicers
	books    []string // relationship IDs of the external references, in the order in which formulas count them
	kept     map[*opc.Part]bool
	judge    *judge
	facts    map[*opc.Part]*facts
	uncached []inspect.Cell // formulas that are frozen and have no result, at most maxFill
	empties  []inspect.Cell // those whose result is an empty text, at most maxFill
	computed bool           // some formula has a result that is not empty
	rich     bool           // the metadata of cells is dropped
	cards    *sml.Rich      // the rich values, if their store is dropped
	store    *sml.Rich      // the rich values, if it stays
	used     bitset         // shared strings that kept cells use
	uses     int            // how often
	renamed  []*opc.Part    // that are read with new names of tabs
	held     map[*opc.Part][]byte
	replaced map[*opc.Part]func(io.Writer) error
}

func newJob(ctx context.Context, pkg *opc.Package, mask Mask) *job {
	return &job{
		ctx: ctx, pkg: pkg, mask: mask, dropRels: map[*opc.Rel]bool{},
		drop: map[*opc.Part]bool{}, blank: map[*opc.Part][]sml.Area{}, elements: map[*opc.Part][]inspect.DropElement{},
		attrs: map[*opc.Part][]inspect.DropAttr{}, show: map[*opc.Part][]sml.Area{}, literal: map[*opc.Part]bool{},
		flatten: map[*opc.Part]bool{}, strip: map[*opc.Part]bool{}, pictures: map[*opc.Part]*pictureFix{},
		sheetOf: map[*opc.Part]int{}, facts: map[*opc.Part]*facts{},
		held: map[*opc.Part][]byte{}, replaced: map[*opc.Part]func(io.Writer) error{},
	}
}

// sort notes for each verb what it names.
func (j *job) sort(fixes []inspect.Fix) error {
	if j.wb != nil {
		j.gone = make([]bool, len(j.wb.Sheets))
		for i, sh := range j.wb.Sheets {
			if sh.Part != nil {
				j.sheetOf[sh.Part] = i
			}
		}
	}
	for _, fix := range fixes {
		if err := j.take(fix); err != nil {
			return err
		}
	}
	for _, gone := range j.gone {
		if !gone {
			return nil
		}
	}
	if j.wb == nil {
		return nil
	}
	return ErrNoSheet
}

func (j *job) take(fix inspect.Fix) error {
	switch fix.(type) {
	case inspect.Rebuild, inspect.RenameSheet: // see renameTabs
		return nil
	case inspect.Freeze:
		j.values = true
		return nil
	case inspect.MacroFree:
		j.macroFree = true
		return nil
	}
	name := target(fix)
	part := j.pkg.Part(name)
	if part == nil {
		return fmt.Errorf("%w: %s", ErrNoPart, name)
	}
	switch fix := fix.(type) {
	case inspect.DropPart:
		if _, ok := j.sheetOf[part]; ok {
			return j.takeSheet(part)
		}
		j.drop[part] = true
	case inspect.DropSheet:
		return j.takeSheet(part)
	case inspect.Blank:
		return j.takeAreas(j.blank, part, fix.Ref)
	case inspect.ShowRows:
		return j.takeAreas(j.show, part, fix.Ref)
	case inspect.FreezeAt:
		return j.takeFormula(part, fix.Ref)
	case inspect.DropElement:
		j.elements[part] = append(j.elements[part], fix)
	case inspect.DropAttr:
		j.attrs[part] = append(j.attrs[part], fix)
	case inspect.DropLink:
		return j.takeLink(part, fix.ID)
	case inspect.BlankStrings:
		j.strings = true
	case inspect.Literal:
		if pic := j.picture(part); pic != nil {
			pic.relabel = true
			break
		}
		j.literal[part] = true
	case inspect.Crop:
		pic := j.picture(part)
		if pic == nil {
			return fmt.Errorf("%w: %s is no picture", ErrUnknown, name)
		}
		pic.crop = true
	case inspect.MaskTexts: // the mask knows them
	case inspect.Scrub:
		j.takeScrub(part, fix)
	case inspect.Flatten:
		j.flatten[part] = true
	case inspect.Strip:
		return j.takeStrip(part)
	default:
		return fmt.Errorf("%w: %s", ErrUnknown, fix.Verb())
	}
	return nil
}

// target returns the name of the part that a fix names.
func target(fix inspect.Fix) string {
	switch fix := fix.(type) {
	case inspect.DropPart:
		return fix.Part
	case inspect.DropSheet:
		return fix.Part
	case inspect.Blank:
		return fix.Part
	case inspect.ShowRows:
		return fix.Part
	case inspect.FreezeAt:
		return fix.Part
	case inspect.DropElement:
		return fix.Part
	case inspect.DropAttr:
		return fix.Part
	case inspect.DropLink:
		return fix.Part
	case inspect.BlankStrings:
		return fix.Part
	case inspect.Literal:
		return fix.Part
	case inspect.MaskTexts:
		return fix.Part
	case inspect.Scrub:
		return fix.Part
	case inspect.Flatten:
		return fix.Part
	case inspect.Strip:
		return fix.Part
	case inspect.Crop:
		return fix.Part
	}
	return ""
}

func (j *job) takeSheet(part *opc.Part) error {
	i, ok := j.sheetOf[part]
	if !ok {
		return fmt.Errorf("%w: %s is no sheet", ErrUnknown, part.Name)
	}
	j.gone[i], j.goneAny, j.drop[part] = true, true, true
	return nil
}

// takeLink notes a relationship to the outside. A part that is nothing but such a link, to another workbook, goes as a whole.
func (j *job) takeLink(part *opc.Part, id string) error {
	for _, r := range part.Rels {
		switch {
		case r.ID != id:
			continue
		case strings.HasSuffix(part.ContentType, "externallink+xml"):
			j.drop[part] = true
		default:
			j.dropRels[r] = true
		}
		return nil
	}
	return fmt.Errorf("%w: %s has no relationship %s", ErrUnknown, part.Name, id)
}

// takeAreas notes cells to empty, or rows to show; several references stand apart by blanks or commas.
func (j *job) takeAreas(into map[*opc.Part][]sml.Area, part *opc.Part, refs string) error {
	if _, ok := j.sheetOf[part]; !ok {
		return fmt.Errorf("%w: %s is no sheet", ErrUnknown, part.Name)
	}
	for _, ref := range strings.FieldsFunc(refs, func(r rune) bool { return r == ' ' || r == ',' }) {
		area, ok := sml.ParseArea(ref)
		if !ok {
			return fmt.Errorf("%w: %s is no reference", ErrUnknown, ref)
		}
		into[part] = append(into[part], area)
	}
	return nil
}

// takeFormula notes a cell whose formula goes.
func (j *job) takeFormula(part *opc.Part, ref string) error {
	area, ok := sml.ParseArea(ref)
	if _, sheet := j.sheetOf[part]; !sheet || !ok {
		return fmt.Errorf("%w: %s is no cell", ErrUnknown, ref)
	}
	if j.freeze == nil {
		j.freeze = map[*opc.Part]map[[2]int]bool{}
	}
	if j.freeze[part] == nil {
		j.freeze[part] = map[[2]int]bool{}
	}
	j.freeze[part][[2]int{area.Col1, area.Row1}] = true
	return nil
}

// takes reports whether values, or what gives values, are taken out: only then formulas have to be looked at.
func (j *job) takes() bool {
	return j.values || j.goneAny || len(j.blank) > 0 || j.judge != nil && (j.judge.book > 0 || j.judge.pivots || j.judge.cubes || j.judge.macros || j.judge.namesGo || j.judge.renames)
}

// reach returns the parts that the copy will have.
func (j *job) reach() map[*opc.Part]bool {
	seen := map[*opc.Part]bool{}
	todo := [][]*opc.Rel{j.pkg.Rels}
	for len(todo) > 0 {
		rels := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, r := range rels {
			if r.Part != nil && !seen[r.Part] && !j.drop[r.Part] {
				seen[r.Part] = true
				todo = append(todo, r.Part.Rels)
			}
		}
	}
	return seen
}

// keptByType yields the parts that stay, of one relationship type, in the order of the package.
func (j *job) keptByType(relType string) []*opc.Part {
	var parts []*opc.Part
	seen := map[*opc.Part]bool{}
	for _, r := range j.pkg.ByType(relType) {
		if r.Part != nil && j.kept[r.Part] && (r.Source == nil || j.kept[r.Source]) && !seen[r.Part] {
			seen[r.Part] = true
			parts = append(parts, r.Part)
		}
	}
	return parts
}

// dropType drops every part of a relationship type.
func (j *job) dropType(relTypes ...string) {
	for _, t := range relTypes {
		for _, r := range j.pkg.ByType(t) {
			if r.Part != nil {
				j.drop[r.Part] = true
			}
		}
	}
}

// open opens a part as it is so far: as edited, or as in the source.
func (j *job) open(part *opc.Part) (io.ReadCloser, error) {
	if b, ok := j.held[part]; ok {
		return io.NopCloser(bytes.NewReader(b)), nil
	}
	return part.Open(j.ctx)
}

// scan calls visit for each token of a part. It is for parts that are read for facts; visit may read on.
func (j *job) scan(part *opc.Part, visit func(s *xmlscan.Scanner) error) error {
	r, err := j.open(part)
	if err != nil {
		return err
	}
	defer r.Close()
	s := xmlscan.New(j.ctx, r)
	for s.Next() {
		if err := visit(s); err != nil {
			return err
		}
	}
	if err := s.Err(); err != nil {
		return fmt.Errorf("%s: %w", part.Name, err)
	}
	return nil
}

// rewrite changes a part that fits into memory, at once. A part that comes out as it went in is not touched.
func (j *job) rewrite(part *opc.Part, change func(r io.Reader, w io.Writer) error) error {
	r, err := j.open(part)
	if err != nil {
		return err
	}
	defer r.Close()
	held := limits.From(j.ctx).Held
	before, err := io.ReadAll(io.LimitReader(r, held+1))
	if err != nil {
		return err
	}
	if int64(len(before)) > held {
		return &limits.Error{Name: "held", Limit: held}
	}
	var after bytes.Buffer
	if err := change(bytes.NewReader(before), &after); err != nil {
		return fmt.Errorf("%s: %w", part.Name, err)
	}
	if !bytes.Equal(before, after.Bytes()) {
		j.held[part] = after.Bytes()
	}
	return nil
}

// edit returns the edit of the package that everything so far amounts to.
func (j *job) edit() *opc.Edit {
	e := &opc.Edit{Package: j.pkg, Drop: j.drop, DropRels: j.deadLinks(), Replace: map[*opc.Part]func(io.Writer) error{}, Types: j.types()}
	for part, b := range j.held {
		e.Replace[part] = func(w io.Writer) error {
			_, err := w.Write(b)
			return err
		}
	}
	for part, write := range j.replaced {
		e.Replace[part] = write
	}
	for _, part := range j.renamed {
		if e.Replace[part] == nil {
			e.Replace[part] = j.copying(part)
		}
	}
	for part, what := range j.scrub {
		if e.Replace[part] == nil {
			e.Replace[part] = j.copying(part)
		}
		e.Replace[part] = j.scrubbing(part, what, e.Replace[part])
	}
	return e
}
