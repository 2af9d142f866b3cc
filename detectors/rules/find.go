package rules

import (
	"cmp"
	"iter"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/internal/ja"
)

// A finder is a rule made ready.
type finder struct {
	rule
	words  map[string][]string // folded, by their first rune, the longest first
	near   []string            // folded
	except map[string]bool     // as ja.Fold folds them
	heads  []string            // as ja.Label folds them
	must   string              // what stands in every match of the pattern, in lower case; "" if nothing is known
}

// reach is how far before a value a word of near still speaks of it, in bytes: about 40 characters.
const reach = 120

func (r *rule) detector() *detectors.Detector {
	f := &finder{rule: *r, words: map[string][]string{}, except: map[string]bool{}}
	for _, w := range r.Words {
		w = lower(w)
		_, n := utf8.DecodeRuneInString(w)
		f.words[w[:n]] = append(f.words[w[:n]], w)
	}
	for _, list := range f.words {
		slices.SortFunc(list, func(a, b string) int { return cmp.Or(len(b)-len(a), cmp.Compare(a, b)) })
	}
	for _, w := range r.Near {
		f.near = append(f.near, lower(w))
	}
	for _, w := range r.Except {
		f.except[string(ja.Fold(nil, w))] = true
	}
	for _, w := range r.Heads {
		f.heads = append(f.heads, ja.Label(w))
	}
	if r.re != nil {
		f.must = literal(r.re.String())
	}
	d := &detectors.Detector{ID: r.ID, JA: cmp.Or(r.JA, r.EN, r.ID), EN: cmp.Or(r.EN, r.JA, r.ID), Step: 2, Person: r.Person, Heads: f.heads, Find: f.find}
	if r.Step != nil {
		d.Step = *r.Step
	}
	if r.re != nil {
		d.Valid = func(cell string) bool {
			s := strings.TrimSpace(fold(cell))
			at := f.re.FindStringIndex(s)
			return at != nil && at[0] == 0 && at[1] == len(s)
		}
	}
	return d
}

func fold(s string) string {
	var f ja.Folded
	f.Fold(s)
	return string(f.Text)
}

func lower(s string) string { return asciiLower(fold(s)) }

// asciiLower lowers A to Z only, so that offsets stay.
func asciiLower(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

// find is the Find of the rule's detector. Offsets go back through the fold.
func (f *finder) find(text string, labels []string) iter.Seq[detectors.Match] {
	return func(yield func(detectors.Match) bool) {
		var folded ja.Folded
		folded.Fold(text)
		s := asciiLower(string(folded.Text))
		for _, m := range f.matches(s, f.head(labels)) {
			if f.except[string(ja.Fold(nil, s[m.Start:m.End]))] {
				continue
			}
			m.Detector, m.Start, m.End = f.ID, folded.Start(m.Start), folded.End(m.End)
			if !yield(m) {
				return
			}
		}
	}
}

// matches returns what is found in a folded text under a head, "" for none.
func (f *finder) matches(s, head string) []detectors.Match {
	out := f.wordsIn(s)
	switch {
	case f.re != nil && (f.must == "" || strings.Contains(s, f.must)):
		for _, at := range f.re.FindAllStringIndex(s, -1) {
			if bounded(s, at[0], at[1]) {
				out = append(out, f.judge(s, at[0], at[1], head))
			}
		}
	case f.re == nil && head != "":
		start := len(s) - len(strings.TrimLeft(s, " \t\r\n"))
		if end := len(strings.TrimRight(s, " \t\r\n")); start < end {
			out = append(out, detectors.Match{Start: start, End: end, Sure: detectors.Likely, Because: "own rule, label " + head})
		}
	}
	return out
}

func (f *finder) wordsIn(s string) (out []detectors.Match) {
	if len(f.words) == 0 {
		return nil
	}
	for i := 0; i < len(s); {
		_, n := utf8.DecodeRuneInString(s[i:])
		for _, w := range f.words[s[i:i+n]] {
			if strings.HasPrefix(s[i:], w) && bounded(s, i, i+len(w)) {
				out = append(out, detectors.Match{Start: i, End: i + len(w), Sure: detectors.Likely, Because: "own rule, a word of its list"})
				n = len(w)
				break
			}
		}
		i += n
	}
	return out
}

// judge says how sure a match of the pattern is.
func (f *finder) judge(s string, start, end int, head string) detectors.Match {
	m := detectors.Match{Start: start, End: end, Sure: detectors.Likely, Because: "own rule, its pattern"}
	from := max(0, start-reach)
	near := slices.ContainsFunc(f.near, func(w string) bool { return strings.Contains(s[from:start], w) })
	switch {
	case head != "":
		m.Sure, m.Because = detectors.Proven, "own rule, its pattern and the label "+head
	case near:
		m.Sure, m.Because = detectors.Proven, "own rule, its pattern and a word before it"
	case len(f.near) > 0:
		m.Sure = detectors.Shape
	}
	return m
}

// head returns the label among labels that announces the rule, or "".
func (f *finder) head(labels []string) string {
	for _, l := range labels {
		if c, ok := detectors.ParseColumn(l); ok {
			if c.Kind == f.ID {
				return cmp.Or(c.Head, f.ID)
			}
			continue
		}
		if slices.Contains(f.heads, ja.Label(l)) {
			return l
		}
	}
	return ""
}

// bounded reports whether a match is not a piece of a longer word of ASCII letters and digits.
func bounded(s string, start, end int) bool {
	return !(start > 0 && wordByte(s[start-1]) && wordByte(s[start])) && !(end < len(s) && wordByte(s[end]) && wordByte(s[end-1]))
}

func wordByte(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
}

// literal returns the longest text that every match of a pattern holds, in lower case: most texts are answered by a search for it.
func literal(pattern string) string {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return ""
	}
	longest := ""
	var walk func(*syntax.Regexp)
	walk = func(re *syntax.Regexp) {
		switch re.Op {
		case syntax.OpLiteral:
			if s := lower(string(re.Rune)); len(s) > len(longest) && s == asciiLower(string(re.Rune)) {
				longest = s
			}
		case syntax.OpConcat, syntax.OpCapture, syntax.OpPlus:
			for _, sub := range re.Sub {
				walk(sub)
			}
		case syntax.OpRepeat:
			if re.Min > 0 {
				walk(re.Sub[0])
			}
		}
	}
	walk(re.Simplify())
	return longest
}
