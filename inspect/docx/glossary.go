package docx

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/inspect/ooxml"
	"github.com/sumikeshi/sumikeshi/internal/opc"
)

// Glossary is the document's store of building blocks (17.12): no page shows it.
var Glossary = &inspect.Place{
	ID:     "docx/glossary",
	Title:  inspect.Words{JA: "文書の部品の控え（定型句など）", EN: "building blocks"},
	Why:    inspect.Words{JA: "ページには出ない定型句や見出しの部品です。前の文書の文字が残っていることがあります。", EN: "Stock texts that no page shows. Text of former documents may remain."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "They are removed from the copy."},
	Weight: inspect.Note, Action: inspect.Take,
}

// glossaryFix returns the fix of the glossary that a story belongs to.
func (d *document) glossaryFix(part *opc.Part) inspect.Fix {
	for _, g := range d.pkg.Targets("glossaryDocument") {
		if g == part {
			return inspect.DropPart{Part: g.Name}
		}
		for _, rel := range g.Rels {
			if rel.Part == part {
				return inspect.DropPart{Part: g.Name}
			}
		}
	}
	return inspect.DropPart{Part: part.Name}
}

// glossaryParts announces the glossaries; their stories were read with the others.
func (d *document) glossaryParts(ctx context.Context) error {
	for _, part := range d.pkg.Targets("glossaryDocument") {
		fix := inspect.DropPart{Part: part.Name}
		if err := ooxml.Announce(part, Glossary, fix, d.emit); err != nil {
			return err
		}
		for _, rel := range part.Rels {
			if !ooxml.TypeIs(rel, "settings") || !d.pkg.Claim(rel.Part) {
				continue
			}
			if err := d.pkg.All(ctx, rel.Part, Glossary, fix, d.emit); err != nil {
				return err
			}
		}
	}
	return nil
}
