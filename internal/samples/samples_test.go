package samples

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/google/go-cmp/cmp"
)

const root = "../../testdata"

// generated is what Generate gives, made once for all tests.
var generated = sync.OnceValue(Generate)

// TestGenerate_GivesTheCommittedBytes holds that testdata follows from this package: run "make samples" after a change.
func TestGenerate_GivesTheCommittedBytes(t *testing.T) {
	for name, want := range generated() {
		got, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s differs from what is generated (%d and %d bytes)", name, len(got), len(want))
		}
	}
}

func TestGenerate_IsTheSameTwice(t *testing.T) {
	a, b := generated(), Generate()
	for name := range a {
		if !bytes.Equal(a[name], b[name]) {
			t.Errorf("%s differs between two runs", name)
		}
	}
}

// TestTestdata_IsWhollyWanted holds that no file lies in the generated folders without a case, and that all is small.
func TestTestdata_IsWhollyWanted(t *testing.T) {
	known := map[string]bool{}
	for _, c := range load(t) {
		known[filepath.ToSlash(c.Dir)+"/"+c.File] = true
	}
	total := int64(0)
	tops, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, top := range tops {
		err := filepath.WalkDir(filepath.Join(root, top.Name()), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || d.Name() == "want.json" {
				return err
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			name, err := filepath.Rel(root, path)
			marks := strings.TrimSuffix(name, ".json") + ".pdf" // what an officer marked lies beside the document
			if !known[filepath.ToSlash(name)] && !known[filepath.ToSlash(marks)] {
				t.Errorf("%s: no want.json names it", name)
			}
			if total += info.Size(); info.Size() > 400<<10 {
				t.Errorf("%s: %d bytes are too many", name, info.Size())
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
	if total > 6<<20 {
		t.Errorf("testdata holds %d bytes", total)
	}
}

// TestCases_TellTheTruth holds that what must be gone and what must be kept is in the document, and that they do not clash.
func TestCases_TellTheTruth(t *testing.T) {
	for _, c := range load(t) {
		if c.Words.JA == "" || c.Words.EN == "" {
			t.Errorf("%s/%s: no words", c.Dir, c.File)
		}
		if c.Clean == nil || strings.HasSuffix(c.File, ".pdf") { // the tests of redact/residue and redact/pdf look into these
			continue
		}
		data, err := os.ReadFile(c.Path)
		if err != nil {
			t.Error(err)
			continue
		}
		if pw := passwords[c.Dir]; pw != "" {
			if data, err = excelize.Decrypt(data, &excelize.Options{Password: pw}); err != nil {
				t.Fatal(err)
			}
		}
		texts := Layers(data)
		for _, s := range slices.Concat(c.Clean.Gone, c.Clean.Kept) {
			if !Holds(texts, s) {
				t.Errorf("%s/%s: %q is not in the file", c.Dir, c.File, s)
			}
		}
		for _, gone := range c.Clean.Gone {
			if len([]rune(gone)) < 2 || slices.ContainsFunc(c.Clean.Kept, func(k string) bool { return strings.Contains(k, gone) }) {
				t.Errorf("%s/%s: %q cannot be asserted to be gone", c.Dir, c.File, gone)
			}
		}
	}
}

// TestCases_ExitFollowsVerdict holds the table of exit codes.
func TestCases_ExitFollowsVerdict(t *testing.T) {
	codes := map[string]int{"ok": 0, "review": 1, "ng": 1, "unread": 3}
	for _, c := range load(t) {
		if c.Exit == nil {
			continue
		}
		for verdict := range strings.SplitSeq(c.Verdict, "|") {
			if codes[verdict] != *c.Exit {
				t.Errorf("%s/%s: verdict %s with exit %d", c.Dir, c.File, verdict, *c.Exit)
			}
		}
	}
}

func TestCount_JSON(t *testing.T) {
	for _, c := range []Count{N(0), N(7), AtLeast(3), Between(2, 5)} {
		data, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		var back Count
		if err := json.Unmarshal(data, &back); err != nil || back != c {
			t.Errorf("%s came back as %v, %v", data, back, err)
		}
	}
	if c := Between(2, 5); !c.OK(2) || !c.OK(5) || c.OK(1) || c.OK(6) || !AtLeast(1).OK(99) {
		t.Error("bounds are wrong")
	}
	var c Count
	if err := json.Unmarshal([]byte(`"many"`), &c); err == nil {
		t.Error("a word is no count")
	}
}

// TestCases_ReadsWhatGenerateWrites holds that no field is lost in JSON.
func TestCases_ReadsWhatGenerateWrites(t *testing.T) {
	var want []Case
	list := folders()
	for _, f := range list {
		want = append(want, f.want...)
	}
	got := map[string]Case{}
	for _, c := range load(t) {
		key := c.Dir + "/" + c.File
		c.Dir, c.Path = "", ""
		got[key] = c
	}
	for _, f := range list {
		for _, c := range f.want {
			if d := cmp.Diff(c, got[f.dir+"/"+c.File]); d != "" {
				t.Errorf("%s/%s: %s", f.dir, c.File, d)
			}
		}
	}
	if len(got) < len(want) {
		t.Errorf("%d cases written, %d read", len(want), len(got))
	}
}

func TestAccepts(t *testing.T) {
	for _, x := range []struct {
		want, verdict string
		ok            bool
	}{{"", "ng", true}, {"ng", "ng", true}, {"ng", "ok", false}, {"review|ng", "ng", true}, {"review|ng", "n", false}} {
		if Accepts(x.want, x.verdict) != x.ok {
			t.Errorf("Accepts(%q, %q) is not %v", x.want, x.verdict, x.ok)
		}
	}
}

// load reads the committed cases.
func load(t *testing.T) []Case {
	t.Helper()
	list, err := Cases(root)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 60 {
		t.Fatalf("only %d cases", len(list))
	}
	return list
}
