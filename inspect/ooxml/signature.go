package ooxml

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// Signature is a signature of the package (Part 2, 12).
var Signature = &inspect.Place{
	ID:     "ooxml/signature",
	Title:  inspect.Words{JA: "電子署名", EN: "digital signature"},
	Why:    inspect.Words{JA: "署名した人の名前と証明書が入っています。中身を直すと、署名は無効になります。", EN: "It names the signer. Any change to the content makes it invalid."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。署名が必要なときは、公開用ファイルに署名し直してください。", EN: "It is removed from the copy. Sign the copy again if needed."},
	Weight: inspect.Note, Action: inspect.Take,
	Metadata: true,
}

// Signatures emits the package's signatures.
func (p *Package) Signatures(ctx context.Context, emit Emit) error {
	for _, part := range p.Targets("origin") {
		if !p.Claim(part) {
			continue
		}
		if err := Announce(part, Signature, inspect.DropPart{Part: part.Name}, emit); err != nil {
			return err
		}
	}
	for _, part := range p.Targets("signature") {
		if err := p.DropWhole(ctx, part, Signature, emit); err != nil {
			return err
		}
	}
	return nil
}
