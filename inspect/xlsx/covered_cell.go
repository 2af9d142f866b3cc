package xlsx

import (
	"slices"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/sml"
)

// CoveredCell is a cell under an opaque shape, picture or chart of a drawing (20.5.2). Where a shape ends is computed from widths of columns
// and heights of rows as the file gives them, so it is an estimate at the edges.
var CoveredCell = &inspect.Place{
	ID:    "xlsx/covered-cell",
	Title: inspect.Words{JA: "図形や画像の下のセル（文字が残っています）", EN: "cell under a shape or a picture"},
	Why:   inspect.Words{JA: "図形や画像を上に置いただけです。動かすと、下の文字が出てきます。", EN: "A shape or a picture lies over it. Moving that aside shows the text."},
	Advice: inspect.Words{
		JA: "かくすつもりの文字なら、セルから消してください。個人情報があれば、公開用ファイルでは下の文字を消し、図形は残します。",
		EN: "If it is meant to be hidden, empty the cell. With personal data in it, the copy loses the text below and keeps the shape.",
	},
	Weight: inspect.Warn, Action: inspect.Ask,
}

// coveredPart is how much of a cell's width and of its height must be covered.
const coveredPart = 0.7

// A cover is an opaque box over cells. Lengths are in EMU, 914,400 to the inch (20.1.10.16).
type cover struct {
	col1, col2 int // the columns, from 1, that it covers; none if col2 < col1
	row1, row2 int // the rows in which it begins and ends, from 1; row2 is 0 if only its height is known
	off1, off2 float64
	height     float64
	top        float64 // from the sheet's top, once row1 is reached
	reached    bool
	shown      []sml.Area // cells that it shows by itself: those that a chart draws
}

// An under knows which columns of the row being read are covered.
type under struct {
	covers   []cover
	standard float64  // height of a row that gives none
	last     int      // the row read last
	y        float64  // where it ends
	over     []*cover // what covers the row
}

// row goes to a row of that height, in EMU; -1 if it gives none. It reports whether anything covers cells of it.
func (u *under) row(n int, height float64) bool {
	if len(u.covers) == 0 {
		return false
	}
	if height < 0 {
		height = u.standard
	}
	top := u.y + float64(max(0, n-u.last-1))*u.standard
	u.over = u.over[:0]
	for i := range u.covers {
		c := &u.covers[i]
		if !c.reached && n >= c.row1 {
			c.top, c.reached = top+c.off1, true
			if between := n - c.row1; between > 0 { // its own row is not in the file
				c.top -= float64(between) * u.standard
			}
		}
		if c.reached && c.covers(n, top, height) {
			u.over = append(u.over, c)
		}
	}
	u.last, u.y = n, top+height
	return len(u.over) > 0
}

// covers reports whether the box covers the row that begins at top.
func (c *cover) covers(row int, top, height float64) bool {
	bottom := c.top + c.height
	switch {
	case c.row2 > 0 && row > c.row2 || height <= 0:
		return false
	case c.row2 > 0 && row == c.row2:
		bottom = top + c.off2
	case c.row2 > 0:
		bottom = top + height
	}
	return min(bottom, top+height)-max(c.top, top) >= coveredPart*height
}

// hides reports whether a cell of the row gone to last is covered.
func (u *under) hides(col int) bool {
	for _, c := range u.over {
		if c.col1 <= col && col <= c.col2 && !slices.ContainsFunc(c.shown, func(a sml.Area) bool { return a.Contains(col, u.last) }) {
			return true
		}
	}
	return false
}
