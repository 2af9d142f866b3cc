package ooxml

import "github.com/sumikeshi/sumikeshi/inspect"

// ChartWorkbook is the workbook that a chart was drawn from (Part 1, 21.2.2.63 externalData): a reader sees the chart, and two
// clicks open the whole table.
var ChartWorkbook = &inspect.Place{
	ID:     "ooxml/chart-workbook",
	Title:  inspect.Words{JA: "グラフのもとデータ（中に入っている表）", EN: "workbook behind a chart"},
	Why:    inspect.Words{JA: "グラフを右クリックして「データの編集」を選ぶと、もとの表がすべて開きます。", EN: "“Edit data” on the chart opens the whole table."},
	Advice: inspect.Words{JA: "公開用ファイルでは表を消し、グラフの絵は残します。", EN: "The copy keeps the drawn chart and loses the table."},
	Weight: inspect.Warn, Action: inspect.Take,
}
