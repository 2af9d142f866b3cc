package detectors

import (
	"iter"
	"math/bits"
	"sync"
)

// A Set runs several detectors over a text in one go. It is safe for concurrent use.
type Set struct {
	detectors []*Detector
	rank      map[string]int // position of a detector: of two equal matches the later, more specific one wins

	// Our own detectors have a bit each, in order: labels say with them whom they concern, and a text whom it may interest.
	bits      []uint64 // by position among all detectors; 0 for a user's own
	byBit     []*Detector
	byTrigger [64]uint64 // the detectors that a trigger wakes
	wordy     uint64     // bits of those whose trigger counts only with a word
	users     []*Detector
	retired   map[string]bool // hosts that were given up
	states    sync.Pool       // of *textState

	once  sync.Once // for what follows
	heads *heads
	words *wordIndex
}

// NewSet makes a set of detectors: those of [All], some of them, or a user's own beside them. Links to a retired host, one that the
// organisation gave up and that somebody else may have by now, and to hosts below it are matches of secret-link.
func NewSet(ds []*Detector, retired ...string) *Set {
	s := &Set{detectors: ds, rank: map[string]int{}, bits: make([]uint64, len(ds)), retired: retiredHosts(retired)}
	for i, k := range ds {
		s.rank[k.ID] = i
		if k.scan == nil {
			s.users = append(s.users, k)
			continue
		}
		bit := uint64(1) << len(s.byBit)
		s.bits[i] = bit
		s.byBit = append(s.byBit, k)
		if k.wordy {
			s.wordy |= bit
		}
		for on := uint64(k.on); on != 0; on &= on - 1 {
			s.byTrigger[bits.TrailingZeros64(on)] |= bit
		}
	}
	s.states.New = func() any { return &textState{set: s.ready()} }
	return s
}

// ready returns the set when it knows its labels and words. That takes a millisecond, and who only asks for the detectors needs neither.
func (s *Set) ready() *Set {
	s.once.Do(func() { s.heads, s.words = newHeads(s), newWordIndex(s) })
	return s
}

// state returns a state to read a text with; it goes back by s.states.Put.
func (s *Set) state() *textState { return s.states.Get().(*textState) }

// Standard returns the set of [All]. It is made once.
func Standard() *Set {
	standardOnce.Do(func() { standardSet = NewSet(All()) })
	return standardSet
}

// Not a sync.OnceValue: All refers to the detectors, and they to Standard.
var (
	standardOnce sync.Once
	standardSet  *Set
)

// Detectors returns the detectors of the set, in order. The slice must not be changed.
func (s *Set) Detectors() []*Detector { return s.detectors }

// Detector returns the detector with the given ID, or nil.
func (s *Set) Detector(id string) *Detector {
	if i, ok := s.rank[id]; ok {
		return s.detectors[i]
	}
	return nil
}

// Find appends to dst the matches in text, sorted by where they start and without overlaps, and returns the extended slice.
// Labels hold what stands beside the text, nearest first. It allocates nothing for texts and reasons like those before. The
// offsets are those of text as it was given.
func (s *Set) Find(dst []Match, text string, labels []string) []Match {
	t := s.state()
	dst = t.find(dst, text, labels)
	s.states.Put(t)
	return dst
}

// A Finder is a set in the hands of one goroutine, which looks at one text of a file after another. Names that it found it finds again in later
// texts where they stand with less around them.
type Finder struct{ t *textState }

// Finder returns a new finder.
func (s *Set) Finder() *Finder {
	t := s.states.New().(*textState)
	t.memory = &memory{sums: map[uint64]bool{}}
	return &Finder{t}
}

// Find is [Set.Find].
func (f *Finder) Find(dst []Match, text string, labels []string) []Match {
	return f.t.find(dst, text, labels)
}

func (t *textState) find(dst []Match, text string, labels []string) []Match {
	s, first := t.set, len(dst)
	if len(labels) > 0 {
		t.addLabels(labels)
		if m, ok := t.goShort(text); ok {
			if m.Detector == "name" {
				t.rememberCell(text)
			}
			return append(dst, m)
		}
		if t.with.column.Parts > 0 {
			if found, ok := t.part(dst, text); ok {
				return found
			}
		}
	} else {
		t.with = nil
	}
	if found := t.reset(text); found || s.retired != nil {
		if found {
			t.run()
			if t.memory != nil && len(t.out) > 0 {
				t.remember()
			}
		}
		t.linksToRetired()
		dst = t.give(dst)
	}
	for _, k := range s.users {
		dst = k.collect(dst, text, labels)
	}
	if isPath(text) {
		dst = t.folders(dst, text)
	}
	if len(dst)-first > 1 {
		dst = t.settle(dst, first)
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

// run runs the detectors that the labels or the text itself call for. A cell that is as its column says is done with that.
func (t *textState) run() {
	s := t.set
	wanted := uint64(0)
	for on := uint64(t.triggers); on != 0; on &= on - 1 {
		wanted |= s.byTrigger[bits.TrailingZeros64(on)]
	}
	if wanted&s.wordy&^t.speaks != 0 {
		wanted &^= s.wordy &^ t.woken()
	}
	wanted |= t.speaks
	if own := t.columnBit; own != 0 {
		t.detect(bits.TrailingZeros64(own))
		if len(t.out) == 1 && t.out[0].Sure >= Likely && t.fills(t.out[0].Start, t.out[0].End) {
			return
		}
		wanted &^= own
	}
	for ; wanted != 0; wanted &= wanted - 1 {
		t.detect(bits.TrailingZeros64(wanted))
	}
	for i := range t.out { // a line that shows how to fill a form in
		if m := &t.out[i]; m.Sure > Shape && !t.fills(m.Start, m.End) && t.example(m.Start) {
			m.Sure = Shape
		}
	}
}

// detect runs the detector of bit i.
func (t *textState) detect(i int) {
	k := t.set.byBit[i]
	t.index, t.bit, t.own = i, 1<<i, len(t.out)
	k.scan(t, k)
}

// alone runs one detector over a text.
func (k *Detector) alone(given string, labels []string) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		s := Standard()
		t := s.state()
		defer s.states.Put(t)
		if t.with = nil; len(labels) > 0 {
			t.addLabels(labels)
		}
		if !t.reset(given) {
			return
		}
		t.detect(bits.TrailingZeros64(s.bits[s.rank[k.ID]]))
		for _, m := range t.give(nil) {
			if !yield(m) {
				return
			}
		}
	}
}
