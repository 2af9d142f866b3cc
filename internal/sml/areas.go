package sml

import "slices"

// Areas is a list of areas, each with a number, that is asked cell by cell. It is quick for cells in the order of their rows; there may
// be as many areas as rows.
type Areas struct {
	list   []numbered // by first row
	sorted bool
	row    int // the row that active belongs to
	next   int // the first area that begins below it
	active []numbered
}

type numbered struct {
	Area
	n int
}

// Add adds an area with a number.
func (a *Areas) Add(area Area, n int) {
	a.list = append(a.list, numbered{area, n})
	a.sorted = false
}

// AddRefs adds the areas of a list of references as attributes hold it (ST_Sqref, 18.18.76): "A1:B9 D4".
func (a *Areas) AddRefs(refs string, n int) {
	for start := 0; start < len(refs); {
		end := start
		for end < len(refs) && refs[end] != ' ' {
			end++
		}
		if area, ok := ParseArea(refs[start:end]); ok {
			a.Add(area, n)
		}
		start = end + 1
	}
}

// Len returns the number of areas.
func (a *Areas) Len() int { return len(a.list) }

// Row goes to a row and reports whether any area reaches it.
func (a *Areas) Row(row int) bool {
	if len(a.list) == 0 {
		return false
	}
	if !a.sorted {
		slices.SortStableFunc(a.list, func(a, b numbered) int { return a.Row1 - b.Row1 })
		a.sorted, a.row = true, row+1
	}
	if row < a.row {
		a.next, a.active = 0, a.active[:0]
	}
	a.row = row
	a.active = slices.DeleteFunc(a.active, func(a numbered) bool { return a.Row2 < row })
	for ; a.next < len(a.list) && a.list[a.next].Row1 <= row; a.next++ {
		if n := a.list[a.next]; n.Row2 >= row {
			a.active = append(a.active, n)
		}
	}
	return len(a.active) > 0
}

// At yields the areas that hold a cell of the row gone to last, with their numbers.
func (a *Areas) At(col int, yield func(Area, int) bool) {
	for _, n := range a.active {
		if n.Col1 <= col && col <= n.Col2 && !yield(n.Area, n.n) {
			return
		}
	}
}

// Has reports whether any area holds a cell of the row gone to last.
func (a *Areas) Has(col int) bool {
	for _, n := range a.active {
		if n.Col1 <= col && col <= n.Col2 {
			return true
		}
	}
	return false
}
