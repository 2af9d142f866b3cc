package inspect

import (
	"context"
	"errors"
	"iter"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/internal/limits"
)

// A fakeFormat yields the items it is given.
type fakeFormat struct {
	items []Item
	err   error
}

func (fakeFormat) Name() string                                      { return "fake" }
func (fakeFormat) Recognize(*Source) bool                            { return true }
func (fakeFormat) Places() []*Place                                  { return nil }
func (f fakeFormat) Open(context.Context, *Source) (Document, error) { return fakeDocument{f}, nil }

type fakeDocument struct{ fakeFormat }

func (fakeDocument) Close() error { return nil }
func (d fakeDocument) Items(context.Context) iter.Seq2[*Item, error] {
	return func(yield func(*Item, error) bool) {
		for _, it := range d.items {
			if !yield(&it, nil) {
				return
			}
		}
		if d.err != nil {
			yield(nil, d.err)
		}
	}
}

func source(text string) *Source {
	return &Source{Name: "f", ReaderAt: strings.NewReader(text), Size: int64(len(text))}
}

func check(items []Item, err error) *Result {
	in := &Inspector{Formats: []Format{fakeFormat{items, err}}, Detectors: detectors.NewSet(detectors.All())}
	return in.Check(context.Background(), source("x"))
}

func TestVerdict(t *testing.T) {
	warn := &Place{ID: "x/warn", Weight: Warn, Action: Take}
	stop := &Place{ID: "x/stop", Weight: Stop, Action: Take}
	note := &Place{ID: "x/note", Weight: Note, Action: Take}
	people := &Place{ID: "x/people", Weight: Warn, Action: Take, OnlyWithPeople: true}
	const phone = "電話 090-1234-5678"
	tests := []struct {
		name  string
		items []Item
		err   error
		want  Verdict
		place string // that must be counted, or must not be if it begins with "-"
	}{
		{"nothing", []Item{{Where: File{}, Text: "お知らせ"}}, nil, OK, ""},
		{"visible person", []Item{{Where: File{}, Text: phone}}, nil, Review, ""},
		{"visible my-number", []Item{{Where: File{}, Text: "マイナンバー 123456789018"}}, nil, NG, ""},
		{"hidden, nothing in it of anybody", []Item{{Where: File{}, Text: "集計", Place: warn}}, nil, Review, "x/warn"},
		{"hidden and empty", []Item{{Where: File{}, Place: warn, Empty: true}}, nil, OK, "x/warn"},
		{"hidden person", []Item{{Where: File{}, Place: warn}, {Where: File{}, Text: phone, Place: warn, Inside: true}}, nil, NG, "x/warn"},
		{"a leak by itself", []Item{{Where: File{}, Text: "x", Place: stop}}, nil, NG, "x/stop"},
		{"metadata with a person is no NG", []Item{{Where: File{}, Text: phone, Place: note}}, nil, Review, "x/note"},
		{"place only with people: without", []Item{{Where: File{}, Place: people}, {Where: File{}, Text: "集計", Place: people, Inside: true}}, nil, OK, "-x/people"},
		{"place only with people: with", []Item{{Where: File{}, Place: people}, {Where: File{}, Text: phone, Place: people, Inside: true}}, nil, NG, "x/people"},
		{"unread part", []Item{{Where: Part{"a"}, Unread: Corrupt}}, nil, NotRead, ""},
		{"unread part and a leak", []Item{{Where: Part{"a"}, Unread: Corrupt}, {Where: File{}, Text: "x", Place: stop}}, nil, NG, "x/stop"},
		{"stream breaks off", []Item{{Where: File{}, Text: phone}}, errors.New("cut"), NotRead, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			res := check(tt.items, tt.err)
			if res.Verdict != tt.want {
				t.Errorf("verdict = %s, want %s", res.Verdict, tt.want)
			}
			if id, not := strings.CutPrefix(tt.place, "-"); tt.place != "" && (res.Counts.Places[id] == 0) != not {
				t.Errorf("places = %v, want %s", res.Counts.Places, tt.place)
			}
			for _, f := range res.Findings {
				if strings.Contains(f.Text, "1234") {
					t.Errorf("a value is shown: %q", f.Text)
				}
			}
		})
	}
}

// Counts are complete, the list is not.
func TestFindings_grouped(t *testing.T) {
	var items []Item
	for i := range 50 {
		items = append(items, Item{Where: Line{i + 1, 1}, Text: "電話 090-1234-5678"})
	}
	res := check(items, nil)
	if got := res.Counts.Detectors["phone"]; got != 50 {
		t.Errorf("counted %d phones, want 50", got)
	}
	total := 0
	for _, f := range res.Findings {
		total += f.Count
	}
	if len(res.Findings) != maxShown+1 || total != 50 {
		t.Errorf("listed %d findings for %d items, want %d for 50", len(res.Findings), total, maxShown+1)
	}
}

// A child goes round again; what is visible in it lies in the place that holds it, and the names of the containers are told.
func TestFindings_child(t *testing.T) {
	place := &Place{ID: "x/file", Weight: Warn, Action: Take}
	inner := source("電話 090-1234-5678")
	in := &Inspector{Detectors: detectors.NewSet(detectors.All())}
	in.Formats = []Format{childFormat{place, inner}}
	res := in.Check(context.Background(), source("outer"))
	if res.Verdict != NG || res.Counts.Places["x/file"] != 1 {
		t.Fatalf("verdict %s, places %v; want ng and one x/file", res.Verdict, res.Counts.Places)
	}
	for _, f := range res.Findings {
		if len(f.Matches) > 0 && (f.Place != "x/file" || len(f.Within) != 1 || f.Within[0] != inner.Name) {
			t.Errorf("finding in %q within %q; want x/file within %q", f.Place, f.Within, inner.Name)
		}
	}
}

type childFormat struct {
	place *Place
	inner *Source
}

func (childFormat) Name() string           { return "outer" }
func (childFormat) Recognize(*Source) bool { return true }
func (childFormat) Places() []*Place       { return nil }
func (f childFormat) Open(_ context.Context, src *Source) (Document, error) {
	if src == f.inner {
		return fakeDocument{fakeFormat{items: []Item{{Where: File{}, Text: "電話 090-1234-5678"}}}}, nil
	}
	return fakeDocument{fakeFormat{items: []Item{{Where: Part{"in"}, Place: f.place, Fix: DropPart{"in"}, Child: f.inner}}}}, nil
}

// Bounds are told apart from damage.
func TestCheck_limits(t *testing.T) {
	in := &Inspector{Formats: []Format{fakeFormat{}}, Detectors: detectors.NewSet(detectors.All()), Limits: limits.Limits{Input: 3}}
	res := in.Check(context.Background(), source("four"))
	if res.Verdict != NotRead || len(res.Unread) != 1 || res.Unread[0].Reason != Limit {
		t.Errorf("verdict %s, unread %v; want unread by limit", res.Verdict, res.Unread)
	}
}
