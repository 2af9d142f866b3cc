package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the test binary be sumikeshi under that name, and the worker of the runs that tests make in their own process.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == "worker" {
		main()
	}
	testscript.Main(m, map[string]func(){"sumikeshi": main})
}

func Test_scripts(t *testing.T) {
	variants, err := filepath.Abs(filepath.Join("..", "..", "testdata", "variants"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			root, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
			if err != nil {
				return err
			}
			env.Setenv("TESTDATA", root)
			env.Setenv("LANG", "ja_JP.UTF-8")
			env.Setenv("VARIANTS", variants)
			env.Setenv("LC_ALL", "")
			env.Setenv("LC_MESSAGES", "")
			// What a drag writes and opens stays in the script's own folder.
			env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("XDG_DOCUMENTS_DIR", "")
			if cache, err := os.UserCacheDir(); err == nil {
				env.Setenv("XDG_CACHE_HOME", cache) // PDFium is compiled once, not for every script
			}
			env.Setenv("SUMIKESHI_NO_OPEN", "1")
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){"code": exitCode, "waitfor": waitFor, "empty": isEmpty, "days": days},
	})
}

// exitCode runs sumikeshi and asserts its exit code: code 2 check nope.xlsx
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: code CODE [ARG...]")
	}
	err := ts.Exec("sumikeshi", args[1:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}

// waitFor waits until a folder holds something: a background command has come up.
func waitFor(ts *testscript.TestScript, _ bool, args []string) {
	for range 600 {
		if list, err := os.ReadDir(ts.MkAbs(args[0])); err == nil && len(list) > 0 {
			time.Sleep(100 * time.Millisecond) // the address comes right after
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	ts.Fatalf("%s stays empty", args[0])
}

// isEmpty asserts that a folder holds nothing.
func isEmpty(ts *testscript.TestScript, _ bool, args []string) {
	if list, err := os.ReadDir(ts.MkAbs(args[0])); err != nil || len(list) > 0 {
		ts.Fatalf("%v %v", list, err)
	}
}

func Test_the_help_names_no_command_that_is_not_there(t *testing.T) {
	var out strings.Builder
	if code := run([]string{"--help"}, os.Getenv, strings.NewReader(""), &out, &out); code != 0 {
		t.Fatal(code)
	}
	for _, word := range []string{"worker", "completion"} {
		if strings.Contains(out.String(), word) {
			t.Errorf("the help mentions %q", word)
		}
	}
}

// days puts dates into files of the script: @+60 is the day in 60 days.
func days(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		text := regexp.MustCompile(`@[+-]\d+`).ReplaceAllStringFunc(ts.ReadFile(name), func(at string) string {
			n, err := strconv.Atoi(at[1:])
			ts.Check(err)
			return time.Now().AddDate(0, 0, n).Format(time.DateOnly)
		})
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(text), 0o644))
	}
}
