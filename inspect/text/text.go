// Package text reads plain text. Every line is an item; a reader sees all of it. What is the source of something else (HTML, a
// mail) is no plain text: read as lines it would not show what it hides.
package text

import (
	"context"
	"errors"
	"io"
	"iter"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/charset"
	"github.com/sumikeshi/sumikeshi/internal/plain"
)

// Format is plain text in any encoding that Japanese offices use.
type Format struct{}

// Name returns "text".
func (Format) Name() string { return "text" }

// Places returns nothing: plain text hides nothing.
func (Format) Places() []*inspect.Place { return nil }

// Recognize reports whether src is text, and neither a table nor the source of something else.
func (Format) Recognize(src *inspect.Source) bool {
	look, ok := plain.Sniff(src.Name, src, src.Size)
	return ok && look.Markup == "" && look.Sep == 0
}

// Open decides how the text is encoded.
func (Format) Open(_ context.Context, src *inspect.Source) (inspect.Document, error) {
	t, err := plain.Open(src.Name, src, src.Size)
	if err != nil {
		return nil, Unread(err)
	}
	return document{t}, nil
}

// Unread explains why a text could not be decoded.
func Unread(err error) error {
	advice := inspect.Words{
		JA: "文字コードが決められません。元のソフトで開き、文字コードにUTF-8を選んで保存し直してください。",
		EN: "The character encoding can't be told. Open it in its own program and save it anew as UTF-8.",
	}
	switch {
	case errors.Is(err, charset.ErrBinary):
		advice = inspect.Words{
			JA: "文章の途中に、文字ではないデータがあります。元のソフトで開き、保存し直してください。",
			EN: "There is data in it that is no text. Open it in its own program and save it anew.",
		}
	case !errors.Is(err, charset.ErrUndecodable) && !errors.Is(err, charset.ErrAmbiguous):
		return err
	}
	return &inspect.UnreadError{Reason: inspect.Corrupt, Advice: advice, Err: err}
}

type document struct{ *plain.Text }

func (document) Close() error { return nil }

// Items yields the lines that are not blank. A very long line comes in several items. What looks like a label on the line before is
// the label of a line, since forms are often filled in below.
func (d document) Items(ctx context.Context) iter.Seq2[*inspect.Item, error] {
	return func(yield func(*inspect.Item, error) bool) {
		var where inspect.Line
		var it inspect.Item
		labels := make([]string, 0, 1)
		before, row := "", 0 // the last line that was not blank, and where it stands
		for s := d.Scan(); ; {
			p, err := s.Next()
			if err == io.EOF {
				return
			}
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				yield(nil, Unread(err))
				return
			}
			if strings.TrimSpace(p.Text) == "" {
				continue
			}
			where = inspect.Line{Line: p.Line, Col: p.Col}
			labels = labels[:0]
			if p.Col == 1 && p.Row <= row+labelReach && plain.Label(before) {
				labels = append(labels, before)
			}
			it = inspect.Item{Where: &where, Text: p.Text, Labels: labels}
			if !yield(&it, nil) {
				return
			}
			before, row = p.Text, p.Row
		}
	}
}

// labelReach is how many lines below a label its value may stand: one blank line between them is common.
const labelReach = 2
