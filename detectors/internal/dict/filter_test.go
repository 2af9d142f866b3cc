package dict

import (
	"os"
	"strings"
	"testing"
)

// The filters in front of the indexes turn no listed word away.
func TestFilters(t *testing.T) {
	for _, list := range []struct {
		files string
		has   func(string) bool
		index words
	}{
		{"surnames.txt surnames_more.txt", func(s string) bool { return Surname(s) != Unlisted }, surnames},
		{"given.txt given_new.txt given_more.txt", func(s string) bool { return Given(s) != Unlisted }, given},
		{"places.txt", func(s string) bool { return PlaceOf(s) != 0 }, places},
		{"surnames.txt surnames_more.txt", func(s string) bool { return (BeginsSingle(s) || MayBeSurname(s)) && len(s)%3 == 0 }, surnames},
	} {
		n := 0
		for _, file := range strings.Fields(list.files) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for w := range strings.FieldsSeq(string(b)) {
				w = strings.TrimSuffix(w, "+")
				if list.index.rank(w) == Unlisted {
					continue // a list of places names them by district and city
				}
				if n++; !list.has(w) {
					t.Errorf("%s is turned away", w)
				}
			}
		}
		if n < 1000 {
			t.Errorf("%s: only %d words tried", list.files, n)
		}
	}
}
