package pdfium

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/klippa-app/go-pdfium/requests"
)

// Save writes the document anew, as PDFium understands it: with one cross-reference table, without encryption and without what was
// saved before. A document larger than max bytes is refused.
func (d *Doc) Save(ctx context.Context, max int64) ([]byte, error) {
	d.release()
	out := &bounded{max: max}
	err := guard(func() error {
		_, err := d.inst.FPDF_SaveAsCopy(&requests.FPDF_SaveAsCopy{Document: d.ref, FileWriter: out, Flags: requests.SaveFlagRemoveSecurity})
		if err == nil && out.full {
			err = fmt.Errorf("%w: it would be too large", ErrRefused)
		}
		return err
	})
	if err != nil {
		return nil, d.failure(ctx, err)
	}
	return out.Bytes(), nil
}

// bounded is a buffer that takes no more than max bytes.
type bounded struct {
	bytes.Buffer
	max  int64
	full bool
}

func (b *bounded) Write(p []byte) (int, error) {
	if int64(b.Len()+len(p)) > b.max {
		b.full = true
		return 0, io.ErrShortWrite
	}
	return b.Buffer.Write(p)
}
