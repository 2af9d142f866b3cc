package detectors

import "github.com/sumikeshi/sumikeshi/detectors/internal/dict"

// A segment is a short word of a text that may be a name, and what the dictionary knows of it, once asked. It is asked more than once: whether
// the word is a name, and whether it is the name that a reading beside it is of.
type segment struct {
	span
	name, full    answer // knownName of the word, and of it with the next one
	kana, reading answer // knownKana likewise
}

// An answer is what was looked up, counted from 1; 0 is what was not.
type answer int8

// segmentName is knownName of segment i.
func (t *textState) segmentName(i int) int {
	a := &t.segments[i]
	if a.name == 0 {
		a.name = answer(1 + knownName(t.s[a.start:a.end]))
	}
	return int(a.name) - 1
}

// fullSegment is knownName of segments i and i+1 together.
func (t *textState) fullSegment(i int) int {
	a := &t.segments[i]
	if a.full == 0 {
		a.full = answer(1 + knownName(t.s[a.start:t.segments[i+1].end]))
	}
	return int(a.full) - 1
}

// rankedSegment is fullSegment where the first is a surname of the given rank and only a space stands between.
func (t *textState) rankedSegment(i int, surname dict.Rank) int {
	a, b := &t.segments[i], &t.segments[i+1]
	if a.full == 0 && b.end-a.start <= 45 {
		a.full = answer(1 + withGiven(surname, t.s[b.start:b.end]))
	}
	return t.fullSegment(i)
}

// segmentKana is knownKana of segment i.
func (t *textState) segmentKana(i int) bool {
	a := &t.segments[i]
	if a.kana == 0 {
		a.kana = told(knownKana(t.s[a.start:a.end]))
	}
	return a.kana > 1
}

// fullKana is knownKana of segments i and i+1 together, if only a space stands between.
func (t *textState) fullKana(i int) bool {
	if !t.spaceBehind(i) {
		return false
	}
	a := &t.segments[i]
	if a.reading == 0 {
		a.reading = told(knownKana(t.s[a.start:t.segments[i+1].end]))
	}
	return a.reading > 1
}

func told(is bool) answer {
	if is {
		return 2
	}
	return 1
}

// spaceBehind reports whether a space and another segment follow segment i.
func (t *textState) spaceBehind(i int) bool {
	if i+1 >= len(t.segments) {
		return false
	}
	end := t.segments[i].end
	return t.segments[i+1].start == end+1 && t.s[end] == ' '
}

// kanaAfter reports whether the words after segment i are the reading of a name.
func (t *textState) kanaAfter(i int) bool {
	return i+1 < len(t.segments) && t.segments[i+1].start-t.segments[i].end <= 4 && (t.fullKana(i+1) || t.segmentKana(i+1))
}
