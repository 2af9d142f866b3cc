package detectors_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/detectors/internal/eval"
)

var update = flag.Bool("update", false, "write the figures into docs/evaluation.md")

const (
	evalPage  = "../docs/evaluation.md"
	evalBegin = "<!-- figures: written by make eval -->\n"
	evalEnd   = "<!-- end of figures -->\n"
)

// TestEvalPage holds the figures of the page to their form, and with -update writes those of today. They change with every detector, so
// they are not compared.
func TestEvalPage(t *testing.T) {
	page, err := os.ReadFile(evalPage)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, begins := strings.Cut(string(page), evalBegin)
	_, after, ends := strings.Cut(rest, evalEnd)
	if !begins || !ends {
		t.Fatal("the page has no place for the figures")
	}
	if !*update {
		return
	}
	var b strings.Builder
	for _, hand := range []struct {
		name string
		side eval.Side
	}{{"First hand, test families", eval.Test}, {"Second hand", eval.Second}, {"Third hand", eval.Third}, {"Fourth hand", eval.Fourth}, {"Fifth hand, half seen", eval.FifthSeen}, {"Fifth hand, half held", eval.Fifth}, {"Sixth hand, half seen", eval.SixthSeen}, {"Sixth hand, half held", eval.Sixth}} {
		writeHand(t, &b, hand.name, hand.side)
	}
	if err := os.WriteFile(evalPage, []byte(before+evalBegin+b.String()+evalEnd+after), 0o644); err != nil {
		t.Fatal(err)
	}
}

func writeHand(t *testing.T, b *strings.Builder, name string, side eval.Side) {
	scores := measure(t, testSeed, side, false)
	per, bad, lines := falseAlarms(t, eval.Negatives(testSeed, side, 40))
	fmt.Fprintf(b, "\n### %s\n\nAll values found: %.3f. Hard negatives: %.2f false alarms per 10,000 characters, in %s of %d texts.\n", name, overall(scores), per, wilson(bad, lines), lines)
	writeScores(b, scores)
	if side == eval.Test || side >= eval.Fourth {
		return // its tables are those above; TestEvalFiles writes them as files
	}
	sum := sheets(t, side)
	fmt.Fprintf(b, "\nTables as CSV, xlsx and docx: %d files, number of people exact in %d, off by %d of %d; %d cells, %.2f false alarms per 1,000. Verdicts, wanted → given: ",
		sum.tables, sum.exact, sum.off, sum.people, sum.cells, float64(sum.alarms)*1000/float64(sum.cells))
	for i, v := range slices.Sorted(maps.Keys(sum.verdicts)) {
		fmt.Fprintf(b, "%s%s %d", []string{", ", ""}[max(0, 1-i)], v, sum.verdicts[v])
	}
	b.WriteString(".\n")
	writeScores(b, sum.scores)
}

func writeScores(b *strings.Builder, scores map[string]*score) {
	b.WriteString("\n| kind | values | found (95 %) | exact bounds | reported | right (95 %) |\n|---|---|---|---|---|---|\n")
	for _, kind := range slices.Sorted(maps.Keys(scores)) {
		if s := scores[kind]; s.written > 0 {
			fmt.Fprintf(b, "| %s | %d | %s | %.3f | %d | %s |\n", kind, s.written, wilson(s.found, s.written), ratio(s.exact, s.written), s.matches, wilson(s.right, s.matches))
		}
	}
}
