package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// readers are the programs that look into PDF files for the tests: what they print of a file is searched like its bytes.
var readers = [][]string{
	{"pdftotext", "-raw", "FILE", "-"},
	{"mutool", "draw", "-q", "-F", "text", "FILE"},
	{"qpdf", "--qdf", "--object-streams=disable", "FILE", "-"},
}

// withoutSpaces marks a place whose text has lost its spaces: what is laid out has others than what was written.
const withoutSpaces = " without spaces"

func tight(text string) string {
	return strings.NewReplacer(" ", "", "\u3000", "", "\n", "").Replace(text)
}

// pdfPlaces returns what other programs read in a PDF file, also without the spaces that they put between characters. In CI they have to be
// there; elsewhere the test does without those that are missing, and is skipped without any.
func pdfPlaces(t *testing.T, data []byte) []place {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var out []place
	for _, r := range readers {
		if _, err := exec.LookPath(r[0]); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatalf("%s is missing", r[0])
			}
			continue
		}
		args := strings.Split(strings.ReplaceAll(strings.Join(r[1:], "\x00"), "FILE", path), "\x00")
		text, err := exec.Command(r[0], args...).Output()
		if err != nil {
			t.Errorf("%s: %v", r[0], err)
		}
		out = append(out, place{r[0], text}, place{r[0] + withoutSpaces, []byte(tight(string(text)))})
	}
	if len(out) == 0 {
		if os.Getenv("CI") != "" {
			t.Fatal("no program that reads PDF, and CI says that everything is there")
		}
		t.Skip("no program that reads PDF is installed")
	}
	return out
}
