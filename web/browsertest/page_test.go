package browsertest

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// mouse sends a mouse event to the middle of an element.
func (b *tab) mouse(element, kind string) {
	b.t.Helper()
	eval[any](b, element+`.scrollIntoView({ block: "center" })`)
	at := eval[[]float64](b, `(() => { const r = `+element+`.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; })()`)
	b.do(chromedp.MouseEvent(input.DispatchMouseEventType(kind), at[0], at[1], chromedp.ButtonLeft, chromedp.ClickCount(1)))
}

// key presses or lets go of a key.
func (b *tab) key(key, kind string) {
	b.t.Helper()
	text := ""
	if kind == "keyDown" {
		text = key
	}
	b.do(call(input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventType(kind), Key: key, Code: "Space", Text: text, WindowsVirtualKeyCode: 32}))
}

// cases are the first file of each folder of testdata/cases.
func cases(t *testing.T) []string {
	t.Helper()
	dirs, err := filepath.Glob(sample("cases", "*"))
	if err != nil || len(dirs) < 20 {
		t.Fatal(dirs, err)
	}
	var out []string
	for _, dir := range dirs {
		list, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range list {
			if f.Name() != "want.json" {
				out = append(out, named(t, filepath.Base(dir)+filepath.Ext(f.Name()), "cases", filepath.Base(dir), f.Name()))
				break
			}
		}
	}
	return out
}

// wanted returns the verdict that the samples ask for.
func wanted(t *testing.T, name string) string {
	t.Helper()
	folder := strings.TrimSuffix(name, filepath.Ext(name))
	raw, err := os.ReadFile(sample("cases", folder, "want.json"))
	if err != nil {
		t.Fatal(err)
	}
	var list []struct{ File, Verdict string }
	if err := json.Unmarshal(raw, &list); err != nil {
		t.Fatal(err)
	}
	dir, err := os.ReadDir(sample("cases", folder))
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range list {
		if w.File == dir[0].Name() {
			return w.Verdict
		}
	}
	return "" // a second producer's file
}

// Test_all_cases_are_told_and_cleaned drops a file of every published breach, and makes all copies.
func Test_all_cases_are_told_and_cleaned(t *testing.T) {
	b := open(t, "ja", 1280, 900)
	files := cases(t)
	b.drop(files...)
	b.settled(len(files))
	b.whole("10-cases")
	b.accessible("cases")
	for _, path := range files {
		name := filepath.Base(path)
		if got := eval[string](b, cardOf(name)+".className"); got != "card "+wanted(t, name) {
			t.Errorf("%s: %s, want %s", name, got, wanted(t, name))
		}
	}
	b.press(".bar", "公開用ファイルをまとめて作る")
	b.wait(`document.querySelectorAll(".card .then").length > 5`)
	b.settled(len(files))
	b.whole("11-cases-made")
	b.accessible("cases made")
	if bad := eval[[]string](b, `[...document.querySelectorAll(".card .problem")].map((e) => e.textContent)`); len(bad) > 0 {
		t.Error(bad)
	}
	b.press(".tally", "要確認"+eval[string](b, `document.querySelector('[data-do="only-review"] b').textContent`))
	if shown := eval[int](b, `[...document.querySelectorAll(".card")].filter((e) => !e.hidden && !e.classList.contains("review")).length`); shown > 0 {
		t.Error(shown, "cards of other verdicts are shown")
	}
}

