package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

var update = flag.Bool("update", false, "write the golden files anew")

var (
	hiddenSheet = &inspect.Place{
		ID: "xlsx/hidden-sheet", Weight: inspect.Warn, Action: inspect.Take,
		Title:  inspect.Words{JA: "かくれているシート", EN: "Hidden sheet"},
		Advice: inspect.Words{JA: "見えているシートだけの公開用ファイルを作ってください。", EN: "Make a copy with the visible sheets only."},
	}
	author = &inspect.Place{
		ID: "ooxml/core-properties", Weight: inspect.Note, Action: inspect.Take,
		Title: inspect.Words{JA: "作った人の名前など", EN: "Author and the like"},
	}
)

func options(lang string) Options {
	names := map[string]inspect.Words{"name": {JA: "氏名", EN: "name"}, "phone": {JA: "電話番号", EN: "phone number"}}
	return Options{
		Lang: lang, Version: "1.2.3",
		Detector: func(id string) (inspect.Words, bool) { w, ok := names[id]; return w, ok },
		Place: func(id string) *inspect.Place {
			for _, p := range []*inspect.Place{hiddenSheet, author} {
				if p.ID == id {
					return p
				}
			}
			return nil
		},
	}
}

func result(path string, v inspect.Verdict) *inspect.Result {
	return &inspect.Result{
		Path: path, SHA256: strings.Repeat("ab", 32), Format: "xlsx", Size: 12345, Verdict: v, Findings: []inspect.Listed{}, Unread: []inspect.Unread{}, Allowed: []inspect.AllowedUse{},
		Counts: inspect.Counts{Places: map[string]int{}, Detectors: map[string]int{}},
	}
}

// roster is a summary with a hidden roster behind it.
func roster() *inspect.Result {
	res := result("公開/名簿.xlsx", inspect.NG)
	res.People, res.Rows = 998, 1011
	res.Counts.Places = map[string]int{"xlsx/hidden-sheet": 2, "ooxml/core-properties": 1}
	res.Counts.Detectors = map[string]int{"name": 1011, "phone": 987, "staff-number": 3}
	at := inspect.Sheet{Sheet: "作業"}
	res.Things = []inspect.Thing{
		{Place: author, Where: inspect.Part{Part: "docProps/core.xml"}, Times: 1},
		{Place: hiddenSheet, Where: at, Times: 1, Rows: 1011, Counts: map[string]int{"name": 1011, "phone": 987}},
		{Place: hiddenSheet, Where: inspect.Sheet{Sheet: "旧"}, Within: []string{"添付.xlsx"}, Times: 1, Empty: true},
	}
	res.Findings = []inspect.Listed{{
		ID: "f1", Place: "xlsx/hidden-sheet", Weight: "warn", Where: inspect.NewWhere(at), Within: []string{}, Text: "山●●●",
		Matches: []inspect.Match{{Detector: "name", Sure: "likely", Because: "column head 氏名", End: 12, Text: "山●●●"}},
		Count:   1011, Fix: "drop-sheet",
	}}
	return res
}

// decided is visible data that somebody decided may be published.
func decided() *inspect.Result {
	res := result("窓口.csv", inspect.OK)
	res.Counts.Detectors = map[string]int{"phone": 1}
	res.Allowed = []inspect.AllowedUse{{Rule: "phone", Reason: "窓口の番号", By: "広報課", Until: "2027-03-31", Count: 1}}
	res.Findings = []inspect.Listed{{
		ID: "f2", Where: inspect.NewWhere(inspect.Line{Line: 1, Col: 2}), Within: []string{}, Text: "0●●●",
		Matches: []inspect.Match{{Detector: "phone", Sure: "likely", End: 12, Text: "0●●●"}}, Count: 1, Allowed: "窓口の番号",
	}}
	return res
}

func visible() *inspect.Result {
	res := result("欠席連絡.csv", inspect.Review)
	res.Format, res.People, res.Rows = "csv", 28, 28
	res.Counts.Detectors = map[string]int{"name": 28}
	return res
}

func locked() *inspect.Result {
	res := result("パスワード付き.xlsx", inspect.NotRead)
	res.Unread = []inspect.Unread{
		{Where: "file", Reason: inspect.Encrypted, Advice: inspect.Encrypted.Words()},
		{Where: "xl/embeddings/oleObject1.bin", Reason: inspect.Unsupported},
	}
	return res
}

func hostile() *inspect.Result {
	return result("\x1b[2J\x1b]0;title\a名\u202e簿<b>\r\n.xlsx", inspect.OK)
}

func outcome() *redact.Outcome {
	after := result("公開/公開用_名簿.xlsx", inspect.OK)
	after.Counts.Places["xlsx/hidden-sheet"] = 0
	return &redact.Outcome{
		Before: roster(), After: after, SHA256: strings.Repeat("cd", 32), Size: 999, Masked: map[string]int{"phone": 2},
		Proof: redact.Proof{Inspected: true, Searched: 2034, Seen: 312},
		Taken: []redact.Entry{
			{ID: "t1", Place: "xlsx/hidden-sheet", Where: inspect.NewWhere(inspect.Sheet{Sheet: "作業"}), Fix: "drop-sheet", Count: 1, People: 1011},
			{ID: "t2", Place: "ooxml/core-properties", Where: inspect.NewWhere(inspect.Part{Part: "docProps/core.xml"}), Fix: "strip", Count: 1},
		},
		Left: []redact.Entry{},
	}
}

