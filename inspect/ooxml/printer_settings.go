package ooxml

import (
	"bytes"
	"context"
	"encoding/binary"
	"unicode/utf16"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/opc"
)

// PrinterSettings is a printer driver's own record (Part 1, 15.2.15).
var PrinterSettings = &inspect.Place{
	ID:     "ooxml/printer-settings",
	Title:  inspect.Words{JA: "プリンターの設定", EN: "printer settings"},
	Why:    inspect.Words{JA: "プリンターの名前、サーバーの場所、利用者の名前が入っていることがあります。", EN: "They may hold the printer's name, its server and a user's name."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。用紙の設定は残ります。", EN: "They are removed from the copy. The page setup stays."},
	Weight: inspect.Note, Action: inspect.Take,
}

// Printers emits the printer settings with the device name that each begins with (DEVMODEW.dmDeviceName, 32 UTF-16 units).
func (p *Package) Printers(ctx context.Context, emit Emit) error {
	for _, part := range p.Targets("printerSettings") {
		if !p.Claim(part) {
			continue
		}
		it := inspect.Item{Where: inspect.Part{Part: part.Name}, Place: PrinterSettings, Fix: inspect.DropPart{Part: part.Name}}
		it.Text = deviceName(ctx, part)
		if err := emit(it); err != nil {
			return err
		}
	}
	return nil
}

// deviceName returns the printer's name, or nothing if the record is of another system: then the part goes unread, as it goes
// anyway.
func deviceName(ctx context.Context, part *opc.Part) string {
	data, err := Held(ctx, part)
	if err != nil || len(data) < 64 {
		return ""
	}
	units := make([]uint16, 32)
	if binary.Read(bytes.NewReader(data[:64]), binary.LittleEndian, units) != nil {
		return ""
	}
	for i, u := range units {
		if u == 0 {
			units = units[:i]
			break
		}
	}
	return string(utf16.Decode(units))
}
