package ooxml

import "testing"

func Test_masked_names_of_styles_differ(t *testing.T) {
	taken := map[string]bool{}
	for _, want := range []string{"●●●", "●●●2", "●●●3", "●●●係"} {
		name := "●●●"
		if want == "●●●係" {
			name = want
		}
		if got := apart(name, taken); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
