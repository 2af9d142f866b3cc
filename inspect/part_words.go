package inspect

import "strings"

// mainText is the part in which Word keeps the text itself.
const mainText = "word/document.xml"

// partNames says what a part is to somebody who never unpacked a file. The first prefix that fits counts. Part names are those
// that Office, LibreOffice and the libraries write (ECMA-376 part 1, clauses 11, 12 and 15, leave them open).
var partNames = []struct {
	prefix string
	words  Words
}{
	{"word/header", Words{"ヘッダー", "header"}},
	{"word/footer", Words{"フッター", "footer"}},
	{"word/footnotes", Words{"脚注", "footnotes"}},
	{"word/endnotes", Words{"文末脚注", "endnotes"}},
	{"word/comments", Words{"コメント", "comments"}},
	{"word/people", Words{"コメントを書いた人の一覧", "people who commented"}},
	{"word/glossary/", Words{"定型句", "building blocks"}},
	{"word/settings", Words{"文書の設定", "settings"}},
	{"word/charts/", Words{"グラフ", "chart"}},
	{"word/media/", Words{"画像", "picture"}},
	{"word/embeddings/", Words{"埋め込まれたファイル", "embedded file"}},
	{"docProps/thumbnail", Words{"縮小画像", "thumbnail"}},
	{"docProps/", Words{"ファイルの情報", "file information"}},
	{"customXml/", Words{"埋め込まれたデータ", "embedded data"}},
	{"xl/comments", Words{"セルのメモ", "cell notes"}},
	{"xl/threadedComments/", Words{"コメント", "comments"}},
	{"xl/persons/", Words{"コメントを書いた人の一覧", "people who commented"}},
	{"xl/drawings/", Words{"図形", "drawing"}},
	{"xl/charts/", Words{"グラフ", "chart"}},
	{"xl/media/", Words{"画像", "picture"}},
	{"xl/embeddings/", Words{"埋め込まれたファイル", "embedded file"}},
	{"xl/pivotCache/", Words{"ピボットテーブルの元データ", "pivot table data"}},
	{"xl/pivotTables/", Words{"ピボットテーブル", "pivot table"}},
	{"xl/externalLinks/", Words{"ほかのブックから写した値", "values of another workbook"}},
	{"xl/connections", Words{"データの接続", "data connections"}},
	{"xl/queryTables/", Words{"データの接続", "data connections"}},
	{"xl/tables/", Words{"テーブル", "table"}},
	{"xl/sharedStrings", Words{"文字の一覧", "list of texts"}},
	{"xl/workbook", Words{"ブックの設定", "workbook settings"}},
	{"xl/styles", Words{"書式", "styles"}},
	{"xl/vbaProject", Words{"マクロ", "macros"}},
	{"word/vbaProject", Words{"マクロ", "macros"}},
}

// partWords names a part: the main text by what it is, a well-known part by what it is and its name, any other by its name.
func partWords(name string) Words {
	plain := strings.TrimPrefix(name, "/")
	if plain == mainText {
		return Words{"本文", "main text"}
	}
	for i := range partNames {
		if known := &partNames[i]; strings.HasPrefix(plain, known.prefix) {
			return Words{known.words.JA + "（" + name + "）", known.words.EN + " (" + name + ")"}
		}
	}
	return Words{"部品 " + name, "part " + name}
}
