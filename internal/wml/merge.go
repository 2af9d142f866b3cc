package wml

// A merge is cells of a column that are merged downwards (17.4.84 vMerge).
type merge struct{ first, last int } // rows

// merge notes the cell that has ended.
func (t *Table) merge(c *Cell) {
	if !c.merges {
		return // one that does not go on to this row has ended
	}
	for len(t.merges) <= c.Col {
		t.merges = append(t.merges, merge{})
	}
	m := &t.merges[c.Col]
	if !c.joined {
		m.first = c.Row
	}
	m.last = c.Row
}

// above returns the row in which the merged cell began that reaches down to the row above the open one, 0 if there is none.
func (t *Table) above(col int) int {
	if col >= len(t.merges) || t.merges[col].last == 0 || t.merges[col].last != t.Row-1 {
		return 0
	}
	return t.merges[col].first
}

// Merged calls say for every column of the row that ends here whose cell began in a row above it.
func (t *Table) Merged(say func(col, first int)) {
	for col, m := range t.merges {
		if m.last == t.Row && m.first < t.Row {
			say(col, m.first)
		}
	}
}

// Inner reports whether the table stands in a cell of another one.
func (t *Table) Inner() bool { return t.outer != nil }
