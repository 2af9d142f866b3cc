package redact

import (
	"strconv"
	"strings"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// seen is what a reader sees, as sums that do not depend on the order: 128 bits and a count for each sheet, text or drawing. Equal
// sums before and after are the fourth lock.
type seen map[string]sum

type sum struct {
	A, B uint64
	N    int
}

// add enters the text of a finding, as it stands in the copy, for each cell in which it stands.
func (s seen) add(f *inspect.Finding, text string) {
	if f.Glyphs != nil {
		s.glyphs(f, nil)
		return
	}
	if text == "" || f.Place != nil && !f.Place.OnlyWithPeople && !literal(f) {
		return
	}
	scope, ok := s.scope(f)
	if !ok {
		return
	}
	base := fold64(14695981039346656037, text)
	total := s[scope]
	for u := range f.Each() {
		h := position(base, u.Where)
		total.A += mix(h)
		total.B += mix(h ^ 0x9E3779B97F4A7C15)
		total.N++
	}
	s[scope] = total
}

// glyphs enters the characters of a finding, each by itself: where lines are cut may change when something is blacked out between
// them. Boxes are areas where nothing is compared.
func (s seen) glyphs(f *inspect.Finding, boxes []box) {
	if f.Place != nil && !recognised(f) {
		return
	}
	scope := pageScope(f.Within, pageOf(f.Where))
	for g := range f.Glyphs {
		if g.End <= len(f.Text) && !covered(boxes, g.Quad) {
			s.glyph(scope, f.Text[g.Start:g.End], g.Quad, f.Place == nil)
		}
	}
}

// recognised reports whether a text stands invisibly on a picture that shows it.
func recognised(f *inspect.Finding) bool {
	fix, erase := f.Fix.(inspect.EraseBox)
	return erase && fix.Of == "ocr" && f.Glyphs != nil
}

// Characters of a page are summed up twice: with their places, and without, for a page that becomes a picture: then all of its text,
// what was recognised included, stands on the picture. See [seen.settle]. No other scope ends so.
const (
	placed   = "\x00\x00placed"
	unplaced = "\x00\x00unplaced"
)

// glyph enters one character of a page. Plain says that a reader sees the character itself, and not a picture below it.
func (s seen) glyph(scope, text string, q inspect.Quad, plain bool) {
	h := fold64(14695981039346656037, text)
	if strings.TrimSpace(text) != "" {
		s.enter(scope+unplaced, h)
	}
	if plain {
		s.enter(scope+placed, h^mix(uint64(uint32(inspect.Point(q[0])))<<32|uint64(uint32(inspect.Point(q[1])))))
	}
}

func (s seen) enter(scope string, h uint64) {
	total := s[scope]
	total.A += mix(h)
	total.B += mix(h ^ 0x9E3779B97F4A7C15)
	total.N++
	s[scope] = total
}

// settle keeps of the two sums of each page the one that counts: with the places of characters, unless the page became a picture, whose
// text only has to be the same.
func (s seen) settle(pictures map[string]bool) {
	for scope := range s {
		if page, ok := strings.CutSuffix(scope, unplaced); ok && !pictures[page] {
			delete(s, scope)
		}
		if page, ok := strings.CutSuffix(scope, placed); ok && pictures[page] {
			delete(s, scope)
		}
	}
}

// join adds what another sum holds.
func (s seen) join(o seen) {
	for scope, v := range o {
		total := s[scope]
		s[scope] = sum{total.A + v.A, total.B + v.B, total.N + v.N}
	}
}

func pageScope(within []string, page int) string {
	return strings.Join(within, "\x00") + "\x00page " + strconv.Itoa(page)
}

// A box is an area that was blacked out, with what is written on it.
type box struct {
	Area  inspect.Quad
	Label string
}

func covered(boxes []box, q inspect.Quad) bool {
	for i := range boxes {
		if boxes[i].Area.Covers(q) {
			return true
		}
	}
	return false
}

// scope names what a text is part of. Texts that no page shows (names of parts, links) have none.
func (s seen) scope(f *inspect.Finding) (string, bool) {
	within := strings.Join(f.Within, "\x00") + "\x00"
	switch l := f.Where.(type) {
	case *inspect.Cell:
		return within + "sheet " + l.Sheet, true
	case *inspect.Line, inspect.Line:
		return within + "text", true
	case inspect.Para:
		return within + l.Part, true
	case inspect.Page:
		return within + "page " + strconv.Itoa(l.Page), true
	case inspect.Box:
		return within + "page " + strconv.Itoa(l.Page), true
	}
	return "", false
}

// position mixes a place within its scope into the hash of a text. Paragraphs of a drawing are compared as a set.
func position(h uint64, at inspect.Location) uint64 {
	switch l := at.(type) {
	case *inspect.Cell:
		return h ^ mix(uint64(l.Row)<<20|uint64(l.Col))
	case *inspect.Line:
		return h ^ mix(uint64(l.Line)<<20|uint64(l.Col))
	case inspect.Line:
		return h ^ mix(uint64(l.Line)<<20|uint64(l.Col))
	case inspect.Box:
		return h ^ mix(uint64(uint32(inspect.Point(l.Box[0])))<<32|uint64(uint32(inspect.Point(l.Box[1]))))
	}
	return h
}

func fold64(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// mix is the finaliser of splitmix64.
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xBF58476D1CE4E5B9
	x ^= x >> 27
	x *= 0x94D049BB133111EB
	return x ^ x>>31
}

// differs returns a scope in which two readers would not see the same, or "".
func (s seen) differs(o seen) (string, bool) {
	for scope, a := range s {
		if o[scope] != a {
			return scope, true
		}
	}
	for scope := range o {
		if _, ok := s[scope]; !ok {
			return scope, true
		}
	}
	return "", false
}

// count returns how many texts were compared.
func (s seen) count() int {
	n := 0
	for _, v := range s {
		n += v.N
	}
	return n
}
