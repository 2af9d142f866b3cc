package redact

import (
	"maps"
	"slices"
	"strconv"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// A cellSet is a set of cells, kept by column as runs of rows: hidden places are stretches of rows or columns.
type cellSet struct{ columns map[int][]rows }

type rows struct{ first, last int }

func (s *cellSet) add(row, col int) {
	if s.columns == nil {
		s.columns = map[int][]rows{}
	}
	runs := s.columns[col]
	if n := len(runs); n > 0 && row >= runs[n-1].first && row <= runs[n-1].last+1 {
		runs[n-1].last = max(runs[n-1].last, row)
		return
	}
	s.columns[col] = append(runs, rows{row, row})
}

// refs returns the set as references that Excel understands: "B7", "B7:B104", in the order of columns and rows.
func (s *cellSet) refs() []string {
	var out []string
	for _, col := range slices.Sorted(maps.Keys(s.columns)) {
		name := inspect.ColumnName(col)
		for _, r := range merged(s.columns[col]) {
			ref := name + strconv.Itoa(r.first)
			if r.last > r.first {
				ref += ":" + name + strconv.Itoa(r.last)
			}
			out = append(out, ref)
		}
	}
	return out
}

// merged sorts runs and joins those that touch.
func merged(runs []rows) []rows {
	slices.SortFunc(runs, func(a, b rows) int { return a.first - b.first })
	out := runs[:0]
	for _, r := range runs {
		if n := len(out); n > 0 && r.first <= out[n-1].last+1 {
			out[n-1].last = max(out[n-1].last, r.last)
			continue
		}
		out = append(out, r)
	}
	return out
}
