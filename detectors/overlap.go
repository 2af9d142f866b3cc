package detectors

import (
	"cmp"
	"slices"
)

// settle sorts dst[first:] by where matches start and removes overlaps: the surer match stays, then the longer one, then the
// more specific kind.
func (t *textState) settle(dst []Match, first int) []Match {
	found := dst[first:]
	t.sortByStart(found)
	i := 1
	for i < len(found) && found[i-1].End <= found[i].Start {
		i++
	}
	if i == len(found) {
		return dst
	}
	slices.SortStableFunc(found, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Sure, a.Sure), cmp.Compare(b.End-b.Start, a.End-a.Start), cmp.Compare(t.set.rank[b.Detector], t.set.rank[a.Detector]))
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

// sortByStart sorts matches by start, and leaves those with one start in their order.
func (t *textState) sortByStart(found []Match) {
	if len(found) <= 16 {
		for i := 1; i < len(found); i++ {
			for j := i; j > 0 && found[j].Start < found[j-1].Start; j-- {
				found[j], found[j-1] = found[j-1], found[j]
			}
		}
		return
	}
	if len(found) >= 1<<24 {
		slices.SortStableFunc(found, func(a, b Match) int { return cmp.Compare(a.Start, b.Start) })
		return
	}
	order := t.order[:0]
	for i := range found {
		order = append(order, uint64(found[i].Start)<<24|uint64(i))
	}
	t.order = order
	if slices.IsSorted(order) {
		return
	}
	slices.Sort(order)
	t.sorted = append(t.sorted[:0], found...)
	for i, o := range order {
		found[i] = t.sorted[o&(1<<24-1)]
	}
}
