package detectors_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/detectors/internal/eval"
)

func TestZZ(t *testing.T) {
	side := map[string]eval.Side{"6": eval.SixthSeen, "5": eval.FifthSeen, "3": eval.Third, "2": eval.Second}[os.Getenv("SIDE")]
	kind := os.Getenv("KIND")
	set := detectors.NewSet(detectors.All())
	docs := eval.Texts(testSeed, side, 60)
	for i := 0; i < len(docs); i += 60 {
		n := len(docs[i].Spans)
		for k := range n {
			miss := 0
			ex := []string{}
			for _, d := range docs[i : i+60] {
				if k >= len(d.Spans) {
					continue
				}
				s := d.Spans[k]
				if strings.HasPrefix(s.Kind, "~") || kind != "" && s.Kind != kind {
					continue
				}
				hit := false
				for _, m := range set.Find(nil, d.Text, d.Labels) {
					if m.Sure >= detectors.Likely && m.Detector == s.Kind && m.Start < s.End && s.Start < m.End {
						hit = true
					}
				}
				if !hit {
					miss++
					if len(ex) < 3 {
						ex = append(ex, fmt.Sprintf("…%s【%s】%s…", last(d.Text[:s.Start], 14), d.Text[s.Start:s.End], first(d.Text[s.End:], 14)))
					}
				}
			}
			if miss > 2 {
				fmt.Printf("%-18s %3d.%d %-10s %2d  %q\n", docs[i].Family, i/60, k, docs[i].Spans[k].Kind, miss, ex)
			}
		}
	}
	wrong := map[string]int{}
	for i, d := range docs {
		for _, m := range set.Find(nil, d.Text, d.Labels) {
			if m.Sure < detectors.Likely || either(d, m) {
				continue
			}
			ok := false
			for _, s := range d.Spans {
				ok = ok || s.Kind == m.Detector && m.Start < s.End && s.Start < m.End
			}
			if !ok {
				key := fmt.Sprint(i/60, m.Detector)
				if wrong[key]++; wrong[key] <= 2 {
					fmt.Printf("WRONG %s %d %s …%s【%s】%s… %s\n", d.Family, i/60, m.Detector, last(d.Text[:m.Start], 14), d.Text[m.Start:m.End], first(d.Text[m.End:], 14), m.Because)
				}
			}
		}
	}
	for k, v := range wrong {
		fmt.Println(k, v)
	}
}

func last(s string, n int) string {
	r := []rune(s)
	return string(r[max(0, len(r)-n):])
}

func first(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
}
