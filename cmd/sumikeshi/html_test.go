package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sumikeshi/sumikeshi/internal/samples"
)

// Test_no_value_of_a_case_is_in_its_page checks and cleans the published cases into a page, and looks for all that they want gone.
func Test_no_value_of_a_case_is_in_its_page(t *testing.T) {
	cases, err := samples.Cases(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		if !strings.HasPrefix(c.Dir, "cases") || c.Clean == nil || len(c.Clean.Gone) == 0 {
			continue
		}
		t.Run(c.Dir+"/"+c.File, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			page, copied := filepath.Join(dir, "r.html"), filepath.Join(dir, "copy"+filepath.Ext(c.File))
			program(t, "check", "--quiet", "--report", "html="+page, c.Path)
			holds(t, page, c.Clean.Gone, false)
			program(t, append([]string{"clean", "--quiet", "--output", copied, "--report", "html=" + page, c.Path}, c.Clean.Args...)...)
			holds(t, page, c.Clean.Gone, false)
		})
	}
}

// Test_values_are_shown_on_request shows that the test above would see a value, and that the reader is warned.
func Test_values_are_shown_on_request(t *testing.T) {
	page := filepath.Join(t.TempDir(), "r.html")
	book := filepath.Join("..", "..", "testdata", "cases", "hidden-roster", "book.xlsx")
	program(t, "check", "--quiet", "--show-values", "--report", "html="+page, book)
	holds(t, page, []string{"髙橋　キヨ", "そのまま出ています", "--show-values"}, true)
}

func holds(t *testing.T, path string, texts []string, want bool) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		if strings.Contains(string(data), text) != want {
			t.Errorf("%q in the page: %v", text, !want)
		}
	}
}
