package xlsx

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// OutsidePrintArea is a cell with people far from the print area (18.2.5, _xlnm.Print_Area) and from everything else on the sheet.
var OutsidePrintArea = &inspect.Place{
	ID:     "xlsx/outside-print-area",
	Title:  inspect.Words{JA: "印刷範囲から遠く離れたセル（個人情報あり）", EN: "cells with people far outside the print area"},
	Why:    inspect.Words{JA: "印刷しても画面を開いても出ませんが、右や下へ動かすと見えます。作業のメモが残っていることがあります。", EN: "Neither print nor the first screen shows them, but scrolling does. Working notes may have been left there."},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。見せる内容なら、印刷範囲に入れてください。", EN: "They are removed from the copy. If they are to be seen, put them into the print area."},
	Weight: inspect.Warn, Action: inspect.Ask, OnlyWithPeople: true,
}

// How far an island lies from the print area, and how much empty room is before it: a legend stands beside its table, and a table goes
// on behind its first page.
const (
	farColumns = 12
	farRows    = 40
	gapColumns = 8
	gapRows    = 20
)

// An islands is what tells whether a cell stands apart from the cells before it.
type islands struct {
	row, col int  // of the last value
	below    bool // an empty stretch was passed below the print area
	beside   bool // the last value stood apart in its row
}

// apart reports whether a cell lies far from what is printed, with nothing in between. It has to be asked of every cell with a value.
func (i *islands) apart(c *sml.Cell, print []sml.Area) bool {
	right, bottom := 0, 0
	for _, a := range print {
		right, bottom = max(right, a.Col2), max(bottom, a.Row2)
	}
	if c.Row != i.row {
		i.below = i.below || c.Row-max(i.row, bottom) > gapRows && c.Row > bottom+farRows
		i.row, i.col, i.beside = c.Row, 0, false
	}
	i.beside = c.Col > right+farColumns && (i.beside || c.Col-i.col > gapColumns)
	i.col = c.Col
	return right > 0 && (i.below || i.beside)
}
