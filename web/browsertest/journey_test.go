package browsertest

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

const roster = "第1回　申込者集計（公開用）.xlsx"

func rosterFile(t *testing.T) string { return named(t, roster, "cases", "hidden-roster", "book.xlsx") }

// Test_from_drop_to_download is the journey of a clerk: drop, look, make the copy, save it with the report.
func Test_from_drop_to_download(t *testing.T) {
	b := open(t, "ja", 1280, 800)
	b.shot("01-empty")
	b.accessible("empty")
	b.drop(rosterFile(t), named(t, "報道発表資料.pdf", "cases", "pdf-patients", "chromium.pdf"), sample("cases", "exam-list", "book.xlsx"))
	b.settled(3)
	b.shot("02-cards")
	b.accessible("cards")
	card := b.card(roster)
	for _, want := range []string{"公開NG", "約998人", "かくれているシート", "作業"} {
		if !strings.Contains(card, want) {
			t.Errorf("the card does not say %q: %s", want, card)
		}
	}
	b.pressOn(roster, "場所を見る")
	b.wait(`document.querySelector(".tabs")`)
	b.shot("03-look")
	b.accessible("look")
	if tabs := b.text(".tabs"); !strings.Contains(tabs, "かくれています・約1,011人") || !strings.Contains(tabs, "見えています") {
		t.Error(tabs)
	}
	b.press(".make", "公開用ファイルを作る")
	b.wait(`document.querySelector(".result")`)
	b.shot("04-copy")
	b.whole("04-copy-whole")
	b.accessible("copy")
	if proof := b.text(".proof"); !strings.Contains(proof, "もう一度開いて確認しました：") || !strings.Contains(proof, "かくれているシート 0") {
		t.Error(proof)
	}
	b.press(".result", "公開用ファイルを保存")
	copied := b.download("公開用_" + roster)
	if z, err := zip.NewReader(bytes.NewReader(copied), int64(len(copied))); err != nil || len(z.File) < 5 {
		t.Error("the copy is no workbook: ", err)
	}
	b.press(".result", "報告書を保存（決裁用）")
	if report := string(b.download("公開前チェック_" + roster + ".html")); !strings.Contains(report, "公開用_"+roster) {
		t.Error("the report says nothing of the copy")
	}
	b.press(".back", "← 一覧にもどる")
	b.wait(cardOf(roster))
	if card := b.card(roster); !strings.Contains(card, "公開NG") || !strings.Contains(card, "問題なし") {
		t.Error(card)
	}
	b.press(".bar", "公開用ファイルをまとめて作る")
	b.wait(`document.querySelector('.bar [data-do="zip"]')`)
	b.settled(3)
	b.shot("05-all-made")
	b.accessible("all made")
	b.press(".bar", "公開用ファイルをまとめて保存（ZIP）")
	b.wait("true")
}

// Test_a_pdf_is_shown_before_and_after looks at pictures of the page with its numbered boxes.
func Test_a_pdf_is_shown_before_and_after(t *testing.T) {
	b := open(t, "ja", 1280, 900)
	b.drop(named(t, "報道発表資料.pdf", "cases", "pdf-patients", "chromium.pdf"))
	b.settled(1)
	b.pressOn("報道発表資料.pdf", "場所を見る")
	b.wait(`document.querySelectorAll(".picture .box").length >= 12`)
	b.wait(`document.querySelector(".around .texts")`)
	b.shot("06-pdf")
	b.whole("06-pdf-whole")
	b.accessible("pdf")
	first := eval[[]float64](b, `(() => { const r = document.querySelector(".picture .box rect").getBoundingClientRect(), p = document.querySelector(".picture img").getBoundingClientRect();
		return [(r.left - p.left) / p.width, (r.top - p.top) / p.height]; })()`)
	if first[0] < 0.1 || first[0] > 0.4 || first[1] < 0.05 || first[1] > 0.5 {
		t.Error("the first box lies elsewhere:", first)
	}
	b.press(".make", "公開用ファイルを作る")
	b.wait(`document.querySelector(".result.ok")`)
	b.press(".pages", "公開用ファイル")
	b.wait(`document.querySelector(".picture img").complete && document.querySelector(".picture img").naturalWidth > 300 && document.querySelector(".picture img").src.includes("copy=1")`)
	b.shot("07-pdf-copy")
	b.accessible("pdf copy")
}

// Test_a_word_file_shows_its_paragraphs looks around what was deleted with changes tracked.
func Test_a_word_file_shows_its_paragraphs(t *testing.T) {
	b := open(t, "ja", 1280, 900)
	b.drop(named(t, "お知らせ.docx", "cases", "word-tracked", "report.docx"))
	b.settled(1)
	b.pressOn("お知らせ.docx", "場所を見る")
	b.wait(`document.querySelector(".texts .here")`)
	b.shot("08-word")
	b.accessible("word")
}

// Test_values_are_shown_while_the_button_is_held holds it by mouse and by keyboard.
func Test_values_are_shown_while_the_button_is_held(t *testing.T) {
	b := open(t, "ja", 1280, 800)
	b.drop(rosterFile(t))
	b.settled(1)
	b.pressOn(roster, "場所を見る")
	b.wait(`document.querySelector(".hold")?.hidden === false`)
	const value = "090-9138-5029"
	if strings.Contains(b.text("main"), value) {
		t.Fatal("a value is shown unasked")
	}
	hold := `document.querySelector(".hold")`
	shown := `document.querySelector(".grid").textContent.includes("` + value + `")`
	b.press(".finds", "見る")
	b.wait(`document.querySelector(".hold")?.hidden === false`)
	b.mouse(hold, "mousePressed")
	b.wait(shown)
	b.shot("09-held")
	b.mouse(hold, "mouseReleased")
	b.wait("!" + shown)
	eval[any](b, hold+".focus()")
	b.key(" ", "keyDown")
	b.wait(shown)
	b.key(" ", "keyUp")
	b.wait("!" + shown)
	if left := eval[string](b, "JSON.stringify([localStorage, sessionStorage, location.href])"); strings.Contains(left, value) {
		t.Error(left)
	}
}
