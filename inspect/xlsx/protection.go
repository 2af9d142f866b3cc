package xlsx

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// Protection is the protection of a sheet or of the workbook (18.3.1.85, 18.2.29). It keeps people from typing, not from reading.
var Protection = &inspect.Place{
	ID:     "xlsx/protection",
	Title:  inspect.Words{JA: "シートやブックの保護", EN: "protection of a sheet or workbook"},
	Why:    inspect.Words{JA: "保護は編集を防ぐだけです。パスワードがなくても、かくした行やシートの中身は読み出せます。", EN: "It prevents editing only. Hidden rows and sheets can be read without the password."},
	Advice: inspect.Words{JA: "保護に頼らず、見せない内容は消してください。保護そのものは残ります。", EN: "Do not rely on it: take out what is not to be seen. The protection itself stays."},
	Weight: inspect.Note, Action: inspect.Report,
}

// protection emits the protection of the sheet.
func (v *cellReader) protection(s *xmlscan.Scanner) error {
	if !boolAttr(s, "sheet") && !boolAttr(s, "objects") && !boolAttr(s, "scenarios") {
		return nil
	}
	it := inspect.Item{Where: inspect.Sheet{Sheet: v.sh.Name}, Place: Protection, Outer: v.sh.fix}
	v.sh.over(&it)
	return v.emit(it)
}
