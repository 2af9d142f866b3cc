package redact

import (
	"errors"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/inspect"
)

func TestNewPlan(t *testing.T) {
	place := func(a inspect.Action, w inspect.Weight, only bool) *inspect.Place {
		return &inspect.Place{ID: "x/y", Action: a, Weight: w, OnlyWithPeople: only}
	}
	about := place(inspect.Ask, inspect.Warn, false)
	about.Metadata = true
	sheet := inspect.DropSheet{Part: "s.xml"}
	part := inspect.DropPart{Part: "p.xml"}
	found := map[string]int{"phone": 1}
	tests := []struct {
		name  string
		place *inspect.Place
		fix   inspect.Fix
		where inspect.Location
		has   map[string]int
		opts  Options
		taken bool
	}{
		{"take", place(inspect.Take, inspect.Warn, false), part, inspect.File{}, nil, Options{}, true},
		{"ask without a match", place(inspect.Ask, inspect.Warn, false), part, inspect.File{}, nil, Options{}, false},
		{"ask with a match", place(inspect.Ask, inspect.Warn, false), part, inspect.File{}, found, Options{}, true},
		{"report with a match and a fix", place(inspect.Report, inspect.Note, false), part, inspect.File{}, found, Options{}, true},
		{"report without a fix", place(inspect.Report, inspect.Note, false), nil, inspect.File{}, found, Options{}, false},
		{"source sheet", place(inspect.Take, inspect.Warn, true), sheet, inspect.Sheet{Sheet: "貼付用"}, found, Options{}, true},
		{"source sheet kept", place(inspect.Take, inspect.Warn, true), sheet, inspect.Sheet{Sheet: "貼付用"}, found, Options{KeepSheets: []string{"貼付用"}}, false},
		{"other sheet is visible", place(inspect.Ask, inspect.Warn, true), sheet, inspect.Sheet{Sheet: "名簿"}, found, Options{}, false},
		{"other sheet on request", place(inspect.Ask, inspect.Warn, true), sheet, inspect.Sheet{Sheet: "名簿"}, found, Options{DropSheets: []string{"名簿"}}, true},
		{"kept by its place", place(inspect.Take, inspect.Warn, false), part, inspect.File{}, found, Options{Keep: []string{"x/y"}}, false},
		{"metadata policy leaves the rest", place(inspect.Take, inspect.Note, false), part, inspect.File{}, nil, Options{Policy: PolicyMetadata}, false},
		{"metadata policy", about, part, inspect.File{}, nil, Options{Policy: PolicyMetadata}, true},
		{"a copy is a new container", place(inspect.Take, inspect.Warn, false), inspect.Rebuild{}, inspect.File{}, nil, Options{Policy: PolicyMetadata}, true},
		{"strict takes what is offered", place(inspect.Ask, inspect.Warn, false), part, inspect.File{}, nil, Options{Policy: PolicyStrict}, true},
		{"strict leaves what a person decides", place(inspect.Report, inspect.Note, false), part, inspect.File{}, nil, Options{Policy: PolicyStrict}, false},
		{"strict can't take everything", place(inspect.Ask, inspect.Note, false), nil, inspect.File{}, nil, Options{Policy: PolicyStrict}, false},
		{"strict takes other sheets", place(inspect.Ask, inspect.Warn, true), sheet, inspect.Sheet{Sheet: "名簿"}, found, Options{Policy: PolicyStrict}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := &inspect.Result{
				SHA256: "abc",
				Things: []inspect.Thing{{ID: "t1", Place: tt.place, Fix: tt.fix, Where: tt.where, Counts: tt.has}},
				Sheets: []inspect.SheetRef{{ID: "t1", Name: "貼付用"}, {ID: "t1", Name: "名簿"}},
			}
			p, err := NewPlan(before, tt.opts)
			if err != nil {
				t.Fatal(err)
			}
			if got := len(p.Take) == 1; got != tt.taken {
				t.Errorf("taken = %v, want %v; left: %+v", got, tt.taken, p.Leave)
			}
			for _, e := range p.Leave {
				if e.Reason == "" {
					t.Error("left without a reason")
				}
			}
		})
	}
}

