package docx

import (
	"context"
	"unicode"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/wml"
)

// UnusedHeader is a header or footer that no page has (17.10.2 to 17.10.6), such as one of first pages where those have none of their own,
// or a note that nothing refers to (17.11). One that says no more than those which are used is none.
var UnusedHeader = &inspect.Place{
	ID:     "docx/unused-header",
	Title:  inspect.Words{JA: "どのページにも出ないヘッダー・フッター・注", EN: "header, footer or note that no page shows"},
	Why:    inspect.Words{JA: "「先頭ページのみ別指定」などの設定を変えると出てきます。前の文書の文字が残っていることがあります。", EN: "It shows when a setting such as “different first page” is changed. Text of former documents may remain."},
	Advice: inspect.Words{JA: "必要のないものなら消してください。個人情報があれば、公開用ファイルでは消します。", EN: "Remove it if it is not needed. With personal data in it, the copy loses it."},
	Weight: inspect.Warn, Action: inspect.Ask,
}

// readStories emits all stories. Headers that no page has come last: what they say beyond the others is what they hide.
func (d *document) readStories(ctx context.Context) error {
	var late []*wml.Story
	for _, st := range d.doc.Stories {
		if d.doc.Unused(st) {
			late = append(late, st)
			continue
		}
		if err := d.readStoryOnce(ctx, st); err != nil {
			return err
		}
	}
	for _, st := range late {
		if err := d.readStoryOnce(ctx, st); err != nil {
			return err
		}
	}
	return nil
}

// unused changes an item of a header that no page has, and reports whether it says anything that the others do not. The first one announces
// the header.
func (r *story) unused(it *inspect.Item) bool {
	if r.d.headers[it.Text] || !tellsMore(it.Text) {
		return false
	}
	it.Place, it.Fix, it.Inside = UnusedHeader, r.fix, r.announced
	r.announced = true
	return true
}

// tellsMore reports whether a text is more than a page number or a line.
func tellsMore(text string) bool {
	digits := 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			return true
		}
	}
	return digits >= 6
}
