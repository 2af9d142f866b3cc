package inspect

// form reports whether a block holds labels beside or above single values: at least one known label with a value.
func (l *Layout) form(b *block) bool {
	for row := b.top; row <= b.bottom; row++ {
		for col := b.left; col < b.right; col++ {
			if l.isLabel(row, col) && l.text(row, col+1) != "" && !l.isLabel(row, col+1) {
				return true
			}
		}
	}
	return false
}

// labelled reports whether a block is a form with its labels in one column: two rows or more begin with a label and go on with a
// value, and few do otherwise. The words of a head row would be labels too, but stand side by side.
func (l *Layout) labelled(b *block) bool {
	pairs, rows := 0, 0
	for row := b.top; row <= b.bottom; row++ {
		if l.filled(b, row) < 2 {
			continue
		}
		rows++
		if l.paired(b, row) {
			pairs++
		}
	}
	return pairs >= 2 && pairs*10 >= rows*6
}

// stacked reports whether a block is a form with its labels above the values: rows of nothing but labels and rows of values take turns, at
// least twice.
func (l *Layout) stacked(b *block) bool {
	rows := b.bottom - b.top + 1
	if rows < 4 || rows%2 != 0 {
		return false
	}
	for row := b.top; row <= b.bottom; row++ {
		n := 0
		for col := b.left; col <= b.right; col++ {
			if l.isLabel(row, col) {
				n++
			}
		}
		if all := l.filled(b, row); all == 0 || (row-b.top)%2 == 0 && n < all || (row-b.top)%2 == 1 && n > 0 {
			return false
		}
	}
	return true
}

// paired reports whether a row begins with a label, and whether each label in it is followed by a value: one pair, or two side by side.
func (l *Layout) paired(b *block, row int) bool {
	label, first := false, true
	for col := b.left; col <= b.right; col++ {
		text := l.text(row, col)
		if text == "" {
			continue
		}
		is := l.isLabel(row, col)
		if is && label || first && (!is || col == b.right) {
			return false
		}
		label, first = is, false
	}
	return !first && !label
}

// isLabel reports whether a cell is a short text that is known as a head.
func (l *Layout) isLabel(row, col int) bool { return l.cell(row, col).label }