func TestNewPlan_wrongOptions(t *testing.T) {
	before := &inspect.Result{Sheets: []inspect.SheetRef{{ID: "a", Name: "集計"}}}
	for _, o := range []Options{{Policy: "none"}, {DropSheets: []string{"名薄"}}, {KeepSheets: []string{"名薄"}}} {
		_, err := NewPlan(before, o)
		var opt *OptionError
		if !errors.As(err, &opt) || opt.Words.JA == "" || opt.Words.EN == "" {
			t.Errorf("NewPlan(%+v) = %v, want an OptionError in both languages", o, err)
		}
	}
}

func TestCellSet(t *testing.T) {
	var s cellSet
	for _, c := range [][2]int{{5, 2}, {6, 2}, {9, 2}, {8, 2}, {1, 1}, {7, 2}, {3, 28}} {
		s.add(c[0], c[1])
	}
	if got, want := strings.Join(s.refs(), " "), "A1 B5:B9 AB3"; got != want {
		t.Errorf("refs = %s, want %s", got, want)
	}
}

func TestSeen(t *testing.T) {
	finding := func(row int, text string) *inspect.Finding {
		return &inspect.Finding{Item: inspect.Item{Where: &inspect.Cell{Sheet: "集計", Row: row, Col: 1}, Text: text}}
	}
	a, b := seen{}, seen{}
	a.add(finding(1, "川辺地区"), "川辺地区")
	a.add(finding(2, "中央地区"), "中央地区")
	b.add(finding(2, "中央地区"), "中央地区")
	b.add(finding(1, "川辺地区"), "川辺地区")
	if scope, differs := a.differs(b); differs {
		t.Errorf("another order differs in %q", scope)
	}
	for name, change := range map[string]func(seen){
		"a text more":   func(s seen) { s.add(finding(3, "x"), "x") },
		"another sheet": func(s seen) { s["other"] = sum{N: 1} },
		"a swapped value": func(s seen) {
			clear(s)
			s.add(finding(1, "中央地区"), "中央地区")
			s.add(finding(2, "川辺地区"), "川辺地区")
		},
	} {
		c := seen{}
		for k, v := range a {
			c[k] = v
		}
		change(c)
		if _, differs := a.differs(c); !differs {
			t.Errorf("%s: no difference", name)
		}
	}
}

func TestPromise_binary(t *testing.T) {
	p := newPromise()
	p.gone.Add("横浜市西区花咲町1-2", false)
	p.gone.Freeze()
	p.seen["集計"] = sum{1, 2, 3}
	p.left["x/y"] = 4
	p.plan = Plan{Schema: planSchema, Take: []Entry{{ID: "t1", Place: "x/y"}}}
	data, err := p.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), "花咲") {
		t.Error("a promise holds a value")
	}
	var q Promise
	if err := q.UnmarshalBinary(data); err != nil {
		t.Fatal(err)
	}
	if q.gone.Len() != 1 || q.seen["集計"] != p.seen["集計"] || q.left["x/y"] != 4 || q.plan.Take[0].ID != "t1" {
		t.Errorf("got %+v", q)
	}
	for n := range data {
		if q.UnmarshalBinary(data[:n]) == nil {
			t.Errorf("a promise that is cut off at %d of %d was read", n, len(data))
		}
	}
}

func TestNewPlan_what_lies_in_a_file_that_stays(t *testing.T) {
	file := &inspect.Place{ID: "x/file", Action: inspect.Ask, Weight: inspect.Warn}
	note := &inspect.Place{ID: "x/note", Action: inspect.Take, Weight: inspect.Note}
	before := &inspect.Result{SHA256: "abc", Things: []inspect.Thing{
		{ID: "a", Place: file, Where: inspect.Part{Part: "in.xlsx"}, Fix: inspect.DropPart{Part: "in.xlsx"}},
		{ID: "b", Place: note, Within: []string{"in.xlsx"}, Where: inspect.File{}, Fix: inspect.Strip{Part: "p"}, Holder: "a"},
	}}
	p, err := NewPlan(before, Options{})
	if err != nil || len(p.Leave) != 2 || p.Leave[1].Reason != leftInside {
		t.Fatalf("%+v, %v", p, err)
	}
	given := Plan{Schema: planSchema, Source: "abc", Take: []Entry{{ID: "b"}}}
	if _, err := NewPlan(before, Options{Plan: &given}); err == nil {
		t.Error("what lies in a file that stays can't be taken alone")
	}
	given.Take = append(given.Take, Entry{ID: "a"})
	if p, err = NewPlan(before, Options{Plan: &given}); err != nil || len(p.Take) != 2 {
		t.Errorf("%+v, %v", p, err)
	}
}
