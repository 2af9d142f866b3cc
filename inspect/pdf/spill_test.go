package pdf

import "testing"

// A line that two pages print a part of each hides nothing; what no page shows is hidden, however alike the lines.
func Test_lines_over_the_edge(t *testing.T) {
	const long = "次の会合の資料は若葉町役場の窓口で配ります"
	tests := []struct {
		name          string
		first, second string
		hidden        bool // on the first page or the second
	}{
		{"printed over two pages", show(470, 700, long), show(470-595, 700, long), false},
		{"whole on another page", show(72, 700, long), show(-400, 700, long), false},
		{"runs off the last page", show(470, 700, long), show(72, 700, "別の文です"), true},
		{"another end", show(470, 700, long), show(470-595, 700, "次の会合の資料は若葉町役場の庭で配ります"), true},
		{"nowhere", show(72, 700, "別の文です"), show(-400, 700, long), true},
		{"a word that is said elsewhere", show(72, 700, long), show(650, 700, "若葉町役場の窓口"), true},
	}
	for _, test := range tests {
		s := sheet{content: test.first, more: []string{test.second}}
		_, data := s.write()
		places, hidden := 0, false
		for _, it := range items(t, data) {
			if it.Place == OffPageText || it.Place == ClippedText {
				places++
				hidden = hidden || !it.Empty
				if it.Glyphs == nil {
					t.Errorf("%s: no glyphs of %q", test.name, it.Text)
				}
			}
		}
		if places == 0 || hidden != test.hidden {
			t.Errorf("%s: %d places, hidden: %v", test.name, places, hidden)
		}
	}
}
