package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// freeze stops the processes that the server has started, and says how many. A check that they hold stays where it is for as long as
// a test needs, on a machine of any speed.
func (b *tab) freeze() int {
	b.t.Helper()
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		b.t.Fatal(err)
	}
	frozen := 0
	for _, path := range stats {
		raw, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended meanwhile
		}
		var pid, parent int
		var state string
		name := strings.LastIndexByte(string(raw), ')') // proc(5): PID (NAME) STATE PARENT …
		if _, err := fmt.Sscan(string(raw), &pid); err != nil {
			b.t.Fatal(path, err)
		}
		if _, err := fmt.Sscan(string(raw[name+1:]), &state, &parent); err != nil {
			b.t.Fatal(path, err)
		}
		if parent != b.pid {
			continue
		}
		if err := syscall.Kill(pid, syscall.SIGSTOP); err != nil {
			b.t.Fatal(err)
		}
		b.t.Cleanup(func() { _ = syscall.Kill(pid, syscall.SIGCONT) })
		frozen++
	}
	return frozen
}

// Test_a_check_is_stopped_and_taken_up_again presses Stop on a file that waits behind another, and on the one that is being checked.
func Test_a_check_is_stopped_and_taken_up_again(t *testing.T) {
	b := open(t, "ja", 1280, 800, "--jobs", "1")
	b.drop(cases(t)[0])
	b.settled(1)
	if n := b.freeze(); n != 1 {
		t.Fatal(n, "workers, want the one that checked the first file")
	}
	b.drop(rosterFile(t), named(t, "最後.xlsx", "cases", "hidden-roster", "book.xlsx"))
	b.wait(`document.querySelector(".card.waiting") && document.querySelector(".card.checking")`)
	for _, state := range []string{"waiting", "checking"} {
		b.pressOn(b.text(".card."+state+" h3"), "止める")
		b.wait(`!document.querySelector(".card.` + state + `")`)
	}
	b.wait(`document.querySelectorAll(".card.stopped").length === 2`)
	for _, name := range []string{roster, "最後.xlsx"} {
		if said := b.card(name); !strings.Contains(said, "止めました") {
			t.Error(said)
		}
	}
	b.shot("13-stopped")
	b.accessible("stopped")
	b.pressOn("最後.xlsx", "もう一度")
	b.wait(cardOf("最後.xlsx") + `?.innerText.includes("公開NG")`)
	b.pressOn("最後.xlsx", "外す")
	b.wait("!" + cardOf("最後.xlsx"))
	b.press(".bar", "すべて外す")
	b.wait(`document.querySelector(".drop.big")`)
	b.wait(`document.querySelectorAll(".card").length === 0`)
	left, err := filepath.Glob(filepath.Join(b.temp, "sumikeshi-page-*", "[^.]*"))
	if err != nil || len(left) > 0 {
		t.Error(left, err)
	}
}
