package xlsx

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// FilteredRow is a row that a filter hides (18.3.2.7; of a table 18.5.1.1): of the sheet, of a table, or an advanced one.
var FilteredRow = &inspect.Place{
	ID:    "xlsx/filtered-row",
	Title: inspect.Words{JA: "フィルターでかくれている行", EN: "row hidden by a filter"},
	Why:   inspect.Words{JA: "絞り込みで見えないだけです。フィルターを解除すると、すべての行が見られます。", EN: "A filter hides it. Whoever clears the filter sees every row."},
	Advice: inspect.Words{
		JA: "見せてよい行だけなら、フィルターを解除してから公開してください。個人情報があれば、公開用ファイルでは中身を消します。",
		EN: "If every row may be seen, clear the filter before publishing. With personal data in it, the copy loses its content.",
	},
	Weight: inspect.Warn, Action: inspect.Ask,
}

// showRow announces a row that a filter hides and that will be shown.
func (v *cellReader) showRow(row int) error {
	return v.emit(inspect.Item{
		Where: inspect.Cell{Sheet: v.sh.Name, Row: row, Col: 1}, Place: FilteredRow, Fix: inspect.ShowRows{Part: v.sh.Part.Name}, Outer: v.sh.fix,
	})
}

// shownHeight returns the height, in points, that a hidden row has once it is shown; -1 is that of the sheet.
func (sh *sheet) shownHeight(r sml.Row) float64 {
	if r.Height == 0 || r.Height < 0 && sh.zeroRows {
		return sml.ShownHeight
	}
	return r.Height
}
