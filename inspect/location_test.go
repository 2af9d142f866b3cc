package inspect

import "testing"

func Test_a_part_is_called_by_what_a_reader_knows(t *testing.T) {
	for _, tt := range []struct {
		at   Location
		want Words
	}{
		{Para{Part: "word/document.xml", N: 7}, Words{"本文の 7番目の段落", "main text, paragraph 7"}},
		{Para{Part: "/word/header2.xml"}, Words{"ヘッダー（/word/header2.xml）の文字", "text in header (/word/header2.xml)"}},
		{Part{"xl/comments1.xml"}, Words{"セルのメモ（xl/comments1.xml）", "cell notes (xl/comments1.xml)"}},
		{Part{"Info"}, Words{"部品 Info", "part Info"}},
	} {
		if got := tt.at.Words(); got != tt.want {
			t.Errorf("%#v: %q, want %q", tt.at, got, tt.want)
		}
	}
}

func Test_tabs_are_listed_in_their_order(t *testing.T) {
	var list tally
	for _, s := range []struct {
		name   string
		n      int
		within []string
	}{{"作業", 3, nil}, {"集計", 1, nil}, {"概要", 2, nil}, {"中", 1, []string{"添付.xlsx"}}} {
		f := Finding{Item: Item{Where: Sheet{Sheet: s.name, N: s.n}, Fix: DropSheet{Part: s.name}}, Within: s.within}
		list.noteSheet(&f, ThingKey{})
	}
	var got string
	for _, s := range list.sheets {
		got += s.Name + " "
	}
	if want := "集計 概要 作業 中 "; got != want {
		t.Errorf("tabs %q, want %q", got, want)
	}
}
