package detectors

import (
	"cmp"
	"slices"
)

// settle sorts dst[first:] by where matches start and removes overlaps: the surer match stays, then the longer one, then the
// more specific kind.
func (s *Set) settle(dst []Match, first int) []Match {
	found := dst[first:]
	insertionSort(found)
	i := 1
	for i < len(found) && found[i-1].End <= found[i].Start {
		i++
	}
	if i == len(found) {
		return dst
	}
	slices.SortStableFunc(found, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Sure, a.Sure), cmp.Compare(b.End-b.Start, a.End-a.Start), cmp.Compare(s.rank[b.Detector], s.rank[a.Detector]))
	})
	kept := make([]Match, 0, len(found)) // sorted by start, without overlaps
	for _, m := range found {
		i, _ := slices.BinarySearchFunc(kept, m.Start, func(k Match, start int) int { return cmp.Compare(k.Start, start) })
		if (i == 0 || kept[i-1].End <= m.Start) && (i == len(kept) || m.End <= kept[i].Start) {
			kept = slices.Insert(kept, i, m)
		}
	}
	return append(dst[:first], kept...)
}

// insertionSort sorts by start. The matches of each detector come in order, so few are out of place; many are sorted otherwise.
func insertionSort(found []Match) {
	if len(found) > 24 {
		slices.SortStableFunc(found, func(a, b Match) int { return cmp.Compare(a.Start, b.Start) })
		return
	}
	for i := 1; i < len(found); i++ {
		for j := i; j > 0 && found[j].Start < found[j-1].Start; j-- {
			found[j], found[j-1] = found[j-1], found[j]
		}
	}
}
