package ooxml

import (
	"context"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/runs"
)

// PrinterSettings is a printer driver's own record (Part 1, 15.2.15).
var PrinterSettings = &inspect.Place{
	ID:     "ooxml/printer-settings",
	Title:  inspect.Words{JA: "プリンターの設定", EN: "printer settings"},
	Why:    inspect.Words{JA: "プリンターの名前、サーバーの場所、利用者の名前が入っていることがあります。", EN: "They may hold the printer's name, its server and a user's name."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。用紙の設定は残ります。", EN: "They are removed from the copy. The page setup stays."},
	Weight: inspect.Note, Action: inspect.Take,
	Metadata: true,
}

// Printers emits the printer settings with every text in them: the device, its server and what the driver keeps.
func (p *Package) Printers(ctx context.Context, emit Emit) error {
	for _, part := range p.Targets("printerSettings") {
		if !p.Claim(part) {
			continue
		}
		fix := inspect.DropPart{Part: part.Name}
		data, err := Held(ctx, part)
		if err != nil {
			it, err := Unread(part.Name, PrinterSettings, fix, err)
			if err != nil {
				return err
			}
			if err := emit(it); err != nil {
				return err
			}
			continue
		}
		it := inspect.Item{Where: inspect.Part{Part: part.Name}, Text: runs.Of(data), Place: PrinterSettings, Fix: fix}
		if err := emit(it); err != nil {
			return err
		}
	}
	return nil
}
