package detectors

import "strings"

// Values that forms and tables split over neighbouring cells: one digit to a box, 03 | 1234 | 5678, 昭和 | 60 | 3 | 5.

// parted are the kinds that are split, and how the parts read when they stand in one cell.
var parted = map[string]func(cells []string) string{
	"phone":                func(cells []string) string { return strings.Join(cells, "-") },
	"postal-code":          func(cells []string) string { return strings.Join(cells, "-") },
	"birth-date":           joinDate,
	"my-number":            joinDigits,
	"bank-account":         joinDigits,
	"health-insurer":       joinDigits,
	"health-insured":       joinDigits,
	"care-insured":         joinDigits,
	"employment-insurance": joinDigits,
	"pension-number":       joinDigits,
	"resident-code":        joinDigits,
	"drivers-license":      joinDigits,
	"credit-card":          joinDigits,
}

func joinDigits(cells []string) string { return strings.Join(cells, "") }

// joinDate joins a date: 昭和 60 3 5, 1985 3 5.
func joinDate(cells []string) string {
	if _, _, n := eraAt(cells[0]); n > 0 && n == len(cells[0]) && len(cells) == 4 {
		return cells[0] + strings.Join(cells[1:], "-")
	}
	return strings.Join(cells, "-")
}

// Parts tells whether neighbouring cells hold one value together. Heads are those over the first of them, outermost first, or the label
// beside it; rows are the cells of one value each. The column is that of the value if at least six in ten of the rows make one; its Parts is
// then the number of cells. Without a head only twelve digits in boxes that all pass the check of a my-number are told, three rows or more.
func (s *Set) Parts(heads []string, rows [][]string) Column {
	if len(rows) == 0 || len(rows[0]) < 2 || len(rows[0]) > 16 {
		return Column{}
	}
	h, head := s.headOf(heads)
	c := Column{Kind: h.kind, Head: head, Against: h.against, Total: len(rows), Parts: len(rows[0])}
	sure := h.kind == ""
	if sure {
		c.Kind = "my-number"
	}
	k, join := s.Detector(c.Kind), parted[c.Kind]
	if k == nil || join == nil || k.Valid == nil {
		return Column{}
	}
	boxes := true
	for _, row := range rows {
		var cells []string
		for _, cell := range row {
			cell = fold(cell)
			boxes = boxes && len(cell) == 1
			cells = append(cells, cell)
		}
		whole := join(cells)
		if boxes {
			whole = joinDigits(cells)
		}
		if k.Valid(whole) && (!sure || boxes && len(whole) == 12 && allDigits(whole) && myNumberCheck(whole)) || k.ID == "phone" && cells[0] != "" && k.Valid("0"+whole) {
			c.Valid++
		}
	}
	if c.Valid*10 < c.Total*6 || c.Valid == 0 || sure && (c.Valid < c.Total || c.Total < 3) {
		return Column{}
	}
	return c
}

// Announces returns the ID of the detector whose values the heads of a column announce, or "".
func (s *Set) Announces(heads []string) string {
	h, _ := s.headOf(heads)
	if h.bit == 0 {
		return ""
	}
	return h.kind
}

// part appends the match of a cell that holds a part of a value. It reports false for one that holds something else.
func (t *textState) part(dst []Match, given string) ([]Match, bool) {
	l := t.with
	cell := given
	start, end := trim(given, 0, len(given))
	for strings.HasPrefix(cell[start:end], "　") {
		start += len("　")
	}
	for strings.HasSuffix(cell[start:end], "　") {
		end -= len("　")
	}
	if end-start > 24 || start >= end || !partOf(fold(given[start:end])) {
		return dst, false
	}
	sure := Likely
	if l.column.Valid >= 5 {
		sure = Proven
	}
	if l.column.Against != "" {
		sure = Shape
	}
	return append(dst, Match{l.column.Kind, start, end, sure, t.join(l.labels[0].because, "one value in neighbouring cells"), l.column.Part}), true
}

// partOf reports whether a folded cell can be a part of a number or of a date.
func partOf(s string) bool {
	if _, _, n := eraAt(s); n > 0 && n == len(s) || s == "元" {
		return true
	}
	s = strings.TrimPrefix(strings.TrimSuffix(s, ")"), "(")
	return allDigits(s) && len(s) <= 8
}
