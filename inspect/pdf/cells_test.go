package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// boxed draws a table: walls at the given places, rules between the rows.
func boxed(walls, rules []int) string {
	var b strings.Builder
	for _, x := range walls {
		fmt.Fprintf(&b, "%d %d m %d %d l S\n", x, rules[0], x, rules[len(rules)-1])
	}
	for _, y := range rules {
		fmt.Fprintf(&b, "%d %d m %d %d l S\n", walls[0], y, walls[len(walls)-1], y)
	}
	return "0.5 w " + b.String()
}

// What stands in a cell is one text if it was wrapped there, and several if lines were begun on purpose; what stands in two cells is two
// texts, however near.
func Test_cells(t *testing.T) {
	grid := boxed([]int{70, 121, 170, 400}, []int{600, 640, 680})
	tests := []struct {
		name, content string
		want, not     []string
	}{
		{"wrapped", grid + show(72, 666, "長谷川由") + show(72, 652, "美子") + show(123, 660, "可"), []string{"長谷川由美子", "可"}, nil},
		{"begun on purpose", grid + show(72, 666, "林誠") + show(72, 652, "森薫") + show(123, 660, "可"), []string{"林誠", "森薫"}, nil},
		{"neighbours that nearly touch", grid + show(72, 660, "山田太郎") + show(122, 660, "佐藤花子"), []string{"山田太郎", "佐藤花子"}, nil},
		{"text that runs through a wall", grid + show(72, 660, "山田太郎と佐藤花子"), []string{"山田太郎と佐藤花子"}, nil},
		{"cells below each other", grid + show(72, 644, "山田太郎") + show(72, 630, "佐藤花子"), []string{"山田太郎", "佐藤花子"}, nil},
		{"an underline is no wall", "0.5 w 72 697 m 120 697 l S " + show(72, 700, strings.Repeat("文", 37)) + show(72, 684, "電話"), []string{strings.Repeat("文", 37) + "電話"}, nil},
		{"a mail address in a cell", boxed([]int{70, 272}, []int{640, 680}) + show(72, 666, "YAMADA.TARO@WAKABA-TOWN") + show(72, 652, ".EXAMPLE.JP"), []string{"YAMADA.TARO@WAKABA-TOWN.EXAMPLE.JP"}, nil},
		{"characters set one by one", stack(500, 700, "山田太郎様"), []string{"山田太郎様"}, []string{"山"}},
		{"vertical lines side by side", stack(500, 700, "若葉町役場") + stack(482, 700, "山田太郎様"), []string{"若葉町役場", "山田太郎様"}, nil},
		{"a number that lies along the line", stack(500, 700, "電話番号") + "BT /F1 12 Tf 0 -1 1 0 502 662 Tm (090-1234-5678) Tj ET", []string{"電話番号090-1234-5678"}, nil},
		{"a column of single characters", stackBy(500, 700, 20, "男女男女"), []string{"男"}, []string{"男女男女"}},
	}
	for _, test := range tests {
		s := sheet{content: test.content}
		_, data := s.write()
		all := items(t, data)
		texts := in(all, "")
		for _, want := range test.want {
			if !slices.Contains(texts, want) {
				t.Errorf("%s: no %q: %s", test.name, want, dump(all))
			}
		}
		for _, not := range test.not {
			if slices.Contains(texts, not) {
				t.Errorf("%s: %q", test.name, not)
			}
		}
	}
}

// stack sets characters below each other, each by itself.
func stack(x, y int, text string) string { return stackBy(x, y, 12, text) }

func stackBy(x, y, step int, text string) string {
	var b strings.Builder
	for i, r := range []rune(text) {
		b.WriteString(show(x, y-step*i, string(r)))
	}
	return b.String()
}

// A table without rules in whose middle column the texts are wrapped has as many rows as people.
func Test_rows_without_rules(t *testing.T) {
	var b strings.Builder
	for i, row := range [][4]string{{"番号", "氏名", "住所", ""}, {"1", "山田太郎", "若葉町緑台三丁目十五", "番二号"}, {"2", "佐藤花子", "若葉町本町一丁目一番", "九号"}, {"3", "鈴木一郎", "若葉町東町六丁目四番", "十号"}, {"4", "高橋健太", "若葉町西町二丁目", ""}} {
		y := 700 - 30*i
		b.WriteString(show(72, y, row[0]) + show(110, y, row[1]) + show(180, y, row[2]))
		if row[3] != "" {
			b.WriteString(show(180, y-14, row[3]))
		}
	}
	s := sheet{content: b.String()}
	_, data := s.write()
	records := map[int64]bool{}
	found := false
	for _, it := range items(t, data) {
		if it.Record != 0 {
			records[it.Record] = true
		}
		found = found || it.Text == "若葉町本町一丁目一番九号"
	}
	if len(records) != 4 || !found {
		t.Errorf("%d rows; wrapped text found: %v", len(records), found)
	}
}

// Names that are set loose to fill their column are no columns, though their characters stand below each other in many lines.
func Test_loose_names_below_each_other(t *testing.T) {
	var b strings.Builder
	for i := range 12 {
		fmt.Fprintf(&b, "BT /F2 12 Tf 72 %d Td [%s -400 %s -400 %s] TJ ET\n", 700-20*i, operand("山"), operand("田"), operand("誠"))
		b.WriteString(show(250, 700-20*i, "可"))
	}
	s := sheet{content: b.String()}
	_, data := s.write()
	if texts := in(items(t, data), ""); len(texts) != 24 || !slices.Contains(texts, "山田誠") {
		t.Errorf("%q", texts)
	}
}

// A space between family name and given name is no edge of a column, though most names have it at the same place.
func Test_spaced_names_below_each_other(t *testing.T) {
	var b strings.Builder
	for i := range 12 {
		b.WriteString(show(72, 700-20*i, "高橋　大輔") + show(250, 700-20*i, "可"))
	}
	s := sheet{content: b.String()}
	_, data := s.write()
	if texts := in(items(t, data), ""); len(texts) != 24 {
		t.Errorf("%q", texts)
	}
}

// The fields of a form stand in boxes, and their labels beside those.
func Test_fields_of_a_form(t *testing.T) {
	s := sheet{content: boxed([]int{150, 300}, []int{650, 670}) + boxed([]int{150, 300}, []int{674, 694}) + show(60, 680, "氏名") + show(155, 680, "山田太郎") + show(60, 656, "生年月日") + show(155, 656, "昭和60年4月1日")}
	_, data := s.write()
	for _, it := range items(t, data) {
		if it.Text == "昭和60年4月1日" && slices.Contains(it.Labels, "生年月日") {
			return
		}
	}
	t.Error("a value without its label")
}
