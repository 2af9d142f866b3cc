package inspect

import "slices"

// At returns what stands beside a cell and the record it belongs to, 0 for none. It answers for cells of the sample, and for rows
// below the sample by extending the tables that reach its end. The labels must not be changed.
func (l *Layout) At(row, col int) (labels []string, record int) {
	if row > l.lastRow {
		return l.below(row, col)
	}
	for _, b := range l.blocks {
		if row < b.top || row > b.bottom || col < b.left || col > b.right {
			continue
		}
		if labels := l.parts[[2]int{row, col}]; labels != nil && b.body == 0 {
			return labels, b.record(b.recordRow(row, col))
		}
		switch {
		case b.head > 0 && row >= b.head && row < b.body:
			return nil, 0 // a head is no value of the head beside it
		case b.turned:
			return l.turnedLabels(b, row, col), b.record(b.recordRow(row, col))
		case b.body > 0 && row >= b.body:
			return b.labels[min(col-b.left, len(b.labels)-1)], b.record(row)
		case b.form:
			return l.beside(row, col), b.record(b.top)
		}
		return l.beside(row, col), 0
	}
	return nil, 0
}

// record numbers a row of the block. Blocks that stand side by side have rows of their own.
func (b *block) record(row int) int { return b.beside<<sideBits | row }

const sideBits = 20 // a sheet has 2^20 rows

// recordRow returns the row that stands for the record of a cell outside a table: that of the form, or, where the table is turned on its
// side, one for each column. Those are numbered from the last row that a sheet can have.
func (b *block) recordRow(row, col int) int {
	switch {
	case b.turned:
		return 1<<sideBits - 1 - col&0xFFFF
	case b.form:
		return b.top
	}
	return row
}

// SameRow reports whether a record number that At returned stands for that row.
func SameRow(record, row int) bool { return record&(1<<sideBits-1) == row }

// Sampled returns the last row of the sample.
func (l *Layout) Sampled() int { return l.lastRow }

// below answers for a row under the sample: the last table that has the column goes on.
func (l *Layout) below(row, col int) (labels []string, record int) {
	for _, b := range slices.Backward(l.blocks) {
		if b.body > 0 && col >= b.left && col <= b.right {
			return b.labels[col-b.left], b.record(row)
		}
	}
	return nil, 0
}

// Column returns the labels of the table column that a cell of the sample stands in, be it a head; nil if it stands in no table.
func (l *Layout) Column(row, col int) []string {
	for _, b := range l.blocks {
		if row >= b.top && row <= b.bottom && col >= b.left && col <= b.right && b.body > 0 {
			return b.labels[min(col-b.left, len(b.labels)-1)]
		}
	}
	return nil
}

// Continue takes what stands in the rows from top to bottom for the rest of a table whose columns, from the first, have these labels: its
// heads are on the page before. What has heads of its own stays what it is.
func (l *Layout) Continue(top, bottom int, labels [][]string) {
	for _, b := range l.blocks {
		if b.top < top || b.bottom > bottom || b.left > len(labels) || b.head > 0 && 2*l.headWords(b, b.body-1) >= l.filled(b, b.body-1) {
			continue
		}
		b.head, b.body, b.form, b.turned = 0, b.top, false, false
		b.labels = labels[b.left-1 : min(b.right, len(labels))]
		for key := range l.parts {
			if key[0] >= b.top && key[0] <= b.bottom && key[1] >= b.left && key[1] <= b.right {
				delete(l.parts, key)
			}
		}
	}
}

// beside returns the labels of a cell outside a table: the nearest label to its left, then the one above it.
func (l *Layout) beside(row, col int) []string {
	var out []string
	for c := col - 1; c >= 1 && c >= col-labelReach; c-- {
		if text := l.text(row, c); text != "" {
			if l.isLabel(row, c) {
				out = append(out, text)
			}
			break
		}
	}
	for r := row - 1; r >= 1 && r >= row-2; r-- {
		if text := l.text(r, col); text != "" {
			if l.isLabel(r, col) {
				out = append(out, text)
			}
			break
		}
	}
	return out
}

const labelReach = 4 // blank columns that a merged label may leave before its value
