package detectors_test

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/detectors/internal/eval"
)

// A score counts, for one kind, the values that were written and found, and the matches that were right.
type score struct{ written, found, exact, matches, right int }

// Seeds of the evaluation. Those of the test families are not used while developing.
const (
	devSeed  = 1
	testSeed = 20260701
)

// TestEvalDevelopment lists what is missed and what is wrong in the families for development, with -v.
func TestEvalDevelopment(t *testing.T) {
	scores := measure(t, devSeed, eval.Development, true)
	if r := overall(scores); r < 0.95 {
		t.Errorf("recall %.3f", r)
	}
}

// TestEval measures with the families for testing.
func TestEval(t *testing.T) {
	scores := measure(t, testSeed, eval.Test, false)
	printScores(t, scores, 0.85)
	if r := overall(scores); r < 0.95 {
		t.Errorf("recall over all kinds %.3f", r)
	}
	if kinds := len(detectors.All()); len(scores) < kinds {
		t.Errorf("%d of %d kinds are measured", len(scores), kinds)
	}
}

// TestEvalSecond measures with the families of the second hand, and lists with -v what is missed and what is wrong.
func TestEvalSecond(t *testing.T) { evalHand(t, eval.Second, true, 0.9) }

// TestEvalThird measures with the families of the third hand.
func TestEvalThird(t *testing.T) { evalHand(t, eval.Third, true, 0.7) }

// TestEvalFourth measures with the families of the fourth hand, whose misses nobody is to look at.
func TestEvalFourth(t *testing.T) { evalHand(t, eval.Fourth, false, 0.9) }

// TestEvalFifthSeen measures with the half of the fifth hand that is for looking at.
func TestEvalFifthSeen(t *testing.T) { evalHand(t, eval.FifthSeen, true, 0.9) }

// TestEvalFifth measures with the half that is held, whose misses nobody is to look at.
func TestEvalFifth(t *testing.T) { evalHand(t, eval.Fifth, false, 0.8) }

// TestEvalSixthSeen measures with the half of the sixth hand that is for looking at.
func TestEvalSixthSeen(t *testing.T) { evalHand(t, eval.SixthSeen, true, 0.9) }

// TestEvalSixth measures with the half that is held, whose misses nobody is to look at.
func TestEvalSixth(t *testing.T) { evalHand(t, eval.Sixth, false, 0.7) }

// evalHand measures with the families of one hand; least is the share of all values that has to be found.
func evalHand(t *testing.T, side eval.Side, show bool, least float64) {
	scores := measure(t, testSeed, side, show)
	printScores(t, scores, 0)
	r := overall(scores)
	t.Logf("recall over all values %.3f", r)
	if r < least {
		t.Errorf("too much is missed: %.3f, want at least %.2f", r, least)
	}
}

// TestEvalNegatives counts false alarms in texts that hold nobody's data.
func TestEvalNegatives(t *testing.T) {
	for name, side := range map[string]eval.Side{"first hand": eval.Test, "second hand": eval.Second, "third hand": eval.Third, "fourth hand": eval.Fourth, "fifth hand": eval.Fifth, "sixth hand": eval.Sixth} {
		t.Run(name, func(t *testing.T) { falseAlarms(t, eval.Negatives(testSeed, side, 40)) })
	}
}

func falseAlarms(t *testing.T, docs []eval.Doc) (per float64, bad, lines int) {
	set := detectors.NewSet(detectors.All())
	runes, alarms := 0, map[string]int{}
	shown := map[string]bool{}
	for _, d := range docs {
		runes += utf8.RuneCountInString(d.Text)
		lines++
		wrong := false
		for _, m := range set.Find(nil, d.Text, nil) {
			if m.Sure < detectors.Likely || set.Detector(m.Detector).Step == 0 {
				continue
			}
			alarms[m.Detector]++
			wrong = true
			if key := m.Detector + d.Text[:min(20, len(d.Text))]; !shown[key] {
				shown[key] = true
				t.Logf("%s %q in %q: %s", m.Detector, d.Text[m.Start:m.End], d.Text, m.Because)
			}
		}
		if wrong {
			bad++
		}
	}
	total := 0
	for _, n := range alarms {
		total += n
	}
	per = float64(total) * 10_000 / float64(runes)
	t.Logf("%d texts, %d characters: %d false alarms, %.2f per 10,000 characters, %s of the texts; %v", lines, runes, total, per, wilson(bad, lines), alarms)
	if per > 2 || ratio(bad, lines) > 0.01 {
		t.Error("too many false alarms")
	}
	return per, bad, lines
}

