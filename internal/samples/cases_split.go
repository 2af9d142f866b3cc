package samples

import (
	"fmt"
	"strings"
)

// splitHeads are the heads of a list whose numbers are split over cells; a blank head is merged with the one before it.
var splitHeads = []string{"番号", "氏名", "電話", "", "", "〒", "", "生年月日", "", "", ""}

// splitCells: values that forms and lists give several cells each: a digit to a box, a telephone number in three, a date in four. Beside
// them figures of the same shape that are nobody's.
func splitCells() folder {
	people := Roster(seedOf("split-cells"), 12)
	t := table{heads: splitHeads}
	var names []string
	for i, p := range people {
		phone, zip := strings.Split(p.Mobile, "-"), strings.Split(p.Postal, "-")
		names = append(names, p.Name())
		t.rows = append(t.rows, []any{
			i + 1, p.Name(), phone[0], phone[1], phone[2], zip[0], zip[1],
			eraName(p), eraYear(p), int(p.Birth.Month()), p.Birth.Day(),
		})
	}
	quiet := Case{
		File: "figures.xlsx", Words: Words{"1けたずつの点数表（まちがって止めてはいけない）", "scores of one digit a cell, which must stay quiet"},
		Verdict: "ok", Exit: ptr(0), People: ptr(N(0)), Rows: ptr(N(0)), Detectors: counts{"my-number": N(0), "phone": N(0), "birth-date": N(0), "postal-code": N(0)},
	}
	list := Case{
		Words:   Words{"電話番号・郵便番号・生年月日を複数のセルに分けた名簿", "a list whose phone numbers, postal codes and dates stand in several cells each"},
		Verdict: "review", Exit: ptr(1), People: ptr(N(12)), Rows: ptr(N(12)),
		Detectors: counts{"name": N(12), "phone": N(12), "postal-code": N(12), "birth-date": N(12)},
		Clean: &Clean{
			Args: []string{"--mask", "all"}, Exit: ptr(0), Gone: names, Kept: []string{"氏名", "電話", "生年月日"}, People: ptr(N(0)), Verdict: "ok",
		},
	}
	form := list
	form.Words = Words{"個人番号を1けたずつの枠に書いた届出", "a form with the individual number in boxes"}
	form.Verdict, form.People, form.Rows = "ng", ptr(N(1)), ptr(N(1))
	form.Detectors = counts{"name": N(1), "my-number": N(1), "phone": N(1), "birth-date": N(1)}
	form.Clean = &Clean{
		Args: []string{"--mask", "all"}, Exit: ptr(0), Gone: []string{people[0].Name()}, Kept: []string{"個人番号", "届出書"}, People: ptr(N(0)), Verdict: "ok",
	}
	d := newText()
	d.table(t, shaded)
	f := folder{dir: "variants/split-cells", files: map[string][]byte{
		"list.xlsx": splitBook(t), "form.xlsx": splitForm(people[0]), "figures.xlsx": splitFigures(), "list.docx": d.bytes(), "list.csv": cp932(csv(t, ',', "\r\n")),
	}}
	for _, file := range []string{"list.csv", "list.docx", "list.xlsx"} {
		list.File = file
		f.want = append(f.want, list)
	}
	form.File = "form.xlsx"
	f.want = append(f.want, form, quiet)
	return f
}

func splitBook(t table) []byte {
	b := newBook()
	b.sheet("名簿", "").table("A1", t)
	return b.bytes()
}

// splitForm is a form with labels to the left of their boxes.
func splitForm(p Person) []byte {
	b := newBook()
	s := b.sheet("届出", "")
	s.set("A1", "届出書", titleStyle)
	s.line("A3", textStyle, "氏名", p.Name())
	s.line("A4", textStyle, "個人番号")
	for i, c := range p.MyNumber {
		s.put(4, 2+i, int(c-'0'), textStyle)
	}
	phone := strings.Split(p.Mobile, "-")
	s.line("A5", textStyle, "電話番号", phone[0], "－", phone[1], "－", phone[2])
	s.line("A6", textStyle, "生年月日", eraName(p), eraYear(p), "年", int(p.Birth.Month()), "月", p.Birth.Day(), "日")
	s.line("A7", textStyle, "届出の理由", "転居のため")
	return b.bytes()
}

func eraName(p Person) string {
	if p.Birth.Year() < 1989 {
		return "昭和"
	}
	return "平成"
}

func eraYear(p Person) int {
	if p.Birth.Year() < 1989 {
		return p.Birth.Year() - 1925
	}
	return p.Birth.Year() - 1988
}

// splitFigures holds figures only.
func splitFigures() []byte {
	b := newBook()
	s := b.sheet("得点", "")
	r := newRNG(seedOf("split-figures"))
	s.line("A1", headStyle, "チーム")
	for i := range 12 {
		s.put(1, 2+i, fmt.Sprintf("%d回", i+1), headStyle)
	}
	for n := range 10 {
		s.put(n+2, 1, fmt.Sprintf("第%d組", n+1), textStyle)
		for i := range 12 {
			s.put(n+2, 2+i, r.between(0, 9), countStyle)
		}
	}
	s.line("A15", headStyle, "月", "件数", "構成比", "前年")
	for n := range 12 {
		s.line(ref(1, n+16), countStyle, n+1, r.between(100, 999), r.between(1000, 9999), r.between(1000, 9999))
	}
	return b.bytes()
}
