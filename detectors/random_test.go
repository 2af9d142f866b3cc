package detectors

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// Whatever is put together from pieces of the examples, no detector fails, and every match lies within the text.
func TestPiecesOfExamples(t *testing.T) {
	s := NewSet(All())
	var pool []string
	for _, k := range s.Detectors() {
		for _, e := range append(k.Hits, k.Misses...) {
			pool = append(append(pool, e.Text), e.Labels...)
		}
	}
	pool = append(pool, strings.Split(officialText, "。")...)
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 20_000 {
		text := pieces(r, pool)
		var labels []string
		switch r.IntN(3) {
		case 1:
			labels = []string{pool[r.IntN(len(pool))]}
		case 2:
			labels = []string{Column{Kind: s.detectors[r.IntN(len(s.detectors))].ID, Head: "x", Valid: 9, Total: 10}.Label()}
		}
		last := 0
		for _, m := range s.Find(nil, text, labels) {
			if m.Start < last || m.End <= m.Start || m.End > len(text) || m.Sure < Shape || m.Sure > Proven || m.Because == "" {
				t.Fatalf("%q %q: %+v", text, labels, m)
			}
			if utf8.ValidString(text) && !(utf8.RuneStart(text[m.Start]) && (m.End == len(text) || utf8.RuneStart(text[m.End]))) {
				t.Fatalf("%q: %+v cuts a rune", text, m)
			}
			last = m.End
		}
		k := s.detectors[n%len(s.detectors)]
		Key(k.ID, text)
		if k.Valid != nil {
			k.Valid(text)
		}
	}
}

// pieces joins pieces of texts, some of them cut anywhere, some with bytes that are no text.
func pieces(r *rand.Rand, pool []string) string {
	var b strings.Builder
	for range 1 + r.IntN(4) {
		x := pool[r.IntN(len(pool))]
		if r.IntN(2) == 0 && len(x) > 0 {
			i := r.IntN(len(x))
			x = x[i : i+r.IntN(len(x)-i)]
		}
		if r.IntN(6) == 0 {
			b.Write([]byte{byte(r.Uint32()), byte(r.Uint32())})
		}
		b.WriteString(x)
		b.WriteString([]string{"", " ", "\n", "　", "-", ":", "(", "の", "・", "|"}[r.IntN(10)])
	}
	return b.String()
}
