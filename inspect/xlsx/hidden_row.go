package xlsx

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// HiddenRow is a row with hidden="1", without height or of a height in which nothing can be read, or of a sheet whose rows are hidden by default (18.3.1.73, 18.3.1.81).
var HiddenRow = &inspect.Place{
	ID:     "xlsx/hidden-row",
	Title:  inspect.Words{JA: "かくれている行", EN: "hidden row"},
	Why:    inspect.Words{JA: "行を選んで「再表示」を選ぶと見られます。", EN: "Anyone can unhide it."},
	Advice: inspect.Words{JA: "公開用ファイルでは中身を消します。行そのものは残ります。", EN: "The copy keeps the row and loses its content."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// hidesRow returns the place of a row that a reader does not see: a filter, a group that is folded, or neither; nil if he sees it.
func (sh *sheet) hidesRow(r sml.Row) *inspect.Place {
	switch {
	case !r.Hidden && (r.Height < 0 || r.Height > sml.HiddenHeight) && !(sh.zeroRows && r.Height < 0):
		return nil
	case sh.frame.inFilter(r.N):
		return FilteredRow
	case r.Level > 0:
		return CollapsedGroup
	}
	return HiddenRow
}

// announceRow emits the item that stands for a hidden row, when its first value comes by.
func (v *cellReader) announceRow(c *sml.Cell) error {
	if v.rowSaid {
		return nil
	}
	v.rowSaid = true
	return v.announce(c, v.rowPlace)
}

// announce emits the item that stands for a hidden row or column.
func (v *cellReader) announce(c *sml.Cell, place *inspect.Place) error {
	return v.emit(inspect.Item{
		Where: inspect.Cell{Sheet: v.sh.Name, Row: c.Row, Col: c.Col},
		Place: place, Fix: v.sh.blank(place), Outer: v.sh.fix,
	})
}

// blank is the fix of cells of a place on the sheet.
func (sh *sheet) blank(place *inspect.Place) inspect.Fix {
	return inspect.BlankCells{Part: sh.Part.Name, Of: place.ID, Filtered: place == FilteredRow}
}
