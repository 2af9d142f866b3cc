package redact

import (
	"context"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
)

// blot is what stands in place of a masked value, whatever its length: the width would tell.
const blot = "●●●"

// masks says which spans of which texts are masked. A text is masked wherever it stands as a whole, not only where a detector
// matched it: the same name in another column is the same name. Texts of fewer than four characters, ages for instance, are
// masked only where they were found.
type masks struct {
	set    *detectors.Set
	kinds  map[string]bool
	byText map[uint64][]span
	byCell map[uint64][]span
	counts map[string]int
}

// A span is a part of a text, in bytes.
type span struct {
	start, end int
	name       bool
}

// newMasks returns nil maps if nothing is masked: the common case costs nothing.
func newMasks(set *detectors.Set, kinds []string) masks {
	m := masks{set: set, kinds: map[string]bool{}, byText: map[uint64][]span{}, byCell: map[uint64][]span{}, counts: map[string]int{}}
	for _, k := range kinds {
		if k != "all" {
			m.kinds[k] = true
			continue
		}
		for _, d := range set.Detectors() {
			m.kinds[d.ID] = true
		}
	}
	return m
}

// findMasks streams the source once and notes what will be masked: visible matches of the kinds asked for, and personal data in
// charts that are cut off from their cells.
func (b *build) findMasks(ctx context.Context, src *inspect.Source) error {
	literals := slices.ContainsFunc(b.plan.Take, func(e Entry) bool { return e.Fix == inspect.Literal{}.Verb() })
	if len(b.masks.kinds) == 0 && !literals {
		return nil
	}
	for f, err := range b.in.Findings(ctx, src) {
		if err != nil {
			return unreadSource(err)
		}
		if len(f.Matches) == 0 || f.Fix == nil && len(b.masks.kinds) == 0 {
			continue
		}
		switch taken := b.taken(&f); {
		case taken && literal(&f) && !b.outerTaken(&f) && likely(&f):
			b.masks.note(&f, func(string) bool { return true })
		case !taken && (f.Place == nil || f.Place.OnlyWithPeople) && f.Holder == nil:
			b.masks.note(&f, func(kind string) bool { return b.masks.kinds[kind] })
		}
	}
	return nil
}

// note enters the matches of a finding that are to be masked.
func (m *masks) note(f *inspect.Finding, want func(kind string) bool) {
	var spans []span
	for _, match := range f.Matches {
		if match.Sure >= detectors.Likely && want(match.Detector) {
			spans = append(spans, span{match.Start, match.End, match.Detector == "name"})
			m.counts[match.Detector]++
		}
	}
	if len(spans) == 0 {
		return
	}
	if part, ok := scope(f.Where); ok {
		m.byCell[hashOf(part, f.Text)] = spans
		return
	}
	if len([]rune(f.Text)) >= 4 || named(f) {
		m.byText[hashOf("", f.Text)] = spans
		return
	}
	for u := range f.Each() {
		m.byCell[hashOf(cellKey(u.Where), f.Text)] = spans
	}
}

// inCells reports whether a cell's text is masked only where it was found: texts too short to be masked by what they say. Such
// cells are emptied, since a shared string serves other cells too.
func (m *masks) inCells(f *inspect.Finding) bool {
	if len(m.byCell) == 0 {
		return false
	}
	_, ok := f.Where.(*inspect.Cell)
	return ok && m.byCell[hashOf(cellKey(f.Where), f.Text)] != nil
}

// scope returns the part that texts of a drawing or chart stand in: they are masked there and nowhere else.
func scope(where inspect.Location) (string, bool) {
	switch l := inspect.Keep(where).(type) {
	case inspect.Para:
		return l.Part, true
	case inspect.Part:
		return l.Part, true
	}
	return "", false
}

func cellKey(where inspect.Location) string {
	if where == nil {
		return ""
	}
	return inspect.Keep(where).Words().EN
}

func hashOf(where, text string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(where))
	h.Write([]byte{0})
	h.Write([]byte(text))
	return h.Sum64()
}

// spans returns what is masked of a text that stands there.
func (m *masks) spans(where inspect.Location, text string) []span {
	if len(m.byText) == 0 && len(m.byCell) == 0 {
		return nil
	}
	if where != nil {
		if part, ok := scope(where); ok {
			if s := m.byCell[hashOf(part, text)]; s != nil {
				return s
			}
		} else if s := m.byCell[hashOf(cellKey(where), text)]; s != nil {
			return s
		}
	}
	return m.byText[hashOf("", text)]
}

// apply returns the text as it stands in the copy, and whether it is masked.
func (m *masks) apply(where inspect.Location, text string) (string, bool) {
	spans := m.spans(where, text)
	if len(spans) == 0 {
		return text, false
	}
	var out strings.Builder
	at := 0
	for _, s := range slices.SortedFunc(slices.Values(spans), func(a, b span) int { return a.start - b.start }) {
		if s.start < at || s.end > len(text) {
			continue
		}
		out.WriteString(text[at:s.start])
		out.WriteString(blot)
		at = s.end
	}
	out.WriteString(text[at:])
	return out.String(), true
}

// writer returns the function that writers ask for every text they write; nil if nothing is masked.
func (m *masks) writer() func(inspect.Location, string) string {
	if len(m.byText) == 0 && len(m.byCell) == 0 {
		return nil
	}
	return func(where inspect.Location, text string) string {
		masked, _ := m.apply(where, text)
		return masked
	}
}
