package ooxml

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// Macro is a VBA project or what belongs to it ([MS-OVBA]).
var Macro = &inspect.Place{
	ID:     "ooxml/macro",
	Title:  inspect.Words{JA: "マクロ（プログラム）", EN: "macros"},
	Why:    inspect.Words{JA: "中のプログラムには、名前・パスワード・ファイルの場所が書かれていることがあります。", EN: "The program may hold names, passwords and paths."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。マクロが必要なときは、公開の方法を考え直してください。", EN: "They are removed from the copy. If the macros are needed, think again about how to publish."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// Macros emits the VBA project and its companions. The project is compressed source and compiled code; it is not read, it goes.
func (p *Package) Macros(ctx context.Context, emit Emit) error {
	for _, kind := range [...]string{"vbaProject", "vbaProjectSignature", "vbaProjectSignatureAgile", "vbaProjectSignatureV3", "wordVbaData"} {
		for _, part := range p.Targets(kind) {
			if !p.Claim(part) {
				continue
			}
			it := inspect.Item{Where: inspect.Part{Part: part.Name}, Place: Macro, Fix: inspect.DropPart{Part: part.Name}}
			if err := emit(it); err != nil {
				return err
			}
		}
	}
	return nil
}
