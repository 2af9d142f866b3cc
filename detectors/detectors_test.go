package detectors

import (
	"slices"
	"strings"
	"testing"
)

// Every hit is found with Likely or more, every miss is not, both by the detector alone and in the whole set.
func TestExamples(t *testing.T) {
	all := NewSet(All())
	for _, k := range All() {
		t.Run(k.ID, func(t *testing.T) {
			for _, e := range k.Hits {
				if best := surest(slices.Collect(k.Find(e.Text, e.Labels)), k.ID); best < Likely {
					t.Errorf("alone: %q %q: %q, want Likely", e.Text, e.Labels, best)
				}
				if best := surest(all.Find(nil, e.Text, e.Labels), k.ID); best < Likely {
					t.Errorf("in the set: %q %q: %q, want Likely: %v", e.Text, e.Labels, best, all.Find(nil, e.Text, e.Labels))
				}
			}
			for _, e := range k.Misses {
				if best := surest(slices.Collect(k.Find(e.Text, e.Labels)), k.ID); best >= Likely {
					t.Errorf("%q %q: found, %v", e.Text, e.Labels, slices.Collect(k.Find(e.Text, e.Labels)))
				}
			}
			if len(k.Hits) == 0 || len(k.Misses) == 0 || k.JA == "" || k.EN == "" {
				t.Error("a detector needs both names, hits and misses")
			}
		})
	}
}

func surest(found []Match, id string) (best Sureness) {
	for _, m := range found {
		if m.Detector == id {
			best = max(best, m.Sure)
		}
	}
	return best
}

func TestCheckDigits(t *testing.T) {
	tests := []struct {
		name    string
		check   func(string) bool
		valid   string
		invalid string
	}{
		{"my-number", myNumberCheck, "123456789018 621498320257 983205673214 199877251323 490463614030 832521897525 770031364850 106816910466 847097007112 100000633520 100001187850 100000871090 100002217320", "123456789012"},
		{"corporate-number", corporateCheck, "8700110005901 1180301018771 5010401067252 5835678256246 3120011875266 7010078084981 9120070279493 3120009780667 1290059250374", "8700110005902"},
		{"health-insurer", luhn, "33120015 01130012 33019159 34136648 34272039 01408962 31273915 138057 131045 404251 136937 144790 402545 012062", "33120016 138058"},
		{"credit-card", luhn, "4381549734531384 5300148829909087 2720227723450585 3589022772690183 340542068563287 30950485117741 6500938025027353 6266160330209101326", "4381549734531385"},
	}
	for _, tt := range tests {
		for s := range strings.FieldsSeq(tt.valid) {
			if !tt.check(s) {
				t.Errorf("%s: %s is valid", tt.name, s)
			}
		}
		for s := range strings.FieldsSeq(tt.invalid) {
			if tt.check(s) {
				t.Errorf("%s: %s is not valid", tt.name, s)
			}
		}
	}
	for s := range strings.FieldsSeq("14030-12345671 18890-4860941 11960-45473741 15910-3103031 14340-5980941 17510-45172591") {
		if a, b, _ := strings.Cut(s, "-"); !yuchoCheck(a, b) {
			t.Errorf("yucho-account: %s is valid", s)
		}
	}
	for s := range strings.FieldsSeq("4381549734531384 5300148829909087 2720227723450585 3589022772690183 340542068563287 30950485117741 6500938025027353 6266160330209101326") {
		if !cardRange(s) {
			t.Errorf("credit-card: %s has an issuer", s)
		}
	}
}
