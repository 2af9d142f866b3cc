package docx

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/wml"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// Comment is a comment (17.13.4.2) with its author; what belongs to it lies in further parts ([MS-DOCX] 2.5.4 to 2.5.6).
var Comment = &inspect.Place{
	ID:     "docx/comment",
	Title:  inspect.Words{JA: "コメント（メモ）", EN: "comment"},
	Why:    inspect.Words{JA: "内部のやりとりと、書いた人の名前が残っています。", EN: "Internal remarks, with the names of who made them."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。見る人に必要な説明は、本文に書いてください。", EN: "It is removed from the copy. Put what readers need into the text."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// comment emits the author of a comment; its paragraphs follow.
func (r *story) comment(s *xmlscan.Scanner) error {
	author, _ := wml.Attr(s, "author")
	return r.out(inspect.Item{Where: inspect.Part{Part: r.part}, Text: author, Labels: []string{"author"}, Place: Comment, Fix: r.fix})
}

// commentParts emits the parts beside the comments: who answered whom, and which are done.
func (d *document) commentParts(ctx context.Context) error {
	for _, kind := range [...]string{"commentsExtended", "commentsIds", "commentsExtensible"} {
		for _, part := range d.pkg.Targets(kind) {
			if !d.pkg.Claim(part) {
				continue
			}
			fix := inspect.DropPart{Part: part.Name}
			if err := d.pkg.All(ctx, part, Comment, fix, d.emit); err != nil {
				return err
			}
		}
	}
	return nil
}
