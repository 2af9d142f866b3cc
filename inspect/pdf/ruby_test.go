package pdf

import (
	"fmt"
	"slices"
	"testing"
)

// small shows a text in 6 points.
func small(x, y int, text string) string {
	return fmt.Sprintf("BT /F2 6 Tf %d %d Td %s Tj ET\n", x, y, operand(text))
}

// Readings above words part no lines, in columns of prose neither; above a name in a form they stay a row of it.
func Test_readings_above_words(t *testing.T) {
	lines := []string{"次の会合についてはいつもの係が行い", "ますので連絡は若葉町緑台の山田太郎", "さんのほうにまとめてください。資料", "は各班の担当から前日までに届きます"}
	const whole = "次の会合についてはいつもの係が行いますので連絡は若葉町緑台の山田太郎さんのほうにまとめてください。資料は各班の担当から前日までに届きます"
	over := func(x int) string { return small(x+72, 694, "わかば") + small(x+156, 694, "やまだたろう") }
	tests := []struct {
		name, content string
		want          []string
	}{
		{"prose", below(60, 700, lines...) + over(60), []string{whole, "わかば", "やまだたろう"}},
		{"columns of prose", below(60, 700, lines...) + over(60) + below(300, 700, lines...) + over(300), []string{whole + whole, "わかば"}},
		{"a form", small(60, 712, "ふりがな") + small(160, 712, "やまだ　たろう") + show(60, 700, "氏名") + show(160, 700, "山田　太郎"), []string{"ふりがな", "やまだ たろう", "山田 太郎"}},
	}
	for _, test := range tests {
		s := sheet{content: test.content}
		_, data := s.write()
		all := items(t, data)
		for _, want := range test.want {
			if !slices.Contains(in(all, ""), want) {
				t.Errorf("%s: no %q: %s", test.name, want, dump(all))
			}
		}
	}
}
