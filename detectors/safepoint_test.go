package detectors

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// Reading that goes on from the safe point notes what reading the folded text from its beginning notes.
func TestReadingGoesOn(t *testing.T) {
	s := NewSet(All())
	var pool []string
	for _, k := range s.Detectors() {
		for _, e := range append(k.Hits, k.Misses...) {
			pool = append(append(pool, e.Text), e.Labels...)
		}
	}
	plain := slices.DeleteFunc(slices.Clone(pool), func(s string) bool { return fold(s) != s })
	signs := strings.Split("1|12-|12 AB|88 |9　| 7 － 8|-|\n|\r\n|。|、|:|：|　| |０|３４|ー|−|さん|ｻﾝ|ﾞ|\u3099|\u200B|氏名|住所|〇九|・|市|T|あ", "|")
	r := rand.New(rand.NewPCG(3, 4))
	folded, gone := 0, 0
	for range 40_000 {
		var b strings.Builder
		for range r.IntN(16) { // the safe points are far apart
			b.WriteString(plain[r.IntN(len(plain))])
			b.WriteString([]string{" ", "\n", "。", "-", "12 "}[r.IntN(5)])
		}
		for range 1 + r.IntN(12) {
			if r.IntN(2) == 0 {
				b.WriteString(pool[r.IntN(len(pool))])
			}
			b.WriteString(signs[r.IntN(len(signs))])
		}
		got := s.state()
		got.with = nil
		if got.reset(b.String()); got.same {
			continue
		}
		folded++
		if got.safe.at > 0 {
			gone++
		}
		want := s.state()
		want.reset(string(got.folded.Text)) // which folds to itself
		if !want.same {
			continue // but for a mark that joins what folding brought together
		}
		a, c := noted(got), noted(want)
		for i := range a {
			if !reflect.DeepEqual(a[i], c[i]) {
				t.Fatalf("%q: %d: %v, not %v", b.String(), i, a[i], c[i])
			}
		}
	}
	if folded < 1000 || gone < 1000 {
		t.Errorf("only %d texts folded, %d from a safe point", folded, gone)
	}
}

// noted is what the one pass noted, with empty lists alike.
func noted(t *textState) []any {
	lists := []any{t.numbers, t.digits, t.ats, t.places, t.titles, t.roles, t.births, t.segments, t.fields, t.schemes, t.newlines, t.stops}
	for i, l := range lists {
		if reflect.ValueOf(l).Len() == 0 {
			lists[i] = nil
		}
	}
	return append(lists, t.triggers, t.speaks, t.named, t.digitEnd)
}
