package xlsx

import (
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/xmlscan"
)

// ChartText is text that a chart keeps and does not draw: labels taken from cells that are switched off ([MS-ODRAWXML] 2.24.3.14
// datalabelsRange), and the title of an axis that is deleted (21.2.2.40).
var ChartText = &inspect.Place{
	ID:    "xlsx/chart-text",
	Title: inspect.Words{JA: "グラフに残った、表示していない文字", EN: "text in a chart that is not drawn"},
	Why: inspect.Words{
		JA: "消したつもりのデータ ラベルや軸の名前が、グラフの中に残っています。表示を切りかえると読めます。",
		EN: "Data labels and axis titles that were switched off are still in the chart. Switching them on shows them.",
	},
	Advice: inspect.Words{JA: "公開用ファイルでは消します。グラフの見た目は変わりません。", EN: "They are removed from the copy. The chart looks the same."},
	Weight: inspect.Warn, Action: inspect.Take,
}

// unseenText follows what of a chart's text is switched off.
type unseenText struct {
	labels  pointLabels
	deleted bool // the axis is not drawn
	counts  map[string]int
	depth   int // of the text that is not drawn, 0 outside
	fix     inspect.DropElement
	said    bool
}

// start takes a start tag of the part.
func (u *unseenText) start(s *xmlscan.Scanner, part string) {
	u.labels.start(s)
	switch local := string(s.LocalBytes()); local {
	case "catAx", "valAx", "dateAx", "serAx":
		u.deleted = false
	case "delete":
		if s.Depth() == 5 { // chartSpace/chart/plotArea/axis/delete
			u.deleted = on(s)
		}
	case "datalabelsRange", "title", "pt":
		if u.counts == nil {
			u.counts = map[string]int{}
		}
		u.counts[local]++
		if u.depth == 0 && u.hides(s, local) {
			u.depth, u.said = s.Depth(), false
			u.fix = inspect.DropElement{Part: part, Element: local, N: u.counts[local]}
		}
	}
}

// hides reports whether an element that has just started is not drawn.
func (u *unseenText) hides(s *xmlscan.Scanner, local string) bool {
	switch local {
	case "title":
		return s.Depth() == 5 && u.deleted
	case "datalabelsRange":
		return !u.labels.any()
	}
	return u.labels.ranged && !u.labels.shown
}

// on reports whether a switch is on; it is if it says nothing (21.2.3.8).
func on(s *xmlscan.Scanner) bool {
	v, ok := s.Attr("val")
	return !ok || string(v) == "1" || string(v) == "true"
}

// end takes an end tag.
func (u *unseenText) end(s *xmlscan.Scanner) {
	u.labels.end(s)
	if s.Depth() == u.depth {
		u.depth = 0
	}
}
