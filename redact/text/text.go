// Package text copies plain text and tables of separated values with some of the texts replaced. What is not replaced stays as it
// is, byte for byte: encoding, byte order mark, line ends, quotes.
package text

import (
	"bufio"
	"context"
	"io"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/plain"
)

// Rewrite copies src to w. The function mask is given the text of every line or field that is not blank, with the location at which
// the inspection found it, and returns what is to stand there instead; the location is valid during the call. A nil mask changes
// nothing. Characters that the encoding of the file does not have become '*'.
func Rewrite(ctx context.Context, src *inspect.Source, mask func(where inspect.Location, text string) string, w io.Writer) error {
	if mask == nil {
		_, err := io.Copy(w, src.Reader())
		return err
	}
	t, err := plain.Open(src.Name, src, src.Size)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 64<<10)
	to := t.Charset.NewCursor(src.Reader(), out)
	var where inspect.Line
	s := t.Scan()
	for n := 0; ; n++ {
		p, err := s.Next()
		if err == io.EOF {
			break
		}
		if err == nil && n%1024 == 0 {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		if p.Text == "" {
			continue
		}
		where = inspect.Line{Line: p.Line, Col: p.Col}
		masked := mask(&where, p.Text)
		if masked == p.Text {
			continue
		}
		if err := to.Copy(p.From); err != nil {
			return err
		}
		if err := to.Replace(p.To, p.Render(masked)); err != nil {
			return err
		}
	}
	if err := to.Finish(); err != nil {
		return err
	}
	return out.Flush()
}
