package sml

// The largest row and column of a sheet.
const (
	maxRow = 1 << 20
	maxCol = 1 << 14
)

// An Area is a rectangle of cells; rows and columns count from 1. Whole columns run from row 1 to the last, whole rows alike.
type Area struct{ Col1, Row1, Col2, Row2 int }

// Overlaps reports whether two areas share a cell.
func (a Area) Overlaps(b Area) bool {
	return a.Col1 <= b.Col2 && b.Col1 <= a.Col2 && a.Row1 <= b.Row2 && b.Row1 <= a.Row2
}

// Contains reports whether a cell lies in the area.
func (a Area) Contains(col, row int) bool {
	return a.Col1 <= col && col <= a.Col2 && a.Row1 <= row && row <= a.Row2
}

// Widen returns the area that a copied formula can reach if it is copied by up to that many columns and rows to either side.
// Anchored ends ($A$1) move too, which makes the area larger than need be, never smaller.
func (a Area) Widen(cols, rows int) Area {
	return Area{max(1, a.Col1-cols), max(1, a.Row1-rows), min(maxCol, a.Col2+cols), min(maxRow, a.Row2+rows)}
}

// ParseArea reads a reference without a sheet, as formulas and attributes hold it: "B7", "$A$1:B9", "5:104", "C:D".
func ParseArea(ref string) (Area, bool) {
	if ref == "" || areaEnd(ref, 0) != len(ref) {
		if c := parseCorner(ref, 0); c.end == len(ref) && c.end > 0 { // one row or column: "C", "5"
			return c.area(c), true
		}
		return Area{}, false
	}
	first := parseCorner(ref, 0)
	last := first
	if first.end < len(ref) {
		last = parseCorner(ref, first.end+1)
	}
	return first.area(last), true
}

// A corner is one end of an area; a row or column that it does not name is 0.
type corner struct{ col, row, end int }

// area spans two corners, in either order.
func (c corner) area(d corner) Area {
	a := Area{min(c.col, d.col), min(c.row, d.row), max(c.col, d.col), max(c.row, d.row)}
	if a.Col1 == 0 {
		a.Col1, a.Col2 = 1, maxCol
	}
	if a.Row1 == 0 {
		a.Row1, a.Row2 = 1, maxRow
	}
	return a
}

// same reports whether two corners can end one area: cell and cell, column and column, row and row.
func (c corner) same(d corner) bool {
	return (c.col == 0) == (d.col == 0) && (c.row == 0) == (d.row == 0)
}

// parseCorner reads $A$1, $A or $1; its end is 0 if there is none.
func parseCorner(s string, i int) corner {
	var c corner
	j := i
	if at(s, j) == '$' {
		j++
	}
	for k := j; ; j++ {
		l := at(s, j) &^ 0x20 // to upper case
		if l < 'A' || l > 'Z' || j-k == 3 {
			break
		}
		c.col = c.col*26 + int(l-'A'+1)
	}
	if c.col > 0 && at(s, j) == '$' {
		j++
	}
	digits := j
	for ; j-digits < 7 && '0' <= at(s, j) && at(s, j) <= '9'; j++ {
		c.row = c.row*10 + int(s[j]-'0')
	}
	if c.col == 0 && c.row == 0 || c.col > maxCol || c.row > maxRow || digits > i && s[digits-1] == '$' && c.row == 0 {
		return corner{}
	}
	c.end = j
	return c
}

// areaEnd returns the end of the area that begins at i, or 0: what goes on as a word, a call or a sheet is none.
func areaEnd(s string, i int) int {
	first := parseCorner(s, i)
	if first.end == 0 {
		return 0
	}
	if at(s, first.end) == ':' {
		if last := parseCorner(s, first.end+1); last.end > 0 && first.same(last) && ends(s, last.end) {
			return last.end
		}
	}
	if first.col == 0 || first.row == 0 || !ends(s, first.end) {
		return 0
	}
	return first.end
}

// ends reports whether nothing that stands at i carries a reference on.
func ends(s string, i int) bool {
	c := at(s, i)
	return !wordByte(c) && c != '(' && c != '!' && c != '['
}
