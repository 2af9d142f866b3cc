package dict

import (
	"os"
	"strings"
	"testing"
)

// The readings of two or three kana that one of a single kana may stand in are not turned away.
func TestMayNameKana(t *testing.T) {
	lists := map[string][]string{}
	for _, name := range []string{"surname_kana.txt", "given_kana.txt"} {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lists[name] = strings.Fields(strings.ReplaceAll(string(b), "+", ""))
	}
	n := 0
	for _, surname := range lists["surname_kana.txt"] {
		if len(surname) > 6 {
			continue
		}
		for _, given := range lists["given_kana.txt"] {
			if s := surname + given; len(s) <= 9 {
				if n++; !MayNameKana(s) {
					t.Fatalf("%s is turned away", s)
				}
			}
		}
	}
	if n == 0 || MayNameKana("スズキ") || MayNameKana("はなこ") {
		t.Errorf("%d tried", n)
	}
}

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
