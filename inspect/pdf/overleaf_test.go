package pdf

import (
	"slices"
	"strings"
	"testing"
)

// listed shows rows of two cells from some height on.
func listed(y int, rows ...string) string {
	var b strings.Builder
	for i, row := range rows {
		left, right, _ := strings.Cut(row, "|")
		b.WriteString(show(72, y-20*i, left) + show(250, y-20*i, right))
	}
	return b.String()
}

// A table that goes on over the page break has the heads of the page before, whatever furniture of the pages stands between. One that
// begins there has not.
func Test_a_table_goes_on_overleaf(t *testing.T) {
	var (
		head   = listed(700, "NAME|受験番号", "Maria Silva|1047", "Ana Santos|1048")
		rest   = listed(700, "Chen Wei|1049", "Park Jiyoung|1050")
		number = func(n string) string { return show(290, 40, n) }
		top    = show(72, 800, "若葉町国際交流課") + show(72, 770, "部外秘")
		prose  = show(72, 740, strings.Repeat("文", 37)) + show(72, 724, "以下のとおりである。")
	)
	tests := []struct {
		name, first, second string
		goesOn              bool
	}{
		{"nothing between", head, rest, true},
		{"page numbers", head + number("1"), rest + number("2"), true},
		{"page heads", top + head + number("1 / 2"), top + rest + number("2 / 2"), true},
		{"heads that are repeated", head, listed(720, "NAME|受験番号") + rest, true},
		{"a title that says so", head, show(72, 722, "名簿（続き）") + rest, true},
		{"one row", head, listed(700, "Chen Wei|1049"), true},
		{"a word in a row that may be a head", head, listed(700, "Tel|1049", "Chen Wei|1050", "Kim Minjun|1051"), true},
		{"another title", head, show(72, 722, "地区別の世帯数") + rest, false},
		{"prose above", head, prose + rest, false},
		{"prose below", head + show(72, 600, strings.Repeat("文", 37)) + show(72, 584, "以上のとおりである。"), rest, false},
		{"its end", head + show(300, 600, "以上"), rest, false},
		{"columns elsewhere", head, show(72, 700, "Chen Wei") + show(400, 700, "1049") + show(72, 680, "Park Jiyoung") + show(400, 680, "1050"), false},
		{"other heads", head, listed(720, "駅名|面積") + rest, false},
	}
	for _, test := range tests {
		s := sheet{content: test.first, more: []string{test.second}}
		_, data := s.write()
		found := false
		for _, it := range items(t, data) {
			found = found || it.Text == "Chen Wei" && it.Record != 0 && slices.Contains(it.Labels, "NAME")
		}
		if found != test.goesOn {
			t.Errorf("%s: %v", test.name, found)
		}
	}
}

// On the third page a table that began on the first goes on; a page between that has none ends it.
func Test_a_table_goes_on_over_pages(t *testing.T) {
	head, rest := listed(700, "NAME|受験番号", "Maria Silva|1047"), listed(700, "Ana Santos|1048", "Chen Wei|1049")
	for _, test := range []struct {
		between string
		goesOn  bool
	}{{rest, true}, {show(72, 700, "白紙"), false}, {"", false}} {
		s := sheet{content: head, more: []string{test.between, rest}}
		_, data := s.write()
		last := ""
		for _, it := range items(t, data) {
			if it.Text == "Chen Wei" {
				last = strings.Join(it.Labels, " ")
			}
		}
		if strings.Contains(last, "NAME") != test.goesOn {
			t.Errorf("%q: %q", test.between, last)
		}
	}
}
