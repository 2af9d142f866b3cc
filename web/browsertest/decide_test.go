package browsertest

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// choose ticks or unticks a box by the text of its label.
func (b *tab) choose(text string) {
	b.t.Helper()
	label := `[...document.querySelectorAll("main label")].find((e) => e.textContent.includes(` + quoted(text) + `))`
	b.wait(label)
	eval[any](b, label+".click()")
}

// Test_a_sheet_is_dropped_and_kinds_are_masked decides what a reader sees: a tab with people goes, or what it says is masked.
func Test_a_sheet_is_dropped_and_kinds_are_masked(t *testing.T) {
	b := open(t, "ja", 1280, 900)
	b.drop(named(t, "施設一覧.xlsx", "cases", "internal-tab", "book.xlsx"), named(t, "回答一覧.xlsx", "cases", "answers", "book.xlsx"))
	b.settled(2)

	b.pressOn("施設一覧.xlsx", "場所を見る")
	b.choose("シート「名簿」")
	b.wait(`document.querySelector(".make .changes")`)
	b.shot("19-drop-sheet")
	b.accessible("drop sheet")
	b.press(".make", "公開用ファイルを作る")
	b.wait(`document.querySelector(".result.ok")`)
	b.shot("19-drop-sheet-made")
	b.press(".back", "← 一覧にもどる")

	b.pressOn("回答一覧.xlsx", "場所を見る")
	b.choose("住所 ")
	b.shot("20-mask")
	b.press(".make", "公開用ファイルを作る")
	b.wait(`document.querySelector(".result")`)
	b.whole("20-mask-made")
	b.accessible("masked")
	eval[any](b, `document.querySelectorAll("details").forEach((d) => d.open = true)`)
	if table := b.text(".changes"); !strings.Contains(table, "墨消ししました") {
		t.Error(table)
	}
}

// Test_a_plan_is_saved_and_loaded leaves a sheet for a reason, saves the choices and loads them for the same document.
func Test_a_plan_is_saved_and_loaded(t *testing.T) {
	b := open(t, "ja", 1280, 900)
	b.drop(rosterFile(t))
	b.settled(1)
	b.pressOn(roster, "場所を見る")
	b.choose("シート「作業」")
	b.wait(`!document.querySelector(".choices .reason").hidden`)
	eval[any](b, `(() => { const i = document.querySelector(".choices .reason input"); i.value = "課長が確認した"; i.dispatchEvent(new Event("input")); })()`)
	b.press(".plan", "選んだ内容を保存")
	plan := b.download(roster + ".plan.json")
	if !strings.Contains(string(plan), "課長が確認した") || !strings.Contains(string(plan), "sumikeshi.plan/1") {
		t.Fatal(string(plan))
	}
	b.press(".plan", "はじめの選び方にもどす")
	b.wait(`document.querySelector(".choices input").checked`)
	path := filepath.Join(t.TempDir(), "plan.json")
	if err := os.WriteFile(path, plan, 0o644); err != nil {
		t.Fatal(err)
	}
	b.do(chromedp.SendKeys(chromedp.CSS("#plan-file"), path, chromedp.NodeReady))
	b.wait(`!document.querySelector(".choices input").checked && document.querySelector(".choices .reason input").value === "課長が確認した"`)
	b.shot("21-plan")
	b.press(".make", "公開用ファイルを作る")
	b.wait(`document.querySelector(".result.ng")`)
	eval[any](b, `document.querySelectorAll(".result details").forEach((d) => d.open = true)`)
	b.whole("21-plan-made")
	b.accessible("a copy that must not be published")
	if said := b.text(".result"); !strings.Contains(said, "課長が確認した") || !strings.Contains(said, "このまま公開しないでください") {
		t.Error(said)
	}
	if primary := eval[int](b, `[...document.querySelectorAll(".primary")].filter((e) => e.offsetParent).length`); primary != 1 {
		t.Error(primary, "primary actions")
	}
}

// Test_a_folder_keeps_its_names drops a folder as a whole.
func Test_a_folder_keeps_its_names(t *testing.T) {
	b := open(t, "ja", 1280, 800)
	file := named(t, filepath.Join("公開予定", "第2課", "集計.xlsx"), "cases", "statistics", "book.xlsx")
	top := filepath.Dir(filepath.Dir(file))
	for _, junk := range []string{"~$集計.xlsx", "index.html", ".DS_Store"} {
		if err := os.WriteFile(filepath.Join(top, junk), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b.drop(top)
	b.settled(1)
	if card := b.card("集計.xlsx"); !strings.Contains(card, "公開予定/第2課") {
		t.Error(card)
	}
	if note := b.text(".remark"); !strings.Contains(note, "3件") {
		t.Error(note)
	}
}

// Test_a_password_is_entered_on_the_card opens what nobody could read without it.
func Test_a_password_is_entered_on_the_card(t *testing.T) {
	b := open(t, "ja", 1280, 800)
	locked := filepath.Join(t.TempDir(), "鍵つき.pdf")
	err := exec.Command("qpdf", "--encrypt", "hiraku", "owner", "256", "--", sample("cases", "pdf-patients", "chromium.pdf"), locked).Run()
	if errors.Is(err, exec.ErrNotFound) && os.Getenv("CI") == "" {
		t.Skip("qpdf is not installed")
	}
	if err != nil {
		t.Fatal(err)
	}
	b.drop(locked)
	b.settled(1)
	if card := b.card("鍵つき.pdf"); !strings.Contains(card, "未検査") || !strings.Contains(card, "パスワード") {
		t.Error(card)
	}
	b.shot("22-password")
	b.accessible("password")
	enter := func(password string) {
		t.Helper()
		b.wait(`document.querySelector(".password input")`)
		b.do(chromedp.SendKeys(chromedp.CSS(".password input"), password+"\r"))
	}
	enter("akeru")
	b.wait(`document.querySelector(".password input")?.value === ""`)
	b.settled(1)
	enter("hiraku")
	b.wait(cardOf("鍵つき.pdf") + `?.classList.contains("ng")`)
	b.pressOn("鍵つき.pdf", "公開用ファイルを作る")
	b.wait(cardOf("鍵つき.pdf") + `?.innerText.includes("問題なし")`)
	b.pressOn("鍵つき.pdf", "公開用ファイルを保存")
	copied := filepath.Join(t.TempDir(), "copy.pdf")
	if err := os.WriteFile(copied, b.download("公開用_鍵つき.pdf"), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("qpdf", "--check", copied).CombinedOutput(); err != nil {
		t.Error(string(out))
	}
}
