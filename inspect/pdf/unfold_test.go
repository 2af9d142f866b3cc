package pdf

import (
	"slices"
	"strings"
	"testing"
)

// below shows lines below each other.
func below(x, y int, rows ...string) string {
	var b strings.Builder
	for i, row := range rows {
		b.WriteString(show(x, y-18*i, row))
	}
	return b.String()
}

// Prose in columns is read column by column, and goes on from the foot of one to the head of the next; lists in columns are tables.
func Test_columns_of_prose(t *testing.T) {
	var (
		left  = []string{"次の会合についてはいつもの係が行い", "ますので連絡は事務局のほうにまとめ", "てください。資料は各班の担当から前", "日までに届きますので必ず若葉町緑台"}
		right = []string{"三丁目十五番二号の会場にお持ちくだ", "さい。終わりの時間はまだはっきりし", "ませんがおおむね昼までとします。お", "車での来場はなるべくおやめください"}
		whole = strings.Join(left, "") + strings.Join(right, "")
		names = []string{"山田太郎", "佐藤花子", "鈴木一郎", "高橋健太"}
		homes = []string{"若葉町緑台三丁目十五番二号緑台荘", "若葉町本町一丁目一番九号本町荘二", "若葉町東町六丁目四番十号東町荘三", "若葉町西町二丁目三番八号西町荘四"}
	)
	tests := []struct {
		name, content string
		want          string
	}{
		{"side by side", below(60, 700, left...) + below(300, 700, right...), whole},
		{"row by row", show(60, 700, left[0]) + show(300, 700, right[0]) + below(60, 682, left[1:]...) + below(300, 682, right[1:]...), whole},
		{"at different heights", below(60, 700, left...) + below(300, 691, right...), whole},
		{"the second begins higher", below(60, 700, left...) + below(300, 718, right...), whole},
		{"between lines over the page", below(60, 740, strings.Repeat("題", 36)) + below(60, 700, left...) + below(300, 700, right...) + below(60, 600, strings.Repeat("尾", 36)), whole},
		{"a list", below(60, 700, names...) + below(300, 700, homes...), homes[1]},
		{"a list of long lines", below(60, 700, homes...) + below(300, 700, homes...), homes[1]},
		{"a list beside prose", below(60, 700, homes...) + below(300, 700, right...), homes[1]},
	}
	for _, test := range tests {
		s := sheet{content: test.content}
		_, data := s.write()
		if all := items(t, data); !slices.Contains(in(all, ""), test.want) {
			t.Errorf("%s: %s", test.name, dump(all))
		}
	}
}

// What is hidden in a column of prose is put into its place, and where it stands on the page is told.
func Test_hidden_in_a_column_of_prose(t *testing.T) {
	line := "次の会合についてはいつもの係が行い"
	content := below(60, 700, line, line, line, line) + below(300, 700, line, line, line, line) + "1 g " + below(300, 628, "山田太郎の電話番号")
	s := sheet{content: content}
	_, data := s.write()
	for _, it := range items(t, data) {
		if it.Place == InvisibleText && it.Text == "山田太郎の電話番号" {
			return
		}
	}
	t.Error("not found")
}