// measure runs the detectors over the texts and tables of one side.
func measure(t *testing.T, seed uint64, side eval.Side, show bool) map[string]*score {
	set := detectors.NewSet(detectors.All())
	scores := map[string]*score{}
	for _, k := range set.Detectors() {
		scores[k.ID] = &score{}
	}
	shown := map[string]int{}
	tell := func(what, kind string, d eval.Doc, value string) {
		if key := what + kind + d.Family; show && shown[key] < 2 {
			shown[key]++
			t.Logf("%s %s %q in %q %q", what, kind, value, d.Text, d.Labels)
		}
	}
	for _, d := range eval.Texts(seed, side, 60) {
		judge(set, scores, d, tell)
	}
	for _, table := range eval.Tables(seed, side, 200) {
		for i, head := range table.Heads {
			var heads, cells, labels []string
			for _, row := range table.Rows {
				cells = append(cells, row[i].Text)
			}
			if head != "" {
				heads, labels = []string{head}, []string{head}
			}
			labels = append([]string{set.Column(heads, cells).Label()}, labels...)
			for _, row := range table.Rows {
				row[i].Labels, row[i].Family = labels, table.Family
				judge(set, scores, row[i], tell)
			}
		}
	}
	return scores
}

// judge books the matches of one document. A value is found when a match of its kind of Likely or more overlaps it.
func judge(set *detectors.Set, scores map[string]*score, d eval.Doc, tell func(what, kind string, d eval.Doc, value string)) {
	found := set.Find(nil, d.Text, d.Labels)
	for _, s := range d.Spans {
		if strings.HasPrefix(s.Kind, eval.Either) {
			continue
		}
		k := scores[s.Kind]
		k.written++
		hit := false
		for _, m := range found {
			if m.Sure >= detectors.Likely && m.Detector == s.Kind && m.Start < s.End && s.Start < m.End {
				hit = true
				if m.Start == s.Start && m.End == s.End {
					k.exact++
				} else {
					tell("bounds of", s.Kind, d, d.Text[m.Start:m.End])
				}
				break
			}
		}
		if hit {
			k.found++
		} else {
			tell("missed", s.Kind, d, d.Text[s.Start:s.End])
		}
	}
	for _, m := range found {
		if m.Sure < detectors.Likely || either(d, m) {
			continue
		}
		k := scores[m.Detector]
		k.matches++
		if slices.ContainsFunc(d.Spans, func(s eval.Span) bool { return s.Kind == m.Detector && m.Start < s.End && s.Start < m.End }) {
			k.right++
		} else {
			tell("wrong", m.Detector, d, d.Text[m.Start:m.End])
		}
	}
}

// either reports whether a match lies on a value that counts neither way.
func either(d eval.Doc, m detectors.Match) bool {
	return slices.ContainsFunc(d.Spans, func(s eval.Span) bool {
		return strings.HasPrefix(s.Kind, eval.Either) && m.Start < s.End && s.Start < m.End
	})
}

// printScores prints recall and precision by kind, and complains about kinds below least.
func printScores(t *testing.T, scores map[string]*score, least float64) {
	t.Helper()
	t.Logf("%-22s %6s  %-24s %-7s %6s  %s", "kind", "n", "recall (95 %)", "exact", "found", "precision (95 %)")
	for _, kind := range slices.Sorted(maps.Keys(scores)) {
		s := scores[kind]
		t.Logf("%-22s %6d  %-24s %.3f   %6d  %s", kind, s.written, wilson(s.found, s.written), ratio(s.exact, s.written), s.matches, wilson(s.right, s.matches))
		if s.written > 0 && (ratio(s.found, s.written) < least || s.matches > 0 && ratio(s.right, s.matches) < least) {
			t.Errorf("%s: recall %.3f, precision %.3f", kind, ratio(s.found, s.written), ratio(s.right, s.matches))
		}
	}
}

func overall(scores map[string]*score) float64 {
	written, found := 0, 0
	for _, s := range scores {
		written += s.written
		found += s.found
	}
	return ratio(found, written)
}

func ratio(k, n int) float64 {
	if n == 0 {
		return 1
	}
	return float64(k) / float64(n)
}

// wilson words a share with its 95 % interval (Wilson, z = 1.96).
func wilson(k, n int) string {
	if n == 0 {
		return "-"
	}
	const z = 1.96
	p, size := float64(k)/float64(n), float64(n)
	centre := (p + z*z/(2*size)) / (1 + z*z/size)
	half := z * math.Sqrt(p*(1-p)/size+z*z/(4*size*size)) / (1 + z*z/size)
	return strings.TrimSpace(fmt.Sprintf("%.3f (%.3f-%.3f)", p, max(0, centre-half), min(1, centre+half)))
}
