package inspect

import (
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors"
)

// boxes are the numbers of digits that forms give a box each.
var boxes = map[int]bool{7: true, 8: true, 10: true, 11: true, 12: true, 13: true, 16: true}

// splitColumns finds neighbouring columns that hold one value together: the parts of a telephone number, a postal code or a date, or one
// digit each. Their labels then say so.
func (l *Layout) splitColumns(b *block, first, last int, typed []detectors.Column) {
	for i := 0; i < len(typed); {
		c := l.splitAt(b, first, last, i, typed)
		for p := range c.Parts {
			c.Part = p + 1
			labels := b.labels[i+p]
			if t := typed[i+p]; t.Kind != "" || t.Against != "" {
				labels = labels[1:]
			}
			b.labels[i+p] = append([]string{c.Label()}, labels...)
			typed[i+p] = detectors.Column{}
		}
		i += max(c.Parts, 1)
	}
}

// splitAt tells the value that begins in column i of the block.
func (l *Layout) splitAt(b *block, first, last, i int, typed []detectors.Column) detectors.Column {
	heads := l.headsOf(b, first, last, b.left+i)
	kind := l.set.Announces(heads)
	if t := typed[i]; t.Kind != "" && t.Valid*10 >= t.Total*6 && t.Total > 0 {
		return detectors.Column{} // its cells are whole values
	}
	width := 1
	for i+width < len(typed) && width < 16 {
		next := l.set.Announces(l.headsOf(b, first, last, b.left+i+width))
		if next != "" && next != kind && (kind != "phone" || next != "member-id") { // 加入者番号 is the end of a telephone number too
			break
		}
		width++
	}
	digits := l.digitColumns(b, last+1, b.left+i, width)
	for n := width; n >= 2; n-- {
		if n > 4 && (!boxes[n] || n > digits) || kind == "" && n != 12 {
			continue
		}
		if c := l.set.Parts(heads, l.rowsOf(b, last+1, b.left+i, n)); c.Parts == n {
			return c
		}
	}
	return detectors.Column{}
}

// digitColumns returns how many columns from col on hold nothing but single digits.
func (l *Layout) digitColumns(b *block, from, col, width int) int {
	for n := range width {
		cells := l.sample(b, col+n, from)
		for _, cell := range cells {
			if utf8.RuneCountInString(strings.TrimSpace(cell)) != 1 {
				return n
			}
		}
		if len(cells) == 0 {
			return n
		}
	}
	return width
}

// rowsOf returns the cells of n columns in the rows of the sample that are not blank there.
func (l *Layout) rowsOf(b *block, from, col, n int) (rows [][]string) {
	for row := from; row <= b.bottom && len(rows) < sampleCells; row++ {
		cells, filled := make([]string, n), false
		for k := range n {
			cells[k] = strings.TrimSpace(l.text(row, col+k))
			filled = filled || cells[k] != ""
		}
		if filled {
			rows = append(rows, cells)
		}
	}
	return rows
}

// splitForm finds in a block that is no table the values that follow their label over several cells of the row, with signs and units
// between them left out, or that stand below it in boxes.
func (l *Layout) splitForm(b *block) {
	for row := b.top; row <= b.bottom; row++ {
		for col := b.left; col <= b.right; col++ {
			text := l.text(row, col)
			if text == "" || numeric(text) && !strings.HasPrefix(text, "〒") || utf8.RuneCountInString(text) > headRunes || l.set.Announces([]string{text}) == "" {
				continue
			}
			if !l.splitRow(b, text, row, col+1) && row < b.bottom {
				l.splitRow(b, text, row+1, col)
			}
		}
	}
}

const maxParts = 16 // cells of one value, as Parts takes them

// splitRow reads the value of a label from the cells of a row from col on.
func (l *Layout) splitRow(b *block, label string, row, col int) bool {
	var at []int
	var cells []string
	for ; col <= b.right && len(cells) < maxParts; col++ {
		switch text := strings.TrimSpace(l.text(row, col)); {
		case text == "" && len(cells) == 0, between[text]:
		case text == "" || utf8.RuneCountInString(text) > 8 || l.set.Announces([]string{text}) != "":
			col = b.right
		default:
			at, cells = append(at, col), append(cells, text)
		}
	}
	for n := len(cells); n >= 2; n-- {
		if n > 4 && !boxes[n] {
			continue
		}
		c := l.set.Parts([]string{label}, [][]string{cells[:n]})
		if c.Parts != n {
			continue
		}
		if l.parts == nil {
			l.parts = map[[2]int][]string{}
		}
		for p := range n {
			c.Part = p + 1
			l.parts[[2]int{row, at[p]}] = []string{c.Label(), label}
		}
		return true
	}
	return false
}

// between are the signs and units that stand between the parts of a value.
var between = map[string]bool{"-": true, "－": true, "ー": true, "−": true, "―": true, "‐": true, "(": true, ")": true, "（": true, "）": true, "年": true, "月": true, "日": true, "〒": true, "の": true}

// turned reports whether a form is a table turned on its side: a label of names in the first column, and values of several people beside it.
func (l *Layout) turned(b *block) bool {
	if b.right-b.left < 2 {
		return false
	}
	for row := b.top; row <= b.bottom; row++ {
		if l.set.Announces([]string{l.text(row, b.left)}) != "name" {
			continue
		}
		n := 0
		for col := b.left + 1; col <= b.right; col++ {
			if l.isLabel(row, col) {
				n = 0
				break // the label of another value: a form with two of them in a row
			}
			if text := l.text(row, col); text != "" && l.set.Column([]string{"氏名"}, []string{text}).Valid > 0 {
				n++
			}
		}
		if n >= 2 && n*10 >= (b.right-b.left)*6 {
			return true
		}
	}
	return false
}

// turnedLabels returns the label at the head of a row of a table turned on its side.
func (l *Layout) turnedLabels(b *block, row, col int) []string {
	if col == b.left || !l.isLabel(row, b.left) {
		return nil
	}
	return []string{l.text(row, b.left)}
}
