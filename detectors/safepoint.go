package detectors

// A safePoint is an offset that nothing read before it has looked beyond, and what had been noted up to there. When a character
// further on must be folded, reading goes on from there and not from the beginning.
type safePoint struct {
	at, digitEnd int
	triggers     trigger
	speaks       uint64
	named        bool

	numbers, groups, digits, ats, places, titles, roles, births, segments, fields, schemes, newlines, stops int
}

// save makes offset i, where a word begins behind a line break, a space or 。, the safe point, unless a label's value or a number was looked for
// beyond it, or the last one is near.
func (t *textState) save(i int) {
	if !t.same || t.looked >= i || i < t.safe.at+256 {
		return
	}
	t.safe = safePoint{
		i, t.digitEnd, t.triggers, t.speaks, t.named,
		len(t.numbers), len(t.groups), len(t.digits), len(t.ats), len(t.places), len(t.titles), len(t.roles), len(t.births),
		len(t.segments), len(t.fields), len(t.schemes), len(t.newlines), len(t.stops),
	}
}

// backToSafe forgets what was noted behind the safe point, which it returns. The text up to there stays as it is when folded.
func (t *textState) backToSafe() int {
	p := &t.safe
	t.digitEnd, t.triggers, t.speaks, t.named, t.kanji, t.lineTo = p.digitEnd, p.triggers, p.speaks, p.named, false, -1
	t.numbers, t.groups, t.digits, t.ats, t.places = t.numbers[:p.numbers], t.groups[:p.groups], t.digits[:p.digits], t.ats[:p.ats], t.places[:p.places]
	t.titles, t.roles, t.births, t.segments = t.titles[:p.titles], t.roles[:p.roles], t.births[:p.births], t.segments[:p.segments]
	t.fields, t.schemes, t.newlines, t.stops = t.fields[:p.fields], t.schemes[:p.schemes], t.newlines[:p.newlines], t.stops[:p.stops]
	if n := len(t.fields); n > 0 {
		t.fields[n-1].to = len(t.s) // until the next one begins
	}
	return p.at
}

// firstFrom returns the index of the first of the sorted offsets that is i or greater.
func firstFrom(offsets []int, i int) int {
	low, high := 0, len(offsets)
	for low < high {
		if mid := int(uint(low+high) >> 1); offsets[mid] < i {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}
