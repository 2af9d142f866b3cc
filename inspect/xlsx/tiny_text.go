package xlsx

import (
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// TinyText is a cell whose letters are at most three points high (18.8.22, sz), or become so small to fit into their cell (18.8.1,
// shrinkToFit). Fonts that draw bar codes are read by scanners.
var TinyText = &inspect.Place{
	ID:     "xlsx/tiny-text",
	Title:  inspect.Words{JA: "小さすぎて読めない文字", EN: "text too small to be read"},
	Why:    inspect.Words{JA: "3ポイント以下の文字は目に見えませんが、セルを選ぶと読めます。", EN: "Nobody sees letters of three points or less, but selecting the cell shows them."},
	Advice: inspect.Words{JA: "必要のない文字なら消してください。個人情報があれば、公開用ファイルでは消します。", EN: "Remove it if it is not needed. With personal data in it, the copy loses it."},
	Weight: inspect.Warn, Action: inspect.Ask,
}

// A text of eleven points is as wide as its column holds characters; shrunk to three points, that many times as many fit.
const shrunk = 11.0 / 3

// room returns how many halfwidth characters a cell that shrinks its text holds before nobody can read them.
func (v *cellReader) room(c *sml.Cell) int {
	last := c.Col
	if v.framed {
		v.sh.frame.merges.At(c.Col, func(a sml.Area, _ int) bool {
			last = min(a.Col2, maxColumn)
			return false
		})
	}
	width := 0.0
	for col := c.Col; col <= last; col++ {
		width += v.sh.columnWidth(col)
	}
	return max(1, int(width/digit*shrunk))
}

// shrinks takes an item as too small to be read if its text is wider than the room of its cells. What hides them otherwise goes before.
func (c *cellContext) shrinks(it *inspect.Item) {
	if c.fits > 0 && wider(it.Text, c.fits) {
		it.Place, it.Fix, it.Inside = TinyText, c.sh.blank(TinyText), false
	}
}

// wider reports whether a text takes more than n halfwidth characters.
func wider(text string, n int) bool {
	if len(text) <= n {
		return false
	}
	for _, r := range text {
		if n--; utf8.RuneLen(r) > 2 && (r < 0xFF61 || r > 0xFF9F) {
			n--
		}
	}
	return n < 0
}
