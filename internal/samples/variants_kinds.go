package samples

import (
	"slices"
	"strings"
)

// kindBooks are the small book as other kinds and other writers have it.
func kindBooks() []folder {
	list := []folder{
		respelt("backslash-names", "部品の名前が「\\」区切り", "part names with backslashes", func(b *book) { rename(b, func(n string) string { return strings.ReplaceAll(n, "/", `\`) }) }),
		respelt("google", "Googleスプレッドシートが書く並び（本体が最後、サイズは後ろ）", "as Google Sheets writes: the workbook last, sizes behind the data", google),
	}
	for _, kind := range [...][3]string{
		{"xltx", ctSheetML + "template.main+xml", "テンプレート"},
		{"xltm", "application/vnd.ms-excel.template.macroEnabled.main+xml", "マクロ有効テンプレート"},
		{"xlsm", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", "マクロ有効ブック（マクロなし）"},
	} {
		v := newVariant(kind[0], "作業").count("作業")
		v.b.finish().wb.ctype = kind[1]
		list = append(list, one("variants/"+kind[0], "book."+kind[0], v.b.bytes(), v.want(kind[2], "."+kind[0])))
	}
	return list
}

// rename changes how the names of the entries are spelt; relationships spell them as ever.
func rename(b *book, spell func(string) string) { b.spell = spell }

// google puts the workbook and the content types last, and streams the entries.
func google(b *book) {
	b.stream, b.last = true, true
	b.noProps = true
	slices.Reverse(b.parts)
}
