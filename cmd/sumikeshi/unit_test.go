package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
	"github.com/sumikeshi/sumikeshi/report"
)

func Test_results_come_in_order_whatever_takes_long(t *testing.T) {
	const n = 200
	var running, most atomic.Int32
	var got []int
	err := ordered(context.Background(), n, 4, func(i int) int {
		most.Store(max(most.Load(), running.Add(1)))
		defer running.Add(-1)
		if i%50 == 0 {
			time.Sleep(10 * time.Millisecond)
		}
		return i
	}, func(i int) error { got = append(got, i); return nil })
	if err != nil || len(got) != n || most.Load() > 4 {
		t.Fatalf("%v, %d results, %d at once", err, len(got), most.Load())
	}
	for i, v := range got {
		if i != v {
			t.Fatalf("%d at %d", v, i)
		}
	}
}

func Test_a_run_ends_with_its_context_or_its_reader(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	err := ordered(ctx, 100, 2, func(i int) int {
		if i == 10 {
			cancel()
		}
		return i
	}, func(int) error { return nil })
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	broken := errors.New("broken pipe")
	if err := ordered(context.Background(), 100, 2, func(i int) int { return i }, func(int) error { return broken }); !errors.Is(err, broken) {
		t.Error(err)
	}
	if err := ordered(context.Background(), 0, 2, func(i int) int { return i }, func(int) error { return nil }); err != nil {
		t.Error(err)
	}
}

func Test_sizes(t *testing.T) {
	for text, want := range map[string]size{"200MB": 200 << 20, "1.5gb": 3 << 29, "4096": 4096, "10 K": 10 << 10, "7B": 7, "2G": 2 << 30} {
		var s size
		if err := s.Set(text); err != nil || s != want {
			t.Errorf("%s: %d, %v", text, s, err)
		}
	}
	for _, text := range []string{"", "MB", "-1", "1TBs", "1e30", "NaN"} {
		var s size
		if err := s.Set(text); err == nil {
			t.Errorf("%q became %d", text, s)
		}
	}
	if s := size(1536); s.String() != "1536" {
		t.Error(s.String())
	}
	if s := size(200 << 20); s.String() != "200MB" {
		t.Error(s.String())
	}
}

func Test_the_language(t *testing.T) {
	for _, c := range []struct {
		args []string
		env  map[string]string
		want string
	}{
		{nil, nil, "ja"},
		{nil, map[string]string{"LANG": "en_GB.UTF-8"}, "en"},
		{nil, map[string]string{"LANG": "ja_JP.UTF-8", "LC_ALL": "en_US"}, "en"},
		{nil, map[string]string{"LANG": "fr_FR"}, "ja"},
		{[]string{"check", "--lang", "en", "x"}, nil, "en"},
		{[]string{"--lang=en"}, map[string]string{"LANG": "ja"}, "en"},
		{[]string{"--lang", "fr"}, nil, "ja"},
		{[]string{"--", "--lang=en"}, nil, "ja"},
	} {
		if got := language(c.args, func(k string) string { return c.env[k] }); got != c.want {
			t.Errorf("%v %v: %s", c.args, c.env, got)
		}
	}
}

func Test_what_becomes_of_a_file_is_its_exit_code(t *testing.T) {
	file := func(v inspect.Verdict, unread int, after inspect.Verdict) *report.File {
		f := &report.File{Result: &inspect.Result{Verdict: v, Unread: make([]inspect.Unread, unread)}}
		if after != "" {
			f.Cleaned = &report.Cleaned{Outcome: &redact.Outcome{After: &inspect.Result{Verdict: after}}}
		}
		return f
	}
	for name, c := range map[string]struct {
		file *report.File
		err  error
		want int
	}{
		"ok":               {file(inspect.OK, 0, ""), nil, 0},
		"review":           {file(inspect.Review, 0, ""), nil, 1},
		"ng":               {file(inspect.NG, 0, ""), nil, 1},
		"ng, in part":      {file(inspect.NG, 1, ""), nil, 3},
		"unread":           {file(inspect.NotRead, 1, ""), nil, 3},
		"cleaned":          {file(inspect.NG, 0, inspect.OK), nil, 0},
		"something stays":  {file(inspect.NG, 0, inspect.Review), nil, 1},
		"unread part gone": {file(inspect.NG, 1, inspect.OK), nil, 0},
		"option":           {file(inspect.NG, 0, ""), &redact.OptionError{}, 2},
		"output":           {file(inspect.NG, 0, ""), &sumikeshi.OutputError{Err: errors.New("x")}, 2},
		"remains unread":   {file(inspect.NG, 1, ""), &redact.UnreadError{}, 3},
		"proof":            {file(inspect.NG, 0, ""), &redact.ProofError{}, 4},
		"left":             {file(inspect.NG, 0, ""), redact.ErrLeft, 4},
	} {
		if got, _ := judge(c.file, c.err); got != c.want {
			t.Errorf("%s: %d", name, got)
		}
	}
}

func Test_documents_by_name_and_by_content(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct {
		content string
		want    bool
	}{
		"a.xlsx": {"", true}, "A.PDF": {"", true}, "a.jtd": {"", true}, "a.xdw": {"", true},
		"a.html": {"山田太郎", false}, "a.css": {"a{}", false}, "a.png": {"\x89PNG\r\n\x1a\n", false}, "a.mp4": {"\x00\x00", false},
		"photo.jpg": {"%PDF-1.7", true}, "late.gif": {"junk\n%PDF-1.4", true}, "image.png": {"PK\x03\x04", true},
		"noext": {"名簿です", true}, "old.bak": {"氏名,住所\r\n", true}, "sjis.bak": {"\x8e\x81\x96\xbc,\x8f\x5a\x8f\x8a", true},
		"program": {"\x7fELF\x02\x01\x01\x00", false}, "page.bak": {"<!DOCTYPE html><p>", false}, "nothing": {"", false},
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(c.content), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := isDocument(path); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func Test_a_head_that_ends_within_a_rune_is_text(t *testing.T) {
	if !looksLikeText([]byte(strings.Repeat("あ", 400))[:1024]) {
		t.Error("it is not")
	}
}

func Test_names_are_made_plain_on_standard_error(t *testing.T) {
	var out, errs bytes.Buffer
	code := run([]string{"check", "x\x1b[31m\u202e.xlsx"}, func(string) string { return "" }, strings.NewReader(""), &out, &errs)
	if code != 2 || strings.ContainsAny(errs.String(), "\x1b\u202e") || out.Len() > 0 {
		t.Errorf("%d, %q, %q", code, errs.String(), out.String())
	}
}
