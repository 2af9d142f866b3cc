package detectors

import (
	"cmp"
	"iter"
	"slices"
	"sync"
)

// All lists the detectors, in the order in which reports print them. Not included: card-expiry, health-*, care-insured,
// pension-number, drivers-license, passport, residence-card, vehicle-plate and others of the design, which are still to come.
func All() []*Detector {
	ds := []*Detector{
		nameDetector(),
		kanaDetector(),
		addressDetector(),
		postalCodeDetector(),
		phoneDetector(),
		emailDetector(),
		birthDateDetector(),
		ageDetector(),
		sexDetector(),
		myNumberDetector(),
		creditCardDetector(),
		bankAccountDetector(),
		yuchoAccountDetector(),
		corporateNumberDetector(),
		invoiceNumberDetector(),
		patientIDDetector(),
		studentIDDetector(),
		examNumberDetector(),
		employeeIDDetector(),
		passwordDetector(),
		secretLinkDetector(),
		sensitiveDetector(),
	}
	for _, k := range ds {
		k.Find = k.alone
	}
	return ds
}

// A Set runs several detectors over a text in one go. It is safe for concurrent use.
type Set struct {
	detectors []*Detector
	heads     *heads
	rank      map[string]int // position of a detector: of two equal matches the later, more specific one wins
	bits      []uint64       // one bit for each of our own detectors, by position; labels say with them whom they concern
}

// NewSet makes a set of detectors: those of [All], some of them, or a user's own beside them.
func NewSet(ds []*Detector) *Set {
	s := &Set{detectors: ds, rank: map[string]int{}, bits: make([]uint64, len(ds))}
	bit := uint64(1)
	for i, k := range ds {
		s.rank[k.ID] = i
		if k.scan != nil {
			s.bits[i] = bit
			bit <<= 1
		}
	}
	s.heads = newHeads(s)
	return s
}

// standard returns the set that a detector's own Find uses.
func standard() *Set {
	standardOnce.Do(func() { standardSet = NewSet(All()) })
	return standardSet
}

// Not a sync.OnceValue: All refers to the detectors, and they to standard.
var (
	standardOnce sync.Once
	standardSet  *Set
)

// Detector returns the detector with the given ID, or nil.
func (s *Set) Detector(id string) *Detector {
	if i, ok := s.rank[id]; ok {
		return s.detectors[i]
	}
	return nil
}

// Find appends to dst the matches in text, sorted by where they start and without overlaps, and returns the extended slice.
// Labels hold what stands beside the text, nearest first. It allocates nothing when nothing is found. The offsets are those of
// text as it was given.
func (s *Set) Find(dst []Match, text string, labels []string) []Match {
	t := texts.Get().(*textState)
	defer texts.Put(t)
	first := len(dst)
	look := t.reset(s, text, labels)
	for i, k := range s.detectors {
		switch {
		case k.scan == nil:
			dst = k.collect(dst, text, labels)
		case look:
			t.out, t.bit = t.out[:0], s.bits[i]
			k.scan(t, k)
			for _, m := range t.out {
				dst = append(dst, t.at(m))
			}
		}
	}
	if len(dst)-first > 1 {
		dst = s.settle(dst, first)
	}
	return dst
}

// collect runs a user's detector. It is apart from Find so that the closure does not cost the others an allocation.
func (k *Detector) collect(dst []Match, text string, labels []string) []Match {
	for m := range k.Find(text, labels) {
		dst = append(dst, m)
	}
	return dst
}

// alone runs one detector over a text.
func (k *Detector) alone(given string, labels []string) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		t := texts.Get().(*textState)
		defer texts.Put(t)
		s := standard()
		if !t.reset(s, given, labels) {
			return
		}
		t.bit = s.bits[s.rank[k.ID]]
		k.scan(t, k)
		for _, m := range t.out {
			if !yield(t.at(m)) {
				return
			}
		}
	}
}

// settle removes overlaps among dst[first:]: the surer match stays, then the longer one, then the more specific kind.
func (s *Set) settle(dst []Match, first int) []Match {
	found := dst[first:]
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
