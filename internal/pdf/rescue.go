package pdf

import (
	"bytes"
	"context"
	"errors"
	"time"

	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/internal/pdfium"
)

// Bounds on reading a damaged file through PDFium. What goes beyond them stays unread.
const (
	rescueTime  = 20 * time.Second
	rescuePages = 100
	rescueDPI   = 50
)

// errRescue says that a damaged file can't be read safely in any other way.
var errRescue = errors.New("it can't be repaired")

// rescue reads a damaged file as PDFium repairs it: what PDFium writes anew is the file from then on. Two things make that safe. Every
// page of what was written looks as PDFium shows it of the damaged file; and what else the bytes hold is told by [File.Leftovers],
// since other readers may repair the file in another way and show that.
func rescue(ctx context.Context, data []byte, scan *Scan) (*File, error) {
	budget := limits.From(ctx)
	if scan.encrypted() {
		return nil, errRescue // what was left behind could not be read
	}
	within, cancel := context.WithTimeout(ctx, rescueTime)
	defer cancel()
	saved, err := repair(within, data, min(budget.Held, 4*int64(len(data))+1<<20))
	if err != nil {
		return nil, errors.Join(errRescue, ctx.Err())
	}
	f, err := Read(ctx, saved)
	if err != nil {
		return nil, err
	}
	f.Origin = scan
	if len(f.Damage) > 0 || len(f.Pages) == 0 {
		return nil, errRescue
	}
	if err := f.findLeftovers(); err != nil {
		return nil, err
	}
	for _, left := range f.Leftovers {
		if left.Live {
			return nil, errRescue // the copy would lack what other readers show
		}
	}
	for i := range scan.Defs {
		if d := &scan.Defs[i]; d.Misfit && !d.Superseded && f.Reached()[d.Num] {
			return nil, errRescue // or show what others do not
		}
	}
	return f, nil
}

// repair returns the file as PDFium writes it, if its pages still look the same.
func repair(ctx context.Context, data []byte, size int64) ([]byte, error) {
	was, err := pdfium.Open(ctx, data)
	if err != nil {
		return nil, err
	}
	defer was.Close()
	if was.Pages() == 0 || was.Pages() > rescuePages {
		return nil, errRescue
	}
	saved, err := was.Save(ctx, size)
	if err != nil {
		return nil, err
	}
	is, err := pdfium.Open(ctx, saved)
	if err != nil {
		return nil, err
	}
	defer is.Close()
	if is.Pages() != was.Pages() {
		return nil, errRescue
	}
	for n := 1; n <= was.Pages(); n++ {
		a, err := was.Render(ctx, n, pdfium.Look{DPI: rescueDPI})
		if err != nil {
			return nil, err
		}
		b, err := is.Render(ctx, n, pdfium.Look{DPI: rescueDPI})
		if err != nil {
			return nil, err
		}
		if a.Rect != b.Rect || !bytes.Equal(a.Pix, b.Pix) {
			return nil, errRescue
		}
	}
	return saved, nil
}

// encrypted reports whether the file's structure names an encryption. Where the structure is damaged, any mention counts.
func (s *Scan) encrypted() bool {
	for pos := 0; ; {
		i := bytes.Index(s.data[pos:], []byte("/Encrypt"))
		if i < 0 {
			return false
		}
		if pos += i + len("/Encrypt"); s.structural(pos) {
			return true
		}
	}
}

// Repaired reports whether the file was damaged and is read as it was written anew.
func (f *File) Repaired() bool { return f.Origin != f.Scan }
