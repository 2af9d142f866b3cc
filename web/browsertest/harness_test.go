package browsertest

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// top is the repository's folder, seen from here.
const top = "../.."

// shots is where the pictures of a run lie.
const shots = "shots"

var (
	program string // the built sumikeshi
	chrome  context.Context
	missing string // why there is no browser
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "browsertest-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	program = filepath.Join(dir, "sumikeshi")
	build := exec.Command("go", "build", "-o", program, "./cmd/sumikeshi")
	build.Dir = top
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%s\n", out)
		return 1
	}
	_ = os.RemoveAll(shots)
	if err := os.MkdirAll(shots, 0o755); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	if _, err := exec.LookPath("chromium"); err != nil {
		missing = "there is no chromium"
		if os.Getenv("CI") != "" {
			fmt.Fprintln(os.Stderr, missing)
			return 1
		}
		return m.Run()
	}
	alloc, cancel := chromedp.NewExecAllocator(context.Background(), chromedp.ExecPath("chromium"), chromedp.Headless, chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.NoFirstRun, chromedp.Flag("disable-dev-shm-usage", true), chromedp.Flag("lang", "ja"),
		chromedp.Flag("hide-scrollbars", true), chromedp.Flag("force-color-profile", "srgb"))
	defer cancel()
	ctx, stop := chromedp.NewContext(alloc)
	defer stop()
	chrome = ctx
	if err := chromedp.Do(chrome); err != nil {
		fmt.Fprintln(os.Stderr, "chromium:", err)
		return 1
	}
	return m.Run()
}

// A tab is a page of a server of its own.
type tab struct {
	t    *testing.T
	ctx  context.Context
	base string // http://127.0.0.1:PORT/
	temp string // the server's temporary folder
	down string // where downloads go
	pid  int    // the server's process
	end  func() error
}

// open starts the program and opens its page, in a window of that size.
func open(t *testing.T, lang string, width, height int64, args ...string) *tab {
	t.Helper()
	if missing != "" {
		t.Skip(missing)
	}
	b := &tab{t: t, temp: t.TempDir(), down: t.TempDir()}
	address := b.serve(args)
	b.base, _, _ = strings.Cut(address, "#")
	ctx, cancel := chromedp.NewContext(chrome)
	t.Cleanup(cancel)
	ctx, stop := context.WithTimeout(ctx, 4*time.Minute)
	t.Cleanup(stop)
	b.ctx = ctx
	b.do(chromedp.EmulateViewport(width, height))
	b.do(call(browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{Behavior: "allow", DownloadPath: b.down}))
	address = strings.Replace(address, "/#", "/?lang="+lang+"#", 1)
	b.do(chromedp.Navigate(address))
	b.wait(`document.querySelector(".drop")`)
	return b
}

// call is a command of the protocol as an action.
func call[P, R any](cmd cdp.Command[P, R], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, cmd, params)
		return err
	})
}

// serve starts the program and returns the address that it prints.
func (b *tab) serve(args []string) string {
	b.t.Helper()
	cmd := exec.Command(program, append([]string{"serve", "--no-open"}, args...)...)
	cmd.Env = append(os.Environ(), "TMPDIR="+b.temp)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.t.Fatal(err)
	}
	b.pid, b.end = cmd.Process.Pid, cmd.Wait
	b.t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_, _ = cmd.Process.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		b.t.Fatal(err)
	}
	go io.Copy(io.Discard, out)
	return strings.TrimSpace(line)
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// wait waits until an expression of the page is true.
func (b *tab) wait(expression string) {
	b.t.Helper()
	for until := time.Now().Add(2 * time.Minute); time.Now().Before(until); time.Sleep(50 * time.Millisecond) {
		if eval[bool](b, "!!("+expression+")") {
			return
		}
	}
	b.shot("failed-" + b.t.Name())
	b.t.Fatalf("it never came: %s\n%s", expression, eval[string](b, "document.body.innerText"))
}

