package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// A painted-over column of names is still read as names: the heads come from the visible text.
func Test_covered_names_keep_their_column(t *testing.T) {
	var b strings.Builder
	rows := [][3]string{{"氏名", "電話番号", "受付"}, {"山田太郎", "090-1234-5678", "済"}, {"佐藤花子", "080-2345-6789", "未"}, {"鈴木一郎", "070-3456-7890", "済"}}
	for i, row := range rows {
		y := 700 - 20*i
		b.WriteString(show(72, y, row[0]) + show(180, y, row[1]) + show(320, y, row[2]))
	}
	s := sheet{content: b.String() + "0 g 70 636 80 58 re f"}
	_, data := s.write()
	records := map[int64]int{}
	for _, it := range items(t, data) {
		if it.Place == CoveredText {
			if !slices.Contains(it.Labels, "氏名") {
				t.Errorf("%q has labels %q", it.Text, it.Labels)
			}
			records[it.Record]++
		}
		if it.Text == "080-2345-6789" {
			records[it.Record]++
		}
	}
	if len(records) != 3 {
		t.Errorf("records: %v", records)
	}
}

func Test_lines(t *testing.T) {
	line := strings.Repeat("文", 37)
	tests := []struct{ name, content, want string }{
		{"one operator a letter", "BT /F1 12 Tf 72 700 Td (T) Tj 7.3 0 Td (a) Tj 6.7 0 Td (x) Tj ET", "Tax"},
		{"words by position", show(72, 700, "one") + show(98, 700, "two"), "one two"},
		{"words by numbers", "BT /F1 12 Tf 72 700 Td [(one) -400 (two)] TJ ET", "one two"},
		{"any order", show(98, 700, "two") + show(72, 700, "one"), "one two"},
		{"printed twice", show(72, 700, "bold") + "BT /F1 12 Tf 72.3 700 Td (bold) Tj ET", "bold"},
		{"printed over", show(72, 700, "山田太郎 様 電話") + show(76, 701, "Case 8:17-cv-01955"), "山田太郎 様 電話"},
		{"what is printed over", show(72, 700, "山田太郎 様 電話") + show(76, 701, "Case 8:17-cv-01955"), "Case 8:17-cv-01955"},
		{"kanji set loose", "BT /F2 12 Tf 72 700 Td [<5C71> -300 <7530>] TJ ET", "山田"},
		{"a paragraph", show(72, 700, line) + show(72, 684, "電話"), line + "電話"},
		{"vertical", "BT /V 12 Tf 500 700 Td " + operand("縦書き") + " Tj ET", "縦書き"},
		{"upside down", "BT /F1 12 Tf -1 0 0 -1 300 700 Tm (turned) Tj ET", "turned"},
	}
	for _, test := range tests {
		s := sheet{content: test.content}
		_, data := s.write()
		if all := items(t, data); !slices.Contains(in(all, ""), test.want) {
			t.Errorf("%s: %s", test.name, dump(all))
		}
	}
}

// What a reader sees is cut into the same items whether something hidden lies among it or not: the fourth lock compares them.
func Test_hidden_text_does_not_cut_lines(t *testing.T) {
	visible := show(72, 700, "担当者：") + show(132, 700, "まで連絡してください")
	with := sheet{content: show(120, 700, "山") + "1 g 119 697 13 14 re f 0 g " + visible}
	without := sheet{content: visible}
	_, a := with.write()
	_, b := without.write()
	if x, y := in(items(t, a), ""), in(items(t, b), ""); !slices.Equal(x, y) {
		t.Errorf("%q, %q", x, y)
	}
}

func Test_boxes_count_from_the_lower_left_corner(t *testing.T) {
	s := sheet{content: show(172, 700, "corner"), page: "/CropBox [100 100 500 800]"}
	_, data := s.write()
	for _, it := range items(t, data) {
		if box, ok := it.Where.(inspect.Box); ok && (box.Page != 1 || int(box.Box[0]) != 72) {
			t.Errorf("%+v", box)
		}
	}
}

// long writes a document of Japanese pages with boxes over some words.
func long(pages int) []byte {
	s := sheet{}
	m, _ := s.write()
	var page strings.Builder
	for line := range 36 {
		page.WriteString(show(60, 790-20*line, "平成から令和にかけて市内の公共施設を利用した団体の一覧をここに示します。"))
	}
	for box := range 5 {
		fmt.Fprintf(&page, "0 g 150 %d 60 14 re f\n", 787-100*box)
	}
	last := m.objs[len(m.objs)-1]
	var kids strings.Builder
	for i := range pages {
		content := m.stream("", page.String()+show(60, 40, fmt.Sprint("Page ", i)))
		before, after, _ := strings.Cut(last, "/Contents ")
		_, after, _ = strings.Cut(after, " R")
		kids.WriteString(m.add(before+"/Contents "+content+after) + " ")
	}
	m.objs[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), pages)
	return m.bytes()
}

func BenchmarkPages500(b *testing.B) {
	data := long(500)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if n := len(items(b, data)); n < 500 {
			b.Fatal(n)
		}
	}
}
