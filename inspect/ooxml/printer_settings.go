package ooxml

import (
	"context"
	"encoding/binary"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/inspect"
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
		it := inspect.Item{Where: inspect.Part{Part: part.Name}, Text: texts(data), Place: PrinterSettings, Fix: fix}
		if err := emit(it); err != nil {
			return err
		}
	}
	return nil
}

// leastRun is how many characters make a text in a binary record.
const leastRun = 4

// texts returns the runs of characters in a driver's record, a line each: a record (DEVMODEW) holds UTF-16, what the driver adds may
// be in any encoding, so bytes that are UTF-8 are taken too.
func texts(data []byte) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(data[2*i:])
	}
	wide := runs(string(utf16.Decode(units)))
	return strings.Join(append(wide, runs(strings.ToValidUTF8(string(data), "\x00"))...), "\n")
}

// runs returns the stretches of printable characters that are long enough to say something.
func runs(s string) []string {
	long := strings.FieldsFunc(s, func(r rune) bool { return r < ' ' || r == utf8.RuneError || !unicode.IsPrint(r) })
	return slices.DeleteFunc(long, func(run string) bool { return utf8.RuneCountInString(run) < leastRun })
}