// Test_two_hundred_files drops them at once; the page answers while they are checked.
func Test_two_hundred_files(t *testing.T) {
	b := open(t, "ja", 1280, 800)
	dir := t.TempDir()
	var files []string
	for i := range 200 {
		path := filepath.Join(dir, fmt.Sprintf("回覧 第%d号.csv", i+1))
		if err := os.WriteFile(path, []byte("日付,件名\n2026-04-01,町のお知らせ\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	b.drop(files...)
	b.wait(`document.querySelectorAll(".card").length >= 100`)
	b.shot("12-many")
	b.settled(200)
	if ok := eval[int](b, `document.querySelectorAll(".card.ok").length`); ok != 200 {
		t.Error(ok)
	}
	if said := b.text(".status"); said != "200件の確認が終わりました" {
		t.Error(said)
	}
}

// Test_the_page_answers_while_workers_are_busy drops twenty cases at once, and times what a person notices. It asserts no time.
func Test_the_page_answers_while_workers_are_busy(t *testing.T) {
	b := open(t, "ja", 1280, 800)
	files := cases(t)[:20]
	began := time.Now()
	b.drop(files...)
	b.wait(`document.querySelector(".card .mark")`)
	first := time.Since(began)
	var slowest time.Duration
	for eval[bool](b, `document.querySelectorAll(".card").length < 20 || !!document.querySelector(".card progress, .card.waiting, .card.checking")`) {
		asked := time.Now()
		eval[any](b, `fetch("/api/files/" + "x").then((r) => r.text())`)
		slowest = max(slowest, time.Since(asked))
		if time.Since(began) > 2*time.Minute {
			t.Fatal(b.text("main"))
		}
	}
	t.Logf("20 files: first verdict %v, last %v, slowest answer of the page %v", first.Round(time.Millisecond), time.Since(began).Round(time.Millisecond),
		slowest.Round(time.Millisecond))
}

// Test_a_reload_loses_nothing reloads the list and a file's own screen.
func Test_a_reload_loses_nothing(t *testing.T) {
	b := open(t, "ja", 1280, 800)
	b.drop(rosterFile(t))
	b.settled(1)
	b.do(chromedp.Reload())
	b.settled(1)
	b.pressOn(roster, "場所を見る")
	b.wait(`document.querySelector(".tabs")`)
	b.do(chromedp.Reload())
	b.wait(`document.querySelector(".tabs")`)
	b.do(chromedp.NavigateBack())
	b.wait(cardOf(roster))
}

// Test_by_keyboard_alone goes from the first key to the saved copy without a mouse. A file input takes the file, since the dialog of
// the system is not the page's.
func Test_by_keyboard_alone(t *testing.T) {
	b := open(t, "ja", 1280, 800)
	tabTo := func(what, selector string) {
		t.Helper()
		for range 60 {
			b.do(chromedp.KeyEvent(kb.Tab))
			if eval[bool](b, "document.activeElement.matches("+quoted(selector)+")") {
				if !eval[bool](b, `(() => { const e = document.activeElement, s = getComputedStyle(e.matches("input.unseen") ? e.nextElementSibling : e);
					return s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2; })()`) {
					t.Error("the focus can't be seen:", what)
				}
				return
			}
		}
		b.shot("failed-" + t.Name())
		t.Fatal("no way by Tab to", what)
	}
	tabTo("choosing a folder", "#choose-folder")
	eval[any](b, `document.activeElement.blur(); document.body.focus()`)
	tabTo("choosing files", "#choose-files")
	b.do(chromedp.SendKeys(chromedp.CSS("#choose-files"), rosterFile(t)))
	b.settled(1)
	tabTo("the places", `.card [data-do="look"]`)
	b.do(chromedp.KeyEvent(kb.Enter))
	b.wait(`document.querySelector(".tabs")`)
	tabTo("the box of the sheet", `.choices input[type=checkbox]`)
	b.do(chromedp.KeyEvent(" "))
	b.wait(`!document.querySelector(".choices .reason").hidden`)
	b.do(chromedp.KeyEvent(" "))
	tabTo("looking at a finding", `.finds button`)
	b.do(chromedp.KeyEvent(kb.Enter))
	b.wait(`document.activeElement.id === "look-head"`)
	tabTo("making the copy", `.make .primary`)
	b.do(chromedp.KeyEvent(kb.Enter))
	b.wait(`document.activeElement.id === "result-head"`)
	tabTo("saving the copy", `.result .primary`)
	b.do(chromedp.KeyEvent(kb.Enter))
	b.download("公開用_" + roster)
}

// Test_small_and_zoomed_windows asserts that nothing is cut off at 320 pixels and at 200 %.
func Test_small_and_zoomed_windows(t *testing.T) {
	for name, size := range map[string][2]int64{"320px": {320, 640}, "200-percent": {640, 400}} {
		t.Run(name, func(t *testing.T) {
			b := open(t, "ja", size[0], size[1])
			b.narrow("empty")
			b.shot("14-" + name + "-empty")
			b.drop(rosterFile(t), named(t, "報道発表資料.pdf", "cases", "pdf-patients", "chromium.pdf"))
			b.settled(2)
			b.narrow("cards")
			b.accessible("cards")
			b.whole("14-" + name + "-cards")
			b.pressOn(roster, "場所を見る")
			b.wait(`document.querySelector(".grid")`)
			b.narrow("look")
			b.accessible("look")
			b.whole("14-" + name + "-look")
			b.press(".make", "公開用ファイルを作る")
			b.wait(`document.querySelector(".result")`)
			b.narrow("copy")
			b.whole("14-" + name + "-copy")
		})
	}
}

// Test_forced_colours looks at the page as people with a system palette see it.
func Test_forced_colours(t *testing.T) {
	b := open(t, "ja", 1280, 800)
	b.do(call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "forced-colors", Value: "active"}, {Name: "prefers-color-scheme", Value: "dark"}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}}))
	b.drop(rosterFile(t))
	b.settled(1)
	b.shot("15-forced-cards")
	b.pressOn(roster, "場所を見る")
	b.wait(`document.querySelector(".grid .here")`)
	b.shot("15-forced-look")
	if !eval[bool](b, `matchMedia("(forced-colors: active)").matches && getComputedStyle(document.querySelector(".mark svg")).stroke !== "none"`) {
		t.Error("the shapes are gone")
	}
	// The colours are the system's, which axe-core does not see.
	b.accessible("forced colours", "color-contrast")
}

