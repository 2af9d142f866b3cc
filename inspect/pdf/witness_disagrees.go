package pdf

import (
	"context"
	"errors"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/pdf"
	"github.com/sumikeshi/sumikeshi/internal/witness"
)

// WitnessDisagrees is text that should be visible by all that the file says, and that leaves no mark on the page when it is drawn:
// blended away, under something translucent that is not, in the colour of the picture behind it (ISO 32000-2, 11).
var WitnessDisagrees = &inspect.Place{
	ID:    "pdf/witness-disagrees",
	Title: inspect.Words{JA: "描いてみると見えない文字", EN: "text that does not show when the page is drawn"},
	Why: inspect.Words{
		JA: "ページを描いてみると、この文字はどこにも現れません。選んでコピーすると読めます。",
		EN: "When the page is drawn this text appears nowhere. Selecting and copying is enough to read it.",
	},
	Advice: inspect.Words{
		JA: "ページを目で見て、文字が見えなければ消してください。見えるなら、そのままで構いません。",
		EN: "Look at the page. If the text can't be seen, take it out; if it can, leave it.",
	},
	Weight: inspect.Warn, Action: inspect.Ask,
}

// lookAgain has the witness look at a page of which geometry is not certain. Where it can't, the page is unread: text that may be
// hidden must not pass for visible.
func (d *document) lookAgain(ctx context.Context, c *pdf.Canvas) error {
	if !c.Doubtful {
		return nil
	}
	_, err := d.witness.Look(ctx, c)
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	}
	reason := inspect.Unsupported
	if errors.Is(err, witness.ErrTime) {
		reason = inspect.Limit
	}
	return d.emit(inspect.Item{Where: inspect.Page{Page: c.Page.N}, Unread: reason})
}
