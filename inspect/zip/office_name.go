package zip

import (
	"path"
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// officeNames are the endings of files that are ZIP inside, which their users do not know.
var officeNames = []string{".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".docx", ".docm", ".dotx", ".dotm", ".pptx", ".pptm", ".ppsx"}

// damagedOffice is the advice for a file that should be a document of Office and is a damaged archive: nobody is to unpack it.
var damagedOffice = inspect.Words{
	JA: "ファイルがこわれています。ExcelやWordで開いて「修復」し、別の名前で保存してから、もう一度入れてください。開けないときは、元のファイルを使ってください。",
	EN: "The file is damaged. Open it in Excel or Word, let it repair the file, save it under another name and try again; or go back to the original.",
}

// officeName reports whether a name is that of an Office document.
func officeName(name string) bool {
	return slices.Contains(officeNames, strings.ToLower(path.Ext(name)))
}