func eval[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// drop drops files onto the middle of the window, as the Explorer does.
func (b *tab) drop(paths ...string) {
	b.t.Helper()
	for _, kind := range []input.DispatchDragEventType{input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop} {
		b.do(call(input.DispatchDragEvent, input.DispatchDragEventParams{
			Type: kind, X: 150, Y: 150, Data: &input.DragData{Items: []*input.DragDataItem{}, Files: absolute(paths), DragOperationsMask: 1},
		}))
	}
}

func absolute(paths []string) []string {
	var out []string
	for _, p := range paths {
		full, _ := filepath.Abs(p)
		out = append(out, full)
	}
	return out
}

// button finds a button or link by its text, in the element that a selector names.
func button(in, text string) string {
	return fmt.Sprintf(`[...document.querySelectorAll(%s)].flatMap((e) => [...e.querySelectorAll("button, a, summary, label")]).find((e) => e.textContent.trim() === %s)`,
		quoted(in), quoted(text))
}

func quoted(s string) string {
	raw, _ := json.Marshal(s)
	return string(raw)
}

// press presses a button.
func (b *tab) press(in, text string) {
	b.t.Helper()
	b.click(button(in, text))
}

// click clicks an element as soon as it is there: in one step, since a page that is busy may take it away again.
func (b *tab) click(element string) {
	b.t.Helper()
	b.wait(`((e) => e && (e.click(), true))(` + element + `)`)
}

// text returns what an element says.
func (b *tab) text(selector string) string {
	b.t.Helper()
	return eval[string](b, "document.querySelector("+quoted(selector)+")?.innerText || ''")
}

// cardOf is an expression for the card of a file.
func cardOf(name string) string {
	return `[...document.querySelectorAll(".card")].find((e) => e.querySelector("h3")?.textContent === ` + quoted(name) + `)`
}

// card returns what the card of a file says.
func (b *tab) card(name string) string {
	b.t.Helper()
	b.wait(cardOf(name))
	return eval[string](b, cardOf(name)+".innerText")
}

// pressOn presses a button of a card.
func (b *tab) pressOn(name, text string) {
	b.t.Helper()
	b.click(`[...(` + cardOf(name) + `?.querySelectorAll("button, a") || [])].find((e) => e.textContent.trim() === ` + quoted(text) + `)`)
}

// settled waits until everything that was dropped is checked.
func (b *tab) settled(n int) {
	b.t.Helper()
	b.wait(fmt.Sprintf(`document.querySelectorAll(".card").length === %d && !document.querySelector(".card progress, .card.waiting, .card.checking")`, n))
}

// shot keeps a picture of the page as a person sees it.
func (b *tab) shot(name string) {
	b.t.Helper()
	raw, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Fatal(err)
	}
	b.keep(name, raw)
}

// whole keeps a picture of the page in its full height.
func (b *tab) whole(name string) {
	b.t.Helper()
	raw, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
	if err != nil {
		b.t.Fatal(err)
	}
	b.keep(name, raw)
}

func (b *tab) keep(name string, raw []byte) {
	b.t.Helper()
	if err := os.WriteFile(filepath.Join(shots, strings.ReplaceAll(name, "/", "-")+".png"), raw, 0o644); err != nil {
		b.t.Fatal(err)
	}
}

// download waits for a file in the downloads and returns it.
func (b *tab) download(name string) []byte {
	b.t.Helper()
	for until := time.Now().Add(time.Minute); time.Now().Before(until); time.Sleep(50 * time.Millisecond) {
		if raw, err := os.ReadFile(filepath.Join(b.down, name)); err == nil {
			return raw
		}
	}
	list, _ := os.ReadDir(b.down)
	b.t.Fatalf("no download %s: %v", name, list)
	return nil
}

// sample is a file of the repository's testdata.
func sample(parts ...string) string {
	return filepath.Join(append([]string{top, "testdata"}, parts...)...)
}

// named copies a sample under another name, as clerks name their files.
func named(t *testing.T, name string, parts ...string) string {
	t.Helper()
	raw, err := os.ReadFile(sample(parts...))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, raw, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}