func checked() []*File {
	return []*File{{Result: roster()}, {Result: visible()}, {Result: locked()}, {Result: hostile()}, {Result: decided()}}
}

func cleaned() []*File {
	after := result("公開用_欠席連絡.csv", inspect.Review)
	after.People, after.Rows, after.Counts.Detectors = 28, 28, map[string]int{"name": 28}
	stays := &redact.Outcome{After: after, SHA256: strings.Repeat("ef", 32), Proof: redact.Proof{Inspected: true, Seen: 84}}
	same := &redact.Outcome{After: hostile(), SHA256: hostile().SHA256, Proof: redact.Proof{Inspected: true}}
	failed := inspect.Words{JA: "部品に、消したはずの文字が残っていました。", EN: "A part still held what was taken out."}
	return []*File{
		{Result: roster(), Cleaned: &Cleaned{Outcome: outcome(), Output: "公開/公開用_名簿.xlsx"}},
		{Result: visible(), Cleaned: &Cleaned{Outcome: stays, Output: "公開用_欠席連絡.csv"}},
		{Result: locked(), Cleaned: &Cleaned{}},
		{Result: roster(), Cleaned: &Cleaned{Problem: failed}},
		{Result: hostile(), Cleaned: &Cleaned{Outcome: same, Output: "out/\x1b[31mx"}},
	}
}

func print(t *testing.T, kind string, o Options, files []*File) string {
	t.Helper()
	var buf bytes.Buffer
	w, ok := New(kind, &buf, o)
	if !ok {
		t.Fatal("no such kind:", kind)
	}
	sum := Summary{Skipped: 2, Sentence: inspect.Words{JA: "直すか確かめるものがあります。", EN: "Something has to be mended or looked at."}}
	for _, f := range files {
		sum.Add(f.Verdict)
		if err := w.File(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.End(sum); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

func Test_golden(t *testing.T) {
	for _, kind := range Kinds() {
		for _, lang := range []string{"ja", "en"} {
			for name, files := range map[string][]*File{"check": checked(), "clean": cleaned()} {
				path := filepath.Join("testdata", name+"."+lang+"."+kind)
				got := print(t, kind, options(lang), files)
				if kind == "xlsx" {
					got = rows(t, got)
				}
				if *update {
					if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(string(want), got); diff != "" {
					t.Errorf("%s: %s", path, diff)
				}
			}
		}
	}
}

func Test_json_is_one_document_without_nulls(t *testing.T) {
	for _, files := range [][]*File{checked(), cleaned(), nil} {
		out := print(t, "json", options("ja"), files)
		var doc struct {
			Schema  string
			Files   []map[string]any
			Summary Summary
		}
		if err := json.Unmarshal([]byte(out), &doc); err != nil {
			t.Fatal(err)
		}
		if doc.Schema != Schema || len(doc.Files) != len(files) || doc.Summary.Files != len(files) || doc.Files == nil {
			t.Errorf("%+v", doc.Summary)
		}
		for _, f := range doc.Files {
			for key, v := range f {
				if v == nil && key != "proof" {
					t.Errorf("%s is null", key)
				}
			}
		}
	}
}

func Test_nothing_moves_or_turns_the_terminal(t *testing.T) {
	for _, kind := range Kinds() {
		for _, files := range [][]*File{checked(), cleaned()} {
			out := print(t, kind, options("ja"), files)
			switch kind {
			case "xlsx":
				out = rows(t, out)
			case "csv": // lines end as RFC 4180 says
				out = strings.ReplaceAll(out, "\r\n", "\n")
			}
			if strings.ContainsAny(out, "\x1b\a\r\u202e") {
				t.Errorf("%s: %q", kind, out)
			}
		}
	}
	o := options("ja")
	o.Colour = true
	if out := print(t, "text", o, checked()); !strings.Contains(out, "\x1b[1;31m【公開NG】\x1b[0m 公開/名簿.xlsx") {
		t.Error(out)
	}
}

func Test_plain(t *testing.T) {
	for in, want := range map[string]string{
		"名簿.xlsx": "名簿.xlsx", "a\x1b[31mb\x1b[0mc": "abc", "a\x1b]8;;http://x\x1b\\b": "ab", "a\x1b]0;t\ab": "ab", "a\x1b": "a",
		"a\x1b[": "a", "a\x1b]0;never ends": "a", "a\u009b31mb": "ab", "a\nb\tc": "a b c", "a\u202eb\u200bc\ufeff": "abc", "\xff": "\ufffd", "a\x1bcb": "ab",
	} {
		if got := Plain(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func Test_columns(t *testing.T) {
	for s, want := range map[string]int{"abc": 3, "氏名": 4, "ｱｲ": 2, "か\u3099": 2, "●": 1, "１２": 4} {
		if got := columns(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

func Test_number(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1011: "1,011", 1234567: "1,234,567", -1234: "-1,234", -123: "-123"} {
		if got := number(n); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func Test_a_writer_that_fails_is_told(t *testing.T) {
	for _, kind := range Kinds() {
		w, _ := New(kind, brokenPipe{}, options("ja"))
		if err := w.File(checked()[0]); err == nil {
			t.Errorf("%s: no error", kind)
		}
	}
	if _, ok := New("xml", nil, Options{}); ok {
		t.Error("a kind that does not exist")
	}
}
