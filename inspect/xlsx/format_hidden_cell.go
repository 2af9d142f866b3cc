package xlsx

import (
	"strconv"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// FormatHiddenCell is a cell whose number format shows nothing for its value (18.8.31).
var FormatHiddenCell = &inspect.Place{
	ID:     "xlsx/format-hidden-cell",
	Title:  inspect.Words{JA: "表示形式でかくしたセル", EN: "cell hidden by its number format"},
	Why:    inspect.Words{JA: "表示形式（;;;）で見えなくしただけです。セルを選ぶと、数式バーに中身が出ます。", EN: "A number format (;;;) shows nothing, but the formula bar shows the content."},
	Advice: inspect.Words{JA: "公開用ファイルでは中身を消します。", EN: "The copy loses the content."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// hiddenByFormat reports whether the number format shows nothing for the cell's value. A format that only blanks zeros hides
// nothing.
func hiddenByFormat(f sml.NumberFormat, c *sml.Cell) bool {
	switch c.Type {
	case sml.TypeNumber, sml.TypeDate:
		n, err := strconv.ParseFloat(string(c.Value), 64)
		return err == nil && f.HidesNumber(n)
	case sml.TypeShared, sml.TypeString, sml.TypeInline:
		return f.HidesText
	}
	return false
}
