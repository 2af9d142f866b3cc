package sumikeshi_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	sumikeshi "github.com/sumikeshi/sumikeshi"
	"github.com/sumikeshi/sumikeshi/inspect"
	"github.com/sumikeshi/sumikeshi/redact"
)

// everyFile calls fn for the samples of all places and the cases, in all formats.
func everyFile(t *testing.T, fn func(t *testing.T, path string, data []byte)) {
	files, err := filepath.Glob("testdata/*/*/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil || strings.HasSuffix(path, ".json") {
			continue
		}
		t.Run(strings.TrimPrefix(path, "testdata/"), func(t *testing.T) {
			t.Parallel()
			fn(t, path, data)
		})
	}
}

// Test_every_policy_keeps_its_promise makes and proves the copy of every sample under the policies that are not the default one. A
// plan may be refused in words, and a part that stays may be unread; nothing else may go wrong.
func Test_every_policy_keeps_its_promise(t *testing.T) {
	keep := append(sumikeshi.Comments(), sumikeshi.Furigana()...)
	for _, o := range []redact.Options{{Policy: redact.PolicyStrict}, {Policy: redact.PolicyMetadata}, {Keep: keep}} {
		t.Run(o.Policy, func(t *testing.T) {
			everyFile(t, func(t *testing.T, path string, data []byte) {
				var copied bytes.Buffer
				out, err := sumikeshi.Clean(context.Background(), sourceOf(path, data), &copied, sumikeshi.Options{}, o)
				var refused *redact.OptionError
				var unread *redact.UnreadError
				var plain *inspect.UnreadError
				switch {
				case errors.As(err, &refused), errors.As(err, &unread), errors.As(err, &plain):
					return
				case err != nil:
					t.Fatalf("%v", err)
				}
				if o.Policy == redact.PolicyStrict {
					strict(t, out, copied.Bytes())
				}
			})
		})
	}
}

// formulaTag is a cell's formula, not the rule of a format.
var formulaTag = regexp.MustCompile(`<(\w+:)?c [^>]*><(\w+:)?f[ >/]`)

// strict checks that a copy of values alone has no formula, and that nothing that can be taken out is left.
func strict(t *testing.T, out *redact.Outcome, copied []byte) {
	t.Helper()
	for _, e := range out.Left {
		if e.Fix != "" && e.Reason != "a person decides" {
			t.Errorf("%s is left: %s", e.Place, e.Reason)
		}
	}
	if out.Before.Format != "xlsx" {
		return
	}
	for name, part := range parts(t, copied) {
		if strings.Contains(name, "worksheets/") && formulaTag.Match(part) {
			t.Errorf("%s has a formula", name)
		}
	}
}

func Test_comments_and_readings_stay_on_request(t *testing.T) {
	for path, keep := range map[string][]string{
		"testdata/xlsx/comment/dirty.xlsx": sumikeshi.Comments(), "testdata/docx/comment/dirty.docx": sumikeshi.Comments(),
		"testdata/xlsx/furigana/dirty.xlsx": sumikeshi.Furigana(),
	} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var copied bytes.Buffer
		out, err := sumikeshi.Clean(context.Background(), sourceOf(path, data), &copied, sumikeshi.Options{}, redact.Options{Keep: keep})
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		place := strings.Join(strings.Split(path, "/")[1:3], "/")
		if out.After.Counts.Places[place] != out.Before.Counts.Places[place] || out.Before.Counts.Places[place] == 0 {
			t.Errorf("%s: %d, was %d", path, out.After.Counts.Places[place], out.Before.Counts.Places[place])
		}
		told := false
		for _, e := range out.Left {
			told = told || e.Place == place && e.Reason == "kept on request"
		}
		if !told {
			t.Errorf("%s: nothing tells that it was kept", path)
		}
	}
	_, err := sumikeshi.Clean(context.Background(), sourceOf("a.txt", []byte("x")), io.Discard, sumikeshi.Options{}, redact.Options{Keep: []string{"xlsx/coment"}})
	var refused *redact.OptionError
	if !errors.As(err, &refused) {
		t.Errorf("an unknown place: %v", err)
	}
}

// Test_metadata_changes_nothing_else compares the parts that tell nothing of how the file was made.
func Test_metadata_changes_nothing_else(t *testing.T) {
	const path = "testdata/cases/very-hidden-roster/book.xlsx"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	after := parts(t, clean(t, path, data, redact.Options{Policy: redact.PolicyMetadata}))
	for name, part := range parts(t, data) {
		if !strings.HasPrefix(name, "docProps/") && !strings.HasSuffix(name, ".rels") && name != "[Content_Types].xml" && !bytes.Equal(part, after[name]) {
			t.Errorf("%s changed", name)
		}
	}
}
