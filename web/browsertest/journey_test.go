package browsertest

import (
	"strings"
	"testing"
)

// Test_from_drop_to_download is the journey of a clerk: drop, look, make the copy, save it with the report.
func Test_from_drop_to_download(t *testing.T) {
	b := open(t, "ja", 1280, 800)
	b.shot("01-empty")
	b.drop(named(t, "第1回　申込者集計（公開用）.xlsx", "cases", "hidden-roster", "book.xlsx"), sample("cases", "pdf-patients", "chromium.pdf"))
	b.settled(2)
	b.shot("02-cards")
	card := b.card("第1回　申込者集計（公開用）.xlsx")
	for _, want := range []string{"第1回　申込者集計（公開用）.xlsx", "公開NG", "約998人", "かくれているシート"} {
		if !strings.Contains(card, want) {
			t.Errorf("the card does not say %q: %s", want, card)
		}
	}
	b.pressOn("第1回　申込者集計（公開用）.xlsx", "場所を見る")
	b.wait(`document.querySelector(".tabs")`)
	b.shot("03-look")
	b.whole("03-look-whole")
	b.press(".make", "公開用ファイルを作る")
	b.wait(`document.querySelector(".result")`)
	b.shot("04-copy")
	b.whole("04-copy-whole")
	b.press(".result", "公開用ファイルを保存")
	copied := b.download("公開用_第1回　申込者集計（公開用）.xlsx")
	if len(copied) < 1000 {
		t.Error(len(copied))
	}
	b.press(".result", "報告書を保存（決裁用）")
	report := string(b.download("公開前チェック_第1回　申込者集計（公開用）.xlsx.html"))
	if !strings.Contains(report, "もう一度") && !strings.Contains(report, "確認") {
		t.Error("the report says nothing of a proof")
	}
}
