package zip

import (
	"path"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// SystemFile is a file that a computer put beside the files of its user: folder views and previews.
var SystemFile = &inspect.Place{
	ID:    "zip/system-file",
	Title: inspect.Words{JA: "パソコンが自動で入れたファイル", EN: "a file that the computer added"},
	Why: inspect.Words{
		JA: "ふだんは見えないファイルで、消したファイルの名前や、写真の小さな見本が入っていることがあります。",
		EN: "It is not shown, and may hold names of deleted files, or previews of pictures.",
	},
	Advice: inspect.Words{
		JA: "公開用ファイルには入れません。なくても困りません。",
		EN: "The cleaned copy leaves it out. Nothing needs it.",
	},
	Weight: inspect.Warn,
	Action: inspect.Take,
}

// systemFile reports whether a member is one that macOS or Windows made for itself.
func systemFile(name string) bool {
	name = strings.ToLower(strings.ReplaceAll(name, `\`, "/"))
	if strings.HasPrefix(name, "__macosx/") {
		return true
	}
	switch path.Base(name) {
	case ".ds_store", "thumbs.db", "desktop.ini":
		return !strings.HasSuffix(name, "/")
	}
	return false
}
