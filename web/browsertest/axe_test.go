package browsertest

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/chromedp/chromedp"
)

//go:embed testdata/axe-core/axe.min.js
var axe string

// accessible runs axe-core over the page as it is, but for the named rules, and fails the test for whatever it finds.
func (b *tab) accessible(screen string, without ...string) {
	b.t.Helper()
	rules := "{}"
	if len(without) > 0 {
		rules = `{ "` + strings.Join(without, `": { enabled: false }, "`) + `": { enabled: false } }`
	}
	if _, err := chromedp.Run(b.ctx, chromedp.EvaluateAsDevTools[any](axe+"; undefined")); err != nil {
		b.t.Fatal(err)
	}
	found := eval[[]string](b, `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], rules: `+rules+` })
		.then((r) => r.violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.target.join(" ") + " " + n.failureSummary)))`)
	for _, v := range found {
		b.t.Errorf("%s: %s", screen, v)
	}
	checked := eval[int](b, `axe.run(document).then((r) => r.passes.length)`)
	if checked < 10 {
		b.t.Errorf("%s: axe-core looked at %d rules only", screen, checked)
	}
}

// narrow asserts that nothing has to be scrolled sideways.
func (b *tab) narrow(screen string) {
	b.t.Helper()
	if over := eval[int](b, "document.documentElement.scrollWidth - document.documentElement.clientWidth"); over > 0 {
		wide := eval[[]string](b, `[...document.querySelectorAll("main *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".table, .unseen"))
			.slice(0, 5).map((e) => e.tagName + "." + e.className)`)
		b.t.Error(fmt.Sprintf("%s is %d pixels too wide: ", screen, over), strings.Join(wide, " "))
	}
}
