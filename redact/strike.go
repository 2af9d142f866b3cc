package redact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/ja"
)

// strikes say what a reader sees of pages and is to be blacked out: personal data of the kinds asked for, and what a person marked.
// A value is struck wherever it stands on the pages, also where a line or a cell breaks it, and in every text of the file that no
// page shows.
type strikes struct {
	masks  *masks
	marks  []Mark
	met    []bool // by mark: its words stand somewhere
	values []value
	index  map[[2]rune][]int // of values, by their first two characters
	page   *struckPage
	fold   ja.Folded
}

// A value is a text that is struck wherever it stands.
type value struct {
	runes  []rune // folded, without spaces
	name   bool
	mark   int  // of marks; -1: personal data of a kind asked for
	open   bool // what stood in a marked box: it is struck there, and elsewhere only told
	public bool // a reader still sees it somewhere
	within bool // a reader sees it as part of something longer: of another word or number
	spot   spot // the text of which the plan, or a kind asked for, masks it
}

// Least lengths of values that are struck wherever they stand, in characters. Shorter ones are struck where they were found.
const (
	leastValue  = 4
	leastName   = 2
	leastDigits = 7 // of a value that is a bare number
)

func newStrikes(masks *masks, marks []Mark) *strikes {
	s := &strikes{masks: masks, marks: marks, met: make([]bool, len(marks)), index: map[[2]rune][]int{}}
	for i, m := range marks {
		if m.Words != "" {
			s.add(m.Words, value{name: true, mark: i})
		}
	}
	return s
}

// on reports whether anything is struck at all.
func (s *strikes) on() bool { return s.masks.any() || len(s.marks) > 0 }

// add notes a value, if it is long enough. A person's words count from one character on.
func (s *strikes) add(text string, v value) {
	v.runes = s.squeeze(text, nil)
	if len(v.runes) == 0 || v.mark < 0 && !lengthy(v.runes, v.name) || v.open && !lengthy(v.runes, false) {
		return
	}
	key := keyOfRunes(v.runes)
	for _, i := range s.index[key] {
		if o := &s.values[i]; o.mark == v.mark && o.spot == v.spot && string(o.runes) == string(v.runes) {
			return
		}
	}
	s.index[key] = append(s.index[key], len(s.values))
	s.values = append(s.values, v)
}

// settle drops the values that the plan leaves after all.
func (s *strikes) settle() {
	for i := range s.values {
		v := &s.values[i]
		if v.mark < 0 && s.masks.spans[v.spot] == nil {
			v.runes = nil
		}
	}
	for key, list := range s.index {
		s.index[key] = slices.DeleteFunc(list, func(i int) bool { return s.values[i].runes == nil })
	}
}

func lengthy(runes []rune, name bool) bool {
	digits := true
	for _, r := range runes {
		digits = digits && (r >= '0' && r <= '9' || r == '-')
	}
	switch {
	case digits:
		return len(runes) >= leastDigits
	case name:
		return len(runes) >= leastName
	}
	return len(runes) >= leastValue
}

func keyOfRunes(r []rune) (key [2]rune) {
	copy(key[:], r)
	return key
}

// squeeze folds a text and drops its spaces. At receives for each character that is left its offset in the text.
func (s *strikes) squeeze(text string, at *[]int) []rune {
	s.fold.Fold(text)
	var out []rune
	for i, b := 0, s.fold.Text; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
			out = append(out, r)
			if at != nil {
				*at = append(*at, s.fold.Start(i))
			}
		}
		i += n
	}
	return out
}

// matches calls fn for every value that stands in r.
func (s *strikes) matches(r []rune, page int, fn func(v, from, to int)) {
	for i := range r {
		for _, key := range [...][2]rune{keyOfRunes(r[i:]), {r[i]}} {
			for _, k := range s.index[key] {
				v := &s.values[k]
				n := len(v.runes)
				if i+n > len(r) || string(r[i:i+n]) != string(v.runes) || v.bound(r, i) || !s.onPage(v, page) {
					continue
				}
				fn(k, i, i+n)
			}
			if i+1 == len(r) {
				break // both keys are the same
			}
		}
	}
}

// longer notes the values that a text holds as part of something longer, which stays.
func (s *strikes) longer(r []rune) {
	for i := range r {
		for _, k := range s.index[keyOfRunes(r[i:])] {
			v := &s.values[k]
			if n := len(v.runes); i+n <= len(r) && string(r[i:i+n]) == string(v.runes) && v.bound(r, i) {
				v.within = true
			}
		}
	}
}

func (s *strikes) onPage(v *value, page int) bool {
	return v.mark < 0 || page == 0 || v.open || s.marks[v.mark].Page == 0 || s.marks[v.mark].Page == page
}

// bound reports whether what looks like the value is a part of something longer: of a number, of a word, or, if it is a family name of
// two characters, of a place or a company. What a person marked is never.
func (v *value) bound(r []rune, i int) bool {
	if v.mark >= 0 && !v.open {
		return false
	}
	n := len(v.runes)
	joined := func(a, b int, in func(rune) bool) bool {
		return a >= 0 && b < len(r) && in(r[a]) && in(r[b])
	}
	short := func(c rune) bool { return unicode.In(c, unicode.Han, unicode.Katakana) || c == 'ー' }
	for _, in := range [...]func(rune) bool{unicode.IsDigit, func(c rune) bool { return c < 0x80 && unicode.IsLetter(c) }} {
		if joined(i-1, i, in) || joined(i+n-1, i+n, in) {
			return true
		}
	}
	return v.name && n < 3 && (joined(i-1, i, short) || joined(i+n-1, i+n, short))
}

// look notes the values of a finding that a reader sees on a page: what is masked of it, and what stands in marked boxes.
func (s *strikes) look(f *inspect.Finding) {
	if s.masks.any() && len(f.Matches) > 0 {
		s.masks.see(f)
		for p := range s.masks.spots(f) {
			for _, w := range s.masks.spans[p] {
				s.add(f.Text[w.start:w.end], value{name: w.kind == "name", mark: -1, spot: p})
			}
		}
	}
	for i := range s.marks {
		if m := &s.marks[i]; m.Words == "" && m.Page == pageOf(f.Where) {
			s.add(m.within(f), value{mark: i, open: true})
		}
	}
}

// within returns what of a text stands in a marked area.
func (m *Mark) within(f *inspect.Finding) string {
	var b strings.Builder
	for g := range f.Glyphs {
		if m.area().Covers(g.Quad) && g.End <= len(f.Text) {
			b.WriteString(f.Text[g.Start:g.End])
		}
	}
	return b.String()
}

// blot returns a text that no page shows without the values that are struck.
func (s *strikes) blot(text string) string {
	var at []int
	r := s.squeeze(text, &at)
	at = append(at, len(text))
	var out strings.Builder
	done := 0
	s.matches(r, 0, func(k, from, to int) {
		v := &s.values[k]
		if v.public || at[from] < done {
			return
		}
		out.WriteString(text[done:at[from]])
		out.WriteString(blot)
		done = at[to]
	})
	if done == 0 && out.Len() == 0 {
		return text
	}
	return out.String() + text[done:]
}

func pageOf(where inspect.Location) int {
	switch l := where.(type) {
	case inspect.Box:
		return l.Page
	case inspect.Page:
		return l.Page
	}
	return 0
}
