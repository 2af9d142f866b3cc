package redact

import (
	"context"
	"errors"
	"io"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact/ooxml"
)

// writeBinary cleans a binary workbook, as far as that goes without rewriting a sheet.
func (b *build) writeBinary(ctx context.Context, src *inspect.Source, within []string, w io.Writer) error {
	fixes := b.job(within).all()
	if policies[b.plan.Policy].values {
		fixes = append(fixes, inspect.Freeze{})
	}
	err := ooxml.RewriteBinary(ctx, src, fixes, b.masks.writer(), w)
	if !errors.Is(err, ooxml.ErrBinary) {
		return err
	}
	return &inspect.UnreadError{Reason: inspect.Unsupported, Advice: inspect.Words{
		JA: "この形式（.xlsb）では、シートやセルの中身までは消せません。Excelで .xlsx に保存し直してから、もう一度入れてください。",
		EN: "Sheets and cells of this kind of file (.xlsb) can't be cleaned. Save it as .xlsx in Excel and try again.",
	}, Err: err}
}
