package detectors_test

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/detectors/internal/eval"
	"github.com/sumikeshi/sumikeshi/inspect"
)

// TestEvalSheets writes the tables of the second and the third hand as files and holds every cell, the number of people and the verdict
// against what they hold.
func TestEvalSheets(t *testing.T) {
	for name, side := range map[string]eval.Side{"second hand": eval.Second, "third hand": eval.Third} {
		t.Run(name, func(t *testing.T) { sheets(t, side) })
	}
}

// lookAlikes are tables in which chance gave two people one name, whom nothing else but their addresses tells apart.
var lookAlikes = map[string]int{"shelter": 1}

// A sheetSum is what the tables of one side came to.
type sheetSum struct {
	scores                       map[string]*score
	cells, alarms, tables, exact int
	off                          int            // people too many or too few
	people                       int            // in all tables
	verdicts                     map[string]int // "ng → review"
}

func sheets(t *testing.T, sheetSide eval.Side) *sheetSum {
	sum := &sheetSum{verdicts: map[string]int{}}
	scores := map[string]*score{}
	for _, k := range detectors.All() {
		scores[k.ID] = &score{}
	}
	for _, name := range []string{"a.csv", "a.xlsx", "a.docx"} {
		cells, alarms := 0, 0
		for _, sheet := range eval.Sheets(testSeed, sheetSide, 40) {
			n, wrong := judgeSheet(t, sum, scores, name, sheet)
			cells += n
			alarms += wrong
		}
		sum.cells += cells
		sum.alarms += alarms
		if cells > 0 {
			t.Logf("%s: %d cells, %d false alarms, %.2f per 1,000 cells", name, cells, alarms, float64(alarms)*1000/float64(cells))
		}
		if alarms*1000 > cells {
			t.Error("too many false alarms")
		}
	}
	printScores(t, scores, 0)
	if r := overall(scores); r < 0.9 {
		t.Errorf("recall %.3f", r)
	}
	sum.scores = scores
	return sum
}

func judgeSheet(t *testing.T, sum *sheetSum, scores map[string]*score, name string, sheet eval.Sheet) (cells, alarms int) {
	set := detectors.NewSet(detectors.All())
	var rows [][]string
	for _, r := range sheet.Rows {
		var texts []string
		for _, c := range r {
			texts = append(texts, c.Text)
		}
		if len(texts) == 0 {
			texts = []string{""}
		}
		rows = append(rows, texts)
		cells += len(r)
	}
	data := renderers[name](t, rows)
	src := &inspect.Source{Name: name, ReaderAt: bytes.NewReader(data), Size: int64(len(data))}
	in := sumikeshi.NewInspector(sumikeshi.Options{})
	found := map[[2]int][]detectors.Match{}
	for f, err := range in.Findings(context.Background(), src) {
		if err != nil {
			t.Fatal(err)
		}
		for u := range f.Each() {
			switch at := inspect.Keep(u.Where).(type) {
			case inspect.Line:
				found[[2]int{at.Line, at.Col}] = slices.Clone(f.Matches)
			case inspect.Cell:
				found[[2]int{at.Row, at.Col}] = slices.Clone(f.Matches)
			}
		}
	}
	if name == "a.docx" {
		found = nil
	}
	people, step := truth(set, eval.Table{Rows: sheet.Records})
	res := check(t, name, data)
	want := verdict(false, people, step)
	sum.verdicts[string(want)+" → "+string(res.Verdict)]++
	sum.tables++
	sum.people += people
	sum.off += max(people-res.People, res.People-people)
	if people == res.People {
		sum.exact++
	}
	if off := people - res.People; res.Verdict != want || off != 0 && off != lookAlikes[sheet.Family] {
		t.Errorf("%s of %s: %s with %d people, want %s with %d; %v", sheet.Family, name, res.Verdict, res.People, want, people, res.Counts.Detectors)
	}
	if found == nil {
		return 0, 0
	}
	shown := map[string]int{}
	for i, r := range sheet.Rows {
		for k, c := range r {
			alarms += judgeCell(t, scores, c, found[[2]int{i + 1, k + 1}], func(what, kind, value string) {
				if shown[what+kind]++; shown[what+kind] <= 1 {
					t.Logf("%s %s %s %q in %q", sheet.Family, what, kind, value, c.Text)
				}
			}, set)
		}
	}
	return cells, alarms
}

func judgeCell(t *testing.T, scores map[string]*score, c eval.Doc, found []detectors.Match, tell func(what, kind, value string), set *detectors.Set) (alarms int) {
	for _, s := range c.Spans {
		if strings.HasPrefix(s.Kind, eval.Either) {
			continue
		}
		k := scores[s.Kind]
		k.written++
		i := slices.IndexFunc(found, func(m detectors.Match) bool {
			return m.Sure >= detectors.Likely && m.Detector == s.Kind && m.Start < s.End && s.Start < m.End
		})
		if i < 0 {
			tell("missed", s.Kind, c.Text[s.Start:s.End])
			continue
		}
		k.found++
		if found[i].Start == s.Start && found[i].End == s.End {
			k.exact++
		}
	}
	for _, m := range found {
		if m.Sure < detectors.Likely || set.Detector(m.Detector).Step == 0 || either(c, m) {
			continue
		}
		scores[m.Detector].matches++
		if slices.ContainsFunc(c.Spans, func(s eval.Span) bool { return s.Kind == m.Detector && m.Start < s.End && s.Start < m.End }) {
			scores[m.Detector].right++
		} else {
			alarms++
			tell("wrong", m.Detector, c.Text[m.Start:m.End])
		}
	}
	return alarms
}
