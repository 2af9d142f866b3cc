package detectors

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// What the quick ways say is what a plain reading says, on texts put together from pieces of the examples.

func quickTexts(n int) []string {
	var pool, texts []string
	for _, k := range Standard().Detectors() {
		for _, e := range append(k.Hits, k.Misses...) {
			pool = append(append(pool, e.Text), e.Labels...)
		}
	}
	pool = append(pool, strings.Split(officialText, "。")...)
	r := rand.New(rand.NewPCG(7, 8))
	for range n {
		texts = append(texts, pieces(r, pool))
	}
	return texts
}

func TestDigitRun(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 200_000 {
		b := make([]byte, r.IntN(20))
		for i := range b {
			b[i] = '0' + byte(r.IntN(10))
			if r.IntN(5) == 0 {
				b[i] = byte(r.Uint32())
			}
		}
		s := string(b)
		if got, want := digitRun(s), len(s)-len(strings.TrimLeft(s, "0123456789")); got != want {
			t.Fatalf("%q: %d, want %d", s, got, want)
		}
	}
}

func TestIndexKanji(t *testing.T) {
	for _, s := range quickTexts(500) {
		for _, word := range []string{"山田", "鈴木", "佐藤", "市", "太郎"} {
			for from := range len(s) {
				want := strings.Index(s[from:], word)
				if want >= 0 {
					want += from
				}
				if got := indexKanji(s, word, from); got != want {
					t.Fatalf("%q from %d in %q: %d, want %d", word, from, s, got, want)
				}
			}
		}
	}
}

func TestWordLists(t *testing.T) {
	texts := quickTexts(3000)
	for _, words := range [][]string{
		strings.Fields("者 申込者 込者 申込 人 法人 の の者 F Dr 号室 室"), privateRoles.words(), afterName.words(), houseUnits.words(), {" 印", "印", "様"},
	} {
		l := newWordList(words...)
		first := func(fits func(word string) bool) string {
			if i := slices.IndexFunc(words, fits); i >= 0 {
				return words[i]
			}
			return ""
		}
		for _, s := range texts {
			for i := range s {
				rest, before := s[i:], s[:i]
				if got, want := l.prefix(rest), first(func(w string) bool { return strings.HasPrefix(rest, w) }); got != want {
					t.Fatalf("%q begins with %q, want %q", rest, got, want)
				}
				if got, want := l.suffix(before), first(func(w string) bool { return strings.HasSuffix(before, w) }); got != want {
					t.Fatalf("%q ends in %q, want %q", before, got, want)
				}
			}
			if got := l.in(s); utf8.ValidString(s) && got != slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) }) {
				t.Fatalf("%q holds one of %q: %v", s, words, got)
			}
		}
	}
}

func TestContextWordsFound(t *testing.T) {
	x := Standard().words
	var words []*contextWord
	for _, list := range x.by {
		for _, w := range list {
			words = append(words, w.contextWord)
		}
	}
	for _, s := range quickTexts(1500) {
		if !utf8.ValidString(s) {
			continue
		}
		at := map[int]int{}
		for _, w := range x.find(nil, s) {
			if !strings.HasPrefix(s[w.start:], w.text) {
				t.Fatalf("%q: %s does not stand at %d", s, w.text, w.start)
			}
			at[w.start]++
		}
		for i := range s {
			want := 0
			for _, w := range words {
				if strings.HasPrefix(s[i:], w.text) {
					want++
				}
			}
			if at[i] != want {
				t.Fatalf("%q: %d words at %d, want %d", s, at[i], i, want)
			}
		}
	}
}

// A word that is turned away at once reads like no name.
func TestFullness(t *testing.T) {
	full := 0
	for _, s := range quickTexts(4000) {
		for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !nameRune(r) && r != ' ' }) {
			if len(word) > 45 {
				continue
			}
			if got := fullness(word); (got == soundFull) != soundName(word) {
				t.Fatalf("%q: %d", word, got)
			} else if got == soundFull {
				full++
			}
		}
	}
	if full == 0 {
		t.Error("no names tried")
	}
}
