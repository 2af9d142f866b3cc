package xlsx

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// HiddenColumn is a column with hidden="1" or without width, given or by default (18.3.1.13, 18.3.1.81).
var HiddenColumn = &inspect.Place{
	ID:     "xlsx/hidden-column",
	Title:  inspect.Words{JA: "かくれている列", EN: "hidden column"},
	Why:    inspect.Words{JA: "列を選んで「再表示」を選ぶと見られます。", EN: "Anyone can unhide it."},
	Advice: inspect.Words{JA: "公開用ファイルでは中身を消します。列そのものは残ります。", EN: "The copy keeps the column and loses its content."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// hiddenWidth is the width, in characters, up to which a column shows nothing.
const hiddenWidth = 0.5

// hidesColumn reports whether a column is hidden.
func (sh *sheet) hidesColumn(col int) bool {
	for _, c := range sh.hidden {
		if col >= c.Min && col <= c.Max {
			return true
		}
	}
	if !sh.zeroCols {
		return false
	}
	for _, c := range sh.columns {
		if col >= c.Min && col <= c.Max {
			return false
		}
	}
	return true
}

// announceColumn emits the item that stands for a hidden column, when its first value comes by.
func (v *cellReader) announceColumn(c *sml.Cell) error {
	if v.colSaid[c.Col] {
		return nil
	}
	if v.colSaid == nil {
		v.colSaid = map[int]bool{}
	}
	v.colSaid[c.Col] = true
	return v.emit(inspect.Item{
		Where: inspect.Cell{Sheet: v.sh.Name, Row: c.Row, Col: c.Col},
		Place: HiddenColumn, Fix: inspect.BlankCells{Part: v.sh.Part.Name, Of: HiddenColumn.ID}, Outer: v.sh.fix,
	})
}
