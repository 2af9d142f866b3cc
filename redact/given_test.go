package redact

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sumikeshi/sumikeshi/inspect"
)

// aSource has a hidden part that is taken, one that nothing takes out, a tab, and two findings that a reader sees.
func aSource() *inspect.Result {
	hidden := &inspect.Place{ID: "x/hidden", Action: inspect.Take, Weight: inspect.Warn}
	note := &inspect.Place{ID: "x/note", Action: inspect.Report, Weight: inspect.Note}
	finding := func(id, kind, sure string, row int) inspect.Listed {
		return inspect.Listed{
			ID: id, Where: inspect.NewWhere(inspect.Cell{Sheet: "集計", Row: row, Col: 1}), Count: 1,
			Matches: []inspect.Match{{Detector: kind, Sure: sure}},
		}
	}
	return &inspect.Result{
		SHA256: "abc",
		Things: []inspect.Thing{
			{ID: "h", Place: hidden, Where: inspect.Part{Part: "p.xml"}, Fix: inspect.DropPart{Part: "p.xml"}, Counts: map[string]int{"name": 2, "age": 0}},
			{ID: "n", Place: note, Where: inspect.File{}},
		},
		Sheets:   []inspect.SheetRef{{ID: "s", Name: "集計"}},
		Findings: []inspect.Listed{finding("f1", "phone", "likely", 1), finding("f2", "phone", "shape", 2), finding("f3", "name", "proven", 3)},
	}
}

func ids(list []Entry) string {
	var out []string
	for _, e := range list {
		out = append(out, e.ID)
	}
	return strings.Join(out, " ")
}

func TestNewPlan_names_what_is_seen(t *testing.T) {
	p, err := NewPlan(aSource(), Options{Mask: []string{"phone"}})
	if err != nil {
		t.Fatal(err)
	}
	if take, leave := ids(p.Take), ids(p.Leave); take != "h f1" || leave != "n s f2 f3" {
		t.Errorf("take %s, leave %s", take, leave)
	}
	if !slices.Equal(p.Take[0].Kinds, []string{"name"}) {
		t.Errorf("kinds %v", p.Take[0].Kinds)
	}
	if told, left := ids(p.Taken()), ids(p.Left()); told != "h" || left != "n" {
		t.Errorf("a report tells %s, and %s as left", told, left)
	}
}

func TestNewPlan_given(t *testing.T) {
	tests := []struct {
		name        string
		edit        func(*Plan)
		take, leave string
		reason      string // of what is left first
		fails       bool
	}{
		{"as it was", func(*Plan) {}, "h f1", "n s f2 f3", leftNoFix, false},
		{"empty: the policy decides", func(p *Plan) { p.Take, p.Leave, p.Mask = nil, nil, nil }, "h", "n s f1 f2 f3", leftNoFix, false},
		{"left with a reason", func(p *Plan) { p.Take, p.Leave = nil, []Entry{{ID: "h", Reason: "第7条"}} }, "f1", "h n s f2 f3", "第7条", false},
		{"left without one", func(p *Plan) { p.Take, p.Leave = nil, []Entry{{ID: "h"}} }, "f1", "h n s f2 f3", leftPlan, false},
		{"a tab dropped", func(p *Plan) { p.Take, p.Leave = []Entry{{ID: "s"}}, nil }, "h s f1", "n f2 f3", leftNoFix, false},
		{"a finding masked", func(p *Plan) { p.Take, p.Leave = []Entry{{ID: "f3"}}, nil }, "h f1 f3", "n s f2", leftNoFix, false},
		{"a finding left", func(p *Plan) { p.Take, p.Leave = nil, []Entry{{ID: "f1"}} }, "h", "n s f1 f2 f3", leftNoFix, false},
		{"what nothing takes out", func(p *Plan) { p.Take = append(p.Take, Entry{ID: "n"}); p.Leave = nil }, "", "", "", true},
		{"an unknown id", func(p *Plan) { p.Take = append(p.Take, Entry{ID: "zz"}) }, "", "", "", true},
		{"another source", func(p *Plan) { p.Source = "abd" }, "", "", "", true},
		{"another schema", func(p *Plan) { p.Schema = "sumikeshi.plan/2" }, "", "", "", true},
		{"an id twice", func(p *Plan) { p.Leave = append(p.Leave, Entry{ID: "h"}) }, "", "", "", true},
		{"an entry without id", func(p *Plan) { p.Leave = append(p.Leave, Entry{}) }, "", "", "", true},
		{"a sheet dropped and left", func(p *Plan) { p.DropSheets = []string{"集計"} }, "", "", "", true},
		{"an unknown policy", func(p *Plan) { p.Policy = "none" }, "", "", "", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			given, err := NewPlan(aSource(), Options{Mask: []string{"phone"}})
			if err != nil {
				t.Fatal(err)
			}
			tt.edit(&given)
			p, err := NewPlan(aSource(), Options{Plan: &given})
			var wrong *OptionError
			if tt.fails {
				if !errors.As(err, &wrong) || wrong.Words.JA == "" || wrong.Words.EN == "" {
					t.Errorf("got %v, want an OptionError in both languages", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if take, leave := ids(p.Take), ids(p.Leave); take != tt.take || leave != tt.leave || p.Leave[0].Reason != tt.reason {
				t.Errorf("take %s, leave %s (%s)", take, leave, p.Leave[0].Reason)
			}
		})
	}
	if _, err := NewPlan(aSource(), Options{Plan: &Plan{Schema: planSchema, Source: "abc"}, Mask: []string{"name"}}); err == nil {
		t.Error("a plan and other options beside it")
	}
}

func TestReadPlan(t *testing.T) {
	want, err := NewPlan(aSource(), Options{Mask: []string{"phone"}})
	if err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	if err := want.Write(&buf, "ja"); err != nil {
		t.Fatal(err)
	}
	got, err := ReadPlan(bytes.NewReader(buf.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	one, err := NewPlan(aSource(), Options{Plan: got})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.Take, one.Take); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want.Leave, one.Leave); diff != "" {
		t.Error(diff)
	}
	whole := buf.String()
	for name, text := range map[string]string{
		"empty": "", "no object": "[]", "null list": strings.Replace(whole, `"take": [`, `"take": [null,`, 1),
		"cut": whole[:len(whole)/2], "more": whole + "{}", "UTF-16": "\xff\xfe{\x00}\x00",
		"unknown field": strings.Replace(whole, `"schema"`, `"extra": 1, "schema"`, 1), "unknown in an entry": strings.Replace(whole, `"fix"`, `"fixes"`, 1),
		"unknown in where": strings.Replace(whole, `"words"`, `"word"`, 1), "a number": strings.Replace(whole, `"id": "h"`, `"id": 5`, 1),
		"plan in plan": strings.Replace(whole, `"schema"`, `"plan": {}, "schema"`, 1),
	} {
		_, err := ReadPlan(strings.NewReader(text))
		var wrong *OptionError
		if !errors.As(err, &wrong) || wrong.Words.JA == "" || wrong.Words.EN == "" {
			t.Errorf("%s: %v, want an OptionError in both languages", name, err)
		}
	}
}
