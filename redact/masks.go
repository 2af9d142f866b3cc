package redact

import (
	"context"
	"hash/fnv"
	"iter"
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
	said   map[string]bool // what the plan says of single findings, by ID: masked or not
	spans  map[spot][]span
	values values
	cells  bool          // some texts are masked in their cells alone
	asked  map[spot]bool // by the plan, one by one
	spared map[spot]bool // left by the plan, one by one
	counts map[string]int
}

// A spot is where a text is masked: a part or a cell, or everywhere, and a hash of both.
type spot uint64

// A span is a part of a text, in bytes.
type span struct {
	start, end int
	kind       string // detector ID
}

func newMasks(set *detectors.Set, plan *Plan) masks {
	m := masks{
		set: set, kinds: map[string]bool{}, said: map[string]bool{}, spans: map[spot][]span{},
		asked: map[spot]bool{}, spared: map[spot]bool{}, counts: map[string]int{},
	}
	for _, k := range plan.Mask {
		if k != "all" {
			m.kinds[k] = true
			continue
		}
		for _, d := range set.Detectors() {
			m.kinds[d.ID] = true
		}
	}
	if plan.made {
		return m
	}
	for _, e := range plan.Take {
		if e.Fix == Mask {
			m.said[e.ID] = true
		}
	}
	for _, e := range plan.Leave {
		if e.Fix == Mask && e.Reason != leftVisible { // that is what nobody decided on
			m.said[e.ID] = false
		}
	}
	return m
}

// any reports whether something that a reader sees may be masked.
func (m *masks) any() bool {
	if len(m.kinds) > 0 {
		return true
	}
	for _, take := range m.said {
		if take {
			return true
		}
	}
	return false
}

// masksLiterals reports whether the plan takes the personal data out of texts that stay.
func (b *build) masksLiterals() bool {
	return slices.ContainsFunc(b.plan.Take, func(e Entry) bool {
		return e.Fix == inspect.Literal{}.Verb() || e.Fix == inspect.MaskTexts{}.Verb() || e.Fix == inspect.Scrub{}.Verb()
	})
}

// findMasks streams the source once and notes what will be masked: visible matches of the kinds asked for, findings that the plan
// names, and personal data in charts that are cut off from their cells.
func (b *build) findMasks(ctx context.Context, src *inspect.Source) error {
	if !b.strikes.on() && !b.masksLiterals() {
		return nil
	}
	for f, err := range b.in.Findings(ctx, src) {
		if err != nil {
			return unreadSource(err)
		}
		if f.Glyphs != nil {
			if f.Place == nil && b.strikes.on() {
				b.strikes.look(&f)
			}
			continue
		}
		if len(f.Matches) == 0 || f.Fix == nil && !b.masks.any() {
			continue
		}
		switch taken := b.taken(&f); {
		case taken && literal(&f) && !b.outerTaken(&f) && likely(&f):
			b.masks.note(&f, func(m detectors.Match) bool { return m.Sure >= detectors.Likely })
		case !taken && open(f.Holder): // what a reader sees, and what hides and stays on request
			b.masks.see(&f)
		}
	}
	b.masks.settle()
	b.strikes.settle()
	return nil
}

// see notes what is to be masked of a finding that a reader sees. What the plan says of the finding itself goes before what it says
// of its kinds.
func (m *masks) see(f *inspect.Finding) {
	switch take, ok := m.says(f); {
	case ok && take:
		m.note(f, func(detectors.Match) bool { return true })
		for p := range m.spots(f) {
			m.asked[p] = true
		}
	case ok:
		for p := range m.spots(f) {
			m.spared[p] = true
		}
	default:
		m.note(f, func(match detectors.Match) bool { return match.Sure >= detectors.Likely && m.kinds[match.Detector] })
	}
}

// says returns what the plan decides of a finding by its ID, and whether it does. A text that has many uses is masked if one is.
func (m *masks) says(f *inspect.Finding) (take, ok bool) {
	if len(m.said) == 0 {
		return false, false
	}
	for u := range f.Each() {
		t, named := m.said[f.ID(u.Where)]
		take, ok = take || t, ok || named
	}
	if !ok {
		take, ok = m.said[f.RestID()]
		ok = ok && take
	}
	return take, ok
}

// settle takes back what kinds ask for and the plan leaves. What it takes in one place and leaves in another is masked.
func (m *masks) settle() {
	for p := range m.spared {
		if m.asked[p] {
			delete(m.spared, p)
		} else {
			delete(m.spans, p)
		}
	}
}

