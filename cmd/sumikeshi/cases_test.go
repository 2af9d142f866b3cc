package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/internal/samples"
)

// entry is what a case asserts of a file's entry in the JSON report.
type entry struct {
	Verdict string
	People  int
	Rows    int
	Counts  struct{ Places, Detectors map[string]int }
	Unread  []struct{ Where, Reason string }
	Problem string
}

// program runs the program as it is built, workers and all, and returns its exit code and output.
func program(t *testing.T, args ...string) (int, []byte) {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(args, os.Getenv, strings.NewReader(""), &out, &errs)
	if errs.Len() > 0 {
		t.Logf("%s", errs.Bytes())
	}
	return code, out.Bytes()
}

func theEntry(t *testing.T, out []byte) entry {
	t.Helper()
	var doc struct{ Files []entry }
	if err := json.Unmarshal(out, &doc); err != nil || len(doc.Files) != 1 {
		t.Fatalf("%v in %s", err, out)
	}
	return doc.Files[0]
}

// Test_cases holds the program to every case under testdata: what is found, what is taken out, what is nowhere in the copy.
func Test_cases(t *testing.T) {
	cases, err := samples.Cases(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) == 0 {
		t.Fatal("there are no cases")
	}
	for _, c := range cases {
		t.Run(c.Dir+"/"+c.File, func(t *testing.T) {
			t.Parallel()
			checkCase(t, &c)
			if c.Clean != nil {
				cleanCase(t, &c)
			}
		})
	}
}

func checkCase(t *testing.T, c *samples.Case) {
	code, out := program(t, "check", "--format", "json", c.Path)
	e := theEntry(t, out)
	if !samples.Accepts(c.Verdict, e.Verdict) {
		t.Errorf("verdict %s, want %s; unread %v", e.Verdict, c.Verdict, e.Unread)
	}
	if c.Exit != nil && code != *c.Exit {
		t.Errorf("exit %d, want %d", code, *c.Exit)
	}
	count(t, "people", c.People, e.People)
	count(t, "rows", c.Rows, e.Rows)
	for id, want := range c.Places {
		count(t, id, &want, e.Counts.Places[id])
	}
	for id, want := range c.Detectors {
		count(t, id, &want, e.Counts.Detectors[id])
	}
	for _, id := range c.Absent {
		if n := e.Counts.Places[id]; n > 0 {
			t.Errorf("%s: %d, want none", id, n)
		}
	}
}

func count(t *testing.T, what string, want *samples.Count, got int) {
	t.Helper()
	if want != nil && !want.OK(got) {
		t.Errorf("%s: %d, want %v", what, got, want)
	}
}

func cleanCase(t *testing.T, c *samples.Case) {
	before, err := os.ReadFile(c.Path)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	copied := filepath.Join(dir, "copy"+filepath.Ext(c.File))
	args := slices.Concat([]string{"clean", "--format", "json", "--output", copied}, c.Clean.Args, []string{c.Path})
	code, out := program(t, args...)
	if c.Clean.Exit != nil && code != *c.Clean.Exit {
		e := theEntry(t, out)
		t.Errorf("clean: exit %d, want %d; %s %v", code, *c.Clean.Exit, e.Problem, e.Unread)
	}
	after, err := os.ReadFile(c.Path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the original changed: %v", err)
	}
	found, err := os.ReadFile(copied)
	if (err == nil) != (code == exitOK || code == exitFound) {
		t.Errorf("clean: exit %d, and a copy: %v", code, err == nil)
	}
	list, _ := os.ReadDir(dir)
	if err == nil && len(list) != 1 || err != nil && len(list) != 0 {
		t.Errorf("left beside the copy: %v", list)
	}
	if err == nil {
		copyCase(t, c, copied, found)
	}
}

// copyCase looks into a copy with eyes of its own.
func copyCase(t *testing.T, c *samples.Case, path string, data []byte) {
	s := newSearch(t, data)
	for _, text := range c.Clean.Gone {
		if where := s.find(text); where != "" {
			t.Errorf("%q is still in %s", text, where)
		}
	}
	for _, text := range c.Clean.Kept {
		if s.find(text) == "" {
			t.Errorf("%q is lost", text)
		}
	}
	if c.Clean.NoRef && s.find("#REF!") != "" {
		t.Error("the copy holds #REF!")
	}
	_, out := program(t, "check", "--format", "json", path)
	e := theEntry(t, out)
	if !samples.Accepts(c.Clean.Verdict, e.Verdict) {
		t.Errorf("the copy's verdict is %s, want %s", e.Verdict, c.Clean.Verdict)
	}
	count(t, "people in the copy", c.Clean.People, e.People)
}
