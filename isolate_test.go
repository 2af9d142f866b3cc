package sumikeshi

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/sumikeshi/sumikeshi/detectors"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/internal/limits"
	"github.com/sumikeshi/sumikeshi/redact"
)

// document writes a text file into a new folder and returns it as an input.
func document(t *testing.T, text string) Input {
	t.Helper()
	path := filepath.Join(t.TempDir(), "名簿.txt")
	if err := os.WriteFile(path, []byte(text), 0o640); err != nil {
		t.Fatal(err)
	}
	return Input{Name: "名簿.txt", Path: path}
}

func folder(t *testing.T, in Input) string {
	t.Helper()
	list, err := os.ReadDir(filepath.Dir(in.Path))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range list {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

func Test_a_file_is_checked_in_a_worker(t *testing.T) {
	i := newIsolation(t)
	in := document(t, "町のお知らせ")
	res, err := i.CheckFile(context.Background(), in, Options{})
	if err != nil || res.Verdict != inspect.OK || res.Path != "名簿.txt" || res.Format != "fake" || res.Size != 18 {
		t.Fatalf("%+v, %v", res, err)
	}
	sum, _ := inspect.Hash(&inspect.Source{ReaderAt: strings.NewReader("町のお知らせ"), Size: 18})
	if res.SHA256 != sum {
		t.Error("hash", res.SHA256)
	}
	same, err := i.CheckFile(context.Background(), Input{Name: "-", Data: []byte("町のお知らせ")}, Options{})
	if err != nil || same.Verdict != inspect.OK || same.SHA256 != sum || same.Path != "-" {
		t.Errorf("bytes: %+v, %v", same, err)
	}
}

func Test_whatever_happens_to_a_worker_is_the_files_unread(t *testing.T) {
	for what, reason := range map[string]inspect.Reason{
		"panic": inspect.Crash, "exit": inspect.Crash, "overflow": inspect.Crash, "hang": inspect.Timeout, "starve": inspect.Limit,
		"encrypted": inspect.Encrypted,
	} {
		if what == "starve" && runtime.GOOS != "linux" {
			continue // the bound of a process is tested on Linux
		}
		in := document(t, "check:"+what+" 山田太郎")
		i := patient(t, what)
		res, err := i.CheckFile(context.Background(), in, Options{})
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if res.Verdict != inspect.NotRead || len(res.Unread) != 1 || res.Unread[0].Reason != reason || res.SHA256 == "" {
			t.Errorf("%s: %+v", what, res)
		}
		if next, err := i.CheckFile(context.Background(), document(t, "次"), Options{}); err != nil || next.Verdict != inspect.OK {
			t.Errorf("after %s: %+v, %v", what, next, err)
		}
	}
}

func Test_inputs_that_can_not_be_opened(t *testing.T) {
	i := newIsolation(t)
	ctx := context.Background()
	if _, err := i.CheckFile(ctx, Input{Name: "x", Path: "no-such-file"}, Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Error("missing:", err)
	}
	res, err := i.CheckFile(ctx, Input{Name: "d", Path: t.TempDir()}, Options{})
	if err != nil || res.Verdict != inspect.NotRead || res.Unread[0].Reason != inspect.Unsupported {
		t.Errorf("folder: %+v, %v", res, err)
	}
	res, err = i.CheckFile(ctx, document(t, strings.Repeat("x", 100)), Options{Limits: limits.Limits{Input: 99}})
	if err != nil || res.Verdict != inspect.NotRead || res.Unread[0].Reason != inspect.Limit || res.Size != 100 {
		t.Errorf("too large: %+v, %v", res, err)
	}
}

func Test_a_worker_must_know_the_callers_own_detectors(t *testing.T) {
	i := newIsolation(t)
	known := Options{Detectors: []*detectors.Detector{staffNumber()}}
	if res, err := i.CheckFile(context.Background(), document(t, "x"), known); err != nil || res.Verdict != inspect.OK {
		t.Errorf("known: %+v, %v", res, err)
	}
	unknown := Options{Detectors: []*detectors.Detector{{ID: "other"}}}
	if res, err := i.CheckFile(context.Background(), document(t, "x"), unknown); err != nil || res.Verdict != inspect.NotRead {
		t.Errorf("unknown: %+v, %v", res, err)
	}
}

func Test_a_copy_appears_when_it_is_proved(t *testing.T) {
	i := newIsolation(t)
	in := document(t, "町のお知らせ")
	out := Output{Path: filepath.Join(filepath.Dir(in.Path), "公開用_名簿.txt")}
	o, err := i.CleanFile(context.Background(), in, out, Options{}, redact.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if o.Before == nil || o.After == nil || o.After.Path != out.Path || o.SHA256 != o.Before.SHA256 || !o.Proof.Inspected || o.Proof.Seen != 5 {
		t.Errorf("%+v", o)
	}
	if got, _ := os.ReadFile(out.Path); string(got) != "町のお知らせ" || folder(t, in) != "公開用_名簿.txt 名簿.txt" {
		t.Errorf("%s in %s", got, folder(t, in))
	}
	if fi, _ := os.Stat(out.Path); fi.Mode().Perm() != 0o640 && runtime.GOOS != "windows" {
		t.Error(fi.Mode())
	}
}

// fate is what becomes of a document that goes wrong in a step of cleaning.
type fate struct {
	text   string
	reason inspect.Reason // of an unread document
	left   bool           // the proof failed
}

var fates = map[string]fate{
	"check hangs":      {text: "check:hang", reason: inspect.Timeout},
	"check dies":       {text: "check:panic", reason: inspect.Crash},
	"encrypted":        {text: "check:encrypted", reason: inspect.Encrypted},
	"build dies":       {text: "build:panic", reason: inspect.Crash},
	"build half-way":   {text: "build:half", reason: inspect.Crash},
	"build hangs":      {text: "build:hang", reason: inspect.Timeout},
	"build overflows":  {text: "build:overflow", reason: inspect.Crash},
	"build unread":     {text: "build:unread", reason: inspect.Encrypted},
	"proof dies":       {text: "prove:panic", reason: inspect.Crash},
	"proof exits":      {text: "prove:exit", reason: inspect.Crash},
	"proof hangs":      {text: "prove:hang", reason: inspect.Timeout},
	"proof fails":      {text: "prove:left", left: true},
	"changed in proof": {text: "prove:tamper", left: true},
}

func Test_there_is_no_copy_after_any_failure(t *testing.T) {
	for name, f := range fates {
		t.Run(name, func(t *testing.T) {
			i := patient(t, f.text)
			in := document(t, f.text)
			out := Output{Path: filepath.Join(filepath.Dir(in.Path), "公開用_名簿.txt")}
			o, err := i.CleanFile(context.Background(), in, out, Options{}, redact.Options{})
			var un *redact.UnreadError
			switch {
			case f.left:
				if !errors.Is(err, redact.ErrLeft) {
					t.Errorf("got %v", err)
				}
			case !errors.As(err, &un) || len(un.Parts) == 0 || un.Parts[0].Reason != f.reason:
				t.Errorf("got %v", err)
			case o.Before == nil || o.Before.Verdict != inspect.NotRead || len(o.Before.Unread) == 0:
				t.Errorf("before: %+v", o.Before)
			}
			if folder(t, in) != "名簿.txt" {
				t.Errorf("left behind: %s", folder(t, in))
			}
			if got, _ := os.ReadFile(in.Path); string(got) != f.text {
				t.Error("the original changed")
			}
		})
	}
}

func Test_an_input_that_changes_meanwhile_is_refused(t *testing.T) {
	i := newIsolation(t)
	in := document(t, "")
	if err := os.WriteFile(in.Path, []byte("build:touch "+in.Path), 0o600); err != nil {
		t.Fatal(err)
	}
	out := Output{Path: filepath.Join(filepath.Dir(in.Path), "out.txt")}
	o, err := i.CleanFile(context.Background(), in, out, Options{}, redact.Options{})
	var un *redact.UnreadError
	if !errors.As(err, &un) || un.Parts[0].Reason != inspect.Corrupt || !strings.Contains(un.Parts[0].Advice.JA, "変わりました") {
		t.Errorf("%v, %+v", err, o.Before)
	}
	if folder(t, in) != "名簿.txt" {
		t.Error(folder(t, in))
	}
}

func Test_outputs_that_are_refused(t *testing.T) {
	i := newIsolation(t)
	in := document(t, "x")
	taken := filepath.Join(filepath.Dir(in.Path), "taken.txt")
	if err := os.WriteFile(taken, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	other, _ := os.Stat(taken)
	for name, out := range map[string]Output{
		"exists":          {Path: taken},
		"the input":       {Path: in.Path, Force: true},
		"another input":   {Path: taken, Force: true, Inputs: []fs.FileInfo{other}},
		"a folder":        {Path: filepath.Dir(in.Path), Force: true},
		"no such folder":  {Path: filepath.Join(filepath.Dir(in.Path), "no", "x")},
		"the other case":  {Path: filepath.Join(filepath.Dir(in.Path), "名簿.TXT"), Force: true},
		"through a route": {Path: filepath.Dir(in.Path) + "/./名簿.txt", Force: true},
	} {
		_, err := i.CleanFile(context.Background(), in, out, Options{}, redact.Options{})
		var cant *OutputError
		if !errors.As(err, &cant) || cant.Words.JA == "" || cant.Words.EN == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if folder(t, in) != "taken.txt 名簿.txt" {
		t.Error(folder(t, in))
	}
	if _, err := i.CleanFile(context.Background(), in, Output{Path: taken, Force: true}, Options{}, redact.Options{}); err != nil {
		t.Error("force:", err)
	}
	if got, _ := os.ReadFile(taken); string(got) != "x" {
		t.Errorf("force: %s", got)
	}
}

func Test_cancelling_leaves_nothing(t *testing.T) {
	i := newIsolation(t)
	for _, text := range []string{"check:hang", "build:hang", "prove:hang"} {
		ctx, cancel := context.WithCancel(context.Background())
		time.AfterFunc(200*time.Millisecond, cancel)
		in := document(t, text)
		out := Output{Path: filepath.Join(filepath.Dir(in.Path), "out.txt")}
		if _, err := i.CleanFile(ctx, in, out, Options{}, redact.Options{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", text, err)
		}
		if folder(t, in) != "名簿.txt" {
			t.Errorf("%s left %s", text, folder(t, in))
		}
	}
}

func Test_an_ok_file_may_go_out_as_it_is(t *testing.T) {
	i := newIsolation(t)
	in := document(t, "build:panic were it built")
	out := Output{Path: filepath.Join(filepath.Dir(in.Path), "out.txt"), AsIs: true}
	o, err := i.CleanFile(context.Background(), in, out, Options{}, redact.Options{})
	if err != nil || o.SHA256 != o.Before.SHA256 {
		t.Fatalf("%+v, %v", o, err)
	}
	out.Path += "2"
	if _, err := i.CleanFile(context.Background(), in, out, Options{}, redact.Options{Mask: []string{"all"}}); err == nil {
		t.Error("masking was asked for, and the file went out as it is")
	}
}

func Test_the_library_cleans_bytes_through_workers(t *testing.T) {
	i := newIsolation(t)
	src := &inspect.Source{Name: "x.txt", ReaderAt: strings.NewReader("お知らせ"), Size: 12}
	if res, err := i.Check(context.Background(), src, Options{}); err != nil || res.Verdict != inspect.OK {
		t.Errorf("%+v, %v", res, err)
	}
	var buf bytes.Buffer
	o, err := i.Clean(context.Background(), src, &buf, Options{}, redact.Options{})
	if err != nil || buf.String() != "お知らせ" || o.Size != 12 {
		t.Errorf("%q, %+v, %v", buf.String(), o, err)
	}
	left := "prove:left"
	buf.Reset()
	src = &inspect.Source{Name: "x.txt", ReaderAt: strings.NewReader(left), Size: int64(len(left))}
	if _, err := i.Clean(context.Background(), src, &buf, Options{}, redact.Options{}); !errors.Is(err, redact.ErrLeft) || buf.Len() > 0 {
		t.Errorf("%v, %d bytes", err, buf.Len())
	}
}

func Test_a_plan_is_made_in_a_worker(t *testing.T) {
	i := newIsolation(t)
	ctx := context.Background()
	res, plan, err := i.PlanFile(ctx, document(t, "町のお知らせ"), Options{}, redact.Options{})
	if err != nil || res.Verdict != inspect.OK || plan == nil || plan.Source != res.SHA256 || plan.Policy != redact.PolicyPublish {
		t.Fatalf("%+v, %+v, %v", res, plan, err)
	}
	var wrong *redact.OptionError
	if _, plan, err = i.PlanFile(ctx, document(t, "x"), Options{}, redact.Options{Policy: "none"}); !errors.As(err, &wrong) || plan != nil {
		t.Errorf("an unknown policy: %+v, %v", plan, err)
	}
	for _, text := range []string{"check:panic 山田太郎", "check:encrypted"} {
		if res, plan, err = i.PlanFile(ctx, document(t, text), Options{}, redact.Options{}); err != nil || plan != nil || res.Verdict != inspect.NotRead {
			t.Errorf("%s: %+v, %+v, %v", text, res, plan, err)
		}
	}
	if _, _, err = i.PlanFile(ctx, Input{Name: "x", Path: "no-such-file"}, Options{}, redact.Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Error("missing:", err)
	}
}
