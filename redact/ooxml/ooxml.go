// Package ooxml carries fixes out on Office Open XML packages: it writes a fresh copy of a workbook without what the fixes name.
//
// A fix names one thing; the copy has to hold together afterwards. So [Rewrite] works in three passes. First it reads the skeleton
// and settles what goes, with everything that would dangle: a sheet takes its drawings along, a pivot cache its tables and slicers.
// Then it reads the sheets that stay, once and as streams, to learn which formulas depend on what goes and which shared strings are
// still used. Last it writes: parts without a change as they are, the others spliced, so that bytes which no fix concerns stay equal.
//
// What a reader saw stays: a formula that reads what goes is frozen to the value it showed, a chart to the points it drew.
package ooxml

import (
	"context"
	"errors"
	"io"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/opc"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// ErrNoSheet says that the fixes would leave a workbook without a sheet.
var ErrNoSheet = errors.New("ooxml: no sheet would be left")

// ErrNoPart says that a fix names a part that the package does not have.
var ErrNoPart = errors.New("ooxml: no such part")

// ErrUnknown says that a fix can't be carried out on what it names: a pivot table's fix on a part that is none.
var ErrUnknown = errors.New("ooxml: the fix does not fit the part")

// A Mask is asked for every text that the copy still shows, and answers the text that is to stand there. Where is nil for shared
// strings, which have many places, and is borrowed until the mask returns.
type Mask func(where inspect.Location, text string) string

// Notes say what a person should know about a copy: visible content that could not be kept.
type Notes struct {
	Frozen int // formulas that became the value they showed

	// Uncached are cells whose formula had no value stored, because the program that wrote it never calculated. They are blank in
	// the copy. At most maxNoted are listed; UncachedCount is complete.
	Uncached      []inspect.Cell
	UncachedCount int

	MacroFree bool // the copy is of the kind without macros, see [inspect.MacroFree]

	EmptyCharts []string // parts of charts that had no points stored for what they drew from dropped cells
}

const maxNoted = 100

func (n *Notes) uncached(c inspect.Cell) {
	if n.UncachedCount++; len(n.Uncached) < maxNoted {
		n.Uncached = append(n.Uncached, c)
	}
}

// Rewrite writes a copy of the package in src to w in which the fixes are carried out and texts are as mask answers; a nil mask leaves
// them. The same input gives the same bytes. The copy is a new archive of what relationships reach and nothing else, also without any
// fix.
//
// The fixes are those that an inspection of this very source named. An error leaves w with half a package.
func Rewrite(ctx context.Context, src *inspect.Source, fixes []inspect.Fix, mask Mask, w io.Writer) (*Notes, error) {
	return rewrite(ctx, src, fixes, mask, false, w)
}

// RewriteCached is Rewrite if all formulas that it freezes have their results stored. Else it writes nothing, and the error is an
// [*UncachedError].
func RewriteCached(ctx context.Context, src *inspect.Source, fixes []inspect.Fix, mask Mask, w io.Writer) (*Notes, error) {
	return rewrite(ctx, src, fixes, mask, true, w)
}

func rewrite(ctx context.Context, src *inspect.Source, fixes []inspect.Fix, mask Mask, cached bool, w io.Writer) (*Notes, error) {
	ctx = limits.With(ctx, roomy(ctx))
	pkg, err := opc.Open(ctx, src, src.Size)
	if err != nil {
		return nil, err
	}
	j := newJob(ctx, pkg, mask)
	if j.wb, err = sml.ReadWorkbook(ctx, pkg); err != nil && !errors.Is(err, sml.ErrNoWorkbook) {
		return nil, err
	}
	if err := j.renameTabs(fixes); err != nil {
		return nil, err
	}
	if err := j.sort(fixes); err != nil {
		return nil, err
	}
	for _, step := range []func() error{
		j.readSkeleton, j.maskLinks, j.settle, j.buildJudge, j.scanSheets, j.settleScanned, j.editPictures, j.editElements,
		j.editAttrs,
		j.editWorkbook, j.editSheets, j.editStrings, j.editTables, j.editComments, j.editDrawings, j.editCharts, j.editPivots,
		j.editReferences, j.editProperties,
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	if cells := j.missing(); cached && len(cells) > 0 {
		return nil, &UncachedError{Cells: cells}
	}
	_, err = j.edit().Write(ctx, w)
	return &j.notes, err
}

// roomy returns a budget for a source that was read within the bounds before: the passes of a rewriting inflate a part up to three
// times, and that alone must not break the bounds.
func roomy(ctx context.Context) *limits.Budget {
	l := limits.From(ctx).Limits
	l.Inflated *= 4
	l.Members *= 2
	return limits.NewBudget(l)
}
