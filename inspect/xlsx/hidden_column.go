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

// columnPlace returns the place of a column that a reader does not see, nil if he sees it.
func (sh *sheet) columnPlace(col int) *inspect.Place {
	for _, c := range sh.hidden {
		if col >= c.Min && col <= c.Max {
			if c.Level > 0 {
				return CollapsedGroup
			}
			return HiddenColumn
		}
	}
	if !sh.zeroCols {
		return nil
	}
	for _, c := range sh.columns {
		if col >= c.Min && col <= c.Max && (c.Hidden || c.Width != -1) {
			return nil
		}
	}
	return HiddenColumn
}

// hides notes a run of columns if a reader does not see them.
func (sh *sheet) hides(c sml.Columns) {
	if c.Hidden || c.Width >= 0 && c.Width <= hiddenWidth {
		sh.hidden = append(sh.hidden, c)
	}
}

// announceColumn emits the item that stands for a hidden column, when its first value comes by.
func (v *cellReader) announceColumn(c *sml.Cell, place *inspect.Place) error {
	if v.colSaid[c.Col] {
		return nil
	}
	if v.colSaid == nil {
		v.colSaid = map[int]bool{}
	}
	v.colSaid[c.Col] = true
	return v.announce(c, place)
}