// Test_english has no Japanese but the names of files and sheets.
func Test_english(t *testing.T) {
	b := open(t, "en", 1280, 800)
	b.shot("16-english-empty")
	b.drop(named(t, "roster.xlsx", "cases", "hidden-roster", "book.xlsx"))
	b.settled(1)
	b.pressOn("roster.xlsx", "Look at the places")
	b.wait(`document.querySelector(".grid")`)
	b.shot("16-english-look")
	b.accessible("english")
	b.press(".make", "Make the copy")
	b.wait(`document.querySelector(".result")`)
	b.shot("16-english-copy")
	if said := b.text(".proof"); !strings.Contains(said, "Opened again and checked: hidden sheet 0") {
		t.Error(said)
	}
	if lang := eval[string](b, `document.documentElement.lang`); lang != "en" {
		t.Error(lang)
	}
	b.press("header", "日本語")
	b.wait(`document.documentElement?.lang === "ja"`)
	b.wait(`document.querySelector(".result, .card")`)
}

// Test_what_can_not_be_checked_says_what_to_do drops what clerks drop by mistake.
func Test_what_can_not_be_checked_says_what_to_do(t *testing.T) {
	b := open(t, "ja", 1280, 800, "--max-size", "1MB")
	dir := t.TempDir()
	for name, content := range map[string]string{
		"こわれた名簿.xlsx": "PK\x03\x04 this is no workbook", "議事録.jtd": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "大きい.csv": strings.Repeat("町の,お知らせ\n", 100_000),
		"写真.jpg": "\xff\xd8\xff\xe0",
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		b.drop(path)
		card := ""
		b.wait(cardOf(name) + ` && !document.querySelector(".card progress, .card.waiting, .card.checking")`)
		if card = b.card(name); !strings.Contains(card, "未検査") || !strings.Contains(card, "。") {
			t.Error(card)
		}
	}
	if card := b.card("大きい.csv"); !strings.Contains(card, "大きすぎます") {
		t.Error(card)
	}
	b.shot("17-unread")
	b.accessible("unread")
	if cut := b.text(".bar"); strings.Contains(cut, "公開用ファイルを") {
		t.Error("copies are offered of what can't be read:", cut)
	}
}

// Test_the_end_wipes_everything ends the program from the page.
func Test_the_end_wipes_everything(t *testing.T) {
	b := open(t, "ja", 1280, 800)
	b.drop(rosterFile(t))
	b.settled(1)
	b.press("header", "すべて消して終わる")
	b.wait(`document.querySelector("dialog[open]")`)
	b.shot("18-end")
	b.accessible("end")
	b.press("dialog", "消して終わる")
	b.wait(`document.querySelector(".message")`)
	if err := b.end(); err != nil {
		t.Error(err)
	}
	if left, _ := filepath.Glob(filepath.Join(b.temp, "*")); len(left) > 0 {
		t.Error(left)
	}
}
