package redact

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact/ooxml"
)

func (b *build) writeWorkbook(ctx context.Context, src *inspect.Source, within []string, w io.Writer) error {
	tabs := b.rename(within)
	fixes := append(b.whole(within), tabFixes(tabs)...)
	values := policies[b.plan.Policy].values
	if values {
		fixes = append(fixes, inspect.Freeze{})
	}
	rewrite := ooxml.Rewrite
	if b.fill && len(within) == 0 {
		rewrite = ooxml.RewriteCached
	}
	notes, err := rewrite(ctx, src, fixes, knowing(tabs, b.masks.writer()), w)
	switch {
	case errors.Is(err, ooxml.ErrNoSheet):
		return errNoSheet
	case errors.Is(err, ooxml.ErrCards):
		return &inspect.UnreadError{Reason: inspect.Unsupported, Advice: errCards, Err: err}
	case err != nil:
		return inSource(tabs, err)
	case values && notes.UncachedCount > 0:
		return errNoValues
	}
	b.note(within, notes)
	return nil
}

var errCards = inspect.Words{
	JA: "データ型のセルと、セルの中に置いた画像の両方があります。データ型のセルをExcelで値に変えてから、もう一度入れてください。",
	EN: "The workbook has cells of data types as well as pictures placed in cells. Turn the data types into values in Excel and try again.",
}

// whole returns what is to be done in a package: the kind of the source itself may follow from what goes, that of a file in it not, since
// it keeps its name.
func (b *build) whole(within []string) []inspect.Fix {
	fixes := b.job(within).all()
	if b.plan.MacroFree && len(within) == 0 {
		fixes = append(fixes, inspect.MacroFree{})
	}
	return fixes
}

var errNoSheet = &OptionError{Words: inspect.Words{
	JA: "すべてのシートを消すことになります。残すシートを --keep-sheets で指定してください。",
	EN: "No sheet would be left. Name one to keep with --keep-sheets.",
}}

// errNoValues refuses to guess: a copy of values alone would have holes where the program that wrote the file never calculated.
var errNoValues = &OptionError{Words: inspect.Words{
	JA: "計算の結果が保存されていない数式があるため、値だけの公開用ファイルは作れません。Excelで開いて保存し直してから、もう一度入れてください。",
	EN: "The results of some formulas are not stored, so a copy of values alone can't be made. Open and save the file in Excel, and try again.",
}}

// note keeps what the rewriting has to say: cells whose formula had no stored result, and whether the kind of the file changed.
func (b *build) note(within []string, n *ooxml.Notes) {
	b.promise.macroFree = b.promise.macroFree || n.MacroFree
	for _, c := range n.Uncached {
		b.promise.notes = append(b.promise.notes, Note{
			Where: strings.Join(append(within[:len(within):len(within)], c.Words().JA), " > "),
			JA:    "計算の結果が保存されていないため、空にしました。",
			EN:    "Its result was not stored, so the cell was emptied.",
		})
	}
}
