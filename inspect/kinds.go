package inspect

import (
	"slices"

	"github.com/sumikeshi/sumikeshi/detectors"
)

// kinds numbers the detectors, so that counting a match hashes no string.
type kinds struct {
	list   []*detectors.Detector
	slots  []int // of the rows, by kind
	byID   map[string]int
	recent *[64]kind
}

type kind struct {
	id string
	n  int
}

func newKinds(set *detectors.Set) kinds {
	k := kinds{list: set.Detectors(), byID: map[string]int{}, recent: new([64]kind)}
	for i, d := range k.list {
		k.byID[d.ID] = i
		k.slots = append(k.slots, slotOf(d))
	}
	return k
}

// of returns the number of an ID. An ID that no detector of the set has, but that a user's one yields, gets a number
// when it comes by.
func (k *kinds) of(id string) int {
	var mark uint
	if id != "" {
		mark = uint(id[0]) + 7*uint(len(id)) + 3*uint(id[len(id)-1])
	}
	slot := &k.recent[mark%uint(len(k.recent))]
	if slot.id != id || id == "" {
		n, ok := k.byID[id]
		if !ok {
			n = len(k.list)
			k.byID[id] = n
			k.list = append(slices.Clip(k.list), &detectors.Detector{ID: id, Step: 2})
			k.slots = append(k.slots, slotNone)
		}
		*slot = kind{id, n}
	}
	return slot.n
}

// byName returns counters by the IDs of their detectors.
func (k *kinds) byName(counts []int) map[string]int {
	sums := map[string]int{}
	for i, n := range counts {
		if n > 0 {
			sums[k.list[i].ID] = n
		}
	}
	return sums
}
