package xlsx

import "github.com/sumikeshi/sumikeshi/inspect"

// Macro is the VBA project of a workbook ([MS-OVBA]).
var Macro = &inspect.Place{
	ID:    "xlsx/macro",
	Title: inspect.Words{JA: "マクロ（プログラム）", EN: "macros"},
	Why: inspect.Words{
		JA: "中のプログラムには、名前・パスワード・ファイルの場所が書かれていることがあります。",
		EN: "The program may hold names, passwords and paths.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルでは消し、名前の終わりを .xlsx にします。マクロが必要なときは、公開の方法を考え直してください。",
		EN: "They are removed, and the copy becomes an .xlsx file. If the macros are needed, think again about how to publish.",
	},
	Weight: inspect.Warn, Action: inspect.Take,
}
