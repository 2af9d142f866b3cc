package xlsx

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// RichData is the store of rich values ([MS-XLSX] 2.6.211), unless it holds no more than pictures placed in cells, which a reader sees,
// and reasons for errors.
var RichData = &inspect.Place{
	ID:     "xlsx/rich-data",
	Title:  inspect.Words{JA: "データ型に付いた追加の情報", EN: "rich data"},
	Why:    inspect.Words{JA: "セルのデータ型に付いた、画面に出ない値が入っています。", EN: "It holds values of data types that no cell shows."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。", EN: "It is removed from the copy."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// richParts are the types of relationships that lead to the store, if it goes as a whole.
func (d *document) richParts() []string {
	if d.rich != nil && d.rich.Plain() {
		return nil
	}
	return sml.RichParts
}

// card puts in place of the value of a cell, an error, the text that the cell shows because of its rich value.
func (d *document) card(c *sml.Cell) {
	if text, ok := d.rich.Shown(c.Rich); ok {
		c.Type, c.Value = sml.TypeString, []byte(text)
	}
}
