package sumikeshi

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

// aPlace is a place that the real inspector knows, or nil.
func aPlace() *inspect.Place {
	for _, p := range NewInspector(Options{}).Places() {
		return p
	}
	return nil
}

func aResult() *inspect.Result {
	res := inspect.NotReadable(&inspect.Source{Name: "名簿.xlsx", Size: 7}, "xlsx", inspect.Encrypted)
	res.SHA256, res.People, res.Rows = "abc", 998, 1011
	res.Counts.Detectors["name"] = 1011
	for _, l := range []inspect.Location{
		inspect.File{},
		inspect.Sheet{Sheet: "作業"},
		inspect.Cell{Sheet: "作業", Row: 7, Col: 28},
		inspect.Page{Page: 3},
		inspect.Box{Page: 3, Box: [4]float64{1, 2, 3, 4}},
		inspect.Para{Part: "p", N: 2},
		inspect.Part{Part: "p"},
		inspect.Header{Name: "To"},
		inspect.Line{Line: 5, Col: 6},
	} {
		res.Findings = append(res.Findings, inspect.Listed{
			ID: "x", Where: inspect.NewWhere(l), Within: []string{}, Text: "山●", Count: 1,
			Matches: []inspect.Match{{Detector: "name", Sure: "likely", Because: "column head 氏名", End: 9, Text: "山●"}},
		})
		if p := aPlace(); p != nil {
			res.Things = append(res.Things, inspect.Thing{
				ID: "t", Place: p, Where: l, Times: 1, Counts: map[string]int{"name": 3}, Rows: 3, Unread: 1,
			})
		}
	}
	return res
}

func Test_a_result_survives_the_wire(t *testing.T) {
	want := aResult()
	raw, err := json.Marshal(wireOf(want))
	if err != nil {
		t.Fatal(err)
	}
	var w wireResult
	if err := json.Unmarshal(raw, &w); err != nil {
		t.Fatal(err)
	}
	got, err := w.result(new(Isolation).places(), &opened{in: Input{Name: "名簿.xlsx"}})
	if err != nil {
		t.Fatal(err)
	}
	samePlace := cmp.Comparer(func(a, b *inspect.Place) bool { return a.ID == b.ID })
	if diff := cmp.Diff(want, got, samePlace); diff != "" {
		t.Error(diff)
	}
}

func Test_an_answer_that_makes_no_sense_is_refused(t *testing.T) {
	for name, spoil := range map[string]func(w *wireResult){
		"nothing":          func(w *wireResult) { w.Result = nil },
		"unknown verdict":  func(w *wireResult) { w.Result.Verdict = "fine" },
		"ok but unread":    func(w *wireResult) { w.Result.Verdict = inspect.OK },
		"negative people":  func(w *wireResult) { w.Result.People = -1 },
		"negative matches": func(w *wireResult) { w.Result.Counts.Detectors["name"] = -1 },
		"unknown reason":   func(w *wireResult) { w.Result.Unread[0].Reason = "mood" },
		"unknown place":    func(w *wireResult) { w.Result.Counts.Places = map[string]int{"xlsx/nowhere": 1} },
		"unknown thing":    func(w *wireResult) { w.Things = append(w.Things, wireThing{Place: "xlsx/nowhere"}) },
		"too few words":    func(w *wireResult) { w.Said = w.Said[1:] },
	} {
		w := wireOf(aResult())
		spoil(w)
		if _, err := w.result(new(Isolation).places(), &opened{}); !errors.Is(err, errAnswer) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func Test_errors_survive_the_wire(t *testing.T) {
	words := inspect.Words{JA: "ことば", EN: "words"}
	for _, want := range []error{
		&redact.OptionError{Words: words},
		&redact.UnreadError{Parts: []inspect.Unread{{Where: "x", Reason: inspect.Limit}}},
		&redact.ProofError{Lock: 3, Where: "x", Place: "p", Words: words},
		&inspect.UnreadError{Reason: inspect.Encrypted, Advice: words},
	} {
		if diff := cmp.Diff(want, failureOf(want).err()); diff != "" {
			t.Error(diff)
		}
	}
	var out *OutputError
	if err := failureOf(cantWrite(errors.New("disk full"))).err(); !errors.As(err, &out) || out.Words.JA == "" {
		t.Error(err)
	}
}

func Test_entries_keep_their_words(t *testing.T) {
	want := []redact.Entry{{ID: "1", Where: inspect.NewWhere(inspect.Sheet{Sheet: "作業"}), Within: []string{}, Count: 1}}
	raw, err := json.Marshal(wireEntries(want))
	if err != nil {
		t.Fatal(err)
	}
	var w []wireEntry
	if err := json.Unmarshal(raw, &w); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, entries(w)); diff != "" {
		t.Error(diff)
	}
}
