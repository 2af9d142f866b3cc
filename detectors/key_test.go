package detectors

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/sumikeshi/sumikeshi/internal/ja"
)

func TestSerialDate(t *testing.T) {
	for n := range 80_000 {
		day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n)
		if got, want := serialDate(n), (date{day.Year(), int(day.Month()), day.Day()}); got != want {
			t.Fatalf("%d is %v, want %v", n, got, want)
		}
	}
}

// The short way to a telephone number's key is the one that reading it in full comes to.
func TestKey_dialled(t *testing.T) {
	values := []string{"0", "03-1234-5678", "011-222-3333", "0112223333", "010-81-3-1234", "0081-3-1234", "0120-123-456", "090-0000-0000", "0312345678", "06-6123-45678"}
	for _, e := range phoneDetector().Hits {
		values = append(values, e.Text)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		b := []byte("0")
		for range 8 + r.IntN(6) {
			b = append(b, "0123456789--"[r.IntN(12)])
		}
		values = append(values, string(b))
	}
	short := 0
	for _, v := range values {
		got := string(appendDialled(nil, v))
		if got == "" {
			continue
		}
		short++
		want, ok := appendPhone(nil, v)
		if !ok {
			want = bare(nil, v)
		}
		if got != string(want) {
			t.Fatalf("%q: %s, read in full %s", v, got, want)
		}
	}
	if short < len(values)/10 {
		t.Errorf("%d of %d went the short way", short, len(values))
	}
}

// Folding a text is folding its characters, but for those that look at their neighbours.
func FuzzBare(f *testing.F) {
	for _, s := range []string{"本町１−２−３　（株）ABC", "ｶﾞｷﾞ・ー", "1ー2", "\x00\x7f\xffあ\xe3\x81", "ＡＢＣ㈱①"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		folded := string(ja.Fold(nil, s))
		if strings.ContainsAny(folded, " \t\n\x00\x7f") {
			t.Fatalf("%q folds to %q", s, folded)
		}
		want := strings.NewReplacer("-", "", ".", "", ",", "", "/", "", "(", "", ")", "", "~", "", "_", "", "'", "", "\"", "", "・", "").Replace(folded)
		if got := string(bare(nil, s)); got != want {
			t.Fatalf("%q is bare %q, want %q", s, got, want)
		}
	})
}