// note enters the matches of a finding that are to be masked.
func (m *masks) note(f *inspect.Finding, want func(detectors.Match) bool) {
	var spans []span
	for _, match := range f.Matches {
		if want(match) {
			spans = append(spans, span{match.Start, match.End, match.Detector})
		}
	}
	if len(spans) == 0 {
		return
	}
	for p := range m.spots(f) {
		m.spans[p] = spans
	}
	if _, part := scope(f.Where); !part || !literal(f) {
		for _, s := range spans {
			m.values.add(s.kind, f.Text[s.start:s.end])
		}
	}
}

// spots yields where the text of a finding is masked: in its part if it stands in a drawing or a chart, else everywhere, or in its
// cells alone if it is too short to be told by what it says.
func (m *masks) spots(f *inspect.Finding) iter.Seq[spot] {
	return func(yield func(spot) bool) {
		if part, ok := scope(f.Where); ok {
			yield(hashOf(part, f.Text))
			return
		}
		if len([]rune(f.Text)) >= 4 && !serial(f) || named(f) {
			yield(hashOf("", f.Text))
			return
		}
		m.cells = true
		for u := range f.Each() {
			if !yield(hashOf(cellKey(u.Where), f.Text)) {
				return
			}
		}
	}
}

// serial reports whether a text is a birth date as Excel counts days: another number that is equal is no birth date.
func serial(f *inspect.Finding) bool {
	_, cell := inspect.Keep(f.Where).(inspect.Cell)
	for _, m := range f.Matches {
		if m.Sure >= detectors.Likely && m.Detector != "birth-date" {
			return false
		}
	}
	return cell && f.Uses == nil && len(f.Matches) > 0 && strings.Trim(f.Text, "0123456789.") == ""
}

// inCells reports whether a cell's text is masked only where it was found: texts too short to be masked by what they say, and dates that
// are numbers. A cell with a shared string, which serves other cells too, is emptied, and so is one with a piece of a split value.
func (m *masks) inCells(f *inspect.Finding) bool {
	if !m.cells {
		return false
	}
	_, ok := f.Where.(*inspect.Cell)
	return ok && m.spans[hashOf(cellKey(f.Where), f.Text)] != nil
}

// count books what is masked of a finding.
func (m *masks) count(f *inspect.Finding, spans []span) {
	uses := 0
	for range f.Each() {
		uses++
	}
	for _, s := range spans {
		m.counts[s.kind] += uses
	}
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

func hashOf(where, text string) spot {
	h := fnv.New64a()
	h.Write([]byte(where))
	h.Write([]byte{0})
	h.Write([]byte(text))
	return spot(h.Sum64())
}

// of returns what is masked of a text that stands there, in order: what was noted of it, and values that stand within it.
func (m *masks) of(where inspect.Location, text string) []span {
	if len(m.spans) == 0 {
		return nil
	}
	noted := m.noted(where, text)
	if m.spared[hashOf("", text)] && len(noted) == 0 {
		return nil
	}
	spared := func(value string) bool { return len(m.spared) > 0 && m.spared[hashOf("", value)] }
	return disjoint(m.values.find(slices.Clip(noted), text, spared))
}

func (m *masks) noted(where inspect.Location, text string) []span {
	if where != nil {
		key := ""
		if part, ok := scope(where); ok {
			key = part
		} else if m.cells {
			key = cellKey(where)
		}
		if s := m.spans[hashOf(key, text)]; s != nil {
			return s
		}
	}
	return m.spans[hashOf("", text)]
}

// disjoint sorts spans and joins those that overlap: what is masked is what any of them covers.
func disjoint(spans []span) []span {
	if len(spans) < 2 {
		return spans
	}
	out := slices.SortedFunc(slices.Values(spans), func(a, b span) int { return a.start - b.start })
	n := 0
	for _, s := range out[1:] {
		if s.start < out[n].end {
			out[n].end = max(out[n].end, s.end)
			continue
		}
		n++
		out[n] = s
	}
	return out[:n+1]
}

// apply returns the text as it stands in the copy, and whether it is masked.
func (m *masks) apply(where inspect.Location, text string) (string, bool) {
	spans := m.of(where, text)
	if len(spans) == 0 {
		return text, false
	}
	var out strings.Builder
	at := 0
	for _, s := range spans {
		if s.end > len(text) {
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
	if len(m.spans) == 0 {
		return nil
	}
	return func(where inspect.Location, text string) string {
		masked, _ := m.apply(where, text)
		return masked
	}
}
