package ooxml

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// Thumbnail is the picture of the first page that a package carries (ECMA-376 Part 2, 10).
var Thumbnail = &inspect.Place{
	ID:     "ooxml/thumbnail",
	Title:  inspect.Words{JA: "表紙の小さな絵", EN: "thumbnail"},
	Why:    inspect.Words{JA: "保存したときの1ページ目の絵です。あとで消した内容が写っていることがあります。", EN: "A picture of the first page as it was when saved. It may show what was removed later."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
	Metadata: true,
}

// Thumbnails emits the thumbnails. Their pixels are not read: they go.
func (p *Package) Thumbnails(_ context.Context, emit Emit) error {
	for _, part := range p.Targets("thumbnail") {
		if !p.Claim(part) {
			continue
		}
		if err := Announce(part, Thumbnail, inspect.DropPart{Part: part.Name}, emit); err != nil {
			return err
		}
	}
	return nil
}
