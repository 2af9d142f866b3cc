package detectors

import "testing"

func TestParts(t *testing.T) {
	set := NewSet(All())
	for _, c := range []struct {
		head  string
		cells []string
		want  string
	}{
		{"電話", []string{"03", "6273", "4819"}, "phone"},
		{"電話", []string{"3", "6273", "4819"}, "phone"}, // a spreadsheet took the zero
		{"電話相談", []string{"12", "34", "56"}, ""},
		{"〒", []string{"225", "0002"}, "postal-code"},
		{"生年月日", []string{"昭和", "60", "3", "5"}, "birth-date"},
		{"生年月日", []string{"1985", "3", "5"}, "birth-date"},
		{"生年月日", []string{"昭和", "60", "13", "5"}, ""},
		{"個人番号", []string{"6", "2", "1", "4", "9", "8", "3", "2", "0", "2", "5", "7"}, "my-number"},
		{"個人番号", []string{"６", "２", "１", "４", "９", "８", "３", "２", "０", "２", "５", "７"}, "my-number"},
		{"得点", []string{"6", "2", "1", "4", "9", "8", "3", "2", "0", "2", "5", "7"}, ""},
		{"電話", []string{"", "", ""}, ""},
	} {
		got := set.Parts([]string{c.head}, [][]string{c.cells})
		if got.Kind != c.want || c.want != "" && got.Parts != len(c.cells) {
			t.Errorf("%s %q: %q of %d parts, want %q", c.head, c.cells, got.Kind, got.Parts, c.want)
		}
		if c.want == "" {
			continue
		}
		for i, cell := range c.cells {
			got.Part = i + 1
			ms := set.Find(nil, cell, []string{got.Label(), c.head})
			if len(ms) != 1 || ms[0].Detector != c.want || ms[0].Part != i+1 || ms[0].Sure < Likely || ms[0].End != len(cell) {
				t.Errorf("%s, part %d of %q: %+v", c.head, i+1, c.cells, ms)
			}
		}
	}
}
