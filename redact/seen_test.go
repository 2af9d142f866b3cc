package redact

import (
	"maps"
	"slices"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// TestSeen_Settle holds that of the characters of a page one sum is left, and that the sums of everything else stay.
func TestSeen_Settle(t *testing.T) {
	s := seen{}
	q := inspect.Upright(1, 2, 3, 4)
	s.glyph(pageScope(nil, 1), "a", q, true)
	s.glyph(pageScope(nil, 2), "b", q, true)
	s.glyph(pageScope(nil, 2), "c", q, false)
	for _, at := range []inspect.Location{
		inspect.Line{Line: 1, Col: 1}, inspect.Para{Part: "characters", N: 1}, inspect.Para{Part: "text", N: 1}, inspect.Page{Page: 2},
	} {
		s.add(&inspect.Finding{Item: inspect.Item{Where: at}}, "text")
	}
	s.settle(map[string]bool{pageScope(nil, 2): true})
	want := []string{"\x00characters", "\x00page 1" + placed, "\x00page 2", "\x00page 2" + unplaced, "\x00text"}
	if got := slices.Sorted(maps.Keys(s)); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if n := s["\x00page 2"+unplaced].N; n != 2 {
		t.Errorf("%d characters", n)
	}
	if n := s["\x00text"].N; n != 2 {
		t.Errorf("%d texts", n)
	}
}
